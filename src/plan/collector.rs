//! Every file of the site at its address; two that would have the same one are told.

use std::collections::HashSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::view::pages::View;
use super::{Content, Draft, PlannedFile};
use crate::ledger::Ledger;
use crate::problem::catalogue::site_addresses;
use crate::problem::{Place, Problem};
use crate::read::Sources;
use crate::span::Span;

/// Collects the files of a site, each at an address of its own.
pub struct Collector<'p> {
    /// Paths in lower case with the place they came from: Windows shares make no difference between cases.
    pub by_lower: FxHashMap<Box<str>, (Arc<str>, Option<Span>)>,
    pub found: Vec<PlannedFile>,
    /// The names of the groups that are kept.
    pub kept: HashSet<String>,
    pub ledger: &'p Ledger,
    pub sources: &'p Sources,
    pub clashes: &'p mut Vec<Problem>,
}

/// Tells whether a file only leads on from an address that a page had before.
fn leads_on(content: &Content) -> bool {
    matches!(content, Content::Page(page) if matches!(page.view, View::Moved(_)))
}

fn is_earlier_at(file: &PlannedFile, path: &Arc<str>) -> bool {
    file.path == *path && leads_on(&file.content)
}

impl Collector<'_> {
    /// Adds pages. Returns the paths of those that got their address.
    pub(super) fn add_drafts(&mut self, drafts: Vec<Draft>) -> Vec<Arc<str>> {
        let add = |draft: Draft| {
            let path: Arc<str> = draft.path.into();
            self.add(path.clone(), draft.content, draft.origin).then_some(path)
        };
        drafts.into_iter().filter_map(add).collect()
    }

    /// Adds a file and returns true, or reports that its address is taken.
    pub fn add(&mut self, path: Arc<str>, content: Content, origin: Option<Span>) -> bool {
        let lower = path.to_lowercase().into_boxed_str();
        let taken = self.by_lower.get(&lower).cloned().or_else(|| self.kept_at(&lower));
        if let Some((other, first)) = &taken {
            // The author's own file is the one that can be renamed, whichever was planned first.
            let is_own = |span: &Span| !self.sources.file(span.file).inherited;
            let (blamed, context) =
                if origin.as_ref().is_some_and(is_own) { (origin, *first) } else { (*first, origin) };
            let (blamed, context) = if blamed.is_some() { (blamed, context) } else { (context, blamed) };
            let place = blamed.map_or_else(|| Place::Path(path.to_string()), Place::At);
            let context = context.filter(|context| Some(*context) != blamed);
            let (is_moved, other_moved) =
                (leads_on(&content), self.found.iter().any(|file| is_earlier_at(file, other)));
            let is_swapped = blamed != origin;
            let (moved, other_moved) = if is_swapped { (other_moved, is_moved) } else { (is_moved, other_moved) };
            self.clashes.push(match (moved, other_moved) {
                (false, false) => site_addresses::same_address(&path, place, context, other),
                (true, false) => site_addresses::earlier_address(&path, place, context),
                (true, true) => site_addresses::same_earlier_address(&path, place, context),
                (false, true) => site_addresses::address_of_earlier(&path, place, context),
            });
            return false;
        }
        self.by_lower.insert(lower, (path.clone(), origin));
        self.found.push(PlannedFile { path, content, origin });
        true
    }

    /// Returns the address if a page of a group that is kept has it.
    fn kept_at(&self, lower: &str) -> Option<(Arc<str>, Option<Span>)> {
        self.kept.contains(self.ledger.group_at(lower)?).then(|| (lower.into(), None))
    }
}
