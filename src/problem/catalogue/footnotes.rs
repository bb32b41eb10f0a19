//! Problems with the notes of a text.

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&FOOTNOTE];

static FOOTNOTE: Code = Code {
    id: "M021",
    title: "A note and its number that don't belong together",
    meaning: "A number such as [^1] in the text leads to a note at the end of the page. One without the other leads nowhere, or leaves words \
              out of the page.",
    instead: "Write [^1] in the text, and the note on a line of its own, after an empty line:\n  [^1]: Where this is from.",
};

pub fn without_note(span: Span, label: &str) -> Problem {
    Problem::error(&FOOTNOTE, span.into(), format!("there is no note [^{label}]"))
        .label("leads to no note")
        .help(format!("write the note on a line of its own, after an empty line: [^{label}]: words"))
}

pub fn unused(span: Span, label: &str) -> Problem {
    Problem::error(
        &FOOTNOTE,
        span.into(),
        "nothing in the text refers to this note, so its words wouldn't be on the page",
    )
    .label("not used")
    .help(format!("write [^{label}] in the text where the note belongs, or take the note out"))
}

pub fn twice(span: Span, label: &str, first: Span) -> Problem {
    Problem::error(&FOOTNOTE, span.into(), format!("there are two notes [^{label}]"))
        .label("the second one")
        .help("give each note a number of its own")
        .related(first, "the first one")
}

/// A note inside a passage for some readers that words outside it refer to.
pub fn for_others(span: Span, label: &str, note: Span) -> Problem {
    Problem::error(
        &FOOTNOTE,
        span.into(),
        format!("the note [^{label}] is for some readers only, and these words are for others too"),
    )
    .label("refers to it")
    .help("move the note out of the passage, or the words that refer to it in")
    .related(note, "the note")
}

pub fn inside_link(span: Span, label: &str) -> Problem {
    Problem::error(&FOOTNOTE, span.into(), "the words of a link or a picture can't have the number of a note in them")
        .label("between the brackets")
        .help(format!("write [^{label}] after it"))
}
