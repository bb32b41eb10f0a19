//! The words of a link: there are some, and they say where it leads (WCAG 2.2, 2.4.4).

use crate::problem::Problem;
use crate::problem::catalogue::markdown;
use crate::span::Span;
use crate::text::prose::{Inline, can_be_read, plain_words};

/// Words that say nothing to somebody who hears the links of a page one after the other.
const SAY_NOTHING: [&str; 20] = [
    "here",
    "click here",
    "see here",
    "this",
    "this link",
    "this page",
    "link",
    "more",
    "read more",
    "see more",
    "learn more",
    "find out more",
    "more information",
    "details",
    "yma",
    "cliciwch yma",
    "mwy",
    "darllenwch fwy",
    "یہاں",
    "مزید",
];

/// Tells whether a link's words say nothing on their own.
pub fn say_nothing(words: &str) -> bool {
    let words = words.trim().trim_end_matches(['.', '…', ':', '!', '>', '»']).trim_end();
    // The longest of them has three words, and no others are looked up.
    if words.split_whitespace().nth(3).is_some() {
        return false;
    }
    SAY_NOTHING.contains(&words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().as_str())
}

/// Returns what is wrong with the words of a link at `span`.
pub fn check(words: &[Inline], span: Span) -> Option<Problem> {
    if !can_be_read(words) {
        return Some(markdown::link_without_words(span));
    }
    let words = plain_words(words);
    say_nothing(&words).then(|| markdown::link_says_nothing(span, words.trim()))
}
