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
    /// YAML has the value without quotes, so that what it holds decides what it is.
    is_plain: bool,
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
        // The text of a page begins at the start of a line, and isn't YAML's.
        let before = text.get(..span.start as usize).unwrap_or_default();
        let is_plain = shift == Some(0) && !before.is_empty() && !before.ends_with('\n');
        let (start, places, edits) = (span.start as usize, OnceCell::new(), Edits::default());
        Locator { file: span.file, start, raw, value, is_plain, shift, places, edits }
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

    /// Returns what can be written into the file, and where, so that `range` of the value becomes `words`; nothing where the file hasn't the
    /// very words of the value there. Where YAML would then read something else, the whole value is written, in quotes.
    pub fn mend(&self, range: Range<usize>, words: &str) -> Option<(Span, String)> {
        let shift = self.shift?;
        let span = self.span(range);
        let at = span.start as usize - self.start..span.end as usize - self.start;
        let (before, after) = (&self.raw[..at.start], &self.raw[at.end..]);
        match (shift, self.raw.chars().next()) {
            (1, Some('"')) => Some((span, words.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))),
            (1, Some('\'')) => (!words.contains('\n')).then(|| (span, words.replace('\'', "''"))),
            _ if self.is_plain && is_read_otherwise(before, words, after, &self.raw[at]) => {
                let whole = format!("{before}{words}{after}");
                let is_quoted = !whole.contains('\n');
                is_quoted.then(|| (Span::new(self.file, self.start, self.start + self.raw.len()), quoted(&whole)))
            }
            _ => Some((span, words.to_owned())),
        }
    }
}

/// Tells whether YAML would take `words` for something else than words of the value, between what comes before and after them. `was` is
/// what stands there now.
fn is_read_otherwise(before: &str, words: &str, after: &str, was: &str) -> bool {
    let first = before.chars().chain(words.chars()).chain(after.chars()).next();
    let begins = before.is_empty() && !first.is_some_and(|first| first.is_alphanumeric() || "(“‘".contains(first));
    let whole = format!("{before}{words}{after}");
    let is_new = |sign: char| words.contains(sign) && !was.contains(sign);
    let is_sign = [": ", " #", "\n"].iter().any(|sign| whole.contains(sign));
    begins || is_sign || whole.ends_with(':') || [',', '[', ']', '{', '}'].into_iter().any(is_new)
}

/// Returns words in quotes, in those that change the fewest of them.
fn quoted(words: &str) -> String {
    if words.contains(['\\', '"']) && !words.contains('\'') {
        return format!("'{words}'");
    }
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
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
    fn a_mend_is_read_as_words() {
        for (text, range, words, mended) in [
            ("a: -Ask", 0..1, "- ", "a: \"- Ask\""),
            ("a: -Ask \"us\"", 0..1, "- ", "a: '- Ask \"us\"'"),
            ("a: 'it -x'", 3..4, "'s ", "a: 'it ''s x'"),
            ("a: \"> [!TIP] x\"", 8..9, "\n> ", "a: \"> [!TIP]\\n> x\""),
            ("a: one **two **.", 9..12, "**", "a: one **two**."),
            ("a: one (two)", 4..9, "[two](x)", "a: \"one [two](x)\""),
            ("body\n-Ask", 0..1, "- ", "body\n- Ask"),
        ] {
            let start = text.find("a: ").map_or(5, |_| 3);
            let raw = &text[start..];
            let value = raw.trim_matches(['"', '\'']);
            let value = if raw.starts_with(['"', '\'']) { value } else { raw };
            let locator = Locator::new(Span::new(FileId(0), start, text.len()), text, value);
            let (span, new) = locator.mend(range, words).unwrap();
            let mut found = text.to_owned();
            found.replace_range(span.range(), &new);
            assert_eq!(found, mended, "{text}");
        }
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
