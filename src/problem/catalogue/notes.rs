//! Problems with words that are a note for YAML, so that they would be on no page.

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&WORDS_LOST];

static WORDS_LOST: Code = Code {
    id: "Y013",
    title: "Words that would be lost",
    meaning: "In YAML a # after a space begins a note, which is on no page. The sentence would end before it.",
    instead: "Put the whole sentence in double quotes. For a note, write a space after the #.",
};

/// `whole` is the value with the words behind it, and where it stands.
pub fn words_lost(span: Span, words: &str, whole: (Span, &str)) -> Problem {
    let problem =
        Problem::error(&WORDS_LOST, span.into(), format!("the words “{words}” would be on no page: a # begins a note"))
            .label("not part of the sentence")
            .help("put the whole sentence in double quotes; for a note, write a space after the #");
    let (place, text) = whole;
    let can_be_quoted = !text.contains(['"', '\\', '\n', '}', ']']);
    if can_be_quoted { problem.write_at(place, format!("\"{text}\"")) } else { problem }
}

/// Words inside brackets, which the note would take with the bracket that closes them.
pub fn words_lost_in_brackets(span: Span, words: &str, whole: (Span, &str)) -> Problem {
    let mend = words_lost(span, words, whole).mend;
    let help = "put the whole sentence in double quotes; a note can only stand behind the closing bracket";
    Problem { mend, ..words_lost(span, words, whole).help(help) }
}

/// Words after a name or a dash that are a note because they begin with a #, so that there is no value.
pub fn value_lost(span: Span, words: &str) -> Problem {
    let is_in_brackets = words.ends_with(['}', ']']);
    let value = words.split([',', '}', ']']).next().filter(|_| is_in_brackets).unwrap_or(words).trim_end();
    Problem::error(
        &WORDS_LOST,
        span.into(),
        format!("there is no value here: a # begins a note, which is all of “{words}”"),
    )
    .label("a note for YAML")
    .help(format!("put it in double quotes: \"{value}\""))
    .write(words.replacen(value, &format!("\"{value}\""), 1))
}
