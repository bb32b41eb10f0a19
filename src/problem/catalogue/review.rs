//! Problems with dates: what should have been looked at again.

use jiff::civil::Date;

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&OVERDUE, &NOT_CHECKED, &FUTURE];

static OVERDUE: Code = Code {
    id: "D001",
    title: "A review that is overdue",
    meaning: "The item says by when it is to be read again, and that day has passed.",
    instead: "Read the text, correct it, and set `reviewed:` to today and `review_by:` to the next date.",
};

pub fn overdue(span: Span, what: &str, date: Date) -> Problem {
    Problem::warning(&OVERDUE, span.into(), format!("the review of {what} was due by {date}"))
        .label("this day has passed")
        .help("read it again, then set “reviewed” to today and “review_by” to the next date")
}

/// The charter of a ward is due: it is looked at by the people who agreed it.
pub fn charter_overdue(span: Span, what: &str, date: Date) -> Problem {
    Problem {
        help: Some("look at it together again, run wardpack agree, and set “review_by” to the next date".into()),
        ..overdue(span, what, date)
    }
}

static NOT_CHECKED: Code = Code {
    id: "D002",
    title: "A contact that hasn't been checked for too long",
    meaning: "Phone numbers change. Somebody who needs help must not reach the wrong place, so each contact is called or looked up \
              again within the period that pack.yaml sets (contacts_checked_within_months).",
    instead: "Call the number or look it up, then set `checked_on:` to the day you did.",
};

pub fn not_checked(span: Span, what: &str, date: Option<Date>, months: i64) -> Problem {
    let message = match date {
        Some(date) => format!("the contact of {what} was last checked on {date}, more than {months} months ago"),
        None => format!("nobody says when the contact of {what} was checked"),
    };
    Problem::warning(&NOT_CHECKED, span.into(), message)
        .label("check this contact")
        .help("call the number or look it up, then write the day: checked_on: 2026-11-23")
}

static FUTURE: Code = Code {
    id: "D003",
    title: "A date in the future",
    meaning: "Something can't have been checked or reviewed on a day that hasn't come yet.",
    instead: "Write the day it was done.",
};

pub fn in_future(span: Span, key: &str, date: Date) -> Problem {
    Problem::warning(&FUTURE, span.into(), format!("“{key}” is {date}, a day that hasn't come yet"))
        .label("in the future")
        .help("write the day it was done")
}
