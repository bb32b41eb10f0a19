//! The values of cells: what is none is told, and what Excel writes in its own way is read as it was meant.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::columns::{ColumnHolds, WardColumn, holds};
use super::no_value::{holds_error, is_formula, says_nothing};
use crate::model::phone::{self, TakenFor};
use crate::parse::control_character;
use crate::parse::list::ListCell;
use crate::parse::yaml::{Node, Value};
use crate::problem::Problem;
use crate::problem::catalogue::{files, lists, sheets};
use crate::read::sheet::CellContent;

/// The columns that no two wards share.
const OWN_TO_A_WARD: [&str; 2] = ["id", "name"];
/// The columns of names, in which nobody asks anything.
const NAMES: [&str; 3] = ["name", "site", "support organisation"];
/// The days that a number may be, if a day was meant: from 2000 to 2099, counted as Excel counts (day 1 is 1 January 1900).
const DAYS: std::ops::RangeInclusive<i64> = 36_526..=73_050;

/// Returns what is wrong with a cell that a ward's own file can't have. There is one problem a cell.
pub fn mistake(column: &WardColumn, cell: &ListCell) -> Option<Problem> {
    let (name, words, span) = (column.0, cell.words.as_str(), cell.span);
    let holds = holds(column);
    match cell.content {
        CellContent::Error => return Some(sheets::error_in_cell(words, span)),
        CellContent::Uncalculated => return Some(sheets::uncalculated(words, span)),
        CellContent::Time => return Some(sheets::made_a_day(words, span)),
        CellContent::Day if holds != ColumnHolds::Day => return Some(sheets::made_a_day(words, span)),
        CellContent::Truth | CellContent::Day | CellContent::Number | CellContent::Words => {}
    }
    if holds_error(words) {
        return Some(sheets::error_in_cell(words, span));
    }
    // A CSV file has the formula itself where it was written as text.
    if is_formula(words) {
        return Some(sheets::uncalculated(words, span));
    }
    if says_nothing(words) {
        return Some(sheets::says_nothing(words, name, span));
    }
    if cell.is_copied && OWN_TO_A_WARD.contains(&name) {
        return Some(sheets::merged_rows(name, span));
    }
    if is_shortened(words) {
        return Some(sheets::shortened(words, span));
    }
    if holds != ColumnHolds::Day && is_made_a_day(words) {
        return Some(sheets::made_a_day(words, span));
    }
    if NAMES.contains(&name) && has_lost_letter(words) {
        return Some(lists::lost_letter(words, span));
    }
    if words.contains('\n') && !matches!(holds, ColumnHolds::Prose | ColumnHolds::List) {
        return Some(sheets::line_break(name, span));
    }
    control_character(words).map(|letter| files::control_character(span, letter))
}

/// Tells whether there is a question mark in a word, or after a single letter: Excel writes one for ŷ and ŵ where its CSV has no such
/// letters, so that Tŷ Coed comes as “T? Coed”.
fn has_lost_letter(words: &str) -> bool {
    let is_lost = |word: &str| {
        let after = word.split_once('?').map(|(before, after)| (before.chars().count(), after));
        after.is_some_and(|(before, after)| before == 1 || after.starts_with(char::is_alphabetic))
    };
    words.split_whitespace().any(is_lost)
}

/// Tells whether words are a long number as Excel shows it in a narrow column: `1.63E+09`.
fn is_shortened(words: &str) -> bool {
    let is_number =
        |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    words.split_once("E+").is_some_and(|(digits, power)| is_number(digits) && is_number(power))
}

/// Tells whether words are a day as Excel writes the ones that it makes itself: `09-May`, `May-09`.
fn is_made_a_day(words: &str) -> bool {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let is_number = |part: &str| (1..=2).contains(&part.len()) && part.chars().all(|letter| letter.is_ascii_digit());
    let is_day = |day: &str, month: &str| is_number(day) && MONTHS.contains(&month);
    words.split_once('-').is_some_and(|(first, second)| is_day(first, second) || is_day(second, first))
}

