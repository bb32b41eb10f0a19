//! The columns of a list of wards.

use crate::read::sheet::{HEADINGS, plain_heading};

/// A column: its name, where its values stand in a ward's file, what it holds, and an example.
pub type WardColumn = (&'static str, &'static [&'static str], &'static str, &'static str);

/// The columns. Reading goes by this table, and so do the empty list that `wardpack new` writes and the reference.
pub const COLUMNS: [WardColumn; 25] = [
    ("id", &[], "The ward's part of web addresses: lower-case letters, digits and hyphens. Keep it for good", "beach"),
    ("name", &["name"], "The ward's name, as people say it", "Beach ward"),
    ("site", &["site"], "The hospital or place that the ward is in", "Northgate Hospital"),
    ("kind", &["kind"], "The kind of ward: one of the ids under ward_kinds in pack.yaml", "acute"),
    (
        "support organisation",
        &["contacts", "support", "organisation"],
        "An independent organisation that people can call, such as an advocacy service",
        "Northgate Advocacy",
    ),
    ("support phone", &["contacts", "support", "phone"], "The phone number of that organisation", "01632 960 002"),
    (
        "support checked on",
        &["contacts", "support", "checked_on"],
        "The day somebody last called that number and it was right",
        "2026-11-01",
    ),
    (
        "support hours",
        &["contacts", "support", "hours"],
        "When that number is answered",
        "Monday to Friday, 9am to 5pm",
    ),
    (
        "support website",
        &["contacts", "support", "website"],
        "The website of that organisation, with https:// at the start",
        "https://www.example.org",
    ),
    ("ward phone", &["contacts", "ward", "phone"], "The ward's own phone number", "01632 960 001"),
    ("ward email", &["contacts", "ward", "email"], "The ward's own email address", "beach@example.org"),
    ("ward hours", &["contacts", "ward", "hours"], "When the ward answers", "Day and night, every day"),
    (
        "safeguarding phone",
        &["contacts", "safeguarding", "phone"],
        "The phone number of the safeguarding team",
        "01632 960 003",
    ),
    (
        "pals phone",
        &["contacts", "pals", "phone"],
        "The phone number of the Patient Advice and Liaison Service (PALS)",
        "01632 960 004",
    ),
    ("pals email", &["contacts", "pals", "email"], "The email address of PALS", "pals@example.org"),
    ("quiet place", &["quiet_place"], "A place on the ward to talk undisturbed", "The quiet room by the garden door"),
    ("about", &["about"], "A few sentences about the ward", "An acute ward for adults."),
    (
        "languages",
        &["languages"],
        "The languages of the ward's pages, by their tags in pack.yaml, with commas",
        "en, cy",
    ),
    (
        "leave out",
        &["leaflets", "leave_out"],
        "The ids of leaflets that the ward does not give out, with commas",
        "visiting",
    ),
    ("owner", &["charter", "owner"], "Who looks after the charter: a role, not a person's name", "Ward manager"),
    ("review by", &["charter", "review_by"], "The day by which the charter is to be read again", "2027-10-05"),
    ("withdrawn on", &["withdrawn", "on"], "The day since when the ward is no longer there", "2026-11-01"),
    ("withdrawn why", &["withdrawn", "why"], "Why it is no longer there", "The ward has moved to another hospital."),
    ("formerly", &["formerly"], "The ids that the ward had before, with commas: their addresses lead to it", "shore"),
    ("go instead to", &["withdrawn", "instead"], "Where its readers go instead, as references name it", "ward/cliff"),
];
/// The columns that every list has: the first ones.
const REQUIRED: usize = HEADINGS.len();
/// The cells of an independent contact that a row with any cell of one must have. A row without one has its hospital's or trust's.
pub const SUPPORT: [&str; 2] = ["support organisation", "support phone"];
/// The columns that hold several values, with commas.
const LISTS: [&str; 3] = ["languages", "leave out", "formerly"];

/// Returns the column of a name, however it is written.
pub fn named(words: &str) -> Option<&'static WardColumn> {
    let name = plain_heading(words);
    COLUMNS.iter().find(|(known, ..)| *known == name)
}

/// Returns the names of the columns that every list has.
pub fn required() -> Vec<&'static str> {
    COLUMNS[..REQUIRED].iter().map(|(name, ..)| *name).collect()
}

/// Says whether a column is needed.
pub fn needed(column: &str) -> &'static str {
    match column {
        column if is_required(column) => "yes",
        column if SUPPORT.contains(&column) => "yes, if not in pack.yaml",
        _ => "no",
    }
}

/// Tells whether every row must have a value in this column.
pub fn is_required(column: &str) -> bool {
    required().contains(&column)
}

/// Tells whether a column is of the independent contact.
pub fn is_of_support((_, path, ..): &WardColumn) -> bool {
    path.starts_with(&["contacts", "support"])
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnHolds {
    /// Words in one line.
    Line,
    /// Paragraphs.
    Prose,
    Day,
    Phone,
    /// Several values, with commas.
    List,
}

/// Returns what the values of a column are.
pub fn holds((name, path, ..): &WardColumn) -> ColumnHolds {
    match path.last() {
        _ if LISTS.contains(name) => ColumnHolds::List,
        Some(&"checked_on" | &"review_by" | &"on") => ColumnHolds::Day,
        Some(&"phone") => ColumnHolds::Phone,
        Some(&"about") => ColumnHolds::Prose,
        _ => ColumnHolds::Line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_columns_are_the_headings_that_a_list_is_known_by() {
        assert_eq!(required(), HEADINGS);
    }
}
