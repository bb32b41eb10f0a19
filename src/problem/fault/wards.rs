//! Wards that aren't there, and wards that can't be begun.

use jiff::civil::Date;

use super::super::suggest;
use super::Fault;

/// Says that a ward is there no longer.
pub fn withdrawn(name: &str, on: Date) -> Fault {
    Fault::new(
        format!("{name} was withdrawn on {on}"),
        format!("take “withdrawn” out of the ward's file, if {name} is there again"),
    )
}

/// Says that there is no such ward, and which one was probably meant of those that have `ids`.
pub fn unknown<'a>(id: &str, ids: impl IntoIterator<Item = &'a str>) -> Fault {
    let help = suggest::nearest(id, ids).map_or_else(
        || "a ward's id is its file's name without .yaml, or the id of its row in a list".to_owned(),
        |near| format!("did you mean {near}?"),
    );
    Fault::new(format!("there is no ward “{id}”"), help)
}

/// Says that a pack has no kinds of ward yet.
pub fn no_kinds() -> Fault {
    Fault::new(
        "pack.yaml lists no kinds of ward, and every ward is of one",
        "add lines such as:\n  ward_kinds:\n    - id: acute\n      name: Acute ward",
    )
}

/// Says that the questions about a new ward weren't answered to the end.
pub fn unanswered() -> Fault {
    Fault::new(
        "the answers ended before the questions did, so nothing was written",
        "start again, or give the answers as flags: wardpack new ward --help lists them",
    )
}

/// Says what of a new ward is missing or can't be right, a line each.
pub fn incomplete(lines: &[String]) -> Fault {
    Fault::new(
        format!("the ward can't be written yet:\n  {}", lines.join("\n  ")),
        "write the command again with these put right, or run wardpack new ward in a terminal, where it asks; nothing \
         was written",
    )
}

/// Says that a file that would be begun is there.
pub fn file_there_already(file: &str) -> Fault {
    Fault::new(format!("{file} is there already"), "open it and change it, or choose another id; nothing was changed")
}
