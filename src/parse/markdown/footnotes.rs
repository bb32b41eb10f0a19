//! The numbers of notes, `[^1]`, and the notes themselves, `[^1]: words`.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::TagEnd;

use super::ProseBuilder;
use crate::problem::catalogue::footnotes as problems_of;
use crate::span::Span;
use crate::text::notes;
use crate::text::prose::{Block, Inline, NoteMention};

/// How far around the number of a note the brackets of a link are looked for.
const LONGEST_LINK: usize = 200;

/// The notes of a text by their labels. A note and what refers to it can stand anywhere, so they are brought together at the end.
#[derive(Default)]
pub(super) struct Footnotes {
    numbers: HashMap<String, usize>,
    notes: Vec<Footnote>,
}

#[derive(Default)]
struct Footnote {
    label: String,
    blocks: Vec<Block>,
    /// Where the note stands, and the passages around it.
    defined: Option<(Span, Vec<usize>)>,
    /// Each place that refers to it, and the passages around that.
    references: Vec<(Span, Vec<usize>)>,
}

impl Footnotes {
    fn note(&mut self, label: &str) -> (usize, &mut Footnote) {
        let next = self.notes.len();
        let number = *self.numbers.entry(label.to_lowercase()).or_insert(next);
        if number == next {
            self.notes.push(Footnote { label: label.to_owned(), ..Footnote::default() });
        }
        (number, &mut self.notes[number])
    }
}

impl ProseBuilder<'_, '_> {
    /// Returns the number that leads to a note.
    pub(super) fn reference(&mut self, label: &str, range: &Range<usize>) -> Inline {
        self.is_markup(range);
        if self.is_in_words_of_link(range) {
            self.problems.push(problems_of::inside_link(self.span(range), label));
        }
        let place = (self.span(range), self.inside.clone());
        let (note, found) = self.footnotes.note(label);
        found.references.push(place);
        Inline::FootnoteReference { note, mention: NoteMention::Again }
    }

    /// Tells whether the number of a note stands between `[` and `](`. There, it keeps them from being a link or a picture.
    fn is_in_words_of_link(&self, range: &Range<usize>) -> bool {
        let before = self.value[..range.start].chars().rev().take(LONGEST_LINK).find(|letter| "[]\n".contains(*letter));
        let mut after =
            self.value[range.end..].chars().take(LONGEST_LINK).skip_while(|letter| !"[]\n".contains(*letter));
        before == Some('[') && after.next() == Some(']') && matches!(after.next(), Some('(' | '['))
    }

    /// Takes in a note. Reports a second one with the same number.
    pub(super) fn footnote(&mut self, label: &str, range: &Range<usize>, end: TagEnd) {
        self.opening_is_markup(range);
        let place = (self.span(range), self.inside.clone());
        let blocks = self.blocks(Some(end));
        let (_, note) = self.footnotes.note(label);
        if let Some((first, _)) = note.defined {
            self.problems.push(problems_of::twice(place.0, label, first));
        } else {
            note.defined = Some(place);
            note.blocks = blocks;
        }
    }

    /// Puts the notes at the end of the text. Reports those that nothing refers to, numbers without a note, and notes for some
    /// readers that other readers' words refer to.
    pub(super) fn footnotes(&mut self, blocks: &mut Vec<Block>) {
        let mut all = std::mem::take(&mut self.footnotes.notes);
        let shown = notes::arrange(blocks, all.iter_mut().map(|note| std::mem::take(&mut note.blocks)).collect());
        for (number, note) in all.iter().enumerate() {
            match &note.defined {
                None => {
                    let lost = note.references.iter().map(|(span, _)| problems_of::without_note(*span, &note.label));
                    self.problems.extend(lost);
                }
                Some((span, _)) if !shown.contains(&number) => {
                    self.problems.push(problems_of::unused(*span, &note.label));
                }
                Some((span, inside)) => {
                    let others = note.references.iter().filter(|(_, around)| !around.starts_with(inside));
                    self.problems.extend(others.map(|(place, _)| problems_of::for_others(*place, &note.label, *span)));
                }
            }
        }
    }
}
