//! What is on disk already.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::{JOURNAL, inner_work_folder, join, work_folder};
use crate::ledger::{MANIFEST, Manifest, PrintedFiles};
use crate::render::RenderedFile;

/// Tells whether a site that wardpack wrote is there, and no run that wrote it was interrupted.
pub fn is_whole(folder: &Path) -> bool {
    let is_there = folder.join(MANIFEST).symlink_metadata().is_ok_and(|found| found.is_file());
    is_there && !is_interrupted(folder)
}

/// Tells whether a run had begun to move files into a folder, and didn't come to its end.
pub fn is_interrupted(folder: &Path) -> bool {
    [work_folder(folder), inner_work_folder(folder)].iter().any(|work| work.join(JOURNAL).exists())
}

/// Returns the paths of the site that is on disk, as its manifest lists them.
pub fn paths(folder: &Path) -> BTreeSet<String> {
    manifest(folder).paths
}

/// Returns the manifest of the site that is on disk; an empty one where there is none.
pub fn manifest(folder: &Path) -> Manifest {
    fs::read(folder.join(MANIFEST)).map(|bytes| Manifest::read(&bytes)).unwrap_or_default()
}

/// Returns the bytes of a file of the site that is on disk.
pub fn bytes(folder: &Path, path: &str) -> Option<Arc<[u8]>> {
    fs::read(join(folder, path)).ok().map(Arc::from)
}

/// Returns the list of what `wardpack print` made in a folder; an empty one where there is none.
pub fn printed_files(folder: &Path) -> PrintedFiles {
    fs::read(folder.join(PrintedFiles::NAME)).map(|bytes| PrintedFiles::read(&bytes)).unwrap_or_default()
}

/// Returns the paths where the site on disk isn't the given one: other bytes, a file missing, or one too many.
pub fn differences(rendered: &[RenderedFile], folder: &Path) -> Vec<String> {
    let is_other = |file: &&RenderedFile| !fs::read(join(folder, &file.path)).is_ok_and(|bytes| *bytes == *file.bytes);
    let mut differ: Vec<String> = rendered.par_iter().filter(is_other).map(|file| file.path.to_string()).collect();
    let wanted: BTreeSet<&str> = rendered.iter().map(|file| &*file.path).collect();
    differ.extend(paths(folder).into_iter().filter(|path| !wanted.contains(path.as_str())));
    differ
}
