//! Single files, put in place whole: all are staged first, in a folder of ours inside the one they go into, then each is renamed. A run
//! that is killed leaves old or new files, and what it staged goes with the next run.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::lock::Lock;
use super::{WriteError, failed, forget, join};
use crate::read::{NewFilePlace, spot};

/// The folder in which files are staged. It is hidden, so no part of a pack.
const WORK: &str = ".wardpack";

/// Puts files, by their paths with forward slashes, into a folder, in this order. Nothing is written where one of them would come to
/// lie outside the folder, or in the place of a link or a folder.
pub fn put(folder: &Path, files: &[(&str, &[u8])], disk: &dyn Disk) -> Result<(), WriteError> {
    let in_the_way: BTreeSet<_> =
        files.iter().filter(|(path, _)| !can_be_put(folder, path)).map(|(path, _)| join(folder, path)).collect();
    if !in_the_way.is_empty() {
        return Err(WriteError::InTheWay(in_the_way.into_iter().collect()));
    }
    let work = folder.join(WORK);
    let _lock = Lock::take(&work, disk)?;
    let result = stage_and_move(folder, files, &work.join("stage"), disk);
    forget(&work);
    result
}

/// Returns the paths of those of some files that are in a folder already, with bytes that are so.
pub fn those_there(folder: &Path, files: &[(&str, &[u8])], are_so: impl Fn(&[u8]) -> bool) -> Vec<PathBuf> {
    let paths = files.iter().map(|(path, _)| join(folder, path));
    paths.filter(|path| fs::read(path).is_ok_and(|bytes| are_so(&bytes))).collect()
}

/// Takes files away from a folder, by their paths with forward slashes. One that is gone already is fine.
pub fn take_away(folder: &Path, paths: &[&str], disk: &dyn Disk) -> Result<(), WriteError> {
    for path in paths {
        let file = join(folder, path);
        match disk.remove_file(&file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(WriteError::Disk { path: file, error });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Takes away what a run that was killed has staged in a folder. One that is at work is left alone.
pub fn sweep(folder: &Path, disk: &dyn Disk) {
    let work = folder.join(WORK);
    if work.symlink_metadata().is_ok_and(|found| found.is_dir())
        && let Ok(_lock) = Lock::take(&work, disk)
    {
        forget(&work);
    }
}

fn can_be_put(folder: &Path, path: &str) -> bool {
    match spot(folder, path) {
        NewFilePlace::Free => true,
        NewFilePlace::Taken => join(folder, path).symlink_metadata().is_ok_and(|found| found.is_file()),
        NewFilePlace::Outside => false,
    }
}

fn stage_and_move(folder: &Path, files: &[(&str, &[u8])], stage: &Path, disk: &dyn Disk) -> Result<(), WriteError> {
    // What a run that was killed has staged.
    let _ = fs::remove_dir_all(stage);
    disk.create_folder(stage).map_err(|error| failed(folder, error))?;
    for (number, (path, bytes)) in files.iter().enumerate() {
        disk.write(&stage.join(number.to_string()), bytes).map_err(|error| failed(&join(folder, path), error))?;
    }
    for (number, (path, _)) in files.iter().enumerate() {
        let target = join(folder, path);
        let parent = target.parent().unwrap_or(folder);
        disk.create_folder(parent).map_err(|error| failed(parent, error))?;
        disk.rename(&stage.join(number.to_string()), &target).map_err(|error| failed(&target, error))?;
    }
    Ok(())
}
