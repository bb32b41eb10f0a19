//! Problems with passages that are for some readers only.

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&PASSAGE];

static PASSAGE: Code = Code {
    id: "M008",
    title: "A passage for some readers that isn't right",
    meaning: "A passage begins with a line such as ::: {audience: staff} and ends with a line of three colons. Without its end, or \
              without saying who it is for, nobody could tell what may be shown to whom.",
    instead: "Write\n  ::: {audience: staff}\n  Words for staff.\n  :::\nor ::: {ward_kinds: [acute, rehabilitation]} for some kinds of ward.",
};

pub fn not_closed(span: Span) -> Problem {
    Problem::error(&PASSAGE, span.into(), "this passage has no end".to_owned())
        .label("begins here")
        .help("write a line with three colons (:::) where it ends")
}

/// Words that look like the beginning of a passage where none can begin.
pub fn near_miss(span: Span, written: &str) -> Problem {
    Problem::error(
        &PASSAGE,
        span.into(),
        format!("“{written}” doesn't begin a passage here, so everyone would see its words"),
    )
    .label("not the beginning of a passage")
    .help("write three colons before it, ::: {audience: staff}, on a line of its own, outside boxes, lists and code")
}

pub fn nothing_to_close(span: Span) -> Problem {
    Problem::error(&PASSAGE, span.into(), "this line ends a passage, but none has begun".to_owned())
        .label("nothing to end")
        .help("take the line out, or write ::: {audience: staff} where the passage begins")
}

pub fn for_nobody(span: Span) -> Problem {
    Problem::error(&PASSAGE, span.into(), "this passage doesn't say who it is for".to_owned())
        .label("for whom?")
        .help("write who it is for in braces: ::: {audience: staff} or ::: {ward_kinds: [acute]}")
}
