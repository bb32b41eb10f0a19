//! Saves → rounds: waits until something in the sources has changed, runs the line again, and goes on for ever.
//!
//! An event is only a reason to look. What has changed is found by reading the folders again, which takes unchanged files from
//! memory; so renames, moved folders, branch switches and lost events are all the same case, and none needs a rule of its own.
//! Where an event is of single files, those are read first, which is quicker; the folders are looked through right after it.

#![allow(clippy::disallowed_methods, reason = "this is where is waited and timed")]

pub mod mounts;
mod signals;

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use jiff::civil::Date;
use rayon::ThreadPool;

use crate::pipeline::{self, Memory, Progress, Report, Request};
use crate::problem::Problem;
use crate::problem::fault::Fault;
use crate::read::Sources;
use signals::Signals;

/// How long a file that seems to be saved only half is given before anybody is told.
const GRACE: Duration = Duration::from_millis(50);
/// How often the folders are looked through where no events come, and what part of the time that may take at most.
const POLL: (Duration, u32) = (Duration::from_millis(500), 5);
/// The same where events do come, in case one was lost.
const SAFETY_NET: (Duration, u32) = (Duration::from_secs(3), 20);

/// How to watch.
#[derive(Clone, Debug, Default)]
pub struct WatchOptions {
    /// Look through the folders again and again and compare contents, for disks that send no events.
    pub poll: bool,
    /// After each change build from nothing too, and compare.
    pub verify: bool,
    /// The page of which each round says what changed in it.
    pub why: Option<String>,
}

/// What came of one change, or of the start.
#[derive(Debug)]
pub struct Round {
    /// The files that changed, as the author knows them; none for the first round.
    pub changed: Vec<String>,
    pub outcome: Result<Report, Fault>,
    /// From the first event to the last file in place.
    pub time: Duration,
    /// The paths where the site on disk isn't what a build from nothing gives, where that was asked for.
    pub differences: Option<Vec<String>>,
    /// What changed in the page that was asked about.
    pub why: Option<Vec<String>>,
}

/// What a listener hears.
#[derive(Debug)]
pub enum News {
    Round(Box<Round>),
    /// Something to know about the watching itself.
    Note(String),
}

/// Builds, then builds again after each change, until the listener breaks off. `request` is asked anew each time, since a
/// day may have passed. Whatever is wrong with sources or disk is told as a round and ends nothing.
pub fn watch(
    request: &dyn Fn() -> Request,
    options: &WatchOptions,
    pool: &ThreadPool,
    progress: &dyn Progress,
    tell: &mut dyn FnMut(News) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let mut watching = Watching {
        request,
        options,
        pool,
        progress,
        memory: Memory::asked_about(options.why.as_deref()),
        signals: Signals::new(request().output.as_deref()),
        polls: options.poll,
        walk: Duration::ZERO,
        last: None,
    };
    watching.memory.file_cache.doubts_stamps = options.poll;
    watching.first(tell)?;
    loop {
        watching.next(tell)?;
    }
}

struct Watching<'a> {
    request: &'a dyn Fn() -> Request,
    options: &'a WatchOptions,
    pool: &'a ThreadPool,
    progress: &'a dyn Progress,
    memory: Memory,
    signals: Signals,
    polls: bool,
    /// How long the last look through the folders took.
    walk: Duration,
    last: Option<Last>,
}

/// What the last round came of.
struct Last {
    sources: Sources,
    as_of: Date,
    fault: Option<String>,
}

/// One look through the folders.
struct FolderLook {
    request: Request,
    sources: Result<Sources, Fault>,
    changed: Vec<String>,
}

