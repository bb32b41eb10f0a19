//! What a trust says in pack.yaml and a page shows below its text: how accessible the copy is.

use jiff::civil::Date;

use crate::model;
use crate::model::accessibility::Reason;
use crate::model::charter_changes::InLanguages;
use crate::plan::view::accessibility::{Accessibility, NotAccessible, NotAccessibleGroup};
use crate::plan::view::said::Said;
use crate::plan::voice::Voice;
use crate::span::Spanned;
use crate::text::line::Line;

impl Voice<'_> {
    /// Returns what stands below the text of the accessibility statement; empty where the trust says nothing yet.
    pub(in crate::plan) fn accessibility(&self) -> Accessibility {
        let Some(said) = &self.shared.settings.accessibility else { return Accessibility::default() };
        let day = |date: &Option<Spanned<Date>>| date.as_ref().map(|date| self.strings.date(date.value));
        let words = |said: &Option<InLanguages<Line>>| -> Option<Said> { said.as_ref().map(|said| self.said(said)) };
        let tested = said.tested.as_ref();
        Accessibility {
            meets: Some(said.meets.word()),
            groups: self.not_accessible(&said.not_accessible),
            answered_within: words(&said.answered_within),
            improving: words(&said.improving),
            tested: tested.map(|tested| self.strings.date(tested.on.value)),
            tested_by: tested.map(|tested| self.said(&tested.by)),
            tested_how: tested.and_then(|tested| words(&tested.how)),
            written: day(&said.written),
            reviewed: day(&said.reviewed),
        }
    }

    fn not_accessible(&self, all: &[model::accessibility::NotAccessible]) -> Vec<NotAccessibleGroup> {
        let of = |reason: Reason| {
            let items = all.iter().filter(|one| one.reason == reason).map(|one| NotAccessible {
                what: self.said(&one.what),
                why: one.why.as_ref().map(|why| self.said(why)),
                criterion: one.criterion.as_ref().map(|criterion| criterion.0.clone()),
                put_right_by: one.put_right_by.as_ref().map(|date| self.strings.date(date.value)),
            });
            NotAccessibleGroup { reason: reason.word(), items: items.collect() }
        };
        let groups = Reason::CHOICES.map(|(_, reason)| of(reason));
        groups.into_iter().filter(|group| !group.items.is_empty()).collect()
    }
}
