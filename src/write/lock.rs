//! One run at a time on one folder.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

use super::disk::Disk;
use super::{WriteError, failed};

/// The file in a work folder that is locked.
pub(super) const LOCK: &str = "lock";

/// Held while a run writes. The system lets go of it when the program ends, however it ends.
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Returns the lock of a work folder, or says that another run has it.
    pub fn take(work: &Path, disk: &dyn Disk) -> Result<Self, WriteError> {
        // Nobody makes a link there but to lead us elsewhere.
        if work.symlink_metadata().is_ok_and(|found| !found.is_dir()) {
            return Err(WriteError::InTheWay(vec![work.to_owned()]));
        }
        let path = work.join(LOCK);
        disk.create_folder(work).map_err(|error| failed(work, error))?;
        let file = match open(&path) {
            Ok(file) => file,
            // The run that had the folder has just finished and taken it away.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(WriteError::Busy),
            Err(error) => return Err(failed(&path, error)),
        };
        if !is_ours(&file).map_err(|error| failed(&path, error))? {
            return Err(WriteError::Busy);
        }
        // A run that ended between our opening and our locking took the folder with it; the file we hold is nobody's.
        match fs::metadata(&path) {
            Ok(_) => Ok(Lock { _file: file }),
            Err(_) => Err(WriteError::Busy),
        }
    }
}

/// Opens a file to be locked, and makes it where it isn't there.
pub(super) fn open(path: &Path) -> io::Result<File> {
    File::options().create(true).truncate(false).write(true).open(path)
}

/// Locks a file, and tells whether that could be done: another run may have it. On a disk that has no locks nobody can.
pub(super) fn is_ours(file: &File) -> io::Result<bool> {
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(true),
        Err(TryLockError::Error(error)) => Err(error),
    }
}
