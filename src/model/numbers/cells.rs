//! The values of a table of numbers: which month or week, and how many.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex_lite::Regex;

use super::Frequency;
use crate::model::day::{NotADay, day};
use crate::parse::list::ListCell;
use crate::problem::Problem;
use crate::problem::catalogue::numbers as problems_of;

/// A larger number is a slip of the hand, and no count of a ward or a trust.
const MOST: u32 = 999_999;

/// How Excel shows a month that it has taken for a day: Mar-26, Mar 26.
static MONTH_AND_YEAR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^([A-Za-z]{3,9})[- ](\d{2})$").expect("a test compiles it"));

/// Returns the first day of the month or week that a cell names, or reports that it names none.
pub fn first_day(cell: &ListCell, frequency: Frequency, problems: &mut Vec<Problem>) -> Option<Date> {
    let found = if cell.is_filled() { understood(&cell.words, frequency) } else { None };
    if found.is_none() {
        problems.push(problems_of::not_a_period(frequency.name(), &cell.words, cell.span));
    }
    found.map(|day| frequency.first_day(day))
}

/// Returns a day in the month or week that is meant. A spreadsheet writes months in its own ways each time it saves, so all ways that can
/// mean one month only are right.
fn understood(words: &str, frequency: Frequency) -> Option<Date> {
    match day(words) {
        Ok(day) => return Some(day),
        Err(NotADay::NoDay(first)) if frequency == Frequency::Month => return Some(first),
        Err(why) => {
            if let Some(day) = why.meant() {
                return Some(day);
            }
        }
    }
    let parts = MONTH_AND_YEAR.captures(words).filter(|_| frequency == Frequency::Month)?;
    match day(&format!("{} 20{}", &parts[1], &parts[2])) {
        Err(NotADay::NoDay(first)) => Some(first),
        _ => None,
    }
}

/// Returns the count in a cell, nothing where it is empty, or reports that what stands there is none.
pub fn count(cell: &ListCell, problems: &mut Vec<Problem>) -> Option<u32> {
    let words = cell.words.as_str();
    if words.is_empty() {
        return None;
    }
    // LibreOffice and R write whole numbers so where others of the column aren't.
    let whole = words.strip_suffix(".0").unwrap_or(words);
    let is_digits = !whole.is_empty() && whole.chars().all(|letter| letter.is_ascii_digit());
    let number = whole.parse().ok().filter(|number| is_digits && *number <= MOST);
    if number.is_none() {
        problems.push(fault(words, cell));
    }
    number
}

fn fault(words: &str, cell: &ListCell) -> Problem {
    let span = cell.span;
    let without_minus = words.strip_prefix(['-', '−', '–']).map(str::trim);
    let joined = words.replace([',', ' ', '\u{A0}'], "");
    let is_number = |words: &str| !words.is_empty() && words.parse::<f64>().is_ok();
    match () {
        () if without_minus.is_some_and(is_number) => problems_of::negative(words, span),
        () if words.contains('*') || words.starts_with(['<', '>', '≤', '≥']) => problems_of::starred(words, span),
        () if joined.parse::<u32>().is_ok_and(|number| number <= MOST) && !joined.starts_with('+') => {
            problems_of::parted(words, &joined, span)
        }
        () if is_number(words) && words.contains('.') => problems_of::not_whole(words, span),
        () if is_number(words) => problems_of::too_large(words, MOST, span),
        () => problems_of::not_a_count(words, span),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_understood_in_every_way_that_means_one() {
        for words in [
            "2026-03",
            "2026-03-01",
            "2026-03-17",
            "03/2026",
            "01/03/2026",
            "1 March 2026",
            "March 2026",
            "Mar 2026",
            "Mar-26",
            "mar 26",
            "March-26",
            "Mawrth 2026",
        ] {
            let found = understood(words, Frequency::Month).map(|day| Frequency::Month.first_day(day).to_string());
            assert_eq!(found.as_deref(), Some("2026-03-01"), "{words}");
        }
        for words in ["2026", "March", "26-Mar", "Total", "2026-13", "Foo-26", "1 March", "today"] {
            assert_eq!(understood(words, Frequency::Month), None, "{words}");
        }
        assert_eq!(understood("2026-03", Frequency::Week), None);
        assert_eq!(understood("Mar-26", Frequency::Week), None);
        assert!(understood("02/03/2026", Frequency::Week).is_some());
    }
}
