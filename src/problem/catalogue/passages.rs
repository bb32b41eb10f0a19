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
