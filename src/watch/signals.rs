//! What the system tells of the folders that were read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::read::is_ignored_name;
use crate::write::work_folder;

/// A save is over when nothing has come for this long. Editors write in one go; a pause for every save would be felt.
const QUIET: Duration = Duration::from_millis(4);
/// The same once so many events have come that it must be a branch switch or a copied folder.
const QUIET_AFTER_MANY: Duration = Duration::from_millis(50);
const MANY: usize = 40;
/// A folder that never is quiet is looked at all the same.
const LONGEST: Duration = Duration::from_secs(2);

/// Events from the system, and the folders they are asked for.
pub struct Signals {
    watcher: Option<RecommendedWatcher>,
    events: Receiver<Heard>,
    /// Held so that a wait without a watcher waits.
    _sender: Sender<Heard>,
    covered: BTreeMap<PathBuf, RecursiveMode>,
    filter: Arc<RwLock<Filter>>,
}

/// An event that may mean a change.
struct Heard {
    at: Instant,
    /// The files it is about.
    paths: Vec<PathBuf>,
    /// One of the watched folders itself came or went, or the system has lost count: everything has to be looked at.
    is_folder: bool,
}

/// Events that came together.
pub struct Burst {
    /// When the first one came.
    pub since: Instant,
    /// The files they were about; none where that can't be said, or would be too many to look at one by one.
    pub paths: Option<Vec<PathBuf>>,
}

/// Which events mean nothing.
#[derive(Default)]
struct Filter {
    /// The folders that were read, as they are called and as they really are.
    roots: Vec<PathBuf>,
    /// Where wardpack itself writes.
    own: Vec<PathBuf>,
}

impl Signals {
    pub fn new(output: Option<&Path>) -> Self {
        let own = output.into_iter().flat_map(|output| [real(output), work_folder(output), work_folder(&real(output))]);
        let filter = Arc::new(RwLock::new(Filter { roots: Vec::new(), own: own.collect() }));
        let (sender, events) = channel();
        let (hears, told) = (filter.clone(), sender.clone());
        let handler = move |event: notify::Result<Event>| {
            let heard = hears.read().unwrap_or_else(PoisonError::into_inner).heard(&event);
            if let Some(heard) = heard {
                // Nobody listens any more when the program ends.
                let _ = told.send(heard);
            }
        };
        let watcher = notify::recommended_watcher(handler).ok();
        Signals { watcher, events, _sender: sender, covered: BTreeMap::new(), filter }
    }

    /// Asks for events of these folders and all below them, and of the folders they lie in: a folder that isn't there, or is
    /// replaced, is noticed when it comes. Returns why the system can't.
    pub fn cover(&mut self, folders: &[PathBuf]) -> Result<(), String> {
        let Some(watcher) = &mut self.watcher else { return Err("it offers no way to".into()) };
        let roots: Vec<PathBuf> = folders.iter().flat_map(|folder| [absolute(folder), real(folder)]).collect();
        let mut wanted = BTreeMap::new();
        for root in &roots {
            if let Some(parent) = root.ancestors().skip(1).find(|parent| parent.is_dir()) {
                wanted.entry(parent.to_owned()).or_insert(RecursiveMode::NonRecursive);
            }
        }
        let existing = folders.iter().map(|folder| real(folder)).filter(|folder| folder.is_dir());
        wanted.extend(existing.map(|folder| (folder, RecursiveMode::Recursive)));
        self.filter.write().unwrap_or_else(PoisonError::into_inner).roots = roots;
        for gone in self.covered.keys().filter(|path| wanted.get(*path) != self.covered.get(*path)) {
            // It may be gone from the disk as well.
            let _ = watcher.unwatch(gone);
        }
        for (path, mode) in wanted.iter().filter(|(path, mode)| self.covered.get(*path) != Some(*mode)) {
            if let Err(error) = watcher.watch(path, *mode)
                && path.is_dir()
            {
                self.covered.clear();
                return Err(error.to_string());
            }
        }
        self.covered = wanted;
        Ok(())
    }

    /// Waits until something is heard and it is quiet again, or the time is over. Returns what was heard.
    pub fn wait(&mut self, time: Duration) -> Option<Burst> {
        let Heard { at: since, mut paths, mut is_folder } = self.events.recv_timeout(time).ok()?;
        let mut count = 1;
        while since.elapsed() < LONGEST {
            let quiet = if count > MANY { QUIET_AFTER_MANY } else { QUIET };
            let Ok(heard) = self.events.recv_timeout(quiet) else { break };
            count += 1;
            is_folder |= heard.is_folder;
            paths.extend(heard.paths);
        }
        if is_folder {
            // The folder that is there now may be another one than the system watches.
            self.covered.clear();
        }
        paths.sort();
        paths.dedup();
        Some(Burst { since, paths: (!is_folder && count <= MANY).then_some(paths) })
    }
}

impl Filter {
    /// Returns what an event says, or nothing if it can't mean a change of the sources.
    fn heard(&self, event: &notify::Result<Event>) -> Option<Heard> {
        let at = Instant::now();
        // What the system couldn't say in full has to be looked for.
        let Ok(event) = event else { return Some(Heard { at, paths: Vec::new(), is_folder: true }) };
        if event.need_rescan() {
            return Some(Heard { at, paths: Vec::new(), is_folder: true });
        }
        let is_save = event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write));
        if event.kind.is_access() && !is_save {
            return None;
        }
        let is_folder = event.paths.iter().any(|path| self.roots.iter().any(|root| root.starts_with(path)));
        let paths: Vec<PathBuf> = event.paths.iter().filter(|path| self.is_source(path)).cloned().collect();
        (is_folder || !paths.is_empty()).then_some(Heard { at, paths, is_folder })
    }

    /// Tells whether a path is of a file that would be read.
    fn is_source(&self, path: &Path) -> bool {
        let below = self.roots.iter().find_map(|root| path.strip_prefix(root).ok());
        let is_read = |below: &Path| !below.iter().any(|part| is_ignored_name(&part.to_string_lossy()));
        below.is_some_and(is_read) && !self.own.iter().any(|own| path.starts_with(own))
    }
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| absolute(path))
}
