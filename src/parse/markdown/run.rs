//! A run of text in a line: what pulldown-cmark gives in pieces (it cuts at escapes and entities), with the place of each.

use std::ops::Range;

use pulldown_cmark::Event;

use super::ProseBuilder;

/// Words as they are read, and where each piece of them stands in the text.
pub(super) struct WordRun {
    pub words: String,
    /// Where a piece starts in `words`, where it is in the text, and whether it is written there as it is read.
    pieces: Vec<(usize, Range<usize>, bool)>,
}

impl WordRun {
    fn add(&mut self, words: &str, range: Range<usize>, value: &str) {
        let is_verbatim = value.get(range.clone()) == Some(words);
        self.pieces.push((self.words.len(), range, is_verbatim));
        self.words.push_str(words);
    }

    /// Returns where a stretch of the words is in the text.
    pub fn place(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.at(range.start, |piece| piece.start);
        // The end of a stretch is found by its last byte, which is in the same piece.
        let end = if range.is_empty() { start } else { self.at(range.end - 1, |piece| piece.end - 1) + 1 };
        start..end.max(start)
    }

    fn at(&self, offset: usize, else_at: impl Fn(&Range<usize>) -> usize) -> usize {
        let index = self.pieces.partition_point(|(start, ..)| *start <= offset).saturating_sub(1);
        let Some((start, range, is_verbatim)) = self.pieces.get(index) else { return 0 };
        if *is_verbatim { range.start + (offset - start) } else { else_at(range) }
    }

    /// Tells whether a stretch of the words is written in the text as it is read, without a backslash or an entity.
    pub fn is_verbatim(&self, range: &Range<usize>, value: &str) -> bool {
        value.get(self.place(range)) == self.words.get(range.clone())
    }
}

impl ProseBuilder<'_, '_> {
    /// Returns the run that begins with these words.
    pub(super) fn run(&mut self, words: &str, range: Range<usize>) -> WordRun {
        let mut run = WordRun { words: String::new(), pieces: Vec::new() };
        self.seen.note(&range);
        run.add(words, range, self.value);
        while let Some((Event::Text(_), _)) = self.events.peek() {
            if let Some((Event::Text(words), range)) = self.events.next() {
                self.seen.note(&range);
                run.add(&words, range, self.value);
            }
        }
        run
    }
}
