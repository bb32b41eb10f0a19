//! Problems with addresses of pages and for email.

use super::super::{Code, Problem, quoted};
use crate::span::Span;

pub static CODES: &[&Code] = &[&BAD_ADDRESS, &BAD_EMAIL];

static BAD_ADDRESS: Code = Code {
    id: "Y109",
    title: "A web address that can't be one",
    meaning: "Addresses of outside pages start with https:// or http://, and have no spaces in them and no comma in the name of the \
              site. Anything else opens no page, or could run something instead.",
    instead: "Copy the address from the browser, with https:// at the start.",
};

pub fn bad_address(span: Span, written: &str, better: Option<&str>) -> Problem {
    let problem = Problem::error(&BAD_ADDRESS, span.into(), format!("“{written}” is not a web address"));
    let label = if written.starts_with("http") { "not a web address" } else { "must start with https://" };
    match better {
        Some(better) => problem.label(label).help(format!("write {better}")).write(quoted::as_value(better)),
        None => problem.label(label).help("copy the address from the browser, with https:// at the start"),
    }
}

pub fn email_as_page(span: Span, written: &str) -> Problem {
    Problem::error(&BAD_ADDRESS, span.into(), format!("“{written}” is an email address, not a web address"))
        .label("must start with https://")
        .help("write it after “email:” where there is such a setting; here, copy the address of the page from the browser")
}

/// The address of the site, with something behind its folder. `folder` is it without that.
pub fn not_a_folder(span: Span, written: &str, folder: &str) -> Problem {
    let message = format!("“{written}” is the address of one page, and the site is a folder");
    Problem::error(&BAD_ADDRESS, span.into(), message)
        .label("must end with the folder")
        .help(format!("write {folder}"))
        .write(quoted::as_value(folder))
}

static BAD_EMAIL: Code = Code {
    id: "Y111",
    title: "An email address that can't be one",
    meaning: "Readers tap the address to write an email. An address has one @ in it, a dot after that, and no spaces or commas.",
    instead: "Write one address, such as beach@example.org. Words about it go into `hours:` or a note.",
};

pub fn bad_email(span: Span, written: &str, why: &str, better: Option<&str>) -> Problem {
    let problem = Problem::error(&BAD_EMAIL, span.into(), format!("“{written}” is not an email address: {why}"))
        .label("not an email address");
    match better {
        Some(better) => problem.help(format!("write {better}")).write(quoted::as_value(better)),
        None => problem.help("write one address, with an @ and without spaces, such as beach@example.org"),
    }
}
