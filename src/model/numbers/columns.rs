//! The columns of a table of numbers.

use super::Frequency;
use crate::model::read::fields::Reader;
use crate::parse::list::{ListCell, ListRow};
use crate::problem::catalogue::numbers as problems_of;
use crate::read::sheet::plain_heading;
use crate::span::Span;

/// The columns that a table can have, what they hold, and an example. A table has one of the first three.
pub const COLUMNS: [(&str, &str, &str); 5] = [
    ("month", "The month, for a measure that is counted by month", "2026-03"),
    ("week", "The first day of the week, for a measure that is counted by week", "2026-03-02"),
    ("day", "The day, for a measure that is counted by day, as on a safety cross", "2026-03-02"),
    ("count", "How many there were: a whole number. Empty where nobody counted; say why in `note`", "12"),
    ("note", "Anything that a reader of the number should know. It is shown", "Two weeks only"),
];
/// What people call these columns too.
const OTHER_NAMES: [(&str, &str); 10] = [
    ("date", "month"),
    ("month beginning", "month"),
    ("month starting", "month"),
    ("week beginning", "week"),
    ("week starting", "week"),
    ("week commencing", "week"),
    ("number", "count"),
    ("counts", "count"),
    ("notes", "note"),
    ("comment", "note"),
];
/// What the author's own columns begin with; they aren't read.
const OWN: char = '#';

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumbersColumn {
    Period,
    Count,
    Note,
    /// A column of the author's own, or one that was told.
    NotRead,
    /// No heading, so that no value may stand there.
    Unnamed,
}

/// The columns of one table.
pub struct NumbersHead {
    /// The place of the row among all.
    pub row: usize,
    pub frequency: Frequency,
    /// Where the heading of the months or weeks stands.
    pub period: Span,
    columns: Vec<NumbersColumn>,
}

impl NumbersHead {
    pub fn cell<'r>(&self, row: &'r ListRow, column: NumbersColumn) -> Option<&'r ListCell> {
        row.cells.get(self.columns.iter().position(|known| *known == column)?)
    }

    /// Returns the first value of a row that stands in a column without a name.
    pub fn unnamed<'r>(&self, row: &'r ListRow) -> Option<&'r ListCell> {
        let mut cells = self.columns.iter().zip(&row.cells);
        cells.find(|(column, cell)| **column == NumbersColumn::Unnamed && cell.is_filled()).map(|(_, cell)| cell)
    }
}

/// Returns the name of the column that a heading means.
fn named(heading: &str) -> Option<&'static str> {
    let plain = plain_heading(heading);
    let other = OTHER_NAMES.iter().find(|(other, _)| *other == plain).map(|(_, name)| *name);
    other.or_else(|| COLUMNS.iter().map(|(name, ..)| *name).find(|name| *name == plain))
}

/// Returns the columns of a table; nothing where it can't be read for want of one. Reports headings that aren't known, are there twice or
/// are missing, and what stands above them.
pub fn head(rows: &[ListRow], reader: &mut Reader<'_>) -> Option<NumbersHead> {
    let is_head = |row: &ListRow| row.cells.iter().any(|cell| named(&cell.words).is_some());
    let whole = |row: &ListRow| {
        let first = row.cells.iter().find(|cell| cell.is_filled()).unwrap_or(&row.cells[0]);
        let last = row.cells.iter().rfind(|cell| cell.is_filled()).unwrap_or(first);
        Span { end: last.span.end, ..first.span }
    };
    let Some(at) = rows.iter().position(is_head) else {
        reader.problems.extend(rows.first().map(|row| problems_of::no_headings(whole(row))));
        return None;
    };
    reader.problems.extend(rows[..at].iter().map(|row| problems_of::above_headings(whole(row))));
    let row = &rows[at];
    let mut found: Vec<(&'static str, Span)> = Vec::new();
    let mut columns = Vec::new();
    for cell in &row.cells {
        columns.push(column(cell, &mut found, reader));
    }
    let place = |name: &str| found.iter().find(|(known, _)| *known == name).map(|(_, span)| *span);
    let period = place("month").map(|span| (span, Frequency::Month));
    let period = period.or_else(|| place("week").map(|span| (span, Frequency::Week)));
    let period = period.or_else(|| place("day").map(|span| (span, Frequency::Day)));
    if period.is_none() {
        reader.problems.push(problems_of::missing_column("month”, “week” or “day", whole(row)));
    }
    if place("count").is_none() {
        reader.problems.push(problems_of::missing_column("count", whole(row)));
    }
    let (period, frequency) = period.filter(|_| place("count").is_some())?;
    Some(NumbersHead { row: at, frequency, period, columns })
}

fn column(cell: &ListCell, found: &mut Vec<(&'static str, Span)>, reader: &mut Reader<'_>) -> NumbersColumn {
    if !cell.is_filled() {
        return NumbersColumn::Unnamed;
    }
    let Some(name) = named(&cell.words) else {
        if !cell.words.starts_with(OWN) {
            let known = COLUMNS.map(|(name, ..)| name);
            reader.problems.push(problems_of::unknown_column(&cell.words, cell.span, &known));
        }
        return NumbersColumn::NotRead;
    };
    // A month, a week and a day are names of one column.
    let is_period = |name: &str| ["month", "week", "day"].contains(&name);
    let same = |other: &str| other == name || is_period(other) && is_period(name);
    if let Some((_, first)) = found.iter().find(|(other, _)| same(other)) {
        reader.problems.push(problems_of::column_again(&cell.words, cell.span, *first));
        return NumbersColumn::NotRead;
    }
    found.push((name, cell.span));
    match name {
        "count" => NumbersColumn::Count,
        "note" => NumbersColumn::Note,
        _ => NumbersColumn::Period,
    }
}
