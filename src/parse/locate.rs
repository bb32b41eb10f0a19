//! From a place in a value to the place in the file: YAML folds lines and drops indentation, so the two differ.

use std::cell::OnceCell;
use std::ops::Range;

use super::edits::Edits;
use super::unseen::is_unseen;
use crate::span::{FileId, Span};

/// Knows how a text value lies in its file.
pub struct Locator<'a> {
    file: FileId,
    /// Where the raw text of the value starts in the file.
    start: usize,
    /// The value as it is written in the file.
    raw: &'a str,
    /// The value as YAML gives it.
    value: &'a str,
    /// How many bytes into `raw` the value starts, where both are the same from there on.
    shift: Option<usize>,
    /// Where each byte of the value stands in `raw`, where the two differ and somebody has asked.
    places: OnceCell<Option<Vec<usize>>>,
    /// What was tidied before the text was read: places are given in the tidied text.
    edits: Edits,
}

impl<'a> Locator<'a> {
    /// Returns the locator of `value`, written at `span` of the file whose whole text is `text`.
    pub fn new(span: Span, text: &'a str, value: &'a str) -> Self {
        let raw = text.get(span.range()).unwrap_or_default();
        let shift = [0, 1].into_iter().find(|shift| raw.get(*shift..).is_some_and(|rest| rest.starts_with(value)));
        let (start, places, edits) = (span.start as usize, OnceCell::new(), Edits::default());
        Locator { file: span.file, start, raw, value, shift, places, edits }
    }

    /// Returns the locator of the same value once it is tidied.
    #[must_use]
    pub fn tidied(self, edits: Edits) -> Self {
        Locator { edits, ..self }
    }

    /// Returns the span in the file of `range` in the (tidied) value.
    pub fn span(&self, range: Range<usize>) -> Span {
        let range = self.edits.before(range);
        let at = |offset: usize| match self.shift {
            Some(shift) => Some(shift + offset),
            None => self.places.get_or_init(|| places(self.raw, self.value)).as_ref()?.get(offset).copied(),
        };
        match (at(range.start), at(range.end)) {
            (Some(start), Some(end)) => Span::new(self.file, self.start + start, self.start + end),
            _ => Span::new(self.file, self.start, self.start + self.raw.len()),
        }
    }

    /// Returns the span of `range` where the file has the very words of the value there, so that they can be replaced in it.
    pub fn exact(&self, range: Range<usize>) -> Option<Span> {
        self.shift.map(|_| self.span(range))
    }
}

/// Returns where each byte of a value, and its end, stands in what is written: white space may differ, and escapes and unseen
/// characters are passed over. Returns nothing where the two are no longer the same words.
fn places(raw: &str, value: &str) -> Option<Vec<usize>> {
    let mut at = match raw.as_bytes().first() {
        Some(b'|' | b'>') => raw.find('\n').map_or(raw.len(), |newline| newline + 1),
        Some(b'"' | b'\'') => 1,
        _ => 0,
    };
    let mut places = Vec::with_capacity(value.len() + 1);
    for letter in value.chars() {
        let rest = raw.get(at..)?;
        let skipped = |letter: char| letter.is_whitespace() || is_unseen(letter);
        if !letter.is_whitespace() {
            // A backslash at the end of a line of YAML joins it with the next one.
            let rest = rest.strip_prefix("\\\n").unwrap_or(rest);
            at = raw.len() - rest.len();
            at += rest.len() - rest.trim_start_matches(skipped).len();
        }
        let rest = &raw[at..];
        let length = match rest.chars().next() {
            Some(next) if letter.is_whitespace() && next.is_whitespace() => next.len_utf8(),
            Some('\\') if letter.is_whitespace() && raw.starts_with('"') => escape(rest),
            _ if letter.is_whitespace() => 0,
            Some(next) if next == letter => letter.len_utf8() + usize::from(letter == '\'' && rest.starts_with("''")),
            Some('\\') => escape(rest),
            _ => return None,
        };
        places.extend(std::iter::repeat_n(at, letter.len_utf8()));
        at += length;
    }
    places.push(at);
    Some(places)
}

/// Returns the length of an escape of YAML's double quotes.
fn escape(rest: &str) -> usize {
    let digits = match rest.as_bytes().get(1) {
        Some(b'x') => 2,
        Some(b'u') => 4,
        Some(b'U') => 8,
        _ => 0,
    };
    rest.char_indices().nth(2 + digits).map_or(rest.len(), |(end, _)| end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_place_in_a_folded_value() {
        let text = "a: >\n  one {x}\n  two {x}\n";
        let value = "one {x} two {x}\n";
        let locator = Locator::new(Span::new(FileId(0), 3, text.len()), text, value);
        let second = value.rfind("{x}").unwrap();
        assert_eq!(locator.span(second..second + 3).range(), text.rfind("{x}").unwrap()..text.len() - 1);
    }

    #[test]
    fn finds_the_place_behind_escapes_and_unseen_characters() {
        let text = "a: 'It''s sa\u{AD}fe {x}'";
        let locator = Locator::new(Span::new(FileId(0), 3, text.len()), text, "It's safe {x}");
        assert_eq!(locator.span(10..13).range(), text.find('{').unwrap()..text.len() - 1);
        let text = r#"a: "\u00e9 \" {x}""#;
        let locator = Locator::new(Span::new(FileId(0), 3, text.len()), text, "é \" {x}");
        assert_eq!(locator.span(5..8).range(), text.find('{').unwrap()..text.len() - 1);
    }
    #[test]
    fn finds_the_place_behind_what_is_escaped() {
        let text = r#"a: "It's \"so\"\n\u00e9 {x}
  on""#;
        let value = "It's \"so\"\né {x} on";
        let locator = Locator::new(Span::new(FileId(0), 3, text.len()), text, value);
        let place = value.find("{x}").unwrap();
        assert_eq!(&text[locator.span(place..place + 3).range()], "{x}");
        let last = value.len() - 2;
        assert_eq!(&text[locator.span(last..last + 2).range()], "on");
    }
}
