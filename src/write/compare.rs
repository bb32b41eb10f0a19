//! Which files differ from those on disk, and whether they may be replaced.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{WriteError, Writer};
use crate::ledger::Manifest;
use crate::render::RenderedFile;

/// What is to be done with one file.
enum Change<'a> {
    Same,
    Write(&'a RenderedFile),
    InTheWay(PathBuf),
}

impl Writer<'_> {
    /// Returns the files whose bytes differ from those on disk, or all that stands in the way.
    pub(super) fn compare<'r>(
        &self,
        rendered: &'r [RenderedFile],
        ours: &Manifest,
    ) -> Result<Vec<&'r RenderedFile>, WriteError> {
        let changes: Vec<Change<'_>> = rendered.par_iter().map(|file| self.change(file, ours)).collect();
        let (mut differ, mut in_the_way) = (Vec::new(), BTreeSet::new());
        for change in changes {
            match change {
                Change::Same => {}
                Change::Write(file) => differ.push(file),
                Change::InTheWay(path) => drop(in_the_way.insert(path)),
            }
        }
        if in_the_way.is_empty() { Ok(differ) } else { Err(WriteError::InTheWay(in_the_way.into_iter().collect())) }
    }

    fn change<'r>(&self, file: &'r RenderedFile, ours: &Manifest) -> Change<'r> {
        let path = self.path(&file.path);
        match path.symlink_metadata() {
            Ok(found)
                if found.is_file()
                    && found.len() == file.bytes.len() as u64
                    && fs::read(&path).is_ok_and(|bytes| *bytes == *file.bytes) =>
            {
                Change::Same
            }
            Ok(found) if found.is_file() && ours.paths.contains(&*file.path) => Change::Write(file),
            Ok(found) if found.is_dir() && self.holds_only_ours(&path, ours) => Change::Write(file),
            Ok(_) => Change::InTheWay(path),
            Err(_) => match self.blocked_folder(&file.path, ours) {
                Some(blocked) => Change::InTheWay(blocked),
                None => Change::Write(file),
            },
        }
    }

    /// Returns the first part of a file's folder that is a file of somebody else.
    fn blocked_folder(&self, path: &str, ours: &Manifest) -> Option<PathBuf> {
        let parts: Vec<&str> = path.split('/').collect();
        (1..parts.len()).map(|depth| parts[..depth].join("/")).find_map(|folder| {
            let full = self.path(&folder);
            let is_blocked = full.symlink_metadata().is_ok_and(|found| !found.is_dir()) && !full.is_dir();
            (is_blocked && !ours.paths.contains(&folder)).then_some(full)
        })
    }

    fn holds_only_ours(&self, folder: &Path, ours: &Manifest) -> bool {
        walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| !entry.file_type().is_dir()).all(|entry| {
            let path = entry.path().strip_prefix(self.output).unwrap_or(entry.path());
            ours.paths.contains(&path.to_string_lossy().replace('\\', "/"))
        })
    }
}
