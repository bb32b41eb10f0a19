//! forms/<id>.csv: what many people answered to a survey, a person in each row. What the cells mean is known beside the form alone.

use crate::model::read::fields::Reader;
use crate::parse::list::{List, ListCell};
use crate::span::{FileId, Spanned};

/// The rows of a table of answers.
#[derive(Clone, Debug)]
pub struct Answers {
    pub id: String,
    pub file: FileId,
    /// The headings, in the order of the columns.
    pub head: Vec<Spanned<String>>,
    pub people: Vec<Vec<Spanned<String>>>,
}

impl Answers {
    /// Returns the rows that say something; nothing where there are none. A file that was put together from several has its headings more
    /// than once.
    pub fn read(id: String, list: &List, reader: &mut Reader<'_>) -> Option<Self> {
        let mut rows =
            list.rows.iter().filter(|row| !row.is_torn).map(|row| row.cells.iter().map(cell).collect::<Vec<_>>());
        let head = rows.next()?;
        let is_head = |row: &Vec<Spanned<String>>| row.iter().zip(&head).all(|(one, other)| one.value == other.value);
        let people = rows.filter(|row| !is_head(row)).collect();
        Some(Answers { id, file: reader.file, people, head })
    }
}

/// Returns the words of a cell, without the sign that keeps a spreadsheet from running them.
fn cell(cell: &ListCell) -> Spanned<String> {
    let words = cell.words.trim();
    let kept = words.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']));
    Spanned::new(kept.unwrap_or(words).to_owned(), cell.span)
}
