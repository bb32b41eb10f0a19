//! What a run tells, while it goes on and when it is over.

use std::sync::Arc;

use crate::problem::Problem;
use crate::problem::reported::ReportedCounts;
use crate::read::Sources;
use crate::write::Written;

/// What happened. The problems are sorted, and very many of one kind only counted; `site` is there if the build wasn't refused.
#[derive(Debug)]
pub struct Report {
    pub sources: Sources,
    pub problems: Vec<Problem>,
    /// What is worth knowing and refuses nothing, for the closing lines.
    pub notes: Vec<Problem>,
    pub counts: ReportedCounts,
    pub refused: bool,
    pub site: Option<SiteReport>,
}

/// How much there is, and what was drawn and written (nothing is written for a check).
#[derive(Clone, Debug)]
pub struct SiteReport {
    /// Pages of the site, drawn now or known to be on disk.
    pub pages: usize,
    /// Files of the site: pages, pictures, stylesheets.
    pub files: usize,
    pub wards: usize,
    /// The files that were left out because they aren't finished.
    pub drafts: Vec<String>,
    /// The paths of the pages that were drawn.
    pub drawn: Vec<Arc<str>>,
    pub written: Written,
}

/// Hears how far the work is. Called from several threads.
pub trait Progress: Sync {
    /// A stage begins, and the one before it is over.
    fn stage(&self, name: &'static str);
    /// So many `what` were gone through in this stage; those that are as they were last time aren't among them.
    fn count(&self, number: usize, what: &'static str);
    /// So many pages are to be drawn; those that are on disk already aren't among them.
    fn pages(&self, total: usize);
    /// One more of them is drawn.
    fn drawn(&self);
}

/// Hears nothing.
pub struct Silent;

impl Progress for Silent {
    fn stage(&self, _name: &'static str) {}
    fn count(&self, _number: usize, _what: &'static str) {}
    fn pages(&self, _total: usize) {}
    fn drawn(&self) {}
}
