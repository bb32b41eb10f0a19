//! `wardpack calls` and `wardpack called`

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::agree::request;
use super::run::{print_fault, print_problems, today};
use super::words::plural;
use super::{FINE, Format, PROBLEMS, stream};
use crate::calls::{self, Call, Done, Which};
use crate::model::checked::HOW;
use crate::problem::fault;
use crate::read;

#[derive(Debug, Args)]
pub struct Calls {
    /// Every service, not only those that are to be called or opened now
    #[arg(long)]
    all: bool,
    /// How to print the list
    #[arg(long, value_enum, default_value_t = Sheet::Text)]
    format: Sheet,
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Sheet {
    /// To print, with a box to tick
    Text,
    /// For Excel
    Csv,
}

#[derive(Debug, Args)]
pub struct Called {
    /// The service's id, such as samaritans; a resource is written as resource/ID
    id: String,
    /// The day somebody called or opened it, such as 2026-11-23
    #[arg(long, value_name = "DATE", value_parser = super::flag_values::date)]
    on: Date,
    /// The role of whoever did, never a person's name, such as "Sexual safety lead"
    #[arg(long, value_name = "ROLE")]
    by: String,
    /// What they did: called or opened. The number was called, if left out; without a number, the page was opened
    #[arg(long, value_name = "HOW", value_parser = how)]
    how: Option<&'static str>,
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

fn how(written: &str) -> Result<&'static str, String> {
    let found = HOW.iter().find(|(word, _)| *word == written).map(|(_, how)| *how);
    found.ok_or_else(|| "write called or opened".to_owned())
}

/// Prints the services to call or open, and returns the exit code.
pub fn calls(asked: &Calls) -> u8 {
    let which = if asked.all { Which::All } else { Which::Due };
    match calls::sheet(&request(&asked.content, today()), which) {
        Err(fault) => print_fault(&fault, Format::Text),
        Ok((None, report)) => {
            print_problems(&report);
            PROBLEMS
        }
        Ok((Some(list), _)) => match asked.format {
            Sheet::Text => text(&list),
            Sheet::Csv => csv(&list),
        },
    }
}

fn text(list: &[Call]) -> u8 {
    if list.is_empty() {
        outln!("Every service has been called or opened.");
        return FINE;
    }
    outln!("{} to call or open. Tick what is right, and write it down:", plural(list.len(), "service"));
    outln!("  wardpack called {} --on {} --by \"Sexual safety lead\"\n", list[0].id, today());
    for call in list {
        outln!("[ ] {} ({})", call.name, call.id);
        for (what, way) in &call.ways {
            outln!("    {what}: {way}");
        }
        if let Some(seen_in) = &call.seen_in {
            outln!("    Seen in: {seen_in}");
        }
        if let Some(last) = call.last {
            outln!("    Last checked: {last}");
        }
        outln!("    Ask: {}\n    By: ____________________  On: __________\n", call.ask);
    }
    FINE
}

fn csv(list: &[Call]) -> u8 {
    // The mark at the start tells Excel that it is UTF-8.
    let mut bytes = "\u{FEFF}".as_bytes().to_vec();
    let mut sheet = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    let write = || -> csv::Result<()> {
        sheet.write_record([
            "id",
            "service",
            "what to call or open",
            "what to ask",
            "seen in",
            "last checked",
            "right?",
            "by",
            "on",
        ])?;
        for call in list {
            let ways: Vec<String> = call.ways.iter().map(|(what, way)| format!("{what}: {way}")).collect();
            let last = call.last.map(|last| last.to_string()).unwrap_or_default();
            let seen_in = call.seen_in.as_deref().unwrap_or_default();
            sheet.write_record([&call.id, &call.name, &*ways.join("; "), &call.ask, seen_in, &last, "", "", ""])?;
        }
        sheet.flush()?;
        drop(sheet);
        Ok(())
    };
    match write() {
        Ok(()) => {
            stream::out(format_args!("{}", String::from_utf8_lossy(&bytes)));
            FINE
        }
        Err(error) => print_fault(&fault::calls::list_not_written(&error), Format::Text),
    }
}

/// Writes down that a service was called or opened. Prints the file, and returns the exit code.
pub fn called(asked: &Called) -> u8 {
    if asked.on > today() {
        return print_fault(&fault::calls::not_yet(asked.on), Format::Text);
    }
    let by = asked.by.trim().to_owned();
    if by.is_empty() || by.chars().any(char::is_control) {
        return print_fault(&fault::calls::by_nobody(), Format::Text);
    }
    let done = Done { on: asked.on, by, how: asked.how };
    match calls::record(&request(&asked.content, today()), &asked.id, &done) {
        Err(fault) => print_fault(&fault, Format::Text),
        Ok((None, report)) => {
            print_problems(&report);
            outln!("Nothing was written: put the mistakes right first, so that nothing that is written down is lost.");
            PROBLEMS
        }
        Ok((Some(recorded), _)) => {
            if let Some(day) = recorded.replaced.filter(|day| *day > asked.on) {
                outln!("note: it was checked later too, on {day}");
            }
            outln!(
                "{}: {} on {} by {}, in {}",
                recorded.name,
                recorded.how,
                asked.on,
                done.by,
                read::shown(&recorded.file)
            );
            FINE
        }
    }
}
