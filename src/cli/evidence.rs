//! `wardpack evidence`

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::agree::request;
use super::run::{print_fault, print_problems, today};
use super::words::plural;
use super::{FINE, Format, PROBLEMS, flag_values, stream};
use crate::evidence::{self, PackEvidence};
use crate::problem::fault::{Fault, detaching};
use crate::read;

#[derive(Debug, Args)]
pub struct Evidence {
    /// The assessment whose headings are filled in
    #[arg(value_enum)]
    assessment: Assessment,
    /// The file that it is written into; it is printed, if left out
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write over a file that is there and says something else
    #[arg(long, requires = "output")]
    replace: bool,
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
    /// The day that counts as today, such as 2026-11-23
    #[arg(long, value_name = "DATE", value_parser = flag_values::date)]
    as_of: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Assessment {
    /// The ten headings of the PIF TICK, for information about health
    #[value(alias = "pif")]
    PifTick,
}

/// Prints or writes what the pack can show. Returns the exit code.
pub fn evidence(asked: &Evidence) -> u8 {
    let Assessment::PifTick = asked.assessment;
    match evidence::pif_tick(&request(&asked.content, asked.as_of.unwrap_or_else(today))) {
        Err(fault) => print_fault(&fault, Format::Text),
        Ok((None, report)) => {
            print_problems(&report);
            PROBLEMS
        }
        Ok((Some(evidence), _)) => match put(&evidence, asked) {
            Err(fault) => print_fault(&fault, Format::Text),
            Ok(()) => FINE,
        },
    }
}

fn put(evidence: &PackEvidence, asked: &Evidence) -> Result<(), Fault> {
    let Some(file) = &asked.output else {
        stream::out(format_args!("{}", evidence.markdown()));
        return Ok(());
    };
    let shown = read::shown(file);
    if !evidence.write(file, asked.replace)? {
        return Err(detaching::there_already(&[shown]));
    }
    outln!("{shown} is written; {} to fill in", plural(evidence.gaps(), "gap"));
    Ok(())
}