impl Watching<'_> {
    fn first(&mut self, tell: &mut dyn FnMut(News) -> ControlFlow<()>) -> ControlFlow<()> {
        let since = Instant::now();
        let folders = (self.request)().folders;
        // Watched before the first look, so that nothing falls between the two.
        let wanted = [folders.content, folders.themes];
        self.cover(&wanted, tell)?;
        if let Some(kind) = wanted.iter().find_map(|folder| mounts::silent(folder)).filter(|_| !self.polls) {
            self.poll_from_now_on();
            tell(News::Note(format!(
                "The content is on {kind}, which may not tell of changes made on other computers: looking for them twice a second"
            )))?;
        }
        let look = self.look();
        self.run(look, since, tell)
    }

    /// Waits for the next change and runs the line; returns without a round if nothing has changed after all.
    fn next(&mut self, tell: &mut dyn FnMut(News) -> ControlFlow<()>) -> ControlFlow<()> {
        let (least, part) = if self.polls { POLL } else { SAFETY_NET };
        let heard = self.signals.wait(least.max(self.walk * part));
        let since = heard.as_ref().map_or_else(Instant::now, |burst| burst.since);
        if let Some(look) = heard.as_ref().and_then(|burst| self.quick_look(burst.paths.as_deref()?)) {
            self.run(look, since, tell)?;
        }
        let mut look = self.look();
        if !self.is_news(&look) {
            self.renew(tell)?;
            return ControlFlow::Continue(());
        }
        // An event that comes late is no lost event.
        if heard.is_none() && !self.polls && self.signals.wait(GRACE * 2).is_none() && !look.changed.is_empty() {
            self.poll_from_now_on();
            tell(News::Note(format!(
                "The system didn't tell that {} changed: looking for changes twice a second from now on",
                look.changed[0]
            )))?;
        }
        if look.is_half_saved() {
            self.signals.wait(GRACE);
            look = self.look();
        }
        self.run(look, since, tell)
    }

    fn poll_from_now_on(&mut self) {
        self.polls = true;
        self.memory.file_cache.doubts_stamps = true;
    }

    /// Looks at single files only. Returns nothing where that doesn't tell what has changed, or where it isn't good enough:
    /// a file may have been saved only half.
    fn quick_look(&mut self, paths: &[PathBuf]) -> Option<FolderLook> {
        let request = (self.request)();
        let last = self.last.as_ref().filter(|last| last.fault.is_none() && last.as_of == request.as_of)?;
        let sources = pipeline::reread(&request, &last.sources, paths, &mut self.memory)?;
        let changed = sources.changed_since(&last.sources);
        let look = FolderLook { request, sources: Ok(sources), changed };
        (!look.changed.is_empty() && !look.is_half_saved()).then_some(look)
    }

    fn look(&mut self) -> FolderLook {
        let started = Instant::now();
        let request = (self.request)();
        let sources = self.pool.install(|| pipeline::read(&request, &mut self.memory));
        self.walk = started.elapsed();
        let changed = match (&sources, &self.last) {
            (Ok(sources), Some(last)) => sources.changed_since(&last.sources),
            _ => Vec::new(),
        };
        FolderLook { request, sources, changed }
    }

    /// Tells whether a look found anything that the last round didn't have.
    fn is_news(&self, look: &FolderLook) -> bool {
        let Some(last) = &self.last else { return true };
        match &look.sources {
            Err(fault) => last.fault.as_deref() != Some(fault.message()),
            Ok(sources) => {
                last.fault.is_some()
                    || !look.changed.is_empty()
                    || last.as_of != look.request.as_of
                    || messages(&sources.problems) != messages(&last.sources.problems)
            }
        }
    }

    /// Runs the line and tells what came of it. What is wrong may be a file saved only half, so it is looked at twice.
    fn run(
        &mut self,
        look: FolderLook,
        since: Instant,
        tell: &mut dyn FnMut(News) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let is_first = self.last.is_none();
        let mut round = self.build(look, since);
        if !is_first && !round.is_good() {
            self.signals.wait(GRACE);
            let again = self.look();
            if self.is_news(&again) {
                let mut second = self.build(again, since);
                second.changed.extend(round.changed);
                second.changed.sort();
                second.changed.dedup();
                round = second;
            }
        }
        if self.options.verify && round.is_good() {
            round.differences = pipeline::verify(&(self.request)(), self.progress).ok();
        }
        tell(News::Round(Box::new(round)))?;
        self.renew(tell)
    }

    fn build(&mut self, look: FolderLook, since: Instant) -> Round {
        let FolderLook { request, sources, changed } = look;
        let read = sources.as_ref().ok().cloned();
        let outcome = sources.and_then(|sources| {
            self.pool.install(|| pipeline::run(&request, sources, &mut self.memory, self.progress))
        });
        let time = since.elapsed();
        let fault = outcome.as_ref().err().map(|fault| fault.message().to_owned());
        let earlier = self.last.take().map(|last| last.sources);
        let sources = read.or(earlier).unwrap_or_default();
        self.last = Some(Last { sources, as_of: request.as_of, fault });
        Round { changed, outcome, time, differences: None, why: self.memory.answer() }
    }

    /// Watches the folders that were read last.
    fn renew(&mut self, tell: &mut dyn FnMut(News) -> ControlFlow<()>) -> ControlFlow<()> {
        let folders = self.last.as_ref().map(|last| last.sources.folders.clone()).unwrap_or_default();
        self.cover(&folders, tell)
    }

    fn cover(&mut self, folders: &[PathBuf], tell: &mut dyn FnMut(News) -> ControlFlow<()>) -> ControlFlow<()> {
        match self.signals.cover(folders) {
            Err(why) if !self.polls => {
                self.poll_from_now_on();
                tell(News::Note(format!(
                    "The system can't watch the folders ({why}): looking for changes twice a second"
                )))
            }
            _ => ControlFlow::Continue(()),
        }
    }
}

impl FolderLook {
    /// Tells whether a file that changed has no text: it may be one that an editor has emptied and is about to fill.
    fn is_half_saved(&self) -> bool {
        let Ok(sources) = &self.sources else { return false };
        let is_changed = |shown: &String| self.changed.contains(shown);
        sources.ids().map(|id| sources.file(id)).any(|file| file.bytes.is_empty() && is_changed(&file.shown))
    }
}

impl Round {
    /// Tells whether a site came of it.
    pub fn is_good(&self) -> bool {
        self.outcome.as_ref().is_ok_and(|report| !report.refused)
    }
}

fn messages(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.message.as_str()).collect()
}
