//! `wardpack build --watch`, and what `wardpack serve` prints too: one line a round.

use std::ops::ControlFlow;

use jiff::Zoned;
use serde_json::json;

use super::progress::LineForMany;
use super::words::{counts, plural, some};
use super::{FINE, Format, SharedFlags, Watching, run, stream};
use crate::pipeline::{Report, SiteReport};
use crate::problem::json::{JsonLayout, printed};
use crate::read;
use crate::watch::{self, News, Round, WatchOptions};
use crate::write::Watcher;

/// Builds into `output` after each change, until the program is stopped. Returns the exit code where it can't begin at all, or nobody
/// reads what it prints any more.
pub fn build(shared: &SharedFlags, watching: &Watching, output: &std::path::Path) -> u8 {
    match Watcher::take(output, &process()) {
        Ok(_watcher) => watch(shared, watching, output, &mut |_| {}),
        Err(error) => run::print_fault(&error.of_site(output), shared.format),
    }
}

/// Returns what another run that wants the same output is told of this one.
pub fn process() -> String {
    format!("process {}", std::process::id())
}

/// Builds as above; `hear` is told each round after it is printed. The caller holds the output.
pub fn watch(shared: &SharedFlags, watching: &Watching, output: &std::path::Path, hear: &mut dyn FnMut(&Round)) -> u8 {
    let pool = match run::pool(shared) {
        Ok(pool) => pool,
        Err(fault) => return run::print_fault(&fault, shared.format),
    };
    let options = WatchOptions { poll: watching.poll, verify: watching.verify, why: watching.why.clone() };
    let line = LineForMany::beside(shared.format);
    let mut printer = Printer { shared, output, next: RoundOrder::First, told: Vec::new(), code: FINE };
    let mut tell = |news| {
        line.clear();
        match news {
            News::Note(note) => printer.note(&note),
            News::Round(round) => {
                printer.round(&round)?;
                hear(&round);
            }
        }
        if stream::is_over() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let ControlFlow::Break(()) =
        watch::watch(&|| run::request(shared, Some(output)), &options, &pool, &line, &mut tell)
    else {
        return FINE;
    };
    printer.code
}

/// Whether anything was printed before a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RoundOrder {
    First,
    Later,
}

struct Printer<'a> {
    shared: &'a SharedFlags,
    output: &'a std::path::Path,
    /// Which round the next one is.
    next: RoundOrder,
    /// The problems that were printed last: the same ones aren't printed again with each round.
    told: Vec<String>,
    code: u8,
}

impl Printer<'_> {
    fn note(&self, note: &str) {
        match self.shared.format {
            Format::Text => outln!("{}  {note}", clock()),
            Format::Json => outln!("{}", printed(&json!({ "time": clock(), "note": note }), JsonLayout::OneLine)),
        }
    }

    /// Prints a round. Breaks off where the very first one shows that the arguments are wrong.
    fn round(&mut self, round: &Round) -> ControlFlow<()> {
        let order = std::mem::replace(&mut self.next, RoundOrder::Later);
        if let (RoundOrder::First, Err(fault)) = (order, &round.outcome) {
            self.code = run::print_fault(fault, self.shared.format);
            return ControlFlow::Break(());
        }
        match self.shared.format {
            Format::Text => self.text(round, order),
            Format::Json => outln!("{}", printed(&object(round), JsonLayout::OneLine)),
        }
        ControlFlow::Continue(())
    }

    fn text(&mut self, round: &Round, order: RoundOrder) {
        match &round.outcome {
            Ok(report) if order == RoundOrder::First => {
                run::print_text(report, Some(self.output), round.time);
                self.told = messages(report);
                outln!("Watching {} for changes. Press Ctrl+C to stop.", folders(report));
            }
            Ok(report) => {
                let messages = messages(report);
                if messages != self.told {
                    run::print_problems(report);
                    self.told = messages;
                }
                outln!("{}  {}", clock(), line(round, report));
            }
            Err(fault) => {
                errln!("error: {}\n  help: {}", fault.message(), fault.help());
                outln!("{}  the site stays as it is until this is put right", clock());
            }
        }
        for path in round.differences.iter().flatten() {
            errln!(
                "error: {path} isn't what a build from nothing gives\n  help: please report this as a mistake of wardpack's; `wardpack build` puts it right"
            );
        }
        for reason in round.why.iter().flatten() {
            outln!("          {reason}");
        }
    }
}

/// Returns what a round did: what changed, pages drawn, files written, problems, milliseconds.
fn line(round: &Round, report: &Report) -> String {
    let changed = if round.changed.is_empty() { "looked again".to_owned() } else { some(&round.changed) };
    let problems = counts(report);
    let time = format!("{:.0} ms", round.time.as_secs_f64() * 1000.0);
    let verified = match &round.differences {
        None => "",
        Some(paths) if paths.is_empty() => ", the same as a build from nothing",
        Some(_) => ", not the same as a build from nothing",
    };
    match &report.site {
        Some(site) => format!("{changed}: {}; {problems}{time}{verified}", work(site)),
        None => format!("{changed}: {problems}the site stays as it is; {time}"),
    }
}

fn work(site: &SiteReport) -> String {
    let drawn = format!("{} drawn, {} written", plural(site.drawn.len(), "page"), site.written.written.len());
    match site.written.removed.len() {
        0 => drawn,
        removed => format!("{drawn}, {removed} removed"),
    }
}

fn folders(report: &Report) -> String {
    let shown: Vec<String> = report.sources.folders.iter().map(|folder| read::shown(folder)).collect();
    shown.join(", ")
}

fn object(round: &Round) -> serde_json::Value {
    let mut object = match &round.outcome {
        Ok(report) => run::object(report, round.time),
        Err(fault) => json!({ "error": { "message": fault.message(), "help": fault.help() } }),
    };
    object["time"] = json!(clock());
    object["changed"] = json!(round.changed);
    object["milliseconds"] = json!(round.time.as_secs_f64() * 1000.0);
    if let Some(differences) = &round.differences {
        object["differences"] = json!(differences);
    }
    if let Some(why) = &round.why {
        object["why"] = json!(why);
    }
    object
}

fn messages(report: &Report) -> Vec<String> {
    report.problems.iter().map(|problem| format!("{:?} {}", problem.place, problem.message)).collect()
}

fn clock() -> String {
    Zoned::now().strftime("%H:%M:%S").to_string()
}
