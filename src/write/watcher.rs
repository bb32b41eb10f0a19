//! One watching run at a time on one output folder: two would write over each other's pages for as long as both are open.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::disk::{Disk, RealDisk};
use super::lock::{is_ours, open};
use super::{WriteError, failed, work_folder};

/// The file that a watching run holds, and the one in which it says who it is: on Windows nobody else can read what is locked.
const HELD: &str = "watch";
const WHO: &str = "watched-by";

/// Held for as long as a run watches. The system lets go of it when the program ends, however it ends, so that what a run that was
/// stopped has left is in nobody's way.
pub struct Watcher {
    work: PathBuf,
    _file: File,
}

impl Watcher {
    /// Returns the hold on an output folder, or says who has it. `who` is what others are told.
    pub fn take(output: &Path, who: &str) -> Result<Self, WriteError> {
        let work = work_folder(output);
        if work.symlink_metadata().is_ok_and(|found| !found.is_dir()) {
            return Err(WriteError::InTheWay(vec![work]));
        }
        RealDisk.create_folder(&work).map_err(|error| failed(&work, error))?;
        let path = work.join(HELD);
        let file = open(&path).map_err(|error| failed(&path, error))?;
        if !is_ours(&file).map_err(|error| failed(&path, error))? {
            return Err(WriteError::Watched(fs::read_to_string(work.join(WHO)).unwrap_or_default()));
        }
        let watcher = Watcher { work, _file: file };
        watcher.say(who)?;
        Ok(watcher)
    }

    /// Says who has the folder, for those who come later.
    pub fn say(&self, who: &str) -> Result<(), WriteError> {
        let path = self.work.join(WHO);
        fs::write(&path, who).map_err(|error| failed(&path, error))
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        forget(&self.work);
        // Where a run that writes is at work in the folder, that one takes it away.
        let _ = fs::remove_dir(&self.work);
    }
}

/// Takes away what a watching run that was stopped has left in a work folder; what one that is at work has there stays.
pub(super) fn sweep(work: &Path) {
    let left = File::options().write(true).open(work.join(HELD));
    if left.is_ok_and(|file| is_ours(&file).unwrap_or(false)) {
        forget(work);
    }
}

fn forget(work: &Path) {
    for name in [WHO, HELD] {
        let _ = fs::remove_file(work.join(name));
    }
}
