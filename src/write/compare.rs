//! Which files differ from those on disk, and whether they may be replaced.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{SiteWriter, WriteError};
use crate::ledger::Manifest;
use crate::render::RenderedFile;

/// What is to be done with one file.
enum FileChange<'a> {
    Same,
    Write(&'a RenderedFile),
    InTheWay(PathBuf),
}

impl SiteWriter<'_> {
    /// Returns the files whose bytes differ from those on disk, or all that stands in the way.
    pub(super) fn compare<'r>(
        &self,
        rendered: &'r [RenderedFile],
        ours: &Manifest,
    ) -> Result<Vec<&'r RenderedFile>, WriteError> {
        let mut in_the_way = self.folders_in_the_way(rendered, ours);
        let changes: Vec<FileChange<'_>> = rendered.par_iter().map(|file| self.change(file, ours)).collect();
        let mut differ = Vec::new();
        for change in changes {
            match change {
                FileChange::Same => {}
                FileChange::Write(file) => differ.push(file),
                FileChange::InTheWay(path) => drop(in_the_way.insert(path)),
            }
        }
        // What lies behind a link isn't told one by one.
        let all = in_the_way.clone();
        in_the_way.retain(|path| !path.ancestors().skip(1).any(|above| all.contains(above)));
        if in_the_way.is_empty() { Ok(differ) } else { Err(WriteError::InTheWay(in_the_way.into_iter().collect())) }
    }

    fn change<'r>(&self, file: &'r RenderedFile, ours: &Manifest) -> FileChange<'r> {
        let path = self.path(&file.path);
        match path.symlink_metadata() {
            Ok(found)
                if found.is_file()
                    && found.len() == file.bytes.len() as u64
                    && fs::read(&path).is_ok_and(|bytes| *bytes == *file.bytes) =>
            {
                FileChange::Same
            }
            Ok(found) if found.is_file() && ours.paths.contains(&*file.path) => FileChange::Write(file),
            Ok(found) if found.is_dir() && self.holds_only_ours(&path, ours) => FileChange::Write(file),
            Ok(_) => FileChange::InTheWay(path),
            Err(_) => FileChange::Write(file),
        }
    }

    /// Returns what stands where the folders of files go and may not be written through or taken away: links, whatever they lead to,
    /// and files of somebody else. (On Windows, a junction counts as a link here; a folder that a cloud service keeps doesn't.)
    fn folders_in_the_way(&self, rendered: &[RenderedFile], ours: &Manifest) -> BTreeSet<PathBuf> {
        let folders: HashSet<&str> = rendered.iter().flat_map(|file| folders(&file.path)).collect();
        let is_in_the_way = |folder: &&str| match self.path(folder).symlink_metadata() {
            Ok(found) if found.is_dir() => false,
            Ok(found) => !(found.is_file() && ours.paths.contains(*folder)),
            Err(_) => false,
        };
        folders.into_par_iter().filter(is_in_the_way).map(|folder| self.path(folder)).collect()
    }

    /// Tells whether a path is of a file that lies in the output itself, and not behind a link.
    pub(super) fn is_within(&self, path: &str) -> bool {
        let is_folder = |folder: &str| self.path(folder).symlink_metadata().is_ok_and(|found| found.is_dir());
        folders(path).all(is_folder) && self.path(path).symlink_metadata().is_ok_and(|found| found.is_file())
    }

    fn holds_only_ours(&self, folder: &Path, ours: &Manifest) -> bool {
        walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| !entry.file_type().is_dir()).all(|entry| {
            let path = entry.path().strip_prefix(self.output).unwrap_or(entry.path());
            entry.file_type().is_file() && ours.paths.contains(&path.to_string_lossy().replace('\\', "/"))
        })
    }
}

/// Returns the folders on the way to a path of the site, the uppermost first.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}
