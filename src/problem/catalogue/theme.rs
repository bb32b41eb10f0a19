//! Problems with themes: templates and the words of the site.

use super::super::{Code, Place, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&TEMPLATE, &STRINGS, &FAINT, &NO_COLOUR];

static TEMPLATE: Code = Code {
    id: "T001",
    title: "A template that can't be drawn",
    meaning: "A template of the theme has a mistake, or asks for something that its page doesn't have.",
    instead: "Correct the line in the template. The message names the page that was being drawn.",
};

/// `page` is the page being drawn, if one was.
pub fn template(place: Place, detail: &str, page: Option<&str>) -> Problem {
    let drawing = page.map_or(String::new(), |page| format!(" (while drawing {page})"));
    Problem::error(&TEMPLATE, place, format!("this template can't be drawn: {detail}{drawing}"))
        .label("here")
        .help("correct the template, or delete it from your theme to use the built-in one")
}

static STRINGS: Code = Code {
    id: "T002",
    title: "A word of the site is missing",
    meaning: "The words around the content (“Next”, “Get help”) stand in the theme's strings folder, one file a language. A word \
              or a whole language is missing.",
    instead: "Add the line to the file that the message names; strings/en.yaml has every line.",
};

pub fn string_missing(path: &str, key: &str) -> Problem {
    Problem::error(&STRINGS, Place::Path(path.into()), format!("{path} has no “{key}”"))
        .help("copy the line from strings/en.yaml and translate it")
}

pub fn strings_unreadable(place: Place, path: &str, detail: &str) -> Problem {
    Problem::error(&STRINGS, place, format!("{path} can't be read: {detail}")).help("compare it with strings/en.yaml")
}

pub fn language_missing(path: &str, language: &str) -> Problem {
    Problem::error(
        &STRINGS,
        Place::Path(path.into()),
        format!("pack.yaml lists the language “{language}”, but the theme has no {path}"),
    )
    .help(format!("translate strings/en.yaml as {path}, or take “{language}” out of pack.yaml"))
}

static FAINT: Code = Code {
    id: "T003",
    title: "A brand colour that can't be read",
    meaning: "The colour is too near to the colour of the page: WCAG 2.2 (1.4.3) asks for a contrast of 4.5 to 1. The site uses a \
              darker shade of it, so that everybody can read it.",
    instead: "Use a darker colour of the trust's brand, or leave it as it is and the site's shade stays.",
};

pub fn faint_colour(span: Span, written: &str, contrast: f32, used: &str) -> Problem {
    let message = format!(
        "the brand colour {written} can't be read on a light page: its contrast is {contrast:.1} to 1, and 4.5 is the least"
    );
    Problem::warning(&FAINT, span.into(), message)
        .label("too light")
        .help(format!("the site uses {used} instead; write that, or a darker colour of your brand"))
}

static NO_COLOUR: Code = Code {
    id: "T004",
    title: "A brand colour that is no colour",
    meaning: "A colour is a hash and six digits or letters from a to f. In YAML it needs quotes: without them everything after the \
              hash is a comment.",
    instead: "Write it as in the trust's brand guidelines: colour: \"#005eb8\".",
};

pub fn no_colour(span: Span, written: &str) -> Problem {
    Problem::error(&NO_COLOUR, span.into(), format!("“{written}” is no colour"))
        .label("not a colour")
        .help("write a hash and six digits in quotes, such as \"#005eb8\"")
}
