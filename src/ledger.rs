//! What on disk is ours: the manifest, a list of every file wardpack wrote into the output folder. Nothing that isn't in it
//! is ever overwritten or removed.

mod papers;

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde_json::{Value, json};

pub use papers::{PaperOnDisk, PapersOnDisk, PrintedFiles, TooLong};

/// The manifest's name in the output folder.
pub const MANIFEST: &str = "wardpack-manifest.json";

/// Which key made what is on disk, as far as this run of the program knows. An empty ledger knows nothing, and everything is
/// drawn and compared.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The key of each file, by its path.
    keys: FxHashMap<Arc<str>, u128>,
    groups: FxHashMap<String, PageGroup>,
    /// The group of each path that is in one, by the path in lower case: some disks make no difference between cases.
    grouped: FxHashMap<String, String>,
}

/// Pages that are planned together, since they come of the same.
#[derive(Clone, Debug)]
pub struct PageGroup {
    pub name: String,
    /// Hash of all that the pages are planned from.
    pub made_from: u128,
    pub paths: Vec<Arc<str>>,
    /// The addresses of those that search engines are to know.
    pub found: Vec<String>,
}

impl Ledger {
    /// Returns a group that was planned from the same as now.
    pub fn group(&self, name: &str, made_from: u128) -> Option<&PageGroup> {
        self.groups.get(name).filter(|group| group.made_from == made_from)
    }

    /// Returns the name of the group that has a page at this path, whatever its case.
    pub fn group_at(&self, lower: &str) -> Option<&str> {
        self.grouped.get(lower).map(String::as_str)
    }

    /// Tells whether the file on disk was made from this key.
    pub fn has(&self, path: &str, key: u128) -> bool {
        self.keys.get(path) == Some(&key)
    }

    /// Tells whether the site on disk has exactly these paths, and `kept` others that are known to be part of it.
    pub fn has_exactly<'p>(&self, mut paths: impl ExactSizeIterator<Item = &'p str>, kept: usize) -> bool {
        paths.len() + kept == self.keys.len() && paths.all(|path| self.keys.contains_key(path))
    }

    /// Returns the paths of the pages of some groups.
    pub fn paths_of(&self, names: &HashSet<String>) -> impl Iterator<Item = &str> {
        names.iter().filter_map(|name| self.groups.get(name)).flat_map(|group| &group.paths).map(|path| &**path)
    }

    /// Returns the addresses of the pages of some groups that search engines are to know.
    pub fn found_of(&self, names: &HashSet<String>) -> impl Iterator<Item = &String> {
        names.iter().filter_map(|name| self.groups.get(name)).flat_map(|group| &group.found)
    }

    /// Tells whether a page belongs to one of some groups.
    pub fn is_in(&self, path: &str, names: &HashSet<String>) -> bool {
        self.grouped.get(&path.to_lowercase()).is_some_and(|name| names.contains(name))
    }

    /// Returns how many pages some groups have.
    pub fn pages_of(&self, names: &HashSet<String>) -> usize {
        names.iter().filter_map(|name| self.groups.get(name)).map(|group| group.paths.len()).sum()
    }

    /// Notes what has been written: files with their keys, groups that were planned anew, the names of those that were kept,
    /// and, where they have changed, the paths that the site has now.
    pub fn note(
        &mut self,
        written: impl Iterator<Item = (Arc<str>, u128)>,
        planned: Vec<PageGroup>,
        kept: &HashSet<String>,
        paths: Option<&BTreeSet<String>>,
    ) {
        self.keys.extend(written);
        if let Some(paths) = paths {
            self.keys.retain(|path, _| paths.contains(&**path));
        }
        let grouped = &mut self.grouped;
        let mut forget =
            |group: &PageGroup| group.paths.iter().for_each(|path| drop(grouped.remove(&path.to_lowercase())));
        self.groups.extract_if(|name, _| !kept.contains(name)).for_each(|(_, group)| forget(&group));
        for group in planned {
            self.grouped.extend(group.paths.iter().map(|path| (path.to_lowercase(), group.name.clone())));
            self.groups.insert(group.name.clone(), group);
        }
    }
}

/// Paths of files that wardpack wrote, from the output folder, with forward slashes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Manifest {
    pub paths: BTreeSet<String>,
    /// What is known of the papers among them, for the next run.
    pub papers: PapersOnDisk,
}

impl Manifest {
    /// Returns what a manifest holds; one that can't be read counts as empty, so that nothing is taken
    /// for ours that might not be.
    pub fn read(bytes: &[u8]) -> Self {
        let parsed: Value = serde_json::from_slice(bytes).unwrap_or_default();
        let files = parsed["files"].as_array().cloned().unwrap_or_default();
        let paths = files.iter().filter_map(Value::as_str).filter(|path| is_inside(path)).map(str::to_owned).collect();
        Manifest { paths, papers: PapersOnDisk::read(&parsed) }
    }

    /// Returns the manifest of a site of which no more is known than its paths.
    pub fn of(paths: BTreeSet<String>) -> Self {
        Manifest { paths, papers: PapersOnDisk::default() }
    }

    /// Returns the manifest's bytes: the same for the same files.
    pub fn bytes(&self) -> Vec<u8> {
        let mut manifest = json!({ "made_by": "wardpack", "files": self.paths });
        self.papers.write(&mut manifest);
        let mut text = serde_json::to_string_pretty(&manifest).unwrap_or_default();
        text.push('\n');
        text.into_bytes()
    }
}

/// Tells whether a path is one that a site can have, written in the one way that wardpack writes it: `./index.html` would be another path
/// than `index.html` and the same file, and `C:/` is a disk of Windows.
fn is_inside(path: &str) -> bool {
    let is_name = |part: &str| !["", ".", ".."].contains(&part);
    path.split('/').all(is_name)
        && !path.contains(|letter: char| letter == '\\' || letter == ':' || letter.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_never_names_a_file_outside_the_folder() {
        let manifest = Manifest::read(
            br#"{"files": ["index.html", "../secret", "/etc/passwd", "a\\..\\b", "./index.html", "a/./b", "C:/x", "C:x", "a\u0000b"]}"#,
        );
        assert_eq!(manifest.paths.into_iter().collect::<Vec<_>>(), ["index.html"]);
        assert_eq!(Manifest::read(b"{ broken"), Manifest::default());
    }
}
