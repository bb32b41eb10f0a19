//! Problems with the record of which sheet hangs where.

use super::super::suggest::{list, nearest};
use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&NO_WARD, &SHEET];

static NO_WARD: Code = Code {
    id: "C024",
    title: "A record of sheets of a ward that isn't there",
    meaning: "A file such as wards/beach.sheets.yaml belongs to wards/beach.yaml, or to the row of beach in a list of wards.",
    instead: "If the ward has another name now, give the record that name. If it has closed, take its sheets down, and delete the record.",
};

pub fn no_ward<'a>(span: Span, ward: &str, wards: impl IntoIterator<Item = &'a str>) -> Problem {
    let problem =
        Problem::error(&NO_WARD, span.into(), format!("these sheets hang on “{ward}”, but there is no such ward"))
            .label("sheets of no ward");
    match nearest(ward, wards).map(|near| format!("{near}.sheets.yaml")) {
        Some(near) => problem.help(format!("did you mean {near}?")).rename(near),
        None => problem.help("give it the name of its ward's file, or delete it"),
    }
}

static SHEET: Code = Code {
    id: "C025",
    title: "A sheet in the record that can't be right",
    meaning: "The record says of each sheet where it hangs, which one it is, in which language, and the code at its foot. By these, wardpack \
              round tells what to take down and what to put up after a change.",
    instead: "Look at the sheet on the wall, and write what stands at its foot. wardpack round writes the record for you: \
              wardpack round beach --up \"Day room\" --code K7Q2M4X.",
};

/// A sheet that the ward doesn't have; `sheets` are those that it has.
pub fn unknown_sheet<'a>(span: Span, written: &str, sheets: impl IntoIterator<Item = &'a str>) -> Problem {
    let problem =
        Problem::warning(&SHEET, span.into(), format!("the ward has no sheet “{written}”")).label("no such sheet");
    match nearest(written, sheets) {
        Some(near) => problem.help(format!("did you mean {near}? If the sheet is gone from the pack, take it down")),
        None => problem.help("write charter, or leaflet/ and its id; if the sheet is gone from the pack, take it down"),
    }
}

/// A language in which the ward has no pages; `known` are those that it has.
pub fn unknown_language(span: Span, written: &str, known: &[&str]) -> Problem {
    Problem::warning(&SHEET, span.into(), format!("the ward has no sheets in the language “{written}”"))
        .label("no such language")
        .help(format!("write {}; if the ward has that language no longer, take the sheet down", list(known)))
}

pub fn bad_code(span: Span, written: &str, length: usize) -> Problem {
    Problem::error(&SHEET, span.into(), format!("“{written}” is not a code"))
        .label("no code")
        .help(format!("write the {length} letters and digits at the foot of the sheet, such as K7Q2M4X"))
}

pub fn twice(span: Span, place: &str, first: Span) -> Problem {
    Problem::error(&SHEET, span.into(), format!("this sheet hangs in “{place}” already"))
        .label("the same sheet in the same language")
        .related(first, "first here")
        .help("take out the one that is down; if both hang there, say more exactly where, such as “Day room, by the door”")
}
