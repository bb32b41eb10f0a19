//! Problems with what search.yaml says of the words that people type.

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&LEADS_NOWHERE, &TWICE];

static LEADS_NOWHERE: Code = Code {
    id: "R010",
    title: "Words in search.yaml that lead nowhere",
    meaning: "Each search names the words that people type, and the pages that are shown first for them.",
    instead: "Give it both:\n  - words: [touched me, groped]\n    pages: [support/samaritans, leaflet/keeping-safe]\nFor words that tell \
              of harm, `harm: true` puts numbers to call above the pages.",
};

/// A search without words.
pub fn without_words(span: Span) -> Problem {
    Problem::error(&LEADS_NOWHERE, span.into(), "this search has no words that people could type".to_owned())
        .label("no words")
        .help("add the words: words: [touched me, groped]")
}

/// A search without pages, that shows no numbers either.
pub fn without_pages(span: Span) -> Problem {
    Problem::error(&LEADS_NOWHERE, span.into(), "this search has no pages to show".to_owned())
        .label("no pages")
        .help("add the pages that help: pages: [leaflet/keeping-safe]")
}

/// Words that nobody can look for, such as “?”.
pub fn no_letters(written: &str, span: Span) -> Problem {
    Problem::error(&LEADS_NOWHERE, span.into(), format!("“{written}” has no word of two letters or more"))
        .label("search looks for words and numbers")
        .help("write words as people type them, or take it out")
}

static TWICE: Code = Code {
    id: "R011",
    title: "The same words twice in search.yaml",
    meaning: "Search shows the pages of one entry for what somebody types. Capital letters, accents and hyphens make no difference.",
    instead: "Keep the words in one entry, with all the pages that help.",
};

pub fn twice(written: &str, span: Span, first: Span) -> Problem {
    Problem::error(&TWICE, span.into(), format!("the words “{written}” are in this file twice"))
        .label("here again")
        .related(first, "here first")
        .help("keep one of them, with all the pages that help")
}
