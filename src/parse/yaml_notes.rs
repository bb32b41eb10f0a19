//! Words that are a note for YAML because a # with no space after it stands before them: `title: Ward #2 phones`.

use crate::problem::Problem;
use crate::problem::catalogue::notes;
use crate::span::Span;

/// Returns the problem of words that stand behind a value as a note, if they are surely meant as part of it.
pub(super) fn words_lost(words: &str, span: Span, text: &str, offset: usize) -> Option<Problem> {
    let moved = |span: Span, by: isize| {
        let place = |at: u32| (at as usize).saturating_add_signed(by);
        Span::new(span.file, place(span.start), place(span.end))
    };
    let shift = isize::try_from(offset).ok()?;
    let (note_span, note) = note_in(moved(span, -shift), text)?;
    let whole = Span { start: moved(span, -shift).start, ..note_span };
    let raw = text.get(whole.range())?;
    let lost = || notes::words_lost(moved(note_span, shift), note, (moved(whole, shift), raw));
    (!words.is_empty() && is_told_anyway(words, note)).then(lost)
}

/// Returns the words behind a value that are a note for YAML, with no space after the #: “I am #1 here”. Nobody who wants a note writes it
/// like that.
pub fn note_in(span: Span, text: &str) -> Option<(Span, &str)> {
    let rest = text.get(span.end as usize..)?;
    let note = rest.trim_start_matches(' ');
    let is_word = note.strip_prefix('#')?.starts_with(|letter: char| !letter.is_whitespace() && letter != '#');
    let start = span.end as usize + rest.len() - note.len();
    let words = note.lines().next().filter(|_| is_word && note.len() < rest.len())?.trim_end();
    Some((Span::new(span.file, start, start + words.len()), words))
}

/// Returns the note of an item of a list that has nothing else: `- #1 in the garden`.
pub fn note_in_item(span: Span, text: &str) -> Option<(Span, &str)> {
    let before = text.get(..span.start as usize)?.trim_end();
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = &before[start..];
    let dash = start + line.len() - line.trim_start().len() + 1;
    if !line.trim_start().starts_with("- #") {
        return None;
    }
    note_in(Span::new(span.file, dash, dash), text)
}

/// Tells whether words behind a value are surely meant, whatever setting it is: behind a sentence, and behind #2.
pub fn is_told_anyway(words: &str, note: &str) -> bool {
    words.contains(' ') || note[1..].starts_with(|letter: char| letter.is_ascii_digit())
}
