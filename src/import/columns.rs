//! The columns of a sheet of standards, by their headings, in any order.

use crate::read::sheet::{Wanted, plain_heading};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Number,
    Domain,
    Title,
    Text,
    Outcomes,
    Guidance,
}

impl Column {
    /// Returns what it is called in messages.
    pub fn name(self) -> &'static str {
        match self {
            Column::Number => "the number",
            Column::Domain => "the domain",
            Column::Title => "the title",
            Column::Text => "the standard",
            Column::Outcomes => "outcomes",
            Column::Guidance => "guidance",
        }
    }
}

/// Headings as people write them, the plainest first.
const KNOWN: [(Column, &[&str]); 6] = [
    (
        Column::Number,
        &["number", "no", "no.", "standard number", "standard no", "standard no.", "id", "ref", "reference", "#"],
    ),
    (Column::Domain, &["domain", "domain name", "domain title", "domain number", "theme"]),
    (Column::Title, &["title", "short title", "heading", "standard title", "name"]),
    (
        Column::Text,
        &[
            "standard",
            "standards",
            "sexual safety standard",
            "text",
            "wording",
            "standard text",
            "statement",
            "standard statement",
        ],
    ),
    (
        Column::Outcomes,
        &["outcomes", "outcome", "expected outcomes", "expected outcome", "outcome(s)", "expected outcome(s)"],
    ),
    (Column::Guidance, &["guidance", "guidance notes", "implementation guidance", "how to meet it"]),
];

/// How the sheet of standards is known among others.
pub const WANTED: Wanted = Wanted {
    sheet: "standards",
    headings: &["standard", "number", "domain", "outcomes", "outcome", "guidance", "title", "wording", "text"],
};

/// Returns what a column of this heading holds. Several columns of outcomes or guidance may be numbered: “Outcome 2”.
pub fn column(heading: &str) -> Option<Column> {
    let plain = plain_heading(heading);
    let is = |words: &str| KNOWN.iter().find(|(_, known)| known.contains(&words)).map(|(column, _)| *column);
    let unnumbered = plain.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end();
    let of_several = || is(unnumbered).filter(|column| matches!(column, Column::Outcomes | Column::Guidance));
    is(&plain).or_else(of_several)
}
