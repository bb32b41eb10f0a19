//! Problems that the tables of several kinds can have, each told under the code of its kind.

use super::super::suggest::nearest;
use super::super::{Code, Place, Problem};
use super::lists::{self, Flaw, Unreadable};
use crate::span::Span;

/// Returns the problem of a flaw. `span` is its cell; one without is told of the table at `path`.
pub fn flaw(code: &'static Code, flaw: &Flaw, span: Option<Span>, path: &str) -> Problem {
    let place = span.map_or_else(|| Place::Path(path.into()), Place::from);
    match flaw {
        Flaw::CutOff => Problem::error(code, place, "the table breaks off in this row".to_owned())
            .label("fewer values than all other rows, and no end of the line")
            .help("save the table again where it came from; or write the rest of the row, and press Enter at its end"),
        Flaw::TooFar { cell, words, .. } => {
            Problem::error(code, place, format!("{path} has “{words}” in cell {cell}, far from any table"))
                .help("delete what stands there")
        }
        other => lists::flaw(other, span, path),
    }
}

/// A table that can't be read as CSV. `if_empty` is what to do where there is nothing in it.
pub fn unreadable(code: &'static Code, path: &str, why: &Unreadable, if_empty: &str) -> Problem {
    let (why, help) = match why {
        Unreadable::Empty => ("there is nothing in it", if_empty),
        Unreadable::WorkbookAsCsv => {
            ("it is a workbook, and no CSV", "open it in Excel or LibreOffice, and save it as “CSV UTF-8”")
        }
        _ => ("it is no table as CSV", "open it in the program it came from, and save it as “CSV UTF-8”"),
    };
    Problem::error(code, Place::Path(path.into()), format!("{path} can't be read: {why}")).help(help)
}

/// A heading that is none of those that are known.
pub fn unknown_column(code: &'static Code, name: &str, span: Span, known: &[&str]) -> Problem {
    let own = format!("for a column of your own begin its heading with #: “# {name}”");
    let help = match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean “{near}”? {}{}", own[..1].to_uppercase(), &own[1..]),
        None => format!("{own}; otherwise it can be one of: {}", known.join(", ")),
    };
    Problem::error(code, span.into(), format!("there is no column called “{name}”")).label("not known here").help(help)
}

/// `of` is what has no such column: a list or a table.
pub fn missing_column(code: &'static Code, of: &str, name: &str, span: Span) -> Problem {
    Problem::error(code, span.into(), format!("the {of} has no column “{name}”"))
        .label("the row with the headings")
        .help(format!("add a column with the heading “{name}”"))
}

/// A name whose ending is in capitals.
pub fn in_capitals(code: &'static Code, shown: &str, name: &str) -> Problem {
    Problem::error(code, Place::Path(shown.into()), format!("{shown} isn't read under this name"))
        .help(format!("rename it {name}"))
        .rename(name)
}
