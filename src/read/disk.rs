//! One folder → its files. Never follows a link out of the folder, never loops, and reads in the same order everywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use walkdir::{DirEntry, WalkDir};

use super::file_cache::{FileCache, Stamp};
use super::ignored::is_ignored_name;
use super::name::composed;
use super::{FoundFiles, LoadedFile, PICTURES, PICTURES_TO_SAVE_ANEW, extension, is_text};
use crate::problem::Problem;
use crate::problem::catalogue::{files, names, pictures};

/// The largest text file that is read: a book of several hundred pages. YAML a hundred times longer can only be a mistake.
pub const LARGEST_TEXT: u64 = 1 << 20;
/// The largest picture that is read: as much as the cameras of phones make.
const LARGEST_PICTURE: u64 = 30 << 20;

/// What was wrong while folders were read.
#[derive(Default)]
pub struct Trouble {
    pub problems: Vec<Problem>,
    /// The files and folders that are there and couldn't be read: what refers to one isn't a second mistake.
    pub unread: BTreeSet<String>,
}

impl Trouble {
    fn add(&mut self, path: Option<String>, problem: Problem) {
        self.unread.extend(path);
        self.problems.push(problem);
    }
}

/// Reads every file below `root`, which the author knows as `shown`; those that the cache has unchanged are taken from it.
/// Returns path → (shown path, content), and reports links that leave the folder or go in circles, names Windows can't hold,
/// files too large, files that can't be read, and what is no file.
pub fn walk(root: &Path, shown: &str, file_cache: &mut FileCache, trouble: &mut Trouble) -> FoundFiles {
    let mut found = FoundFiles::new();
    let now = SystemTime::now();
    let real_root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let mut entries = WalkDir::new(root).min_depth(1).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().and_then(|path| relative(root, path));
                // A link to nothing may have the name of a file that is ignored: an editor's lock is one.
                let name = error.path().and_then(Path::file_name).unwrap_or_default();
                if !is_ignored_name(&name.to_string_lossy()) {
                    trouble.add(path.clone(), walk_problem(&error, path, shown));
                }
                continue;
            }
        };
        if is_ignored_name(&entry.file_name().to_string_lossy()) {
            skip(&entry, &mut entries);
            continue;
        }
        let Some(path) = relative(root, entry.path()) else {
            trouble.add(None, names::not_text(shown, &entry.file_name().to_string_lossy()));
            skip(&entry, &mut entries);
            continue;
        };
        let file = format!("{shown}/{path}");
        trouble.problems.extend(names::unsafe_name(&file, &composed(&entry.file_name().to_string_lossy())));
        trouble.problems.extend(names::too_long(&file, &path).filter(|_| entry.file_type().is_file()));
        if let Some(problem) = unfit(&entry, &path, &file, &real_root) {
            trouble.add(Some(path), problem);
            skip(&entry, &mut entries);
        } else if entry.file_type().is_file() {
            match load(entry.path(), entry.metadata().ok().as_ref(), &file, file_cache, now) {
                Ok(loaded) => add(&mut found, path, (file, loaded), trouble),
                Err(problem) => trouble.add(Some(path), *problem),
            }
        }
    }
    found
}

/// Adds a file, or reports that its name is another's with the accents written in another way.
fn add(found: &mut FoundFiles, path: String, file: (String, LoadedFile), trouble: &mut Trouble) {
    if let Some((other, _)) = found.get(&path) {
        trouble.problems.push(names::differ_by_case(other, &file.0));
    } else {
        found.insert(path, file);
    }
}

/// Passes over what a folder holds.
fn skip(entry: &DirEntry, entries: &mut walkdir::IntoIter) {
    if entry.file_type().is_dir() {
        entries.skip_current_dir();
    }
}

