//! A quick look at single files: those that the system says have changed. It finds what an editor's save changes in no time; what
//! it can't tell for sure is left to a look at everything.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::disk::load;
use super::ignored::is_ignored_name;
use super::name::composed;
use super::{FileCache, SourceFile, Sources, shown};
use crate::span::FileId;

/// Reads these files again and returns the sources with them. Returns nothing unless each is a file that took part before and
/// still is a file, or none at all: new files, folders, links and pack.yaml may change what takes part.
pub fn reread(earlier: &Sources, paths: &[PathBuf], file_cache: &mut FileCache) -> Option<Sources> {
    let mut sources = earlier.clone();
    for path in paths {
        let is_ignored = path.file_name().is_some_and(|name| is_ignored_name(&name.to_string_lossy()));
        let known = find(earlier, path, file_cache);
        match (known, path.symlink_metadata()) {
            // An editor's own file, which has come and gone, is no change.
            (None, found) if found.is_err() || is_ignored => {}
            (Some(id), Ok(found)) if found.is_file() && !earlier.packs.contains(&id) => {
                let old = earlier.shared_file(id);
                let loaded = load(path, Some(&found), &old.shown, file_cache, SystemTime::now()).ok()?;
                let new = SourceFile {
                    bytes: loaded.bytes,
                    text: loaded.text,
                    fingerprint: loaded.fingerprint,
                    ..SourceFile::clone(old)
                };
                if new != **old {
                    sources.files[id.0 as usize] = Arc::new(new);
                    file_cache.replace(id, sources.shared_file(id).clone());
                }
            }
            _ => return None,
        }
    }
    Some(sources)
}

/// Returns the file that takes part and has this path, as the system names it.
fn find(sources: &Sources, path: &Path, file_cache: &FileCache) -> Option<FileId> {
    sources.folders.iter().find_map(|folder| {
        let named = std::path::absolute(folder).ok();
        let real = folder.canonicalize().ok();
        let below =
            [named, real].into_iter().flatten().find_map(|root| path.strip_prefix(root).ok().map(Path::to_owned))?;
        file_cache.number_of(&format!("{}/{}", shown(folder), composed(&shown(&below))))
    })
}
