//! Problems with what texts claim.

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&WITHOUT_SOURCE];

static WITHOUT_SOURCE: Code = Code {
    id: "R013",
    title: "A number or a study without a source",
    meaning: "The text says what share of people something is so for, or what a study found. Readers can't tell whether that is right, or still \
              so, unless they can follow it to where it comes from.",
    instead: "Add an entry to resources.yaml for the publication, and link to it: [[resource/its-id]]. Or name it under the page's `source:`. \
              Your own count is a source too: an entry that says who counted, and when.",
};

/// `claim` are the words that claim it.
pub fn without_source(span: Span, claim: &str) -> Problem {
    const MOST: usize = 80;
    let mut shown: String = claim.chars().take(MOST).collect();
    if shown.len() < claim.len() {
        shown.push('…');
    }
    Problem::warning(&WITHOUT_SOURCE, span.into(), format!("this page says “{shown}”, and not where that comes from"))
        .label("no source")
        .help("link to the publication, with an entry in resources.yaml, or name it under “source”; your own count is an entry too")
}