/// Says why an entry isn't read, be it a file or a folder.
fn unfit(entry: &DirEntry, path: &str, shown: &str, real_root: &Path) -> Option<Problem> {
    let kind = entry.file_type();
    if entry.path_is_symlink() && leaves(entry.path(), real_root) {
        Some(files::link_leaves(shown))
    } else if kind.is_dir() {
        names_a_file(path).then(|| files::folder_named_as_file(shown))
    } else {
        // A pipe would be waited for without end.
        (!kind.is_file()).then(|| files::no_file(shown))
    }
}

/// Tells whether a folder's name is one that only a file can have.
fn names_a_file(path: &str) -> bool {
    matches!(extension(path).as_str(), "md" | "yaml" | "yml" | "csv" | "xlsx" | "png" | "jpg" | "jpeg" | "svg")
}

/// Returns a file's content: from the cache if it is unchanged. Reports one that is too large or can't be read.
pub(super) fn load(
    path: &Path,
    metadata: Option<&Metadata>,
    shown: &str,
    file_cache: &mut FileCache,
    now: SystemTime,
) -> Result<LoadedFile, Box<Problem>> {
    let limit = if is_text(shown) { LARGEST_TEXT } else { LARGEST_PICTURE };
    let stamp = metadata.and_then(|metadata| Stamp::settled(metadata, now));
    if let Some(loaded) = file_cache.unchanged(shown, stamp.as_ref()) {
        return Ok(loaded);
    }
    let size = metadata.map_or(0, Metadata::len);
    if size > limit {
        let too_large = if is_picture(shown) { pictures::too_large } else { files::too_large };
        return Err(Box::new(too_large(shown, size, limit)));
    }
    let bytes: Arc<[u8]> = fs::read(path).map_err(|error| Box::new(files::cannot_read(shown, &error)))?.into();
    let loaded = LoadedFile::new(shown, bytes);
    file_cache.keep(shown, stamp, &loaded);
    Ok(loaded)
}

/// Tells whether a file is a photo or another picture by its name, even one that browsers don't show.
fn is_picture(shown: &str) -> bool {
    let ending = extension(shown);
    PICTURES.contains(&ending.as_str()) || PICTURES_TO_SAVE_ANEW.contains(&ending.as_str())
}

fn relative(root: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.strip_prefix(root).ok()?.iter().map(|part| part.to_str()).collect();
    Some(composed(&parts?.join("/")))
}

fn leaves(path: &Path, real_root: &Path) -> bool {
    fs::canonicalize(path).map_or(true, |real| !real.starts_with(real_root))
}

fn walk_problem(error: &walkdir::Error, path: Option<String>, shown: &str) -> Problem {
    let file = path.map_or_else(|| shown.to_owned(), |path| format!("{shown}/{path}"));
    match error.loop_ancestor() {
        Some(_) => files::link_circle(&file),
        None if error.path().is_some_and(Path::is_symlink) => files::link_leaves(&file),
        None => {
            let kind = error.io_error().map_or(std::io::ErrorKind::Other, std::io::Error::kind);
            files::cannot_read(&file, &std::io::Error::from(kind))
        }
    }
}

/// Returns the bytes of every file of a folder by its path in it, with forward slashes. A link counts as the file it leads to.
pub fn every_file(folder: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    for entry in WalkDir::new(folder).min_depth(1).follow_links(true) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            found.insert(path.to_string_lossy().replace('\\', "/"), fs::read(entry.path())?);
        }
    }
    Ok(found)
}

/// Returns the bytes of a file, if it is there and can be read.
pub fn bytes(path: &Path) -> Option<Vec<u8>> {
    fs::read(path).ok()
}

/// Tells whether something stands at a path: a file, a folder, or a link, even one to nothing.
pub fn is_there(path: &Path) -> bool {
    !matches!(path.symlink_metadata(), Err(error) if error.kind() == io::ErrorKind::NotFound)
}

/// Returns the name of a file in a folder that is nearly called pack.yaml.
pub fn misnamed_pack(folder: &Path) -> Option<String> {
    let names = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let is_near =
        |name: &String| matches!(&*name.to_lowercase(), "pack.yaml" | "pack.yml" | "pack.yaml.txt" | "pack.yaml.yaml");
    names.filter(is_near).min()
}
