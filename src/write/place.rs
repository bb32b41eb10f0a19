//! Staged files → their places, and files that are gone → out of the way. What may be touched has been looked at before.

use std::path::Path;

use rayon::prelude::*;

use super::{SiteWriter, WriteError, failed};
use crate::render::RenderedFile;

impl SiteWriter<'_> {
    /// Moves staged files into place: first those that need a folder or take one's place, then all others side by side.
    pub(super) fn rename_all(&self, changes: &[&RenderedFile], stage: &Path) -> Result<(), WriteError> {
        let numbered: Vec<(usize, &&RenderedFile)> = changes.iter().enumerate().collect();
        let is_simple = |(_, file): &&(usize, &&RenderedFile)| {
            let target = self.path(&file.path);
            target.symlink_metadata().is_ok_and(|found| found.is_file())
        };
        let (simple, others): (Vec<_>, Vec<_>) = numbered.iter().partition(is_simple);
        let rename = |(number, file): (usize, &&RenderedFile)| {
            self.rename_into_place(&stage.join(number.to_string()), &file.path)
        };
        others.into_iter().try_for_each(rename)?;
        simple.into_par_iter().try_for_each(|(number, file)| {
            let (staged, target) = (stage.join(number.to_string()), self.path(&file.path));
            self.disk.rename(&staged, &target).map_err(|error| failed(&target, error))
        })
    }

    fn rename_into_place(&self, staged: &Path, path: &str) -> Result<(), WriteError> {
        let target = self.path(path);
        if let Some(folder) = target.parent().filter(|folder| !is_folder(folder)) {
            self.clear_files_above(path)?;
            self.disk.create_folder(folder).map_err(|error| failed(folder, error))?;
        }
        if is_folder(&target) {
            self.disk.remove_tree(&target).map_err(|error| failed(&target, error))?;
        }
        self.disk.rename(staged, &target).map_err(|error| failed(&target, error))
    }

    /// Removes files of ours that stand where a folder is needed now.
    fn clear_files_above(&self, path: &str) -> Result<(), WriteError> {
        let parts: Vec<&str> = path.split('/').collect();
        for depth in 1..parts.len() {
            let folder = self.path(&parts[..depth].join("/"));
            if folder.symlink_metadata().is_ok_and(|found| found.is_file()) {
                self.disk.remove_file(&folder).map_err(|error| failed(&folder, error))?;
            }
        }
        Ok(())
    }

    /// Removes a file of ours that the site no longer has, and the folders it leaves empty.
    pub(super) fn remove(&self, path: &str) -> Result<(), WriteError> {
        // A new file's folder may have taken its place, or a new file its folder's.
        if !self.is_within(path) {
            return Ok(());
        }
        let full = self.path(path);
        self.disk.remove_file(&full).map_err(|error| failed(&full, error))?;
        let mut folder = full.parent();
        while let Some(empty) =
            folder.filter(|folder| *folder != self.output && self.disk.remove_folder(folder).is_ok())
        {
            folder = empty.parent();
        }
        Ok(())
    }
}

/// Tells whether there is a folder, and not a link to one.
fn is_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| found.is_dir())
}
