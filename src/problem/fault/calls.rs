//! Checks of services that can't be written down.

use std::fmt::Display;

use jiff::civil::Date;

use super::super::suggest;
use super::Fault;

/// Says that nobody can have called on a day to come.
pub fn not_yet(day: Date) -> Fault {
    Fault::new(format!("{day} is a day that hasn't come yet"), "write the day on which somebody called")
}

/// Says that a check of nobody is none.
pub fn by_nobody() -> Fault {
    Fault::new("nobody is named who called", "write a role on one line: --by \"Sexual safety lead\"")
}

/// Says that there is no such service or resource (`what`), and which one was probably meant of those that have `ids`.
pub fn unknown<'a>(what: &str, id: &str, ids: impl IntoIterator<Item = &'a str>) -> Fault {
    let help = match suggest::nearest(id, ids) {
        Some(near) => format!("did you mean {near}?"),
        None => "wardpack calls --all lists the ids of services; a resource is written as resource/ID".to_owned(),
    };
    Fault::new(format!("there is no {what} called “{id}”"), help)
}

/// Says that the check can't be written as YAML.
pub fn not_in_words(error: &dyn Display) -> Fault {
    Fault::new(format!("the check can't be put into words: {error}"), "leave out unusual signs in --by")
}

/// Says that the list for Excel can't be made.
pub fn list_not_written(error: &dyn Display) -> Fault {
    Fault::new(format!("the list can't be written: {error}"), "try --format text")
}
