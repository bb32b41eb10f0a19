//! The columns of a sheet of standards, by their headings, in any order.

use crate::read::sheet::{Wanted, plain_heading};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StandardColumn {
    Number,
    Domain,
    Title,
    Text,
    Outcomes,
    Guidance,
}

impl StandardColumn {
    /// Returns what it is called in messages.
    pub fn name(self) -> &'static str {
        match self {
            StandardColumn::Number => "the number",
            StandardColumn::Domain => "the domain",
            StandardColumn::Title => "the title",
            StandardColumn::Text => "the standard",
            StandardColumn::Outcomes => "outcomes",
            StandardColumn::Guidance => "guidance",
        }
    }
}

/// Headings as people write them, the plainest first.
const KNOWN: [(StandardColumn, &[&str]); 6] = [
    (
        StandardColumn::Number,
        &["number", "no", "no.", "standard number", "standard no", "standard no.", "id", "ref", "reference", "#"],
    ),
    (StandardColumn::Domain, &["domain", "domain name", "domain title", "domain number", "theme"]),
    (StandardColumn::Title, &["title", "short title", "heading", "standard title", "name"]),
    (
        StandardColumn::Text,
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
        StandardColumn::Outcomes,
        &["outcomes", "outcome", "expected outcomes", "expected outcome", "outcome(s)", "expected outcome(s)"],
    ),
    (StandardColumn::Guidance, &["guidance", "guidance notes", "implementation guidance", "how to meet it"]),
];

/// How the sheet of standards is known among others.
pub const WANTED: Wanted = Wanted {
    sheet: "standards",
    headings: &["standard", "number", "domain", "outcomes", "outcome", "guidance", "title", "wording", "text"],
};

/// Returns what a column of this heading holds. Several columns of outcomes or guidance may be numbered: “Outcome 2”.
pub fn column(heading: &str) -> Option<StandardColumn> {
    let plain = plain_heading(heading);
    let is = |words: &str| KNOWN.iter().find(|(_, known)| known.contains(&words)).map(|(column, _)| *column);
    let unnumbered = plain.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end();
    let of_several =
        || is(unnumbered).filter(|column| matches!(column, StandardColumn::Outcomes | StandardColumn::Guidance));
    is(&plain).or_else(of_several)
}
