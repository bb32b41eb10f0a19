//! Workbooks of benchmarks that can't be made or taken back.

use std::fmt::Display;

use super::Fault;

/// Says that a file has mistakes, so that part of it would be lost.
pub fn has_mistakes(shown: &str) -> Fault {
    Fault::new(
        format!("{shown} has mistakes, so it can't be set beside a workbook"),
        "run wardpack check, and put right what it says of the file",
    )
}

/// Says that the pack has no domains to rate.
pub fn no_domains() -> Fault {
    Fault::new(
        "the pack has no domains that could be rated",
        "write “extends: built-in” into pack.yaml: the seven domains then come from below",
    )
}

/// Says that a workbook can't be made, as where a text is longer than a cell can hold.
pub fn not_made(error: &dyn Display) -> Fault {
    Fault::new(
        format!("the workbook can't be made: {error}"),
        "a cell of a workbook holds 32,767 letters; shorten the longest text of the benchmark",
    )
}

/// Says that a file is there already.
pub fn there_already(shown: &str) -> Fault {
    Fault::new(
        format!("there is a file {shown} already"),
        "give another name, or add --replace if what is in it is no longer needed; nothing was changed",
    )
}

/// Says that no sheet of a workbook is one of a benchmark.
pub fn no_benchmark(shown: &str) -> Fault {
    Fault::new(
        format!("{shown} is no workbook of a benchmark: it has no sheet with the columns Question and Answer"),
        "begin with wardpack export benchmark NAME, and fill in the workbook that it writes",
    )
}

/// Says that a workbook doesn't name the benchmark that it is of.
pub fn no_name(shown: &str) -> Fault {
    Fault::new(
        format!("{shown} doesn't say which benchmark it is of"),
        "write the name of its file into the sheet Benchmark, beside “Name of the file”: small letters, digits and hyphens, such as \
         beach-2026",
    )
}

/// Says that a file isn't there or can't be read.
pub fn unreadable(shown: &str, error: &dyn Display) -> Fault {
    Fault::new(format!("{shown} can't be read: {error}"), "name the workbook (.xlsx) that was filled in")
}

/// Says that a name can't be that of a file.
pub fn bad_name(id: &str, meant: &str) -> Fault {
    Fault::new(
        format!("“{id}” can't be the name of a benchmark"),
        format!("use small letters, digits and hyphens, such as {meant}"),
    )
}

/// Says that a workbook can't be written where it should go.
pub fn unwritable(shown: &str, error: &dyn Display) -> Fault {
    Fault::new(format!("{shown} can't be written: {error}"), "close it in Excel if it is open, or give another place")
}
