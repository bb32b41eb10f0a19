//! Problems with documents: no page is made of one, and what can be wrong with one that readers download.

use super::super::{Code, Place, Problem, Severity};
use crate::span::Span;

pub static CODES: &[&Code] = &[&DOCUMENT, &SOMETHING_ELSE, &NOT_LINKED];

static DOCUMENT: Code = Code {
    id: "F018",
    title: "A file that no page can be made of",
    meaning: "Pages are made of text files (Markdown and YAML), which every program can read and which can be laid out for a \
              small screen, read aloud and translated. Documents of Word and the like, and PDFs, can't. They are \
              published only as files to download, from the folder files/.",
    instead: "Copy the words into a page of the pack. Where readers may want the file itself, put it into the folder files/ and link to it: \
              [The policy](../files/policy.pdf). Or put it where your trust publishes its documents, and link to its address.",
};

/// Where a document can be kept for those who want the file itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptDocument {
    AsDownload,
    Elsewhere,
}

/// `what` says what the file is, and `page` what the page with its words would be called, if the folder has pages.
pub fn document(shown: &str, what: &str, page: Option<&str>, kept: KeptDocument, severity: Severity) -> Problem {
    let message = format!("{shown} is {what}, and no page is made of it");
    let problem = Problem { severity, ..Problem::error(&DOCUMENT, Place::Path(shown.into()), message) };
    let words = page.map_or("copy its words into a page of the pack".to_owned(), |page| {
        format!("copy its words into a text file called {page}")
    });
    problem.help(match kept {
        KeptDocument::AsDownload => format!("{words}, or put it into the folder files/ and link to it from a page"),
        KeptDocument::Elsewhere => format!("{words}, or put it on a website of your trust and link to its address"),
    })
}

/// A document under the name of a text.
pub fn document_inside(shown: &str, what: &str) -> Problem {
    let message = format!("{shown} is {what}, whatever its name says, and no page can be made of it");
    Problem::error(&DOCUMENT, Place::Path(shown.into()), message).help(
        "open it in the program that it is from, copy the words, and save them as plain text (UTF-8) under this name",
    )
}

/// A file that stands for another one, which isn't here.
pub fn stand_in(shown: &str, what: &str) -> Problem {
    let message = format!("{shown} is {what}, and not the file itself");
    Problem::error(&DOCUMENT, Place::Path(shown.into()), message).help("put the file itself here, and delete this one")
}

static SOMETHING_ELSE: Code = Code {
    id: "F027",
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
    id: "F028",
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
