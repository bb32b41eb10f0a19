//! Problems with dates: what should have been looked at again.

use jiff::civil::Date;

use super::super::suggest::list;
use super::super::{Code, Place, Problem, Severity};
use crate::span::Span;

pub static CODES: &[&Code] = &[&OVERDUE, &NOT_CHECKED, &FUTURE, &UNCHECKED, &TRANSLATION];

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
    instead: "Call the number or look it up, then set `checked_on:` to the day you did; for a service, `wardpack called` writes it down.",
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

/// Something that is said to have been done on a later day than today. The clock of another computer may be a day behind.
pub fn in_future(span: Span, key: &str, date: Date, as_of: Date) -> Problem {
    let is_tomorrow = as_of.tomorrow().is_ok_and(|tomorrow| tomorrow >= date);
    let make = if is_tomorrow { Problem::warning } else { Problem::error };
    make(&FUTURE, span.into(), format!("“{key}” is {date}, a day that hasn't come yet"))
        .label("in the future")
        .help("write the day it was done")
}

/// Something that may be planned for a later day.
pub fn still_to_come(span: Span, key: &str, date: Date, as_of: Date) -> Problem {
    Problem { severity: Severity::Warning, ..in_future(span, key, date, as_of) }
}

static UNCHECKED: Code = Code {
    id: "D004",
    title: "Services that nobody of yours has called or opened",
    meaning: "The pack names services that can help. Where each of them was seen is written down, but a copy of a page doesn't say that the \
              number is still right. Until somebody of yours has called or opened a service, its page says that it isn't checked yet.",
    instead: "Print the list of `wardpack calls`, call or open each one, and write it down: \
              `wardpack called samaritans --on 2026-11-26 --by \"Sexual safety lead\"`.",
};

/// How much is still to be called or opened.
#[derive(Clone, Copy, Debug)]
pub struct Unchecked {
    pub services: usize,
    /// Independent contacts of wards, hospitals and the trust.
    pub contacts: usize,
}

/// A note for the closing lines: so much is still to be called or opened by somebody of the publisher.
pub fn unchecked(place: Place, unchecked: Unchecked, publisher: Option<&str>) -> Problem {
    let counted = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {many}")),
    };
    let Unchecked { services, contacts } = unchecked;
    let contacts_of = counted(contacts, "independent contact of a ward", "independent contacts of wards");
    let all: Vec<String> = counted(services, "service", "services").into_iter().chain(contacts_of).collect();
    let have = if services + contacts == 1 { "has" } else { "have" };
    let message =
        format!("{} {have} not been called or opened by {}", all.join(" and "), publisher.unwrap_or("your trust"));
    Problem { severity: Severity::Note, ..Problem::warning(&UNCHECKED, place, message) }
        .help("wardpack calls prints a list to call, and wardpack called writes down each service that is right")
}

static TRANSLATION: Code = Code {
    id: "D006",
    title: "Translations that nobody has checked",
    meaning: "A wrong word in a translation can send somebody to the wrong place, or say that something is allowed which isn't. Until somebody \
              who reads both languages has read a translation beside its original, its page says that it hasn't been checked.",
    instead: "Have it read, and write into the translated file who did, and when: \
              `translation: {by: Translation service, checked_by: Welsh language lead, on: 2026-11-26}`.",
};

/// A note for the closing lines; `files` are the translated files.
pub fn translations_unchecked(place: Place, files: &[&str]) -> Problem {
    let shown = list(&files[..files.len().min(3)]);
    let message = match files.len() {
        1 => format!("1 translation has not been checked by somebody who reads both languages: {shown}"),
        2 | 3 => {
            format!("{} translations have not been checked by somebody who reads both languages: {shown}", files.len())
        }
        many => {
            let more = many - 3;
            format!(
                "{many} translations have not been checked by somebody who reads both languages: {shown}, and {more} more"
            )
        }
    };
    Problem { severity: Severity::Note, ..Problem::warning(&TRANSLATION, place, message) }
        .help("have each read beside its original, then write into it: translation: {checked_by: Welsh language lead, on: 2026-11-26}")
}
