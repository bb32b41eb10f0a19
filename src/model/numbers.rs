//! measures/<id>.csv: the numbers of a measure, a month, a week or a day in each row.

mod cells;
mod columns;

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::model::read::fields::Reader;
use crate::parse::list::{List, ListCell, ListRow};
use crate::problem::catalogue::numbers as problems_of;
use crate::span::{FileId, Span};
pub use columns::COLUMNS;
use columns::{NumbersColumn, NumbersHead, head};

/// How often something is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Frequency {
    #[default]
    Month,
    Week,
    /// Each day, as on a safety cross.
    Day,
}

pub const FREQUENCIES: [(&str, Frequency); 3] =
    [("month", Frequency::Month), ("week", Frequency::Week), ("day", Frequency::Day)];

impl Frequency {
    pub fn name(self) -> &'static str {
        FREQUENCIES.iter().find(|(_, frequency)| *frequency == self).map_or("", |(name, _)| name)
    }

    /// Returns the first day of the month or week that a day is in. Weeks begin on Monday (ISO 8601).
    pub fn first_day(self, day: Date) -> Date {
        match self {
            Frequency::Day => day,
            Frequency::Month => day.first_of_month(),
            Frequency::Week => {
                let since = day.weekday().since(Weekday::Monday);
                day.checked_sub(since.days()).unwrap_or(day)
            }
        }
    }

    /// Returns the first day of the next month or week.
    pub fn next(self, first_day: Date) -> Date {
        let next = match self {
            Frequency::Month => first_day.checked_add(1.month()),
            Frequency::Week => first_day.checked_add(1.week()),
            Frequency::Day => first_day.checked_add(1.day()),
        };
        next.unwrap_or(Date::MAX)
    }

    /// Returns a month or week as an author writes it.
    pub fn written(self, first_day: Date) -> String {
        match self {
            Frequency::Month => first_day.strftime("%Y-%m").to_string(),
            Frequency::Week | Frequency::Day => first_day.to_string(),
        }
    }
}

/// The numbers of a measure, in the order of time.
#[derive(Clone, Debug)]
pub struct Numbers {
    pub id: String,
    pub file: FileId,
    /// By what its first column counts, and where that stands.
    pub frequency: Frequency,
    pub heading: Span,
    pub periods: Vec<Period>,
}

/// A month, a week or a day.
#[derive(Clone, Debug)]
pub struct Period {
    pub first_day: Date,
    /// Nothing where nobody counted, or what stands there was told.
    pub count: Option<u32>,
    pub note: Option<String>,
    pub span: Span,
    /// Where the count stands.
    pub count_span: Span,
    pub note_span: Span,
}

impl Numbers {
    /// Returns the numbers, whatever is wrong with some of them; nothing where the columns aren't known. Reports what is wrong with cells,
    /// and months that are there twice.
    pub fn read(id: String, list: &List, reader: &mut Reader<'_>) -> Option<Self> {
        let head = head(&list.rows, reader)?;
        let mut periods: BTreeMap<Date, Period> = BTreeMap::new();
        for row in list.rows[head.row + 1..].iter().filter(|row| !row.is_torn) {
            let Some(period) = period(row, &head, reader) else { continue };
            match periods.get(&period.first_day) {
                None => drop(periods.insert(period.first_day, period)),
                Some(first) => {
                    let written = head.frequency.written(period.first_day);
                    reader.problems.push(problems_of::twice(head.frequency.name(), &written, period.span, first.span));
                }
            }
        }
        let periods: Vec<Period> = periods.into_values().collect();
        Some(Numbers { id, file: reader.file, frequency: head.frequency, heading: head.period, periods })
    }
}

impl Numbers {
    /// Returns each stretch of months or weeks that are missing: its first and its last day, and what comes after it.
    pub fn gaps(&self) -> impl Iterator<Item = (Date, Date, &Period)> {
        self.periods.windows(2).filter_map(|pair| {
            let first = self.frequency.next(pair[0].first_day);
            let last = pair[1].first_day.yesterday().ok()?;
            (first <= last).then_some((first, last, &pair[1]))
        })
    }
}

/// Returns what a row says, if its month or week is known.
fn period(row: &ListRow, head: &NumbersHead, reader: &mut Reader<'_>) -> Option<Period> {
    if let Some(cell) = head.unnamed(row) {
        reader.problems.push(problems_of::unnamed(&cell.words, cell.span));
    }
    let period = head.cell(row, NumbersColumn::Period)?;
    let count = head.cell(row, NumbersColumn::Count)?;
    let note = head.cell(row, NumbersColumn::Note);
    let says_something = [Some(period), Some(count), note].into_iter().flatten().any(ListCell::is_filled);
    if !says_something {
        return None;
    }
    let before = reader.problems.len();
    let first_day = cells::first_day(period, head.frequency, &mut reader.problems);
    let number = cells::count(count, &mut reader.problems);
    let note_words = note.filter(|note| note.is_filled()).map(|note| note.words.replace('\n', " "));
    let is_told = reader.problems.len() > before;
    let first_day = first_day?;
    // A sheet may have all days of the month in it before they have come.
    if head.frequency == Frequency::Day && number.is_none() && note_words.is_none() && !is_told {
        return None;
    }
    if number.is_none() && note_words.is_none() && !is_told {
        let written = head.frequency.written(first_day);
        reader.problems.push(problems_of::no_count(head.frequency.name(), &written, count.span));
    }
    Some(Period {
        first_day,
        count: number,
        note: note_words,
        span: period.span,
        count_span: count.span,
        note_span: note.map_or(count.span, |note| note.span),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_on_monday_and_months_on_the_first() {
        let day: Date = "2026-11-26".parse().unwrap();
        assert_eq!(Frequency::Week.first_day(day).to_string(), "2026-11-23");
        assert_eq!(Frequency::Week.first_day("2026-11-23".parse().unwrap()).to_string(), "2026-11-23");
        assert_eq!(Frequency::Week.first_day("2026-11-22".parse().unwrap()).to_string(), "2026-11-16");
        assert_eq!(Frequency::Month.first_day(day).to_string(), "2026-11-01");
        assert_eq!(Frequency::Month.next("2026-12-01".parse().unwrap()).to_string(), "2027-01-01");
    }
}
