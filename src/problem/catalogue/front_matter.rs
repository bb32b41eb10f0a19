//! Problems with the lines around the settings of a Markdown file.

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&NO_FRONT_MATTER, &FRONT_MATTER_OPEN];

static NO_FRONT_MATTER: Code = Code {
    id: "Y011",
    title: "A Markdown file without settings at the top",
    meaning: "Every Markdown file of a pack starts with its settings between two lines of three hyphens: at least a title and \
              a summary.",
    instead: "Write at the very top of the file:\n  ---\n  title: The title\n  summary: One sentence for lists.\n  ---",
};

pub fn missing(span: Span) -> Problem {
    Problem::error(&NO_FRONT_MATTER, span.into(), "this file has no settings at the top")
        .label("the first line must be “---”")
        .help("put a line “---”, a title and a summary, and another line “---” at the very top")
}

/// The line above the settings isn't the first of the file. `above` is what stands over it.
pub fn not_first(span: Span, above: Span) -> Problem {
    Problem::error(&NO_FRONT_MATTER, span.into(), "the settings don't begin in the first line of this file")
        .label("this must be the first line")
        .help("delete the empty lines and spaces above it")
        .write_at(above, "")
}

/// Other strokes than three hyphens above the settings, and in the line below them too.
pub fn strokes_twice(span: Span, line: &str) -> Problem {
    strokes(span, line).help("write three hyphens, “---”, and the same in the line below the settings").write("---")
}

/// Other strokes than three hyphens, above or below the settings.
pub fn strokes(span: Span, line: &str) -> Problem {
    Problem::error(&NO_FRONT_MATTER, span.into(), format!("the line “{}” isn't three hyphens", line.trim()))
        .label("three hyphens should stand here, and nothing else")
        .help("write three hyphens, “---”")
        .write("---")
}

/// Settings without the line above them.
pub fn not_begun(span: Span) -> Problem {
    no_line_above(span).help("put a line “---” above it")
}

/// Settings without the line above them, and without the one below.
pub fn not_begun_nor_ended(span: Span) -> Problem {
    no_line_above(span).help("put a line “---” above it, and another below the last setting")
}

fn no_line_above(span: Span) -> Problem {
    Problem::error(&NO_FRONT_MATTER, span.into(), "the line above the settings is missing")
        .label("“---” should stand above this")
}

static FRONT_MATTER_OPEN: Code = Code {
    id: "Y012",
    title: "The settings at the top have no end",
    meaning: "The settings of a Markdown file stand between two lines of three hyphens. The second line is missing.",
    instead: "Put a line with three hyphens between the settings and the text.",
};

pub fn not_closed(span: Span) -> Problem {
    Problem::error(&FRONT_MATTER_OPEN, span.into(), "the settings at the top of this file have no end")
        .label("they start here")
        .help("put a line “---” after the last setting")
}
