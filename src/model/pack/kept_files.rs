//! What the files of a pack were found to be, for the next time.

use super::file_name::NameLooks;
use super::typed::TypedFile;
use crate::parse::PerFile;

/// What the files of a pack were found to be, for the next time.
#[derive(Default)]
pub struct KeptFiles {
    pub(super) typed: PerFile<TypedFile>,
    pub(super) names: NameLooks,
}

impl KeptFiles {
    /// Returns how many files were looked into the last time.
    pub fn made(&self) -> usize {
        self.typed.made()
    }
}
