//! Why something couldn't be written.

use std::io;
use std::path::{Path, PathBuf};

use crate::problem::fault::{Fault, output, publishing};
use crate::read::shown;

/// Why something couldn't be written. The folder holds whole files, old or new.
#[derive(Debug)]
pub enum WriteError {
    /// Another run has the folder.
    Busy,
    /// A run that goes on watching has it; what that one says of itself.
    Watched(String),
    /// Files, folders or links that wardpack didn't make stand where its files go.
    InTheWay(Vec<PathBuf>),
    /// The disk refused.
    Disk { path: PathBuf, error: io::Error },
}

impl WriteError {
    /// Says why the site couldn't be written into a folder.
    pub fn of_site(self, folder: &Path) -> Fault {
        let folder = shown(folder);
        match self {
            WriteError::Busy => output::busy(&folder),
            WriteError::Watched(who) => output::watched(&folder, &who),
            WriteError::InTheWay(paths) => output::in_the_way(&folder, &all_shown(&paths)),
            WriteError::Disk { path, error } => output::site_refused(&shown(&path), &error),
        }
    }

    /// Says why a release couldn't be put where people read it.
    pub fn of_release(self, target: &Path) -> Fault {
        let target = shown(target);
        match self {
            WriteError::Busy | WriteError::Watched(_) => output::busy(&target),
            WriteError::InTheWay(paths) => publishing::in_the_way(&target, &all_shown(&paths)),
            WriteError::Disk { path, error } => publishing::refused(&shown(&path), &error),
        }
    }

    /// Says why single files couldn't be put into a folder.
    pub fn of_files(self, folder: &Path) -> Fault {
        match self {
            WriteError::Busy | WriteError::Watched(_) => output::busy(&shown(folder)),
            WriteError::InTheWay(paths) => output::files_in_the_way(&all_shown(&paths)),
            WriteError::Disk { path, error } => output::file_refused(&shown(&path), &error),
        }
    }
}

fn all_shown(paths: &[PathBuf]) -> Vec<String> {
    paths.iter().map(|path| shown(path)).collect()
}
