//! `wardpack import`

use std::fs;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::agree::request;
use super::run::{print_fault, print_problems, today};
use super::words::plural;
use super::{FINE, Format, PROBLEMS, help};
use crate::exchange;
use crate::import::{self, FoundStandards, StandardState, StandardsOwner};
use crate::pipeline::Report;
use crate::problem::fault::{Fault, exchanging, importing};
use crate::read;

#[derive(Debug, Subcommand)]
pub enum Import {
    /// Take in the wording of the standards, from a workbook or a CSV file with one in each row
    #[command(after_help = help::IMPORT_STANDARDS)]
    Standards(Standards),
    /// Take in a benchmark, from the workbook of wardpack export benchmark that somebody filled in
    #[command(after_help = help::IMPORT_BENCHMARK)]
    Benchmark(Benchmark),
}

#[derive(Debug, Args)]
pub struct Benchmark {
    /// The workbook (.xlsx)
    file: PathBuf,
    /// Write a new file without asking
    #[arg(long)]
    write: bool,
    /// Write over a file that is there and says something else
    #[arg(long)]
    replace: bool,
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

#[derive(Debug, Args)]
pub struct Standards {
    /// The workbook (.xlsx) or CSV file
    file: PathBuf,
    /// Write what isn't there yet without asking
    #[arg(long)]
    write: bool,
    /// Write over standards that are there and say something else
    #[arg(long)]
    replace: bool,
    /// The role that looks after the standards, never a person's name
    #[arg(long, value_name = "ROLE", default_value = "Sexual safety lead")]
    owner: String,
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

/// Shows what a sheet of standards holds, and writes it where that is wanted. Returns the exit code.
pub fn standards(asked: &Standards) -> u8 {
    let shown = read::shown(&asked.file);
    let bytes = match fs::read(&asked.file) {
        Ok(bytes) => bytes,
        Err(error) => {
            return print_fault(&importing::unreadable(&shown, &error), Format::Text);
        }
    };
    let keeper = StandardsOwner { owner: asked.owner.clone(), today: today() };
    take_in(import::standards(&request(&asked.content, today()), &shown, &bytes, &keeper), |found| {
        show(&found, &shown);
        put(&found, asked)
    })
}

/// Goes on with what was found, or says why nothing was. Returns the exit code.
fn take_in<T>(found: Result<(Option<T>, Report), Fault>, go_on: impl FnOnce(T) -> Result<u8, Fault>) -> u8 {
    let code = match found {
        Err(fault) => Err(fault),
        Ok((None, report)) => {
            print_problems(&report);
            outln!("Nothing was written: put pack.yaml right first.");
            Ok(PROBLEMS)
        }
        Ok((Some(found), _)) => go_on(found),
    };
    code.unwrap_or_else(|fault| print_fault(&fault, Format::Text))
}

/// Prints what is in the sheet, and what of it can't be taken in.
fn show(found: &FoundStandards, shown: &str) {
    let sheet = found.sheet.as_ref().map(|sheet| format!(", sheet “{sheet}”")).unwrap_or_default();
    outln!("{} in {shown}{sheet}:", plural(found.standards.len(), "standard"));
    for (domain, ids) in found.by_domain() {
        let domain = &found.domains[domain];
        outln!("  {} {}: {}", domain.number, domain.title, ids.join(", "));
    }
    outln!("Columns:");
    for (heading, holds) in &found.columns {
        outln!("  “{heading}” is {holds}");
    }
    if !found.notes.is_empty() {
        outln!("Look at these first:");
        for note in &found.notes {
            outln!("  {note}");
        }
    }
    let (new, same, other) =
        (found.count(StandardState::New), found.count(StandardState::Same), found.count(StandardState::Differs));
    outln!("{new} new, {same} there already with the same words, {other} there with other words");
}

/// Writes what is asked for by flags or, on a terminal, in answer to a question. Returns the exit code.
fn put(found: &FoundStandards, asked: &Standards) -> Result<u8, Fault> {
    let may_ask = io::stdin().is_terminal() && io::stderr().is_terminal();
    let (new, other) = (found.count(StandardState::New), found.count(StandardState::Differs));
    if new + other == 0 {
        outln!("Nothing to write.");
        return Ok(FINE);
    }
    let mut states = Vec::new();
    if new > 0 && (asked.write || may_ask && is_wanted(&format!("Write {}?", plural(new, "new file")))) {
        states.push(StandardState::New);
    }
    let over = || format!("Write over {}? What they say now is lost.", plural(other, "file"));
    if other > 0 && (asked.write && asked.replace || may_ask && !asked.write && is_wanted(&over())) {
        states.push(StandardState::Differs);
    }
    let written = found.write(&states)?;
    if written > 0 {
        outln!(
            "{} written below {}\nNext:\n  wardpack check",
            plural(written, "file"),
            read::shown(&asked.content.join("standards"))
        );
    } else {
        outln!("Nothing was written.");
    }
    if !asked.write && !may_ask {
        outln!("To write the new ones, add --write");
    }
    if other > 0 && !states.contains(&StandardState::Differs) && !may_ask {
        outln!("To write over those with other words too, add --write --replace");
    }
    Ok(FINE)
}

/// Shows what a workbook of a benchmark holds, and writes it where that is wanted. Returns the exit code.
pub fn benchmark(asked: &Benchmark) -> u8 {
    let shown = read::shown(&asked.file);
    let bytes = match fs::read(&asked.file) {
        Ok(bytes) => bytes,
        Err(error) => return print_fault(&exchanging::unreadable(&shown, &error), Format::Text),
    };
    take_in(exchange::take_back(&request(&asked.content, today()), &shown, &bytes), |found| {
        show_benchmark(&found, &shown);
        put_benchmark(&found, asked)
    })
}

/// So many settings that differ are named; the others are counted.
const MOST_SHOWN: usize = 20;

/// Prints what is in the workbook, and what of it can't be taken in.
fn show_benchmark(found: &exchange::FoundBenchmark, shown: &str) {
    outln!("{shown} is the benchmark {}: {}", found.id, found.title.as_deref().unwrap_or("it has no title yet"));
    outln!(
        "  {}, {} and {} have something said",
        plural(found.domains, "domain"),
        plural(found.standards, "standard"),
        plural(found.actions, "action")
    );
    if !found.notes.is_empty() {
        outln!("Look at these first:");
        found.notes.iter().for_each(|note| outln!("  {note}"));
    }
    match &found.state {
        exchange::BenchmarkState::New => outln!("{} is new.", found.path()),
        exchange::BenchmarkState::Same => outln!("{} says the same already.", found.path()),
        exchange::BenchmarkState::Differs(settings) => {
            outln!("{} says something else in:", found.path());
            settings.iter().take(MOST_SHOWN).for_each(|setting| outln!("  {setting}"));
            if settings.len() > MOST_SHOWN {
                outln!("  and {} more", settings.len() - MOST_SHOWN);
            }
        }
    }
}

/// Writes what is asked for by flags or, on a terminal, in answer to a question. Returns the exit code.
fn put_benchmark(found: &exchange::FoundBenchmark, asked: &Benchmark) -> Result<u8, Fault> {
    let may_ask = io::stdin().is_terminal() && io::stderr().is_terminal();
    let (is_asked, question, flags) = match found.state {
        exchange::BenchmarkState::Same => {
            outln!("Nothing to write.");
            return Ok(FINE);
        }
        exchange::BenchmarkState::New => (asked.write, "Write the new file?", "--write"),
        exchange::BenchmarkState::Differs(_) => {
            (asked.write && asked.replace, "Write over the file? What it says now is lost.", "--write --replace")
        }
    };
    if is_asked || may_ask && !asked.write && is_wanted(question) {
        found.write()?;
        outln!("{} is written.\nNext:\n  wardpack check", read::shown(&asked.content.join(found.path())));
    } else {
        outln!("Nothing was written.");
        if !may_ask {
            outln!("To write it, add {flags}");
        }
    }
    Ok(FINE)
}

/// Asks a question. Anything but yes is no.
fn is_wanted(question: &str) -> bool {
    let mut line = String::new();
    let asked = write!(io::stderr(), "{question} [y/N] ").and_then(|()| io::stderr().flush());
    asked.and_then(|()| io::stdin().lock().read_line(&mut line)).is_ok()
        && ["y", "yes"].contains(&line.trim().to_lowercase().as_str())
}