/// Returns the value of a cell. Reports a phone number that has lost its zero.
pub fn value(column: &WardColumn, cell: &ListCell, problems: &mut Vec<Problem>) -> Value {
    let taken_for = if cell.content == CellContent::Number { TakenFor::Number } else { TakenFor::Text };
    match holds(column) {
        ColumnHolds::Phone => match phone::with_zero(&cell.words, taken_for) {
            None => Value::Text(cell.words.clone()),
            Some(whole) => {
                problems.push(sheets::zero_dropped(&whole, cell.span));
                Value::Text(whole)
            }
        },
        ColumnHolds::List => {
            let item = |words: &str| Node { span: cell.span, value: Value::Text(words.trim().to_owned()) };
            let words = cell.words.split([',', ';', '|', '\n']);
            Value::List(words.filter(|words| !words.trim().is_empty()).map(item).collect())
        }
        ColumnHolds::Day => Value::Text(day(&cell.words, taken_for)),
        ColumnHolds::Prose => Value::Text(paragraphs(&cell.words)),
        ColumnHolds::Line => Value::Text(cell.words.clone()),
    }
}

/// Returns a day as a ward's file has it, where it is certain which day is meant: one with a time after it, one as Excel in Britain
/// writes it into CSV (day, month and year in two, two and four digits, or a day after the twelfth), and Excel's own number.
fn day(written: &str, taken_for: TakenFor) -> String {
    let excel = || written.parse::<i64>().ok().filter(|days| taken_for == TakenFor::Number && DAYS.contains(days));
    if let Some(days) = excel() {
        return date(1899, 12, 30).saturating_add(days.days()).to_string();
    }
    let (day, rest) = written.split_once([' ', 'T']).unwrap_or((written, "00:00"));
    let is_time = rest.split_once(':').is_some_and(|(hour, _)| hour.parse::<u8>().is_ok());
    if !is_time {
        return written.to_owned();
    }
    british(day).map_or_else(|| day.to_owned(), |day| day.to_string())
}

fn british(written: &str) -> Option<Date> {
    let parts: Vec<&str> = written.split('/').collect();
    let [day, month, year] = parts[..] else { return None };
    let number = |part: &str| part.parse::<i8>().ok();
    let is_certain = (day.len(), month.len()) == (2, 2) || number(day)? > 12;
    (is_certain && year.len() == 4).then(|| Date::new(year.parse().ok()?, number(month)?, number(day)?).ok())?
}

/// Returns the lines of a cell as paragraphs, since that is what they look like in Excel. Lines of a list or a table stay together.
fn paragraphs(words: &str) -> String {
    let is_part = |line: &str| {
        let number = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
        line.starts_with(['-', '*', '+', '|', '>', ':']) || number.len() < line.len() && number.starts_with(['.', ')'])
    };
    let mut text = String::new();
    let mut before = None;
    for line in words.lines().filter(|line| !line.is_empty()) {
        if let Some(before) = before.replace(line) {
            text.push_str(if is_part(before) && is_part(line) { "\n" } else { "\n\n" });
        }
        text.push_str(line);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_where_they_are_certain() {
        use TakenFor::{Number, Text};
        for (written, taken_for, read) in [
            ("01/11/2026", Text, "2026-11-01"),
            ("13/1/2026", Text, "2026-01-13"),
            ("01/11/2026 00:00", Text, "2026-11-01"),
            ("2026-11-01 09:30:00", Text, "2026-11-01"),
            ("2026-11-01T00:00:00", Text, "2026-11-01"),
            ("46327", Number, "2026-11-01"),
            // Nobody knows, or it is no day.
            ("46327", Text, "46327"),
            ("1/11/2026", Text, "1/11/2026"),
            ("11/13/2026", Text, "11/13/2026"),
            ("01/11/26", Text, "01/11/26"),
            ("1 November 2026", Text, "1 November 2026"),
        ] {
            assert_eq!(day(written, taken_for), read, "{written}");
        }
    }

    #[test]
    fn lines_of_a_cell_are_paragraphs() {
        assert_eq!(paragraphs("One.\nTwo:\n- a\n- b\n\nThree."), "One.\n\nTwo:\n\n- a\n- b\n\nThree.");
    }
}
