//! One run at a time on one output folder.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

use super::disk::Disk;
use super::{WriteError, failed};

/// Held while a run writes. The system lets go of it when the program ends, however it ends.
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Returns the lock of a work folder, or says that another run has it.
    pub fn take(work: &Path, disk: &dyn Disk) -> Result<Self, WriteError> {
        let path = work.join("lock");
        disk.create_folder(work).map_err(|error| failed(work, error))?;
        let file = match File::options().create(true).truncate(false).write(true).open(&path) {
            Ok(file) => file,
            // The run that had the folder has just finished and taken it away.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(WriteError::Busy),
            Err(error) => return Err(failed(&path, error)),
        };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(WriteError::Busy),
            Err(TryLockError::Error(error)) => return Err(failed(&path, error)),
        }
        // A run that ended between our opening and our locking took the folder with it; the file we hold is nobody's.
        match fs::metadata(&path) {
            Ok(_) => Ok(Lock { _file: file }),
            Err(_) => Err(WriteError::Busy),
        }
    }
}
