//! disk → [`Sources`]: every file of the content folder and the theme, as bytes with a fingerprint.
//!
//! After this stage nothing looks at the disk again until the site is written.

#![allow(clippy::disallowed_methods, reason = "this is where the disk is read")]

mod disk;
mod folders;
mod layers;
mod text;

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

pub use folders::{Unusable, look};
pub use layers::{read, shown};
pub use text::Text;

use crate::problem::Problem;
use crate::span::{FileId, Files};

/// Where to read from.
#[derive(Clone, Debug)]
pub struct Folders {
    /// The content folder, as the user named it.
    pub content: PathBuf,
    /// The folder that holds a folder for each theme of the user's own.
    pub themes: PathBuf,
    /// The theme asked for on the command line; otherwise `theme:` of pack.yaml, otherwise `ward`.
    pub theme: Option<String>,
}

/// One file as it was read.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path inside the content folder or theme, with forward slashes: `wards/beach.yaml`.
    pub path: String,
    /// The path as the author knows it: `content/wards/beach.yaml`.
    pub shown: String,
    /// Comes from a layer below the user's own.
    pub inherited: bool,
    pub bytes: Arc<[u8]>,
    pub text: Arc<Text>,
    /// xxh3-128 of the bytes: two files with one fingerprint are the same.
    pub fingerprint: u128,
}

/// Every file that takes part in a build. Files of a higher layer have already taken the place of those below.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    /// Content files by path.
    pub content: BTreeMap<String, FileId>,
    /// Theme files by path.
    pub theme: BTreeMap<String, FileId>,
    /// The pack.yaml of every layer, the user's own first: it is the one file that is merged key by key.
    pub packs: Vec<FileId>,
    /// What was wrong with files and folders themselves.
    pub problems: Vec<Problem>,
}

impl Sources {
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Returns the text of a theme file, or nothing where the theme has no such file.
    pub fn theme_text(&self, path: &str) -> Option<&str> {
        self.theme.get(path).map(|id| self.file(*id).text.shown())
    }

    fn add(&mut self, path: String, shown: String, bytes: Arc<[u8]>, inherited: bool) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        let fingerprint = twox_hash::XxHash3_128::oneshot(&bytes);
        let text = Arc::new(if is_text(&path) { Text::decode(&bytes) } else { Text::Valid(String::new()) });
        self.files.push(SourceFile { path, shown, inherited, bytes, text, fingerprint });
        id
    }
}

impl Files for Sources {
    fn shown(&self, file: FileId) -> &str {
        &self.file(file).shown
    }
    fn is_inherited(&self, file: FileId) -> bool {
        self.file(file).inherited
    }
    fn text(&self, file: FileId) -> &str {
        self.file(file).text.shown()
    }
}

/// Tells whether a file is read as text; pictures and the like are carried over as bytes.
pub fn is_text(path: &str) -> bool {
    matches!(extension(path).as_str(), "md" | "yaml" | "yml" | "html" | "css" | "js" | "txt" | "csv")
}

/// Returns the ending of a file's name in lower case, without the dot.
pub fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase())
}

/// Files by path while a folder is being read.
type Found = HashMap<String, (String, Arc<[u8]>)>;
