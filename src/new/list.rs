//! The empty list of wards, as a workbook and as CSV. Its columns, what they hold and the examples are the model's.

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError,
};

use super::KnownWards;
use crate::model::ward_list::{COLUMNS, WardColumn, needed};

/// The last row that a sheet can have, counted from 0.
const LAST_ROW: u32 = 1_048_575;
const HELP: &str = "Help";
/// Excel's own number for the format "Text".
const TEXT: u8 = 49;

/// Returns the list as CSV. The mark at the start tells Excel that it is UTF-8.
pub fn csv() -> csv::Result<Vec<u8>> {
    let mut bytes = "\u{FEFF}".as_bytes().to_vec();
    let mut list = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    list.write_record(COLUMNS.iter().map(|(name, ..)| *name))?;
    list.flush()?;
    drop(list);
    Ok(bytes)
}

/// Returns the list as a workbook: a sheet for the wards, and one that explains its columns.
pub fn workbook(known: &KnownWards) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (year, month, day) = (known.today.year(), known.today.month(), known.today.day());
    let today = ExcelDateTime::from_ymd(year.unsigned_abs(), month.unsigned_abs(), day.unsigned_abs())?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&today));
    wards(book.add_worksheet(), known)?;
    help(book.add_worksheet(), known)?;
    book.save_to_buffer()
}

fn wards(sheet: &mut Worksheet, known: &KnownWards) -> Result<(), XlsxError> {
    sheet.set_name("Wards")?.set_freeze_panes(1, 0)?;
    // As text, so that a phone number keeps the zero it begins with.
    let text = Format::new().set_num_format_index(TEXT);
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let head = Format::new().set_num_format_index(TEXT).set_bold();
    for (number, column) in (0..).zip(&COLUMNS) {
        let (name, _, _, example) = column;
        sheet.set_column_format(number, if is_date(column) { &date } else { &text })?;
        sheet.set_column_width(number, width(&[name, example]))?;
        sheet.write_with_format(0, number, *name, &head)?;
        if *name == "kind" && !known.kinds.is_empty() {
            sheet.add_data_validation(1, number, LAST_ROW, number, &one_of_the_kinds(known)?)?;
        }
    }
    Ok(())
}

fn is_date((_, path, ..): &WardColumn) -> bool {
    matches!(path.last(), Some(&"checked_on" | &"review_by" | &"on"))
}

/// Returns a width, in letters, that holds these words with some air.
fn width(words: &[&str]) -> u16 {
    let longest = words.iter().map(|words| words.chars().count()).max().unwrap_or(0);
    u16::try_from(longest + 4).unwrap_or(u16::MAX).clamp(14, 40)
}

/// The row of the sheet "Help" where the kinds begin, counted from 0: below the columns, an empty row and a head.
fn first_kind() -> u32 {
    u32::try_from(COLUMNS.len()).unwrap_or(0) + 3
}

/// Returns the rule that a cell holds one of the kinds on the sheet "Help".
fn one_of_the_kinds(known: &KnownWards) -> Result<DataValidation, XlsxError> {
    let first = first_kind() + 1;
    let last = first + u32::try_from(known.kinds.len()).unwrap_or(1) - 1;
    DataValidation::new()
        .allow_list_formula(Formula::new(format!("={HELP}!$A${first}:$A${last}")))
        .set_error_title("Not a kind of ward")?
        .set_error_message("Choose one of the kinds in the list. The sheet “Help” says what they are called.")
}

fn help(sheet: &mut Worksheet, known: &KnownWards) -> Result<(), XlsxError> {
    sheet.set_name(HELP)?.set_freeze_panes(1, 0)?;
    let head = Format::new().set_bold();
    let words = Format::new().set_num_format_index(TEXT).set_text_wrap().set_align(FormatAlign::Top);
    for (number, (name, width)) in (0..).zip([("Column", 24), ("Needed", 10), ("What it holds", 60), ("Example", 36)]) {
        sheet.set_column_width(number, width)?.write_with_format(0, number, name, &head)?;
    }
    for (row, (name, _, holds, example)) in (1..).zip(&COLUMNS) {
        let needed = needed(name);
        for (number, cell) in (0..).zip([*name, needed, *holds, *example]) {
            sheet.write_with_format(row, number, cell, &words)?;
        }
    }
    sheet.write_with_format(first_kind() - 1, 0, "Kind of ward", &head)?;
    sheet.write_with_format(first_kind() - 1, 2, "What it is called", &head)?;
    for (row, (id, name)) in (first_kind()..).zip(&known.kinds) {
        sheet.write_with_format(row, 0, id, &words)?.write_with_format(row, 2, name, &words)?;
    }
    Ok(())
}
