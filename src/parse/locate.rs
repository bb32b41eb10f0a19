//! From a place in a value to the place in the file: YAML folds lines and drops indentation, so the two differ.

use crate::span::{FileId, Span};

/// Knows how a text value lies in its file.
pub struct Locator<'a> {
    file: FileId,
    /// Where the raw text of the value starts in the file.
    start: usize,
    /// The value as it is written in the file.
    raw: &'a str,
    /// How many bytes into `raw` the value starts, where both are the same from there on.
    shift: Option<usize>,
}

impl<'a> Locator<'a> {
    /// Returns the locator of `value`, written at `span` of the file whose whole text is `text`.
    pub fn new(span: Span, text: &'a str, value: &str) -> Self {
        let raw = text.get(span.range()).unwrap_or_default();
        let shift = [0, 1].into_iter().find(|shift| raw.get(*shift..).is_some_and(|rest| rest.starts_with(value)));
        Locator { file: span.file, start: span.start as usize, raw, shift }
    }

    /// Returns the span in the file of `range` in the value.
    pub fn span(&self, value: &str, range: std::ops::Range<usize>) -> Span {
        if let Some(shift) = self.shift {
            return Span::new(self.file, self.start + shift + range.start, self.start + shift + range.end);
        }
        let words = value.get(range.clone()).unwrap_or_default();
        let words = words.lines().next().unwrap_or_default();
        let earlier = value.get(..range.start).map_or(0, |before| before.matches(words).count());
        let found = (!words.is_empty()).then(|| self.raw.match_indices(words).nth(earlier)).flatten();
        match found {
            Some((at, words)) => Span::new(self.file, self.start + at, self.start + at + words.len()),
            None => Span::new(self.file, self.start, self.start + self.raw.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_place_in_a_folded_value() {
        let text = "a: >\n  one {x}\n  two {x}\n";
        let value = "one {x} two {x}\n";
        let locator = Locator::new(Span::new(FileId(0), 5, text.len()), text, value);
        let second = value.rfind("{x}").unwrap();
        assert_eq!(locator.span(value, second..second + 3).range(), text.rfind("{x}").unwrap()..text.len() - 1);
    }
}
