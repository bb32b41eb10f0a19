//! `wardpack explain CODE`

use clap::Args;

use super::run::print_fault;
use super::{FINE, Format};
use crate::problem::{catalogue, fault};

#[derive(Debug, Args)]
pub struct Explain {
    /// The code, such as R001; leave it out for a list of all codes
    code: Option<String>,
}

/// Prints what a code means, or the list of all codes. Returns the exit code.
pub fn explain(asked: &Explain) -> u8 {
    let codes = catalogue::all();
    let Some(asked) = &asked.code else {
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
    print_fault(&fault::running::no_problem_code(asked, codes.iter().map(|code| code.id)), Format::Text)
}
