//! wards.csv → a sheet, whatever Excel in Britain makes of "CSV": commas, semicolons or tabs, in the encoding of its system.

use super::encoding::Decoded;
use super::records::{QuoteMistake, RecordField, Records};
use super::{CellContent, Sheet, Wanted, encoding, grid::Grid};
use crate::problem::catalogue::lists::{Flaw, Unreadable};

/// What can part the columns. Where several could, the first.
const DELIMITERS: [char; 5] = [',', ';', '\t', '|', '¦'];
/// The row that names the columns is one of the first, if what parts them is looked for.
const FIRST_RECORDS: usize = 20;

/// Returns the sheet of a CSV file, or why it can't be read.
pub fn sheet(bytes: &[u8], wanted: &Wanted) -> Result<Sheet, Unreadable> {
    let decoded = encoding::decode(bytes)?;
    let (text, delimiter) = delimiter(&decoded.text, wanted);
    let mut grid = Grid::default();
    let mut lengths = Vec::new();
    for (row, record) in Records::new(text, delimiter).enumerate() {
        let is_filled = record.iter().any(|field| !field.words.trim().is_empty());
        lengths.extend(is_filled.then_some((row, record.len())));
        for (column, field) in record.iter().enumerate() {
            put(&mut grid, (row, column), field, &decoded);
        }
    }
    if grid.is_empty() {
        return Err(Unreadable::Empty);
    }
    if let Some((row, length)) = cut_off(&lengths).filter(|_| !text.ends_with(['\n', '\r'])) {
        grid.tell(Some((row, length - 1)), Flaw::CutOff);
    }
    Ok(grid.into_sheet(None))
}

fn put(grid: &mut Grid, at: (usize, usize), field: &RecordField, decoded: &Decoded) {
    grid.put(at, &field.words, CellContent::Words);
    let words = || field.words.trim().to_owned();
    match field.mistake {
        Some(QuoteMistake::Unclosed) => grid.tell(Some(at), Flaw::Unclosed(words())),
        Some(QuoteMistake::AfterQuote) => grid.tell(Some(at), Flaw::AfterQuote(words())),
        None => {}
    }
    if let Some((written, meant)) = decoded.is_guess.then(|| encoding::of_another_system(&field.words)).flatten() {
        grid.tell(Some(at), Flaw::Letters { written, meant });
    }
}

/// Returns the text without a line that says what parts its columns, and what parts them: what that line says, or else what shows most
/// of the headings of a list, or else what the first line has most of.
fn delimiter<'t>(text: &'t str, wanted: &Wanted) -> (&'t str, char) {
    let first = text.split(['\n', '\r']).find(|line| !line.trim().is_empty()).unwrap_or_default();
    // Excel writes and reads such a line, and doesn't show it.
    if let Some(said) = first.trim().trim_matches('"').to_lowercase().strip_prefix("sep=") {
        let rest = text.split_once(first).map_or("", |(_, rest)| rest);
        let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest);
        return (rest, said.chars().next().unwrap_or('\t'));
    }
    let shows_head = |delimiter: &&char| {
        let mut records = Records::new(text, **delimiter).take(FIRST_RECORDS);
        records.any(|record| wanted.is_head(record.iter().map(|field| field.words.as_str())))
    };
    let most = || DELIMITERS.iter().rev().max_by_key(|delimiter| first.matches(**delimiter).count());
    (text, *DELIMITERS.iter().find(shows_head).or_else(most).unwrap_or(&','))
}

/// Returns the last row where it alone has fewer values than all others: the end of the file is missing.
fn cut_off(lengths: &[(usize, usize)]) -> Option<(usize, usize)> {
    let [(_, usual), middle @ .., last] = lengths else { return None };
    let is_usual = !middle.is_empty() && middle.iter().all(|(_, length)| length == usual);
    (is_usual && last.1 < *usual).then_some(*last)
}
