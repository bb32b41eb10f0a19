//! `wardpack changes`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::run::print_fault;
use super::words::{plural, some};
use super::{FINE, Format, PROBLEMS};
use crate::changes::{self, SiteChange, SiteChanges, WhichSite};
use crate::problem::fault::{Fault, publishing};
use crate::read;

#[derive(Debug, Args)]
pub struct ComparedSites {
    /// The older site: a folder that wardpack built or published
    old: PathBuf,
    /// The newer site
    #[arg(default_value = "output")]
    new: PathBuf,
    /// How the changes are printed
    #[arg(long, value_enum, default_value_t = ChangesFormat::Text)]
    format: ChangesFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ChangesFormat {
    /// For people
    Text,
    /// For an approval that is kept as Markdown
    Markdown,
    /// For Excel
    Csv,
}

/// Prints what has changed between two sites. Returns the exit code: 1 where something has, as `diff` does.
pub fn changes(asked: &ComparedSites) -> u8 {
    let compared = files(&asked.old).and_then(|old| {
        let new = files(&asked.new)?;
        changes::changes(&old, &new).map_err(|which| {
            let folder = if which == WhichSite::Old { &asked.old } else { &asked.new };
            publishing::no_built_site(&read::shown(folder))
        })
    });
    let found = match compared {
        Ok(found) => found,
        Err(fault) => return print_fault(&fault, Format::Text),
    };
    match asked.format {
        ChangesFormat::Text => print_text(&found),
        ChangesFormat::Markdown => print_markdown(&found),
        ChangesFormat::Csv => match csv_of(&found) {
            Ok(text) => outln!("{}", text.trim_end()),
            Err(fault) => return print_fault(&fault, Format::Text),
        },
    }
    if found.is_empty() { FINE } else { PROBLEMS }
}

fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Fault> {
    read::every_file(folder).map_err(|error| publishing::site_unreadable(&read::shown(folder), &error))
}

/// Returns a change as one line: "Beach ward: phone number changed", "“Visiting the ward” reworded, and on 4 wards".
fn heading(change: &SiteChange) -> String {
    let SiteChange { event, title, wards, .. } = change;
    let names: Vec<String> = wards.iter().filter(|ward| !ward.is_empty()).cloned().collect();
    let is_of_all = wards.contains("");
    let what = event.words();
    match (title.is_empty(), is_of_all) {
        (true, true) => format!("All pages: {what}"),
        (true, false) => format!("{}: {what}", some(&names)),
        (false, true) if names.is_empty() => format!("“{title}” {what}"),
        (false, true) => format!("“{title}” {what}, and so on {}", plural(names.len(), "ward")),
        (false, false) => format!("{}: “{title}” {what}", some(&names)),
    }
}

/// Says what is counted and not told one by one, a line each.
fn counted(found: &SiteChanges) -> Vec<String> {
    let mut lines = Vec::new();
    if !found.others.is_empty() {
        lines.push(format!("Pictures, sheets and other files that differ: {}", some(&found.others)));
    }
    if found.lists > 0 {
        lines.push(format!("Only lists of other pages differ on {}", plural(found.lists, "page")));
    }
    if found.looks > 0 {
        lines.push(format!("The same words in another look: {}", plural(found.looks, "page")));
    }
    if found.is_empty() {
        lines.push("Nothing has changed".to_owned());
    }
    lines
}

fn print_text(found: &SiteChanges) {
    for change in &found.changes {
        outln!("{}", heading(change));
        change.before.iter().for_each(|line| outln!("  - {line}"));
        change.after.iter().for_each(|line| outln!("  + {line}"));
    }
    for line in counted(found) {
        outln!("{line}");
    }
    if !found.changes.is_empty() {
        outln!("{}; lines that went begin with -, those that came with +", plural(found.changes.len(), "change"));
    }
}

fn print_markdown(found: &SiteChanges) {
    outln!("# {}\n", plural(found.changes.len(), "change"));
    for change in &found.changes {
        outln!("- **{}**", plain(&heading(change)));
        change.before.iter().for_each(|line| outln!("  - Before: {}", plain(line)));
        change.after.iter().for_each(|line| outln!("  - Now: {}", plain(line)));
    }
    for line in counted(found) {
        outln!("- {}", plain(&line));
    }
}

/// Returns words as Markdown shows them to the letter.
fn plain(words: &str) -> String {
    let sign = |letter: char| if "\\`*_[]<>#|~".contains(letter) { format!("\\{letter}") } else { letter.to_string() };
    words.chars().map(sign).collect()
}

fn csv_of(found: &SiteChanges) -> Result<String, Fault> {
    let not_written = |error: &dyn std::fmt::Display| publishing::list_not_written(error);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = ["ward", "page", "change", "before", "now"].map(str::to_owned);
    let row = |change: &SiteChange| {
        let wards: Vec<&str> = change.wards.iter().map(|ward| if ward.is_empty() { "all" } else { ward }).collect();
        let what = change.event.words().to_owned();
        [wards.join(", "), change.title.clone(), what, change.before.join("\n"), change.after.join("\n")]
    };
    for record in std::iter::once(head).chain(found.changes.iter().map(row)) {
        writer.write_record(record.map(|cell| safe(&cell))).map_err(|error| not_written(&error))?;
    }
    let bytes = writer.into_inner().map_err(|error| not_written(&error))?;
    String::from_utf8(bytes).map_err(|error| not_written(&error))
}

/// Returns a cell that Excel takes for words, whatever it begins with.
fn safe(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t']) { format!("'{cell}") } else { cell.to_owned() }
}
