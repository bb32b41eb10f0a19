//! The headings of a text tell how it is made: each has words, and none skips a level (WCAG 2.2, 1.3.1 and 2.4.6).

use crate::problem::Problem;
use crate::problem::catalogue::markdown;
use crate::span::Span;
use crate::text::prose::{Inline, can_be_read, plain_words};

/// Returns what is wrong with a heading at `span`; `above` is the level of the one before it, or that of the title.
pub fn check(words: &[Inline], level: u8, above: u8, span: Span) -> Option<Problem> {
    match level {
        _ if !can_be_read(words) => Some(markdown::heading_without_words(span)),
        1 => Some(markdown::heading_one(span, &plain_words(words))),
        _ if level > above + 1 => Some(markdown::heading_skips(span, above, level)),
        _ => None,
    }
}
