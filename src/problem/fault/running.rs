//! What the program can't do here at all: threads, and codes of problems that it doesn't know.

use std::fmt::Display;

use super::super::suggest;
use super::Fault;

/// Says that there can be no threads to work on.
pub fn no_threads(error: &dyn Display) -> Fault {
    Fault::new(format!("no threads can be started: {error}"), "try --jobs 1")
}

/// Says that no file of a pack is called so, nor a kind of file, and which kind was probably meant of all `kinds`.
pub fn no_kind_of_file<'k>(asked: &str, kinds: impl IntoIterator<Item = &'k str>) -> Fault {
    let help = suggest::nearest(asked, kinds)
        .map_or_else(|| "`wardpack keys` lists all kinds".to_owned(), |near| format!("did you mean {near}?"));
    Fault::new(format!("no file of a pack is called {asked}, and no kind of file"), help)
}

/// Says that no problem has a code, and which one was probably meant of all `codes`.
pub fn no_problem_code(asked: &str, codes: impl IntoIterator<Item = &'static str>) -> Fault {
    let help = suggest::nearest(&asked.to_uppercase(), codes)
        .map_or_else(|| "`wardpack explain` lists all codes".to_owned(), |near| format!("did you mean {near}?"));
    Fault::new(format!("there is no code {asked}"), help)
}
