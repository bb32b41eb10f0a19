//! A list of wards as text: each row of the sheet is a line, and tabs part its cells. So a row's number is the line's, and a
//! place in the text is a cell.

use std::io::Cursor;

use calamine::{Data, Reader, open_workbook_auto_from_rs};

use super::Sources;
use super::text::Text;
use crate::problem::catalogue::sheets;
use crate::problem::{Place, Problem};

/// The sheet that is read if a workbook has one of this name; otherwise its first.
const SHEET: &str = "wards";

/// Tells whether a file is a list of wards, by its name.
pub fn is_list(path: &str) -> bool {
    matches!(path.rsplit('/').next(), Some("wards.xlsx" | "wards.csv"))
}

/// Returns the text of a list of wards, or why it can't be read.
pub fn text(path: &str, bytes: &[u8]) -> Text {
    let read = if path.ends_with(".xlsx") { workbook(bytes) } else { separated(bytes) };
    read.unwrap_or_else(Text::Unreadable)
}

fn workbook(bytes: &[u8]) -> Result<Text, String> {
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let names = workbook.sheet_names();
    let named = names.iter().find(|name| name.to_lowercase() == SHEET).or_else(|| names.first());
    let sheet = named.cloned().ok_or_else(|| "it has no sheet".to_owned())?;
    let range = workbook.worksheet_range(&sheet).map_err(|error| error.to_string())?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    // What is above and left of the first cell counts, so that rows and columns have the numbers that Excel shows.
    let mut shown = "\n".repeat(first_row as usize);
    for row in range.rows() {
        shown.push_str(&"\t".repeat(first_column as usize));
        shown.push_str(&row.iter().map(cell).collect::<Vec<_>>().join("\t"));
        shown.push('\n');
    }
    Ok(Text::Sheet { shown, name: Some(sheet) })
}

fn cell(data: &Data) -> String {
    match data {
        Data::DateTime(date) => date.as_datetime().map(|date| date.date().to_string()).unwrap_or_default(),
        Data::DateTimeIso(date) => date.chars().take(10).collect(),
        // A number is marked, since Excel drops the zero that a phone number begins with.
        Data::Int(_) | Data::Float(_) => format!("{NUMBER}{data}"),
        data => one_line(&data.to_string()),
    }
}

/// Stands before what a workbook holds as a number.
pub const NUMBER: char = '\u{2060}';

fn separated(bytes: &[u8]) -> Result<Text, String> {
    let decoded = Text::decode(bytes);
    let text = decoded.shown();
    let head = text.lines().next().unwrap_or_default();
    if head.contains('\t') && !head.contains([',', ';']) {
        return Err("its columns are separated by tabs; separate the columns with commas".to_owned());
    }
    // Excel parts cells by semicolons where the comma is the decimal point.
    let delimiter = if head.matches(';').count() > head.matches(',').count() { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut shown = String::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        shown.push_str(&record.iter().map(one_line).collect::<Vec<_>>().join("\t"));
        shown.push('\n');
    }
    Ok(Text::Sheet { shown, name: None })
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the row and the column, with Excel's letters, of a place in the text of a sheet.
pub fn cell_at(text: &str, at: usize) -> (usize, String) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    let mut column = line.matches('\t').count() + 1;
    let mut letters = Vec::new();
    while column > 0 {
        letters.push(b'A' + u8::try_from((column - 1) % 26).unwrap_or(0));
        column = (column - 1) / 26;
    }
    letters.reverse();
    (before.matches('\n').count() + 1, String::from_utf8(letters).unwrap_or_default())
}

/// Says in which cell a problem of a list of wards is, as its author sees it.
pub fn name_cell(problem: &mut Problem, sources: &Sources) {
    let Place::At(span) = problem.place else { return };
    if let Text::Sheet { shown, name } = sources.file(span.file).text.as_ref() {
        let (row, column) = cell_at(shown, span.start as usize);
        let sheet = name.as_ref().map(|name| format!("sheet {name}, ")).unwrap_or_default();
        problem.message.push_str(&format!(" ({sheet}row {row}, column {column})"));
        sheets::in_cell(problem);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_excels_names() {
        let row = "a\t".repeat(30);
        assert_eq!(cell_at("a\tb\nc\td", 0), (1, "A".to_owned()));
        assert_eq!(cell_at("a\tb\nc\td", 6), (2, "B".to_owned()));
        assert_eq!(cell_at(&row, 2 * 26), (1, "AA".to_owned()));
    }

    #[test]
    fn semicolons_part_cells_where_the_head_has_them() {
        let Text::Sheet { shown, .. } = text("wards.csv", "id;name\r\nbeach;\"Beach\nward, north\"\r\n".as_bytes())
        else {
            panic!("no sheet")
        };
        assert_eq!(shown, "id\tname\nbeach\tBeach ward, north\n");
        assert!(matches!(text("wards.xlsx", b"no workbook"), Text::Unreadable(_)));
        assert!(matches!(text("wards.csv", b"id\tname\nbeach\tBeach"), Text::Unreadable(_)));
    }
}
