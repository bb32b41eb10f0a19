//! Problems with what isn't finished.

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&LEADS_TO_DRAFT];

static LEADS_TO_DRAFT: Code = Code {
    id: "R021",
    title: "A link to a draft",
    meaning: "The page that the link leads to says “draft: true”, so it isn't on the site that is published. Readers find words there that \
              lead nowhere, or a line less.",
    instead: "Finish the draft and take its “draft: true” out, or wait with the link until then.",
};

/// A link or a reference of what is published.
pub fn leads_to_draft(kind: &str, id: &str, span: Span) -> Problem {
    let what = kind.replace('-', " ");
    Problem::warning(
        &LEADS_TO_DRAFT,
        span.into(),
        format!("the {what} “{id}” is a draft, so it isn't on the site that is published"),
    )
    .label("leads to a draft")
    .help("take “draft: true” out of it once it is finished, or wait with the link until then")
}
