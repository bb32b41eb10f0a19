//! Problems with links and pictures that nearly are Markdown, and with the words for pictures.

use super::super::{Code, Problem};
use super::shortened;
use crate::span::Span;

pub static CODES: &[&Code] = &[&LINK, &PICTURE_WORDS];

static LINK: Code = Code {
    id: "M011",
    title: "A link or picture that isn't one",
    meaning: "A link is written [words](address) and a picture ![words](file), without spaces in the address or between the brackets. \
              Anything else is printed as it is, and leads nowhere.",
    instead: "Write %20 for a space in a web address, and <…> round a file's name with spaces: [The form](<../the form.md>).",
};

pub fn link(span: Span, link: &str) -> Problem {
    Problem::error(&LINK, span.into(), "this would be printed as it is, brackets and all")
        .label("not a link for Markdown")
        .help(format!("write {link}"))
}

pub fn link_unclear(span: Span) -> Problem {
    Problem::error(&LINK, span.into(), "this link isn't whole: a bracket or the address is missing")
        .label("printed as it is")
        .help("write the words in square brackets, and right after them the address in round ones: [NHS](https://www.nhs.uk)")
}

pub fn link_without_address(span: Span, words: &str, label: &str) -> Problem {
    Problem::error(&LINK, span.into(), format!("nothing says where “[{label}]” leads"))
        .label("printed as it is")
        .help(format!("write the address after the words: {words}(https://www.example.org)"))
}

pub fn picture_without_file(span: Span, words: &str) -> Problem {
    Problem::error(&LINK, span.into(), "this picture names no file").label("printed as it is").help(format!(
        "write the file after the words: ![{words}](../images/garden.jpg), or take out the ! if it isn't a picture"
    ))
}

pub fn address(span: Span, written: &str, better: &str) -> Problem {
    Problem::error(&LINK, span.into(), format!("“{written}” can't be an address"))
        .label("leads nowhere")
        .help(format!("write {better}"))
}

/// A link or a picture, `words` as it is written, whose address says nothing.
pub fn address_missing(span: Span, words: &str, address: &str) -> Problem {
    let (what, written) =
        if address.is_empty() { ("nothing", "()".to_owned()) } else { ("only half", format!("({address})")) };
    Problem::error(&LINK, span.into(), format!("“{}” says {what} of where it leads", shortened(words)))
        .label("leads nowhere")
        .help(format!(
            "write the whole address in place of {written}, such as (https://www.example.org), or the words alone"
        ))
}

/// An email address in the text that can't be one; `better` is it as it may be meant.
pub fn email(span: Span, written: &str, better: Option<&str>) -> Problem {
    let problem =
        Problem::warning(&LINK, span.into(), format!("“{written}” can't be an email address, so it is no link"))
            .label("printed as it is");
    match better {
        Some(better) => problem.help(format!("write {better}")),
        None => {
            problem.help("write the whole address, such as beach@example.org; write \\@ if the sign is meant as it is")
        }
    }
}

static PICTURE_WORDS: Code = Code {
    id: "M017",
    title: "A picture whose words say nothing",
    meaning: "Somebody who can't see the picture hears these words instead. A file's name or the word “image” tells them nothing (WCAG 2.2, \
              1.1.1, failure F30).",
    instead: "Write what the picture tells: ![A nurse and a patient talk in the garden](../images/talk.jpg).",
};

pub fn picture_words(span: Span, words: &str, path: &str) -> Problem {
    Problem::error(&PICTURE_WORDS, span.into(), format!("“{words}” doesn't say what the picture tells"))
        .label("for people who can't see it")
        .help(format!("write what the picture tells, such as ![A nurse and a patient talk in the garden]({path})"))
}
