//! The row that names the columns of a list, and what stands above it.

use super::columns::{COLUMNS, SUPPORT, WardColumn, is_of_support, named, required};
use crate::model::read::fields::Reader;
use crate::parse::list::{ListCell, ListRow};
use crate::problem::catalogue::{lists, sheets};
use crate::problem::suggest::nearest;
use crate::read::sheet::{self, CellContent};
use crate::span::Span;

/// What the author's own columns begin with; they aren't read.
const OWN: char = '#';
/// A title above the headings has no more words than in so many cells; a row with more is a ward.
const MOST_CELLS_OF_A_TITLE: usize = 2;

/// The columns of a list.
pub struct WardListHead {
    /// The place of the row among all.
    pub row: usize,
    pub span: Span,
    pub headings: Vec<Heading>,
}

/// What a column is.
pub enum Heading {
    Known(&'static WardColumn),
    /// A column of the author's own, or one that was told.
    NotRead,
    /// No heading, so that no value may stand there.
    Unnamed,
}

impl WardListHead {
    /// Returns the columns that are read, with their cells of a row.
    pub fn cells<'r>(&self, row: &'r ListRow) -> impl Iterator<Item = (&'static WardColumn, &'r ListCell)> {
        self.headings.iter().zip(&row.cells).filter_map(|(heading, cell)| match heading {
            Heading::Known(column) => Some((*column, cell)),
            Heading::NotRead | Heading::Unnamed => None,
        })
    }

    /// Returns the values of a row that stand in columns without a name, and the places of those.
    pub fn unnamed<'r>(&self, row: &'r ListRow) -> impl Iterator<Item = (usize, &'r ListCell)> {
        let cells = self.headings.iter().zip(&row.cells).enumerate();
        cells
            .filter(|(_, (heading, cell))| matches!(heading, Heading::Unnamed) && cell.is_filled())
            .map(|(at, (_, cell))| (at, cell))
    }

    /// Returns how many columns there are up to the last one with a name.
    pub fn width(&self) -> usize {
        self.headings.iter().rposition(|heading| !matches!(heading, Heading::Unnamed)).map_or(0, |last| last + 1)
    }

    /// Tells whether a row below has the headings once more.
    pub fn is_again(&self, row: &ListRow) -> bool {
        let same =
            |(column, cell): &(&WardColumn, &ListCell)| named(&cell.words).is_some_and(|named| named.0 == column.0);
        is_head(row) && self.cells(row).filter(same).count() > 1
    }

    /// Returns the place of a column in each row.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.headings.iter().position(|heading| matches!(heading, Heading::Known(column) if column.0 == name))
    }
}

/// Tells whether a row names the columns.
pub fn is_head(row: &ListRow) -> bool {
    sheet::WARDS.is_head(row.cells.iter().map(|cell| cell.words.as_str()))
}

/// Returns the columns of a list; nothing where it can't be used for want of one. Reports rows above the headings that are no title,
/// columns that aren't known, are there twice or are missing, and a list without headings.
pub fn head(rows: &[ListRow], reader: &mut Reader<'_>) -> Option<WardListHead> {
    let row = rows.iter().position(is_head).unwrap_or(0);
    let first = rows.get(row)?;
    let span = whole(first);
    let (headings, meant) = headings(first, reader);
    let names: Vec<&str> = headings.iter().filter_map(Heading::name).collect();
    if names.is_empty() {
        reader.problems.push(sheets::no_headings(span, &required()));
        return None;
    }
    reader.problems.extend(told(first));
    let is_title = |row: &&ListRow| row.cells.iter().filter(|cell| cell.is_filled()).count() <= MOST_CELLS_OF_A_TITLE;
    let lost = rows[..row].iter().find(|row| !is_title(row));
    reader.problems.extend(lost.map(|row| lists::above_head(span, whole(row))));
    let missing = missing(&headings);
    // One that was told as nearly this column isn't missing too.
    let untold = missing.iter().filter(|name| !meant.contains(name));
    reader.problems.extend(untold.map(|name| sheets::missing_column(name, span)));
    missing.is_empty().then_some(WardListHead { row, span, headings })
}

impl Heading {
    fn name(&self) -> Option<&'static str> {
        match self {
            Heading::Known(column) => Some(column.0),
            Heading::NotRead | Heading::Unnamed => None,
        }
    }
}

/// Returns what each column is, and the columns that unknown headings were probably meant as.
fn headings(row: &ListRow, reader: &mut Reader<'_>) -> (Vec<Heading>, Vec<&'static str>) {
    let is_there =
        |name: &&str| row.cells.iter().any(|cell| named(&cell.words).is_some_and(|column| column.0 == *name));
    let known: Vec<&str> = COLUMNS.iter().map(|(name, ..)| *name).filter(|name| !is_there(name)).collect();
    let mut meant = Vec::new();
    let mut found: Vec<(Heading, Span)> = Vec::new();
    let is_list = row.cells.iter().any(|cell| named(&cell.words).is_some());
    for cell in &row.cells {
        let heading = match named(&cell.words) {
            _ if !cell.is_filled() => Heading::Unnamed,
            Some(column) => match found.iter().find(|(heading, _)| heading.name() == Some(column.0)) {
                None => Heading::Known(column),
                Some((_, first)) => {
                    reader.problems.push(sheets::column_again(column.0, cell.span, *first));
                    Heading::NotRead
                }
            },
            None => {
                let is_own = cell.words.starts_with(OWN) && !is_error(cell);
                if is_list && !is_own && !is_error(cell) {
                    meant.extend(nearest(&cell.words, known.iter().copied()));
                    reader.problems.push(sheets::unknown_column(&cell.words, cell.span, &known));
                }
                Heading::NotRead
            }
        };
        found.push((heading, cell.span));
    }
    (found.into_iter().map(|(heading, _)| heading).collect(), meant)
}

/// Returns the errors that stand where a heading should.
fn told(row: &ListRow) -> impl Iterator<Item = crate::problem::Problem> {
    row.cells.iter().filter(|cell| is_error(cell)).map(|cell| sheets::error_in_cell(&cell.words, cell.span))
}

fn is_error(cell: &ListCell) -> bool {
    matches!(cell.content, CellContent::Error | CellContent::Uncalculated) || super::no_value::holds_error(&cell.words)
}

/// Returns the columns that the list must have and doesn't.
fn missing(headings: &[Heading]) -> Vec<&'static str> {
    let has_support = headings.iter().any(|heading| matches!(heading, Heading::Known(column) if is_of_support(column)));
    let support = SUPPORT.into_iter().filter(|_| has_support);
    let names: Vec<&str> = headings.iter().filter_map(Heading::name).collect();
    required().into_iter().chain(support).filter(|name| !names.contains(name)).collect()
}

/// Returns the place of a row, from its first word to its last.
pub fn whole(row: &ListRow) -> Span {
    let mut filled = row.cells.iter().filter(|cell| cell.is_filled());
    let first = filled.next().unwrap_or(&row.cells[0]);
    Span { end: filled.next_back().unwrap_or(first).span.end, ..first.span }
}
