//! Sheets that nothing can be taken in from

use std::fmt::Display;

use super::Fault;

/// Says that the pack has no domains that standards could be of.
pub fn no_domains() -> Fault {
    Fault::new(
        "the pack has no domains that standards could be of",
        "write “extends: built-in” into pack.yaml: the seven domains then come from below",
    )
}

/// Says that no row of a sheet names the columns of standards.
pub fn no_columns(shown: &str) -> Fault {
    Fault::new(
        format!("{shown} has no row that names the columns of standards"),
        "give its columns headings: Domain, Number, Title, Standard, Outcomes, Guidance; “Standard” is for the wording, and the others \
         may be left out but for Domain or Number",
    )
}

/// Says that there is no such sheet, or that it can't be read.
pub fn unreadable(shown: &str, error: &dyn Display) -> Fault {
    Fault::new(
        format!("{shown} can't be read: {error}"),
        "name a workbook (.xlsx) or a CSV file with a standard in each row",
    )
}
