//! A list of wards, or the numbers of a measure, as text: each row of the sheet is a line, and tabs part its cells. So a row's number is the line's, and a
//! place in the text is a cell. Blank cells count for nothing, wherever they are, so that memory goes by what the sheet says.
//!
//! - `encoding.rs`: Bytes of a CSV file → letters: Excel saves UTF-8, the encoding of old Windows programs, or UTF-16, and says so only sometimes
//! - `grid.rs`: Cells by row and column, as a file gives them → the sheet that they make
//! - `layout.rs`: What a workbook says beside its values, which calamine doesn't read: hidden and merged cells, formulas without a value
//! - `package.rs`: The bytes of a workbook → the parts inside it, once it is certain that they are one and don't unpack without end
//! - `records.rs`: CSV → records, as RFC 4180 writes them and Excel reads them: quotes around a value with a comma, a quote or a line break in it
//! - `separated.rs`: wards.csv → a sheet, whatever Excel in Britain makes of "CSV": commas, semicolons or tabs, in the encoding of its system
//! - `workbook.rs`: wards.xlsx → a sheet: the one called "Wards", or else the first that has the headings of a list

mod encoding;
mod grid;
mod layout;
mod package;
mod records;
mod separated;
mod workbook;

use std::ops::Range;

use super::Sources;
use crate::problem::catalogue::lists::{Flaw, Unreadable};
use crate::problem::catalogue::sheets;
use crate::problem::{Place, Problem};
use crate::span::Span;

/// The headings that every list has. They tell which sheet is the list, in which row it begins, and what parts its columns.
pub const HEADINGS: [&str; 4] = ["id", "name", "site", "kind"];
/// What a table is known by among the sheets of a workbook and the rows of a file.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The name of its sheet, in small letters.
    pub sheet: &'static str,
    /// Headings of its columns, as [`plain_heading`] gives them.
    pub headings: &'static [&'static str],
}

/// A list of wards.
pub const WARDS: Wanted = Wanted { sheet: "wards", headings: &HEADINGS };
/// The headings that a row must have at least to be the first of a list.
const LEAST_HEADINGS: usize = 2;
/// The largest list that is read: many times the wards of any trust. What stands further down or right is a stray cell.
const MOST_ROWS: usize = 10_000;
const MOST_COLUMNS: usize = 200;
/// Stands for a line break inside a cell, in the text of a sheet.
const LINE_BREAK: char = '↵';

/// A list of wards as it was read.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The name of the sheet in its workbook.
    pub name: Option<String>,
    pub shown: String,
    /// The rows that say something; a row's place in the text has its number.
    pub rows: Vec<SheetRow>,
    /// The columns that Excel doesn't show, counted from 0.
    pub hidden_columns: Vec<usize>,
    /// What is wrong beyond single values, and its cell where it has one.
    pub flaws: Vec<(Option<Range<usize>>, Flaw)>,
}

#[derive(Clone, Debug)]
pub struct SheetRow {
    /// The row's number, as Excel shows it.
    pub number: usize,
    /// Every cell of the row as far as the sheet is wide, empty ones too.
    pub cells: Vec<Cell>,
    /// Excel doesn't show the row: it was hidden by hand, or a filter leaves it out.
    pub is_hidden: bool,
    /// A quote or the end of the file is missing, so that the values may be those of other columns.
    pub is_torn: bool,
    /// The cell that was merged with the ones on its right, and their names, such as `A5:F5`.
    pub merged: Option<(usize, String)>,
}

#[derive(Clone, Debug)]
pub struct Cell {
    /// The words, each line without spaces around it.
    pub words: String,
    pub content: CellContent,
    /// The value stands in the first of several merged cells, of which this is a lower one.
    pub is_copied: bool,
    /// The value is what a formula gave when the file was saved.
    pub is_formula: bool,
    /// The place in the text of the sheet.
    pub at: Range<usize>,
}

