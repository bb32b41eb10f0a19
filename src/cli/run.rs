//! `wardpack build` and `wardpack check`

use std::io::IsTerminal;
use std::path::Path;
use std::time::{Duration, Instant};

use jiff::Zoned;
use serde_json::json;

use super::progress::Line;
use super::{FAULT, FINE, Format, PROBLEMS, Shared};
use crate::pipeline::{self, Fault, Memory, Progress, Report, Request};
use crate::problem::{Severity, json, text};
use crate::read::{self, Folders};

/// A thread's stack: room for deeply nested text, which is limited before it gets near.
const STACK: usize = 8 << 20;

/// Builds the site into `output`, or checks only. Prints problems and the last line, and returns the exit code.
pub fn run(shared: &Shared, output: Option<&Path>) -> u8 {
    let started = Instant::now();
    let threads = shared.jobs.map_or(0, usize::from);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK).build();
    let line = Line::new(shared.format == Format::Json);
    let request = request(shared, output);
    let result = match pool {
        Ok(pool) => pool.install(|| build(&request, &line)),
        Err(error) => {
            Err(Fault { message: format!("no threads can be started: {error}"), help: "try --jobs 1".into() })
        }
    };
    line.clear();
    match (result, shared.format) {
        (Ok(report), Format::Text) => print_text(&report, output, started.elapsed()),
        (Ok(report), Format::Json) => print_json(&report, started.elapsed()),
        (Err(fault), Format::Text) => {
            anstream::eprintln!("error: {}\n  help: {}", fault.message, fault.help);
            FAULT
        }
        (Err(fault), Format::Json) => {
            anstream::println!("{:#}", json!({ "error": { "message": fault.message, "help": fault.help } }));
            FAULT
        }
    }
}

fn build(request: &Request, line: &Line) -> Result<Report, Fault> {
    let mut memory = Memory::default();
    line.stage("Reading");
    let sources = pipeline::read(request, &mut memory)?;
    pipeline::run(request, sources, &mut memory, line)
}

fn request(shared: &Shared, output: Option<&Path>) -> Request {
    let beside = shared.content.parent().unwrap_or(Path::new(""));
    Request {
        folders: Folders {
            content: shared.content.clone(),
            themes: beside.join("themes"),
            theme: shared.theme.clone(),
        },
        output: output.map(Path::to_owned),
        wards: shared.ward.clone(),
        as_of: shared.as_of.unwrap_or_else(|| Zoned::now().date()),
        deny_warnings: shared.deny_warnings,
    }
}

fn print_text(report: &Report, output: Option<&Path>, time: Duration) -> u8 {
    let colour = std::io::stderr().is_terminal();
    for problem in &report.problems {
        anstream::eprint!("{}", text::render(problem, &report.sources, colour));
    }
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
            anstream::println!(
                "{}/index.html: {pages}, {wards}; {} written, {} unchanged, {} removed; {found}{seconds:.2} s, {} pages a second",
                read::shown(output),
                number(written),
                number(site.files - written),
                number(removed),
                number(rate)
            );
        }
        (Some(site), None) => {
            anstream::println!(
                "Checked {}, {}; {found}{seconds:.2} s",
                plural(site.pages, "page"),
                plural(site.wards, "ward")
            );
        }
        (None, Some(output)) => {
            anstream::println!("Nothing was written to {}: {found}{seconds:.2} s", read::shown(output));
        }
        (None, None) => anstream::println!("Checked: {found}{seconds:.2} s"),
    }
    if report.refused { PROBLEMS } else { FINE }
}

fn print_json(report: &Report, time: Duration) -> u8 {
    let problems: Vec<_> = report.problems.iter().map(|problem| json::object(problem, &report.sources)).collect();
    let mut object = json!({ "problems": problems, "refused": report.refused });
    if let Some(site) = &report.site {
        object["pages"] = json!(site.pages);
        object["wards"] = json!(site.wards);
        object["written"] = json!(site.written.written.len());
        object["unchanged"] = json!(site.files - site.written.written.len());
        object["removed"] = json!(site.written.removed.len());
    }
    object["seconds"] = json!(time.as_secs_f64());
    anstream::println!("{object:#}");
    if report.refused { PROBLEMS } else { FINE }
}

/// Returns "2 errors, 1 warning; ", or nothing where there are none.
fn counts(report: &Report) -> String {
    let errors = report.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let warnings = report.problems.len() - errors;
    let parts: Vec<String> = [(errors, "error"), (warnings, "warning")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| plural(count, word))
        .collect();
    if parts.is_empty() { String::new() } else { format!("{}; ", parts.join(", ")) }
}

fn plural(count: usize, word: &str) -> String {
    format!("{} {word}{}", number(count), if count == 1 { "" } else { "s" })
}

/// Returns a number with commas from 1,000 on, as NHS style asks.
fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
