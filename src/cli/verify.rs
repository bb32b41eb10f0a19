//! `wardpack verify`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;

use super::bundle::of_ward;
use super::progress::ProgressLine;
use super::run::{print_fault, print_problems, today};
use super::words::{number, plural};
use super::{FINE, Format, PROBLEMS};
use crate::bundle::{self, Verified};
use crate::pipeline::{self, Request};
use crate::problem::fault::{Fault, bundles};
use crate::publish::{self, VerifiedRelease};
use crate::read;

#[derive(Debug, Args)]
pub struct Verify {
    /// The folder of the copy: the one that holds bundle.json, or SHA256SUMS of a published site
    folder: PathBuf,
    /// Compare with this pack too, and say how far behind it the copy is
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
}

/// Says whether a copy is whole and how far it is behind. Returns the exit code: 1 for a copy that isn't whole, or is behind.
pub fn verify(asked: &Verify) -> u8 {
    let files = match read::every_file(&asked.folder) {
        Ok(files) => files,
        Err(error) => {
            return print_fault(&bundles::copy_unreadable(&read::shown(&asked.folder), &error), Format::Text);
        }
    };
    let Some(verified) = bundle::verify(&files) else {
        if let Some(release) = publish::verify(&files) {
            return print_release(&release);
        }
        return print_fault(&bundles::copy_is_none(&read::shown(&asked.folder)), Format::Text);
    };
    let mut code = print(&verified);
    if let Some(content) = &asked.content {
        code = match behind(content, &verified, &files) {
            Ok(0) => code,
            Ok(differ) => {
                outln!("behind: {} other than in a bundle made now", plural(differ, "file"));
                PROBLEMS
            }
            Err(fault) => return print_fault(&fault, Format::Text),
        };
    }
    code
}

/// Returns how many files are other than those of a bundle made now.
fn behind(content: &Path, verified: &Verified, files: &BTreeMap<String, Vec<u8>>) -> Result<usize, Fault> {
    let all = Request { audience: verified.audience, ..super::agree::request(content, today()) };
    let request = of_ward(all, &verified.ward, None);
    let (now, report) = pipeline::bundle(&request, &ProgressLine::silent())?;
    let Some((now, label)) = now else {
        print_problems(&report);
        return Err(bundles::nothing_to_compare());
    };
    outln!("now: version {}", label.version);
    // A damaged copy of the version there is now isn't behind.
    Ok(if label.version == verified.version { 0 } else { bundle::behind(files, &now) })
}

/// Prints what is wrong with a published site. Files of others in the folder are none of its business.
fn print_release(release: &VerifiedRelease) -> u8 {
    for (what, paths) in [("changed", &release.changed), ("missing", &release.missing)] {
        for path in paths {
            outln!("{what}: {path}");
        }
    }
    let is_whole = release.changed.is_empty() && release.missing.is_empty();
    let whole = if is_whole { "whole" } else { "not whole" };
    outln!("release {}: {}, {whole}", release.code, plural(release.files, "file"));
    if is_whole { FINE } else { PROBLEMS }
}

/// Prints what a copy says of itself and what is wrong with it.
fn print(verified: &Verified) -> u8 {
    let Verified { ward, version, made_on, stale_after, .. } = verified;
    let lists = [("changed", &verified.changed), ("missing", &verified.missing), ("foreign", &verified.foreign)];
    for (what, paths) in lists {
        for path in paths {
            outln!("{what}: {path}");
        }
    }
    let readers = verified.audience.map(|audience| format!("for {}, ", audience.name())).unwrap_or_default();
    let whole = if verified.is_whole() { "whole" } else { "not whole" };
    outln!(
        "{ward}: {readers}version {version}, made on {made_on}, to be replaced after {stale_after}; {}, {whole}",
        if verified.files == 1 { "1 file".to_owned() } else { format!("{} files", number(verified.files)) }
    );
    if verified.is_whole() { FINE } else { PROBLEMS }
}