/// What a cell holds, for its program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellContent {
    Words,
    Number,
    Day,
    Time,
    /// TRUE or FALSE.
    Truth,
    /// What Excel shows where a formula went wrong.
    Error,
    /// A formula, without its result.
    Uncalculated,
}

/// Tells whether a file is a list of wards, by its name.
pub fn is_list(path: &str) -> bool {
    matches!(path.rsplit('/').next(), Some("wards.xlsx" | "wards.csv"))
}

/// Tells whether a file holds the numbers of a measure: `measures/<id>.csv`.
pub fn is_numbers(path: &str) -> bool {
    is_csv_in("measures", path)
}

/// Tells whether a file holds the answers to a survey: `forms/<id>.csv`.
pub fn is_answers(path: &str) -> bool {
    is_csv_in("forms", path)
}

fn is_csv_in(folder: &str, path: &str) -> bool {
    let mut parts = path.rsplit('/');
    let is_csv = parts.next().is_some_and(|name| name.ends_with(".csv"));
    is_csv && parts.next() == Some(folder)
}

/// Tells whether a file is read as a sheet.
pub fn is_sheet(path: &str) -> bool {
    is_list(path) || is_numbers(path) || is_answers(path)
}

/// Returns a list of wards, or why it can't be read.
pub fn read(path: &str, bytes: &[u8]) -> Result<Sheet, Unreadable> {
    find(path, bytes, &WARDS)
}

/// Returns the table that is wanted of a workbook or a CSV file, or why it can't be read.
pub fn find(path: &str, bytes: &[u8], wanted: &Wanted) -> Result<Sheet, Unreadable> {
    let is_workbook = path.to_ascii_lowercase().ends_with(".xlsx");
    if is_workbook { workbook::sheet(bytes, wanted) } else { separated::sheet(bytes, wanted) }
}

/// Returns every sheet of a workbook, with its words as they stand in the cells, or why it can't be read.
pub fn all(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    workbook::sheets(bytes)
}

/// Returns a heading without what makes no difference in it: capitals, hyphens, a colon at its end.
pub fn plain_heading(words: &str) -> String {
    words.to_lowercase().replace(['_', '-', ':'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Wanted {
    /// Tells whether a row names the columns of the table. What stands further right than any table goes doesn't count.
    pub fn is_head<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> bool {
        let found: Vec<String> = words.into_iter().take(MOST_COLUMNS).map(plain_heading).collect();
        self.headings.iter().filter(|heading| found.iter().any(|words| words == *heading)).count() >= LEAST_HEADINGS
    }
}

/// Returns a column as Excel names it, counted from 0: `A`, `Z`, `AA`.
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

impl SheetRow {
    fn start(&self) -> usize {
        self.cells.first().map_or(0, |cell| cell.at.start)
    }
}

impl Sheet {
    /// Returns where a place in the text is, as the author sees it: the sheet, the row, and the column with Excel's letters.
    pub fn cell_at(&self, at: usize) -> String {
        // The rows are in order, so that only what is below the nearest one has to be looked at.
        let next = self.rows.partition_point(|row| row.start() <= at);
        let (number, start) = next.checked_sub(1).map_or((1, 0), |row| (self.rows[row].number, self.rows[row].start()));
        let number = number + self.shown[start..at].matches('\n').count();
        let column = self.shown[..at].rsplit('\n').next().unwrap_or_default().matches('\t').count();
        let sheet = self.name.as_ref().map(|name| format!("sheet {name}, ")).unwrap_or_default();
        format!("{sheet}row {number}, column {}", letters(column))
    }
}

/// Says in which cell a problem of a list of wards is, as its author sees it.
pub fn name_cell(problem: &mut Problem, sources: &Sources) {
    let named = |span: Span| {
        let sheet = sources.file(span.file).text.sheet()?;
        Some(format!(" ({})", sheet.cell_at(span.start as usize)))
    };
    for (span, words) in &mut problem.related {
        words.extend(named(*span));
    }
    let Place::At(span) = problem.place else { return };
    if let Some(cell) = named(span) {
        problem.message.push_str(&cell);
        sheets::in_cell(problem);
    }
}
