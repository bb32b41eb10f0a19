//! `wardpack explain CODE`

use super::{FAULT, FINE};
use crate::problem::catalogue;
use crate::problem::suggest::nearest;

/// Prints what a code means, or the list of all codes. Returns the exit code.
pub fn explain(code: Option<&str>) -> u8 {
    let codes = catalogue::all();
    let Some(asked) = code else {
        for code in codes {
            outln!("{}  {}", code.id, code.title);
        }
        return FINE;
    };
    let upper = asked.to_uppercase();
    if let Some(code) = codes.iter().find(|code| code.id == upper) {
        outln!("{}: {}\n\n{}\n\nWhat to do: {}", code.id, code.title, code.meaning, code.instead);
        return FINE;
    }
    let near = nearest(&upper, codes.iter().map(|code| code.id));
    let hint =
        near.map_or_else(|| "`wardpack explain` lists all codes".to_owned(), |near| format!("did you mean {near}?"));
    errln!("error: there is no code {asked}\n  help: {hint}");
    FAULT
}
