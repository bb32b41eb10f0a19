//! What there is to see at one moment.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use serde::Serialize;
use twox_hash::XxHash3_128;

/// What there is to see: the caller hands over a new one after each build.
#[derive(Clone, Debug, Default)]
pub struct ShownSite {
    /// The path of every file of the site, with forward slashes. Nothing else is ever served.
    pub files: Arc<BTreeSet<String>>,
    /// The paths of the files that the last build wrote or removed.
    pub changed: Arc<Vec<Arc<str>>>,
    pub problems: Arc<Vec<ShownProblem>>,
}

/// A problem, in words for the browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShownProblem {
    /// An error, and not a warning.
    pub error: bool,
    pub code: String,
    pub message: String,
    /// File, line and column: `content/wards/beach.yaml:4:9`.
    pub place: String,
    /// The text of the line.
    pub line: Option<String>,
    /// What is wrong at that very place, in a few words.
    pub label: Option<String>,
    pub help: Option<String>,
    /// The address that opens the file in an editor, already encoded.
    pub open: Option<String>,
}

impl ShownSite {
    /// Returns the hash of a file of the site as hexadecimal digits; nothing if there is no such file.
    pub fn key(&self, path: &str, output: &Path) -> String {
        read(self, path, output).map_or_else(String::new, |bytes| key(&bytes))
    }

    /// Returns the hash of all stylesheets.
    pub fn styles(&self, output: &Path) -> String {
        let sheets = self.files.iter().filter(|path| is_stylesheet(path));
        let keys: Vec<String> = sheets.map(|path| self.key(path, output)).collect();
        key(keys.join(" ").as_bytes())
    }

    /// Returns the changed files that a page can take over without being loaded anew: pictures and the like.
    pub fn assets(&self) -> Vec<&str> {
        let is_page = |path: &str| path.ends_with(".html");
        self.changed.iter().map(|path| &**path).filter(|path| !is_page(path) && !is_stylesheet(path)).collect()
    }
}

fn is_stylesheet(path: &str) -> bool {
    path.ends_with(".css")
}

/// Returns xxh3-128 in hexadecimal digits: a name for bytes, not a proof.
pub fn key(bytes: &[u8]) -> String {
    format!("{:032x}", XxHash3_128::oneshot(bytes))
}

/// Returns a file of the site. Links that lead out of the output folder lead nowhere.
pub fn read(shown: &ShownSite, path: &str, output: &Path) -> Option<Vec<u8>> {
    if !shown.files.contains(path) {
        return None;
    }
    let root = output.canonicalize().ok()?;
    let real = root.join(path).canonicalize().ok()?;
    let is_ours = real.starts_with(&root) && real.is_file();
    is_ours.then(|| std::fs::read(real).ok()).flatten()
}
