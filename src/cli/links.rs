//! `wardpack check --links`

use std::path::Path;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::run::{print_fault, print_problems, request};
use super::words::plural;
use super::{FINE, Format, PROBLEMS, SharedFlags, stream};
use crate::ask::{self, Manners};
use crate::links::{self, LinkAnswer, LinkAnswers, OutsideLink};
use crate::pipeline::{Report, Request, site};
use crate::problem::fault::Fault;
use crate::problem::text::{self, Medium};
use crate::read;
use crate::write::disk::RealDisk;
use crate::write::whole;

/// The file beside the content folder in which answers are kept.
const KEPT: &str = ".wardpack-links.json";

/// What is wanted besides the answers.
#[derive(Clone, Copy, Debug)]
pub struct WantedAnswers {
    /// Whom to ask again: what was asked longer ago than so many days.
    pub older_than: u16,
    /// Whether to write down of resources that their links open.
    pub write_checked: bool,
}

/// Asks every site that the pack links to. Prints what is gone, has moved or can't be told, and returns the exit code.
pub fn check(shared: &SharedFlags, wanted: WantedAnswers) -> u8 {
    asked(&request(shared, None), wanted).unwrap_or_else(|fault| print_fault(&fault, Format::Text))
}

fn asked(request: &Request, wanted: WantedAnswers) -> Result<u8, Fault> {
    let (site, report) = site(request)?;
    let Some(site) = site else { return Ok(PROBLEMS) };
    let found = links::all(&site);
    let answers = answers(&found, request, wanted.older_than)?;
    let problems = links::problems(&found, &answers);
    print(&problems, &report);
    outln!("{}", counted(&found, &answers));
    for (address, why) in unknown(&found, &answers) {
        outln!("  could not check {address}: {why}");
    }
    if wanted.write_checked {
        let (written, report) = links::record(request, &found, &answers)?;
        let Some((count, file)) = written else {
            print_problems(&report);
            outln!(
                "No day was written down: put the mistakes right first, so that nothing that is written down is lost."
            );
            return Ok(PROBLEMS);
        };
        outln!("{}: {} with the day on which the link opened", read::shown(&file), plural(count, "resource"));
    }
    let is_refused = request.deny.warnings && !problems.is_empty();
    Ok(if is_refused { PROBLEMS } else { FINE })
}

/// Returns the answers of all links: those that were kept and are fresh, and of the others new ones, which are kept too.
fn answers(found: &[OutsideLink], request: &Request, older_than: u16) -> Result<LinkAnswers, Fault> {
    let beside = request.folders.content.join("..");
    let mut answers = read::bytes(&beside.join(KEPT)).map(|bytes| LinkAnswers::read(&bytes)).unwrap_or_default();
    let addresses: Vec<&str> = found.iter().map(|link| &*link.address).collect();
    answers.keep_fresh(older_than, request.as_of, &addresses);
    let new: Vec<&str> = addresses.into_iter().filter(|address| answers.of(address).is_none()).collect();
    let line = progress(new.len());
    let came = ask::all(&new, Manners::default(), &|| line.inc(1));
    line.finish_and_clear();
    answers.add(came, request.as_of);
    whole::put(&beside, &[(KEPT, &answers.bytes())], &RealDisk).map_err(|error| error.of_files(Path::new(KEPT)))?;
    Ok(answers)
}

fn progress(total: usize) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(total as u64), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("Asking {pos} of {len} addresses …");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

fn print(problems: &[crate::problem::Problem], report: &Report) {
    let look = if stream::has_colours() { Medium::Coloured } else { Medium::Plain };
    let printed: String = problems.iter().map(|problem| text::render(problem, &report.sources, look)).collect();
    stream::err(format_args!("{printed}"));
}

fn counted(found: &[OutsideLink], answers: &LinkAnswers) -> String {
    let count = |is_it: fn(&LinkAnswer) -> bool| {
        found.iter().filter(|link| answers.of(&link.address).is_some_and(is_it)).count()
    };
    let moved = count(|answer| matches!(answer, LinkAnswer::Moved(_)));
    let gone = count(|answer| matches!(answer, LinkAnswer::Gone(_)));
    let unknown = count(|answer| matches!(answer, LinkAnswer::Unknown(_) | LinkAnswer::TooManyAsked));
    let addresses = match found.len() {
        1 => "1 address outside the pack".to_owned(),
        count => format!("{count} addresses outside the pack"),
    };
    let opens = count(|answer| *answer == LinkAnswer::Opens);
    format!("{addresses}: {opens} open, {moved} moved, {gone} gone, {unknown} could not be checked")
}

/// Returns the addresses of which nobody can tell, and why not.
fn unknown<'a>(found: &'a [OutsideLink], answers: &'a LinkAnswers) -> impl Iterator<Item = (&'a str, String)> {
    found.iter().filter_map(|link| {
        let why = match answers.of(&link.address)? {
            LinkAnswer::Unknown(why) => why.clone(),
            LinkAnswer::TooManyAsked => "the site asks not to be asked so much; try again later".to_owned(),
            LinkAnswer::Opens | LinkAnswer::Moved(_) | LinkAnswer::Gone(_) => return None,
        };
        Some((&*link.address, why))
    })
}
