//! What a run leaves in memory for the next one.

use crate::audit::Looks;
use crate::ledger::Ledger;
use crate::model::pack::KeptFiles;
use crate::parse::{Parsed, PerFile};
use crate::plan::strings::ThemeWords;
use crate::print::KnownPapers;
use crate::read::FileCache;
use crate::render::LoadedTemplates;
use crate::why::Why;

/// What a run leaves in memory for the next one. With an empty memory everything is done anew, and gives the same bytes.
#[derive(Default)]
pub struct Memory {
    pub file_cache: FileCache,
    pub(super) parsed: PerFile<Parsed>,
    pub(super) kept_files: KeptFiles,
    pub(super) words: PerFile<ThemeWords>,
    pub(super) templates: LoadedTemplates,
    pub(super) papers: KnownPapers,
    pub(super) ledger: Ledger,
    pub(super) looks: Looks,
    pub(super) why: Option<Why>,
}

impl Memory {
    /// Returns an empty memory that will compare a page with what it was, if one is asked about.
    pub fn asked_about(page: Option<&str>) -> Self {
        Memory { why: page.map(Why::new), ..Memory::default() }
    }

    /// Returns what changed in the page that was asked about, by the last run that came as far as drawing.
    pub fn answer(&self) -> Option<Vec<String>> {
        self.why.as_ref().map(Why::answer)
    }
}
