//! disk → [`Sources`]: every file of the content folder and the theme, as bytes with a fingerprint.
//!
//! After this stage nothing looks at the disk again until the site is written.
//!
//! - `base.rs`: What lies below the user's own files, and what lay there when one of them was taken up for editing
//! - `built_in.rs`: The pack and the theme that are inside the program
//! - `disk.rs`: One folder → its files
//! - `file_cache.rs`: What a former read left in memory: a file that hasn't changed isn't read again, and keeps its number
//! - `folders.rs`: Folders that can't be meant
//! - `foreign.rs`: What a file is by its bytes, where it is no text of a pack whatever its name says
//! - `head.rs`: The few lines of a pack.yaml that decide what is read at all
//! - `ignored.rs`: Files that nobody wrote: what systems and programs leave beside the author's own
//! - `layers.rs`: Layers: the built-in pack and theme lie below the user's own, and a path in a higher layer wins
//! - `machine.rs`: What a disk is like: how much room it has, and whether it tells names apart by capital letters
//! - `name.rs`: Names as every disk holds them: a Mac parts accents from their letters, and Windows makes no difference between cases
//! - `reread.rs`: A quick look at single files: those that the system says have changed
//! - `text.rs`: Bytes as text

#![allow(clippy::disallowed_methods, reason = "this is where the disk is read")]

mod base;
mod built_in;
mod disk;
mod file_cache;
mod folders;
pub mod foreign;
mod head;
mod ignored;
mod layers;
mod machine;
pub mod name;
mod reread;
pub mod sheet;
mod text;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

pub use base::{ADOPTED, Base, BaseFile, NewFilePlace, base, spot};
pub use disk::every_file;
pub use disk::{bytes, is_there, misnamed_pack};
pub use file_cache::FileCache;
pub use folders::{look, look_at_target};
pub use ignored::{IN_THE_CLOUD, is_ignored_name};
pub use layers::{from_folder, is_ward, originals, read, shown};
pub use machine::{ignores_case, room};
pub use reread::reread;
pub use text::{FileText, windows_1252};

use crate::problem::{Place, Problem};
use crate::span::{FileId, Files, Span};

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
    pub text: Arc<FileText>,
    /// xxh3-128 of the bytes: two files with one fingerprint are the same.
    pub fingerprint: u128,
}

/// What makes a file this one and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FileIdentity<'f> {
    path: &'f str,
    shown: &'f str,
    inherited: bool,
    fingerprint: u128,
}

impl SourceFile {
    /// Returns what makes a file this one and no other: its path, its layer and its bytes. A file that is taken up from a layer below has
    /// the same bytes, but it is somebody else's.
    pub fn identity(&self) -> FileIdentity<'_> {
        let SourceFile { path, shown, inherited, fingerprint, .. } = self;
        FileIdentity { path, shown, inherited: *inherited, fingerprint: *fingerprint }
    }
}

impl PartialEq for SourceFile {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

/// The bytes of a file, as text where it is one.
#[derive(Clone, Debug)]
struct LoadedFile {
    bytes: Arc<[u8]>,
    text: Arc<FileText>,
    fingerprint: u128,
}

impl LoadedFile {
    fn new(path: &str, bytes: Arc<[u8]>) -> Self {
        let fingerprint = twox_hash::XxHash3_128::oneshot(&bytes);
        let text = Arc::new(if sheet::is_sheet(path) {
            FileText::of_list(path, &bytes)
        } else if is_text(path) {
            FileText::decode(&bytes)
        } else {
            FileText::Valid(String::new())
        });
        LoadedFile { bytes, text, fingerprint }
    }
}

/// Every file that takes part in a build. Files of a higher layer have already taken the place of those below.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Arc<SourceFile>>,
    /// Content files by path.
    pub content: BTreeMap<String, FileId>,
    /// Theme files by path.
    pub theme: BTreeMap<String, FileId>,
    /// The pack.yaml of every layer, the user's own first: it is the one file that is merged key by key.
    pub packs: Vec<FileId>,
    /// The folders on disk that were read: the content folder, the layers below it, and the theme.
    pub folders: Vec<PathBuf>,
    /// What was wrong with files and folders themselves.
    pub problems: Vec<Problem>,
    /// The content files and folders that are there and couldn't be read. What was wrong with them stands in `problems`.
    pub unread: BTreeSet<String>,
}

