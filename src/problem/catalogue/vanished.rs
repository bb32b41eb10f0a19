//! Problems with words that Markdown takes for something else.

use super::super::{Code, Problem};
use super::shortened;
use crate::span::Span;

pub static CODES: &[&Code] = &[&VANISHED];

static VANISHED: Code = Code {
    id: "M023",
    title: "Words that wouldn't be on the page",
    meaning: "Markdown reads some lines as something other than words. A line such as [Ask us]: here gives the address of a link, for \
              example, and isn't shown.",
    instead: "Write a backslash (\\) before the sign that makes the words something else, or take the line out.",
};

pub fn words(span: Span, words: &str) -> Problem {
    if words.starts_with('[') && words.contains("]:") {
        return Problem::error(&VANISHED, span.into(), format!("“{}” gives a link a second address", shortened(words)))
            .label("not used")
            .help("take the line out, or give the second link a name of its own");
    }
    Problem::error(&VANISHED, span.into(), format!("“{}” wouldn't be on the page", shortened(words)))
        .label("not shown")
        .help("Markdown reads this as something other than words: write it on a line of its own, or with a backslash (\\) before the first sign")
}

/// A line that gives the address of a link that isn't there.
pub fn unused_definition(span: Span, label: &str, written: &str) -> Problem {
    let address = written.rsplit_once("]:").map_or(written, |(_, address)| address).trim();
    let is_address = address.contains(['/', ':', '#', '@']) || address.contains('.') && !address.ends_with('.');
    let message = "Markdown reads this line as the address of a link, so it wouldn't be on the page";
    let problem = Problem::error(&VANISHED, span.into(), message).label("not shown");
    if is_address {
        problem.help(format!("write [{label}] in the text where the link belongs, or take the line out"))
    } else {
        let start = Span { end: span.start, ..span };
        problem.help(format!("if these are words to be read, write \\{}", shortened(written))).write_at(start, "\\")
    }
}
