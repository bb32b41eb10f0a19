//! Empty lists of wards that can't be begun.

use std::fmt::Display;

use super::Fault;

/// Says that there is a list already: a second one would only split the wards.
pub fn there_already(list: &str) -> Fault {
    Fault::new(
        format!("there is a list of wards already: {list}"),
        "write the new wards into its next empty rows; nothing was changed",
    )
}

/// Says that a list can't be made, and which other one can.
pub fn not_made(list: &str, error: &dyn Display, other: &str) -> Fault {
    Fault::new(format!("{list} can't be made: {error}"), format!("use wardpack new {other} instead"))
}
