//! `wardpack bundle` and `wardpack verify`

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use jiff::ToSpan;
use jiff::civil::Date;

use super::progress::Line;
use super::run::{pool, print_fault, print_problems, request, today};
use super::words::{number, plural};
use super::{FINE, Format, PROBLEMS, Shared};
use crate::bundle::{self, LONGEST, Verified};
use crate::pipeline::{self, Fault, Request};
use crate::plan::bundle::{Bundle as Made, Label};
use crate::read;
use crate::render::Rendered;
use crate::write::disk::{Disk, RealDisk, replace};
use crate::write::{self, Output};

#[derive(Debug, Args)]
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
    /// The day after which readers should look for a newer copy; a year from today if left out
    #[arg(long, value_name = "DATE", value_parser = super::date)]
    stale_after: Option<Date>,
    #[command(flatten)]
    shared: Shared,
}

#[derive(Debug, Args)]
pub struct Verify {
    /// The folder of the copy: the one that holds bundle.json
    folder: PathBuf,
    /// Compare with this pack too, and say how far behind it the copy is
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
}

/// Makes the bundles. Prints a line for each, and returns the exit code.
pub fn bundle(asked: &Bundle) -> u8 {
    let line = Line::new(asked.shared.format == Format::Json);
    let mut code = FINE;
    let wards = match wards(asked) {
        Ok(wards) => wards,
        Err(fault) => return print_fault(&fault, asked.shared.format),
    };
    for ward in wards {
        let started = Instant::now();
        let result = pool(&asked.shared).and_then(|pool| pool.install(|| make(asked, &ward, &line)));
        line.clear();
        match result {
            Err(fault) => return print_fault(&fault, asked.shared.format),
            Ok(None) => code = PROBLEMS,
            Ok(Some((path, files, label))) => anstream::println!(
                "{}: {}, {}, version {}, to be replaced after {}; {:.2} s",
                read::shown(&path),
                label.ward,
                plural(files, "file"),
                label.version,
                label.stale_after,
                started.elapsed().as_secs_f64()
            ),
        }
    }
    code
}

fn wards(asked: &Bundle) -> Result<Vec<String>, Fault> {
    if !asked.all {
        return Ok(asked.wards.clone());
    }
    let (site, report) = pipeline::site(&request(&asked.shared, None))?;
    if site.is_none() {
        print_problems(&report);
    }
    Ok(site.into_iter().flat_map(|site| site.pack.wards).map(|ward| ward.id.clone()).collect())
}

/// Makes one bundle. Returns where it is, how many files it has and what it says of itself; nothing, with the problems printed,
/// where the pack has mistakes.
fn make(asked: &Bundle, ward: &str, line: &Line) -> Result<Option<(PathBuf, usize, Label)>, Fault> {
    let request = of_ward(request(&asked.shared, None), ward, asked.stale_after);
    let (made, report) = pipeline::bundle(&request, line)?;
    let Some((mut files, label)) = made else {
        line.clear();
        print_problems(&report);
        anstream::println!("No bundle was made for {ward}");
        return Ok(None);
    };
    if let Some(path) = bundle::list(&mut files, ward, &label).first() {
        return Err(Fault {
            message: format!("the path {path} is longer than {LONGEST} letters, which Windows may not be able to hold"),
            help: "give the page or the ward a shorter id".into(),
        });
    }
    let name = bundle::name(ward);
    let path = if asked.zip { asked.output.join(format!("{name}.zip")) } else { asked.output.join(&name) };
    if asked.zip {
        write_zip(&files, &name, &path)?;
    } else {
        write_folder(&files, &path)?;
    }
    Ok(Some((path, files.len(), label)))
}

/// Returns the request of one ward's own pack.
fn of_ward(mut request: Request, ward: &str, stale_after: Option<Date>) -> Request {
    let stale_after = stale_after.or_else(|| request.as_of.checked_add(1.year()).ok()).unwrap_or(Date::MAX);
    request.wards = vec![ward.to_owned()];
    request.bundle = Some(Made { ward: ward.to_owned(), made_on: request.as_of, stale_after });
    request
}

fn write_zip(files: &Rendered, name: &str, path: &Path) -> Result<(), Fault> {
    let bytes = bundle::zip(files, name).map_err(|error| Fault {
        message: format!("the zip file can't be made: {error}"),
        help: "leave out --zip to get a folder".into(),
    })?;
    let folder = path.parent().map_or(Ok(()), |folder| RealDisk.create_folder(folder));
    folder.and_then(|()| replace(path, &bytes, &RealDisk)).map_err(|error| Fault {
        message: format!("{} can't be written: {error}", read::shown(path)),
        help: "check that the disk has room and that you may write there".into(),
    })
}

fn write_folder(files: &Rendered, path: &Path) -> Result<(), Fault> {
    let paths = files.iter().map(|file| file.path.to_string()).collect();
    let written = write::write(Output { files, paths: Some(&paths) }, path, &RealDisk);
    written.map(|_| ()).map_err(|error| pipeline::unwritable(error, path))
}

/// Says whether a copy is whole and how far it is behind. Returns the exit code: 1 for a copy that isn't whole, or is behind.
pub fn verify(asked: &Verify) -> u8 {
    let files = match read::every_file(&asked.folder) {
        Ok(files) => files,
        Err(error) => {
            let message = format!("{} can't be read: {error}", read::shown(&asked.folder));
            return print_fault(
                &Fault { message, help: "name the folder that holds bundle.json".into() },
                Format::Text,
            );
        }
    };
    let Some(verified) = bundle::verify(&files) else {
        let message = format!("{} is no bundle: it has no bundle.json that can be read", read::shown(&asked.folder));
        return print_fault(&Fault { message, help: "name the folder that holds bundle.json".into() }, Format::Text);
    };
    let mut code = print(&verified);
    if let Some(content) = &asked.content {
        code = match behind(content, &verified, &files) {
            Ok(0) => code,
            Ok(differ) => {
                anstream::println!("behind: {} other than in a bundle made now", plural(differ, "file"));
                PROBLEMS
            }
            Err(fault) => return print_fault(&fault, Format::Text),
        };
    }
    code
}

/// Returns how many files are other than those of a bundle made now.
fn behind(
    content: &Path,
    verified: &Verified,
    files: &std::collections::BTreeMap<String, Vec<u8>>,
) -> Result<usize, Fault> {
    let request = of_ward(super::agree::request(content, today()), &verified.ward, None);
    let (now, report) = pipeline::bundle(&request, &Line::new(true))?;
    let Some((now, label)) = now else {
        print_problems(&report);
        let message = "the pack has mistakes, so nothing can be compared with it".to_owned();
        return Err(Fault { message, help: "put them right first".into() });
    };
    anstream::println!("now: version {}", label.version);
    Ok(bundle::behind(files, &now))
}

/// Prints what a copy says of itself and what is wrong with it.
fn print(verified: &Verified) -> u8 {
    let Verified { ward, version, made_on, stale_after, .. } = verified;
    let lists = [("changed", &verified.changed), ("missing", &verified.missing), ("foreign", &verified.foreign)];
    for (what, paths) in lists {
        for path in paths {
            anstream::println!("{what}: {path}");
        }
    }
    let whole = if verified.is_whole() { "whole" } else { "not whole" };
    anstream::println!(
        "{ward}: version {version}, made on {made_on}, to be replaced after {stale_after}; {}, {whole}",
        if verified.files == 1 { "1 file".to_owned() } else { format!("{} files", number(verified.files)) }
    );
    if verified.is_whole() { FINE } else { PROBLEMS }
}
