//! [`Rendered`](crate::render::Rendered) → disk. Touches only files whose bytes differ, and leaves whole files at every moment.
//!
//! What changed is staged in a work folder beside the output, then a journal says which files are ours, then each file is
//! renamed into place. A run that is killed leaves old or new files, never half a file, and the next run finishes the job.
//! Into an empty or missing folder the whole site is written beside it and renamed once.
//!
//! Nothing is written, replaced or removed through a link inside the output folder: what it leads to isn't ours. The output folder itself
//! may be a link, since the user named it.
//!
//! - `beside.rs`: Folders beside the output: the one that a run works in, and the one that keeps the release before
//! - `compare.rs`: Which files differ from those on disk, and whether they may be replaced
//! - `disk.rs`: The few things that writing asks of a disk, so that a test can be a disk that fails
//! - `error.rs`: Why something couldn't be written
//! - `lock.rs`: One run at a time on one folder
//! - `place.rs`: Staged files → their places, and files that are gone → out of the way
//! - `probe.rs`: Whether a site could be written, tried without changing it
//! - `there.rs`: What is on disk already
//! - `tests.rs`: Tests on disks that fail, and of what a killed run leaves
//! - `watcher.rs`: One watching run at a time on one output folder: two would write over each other's pages for as long as both are open
//! - `whole.rs`: Single files, put in place whole: all are staged first, in a folder of ours inside the one they go into, then each is renamed

#![allow(clippy::disallowed_methods, reason = "this is where the disk is written")]

mod beside;
mod compare;
pub mod disk;
mod error;
mod lock;
mod place;
pub mod probe;
mod there;
mod watcher;
pub mod whole;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::ledger::{MANIFEST, Manifest, PapersOnDisk};
use crate::render::RenderedFile;
use beside::inner_work_folder;
pub use beside::{previous, work_folder};
use disk::Disk;
pub use error::WriteError;
pub use there::{bytes, differences, is_interrupted, is_whole, manifest, paths, printed_files};
pub use watcher::Watcher;

/// The site as it shall be on disk.
#[derive(Clone, Copy, Debug, Default)]
pub struct Output<'a> {
    /// Files that may differ from those on disk. All others of `paths` are known to be there.
    pub files: &'a [RenderedFile],
    /// The path of every file of the site; nothing where the site on disk is known to have the very same paths.
    pub paths: Option<&'a BTreeSet<String>>,
    /// What is known of the papers of the site, where the manifest shall say it.
    pub papers: Option<&'a PapersOnDisk>,
}

/// What writing did (the manifest isn't counted).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub written: Vec<Arc<str>>,
    /// How many bytes the written files have together.
    pub bytes: usize,
    pub removed: Vec<String>,
}

impl Written {
    fn of<'r>(files: impl Iterator<Item = &'r RenderedFile>, removed: Vec<String>) -> Self {
        let mut bytes = 0;
        let written = files.inspect(|file| bytes += file.bytes.len()).map(|file| file.path.clone()).collect();
        Written { written, bytes, removed }
    }
}

/// Writes the site into the folder. Returns what it did.
pub fn write(output: Output<'_>, folder: &Path, disk: &dyn Disk) -> Result<Written, WriteError> {
    let (beside, inside) = (work_folder(folder), inner_work_folder(folder));
    match write_from(&beside, output, folder, disk) {
        // The output folder is a disk of its own, so that nothing can be moved there from beside it.
        Err(WriteError::Disk { error, .. }) if error.kind() == io::ErrorKind::CrossesDevices => {
            let written = write_from(&inside, output, folder, disk)?;
            forget(&beside);
            Ok(written)
        }
        result => result,
    }
}

