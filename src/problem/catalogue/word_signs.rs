//! Problems with signs that Word puts in place of those that settings are written with.

use super::super::suggest::CURLY_QUOTES;
use super::super::{Code, Problem, quoted};
use crate::span::Span;

pub static CODES: &[&Code] = &[&SIGN];

static SIGN: Code = Code {
    id: "Y014",
    title: "A sign of Word's in place of one that settings need",
    meaning: "Word, phones and web pages change straight quotes, colons, hyphens and spaces into others that look alike. In settings \
              they don't mean the same: quotes of Word's would be part of the value, and another colon is a letter like any other.",
    instead: "Write the sign anew, in an editor for plain text. Where Word's quotes are wanted on the page, put straight ones round them: \
              title: '“Safe”'.",
};

fn sign(span: Span, message: &str, label: &str) -> Problem {
    Problem::error(&SIGN, span.into(), message).label(label)
}

/// A whole value in Word's quotes; `inner` stands inside them.
pub fn quotes(span: Span, inner: &str) -> Problem {
    sign(span, &format!("the quotes round “{inner}” would be part of it"), "Word's quotes")
        .help(CURLY_QUOTES)
        .write(quoted::as_value(inner))
}

/// Word's quote at the end of a value that begins with `straight`.
pub fn closing_quote(span: Span, found: char, straight: char) -> Problem {
    sign(span, &format!("the quotes begin with {straight} and end with {found}"), "Word's quote")
        .help(format!("write {straight} here too"))
        .write(straight)
}

pub fn colon(span: Span) -> Problem {
    sign(span, "this colon isn't the one that settings need", "another sign that looks like a colon")
        .help("write the colon of the keyboard, and a space after it")
        .write(": ")
}

pub fn hard_space(span: Span, spaces: &str) -> Problem {
    sign(span, "the space here is one that doesn't break, and settings need ordinary ones", "not an ordinary space")
        .help("write the space anew")
        .write(spaces)
}

/// Items of a list; `items` is how they are to stand.
pub fn bullets(span: Span, items: &str) -> Problem {
    sign(span, "the items of a list begin with a hyphen here", "Word's dash or dot")
        .help("write a hyphen and a space before each item")
        .write(items)
}
