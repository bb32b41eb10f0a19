//! Who has checked or read what, in words: the publisher, or nobody of it yet.

use super::view::{Foot, SeenIn};
use super::voice::Voice;
use crate::model::checked::{self, Checked, Source};
use crate::model::review::Review;

impl Voice<'_> {
    /// Returns when something was checked, and by whom; `of` is where the theme has the words. A role is in the words of the pack's first
    /// language, so the others go without it.
    pub fn checked(&self, of: &str, checked: &Checked) -> Option<String> {
        let on = self.date(checked.on.as_ref())?;
        let words = self.words(&[of, checked.how.unwrap_or("checked")]);
        let by = checked.by.as_ref().filter(|_| self.language().is_none()).map(|by| self.line(by));
        Some(by.map_or_else(|| format!("{words} {on}"), |by| format!("{words} {on}, {by}")))
    }

    /// Returns that nobody of the publisher has checked something, where nobody has.
    pub fn unchecked(&self, of: &str, checked: &Checked) -> Option<String> {
        checked.on.is_none().then(|| self.not_yet(of, ["unchecked", "unchecked_here"]))
    }

    /// Returns that the publisher has not done something yet, by its name where it has one.
    fn not_yet(&self, of: &str, [named, unnamed]: [&str; 2]) -> String {
        let publisher = self.shared.settings.publisher.name.as_ref();
        publisher.map_or_else(
            || self.words(&[of, unnamed]),
            |name| self.words_with(&[of, named], "{name}", &self.said(name).words),
        )
    }

    /// Returns where words come from.
    pub fn seen_in(&self, seen_in: Option<&checked::SeenIn>) -> Option<SeenIn> {
        let checked::SeenIn { source, dated } = seen_in?;
        let (href, words) = match source.as_ref()? {
            Source::Page(page) => (Some(page.0.value.clone()), None),
            Source::Words(words) => (None, Some(self.borrowed(words))),
        };
        let dated = match self.date(dated.as_ref()) {
            Some(date) => self.words_with(&["seen_in", "dated"], "{date}", &date),
            None => self.words(&["seen_in", "undated"]),
        };
        Some(SeenIn { href, words, dated })
    }

    /// Returns the day of a text's version.
    pub(super) fn since(&self, review: &Review) -> Option<String> {
        self.date(review.reviewed.as_ref().or(review.written.as_ref()))
    }

    /// Returns the part of a foot that says whose text it is and who has read it. What a layer below says of its own reading is nothing
    /// that this publisher did.
    pub(super) fn reviewed(&self, review: &Review) -> Foot {
        Foot { translation: self.translation(review), ..self.read(review) }
    }

    /// Returns whether a translation was checked by somebody who reads both languages; nothing for an original.
    fn translation(&self, review: &Review) -> Option<String> {
        self.language().filter(|_| review.file.is_some())?;
        let checked = review.translation.as_ref().and_then(|translation| translation.checked.as_ref());
        let on = checked.and_then(|checked| self.date(Some(&checked.on)));
        Some(on.map_or_else(
            || self.words(&["foot", "translation_unchecked"]),
            |on| self.words_with(&["foot", "translation_checked"], "{date}", &on),
        ))
    }

    fn read(&self, review: &Review) -> Foot {
        let unreviewed = || Some(self.not_yet("foot", ["unreviewed", "unreviewed_here"]));
        let review_by = self.date(review.review_by.as_ref());
        let Some(publisher) = review.file.and_then(|file| self.shared.below.get(&file)) else {
            let reviewed = self.date(review.reviewed.as_ref());
            let written = self.date(review.written.as_ref()).filter(|_| reviewed.is_none());
            let unreviewed = written.as_ref().and_then(|_| unreviewed());
            let owner = review.owner.as_ref().map(|owner| self.borrowed(owner));
            return Foot { written, reviewed, unreviewed, review_by, owner, ..Foot::default() };
        };
        let text_of = Some(publisher.clone().unwrap_or_else(|| self.words(&["foot", "built_in"])));
        let written = self.date(review.written.as_ref().or(review.reviewed.as_ref()));
        match &self.shared.settings.reviewed_base {
            None => Foot { text_of, written, unreviewed: unreviewed(), ..Foot::default() },
            Some(base) => {
                let (reviewed, owner) = (self.date(Some(&base.on)), Some(self.borrowed(&base.by)));
                Foot { text_of, written, reviewed, review_by, owner, ..Foot::default() }
            }
        }
    }
}
