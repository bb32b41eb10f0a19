//! Problems with themes: templates and the words of the site.

use super::super::{Code, Place, Problem};

pub static CODES: &[&Code] = &[&TEMPLATE, &STRINGS];

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

pub fn strings_unreadable(path: &str, detail: &str) -> Problem {
    Problem::error(&STRINGS, Place::Path(path.into()), format!("{path} can't be read: {detail}"))
        .help("compare it with strings/en.yaml")
}

pub fn language_missing(path: &str, language: &str) -> Problem {
    Problem::error(
        &STRINGS,
        Place::Path(path.into()),
        format!("pack.yaml lists the language “{language}”, but the theme has no {path}"),
    )
    .help(format!("translate strings/en.yaml as {path}, or take “{language}” out of pack.yaml"))
}
