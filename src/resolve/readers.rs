//! Who something is for: readers of one audience, wards of some kinds, or everyone.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::audience::Audience;
use crate::model::ward::Ward;
use crate::span::Spanned;
use crate::text::prose::{Passage, PlaceholderUse, Prose};
use crate::text::select;

/// The readers of a page or a site. Where one of the two isn't said, everyone is meant.
#[derive(Clone, Debug, Default)]
pub struct Readers {
    pub audience: Option<Audience>,
    pub ward_kinds: Option<BTreeSet<String>>,
    /// What isn't finished isn't for them.
    pub without_drafts: bool,
}

impl Readers {
    /// Returns the readers on a ward.
    pub fn of_ward(ward: &Ward) -> Self {
        Readers { ward_kinds: Some(BTreeSet::from([ward.kind.value.clone()])), ..Readers::default() }
    }

    pub fn are_everyone(&self) -> bool {
        self.audience.is_none() && self.ward_kinds.is_none() && !self.without_drafts
    }

    /// Tells whether something is for others. What doesn't say who it is for is for everyone.
    pub fn are_left_out(&self, audience: &[Audience], ward_kinds: &[Spanned<String>]) -> bool {
        let is_for_others = !audience.is_empty() && self.audience.is_some_and(|own| !audience.contains(&own));
        let own = |kinds: &BTreeSet<String>| ward_kinds.iter().any(|kind| kinds.contains(&kind.value));
        is_for_others || !ward_kinds.is_empty() && self.ward_kinds.as_ref().is_some_and(|kinds| !own(kinds))
    }

    /// Tells whether something isn't for any of their kinds of ward.
    pub fn are_of(&self, not_for: &[String]) -> bool {
        self.ward_kinds
            .as_ref()
            .is_some_and(|kinds| !kinds.is_empty() && kinds.iter().all(|kind| not_for.contains(kind)))
    }

    /// Tells whether a passage is for them. One whose words for an audience aren't known is for nobody; a problem has said so.
    pub fn see(&self, passage: &Passage) -> bool {
        let audience: Vec<Audience> = passage.audience.iter().filter_map(|word| Audience::named(word)).collect();
        let is_unclear = audience.is_empty() && !passage.audience.is_empty() && self.audience.is_some();
        !is_unclear && !self.are_left_out(&audience, &passage.ward_kinds)
    }

    /// Returns what they see of a text; nothing where that is all of it.
    pub fn part_of(&self, prose: &Prose) -> Option<Prose> {
        if prose.passages.is_empty() { None } else { select::only(prose, &|passage| self.see(passage), &|_| true) }
    }

    /// Returns the text as they see it.
    pub fn view(&self, prose: &Arc<Prose>) -> Arc<Prose> {
        self.part_of(prose).map_or_else(|| prose.clone(), Arc::new)
    }

    /// Returns the text as they see it, without the lines that are there only with a value that `has_value` doesn't find.
    pub fn view_with(&self, prose: &Arc<Prose>, has_value: &dyn Fn(&PlaceholderUse) -> bool) -> Arc<Prose> {
        select::only(prose, &|passage| self.see(passage), has_value).map_or_else(|| prose.clone(), Arc::new)
    }
}
