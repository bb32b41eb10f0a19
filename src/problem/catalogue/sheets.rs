//! Problems of lists of wards, in Excel or as CSV.

use super::super::suggest::nearest;
use super::super::{Code, Place, Problem};
use super::phones::DIGITS;
use crate::span::Span;

pub static CODES: &[&Code] = &[&UNREADABLE, &COLUMN, &NO_ID, &EMPTY, &ZERO];

static UNREADABLE: Code = Code {
    id: "L001",
    title: "A list of wards that can't be read",
    meaning: "wards.xlsx has to be a workbook as Excel or LibreOffice saves it, and wards.csv a list of values with commas.",
    instead: "Open the file, and save it again as .xlsx or as CSV (UTF-8). Take a password off.",
};

pub fn unreadable(path: &str, why: &str) -> Problem {
    Problem::error(&UNREADABLE, Place::Path(path.into()), format!("{path} can't be read: {why}"))
        .help(UNREADABLE.instead)
}

static COLUMN: Code = Code {
    id: "L002",
    title: "A column that isn't right",
    meaning: "The first row of a list of wards names its columns. The README lists the names that wardpack knows, and which of them \
              a list must have.",
    instead: "Give the column a name of that list, or delete it.",
};

pub fn unknown_column(name: &str, span: Span, known: &[&str]) -> Problem {
    let help = match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean “{near}”?"),
        None => format!("it can be one of: {}", known.join(", ")),
    };
    Problem::error(&COLUMN, span.into(), format!("there is no column called “{name}”"))
        .label("not known here")
        .help(help)
}

pub fn missing_column(name: &str, span: Span) -> Problem {
    Problem::error(&COLUMN, span.into(), format!("the list has no column “{name}”"))
        .label("the first row")
        .help(format!("add a column with “{name}” in the first row"))
}

/// A value that no column takes.
pub fn unnamed_column(words: &str, span: Span) -> Problem {
    Problem::error(&COLUMN, span.into(), format!("“{words}” stands in a column without a name"))
        .label("this would be lost")
        .help("name the column in the first row, or delete the value; in a CSV file, put a value with a comma in it in \"double quotes\"")
}

static ZERO: Code = Code {
    id: "L005",
    title: "A phone number whose zero was dropped",
    meaning: "Excel takes a phone number for a number where the column isn't formatted as text, and drops the zero that it begins with. \
              Nobody can dial what is left.",
    instead: "Format the column as text, and write the numbers again with their zero.",
};

pub fn zero_dropped(whole: &str, span: Span) -> Problem {
    Problem::error(&ZERO, span.into(), "the zero that this phone number begins with is missing")
        .label("can't be dialled so")
        .help(format!(
            "Excel has dropped the zero that the number began with: format the column as text and write {whole}"
        ))
}

/// Says what to do in a cell, where a problem's help is for those who write YAML.
pub fn in_cell(problem: &mut Problem) {
    let help = match problem.code.id {
        "C002" => {
            "fill the cells of “support organisation” and “support phone”: people need someone outside the ward to call; the contact can \
             stand in pack.yaml too, with the hospital or the trust"
        }
        "C007" if problem.help.as_deref() == Some(DIGITS) => "write the digits in groups, such as 01632 960 002",
        "D001" => "read it again, then write the next day into the column “review by”",
        "D002" => "call the number or look it up, then write the day into the column “support checked on”",
        // No other setting that is needed can be missing from a row.
        "Y102" => "write the day into the column “withdrawn on”",
        _ => return,
    };
    problem.help = Some(help.to_owned());
}

static NO_ID: Code = Code {
    id: "L003",
    title: "A ward without an id",
    meaning: "The id becomes part of the ward's address, so each row of a list needs one.",
    instead: "Write lower-case letters, digits and hyphens into the column id, such as beach.",
};

pub fn no_id(span: Span) -> Problem {
    Problem::error(&NO_ID, span.into(), "this row has no id".to_owned())
        .label("a ward without an id")
        .help(NO_ID.instead)
}

static EMPTY: Code = Code {
    id: "L004",
    title: "A cell that must not be empty",
    meaning: "Every ward has a name, a site, a kind, and an independent organisation that people can call.",
    instead: "Fill the cell.",
};

pub fn empty_cell(column: &str, span: Span) -> Problem {
    Problem::error(&EMPTY, span.into(), format!("this ward has no “{column}”")).label("empty").help("fill the cell")
}
