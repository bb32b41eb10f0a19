//! `wardpack build` and `wardpack check`

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use jiff::Zoned;
use jiff::civil::Date;
use rayon::ThreadPool;
use serde_json::{Value, json};

use super::progress::ProgressLine;
use super::stats::{Stats, Taken};
use super::words::{counts, number, plural, some};
use super::{FAULT, FINE, Format, PROBLEMS, SharedFlags, stream};
use crate::pipeline::{self, Drafts, Memory, Progress, Report, Request};
use crate::print;
use crate::problem::fault::{self, Fault};
use crate::problem::reported::ReportedCounts;
use crate::problem::text::Medium;
use crate::problem::{Deny, json, text};
use crate::read::{self, Folders};

/// As many problems as anybody reads at once.
const MOST_PRINTED: usize = 200;
/// A thread's stack: room for deeply nested text, which is limited before it gets near.
const STACK: usize = 8 << 20;

/// What is printed besides problems and the last line.
#[derive(Clone, Copy, Debug)]
pub struct Printed {
    /// What each stage took.
    pub stats: bool,
    /// Not even the last line.
    pub quiet: bool,
}

/// Builds the site into `output`, or checks only. Prints what is wanted, and returns the exit code.
pub fn run(shared: &SharedFlags, output: Option<&Path>, wanted: Printed) -> u8 {
    let started = Instant::now();
    let line = if wanted.quiet { ProgressLine::silent() } else { ProgressLine::beside(shared.format) };
    let stats = Stats::beside(&line);
    let request = request(shared, output);
    let result = pool(shared).and_then(|pool| pool.install(|| build(&request, &stats)));
    line.clear();
    let taken = wanted.stats.then(|| stats.taken());
    match (result, shared.format) {
        (Ok(report), Format::Text) if wanted.quiet => {
            print_problems(&report);
            if report.refused { PROBLEMS } else { FINE }
        }
        (Ok(report), Format::Text) => {
            let code = print_text(&report, output, started.elapsed());
            if let Some(taken) = taken {
                stream::out(format_args!("{}", taken.text()));
            }
            code
        }
        (Ok(report), Format::Json) => print_json(&report, started.elapsed(), taken.as_ref()),
        (Err(fault), format) => print_fault(&fault, format),
    }
}

/// Returns the threads to work on.
pub fn pool(shared: &SharedFlags) -> Result<ThreadPool, Fault> {
    let threads = shared.jobs.map_or(0, usize::from);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK).build();
    pool.map_err(|error| fault::running::no_threads(&error))
}

/// Prints what nothing in the content would put right, and returns the exit code.
pub fn print_fault(fault: &Fault, format: Format) -> u8 {
    match format {
        Format::Text => errln!("error: {}\n  help: {}", fault.message(), fault.help()),
        Format::Json => {
            let object = json!({ "error": { "message": fault.message(), "help": fault.help() } });
            outln!("{}", json::printed(&object, json::JsonLayout::Indented));
        }
    }
    FAULT
}

/// Builds the site of a request as the only thing that the program does.
pub fn build(request: &Request, progress: &dyn Progress) -> Result<Report, Fault> {
    let mut memory = Memory::default();
    progress.stage("Reading");
    let sources = pipeline::read(request, &mut memory)?;
    progress.count(sources.ids().count(), "files");
    let report = pipeline::run(request, sources, &mut memory, progress);
    // The program ends now, and the system has everything back at once.
    std::mem::forget(memory);
    report
}

/// Returns what the arguments ask for, as of today.
pub fn request(shared: &SharedFlags, output: Option<&Path>) -> Request {
    let beside = shared.content.parent().unwrap_or(Path::new(""));
    Request {
        folders: Folders {
            content: shared.content.clone(),
            themes: beside.join("themes"),
            theme: shared.theme.clone(),
        },
        output: output.map(Path::to_owned),
        wards: shared.ward.clone(),
        audience: shared.audience,
        web_address: None,
        drafts: if shared.drafts { Drafts::Shown } else { Drafts::LeftOut },
        bundle: None,
        press: if shared.no_print { None } else { print::press() },
        papers: None,
        as_of: shared.as_of.unwrap_or_else(today),
        deny: Deny { warnings: shared.deny_warnings, unfinished: shared.deny_unfinished },
    }
}

/// Returns today's date where this computer is.
pub fn today() -> Date {
    Zoned::now().date()
}

