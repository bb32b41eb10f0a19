//! From a place in a value to the place in the file: YAML folds lines and drops indentation, so the two differ.

use std::cell::OnceCell;
use std::ops::Range;

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
    /// Where else: the offset in `raw` of each byte of the value, once it has been asked for.
    places: OnceCell<Vec<u32>>,
}

impl<'a> Locator<'a> {
    /// Returns the locator of `value`, written at `span` of the file whose whole text is `text`.
    pub fn new(span: Span, text: &'a str, value: &str) -> Self {
        let raw = text.get(span.range()).unwrap_or_default();
        let shift = [0, 1].into_iter().find(|shift| raw.get(*shift..).is_some_and(|rest| rest.starts_with(value)));
        Locator { file: span.file, start: span.start as usize, raw, shift, places: OnceCell::new() }
    }

    /// Returns the span in the file of `range` in the value.
    pub fn span(&self, value: &str, range: Range<usize>) -> Span {
        if let Some(shift) = self.shift {
            return Span::new(self.file, self.start + shift + range.start, self.start + shift + range.end);
        }
        let words = value.get(range.clone()).unwrap_or_default().trim_end();
        let places = self.places.get_or_init(|| places(value, self.raw));
        let last = words.char_indices().next_back().map(|(at, letter)| (range.start + at, letter.len_utf8()));
        let place = |at: usize| places.get(at).map(|place| *place as usize);
        match (place(range.start), last.and_then(|(at, length)| Some(place(at)? + length))) {
            (Some(start), Some(end)) => {
                Span::new(self.file, self.start + start, self.start + end.clamp(start, self.raw.len()))
            }
            _ => Span::new(self.file, self.start, self.start + self.raw.len()),
        }
    }
}

/// Returns the offset in `raw` of each byte of `value`. Both have the same letters in the same order; between them, `raw` has line
/// ends, indentation, quotes and backslashes of its own. A letter that is written as something else altogether is where the one
/// before it ends.
fn places(value: &str, raw: &str) -> Vec<u32> {
    let mut places = Vec::with_capacity(value.len());
    let mut at = 0;
    for letter in value.chars() {
        let found = find(letter, raw, at);
        let place = u32::try_from(found.unwrap_or(at)).unwrap_or(u32::MAX);
        places.extend(std::iter::repeat_n(place, letter.len_utf8()));
        at = found.map_or(at, |found| found + letter.len_utf8());
    }
    places
}

/// Returns where a letter is from `at` on, with nothing but what YAML has of its own before it.
fn find(letter: char, raw: &str, mut at: usize) -> Option<usize> {
    loop {
        let next = raw[at..].chars().next()?;
        if next == letter {
            return Some(at);
        }
        if !next.is_whitespace() && !"'\"\\|>-+0123456789".contains(next) {
            return None;
        }
        at += next.len_utf8();
        let escaped = raw[at..].chars().next().filter(|escaped| next == '\\' && *escaped != letter);
        // \n and the like are one letter; \xe9, \u00e9 and \U0001f600 go on with its number.
        let digits = match escaped {
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            _ => 0,
        };
        at += escaped.map_or(0, char::len_utf8);
        at += raw[at..].bytes().take(digits).take_while(u8::is_ascii_hexdigit).count();
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
    #[test]
    fn finds_the_place_behind_what_is_escaped() {
        let text = r#"a: "It's \"so\"\n\u00e9 {x}
  on""#;
        let value = "It's \"so\"\né {x} on";
        let locator = Locator::new(Span::new(FileId(0), 3, text.len()), text, value);
        let place = value.find("{x}").unwrap();
        assert_eq!(&text[locator.span(value, place..place + 3).range()], "{x}");
        let last = value.len() - 2;
        assert_eq!(&text[locator.span(value, last..last + 2).range()], "on");
    }
}
