//! What on disk is ours: the manifest, a list of every file wardpack wrote into the output folder. Nothing that isn't in it
//! is ever overwritten or removed.

use std::collections::BTreeSet;

use serde_json::{Value, json};

/// The manifest's name in the output folder.
pub const MANIFEST: &str = "wardpack-manifest.json";

/// Paths of files that wardpack wrote, from the output folder, with forward slashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    pub paths: BTreeSet<String>,
}

impl Ledger {
    /// Returns the ledger that a manifest holds; a manifest that can't be read counts as empty, so that nothing is taken
    /// for ours that might not be.
    pub fn read(bytes: &[u8]) -> Self {
        let parsed: Value = serde_json::from_slice(bytes).unwrap_or_default();
        let files = parsed["files"].as_array().cloned().unwrap_or_default();
        let is_inside =
            |path: &&str| !path.split('/').any(|part| part == ".." || part.is_empty()) && !path.contains('\\');
        let paths = files.iter().filter_map(Value::as_str).filter(is_inside).map(str::to_owned).collect();
        Ledger { paths }
    }

    /// Returns the manifest's bytes: the same for the same files.
    pub fn bytes(&self) -> Vec<u8> {
        let manifest = json!({ "made_by": "wardpack", "files": self.paths });
        let mut text = serde_json::to_string_pretty(&manifest).unwrap_or_default();
        text.push('\n');
        text.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_never_names_a_file_outside_the_folder() {
        let ledger = Ledger::read(br#"{"files": ["index.html", "../secret", "/etc/passwd", "a\\..\\b"]}"#);
        assert_eq!(ledger.paths.into_iter().collect::<Vec<_>>(), ["index.html"]);
        assert_eq!(Ledger::read(b"{ broken"), Ledger::default());
    }
}
