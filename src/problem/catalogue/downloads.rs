//! Problems with files to download.

use super::super::{Code, Place, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&SOMETHING_ELSE, &NOT_LINKED];

static SOMETHING_ELSE: Code = Code {
    id: "F025",
    title: "A download that isn't what its name says",
    meaning: "Readers are told what kind of file they get, by the ending of its name. What is in this file is something else, such as the page \
              of a website that was saved in its place, so their program can't open it.",
    instead: "Get the file again, or give it the ending of what it is.",
};

/// `kind` is what its name says, and `found` what it is, where that can be told.
pub fn something_else(shown: &str, kind: &str, found: Option<&str>) -> Problem {
    let file = if kind == "PDF" { "" } else { " file" };
    let found = found.map(|found| format!(": it is {found}")).unwrap_or_default();
    let message = format!("{shown} is no {kind}{file}, whatever its name says{found}");
    Problem::error(&SOMETHING_ELSE, Place::Path(shown.into()), message)
        .help("open it to see what it is; then get the right file, or give this one the ending of what it is")
}

pub fn empty(shown: &str) -> Problem {
    Problem::error(&SOMETHING_ELSE, Place::Path(shown.into()), format!("{shown} is empty"))
        .help("copy the file here again, or delete it")
}

static NOT_LINKED: Code = Code {
    id: "F026",
    title: "A download that nothing leads to",
    meaning: "The file is in the folder files/, but no page has a link to it, so no reader would find it, and it is left off the site.",
    instead: "Link to it from a page, or delete it.",
};

/// `path` is that of the file inside the content folder.
pub fn not_linked(path: &str, file: Span) -> Problem {
    Problem::warning(&NOT_LINKED, file.into(), format!("no page leads to {path}, so it isn't on the site"))
        .label("nothing leads here")
        .help(format!("write a link such as [What it is called](../{path}) into a page, or delete the file"))
}

/// A download that is shown as if it were a picture.
pub fn no_picture(path: &str, span: Span) -> Problem {
    Problem::error(&SOMETHING_ELSE, span.into(), format!("{path} is a file to download, and no picture"))
        .label("can't be shown")
        .help("take out the ! before the bracket, and it is a link")
}
