//! A workbook → a sheet: in wards.xlsx the one called "Wards", or else the first that has the headings of a list. Hidden ones aren't read.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};

use super::grid::Grid;
use super::layout::{self, Layout, SheetPart};
use super::package::{self, Package};
use super::{CellContent, Sheet, Wanted};
use crate::problem::catalogue::lists::{Flaw, Unreadable};

type Workbook<'b> = Xlsx<Cursor<&'b [u8]>>;

/// Returns the sheet of a workbook, or why it can't be read.
pub fn sheet(bytes: &[u8], wanted: &Wanted) -> Result<Sheet, Unreadable> {
    let mut package = package::open(bytes)?;
    let parts = layout::parts(&mut package)?;
    layout::check_sizes(&mut package)?;
    let mut workbook: Workbook<'_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let (visible, hidden): (Vec<&SheetPart>, Vec<&SheetPart>) = parts.iter().partition(|part| part.is_visible);
    if let Some(part) = visible.iter().find(|part| part.name.trim().to_lowercase() == wanted.sheet) {
        let mut list = grid(&mut workbook, &mut package, part)?;
        // Another list beside it may be an old one, or wards that somebody thinks are read.
        for other in visible.iter().filter(|other| other.name != part.name) {
            if grid(&mut workbook, &mut package, other).is_ok_and(|other| other.has_head(wanted)) {
                list.tell(None, Flaw::UnreadSheet { name: other.name.clone(), read: part.name.clone() });
            }
        }
        return Ok(list.into_sheet(Some(part.name.clone())));
    }
    let mut lists = Vec::new();
    for part in &visible {
        lists.push((part, grid(&mut workbook, &mut package, part)?));
    }
    let is_empty = lists.iter().all(|(_, grid)| grid.is_empty());
    let chosen = lists.iter().position(|(_, grid)| grid.has_head(wanted));
    // A hidden sheet isn't read, but where nothing else is a list it is the one that was meant.
    if chosen.is_none() {
        for part in hidden {
            if grid(&mut workbook, &mut package, part)?.has_head(wanted) {
                return Err(Unreadable::Hidden { sheet: part.name.clone() });
            }
        }
    }
    if is_empty {
        return Err(Unreadable::Empty);
    }
    let first = lists.iter().position(|(_, grid)| !grid.is_empty()).unwrap_or(0);
    let (part, mut grid) = lists.swap_remove(chosen.unwrap_or(first));
    for (other, _) in lists.iter().filter(|(_, other)| other.has_head(wanted)) {
        grid.tell(None, Flaw::OtherSheet { name: other.name.clone(), read: part.name.clone() });
    }
    Ok(grid.into_sheet(Some(part.name.clone())))
}

/// Returns every sheet of a workbook that Excel shows, word for word, or why it can't be read.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    let mut package = package::open(bytes)?;
    let parts = layout::parts(&mut package)?;
    layout::check_sizes(&mut package)?;
    let mut workbook: Workbook<'_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut sheets = Vec::new();
    for part in parts.iter().filter(|part| part.is_visible) {
        let mut grid = Grid::default();
        grid.is_verbatim = true;
        sheets.push(fill(grid, &mut workbook, &mut package, part)?.into_sheet(Some(part.name.clone())));
    }
    Ok(sheets)
}

/// Returns the cells of a sheet, read one by one.
fn grid(workbook: &mut Workbook<'_>, package: &mut Package<'_>, part: &SheetPart) -> Result<Grid, Unreadable> {
    fill(Grid::default(), workbook, package, part)
}

fn fill(
    mut grid: Grid,
    workbook: &mut Workbook<'_>,
    package: &mut Package<'_>,
    part: &SheetPart,
) -> Result<Grid, Unreadable> {
    let layout = Layout::read(package, part)?;
    let mut cells = workbook.worksheet_cells_reader(&part.name).map_err(damaged)?;
    loop {
        match cells.next_cell() {
            Ok(None) => break,
            Ok(Some(cell)) => {
                let (row, column) = cell.get_position();
                if let Some((words, content)) = words(cell.get_value()) {
                    grid.put((row as usize, column as usize), &words, content);
                }
            }
            // An error that is younger than the library; the layout has it.
            Err(XlsxError::CellError(_)) => {}
            Err(error) => return Err(damaged(error)),
        }
    }
    for (at, words, content) in &layout.without_value {
        grid.put(*at, words, *content);
    }
    (grid.hidden_rows, grid.hidden_columns, grid.merges) = (layout.hidden_rows, layout.hidden_columns, layout.merges);
    grid.formulas = layout.formulas;
    Ok(grid)
}

/// Returns the words of a cell; nothing for an empty one, and for an error, which the layout has.
fn words(data: &DataRef<'_>) -> Option<(String, CellContent)> {
    Some(match data {
        DataRef::Empty | DataRef::Error(_) => return None,
        DataRef::String(words) => (words.clone(), CellContent::Words),
        DataRef::SharedString(words) => ((*words).to_owned(), CellContent::Words),
        DataRef::Int(number) => (number.to_string(), CellContent::Number),
        DataRef::Float(number) => (number.to_string(), CellContent::Number),
        DataRef::Bool(is_true) => (if *is_true { "TRUE" } else { "FALSE" }.to_owned(), CellContent::Truth),
        DataRef::DateTime(date) => day_or_time(*date),
        DataRef::DateTimeIso(date) => (date.chars().take(10).collect(), CellContent::Day),
        DataRef::DurationIso(time) => (time.clone(), CellContent::Time),
    })
}

/// Returns a day without its time, or a time without a day.
fn day_or_time(date: ExcelDateTime) -> (String, CellContent) {
    let (year, month, day, hour, minute, ..) = date.to_ymd_hms_milli();
    if date.is_duration() || date.as_f64() < 1.0 {
        return (format!("{hour:02}:{minute:02}"), CellContent::Time);
    }
    (format!("{year:04}-{month:02}-{day:02}"), CellContent::Day)
}

fn damaged(error: XlsxError) -> Unreadable {
    match error {
        XlsxError::Password => Unreadable::Password,
        error => Unreadable::Damaged { why: error.to_string() },
    }
}
