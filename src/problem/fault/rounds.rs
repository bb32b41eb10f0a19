//! Sheets that can't be written down as put up or taken down.

use std::fmt::Display;

use jiff::civil::Date;

use super::super::suggest::{list, nearest};
use super::Fault;

/// Says that the record can't be written as YAML.
pub fn not_in_words(error: &dyn Display) -> Fault {
    Fault::new(format!("the record of sheets can't be put into words: {error}"), "")
}

/// Says that nothing can have been put up on a day to come.
pub fn not_yet(day: Date) -> Fault {
    Fault::new(format!("{day} is a day that hasn't come yet"), "write the day on which the sheet was put up")
}

/// Says that a sheet hangs somewhere.
pub fn no_place() -> Fault {
    Fault::new("the place has no words", "write where the sheet hangs, such as --up \"Day room\"")
}

/// Says that no sheet of the ward has this code now.
pub fn not_current(code: &str, ward: &str) -> Fault {
    Fault::new(
        format!("no sheet of {ward} has the code {code} now, so it wasn't written down"),
        format!(
            "look at the foot of the sheet once more; wardpack code {code} says whether it is an older one: print the current one, and put that up"
        ),
    )
}

/// Says that the code is of a sheet of another ward.
pub fn of_other_ward(code: &str, ward: &str, id: &str) -> Fault {
    Fault::new(
        format!("{code} is a sheet of {ward}, so it wasn't written down"),
        format!("print this ward's own sheet; or, if it hangs on {ward}, write: wardpack round {id}"),
    )
}

/// Says that the sheet with this code isn't in Easy Read.
pub fn not_in_easy_read(title: &str) -> Fault {
    Fault::new(format!("the sheet with this code, “{title}”, is not in Easy Read"), "leave out --easy-read")
}

/// Says that nothing hangs in a place; `places` are those where something does.
pub fn nothing_hangs(place: &str, places: &[&str]) -> Fault {
    let help = match nearest(place, places.iter().copied()) {
        Some(near) => format!("did you mean “{near}”?"),
        None if places.is_empty() => "nothing is written down for this ward yet".to_owned(),
        None => format!("sheets hang in: {}", list(places)),
    };
    Fault::new(format!("nothing hangs in “{place}”, so nothing was changed"), help)
}

/// Says that the sheet with this code doesn't hang in a place.
pub fn no_such_code(place: &str, codes: &[&str]) -> Fault {
    Fault::new(
        format!("no sheet with this code hangs in “{place}”, so nothing was changed"),
        format!("what hangs there: {}", list(codes)),
    )
}

/// Says that more than one sheet hangs in a place.
pub fn several_hang(place: &str, codes: &[&str]) -> Fault {
    Fault::new(
        format!("several sheets hang in “{place}”, so nothing was changed"),
        format!("say which one is down: --code {}; they are {}", codes.first().unwrap_or(&""), list(codes)),
    )
}
