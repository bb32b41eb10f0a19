//! `wardpack export flat`

use std::path::PathBuf;

use clap::Args;

use super::progress::ProgressLine;
use super::run::{pool, print_fault, print_problems, request};
use super::words::{number, plural};
use super::{FINE, PROBLEMS, SharedFlags};
use crate::detach;
use crate::pipeline::{self, Report};
use crate::problem::fault::Fault;
use crate::read;
use crate::render::Rendered;
use crate::write::Written;

#[derive(Debug, Args)]
pub struct FlatSite {
    /// The folder that the files are put into; what an earlier run has put there and the site has no more is removed
    #[arg(long, value_name = "DIR", default_value = "flat")]
    output: PathBuf,
    #[command(flatten)]
    shared: SharedFlags,
}

/// Writes the whole site as files in one folder. Prints how many, and returns the exit code.
pub fn flat(asked: &FlatSite) -> u8 {
    let line = ProgressLine::beside(asked.shared.format);
    let made = pool(&asked.shared).and_then(|pool| pool.install(|| make(asked, &line)));
    line.clear();
    let files = match made {
        Err(fault) => return print_fault(&fault, asked.shared.format),
        Ok((None, report)) => {
            print_problems(&report);
            outln!("Nothing was written: put right what stands above first.");
            return PROBLEMS;
        }
        Ok((Some(files), report)) => {
            print_problems(&report);
            files
        }
    };
    match detach::write_site(&files, &asked.output) {
        Err(fault) => print_fault(&fault, asked.shared.format),
        Ok(Written { written, removed, .. }) => {
            let home = read::shown(&asked.output.join("index.html"));
            let (written, removed) = (number(written.len()), number(removed.len()));
            outln!("{home}: {} in one folder; {written} written, {removed} removed", plural(files.len(), "file"));
            FINE
        }
    }
}

fn make(asked: &FlatSite, line: &ProgressLine) -> Result<(Option<Rendered>, Report), Fault> {
    read::look(&request(&asked.shared, None).folders, Some(&asked.output))?;
    let (site, report) = pipeline::unwritten_site(&request(&asked.shared, None), line)?;
    let files = site.map(|site| detach::flat_site(&site)).transpose()?;
    Ok((files, report))
}
