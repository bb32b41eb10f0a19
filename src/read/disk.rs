//! One folder → its files. Never follows a link out of the folder, never loops, and reads in the same order everywhere.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use walkdir::{DirEntry, WalkDir};

use super::shelf::{Shelf, Stamp};
use super::{Found, Loaded, is_text};
use crate::problem::Problem;
use crate::problem::catalogue::files;

/// The largest text file that is read: a book of several hundred pages. YAML a hundred times longer can only be a mistake.
pub const LARGEST_TEXT: u64 = 1 << 20;
/// The largest picture that is read: more than any page should carry.
const LARGEST_PICTURE: u64 = 20 << 20;

/// Reads every file below `root`, which the author knows as `shown`; those that the shelf has unchanged are taken from it.
/// Returns path → (shown path, content), and reports links that leave the folder or go in circles, names Windows can't hold,
/// files too large, and files that can't be read.
pub fn walk(root: &Path, shown: &str, shelf: &mut Shelf, problems: &mut Vec<Problem>) -> Found {
    let mut found = Found::new();
    let now = SystemTime::now();
    let real_root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let mut entries = WalkDir::new(root).min_depth(1).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        match entry {
            Err(error) => problems.push(walk_problem(&error, root, shown)),
            Ok(entry) if is_ignored(&entry) => {
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
            }
            Ok(entry) => {
                let Some(path) = relative(root, entry.path()) else {
                    problems.push(files::name_not_text(shown, &entry.file_name().to_string_lossy()));
                    continue;
                };
                let file = format!("{shown}/{path}");
                if entry.path_is_symlink() && leaves(entry.path(), &real_root) {
                    problems.push(files::link_leaves(&file));
                    if entry.file_type().is_dir() {
                        entries.skip_current_dir();
                    }
                } else if entry.file_type().is_file() {
                    problems.extend(files::unsafe_name(&file, entry.file_name().to_str().unwrap_or_default()));
                    match load(entry.path(), entry.metadata().ok().as_ref(), &file, shelf, now) {
                        Ok(loaded) => drop(found.insert(path, (file, loaded))),
                        Err(problem) => problems.push(*problem),
                    }
                } else if entry.file_type().is_dir() {
                    problems.extend(files::unsafe_name(&file, entry.file_name().to_str().unwrap_or_default()));
                }
            }
        }
    }
    found
}

/// Returns a file's content: from the shelf if it is unchanged. Reports one that is too large or can't be read.
pub(super) fn load(
    path: &Path,
    metadata: Option<&Metadata>,
    shown: &str,
    shelf: &mut Shelf,
    now: SystemTime,
) -> Result<Loaded, Box<Problem>> {
    let limit = if is_text(shown) { LARGEST_TEXT } else { LARGEST_PICTURE };
    let stamp = metadata.and_then(|metadata| Stamp::settled(metadata, now));
    if let Some(loaded) = shelf.unchanged(shown, stamp.as_ref()) {
        return Ok(loaded);
    }
    let size = metadata.map_or(0, Metadata::len);
    if size > limit {
        return Err(Box::new(files::too_large(shown, size, limit)));
    }
    let bytes: Arc<[u8]> = fs::read(path).map_err(|error| Box::new(files::cannot_read(shown, &error)))?.into();
    let loaded = Loaded::new(shown, bytes);
    shelf.keep(shown, stamp, &loaded);
    Ok(loaded)
}

fn relative(root: &Path, path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.strip_prefix(root).ok()?.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

fn leaves(path: &Path, real_root: &Path) -> bool {
    fs::canonicalize(path).map_or(true, |real| !real.starts_with(real_root))
}

fn is_ignored(entry: &DirEntry) -> bool {
    is_ignored_name(&entry.file_name().to_string_lossy())
}

/// Tells whether a file is the system's or an editor's own: hidden files, backups, swap files, Office locks.
pub fn is_ignored_name(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || name.ends_with(".swp")
        || name.ends_with(".tmp")
        || name.ends_with(".bak")
        || matches!(name, "Thumbs.db" | "desktop.ini" | "4913")
}

fn walk_problem(error: &walkdir::Error, root: &Path, shown: &str) -> Problem {
    let place = error.path().and_then(|path| relative(root, path));
    let file = place.map_or_else(|| shown.to_owned(), |path| format!("{shown}/{path}"));
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

/// Tells whether something stands at a path: a file, a folder, or a link, even one to nothing.
pub fn is_there(path: &Path) -> bool {
    !matches!(path.symlink_metadata(), Err(error) if error.kind() == io::ErrorKind::NotFound)
}
