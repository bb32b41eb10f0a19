//! Problems that every table of a form or a measure can have, each told under the code of its kind.

use super::super::{Code, Place, Problem};
use super::lists::{self, Flaw};
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

/// A name whose ending is in capitals.
pub fn in_capitals(code: &'static Code, shown: &str, name: &str) -> Problem {
    Problem::error(code, Place::Path(shown.into()), format!("{shown} isn't read under this name"))
        .help(format!("rename it {name}"))
        .rename(name)
}