fn write_from(work: &Path, output: Output<'_>, folder: &Path, disk: &dyn Disk) -> Result<Written, WriteError> {
    let _lock = lock::Lock::take(work, disk)?;
    let result = SiteWriter { output: folder, work, disk }.write(output);
    // What a run that failed has staged is of no use to the next one, and may be what fills the disk. Only the journal of a
    // run that had begun to move files has to stay.
    let _ = fs::remove_dir_all(work.join("stage"));
    if result.is_ok() || !work.join(JOURNAL).exists() {
        forget(work);
    }
    result
}

/// Takes a work folder away, but for what a run that watches has in it.
fn forget(work: &Path) {
    watcher::sweep(work);
    let _ = fs::remove_dir_all(work.join("stage"));
    for name in ["journal.new", "manifest.new", JOURNAL, lock::LOCK] {
        let _ = fs::remove_file(work.join(name));
    }
    let _ = fs::remove_dir(work);
}

/// The list of files that are ours while they are being moved.
const JOURNAL: &str = "journal";

struct SiteWriter<'a> {
    output: &'a Path,
    work: &'a Path,
    disk: &'a dyn Disk,
}

impl SiteWriter<'_> {
    fn write(&self, output: Output<'_>) -> Result<Written, WriteError> {
        let stage = self.work.join("stage");
        self.clear(&stage)?;
        let Some(paths) = output.paths else { return self.write_changes(output.files, None, &stage) };
        let new = Manifest { paths: paths.clone(), papers: output.papers.cloned().unwrap_or_default() };
        if output.files.len() == paths.len() && self.is_free() && self.write_whole(output.files, &new, &stage)? {
            return Ok(Written::of(output.files.iter(), Vec::new()));
        }
        self.clear(&stage)?;
        self.write_changes(output.files, Some(&new), &stage)
    }

    /// Stages the files that differ and moves them into place; `new` is the manifest where it isn't the one on disk.
    fn write_changes(
        &self,
        files: &[RenderedFile],
        new: Option<&Manifest>,
        stage: &Path,
    ) -> Result<Written, WriteError> {
        let ours = match new {
            Some(_) => self.ours()?,
            // The paths are the manifest's own, so each of these files is one of ours.
            None => Manifest::of(files.iter().map(|file| file.path.to_string()).collect()),
        };
        let changes = self.compare(files, &ours)?;
        if !changes.is_empty() {
            self.disk.create_folder(stage).map_err(|error| failed(stage, error))?;
        }
        let staged: Result<Vec<()>, WriteError> = changes
            .par_iter()
            .enumerate()
            .map(|(number, file)| {
                let staged = self.disk.write(&stage.join(number.to_string()), &file.bytes);
                staged.map_err(|error| failed(&self.path(&file.path), error))
            })
            .collect();
        staged?;
        let gone = new.map(|new| self.gone(&ours, new)).unwrap_or_default();
        if let Some(new) = new.filter(|_| !changes.is_empty() || !gone.is_empty()) {
            self.write_journal(&Manifest::of(ours.paths.union(&new.paths).cloned().collect()))?;
        }
        self.rename_all(&changes, stage)?;
        for path in &gone {
            self.remove(path)?;
        }
        if let Some(new) = new {
            self.write_manifest(new)?;
        }
        Ok(Written::of(changes.into_iter(), gone))
    }

    /// Returns the files of ours on disk that the site no longer has.
    fn gone(&self, ours: &Manifest, new: &Manifest) -> Vec<String> {
        let gone = ours.paths.difference(&new.paths);
        gone.filter(|path| self.is_within(path)).cloned().collect()
    }

    /// Tells whether the whole folder can come into place at once: there is none yet, or an empty one.
    fn is_free(&self) -> bool {
        match self.output.symlink_metadata() {
            Err(error) => error.kind() == io::ErrorKind::NotFound,
            Ok(found) if found.is_dir() => fs::read_dir(self.output).is_ok_and(|mut entries| entries.next().is_none()),
            Ok(_) => false,
        }
    }

    /// Writes the whole site beside the output and renames it once. Returns false if the folder can't be put into place
    /// that way (the output may be a disk of its own), so that the files have to be moved one by one.
    fn write_whole(&self, rendered: &[RenderedFile], new: &Manifest, stage: &Path) -> Result<bool, WriteError> {
        let folder_of = |file: &RenderedFile| file.path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let mut in_folders: BTreeMap<String, Vec<&RenderedFile>> = BTreeMap::new();
        for file in rendered {
            in_folders.entry(folder_of(file)).or_default().push(file);
        }
        let in_folders: Vec<Vec<&RenderedFile>> = in_folders.into_values().collect();
        self.disk.create_folder(stage).map_err(|error| failed(stage, error))?;
        // Each folder is made by the thread that fills it: while one waits for the disk, another goes on.
        in_folders.par_iter().try_for_each(|files| {
            let first = join(stage, &files[0].path);
            let folder = first.parent().unwrap_or(stage);
            self.disk.create_folder(folder).map_err(|error| failed(folder, error))?;
            files.iter().try_for_each(|file| {
                let staged = self.disk.write(&join(stage, &file.path), &file.bytes);
                staged.map_err(|error| failed(&self.path(&file.path), error))
            })
        })?;
        let manifest = stage.join(MANIFEST);
        self.disk.write(&manifest, &new.bytes()).map_err(|error| failed(&manifest, error))?;
        if self.output.exists() && self.disk.remove_folder(self.output).is_err() {
            return Ok(false);
        }
        match self.disk.rename(stage, self.output) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => Ok(false),
            Err(error) => Err(failed(self.output, error)),
        }
    }

    /// Returns the files that wardpack wrote, a run that was interrupted included. What somebody else has put in the place of the
    /// manifest is in the way.
    fn ours(&self) -> Result<Manifest, WriteError> {
        let manifest = self.output.join(MANIFEST);
        if manifest.symlink_metadata().is_ok_and(|found| !found.is_file()) {
            return Err(WriteError::InTheWay(vec![manifest]));
        }
        let read = |path: PathBuf| fs::read(path).map(|bytes| Manifest::read(&bytes)).unwrap_or_default();
        let journals = [work_folder(self.output), inner_work_folder(self.output)].map(|work| read(work.join(JOURNAL)));
        let paths = std::iter::once(read(manifest)).chain(journals).flat_map(|manifest| manifest.paths);
        Ok(Manifest::of(paths.collect()))
    }

    fn write_journal(&self, manifest: &Manifest) -> Result<(), WriteError> {
        let (draft, journal) = (self.work.join("journal.new"), self.work.join(JOURNAL));
        self.disk.write(&draft, &manifest.bytes()).map_err(|error| failed(&draft, error))?;
        self.disk.rename(&draft, &journal).map_err(|error| failed(&journal, error))
    }

    fn write_manifest(&self, new: &Manifest) -> Result<(), WriteError> {
        let (draft, manifest) = (self.work.join("manifest.new"), self.output.join(MANIFEST));
        if fs::read(&manifest).is_ok_and(|bytes| bytes == new.bytes()) {
            return Ok(());
        }
        self.disk.write(&draft, &new.bytes()).map_err(|error| failed(&draft, error))?;
        self.disk.rename(&draft, &manifest).map_err(|error| failed(&manifest, error))
    }

    fn clear(&self, folder: &Path) -> Result<(), WriteError> {
        match self.disk.remove_tree(folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(folder, error)),
            _ => Ok(()),
        }
    }

    fn path(&self, path: &str) -> PathBuf {
        join(self.output, path)
    }
}

/// Returns a path of the site below a folder, on every system.
fn join(folder: &Path, path: &str) -> PathBuf {
    let mut joined = folder.to_owned();
    joined.extend(path.split('/'));
    joined
}

fn failed(path: &Path, error: io::Error) -> WriteError {
    WriteError::Disk { path: path.to_owned(), error }
}

#[cfg(test)]
mod tests;
