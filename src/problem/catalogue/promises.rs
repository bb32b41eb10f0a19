//! Problems with what leaflets promise of a ward.

use super::super::suggest::{list, nearest};
use super::super::{Code, Place, Problem, Severity};
use crate::span::Span;

pub static CODES: &[&Code] = &[&UNCONFIRMED, &UNKNOWN];

static UNCONFIRMED: Code = Code {
    id: "C020",
    title: "Promises that nobody of the ward has confirmed",
    meaning: "Leaflets say what staff will do and what people have a right to on the ward. Somebody who is frightened relies on that. So \
              somebody who answers for the ward reads each promise, says that the ward keeps it, and takes off those that it doesn't.",
    instead: "Print the list of `wardpack promises`, talk it over on the ward, and write into the ward's file:\n  promises:\n    confirmed: \
              {on: 2026-11-26, by: Ward manager}\n    not_kept: [safety-plan]",
};

/// A note for the closing lines; `names` are the wards.
pub fn unconfirmed(path: String, names: &[&str]) -> Problem {
    let shown = list(&names[..names.len().min(3)]);
    let more = names.len().saturating_sub(3);
    let more = if more == 0 { String::new() } else { format!(", and {more} more") };
    let message = format!("what the leaflets promise is not confirmed for {shown}{more}");
    Problem { severity: Severity::Note, ..Problem::warning(&UNCONFIRMED, Place::Path(path), message) }
        .help("wardpack promises prints them; then write into the ward's file who confirmed them, and when")
}

static UNKNOWN: Code = Code {
    id: "C021",
    title: "A promise that isn't marked as one",
    meaning: "A line of a leaflet is a promise if {promise.safety-plan?} stands in it, with an id of your own after the dot. A ward that doesn't \
              keep it names the id under `promises: not_kept`, and the line isn't in its leaflets.",
    instead: "Use an id that stands in a leaflet, as `wardpack promises` lists them; and keep the question mark.",
};

pub fn unknown(span: Span, id: &str, known: &[&str]) -> Problem {
    let problem =
        Problem::error(&UNKNOWN, span.into(), format!("no leaflet has a promise “{id}”")).label("not a promise");
    match nearest(id, known.iter().copied()) {
        Some(nearest) => problem.help(format!("did you mean “{nearest}”?")).write_in_place_of(id, nearest),
        None => problem.help("wardpack promises lists them"),
    }
}

/// A mark that can't take its line away.
pub fn without_mark(span: Span, name: &str) -> Problem {
    Problem::error(&UNKNOWN, span.into(), format!("{{{name}}} marks a promise, and lacks its question mark"))
        .label("the line couldn't go")
        .help(format!("write {{{name}?}}"))
}
