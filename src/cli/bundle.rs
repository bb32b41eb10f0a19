//! `wardpack bundle`

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;
use jiff::ToSpan;
use jiff::civil::Date;

use super::place::{BundlePlace, paths};
use super::progress::ProgressLine;
use super::run::{pool, print_fault, print_problems, request, today};
use super::words::plural;
use super::{FINE, PROBLEMS, SharedFlags, update};
use crate::bundle::{self, LONGEST};
use crate::ledger::Manifest;
use crate::pipeline::{self, Request};
use crate::plan::bundle::{Bundle as Made, Label};
use crate::problem::fault::{Fault, bundles};
use crate::read;
use crate::render::Rendered;
use crate::write::disk::RealDisk;
use crate::write::whole;

#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  wardpack bundle beach                   the ward's own pack as a folder in bundles/\n  \
                        wardpack bundle --all --zip             a zip file for each ward\n  \
                        wardpack bundle beach --update old.zip  only what changed since an earlier bundle"
)]
pub struct Bundle {
    /// The wards' ids
    #[arg(value_name = "WARD", required_unless_present = "all", conflicts_with = "all")]
    wards: Vec<String>,
    /// Every ward of the pack
    #[arg(long)]
    all: bool,
    /// The folder that the bundles are put into
    #[arg(long, value_name = "DIR", default_value = "bundles")]
    output: PathBuf,
    /// One zip file for each ward instead of a folder
    #[arg(long)]
    zip: bool,
    /// Only what changed since this earlier bundle of the ward: its folder or zip file
    #[arg(long, value_name = "OLD", conflicts_with = "all")]
    update: Option<PathBuf>,
    /// The day after which readers should look for a newer copy; a year from today if left out
    #[arg(long, value_name = "DATE", value_parser = super::flag_values::date)]
    stale_after: Option<Date>,
    #[command(flatten)]
    shared: SharedFlags,
}

/// Makes the bundles. Prints a line for each, and returns the exit code.
pub fn bundle(asked: &Bundle) -> u8 {
    let mut code = FINE;
    let wards = match wards(asked) {
        Ok(wards) => wards,
        Err(fault) => return print_fault(&fault, asked.shared.format),
    };
    whole::sweep(&asked.output, &RealDisk);
    for ward in wards {
        let started = Instant::now();
        let line = ProgressLine::beside(asked.shared.format);
        let result = pool(&asked.shared).and_then(|pool| pool.install(|| make(asked, &ward, &line)));
        line.clear();
        match result {
            Err(fault) => return print_fault(&fault, asked.shared.format),
            Ok(None) => code = PROBLEMS,
            Ok(Some(made)) => outln!("{made}; {:.2} s", started.elapsed().as_secs_f64()),
        }
    }
    code
}

fn wards(asked: &Bundle) -> Result<Vec<String>, Fault> {
    if asked.stale_after.is_some_and(|day| day <= today()) {
        return Err(bundles::stale_at_once());
    }
    if !asked.shared.ward.is_empty() {
        return Err(bundles::ward_flag(&asked.shared.ward));
    }
    read::look(&request(&asked.shared, None).folders, Some(&asked.output))?;
    if asked.update.is_some() && asked.wards.len() > 1 {
        return Err(bundles::update_of_several());
    }
    if !asked.all {
        return Ok(asked.wards.clone());
    }
    let (site, report) = pipeline::site(&request(&asked.shared, None))?;
    if site.is_none() {
        print_problems(&report);
    }
    Ok(site.into_iter().flat_map(|site| site.pack.wards).map(|ward| ward.id.clone()).collect())
}

/// Makes one bundle, or an update of one. Returns what was made; nothing, with the problems printed, where the pack has mistakes.
fn make(asked: &Bundle, ward: &str, line: &ProgressLine) -> Result<Option<String>, Fault> {
    let old = asked.update.as_ref().map(|old| update::old(old, ward, asked.shared.audience)).transpose()?;
    let request = of_ward(request(&asked.shared, None), ward, asked.stale_after);
    let (made, report) = pipeline::bundle(&request, line)?;
    let Some((mut files, label)) = made else {
        line.clear();
        print_problems(&report);
        outln!("No bundle was made for {ward}");
        return Ok(None);
    };
    if let Some(path) = bundle::list(&mut files, ward, &label).first() {
        return Err(bundles::path_too_long(path, LONGEST));
    }
    let place = BundlePlace { folder: &asked.output, name: bundle::name(ward, label.audience), zip: asked.zip };
    match old {
        Some(old) => update::make(old, files, &label, place).map(Some),
        None => whole(&files, &label, &place).map(Some),
    }
}

/// Writes a whole bundle, and returns what to say of it.
fn whole(files: &Rendered, label: &Label, place: &BundlePlace<'_>) -> Result<String, Fault> {
    place.write(files, &Manifest::of(paths(files)), label.day)?;
    let (ward, files) = (&label.ward, plural(files.len(), "file"));
    let (path, version, stale) = (read::shown(&place.path()), &label.version, &label.stale_after);
    Ok(format!("{path}: {ward}, {files}, version {version}, to be replaced after {stale}"))
}

/// Returns the request of one ward's own pack.
pub fn of_ward(mut request: Request, ward: &str, stale_after: Option<Date>) -> Request {
    let stale_after = stale_after.or_else(|| request.as_of.checked_add(1.year()).ok()).unwrap_or(Date::MAX);
    request.wards = vec![ward.to_owned()];
    let (audience, made_on) = (request.audience, request.as_of);
    request.bundle = Some(Made { ward: ward.to_owned(), audience, made_on, stale_after });
    request
}
