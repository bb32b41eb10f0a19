//! Notes inside brackets that take the closing bracket with them: `{text: Room #2}`, `brand: {colour: #005eb8}`.

use std::ops::Range;

use crate::problem::Problem;
use crate::problem::catalogue::notes;
use crate::span::{FileId, Span};

/// A note that is meant as part of a value.
pub struct BracketNote {
    /// The value with it, up to the comma or bracket that was to end it.
    value: Range<usize>,
    /// Where the # stands.
    at: usize,
}

/// Returns the notes in brackets of a text that YAML can't read, if one of them is why: it stands in the bracket that begins at `open`.
pub fn find(text: &str, open: Option<usize>) -> Vec<BracketNote> {
    let Some(open) = open else { return Vec::new() };
    let line = text[..open].rfind('\n').map_or(0, |newline| newline + 1);
    let mut all = Vec::new();
    let (mut start, mut is_it) = (0, false);
    for words in text.split_inclusive('\n') {
        let found = in_line(words, start);
        is_it |= start == line && found.is_some();
        all.extend(found);
        start += words.len();
    }
    if is_it { all } else { Vec::new() }
}

/// Returns the note of a line whose bracket is open before it and closed in it. `start` is where the line begins.
fn in_line(line: &str, start: usize) -> Option<BracketNote> {
    let (mut open, mut quote, mut before, mut value) = (0_usize, None, '\n', 0);
    for (at, letter) in line.char_indices() {
        let is_start = "\n:,-[{".contains(before);
        match (quote, letter) {
            (Some(end), _) if letter == end && !line[..at].ends_with('\\') => quote = None,
            (None, '"' | '\'') if is_start => quote = Some(letter),
            // Two apostrophes are one, inside a text in such quotes.
            (None, '\'') if line[..at].ends_with('\'') => quote = Some(letter),
            (None, '[' | '{') if is_start || open > 0 => (open, value) = (open + 1, at + 1),
            (None, ']' | '}') => open = open.saturating_sub(1),
            (None, ',') if open > 0 => value = at + 1,
            (None, ' ') if open > 0 && line[..at].ends_with(':') => value = at,
            (None, '#') if open > 0 && line[..at].ends_with([' ', '[', '{']) => {
                let note = &line[at..];
                let end = note.find([',', '}', ']'])?;
                note.find(['}', ']'])?;
                let value = value + line[value..].len() - line[value..].trim_start().len();
                let end = at + note[..end].trim_end().len();
                return Some(BracketNote { value: start + value..start + end, at: start + at });
            }
            _ => {}
        }
        before = if letter == ' ' { before } else { letter };
    }
    None
}

impl BracketNote {
    /// Returns the problem of the note. `offset` is where the text begins in its file.
    pub fn problem(&self, file: FileId, text: &str, offset: usize) -> Problem {
        let span = |range: Range<usize>| Span::new(file, range.start + offset, range.end + offset);
        let note = self.at..self.value.end;
        let rest = text[self.at..].lines().next().unwrap_or_default().trim_end();
        if self.value.start == self.at {
            return notes::value_lost(span(self.at..self.at + rest.len()), rest);
        }
        let whole = (span(self.value.clone()), &text[self.value.clone()]);
        notes::words_lost_in_brackets(span(note.clone()), &text[note], whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<&str> {
        let found = find(text, text.find(['{', '[']));
        found.iter().map(|note| &text[note.value.clone()]).collect()
    }

    #[test]
    fn notes_that_take_the_bracket_with_them_are_found() {
        assert_eq!(
            values("- {text: Call #1 now.}\n- {text: Two.}\n- {text: Room #2, picture: x.svg}\n"),
            ["Call #1 now.", "Room #2"]
        );
        assert_eq!(values("brand: {colour: #005eb8}"), ["#005eb8"]);
        assert_eq!(values("a: [one, two # three]"), ["two # three"]);
        assert_eq!(values("a: {x: [one #2], y: 3}"), ["one #2"]);
        assert_eq!(values("a: {x: \"one #2\", y: 3"), [""; 0]);
        assert_eq!(values("a: {x: 'it''s #2', y: 3"), [""; 0]);
        assert_eq!(values("a: {x: 3} # a note}"), [""; 0]);
        assert_eq!(values("a: {x: 3, # a note\n y: 4"), [""; 0]);
    }
}
