//! Problems with days that aren't written as days.

use jiff::civil::Date;

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&BAD_DATE];

static BAD_DATE: Code = Code {
    id: "Y106",
    title: "A date that isn't one",
    meaning: "Dates are written year, month, day with hyphens, so that nobody can mix up day and month: 2026-11-23.",
    instead: "Write the date as 2026-11-23.",
};

fn bad_date(span: Span, written: &str, why: &str) -> Problem {
    let comma = if why.is_empty() { "" } else { ": " };
    Problem::error(&BAD_DATE, span.into(), format!("“{written}” is not a date{comma}{why}")).label("not a date")
}

pub fn unknown(span: Span, written: &str) -> Problem {
    bad_date(span, written, "").help("write year, month and day, such as 2026-11-23")
}

/// It is a day, in a form that somebody could read otherwise.
pub fn other_form(span: Span, written: &str, day: Date) -> Problem {
    bad_date(span, written, "").help(format!("write {day}")).write(day.to_string())
}

pub fn words_dashes(span: Span, written: &str, day: Date) -> Problem {
    bad_date(span, written, "Word has made dashes of its hyphens")
        .help(format!("write {day}, with hyphens"))
        .write(day.to_string())
}

pub fn words_quotes(span: Span, written: &str, day: Date) -> Problem {
    bad_date(span, written, "its quotes are part of it")
        .help(format!("write {day}, without quotes"))
        .write(day.to_string())
}

pub fn no_day(span: Span, written: &str, first: Date) -> Problem {
    bad_date(span, written, "the day of the month is missing").help(format!("write the day too, such as {first}"))
}

pub fn no_year(span: Span, written: &str) -> Problem {
    bad_date(span, written, "the year is missing").help("write year, month and day, such as 2026-11-23")
}

pub fn only_year(span: Span, written: &str) -> Problem {
    let year = if written.trim().len() == 4 { written.trim() } else { "2026" };
    bad_date(span, written, "month and day are missing").help(format!("write month and day too, such as {year}-11-23"))
}

pub fn too_late(span: Span, written: &str, last: Date) -> Problem {
    bad_date(span, written, &format!("that month has {} days", last.day()))
        .help(format!("write the right day, such as {last}"))
}

pub fn no_such_month(span: Span, written: &str, month: i16) -> Problem {
    bad_date(span, written, &format!("there is no month {month}")).help("write year, month and day, such as 2026-11-23")
}

/// A word such as today: the file is read on other days too.
pub fn spoken(span: Span, written: &str) -> Problem {
    bad_date(span, written, "it would be another day tomorrow")
        .help("write the day itself as year, month and day, such as 2026-11-23")
}

/// Three numbers of two digits, of which the first may be the year.
pub fn either(span: Span, written: &str, year_first: Date, day_first: Date) -> Problem {
    bad_date(span, written, "the year may stand at its start or at its end")
        .help(format!("write {year_first} if the year stands first, or {day_first} if the day does"))
}

/// `near` is the same day in a year that a pack can have.
pub fn other_century(span: Span, written: &str, first: i16, near: Option<Date>) -> Problem {
    let example = near.map_or("2026-11-23".to_owned(), |near| near.to_string());
    bad_date(span, written, &format!("it is before the year {first}"))
        .help(format!("look at the year, and write the day that it was, such as {example}"))
}