impl Sources {
    /// Tells whether a folder of the theme or of the pack has files that aren't the program's, with one of these endings.
    pub fn has_own(&self, folder: &str, endings: &[&str]) -> bool {
        let files = self.theme.iter().chain(&self.content);
        let mut found =
            files.filter(|(path, _)| path.starts_with(folder) && endings.iter().any(|end| path.ends_with(end)));
        found.any(|(_, file)| !built_in::has(self.file(*file)))
    }

    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Returns a file together with its owner's hold on it: while the file stays the same, it stays the same pointer.
    pub fn shared_file(&self, id: FileId) -> &Arc<SourceFile> {
        &self.files[id.0 as usize]
    }

    /// Returns the text of a theme file, or nothing where the theme has no such file.
    pub fn theme_text(&self, path: &str) -> Option<&str> {
        self.theme.get(path).map(|id| self.file(*id).text.shown())
    }

    /// Returns where the author's pack.yaml says what the pack stands on.
    pub fn below(&self) -> Place {
        let Some(id) = self.packs.first() else { return Place::Path("pack.yaml".to_owned()) };
        let text = self.file(*id).text.shown();
        let lines =
            text.split_inclusive('\n').scan(0, |at, line| Some((std::mem::replace(at, *at + line.len()), line)));
        let mut line = lines.filter(|(_, line)| line.starts_with("extends:"));
        line.next().map_or_else(
            || Place::Path(self.file(*id).shown.clone()),
            |(at, line)| Place::At(Span::new(*id, at, at + line.trim_end().len())),
        )
    }

    /// Returns the files that take part, in a fixed order.
    pub fn ids(&self) -> impl Iterator<Item = FileId> {
        self.packs.iter().chain(self.content.values()).chain(self.theme.values()).copied()
    }

    /// Returns the files that differ from those of an earlier read, as the author knows them: edited, new and gone. Files
    /// inside the program are named only where nothing else changed: they come and go with the author's own.
    pub fn changed_since(&self, earlier: &Sources) -> Vec<String> {
        let is_same = |id: FileId, other: &Sources| {
            let known = other.files.get(id.0 as usize);
            known.is_some_and(|known| Arc::ptr_eq(known, self.shared_file(id)))
        };
        if self.ids().eq(earlier.ids()) && self.ids().all(|id| is_same(id, earlier)) {
            return Vec::new();
        }
        let by_shown = |sources: &Sources| -> HashMap<String, u128> {
            let file = |id| (sources.file(id).shown.clone(), sources.file(id).fingerprint);
            sources.ids().map(file).collect()
        };
        let (old, new) = (by_shown(earlier), by_shown(self));
        let all: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let differ = all.into_iter().filter(|shown| old.get(*shown) != new.get(*shown)).cloned();
        let (own, built_in): (Vec<String>, Vec<String>) = differ.partition(|shown| !shown.starts_with("built-in/"));
        if own.is_empty() { built_in } else { own }
    }
}

impl Files for Sources {
    fn shown(&self, file: FileId) -> &str {
        &self.file(file).shown
    }
    fn layer(&self, file: FileId) -> Option<&str> {
        let file = self.file(file);
        let layer = file.shown.strip_suffix(&file.path).unwrap_or(&file.shown).trim_end_matches('/');
        file.inherited.then_some(layer)
    }
    fn is_there(&self, shown: &str) -> bool {
        // What is shown is the path, behind the folder of its layer.
        let ends = shown.match_indices('/').map(|(at, _)| &shown[at + 1..]).chain([shown]);
        let mut ids = ends.flat_map(|path| [self.content.get(path), self.theme.get(path)]).flatten().chain(&self.packs);
        ids.any(|id| self.file(*id).shown == shown)
    }
    fn is_sheet(&self, file: FileId) -> bool {
        matches!(self.file(file).text.as_ref(), FileText::Sheet { .. })
    }
    fn text(&self, file: FileId) -> &str {
        self.file(file).text.shown()
    }
}

/// Tells whether a file is read as text; pictures and the like are carried over as bytes.
pub fn is_text(path: &str) -> bool {
    matches!(extension(path).as_str(), "md" | "yaml" | "yml" | "html" | "css" | "js" | "txt" | "csv" | "typ")
}

/// The endings of pictures that every browser shows.
pub const PICTURES: [&str; 7] = ["png", "jpg", "jpeg", "svg", "webp", "gif", "avif"];

/// The endings of pictures that have to be saved anew before browsers show them.
pub const PICTURES_TO_SAVE_ANEW: [&str; 17] = [
    "heic", "heif", "hif", "tif", "tiff", "bmp", "dib", "jxl", "jp2", "psd", "ai", "eps", "dng", "raw", "cr2", "nef",
    "ico",
];

/// Returns the ending of a file's name in lower case, without the dot.
pub fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase())
}

/// Files by path while a folder is being read.
type FoundFiles = HashMap<String, (String, LoadedFile)>;
