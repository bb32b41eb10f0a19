//! What was changed in a text before it was read, so that places in the changed text lead back to the author's.

use std::borrow::Cow;
use std::ops::Range;

/// Changes of a text, in order, and in rounds: the second round was made in the text that the first one left.
#[derive(Clone, Debug, Default)]
pub struct Edits(Vec<Vec<Edit>>);

#[derive(Clone, Debug)]
struct Edit {
    before: Range<usize>,
    after: Range<usize>,
}

impl Edits {
    /// Returns where `range` of the changed text stands in the text as it was.
    pub fn before(&self, range: Range<usize>) -> Range<usize> {
        self.0.iter().rev().fold(range, |range, round| before(round, range))
    }
}

fn before(round: &[Edit], range: Range<usize>) -> Range<usize> {
    let start = match round.partition_point(|edit| edit.after.start <= range.start) {
        0 => range.start,
        number => match &round[number - 1] {
            edit if range.start < edit.after.end => edit.before.start,
            edit => edit.before.end + (range.start - edit.after.end),
        },
    };
    let end = match round.partition_point(|edit| edit.after.start < range.end) {
        0 => range.end,
        number => match &round[number - 1] {
            edit if range.end <= edit.after.end => edit.before.end,
            edit => edit.before.end + (range.end - edit.after.end),
        },
    };
    start..end.max(start)
}

/// A text that is being changed from its beginning to its end.
pub(super) struct EditedText<'a> {
    text: &'a str,
    changed: String,
    /// How far the text has been taken over.
    done: usize,
    edits: Vec<Edit>,
}

impl<'a> EditedText<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        EditedText { text, changed: String::new(), done: 0, edits: Vec::new() }
    }

    /// Puts `words` in the place of `range`, which begins behind whatever was changed before.
    pub(super) fn replace(&mut self, range: Range<usize>, words: &str) {
        if self.text[range.clone()] == *words {
            return;
        }
        self.changed.push_str(&self.text[self.done..range.start]);
        let start = self.changed.len();
        self.changed.push_str(words);
        self.done = range.end;
        self.edits.push(Edit { before: range, after: start..self.changed.len() });
    }

    /// Returns how far the text has been changed.
    pub(super) fn done(&self) -> usize {
        self.done
    }

    /// Returns the changed text, and adds the changes to `edits`.
    pub(super) fn finish(mut self, edits: &mut Edits) -> Cow<'a, str> {
        if self.edits.is_empty() {
            return Cow::Borrowed(self.text);
        }
        self.changed.push_str(&self.text[self.done..]);
        edits.0.push(self.edits);
        Cow::Owned(self.changed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_through_both_rounds() {
        let mut edits = Edits::default();
        let mut draft = EditedText::of("a--b c");
        draft.replace(1..3, "");
        let once = draft.finish(&mut edits).into_owned();
        let mut draft = EditedText::of(&once);
        draft.replace(2..2, "+++");
        let twice = draft.finish(&mut edits).into_owned();
        assert_eq!(twice, "ab+++ c");
        assert_eq!(edits.before(1..2), 3..4);
        assert_eq!(edits.before(0..2), 0..4);
        assert_eq!(edits.before(6..7), 5..6);
        assert_eq!(edits.before(2..5), 4..4);
    }
}
