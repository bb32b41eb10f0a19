//! A list of wards, or the numbers of a measure: its cells, with their places in the text of the sheet.

use super::Document;
use super::slips::merge_marks;
use crate::problem::Problem;
use crate::problem::catalogue::{answers, lists, numbers, strange};
use crate::read::sheet::{self, CellContent};
use crate::read::{FileText, SourceFile};
use crate::span::{FileId, Span};

/// The rows that say something.
#[derive(Debug)]
pub struct List {
    /// The list is a workbook, whose values can't move to other columns as those of a CSV file can.
    pub is_workbook: bool,
    pub rows: Vec<ListRow>,
    /// The columns that Excel doesn't show, counted from 0.
    pub hidden_columns: Vec<usize>,
}

/// A row, with all its cells; rows of one list have equally many.
#[derive(Debug)]
pub struct ListRow {
    pub cells: Vec<ListCell>,
    pub is_hidden: bool,
    /// What the row says is uncertain, and was told.
    pub is_torn: bool,
    /// The cell that was merged with the ones on its right, and their names.
    pub merged: Option<(usize, String)>,
}

/// A cell of a list: its words, what they are for its program, and its place.
#[derive(Clone, Debug)]
pub struct ListCell {
    pub words: String,
    pub content: CellContent,
    /// The value stands in a cell further up that this one was merged with.
    pub is_copied: bool,
    pub span: Span,
}

impl ListCell {
    pub fn is_filled(&self) -> bool {
        !self.words.is_empty()
    }
}

/// Returns the cells of a list of wards or of the numbers of a measure, or reports why it can't be read; reports what of it can't.
pub(super) fn list(id: FileId, file: &SourceFile, problems: &mut Vec<Problem>) -> Option<Document> {
    let sheet = match file.text.as_ref() {
        FileText::Sheet(sheet) => sheet,
        FileText::Unreadable(why) => {
            let unreadable = match () {
                () if sheet::is_numbers(&file.path) => numbers::unreadable,
                () if sheet::is_answers(&file.path) => answers::unreadable,
                () => lists::unreadable,
            };
            problems.push(unreadable(&file.shown, why));
            return None;
        }
        FileText::Valid(_) | FileText::Invalid { .. } => return None,
    };
    let span = |at: &std::ops::Range<usize>| Span::new(id, at.start, at.end);
    let marks = merge_marks::find(file.text.shown());
    if !marks.is_empty() {
        problems.extend(marks.iter().map(|mark| strange::merge_marks(span(mark))));
        return None;
    }
    let told = match () {
        () if sheet::is_numbers(&file.path) => numbers::flaw,
        () if sheet::is_answers(&file.path) => answers::flaw,
        () => lists::flaw,
    };
    problems.extend(sheet.flaws.iter().map(|(at, flaw)| told(flaw, at.as_ref().map(span), &file.shown)));
    let cell = |cell: &sheet::Cell| ListCell {
        words: cell.words.clone(),
        content: cell.content,
        is_copied: cell.is_copied,
        span: span(&cell.at),
    };
    let row = |row: &sheet::SheetRow| ListRow {
        cells: row.cells.iter().map(cell).collect(),
        is_hidden: row.is_hidden,
        is_torn: row.is_torn,
        merged: row.merged.clone(),
    };
    Some(Document::List(List {
        is_workbook: sheet.name.is_some(),
        rows: sheet.rows.iter().map(row).collect(),
        hidden_columns: sheet.hidden_columns.clone(),
    }))
}
