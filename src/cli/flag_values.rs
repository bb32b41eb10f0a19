//! The values of flags that are more than words and numbers.

use clap::ValueEnum;
use jiff::civil::Date;

use crate::model::audience::Audience;
use crate::model::day;
use crate::plan::view::paper::PaperKind;

/// How problems and results are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs: one JSON object
    Json,
}

/// Whether to print in colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colours {
    Auto,
    Always,
    Never,
}

/// Takes the address of an editor: one that a click may open, and no script.
#[cfg(feature = "serve")]
pub fn editor(written: &str) -> Result<String, String> {
    let scheme = written.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter));
    let is_harmful = ["javascript", "data", "vbscript"].contains(&scheme.to_ascii_lowercase().as_str());
    let is_fine = written == "none" || is_scheme && !scheme.is_empty() && !is_harmful && written.contains("{file}");
    if is_fine {
        Ok(written.to_owned())
    } else {
        Err("write an address such as vscode://file/{file}:{line}:{column}, or none".to_owned())
    }
}

/// Takes the name of a paper.
pub fn paper(written: &str) -> Result<PaperKind, String> {
    let names = PaperKind::ALL.map(PaperKind::name).join(", ");
    PaperKind::ALL.into_iter().find(|kind| kind.name() == written).ok_or_else(|| format!("write one of {names}"))
}

/// Takes what classes and ids begin with.
pub fn class_prefix(written: &str) -> Result<String, String> {
    let is_fine = written.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && written.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter));
    if is_fine {
        Ok(written.to_owned())
    } else {
        Err("begin with a letter, and use letters, digits and hyphens".to_owned())
    }
}

/// Takes a word for readers.
pub fn audience(written: &str) -> Result<Audience, String> {
    Audience::named(written).ok_or_else(|| "write patients, carers, staff or visitors".to_owned())
}

/// Takes a month, and returns its first day.
pub fn month(written: &str) -> Result<Date, String> {
    let is_month = written.len() == 7;
    let first = format!("{written}-01").parse().ok().filter(|_| is_month);
    first.ok_or_else(|| "write year and month, such as 2026-12".to_owned())
}

/// Takes a day, and says which one is meant by others' ways to write it.
pub fn date(written: &str) -> Result<Date, String> {
    let any = || "year, month and day, such as 2026-11-23".to_owned();
    day::day(written).map_err(|why| format!("write {}", why.meant().map_or_else(any, |day| day.to_string())))
}
