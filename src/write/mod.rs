//! [`Rendered`] → disk. Touches only files whose bytes differ, and leaves whole files at every moment.
//!
//! What changed is staged in a work folder beside the output, then a journal says which files are ours, then each file is
//! renamed into place. A run that is killed leaves old or new files, never half a file, and the next run finishes the job.
//! Into an empty or missing folder the whole site is written beside it and renamed once.

#![allow(clippy::disallowed_methods, reason = "this is where the disk is written")]

pub mod disk;
mod lock;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::ledger::{Ledger, MANIFEST};
use crate::render::{Rendered, RenderedFile};
use disk::Disk;

/// What writing did, in files (the manifest isn't counted).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
}

/// Why the site couldn't be written. The output folder holds whole files of the old site or the new one.
#[derive(Debug)]
pub enum WriteError {
    /// Another run has the output folder.
    Busy,
    /// Files or folders that wardpack didn't make stand where the site's files go.
    InTheWay(Vec<PathBuf>),
    /// The disk refused.
    Disk { path: PathBuf, error: io::Error },
}

/// Writes the site into `output`. Returns what it did.
pub fn write(rendered: &Rendered, output: &Path, disk: &dyn Disk) -> Result<Written, WriteError> {
    let work = work_folder(output);
    let _lock = lock::Lock::take(&work, disk)?;
    let result = Writer { output, work: &work, disk }.write(rendered);
    // What a run that failed has staged is of no use to the next one, and may be what fills the disk. Only the journal of a
    // run that had begun to move files has to stay.
    let _ = fs::remove_dir_all(work.join("stage"));
    if result.is_ok() || !work.join("journal").exists() {
        let _ = fs::remove_dir_all(&work);
    }
    result
}

/// Returns the folder beside the output that a run works in: on the same disk, so that renaming is one step.
pub fn work_folder(output: &Path) -> PathBuf {
    let absolute = std::path::absolute(output).unwrap_or_else(|_| output.to_owned());
    let name = absolute.file_name().map_or("output".into(), |name| name.to_string_lossy().into_owned());
    absolute.parent().unwrap_or(&absolute).join(format!(".{name}.wardpack"))
}

struct Writer<'a> {
    output: &'a Path,
    work: &'a Path,
    disk: &'a dyn Disk,
}

/// What is to be done with one file.
enum Change<'a> {
    Same,
    Write(&'a RenderedFile),
    InTheWay(PathBuf),
}

