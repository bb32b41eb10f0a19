//! Every file of the site at its address; two that would have the same one are told.

use std::collections::HashSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::moved::FormerLines;
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
    /// Where the addresses are said that pages had before.
    pub former: FormerLines,
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
        if let Some((other, first)) = taken {
            let is_earlier = self.found.iter().any(|file| is_earlier_at(file, &other));
            let second = self.claim(&path, origin, leads_on(&content));
            let first = self.claim(&other, first, is_earlier);
            let (blamed, context) = blame(first, second);
            let is_at = |told: &Problem| blamed.place.is_some_and(|place| told.place == Place::At(place));
            // Of an earlier address the copies of a page in each ward are one mistake.
            if !(blamed.is_earlier && self.clashes.iter().any(is_at)) {
                self.clashes.push(clash(&path, &other, &blamed, &context));
            }
            return false;
        }
        self.by_lower.insert(lower, (path.clone(), origin));
        self.found.push(PlannedFile { path, content, origin });
        true
    }

    /// Returns who claims an address: an earlier one is claimed by its line `formerly`.
    fn claim(&self, path: &str, origin: Option<Span>, is_earlier: bool) -> Claim {
        let place = if is_earlier { self.former.line(path, origin).or(origin) } else { origin };
        let is_own = place.is_some_and(|span| !self.sources.file(span.file).inherited);
        Claim { place, is_own, is_earlier }
    }

    /// Returns the address if a page of a group that is kept has it.
    fn kept_at(&self, lower: &str) -> Option<(Arc<str>, Option<Span>)> {
        self.kept.contains(self.ledger.group_at(lower)?).then(|| (lower.into(), None))
    }
}

/// What would have an address.
struct Claim {
    place: Option<Span>,
    /// It is in a file of the author's own, which can be changed.
    is_own: bool,
    /// It had the address before.
    is_earlier: bool,
}

/// Returns the claim that can be put right, and the other: one in a file of the author's own, and there the line that says the address
/// was this page's before.
fn blame(first: Claim, second: Claim) -> (Claim, Claim) {
    let rank = |claim: &Claim| (claim.is_own, claim.place.is_some(), claim.is_earlier);
    if rank(&first) > rank(&second) { (first, second) } else { (second, first) }
}

fn clash(path: &str, other: &str, blamed: &Claim, context: &Claim) -> Problem {
    let place = blamed.place.map_or_else(|| Place::Path(path.to_owned()), Place::At);
    let context_place = context.place.filter(|place| Some(*place) != blamed.place);
    match (blamed.is_earlier, context.is_earlier) {
        (false, false) => site_addresses::same_address(path, place, context_place, other),
        (true, false) => site_addresses::earlier_address(path, place, context_place),
        (true, true) => site_addresses::same_earlier_address(path, place, context_place),
        (false, true) => site_addresses::address_of_earlier(path, place, context_place),
    }
}
