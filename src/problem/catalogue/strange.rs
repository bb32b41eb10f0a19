//! Problems with characters and marks that other programs leave in a file.

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&MERGE_MARKS, &MISREAD, &SYMBOL];

static MERGE_MARKS: Code = Code {
    id: "F024",
    title: "Two versions in one file",
    meaning: "Two people changed the same lines, and a program for versions put both into the file, between lines of <<<<<<<, ======= and \
              >>>>>>>. Nobody has chosen yet.",
    instead: "Keep the lines that are right, and delete the others and the marks.",
};

pub fn merge_marks(span: Span) -> Problem {
    Problem::error(&MERGE_MARKS, span.into(), "two versions of these lines stand in the file, or marks of them")
        .label("a mark of the program that joined them")
        .help("keep the lines that are right, and delete the others and the lines of <<<<<<<, ======= and >>>>>>>")
}

static MISREAD: Code = Code {
    id: "F025",
    title: "Letters that came out wrong",
    meaning: "The text was read in the wrong encoding somewhere on its way into this file, and saved like that. A curly apostrophe became \
              â€™, an é became Ã©.",
    instead: "Copy the text from where it came from once more, or put the right characters in place of the wrong ones.",
};

/// `pairs` are what is written and what it stands for, the first at the place of the problem.
pub fn misread(span: Span, pairs: &[(String, String)]) -> Problem {
    let list: Vec<String> =
        pairs.iter().take(12).map(|(written, meant)| format!("{} instead of {written}", shown(meant))).collect();
    let (written, meant) = pairs.first().map_or(("", ""), |(written, meant)| (written, meant));
    Problem::error(
        &MISREAD,
        span.into(),
        format!("“{written}” stands for “{}” here: the text came out wrong on its way", shown(meant)),
    )
    .label("in the wrong encoding")
    .help(format!("write {} in the whole file, or copy the text once more", list.join(", ")))
}

fn shown(meant: &str) -> &str {
    if meant.trim().is_empty() { "a space" } else { meant }
}

pub fn lost(span: Span) -> Problem {
    Problem::error(&MISREAD, span.into(), "a character was lost here (�)")
        .label("nobody can say which")
        .help("look at where the text came from, and type the character again")
}

static SYMBOL: Code = Code {
    id: "F026",
    title: "A sign that readers can't see",
    meaning: "Word and PDFs have signs that only their own fonts know, and line ends that only they know. Readers see an empty box, or words run \
              together.",
    instead: "Delete the sign and type what it was: a hyphen and a space for a bullet, Enter for a line end.",
};

pub fn symbol(span: Span, letter: char) -> Problem {
    Problem::error(
        &SYMBOL,
        span.into(),
        format!("there is a sign here that only one font knows ({})", letter.escape_unicode()),
    )
    .label("an empty box on the page")
    .help("delete it, and type what it was: a hyphen and a space for a bullet, → for an arrow, ✓ for a tick")
}

pub fn line_end(span: Span) -> Problem {
    Problem::error(&SYMBOL, span.into(), "there is a line end here that only word processors know")
        .label("words run together on the page")
        .help("delete it and press Enter")
}
