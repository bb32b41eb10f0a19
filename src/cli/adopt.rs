//! `wardpack adopt` and `wardpack diff-base`

use std::path::PathBuf;

use clap::Args;

use super::run::print_fault;
use super::words::{number, plural};
use super::{FAULT, FINE, Format, PROBLEMS};
use crate::adopt::{self, Since, StandingFile};
use crate::problem::fault::Fault;

#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  wardpack adopt leaflets/visiting.md          take a leaflet up for editing\n  \
                        wardpack adopt --again leaflets/visiting.md  its later changes are taken over\n  \
                        wardpack adopt --list                        which files there are to take up")]
pub struct Adopt {
    /// Files of the layers below, by their paths inside the content folder, such as leaflets/visiting.md
    #[arg(value_name = "PATH", required_unless_present_any = ["list", "all"])]
    paths: Vec<String>,
    /// Leave your files as they are, and remember what the layers below say now
    #[arg(long)]
    again: bool,
    /// Only list the files of the layers below that you don't have yet
    #[arg(long, conflicts_with_all = ["paths", "again", "all"])]
    list: bool,
    /// Take up every file of the layers below that you don't have yet: later changes to them have to be taken over one by one
    #[arg(long, conflicts_with_all = ["paths", "again"])]
    all: bool,
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  wardpack diff-base                        all your files that stand over one below\n  \
                        wardpack diff-base leaflets/visiting.md   only this one\n\nExit codes: 0 nothing changed below, 1 \
                        something did, 2 wrong use, or what lies below can't be known."
)]
pub struct DiffBase {
    /// Files or folders of yours; all files that stand over one below if left out
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

/// Copies files of the layers below into the content folder. Prints a line for each, and returns the exit code.
pub fn adopt(asked: &Adopt) -> u8 {
    if asked.again {
        return remember(asked);
    }
    if asked.list {
        return list(asked);
    }
    let paths = if asked.all { adopt::free(&asked.content) } else { Ok(asked.paths.clone()) };
    let adopted = match paths.and_then(|paths| adopt::adopt(&asked.content, &paths)) {
        Ok(adopted) => adopted,
        Err(faults) => return print_faults(&faults, "Nothing was adopted."),
    };
    for one in &adopted {
        match &one.with {
            None => outln!("{}: adopted from {}", one.file, one.from),
            Some(with) => outln!("{}: adopted with {with}, which it says in another way", one.file),
        }
    }
    if adopted.iter().any(|one| one.with.is_some()) {
        outln!(
            "Translations and Easy Read came along, since they are left out where you replace what they say. Change them too."
        );
    }
    let count = plural(adopted.len(), "file");
    outln!("{count} adopted; `wardpack diff-base` says what changes below from now on");
    FINE
}

fn list(asked: &Adopt) -> u8 {
    match adopt::free(&asked.content) {
        Ok(paths) => {
            for path in paths {
                outln!("{path}");
            }
            FINE
        }
        Err(faults) => print_faults(&faults, "Nothing was listed."),
    }
}

fn remember(asked: &Adopt) -> u8 {
    let noted = match adopt::remember(&asked.content, &asked.paths) {
        Ok(noted) => noted,
        Err(faults) => return print_faults(&faults, "Nothing was written."),
    };
    for one in &noted {
        match &one.from {
            Some(from) => outln!("{}: {from} is remembered as it is now", one.file),
            None => outln!("{}: no layer below has it, so it is yours alone from now on", one.file),
        }
    }
    outln!("{} noted; your own files are as they were", plural(noted.len(), "file"));
    FINE
}

fn print_faults(faults: &[Fault], end: &str) -> u8 {
    for fault in faults {
        print_fault(fault, Format::Text);
    }
    errln!("{end}");
    FAULT
}

/// Says what the layers below have changed. Returns the exit code: 1 where something has changed, as `diff` does.
pub fn diff_base(asked: &DiffBase) -> u8 {
    let standing = match adopt::since(&asked.content, &asked.paths) {
        Ok(standing) => standing,
        Err(faults) => return print_faults(&faults, "Nothing was compared."),
    };
    standing.iter().for_each(print);
    outln!("{}", count(&standing));
    if standing.iter().any(|one| one.since.is_change()) { PROBLEMS } else { FINE }
}

fn print(one: &StandingFile) {
    let StandingFile { path, file, since } = one;
    let note = format!("`wardpack adopt --again {path}`");
    match since {
        Since::Unchanged => outln!("{file}: unchanged below"),
        Since::Changed(difference) => {
            outln!("{file}: changed below; take over what you want, then write {note}");
            if let Some(difference) = difference {
                print_difference(difference);
            }
        }
        Since::Gone => {
            outln!("{file}: gone below; keep your file or delete it, and write {note} to hear no more of it");
        }
        Since::Unrecorded => outln!(
            "{file}: never adopted, so nobody can tell what has changed below; {note} remembers what it says now"
        ),
        Since::Same(None) => {
            outln!("{file}: the same as below; delete it and you get later changes by itself");
        }
        Since::Same(Some(original)) => {
            outln!("{file}: the same as below; keep it as long as {original} is yours, or it would be left out");
        }
    }
}

/// Prints lines that went in red and lines that came in green, where the terminal takes colours.
fn print_difference(difference: &str) {
    for line in difference.lines() {
        let colour = match line.chars().next() {
            Some('-') => "\x1b[31m",
            Some('+') => "\x1b[32m",
            Some('@') => "\x1b[36m",
            _ => "",
        };
        let end = if colour.is_empty() { "" } else { "\x1b[0m" };
        outln!("{colour}{line}{end}");
    }
}

/// Returns "3 files stand over one below: 1 changed below, 2 unchanged".
fn count(standing: &[StandingFile]) -> String {
    let how_many = |is_it: fn(&Since) -> bool| standing.iter().filter(|one| is_it(&one.since)).count();
    let kinds = [
        (how_many(|since| matches!(since, Since::Changed(_))), "changed below"),
        (how_many(|since| *since == Since::Gone), "gone below"),
        (how_many(|since| *since == Since::Unrecorded), "never adopted"),
        (how_many(|since| matches!(since, Since::Same(_))), "the same as below"),
        (how_many(|since| *since == Since::Unchanged), "unchanged below"),
    ];
    let kinds: Vec<String> = kinds
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{} {what}", number(*count)))
        .collect();
    match standing.len() {
        0 => "No file of yours stands over one below".to_owned(),
        1 => format!("1 file of yours stands over one below: {}", kinds.join(", ")),
        many => format!("{} files of yours stand over one below: {}", number(many), kinds.join(", ")),
    }
}
