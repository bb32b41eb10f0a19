//! Words that Markdown takes for something else and that are nowhere on the page. Whatever reads the text notes what has come by; what
//! is left over at the end is told, so that no word can be lost without a problem that says so.

use std::collections::HashSet;
use std::ops::Range;

use super::ProseBuilder;
use crate::problem::catalogue::vanished as problems_of;

/// What of a text has come by.
pub(super) struct SeenText {
    bytes: Vec<bool>,
    /// The lines `[label]: address`, and the labels that links are written with.
    definitions: Vec<(String, Range<usize>)>,
    used: HashSet<String>,
}

impl SeenText {
    pub fn of(value: &str) -> Self {
        SeenText { bytes: vec![false; value.len()], definitions: Vec::new(), used: HashSet::new() }
    }

    pub fn note(&mut self, range: &Range<usize>) {
        if let Some(bytes) = self.bytes.get_mut(range.clone()) {
            bytes.fill(true);
        }
    }

    pub fn define(&mut self, definitions: Vec<(String, Range<usize>)>) {
        self.definitions.extend(definitions);
    }

    pub fn use_definition(&mut self, label: &str) {
        if !label.is_empty() {
            self.used.insert(label.to_lowercase());
        }
    }
}

impl ProseBuilder<'_, '_> {
    /// Reports lines `[label]: address` that no link uses, and words that are nowhere on the page.
    pub(super) fn tell_vanished(&mut self) {
        let mut defined = HashSet::new();
        for (label, range) in std::mem::take(&mut self.seen.definitions) {
            // The first address of a label counts. Each stretch of the text knows its own, so that others can come by as well.
            if !defined.insert(label.to_lowercase()) {
                continue;
            }
            self.seen.note(&range);
            if !self.seen.used.contains(&label.to_lowercase()) {
                let written = self.value[range.clone()].trim_end();
                let span = self.span(&range);
                self.problems.push(problems_of::unused_definition(span, &label, written));
            }
        }
        for range in self.unseen() {
            let words = &self.value[range.clone()];
            self.problems.push(problems_of::words(self.span(&range), words));
        }
    }

    /// Returns the stretches with words that nothing has noted, each in one line.
    fn unseen(&self) -> Vec<Range<usize>> {
        let mut all: Vec<Range<usize>> = Vec::new();
        let mut is_open = false;
        for (at, letter) in self.value.char_indices() {
            if self.seen.bytes[at] || letter == '\n' {
                is_open = false;
            } else if letter.is_alphanumeric() {
                let end = at + letter.len_utf8();
                match all.last_mut().filter(|_| is_open) {
                    Some(last) => last.end = end,
                    // The bracket is what makes a line an address.
                    None => all.push(at - usize::from(self.value[..at].ends_with('['))..end),
                }
                is_open = true;
            }
        }
        all
    }
}