impl Writer<'_> {
    fn write(&self, rendered: &Rendered) -> Result<Written, WriteError> {
        let stage = self.work.join("stage");
        self.clear(&stage)?;
        let new = Ledger { paths: rendered.iter().map(|file| file.path.clone()).collect() };
        if self.is_free() && self.write_whole(rendered, &new, &stage)? {
            return Ok(Written { written: rendered.len(), ..Written::default() });
        }
        self.clear(&stage)?;
        let ours = self.ours();
        let changes = self.compare(rendered, &ours)?;
        self.disk.create_folder(&stage).map_err(|error| failed(&stage, error))?;
        let staged: Result<Vec<()>, WriteError> = changes
            .par_iter()
            .enumerate()
            .map(|(number, file)| {
                let path = stage.join(number.to_string());
                self.disk.write(&path, &file.bytes).map_err(|error| failed(&path, error))
            })
            .collect();
        staged?;
        let gone: BTreeSet<&String> = ours.paths.difference(&new.paths).collect();
        let gone: Vec<&String> = gone.into_iter().filter(|path| self.path(path).symlink_metadata().is_ok()).collect();
        if !changes.is_empty() || !gone.is_empty() {
            self.write_journal(&Ledger { paths: ours.paths.union(&new.paths).cloned().collect() })?;
        }
        for (number, file) in changes.iter().enumerate() {
            self.rename_into_place(&stage.join(number.to_string()), &file.path)?;
        }
        for path in &gone {
            self.remove(path)?;
        }
        self.write_manifest(&new)?;
        Ok(Written { written: changes.len(), unchanged: rendered.len() - changes.len(), removed: gone.len() })
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
    fn write_whole(&self, rendered: &Rendered, ledger: &Ledger, stage: &Path) -> Result<bool, WriteError> {
        let folders: BTreeSet<PathBuf> =
            rendered.iter().filter_map(|file| join(stage, &file.path).parent().map(Path::to_owned)).collect();
        self.disk.create_folder(stage).map_err(|error| failed(stage, error))?;
        for folder in &folders {
            self.disk.create_folder(folder).map_err(|error| failed(folder, error))?;
        }
        let written: Result<Vec<()>, WriteError> = rendered
            .par_iter()
            .map(|file| {
                let path = join(stage, &file.path);
                self.disk.write(&path, &file.bytes).map_err(|error| failed(&path, error))
            })
            .collect();
        written?;
        let manifest = stage.join(MANIFEST);
        self.disk.write(&manifest, &ledger.bytes()).map_err(|error| failed(&manifest, error))?;
        if self.output.exists() && self.disk.remove_folder(self.output).is_err() {
            return Ok(false);
        }
        match self.disk.rename(stage, self.output) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::CrossesDevices => Ok(false),
            Err(error) => Err(failed(self.output, error)),
        }
    }

    /// Returns the files that wardpack wrote, a run that was interrupted included.
    fn ours(&self) -> Ledger {
        let read = |path: PathBuf| fs::read(path).map(|bytes| Ledger::read(&bytes)).unwrap_or_default();
        let mut ours = read(self.output.join(MANIFEST));
        ours.paths.extend(read(self.work.join("journal")).paths);
        ours
    }

    /// Returns the files whose bytes differ from those on disk, or all that stands in the way.
    fn compare<'r>(&self, rendered: &'r Rendered, ours: &Ledger) -> Result<Vec<&'r RenderedFile>, WriteError> {
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

    fn change<'r>(&self, file: &'r RenderedFile, ours: &Ledger) -> Change<'r> {
        let path = self.path(&file.path);
        match path.symlink_metadata() {
            Ok(found)
                if found.is_file()
                    && found.len() == file.bytes.len() as u64
                    && fs::read(&path).is_ok_and(|bytes| *bytes == *file.bytes) =>
            {
                Change::Same
            }
            Ok(found) if found.is_file() && ours.paths.contains(&file.path) => Change::Write(file),
            Ok(found) if found.is_dir() && self.holds_only_ours(&path, ours) => Change::Write(file),
            Ok(_) => Change::InTheWay(path),
            Err(_) => match self.blocked_folder(&file.path, ours) {
                Some(blocked) => Change::InTheWay(blocked),
                None => Change::Write(file),
            },
        }
    }

    /// Returns the first part of a file's folder that is a file of somebody else.
    fn blocked_folder(&self, path: &str, ours: &Ledger) -> Option<PathBuf> {
        let parts: Vec<&str> = path.split('/').collect();
        (1..parts.len()).map(|depth| parts[..depth].join("/")).find_map(|folder| {
            let full = self.path(&folder);
            let is_blocked = full.symlink_metadata().is_ok_and(|found| !found.is_dir()) && !full.is_dir();
            (is_blocked && !ours.paths.contains(&folder)).then_some(full)
        })
    }

    fn holds_only_ours(&self, folder: &Path, ours: &Ledger) -> bool {
        walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| !entry.file_type().is_dir()).all(|entry| {
            let path = entry.path().strip_prefix(self.output).unwrap_or(entry.path());
            ours.paths.contains(&path.to_string_lossy().replace('\\', "/"))
        })
    }

    fn rename_into_place(&self, staged: &Path, path: &str) -> Result<(), WriteError> {
        let target = self.path(path);
        if let Some(folder) = target.parent().filter(|folder| !folder.is_dir()) {
            self.clear_files_above(path)?;
            self.disk.create_folder(folder).map_err(|error| failed(folder, error))?;
        }
        if target.is_dir() && !target.is_symlink() {
            self.disk.remove_tree(&target).map_err(|error| failed(&target, error))?;
        }
        self.disk.rename(staged, &target).map_err(|error| failed(&target, error))
    }

    /// Removes files of ours that stand where a folder is needed now.
    fn clear_files_above(&self, path: &str) -> Result<(), WriteError> {
        let parts: Vec<&str> = path.split('/').collect();
        for depth in 1..parts.len() {
            let folder = self.path(&parts[..depth].join("/"));
            if folder.is_file() {
                self.disk.remove_file(&folder).map_err(|error| failed(&folder, error))?;
            }
        }
        Ok(())
    }

    /// Removes a file of ours that the site no longer has, and the folders it leaves empty.
    fn remove(&self, path: &str) -> Result<(), WriteError> {
        let full = self.path(path);
        match full.symlink_metadata() {
            Ok(found) if !found.is_dir() => self.disk.remove_file(&full).map_err(|error| failed(&full, error))?,
            _ => return Ok(()),
        }
        let mut folder = full.parent();
        while let Some(empty) =
            folder.filter(|folder| *folder != self.output && self.disk.remove_folder(folder).is_ok())
        {
            folder = empty.parent();
        }
        Ok(())
    }

    fn write_journal(&self, ledger: &Ledger) -> Result<(), WriteError> {
        let (draft, journal) = (self.work.join("journal.new"), self.work.join("journal"));
        self.disk.write(&draft, &ledger.bytes()).map_err(|error| failed(&draft, error))?;
        self.disk.rename(&draft, &journal).map_err(|error| failed(&journal, error))
    }

    fn write_manifest(&self, ledger: &Ledger) -> Result<(), WriteError> {
        let (draft, manifest) = (self.work.join("manifest.new"), self.output.join(MANIFEST));
        if fs::read(&manifest).is_ok_and(|bytes| bytes == ledger.bytes()) {
            return Ok(());
        }
        self.disk.write(&draft, &ledger.bytes()).map_err(|error| failed(&draft, error))?;
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
