//! Problems of pages in Easy Read.

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&OF_NOTHING, &TOO_LONG];

static OF_NOTHING: Code = Code {
    id: "E001",
    title: "Easy Read of a page that isn't there",
    meaning: "A file such as leaflets/keeping-safe.easy.yaml says leaflets/keeping-safe.md once more, in Easy Read. That page isn't \
              there, so readers couldn't come from one to the other.",
    instead: "Give the file the name of the page, with .easy before .yaml, or write the page.",
};

pub fn of_nothing(span: Span, kind: &str, id: &str, near: Option<&str>) -> Problem {
    let help = near.map_or_else(
        || format!("name the file after a {kind} of this pack"),
        |near| format!("did you mean {near}.easy.yaml?"),
    );
    Problem::error(&OF_NOTHING, span.into(), format!("this is the Easy Read of “{id}”, but there is no such {kind}"))
        .label("Easy Read of nothing")
        .help(help)
}

static TOO_LONG: Code = Code {
    id: "E002",
    title: "A row of Easy Read that is too long",
    meaning: "Easy Read says one idea at a time, in a sentence of 15 words or fewer (Department of Health 2010; GOV.UK says 10 \
              to 15).",
    instead: "Say one idea, or make two rows of it, each with a picture of its own.",
};

pub fn too_long(span: Span, words: usize, most: usize) -> Problem {
    Problem::warning(&TOO_LONG, span.into(), format!("this row of Easy Read has {words} words, more than {most}"))
        .label("too long")
        .help("make two rows of it, with one idea in each")
}