/// Prints the problems and the last line of a build, and returns the exit code.
pub fn print_text(report: &Report, output: Option<&Path>, time: Duration) -> u8 {
    print_problems(report);
    let seconds = time.as_secs_f64();
    let found = counts(report);
    match (&report.site, output) {
        (Some(site), Some(output)) => {
            let (written, removed) = (site.written.written.len(), site.written.removed.len());
            let (pages, wards) = (plural(site.pages, "page"), plural(site.wards, "ward"));
            #[expect(
                clippy::cast_precision_loss,
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a rate for people"
            )]
            let rate = (site.pages as f64 / seconds.max(0.001)) as usize;
            outln!(
                "{}/index.html: {pages}, {wards}; {} written, {} unchanged, {} removed; {found}{seconds:.2} s, {} pages a second",
                read::shown(output),
                number(written),
                number(site.files - written),
                number(removed),
                number(rate)
            );
        }
        (Some(site), None) => {
            outln!("Checked {}, {}; {found}{seconds:.2} s", plural(site.pages, "page"), plural(site.wards, "ward"));
        }
        (None, Some(output)) => {
            outln!("Nothing was written to {}: {found}{seconds:.2} s", read::shown(output));
        }
        (None, None) => outln!("Checked: {found}{seconds:.2} s"),
    }
    print_drafts(report);
    print_unfinished(report, output);
    if report.refused { PROBLEMS } else { FINE }
}

/// Says what was left out because it isn't finished.
fn print_drafts(report: &Report) {
    let drafts = report.site.as_ref().map_or(&[][..], |site| &site.drafts);
    if !drafts.is_empty() {
        let are = if drafts.len() == 1 { "is" } else { "are" };
        outln!("{} {are} left out: {}; --drafts shows them", plural(drafts.len(), "draft"), some(drafts));
    }
}

/// Prints how much is still to do, and for a check, which has no output, or where it refuses the build also what.
fn print_unfinished(report: &Report, output: Option<&Path>) {
    let count = report.notes.len();
    if count == 0 {
        return;
    }
    if output.is_some() && !report.refused {
        outln!("Still to do: {count}; wardpack check lists it");
        return;
    }
    outln!("Still to do: {count}");
    for note in &report.notes {
        outln!("  {}\n    help: {}", note.message, note.help.as_deref().unwrap_or_default());
    }
}

/// Prints the problems, or of very many the first ones and how many others there are.
pub fn print_problems(report: &Report) {
    let look = if stream::has_colours() { Medium::Coloured } else { Medium::Plain };
    let (first, others) = report.problems.split_at(report.problems.len().min(MOST_PRINTED));
    let mut printed: String = first.iter().map(|problem| text::render(problem, &report.sources, look)).collect();
    if !others.is_empty() {
        printed.push_str(&not_printed(report, first.len()));
    }
    stream::err(format_args!("{printed}"));
}

/// Says how much is wrong beyond what is printed.
fn not_printed(report: &Report, printed: usize) -> String {
    let ReportedCounts { errors, warnings } = report.counts;
    let files: BTreeSet<&str> =
        report.problems[printed..].iter().map(|problem| problem.path(&report.sources)).collect();
    format!(
        "The first {printed} of {} are shown; others are in {}.\n  help: mend these and run wardpack again; --format json has more of them\n\n",
        plural(errors + warnings, "problem"),
        some(&files.into_iter().map(str::to_owned).collect::<Vec<_>>())
    )
}

/// Returns the report as JSON.
pub fn object(report: &Report, time: Duration) -> Value {
    let problems: Vec<_> = report.problems.iter().map(|problem| json::object(problem, &report.sources)).collect();
    let notes: Vec<_> = report.notes.iter().map(|note| json::object(note, &report.sources)).collect();
    let ReportedCounts { errors, warnings } = report.counts;
    let mut object = json!({ "problems": problems, "notes": notes, "errors": errors, "warnings": warnings, "refused": report.refused });
    if let Some(site) = &report.site {
        object["pages"] = json!(site.pages);
        object["wards"] = json!(site.wards);
        object["drawn"] = json!(site.drawn.len());
        object["written"] = json!(site.written.written.len());
        object["unchanged"] = json!(site.files - site.written.written.len());
        object["removed"] = json!(site.written.removed.len());
        object["drafts"] = json!(site.drafts);
    }
    object["seconds"] = json!(time.as_secs_f64());
    object
}

fn print_json(report: &Report, time: Duration, taken: Option<&Taken>) -> u8 {
    let mut object = object(report, time);
    if let Some(taken) = taken {
        object["stats"] = taken.json();
    }
    outln!("{}", json::printed(&object, json::JsonLayout::Indented));
    if report.refused { PROBLEMS } else { FINE }
}
