//! What a former read left in memory: a file that hasn't changed isn't read again, and keeps its number.

use std::collections::{BTreeSet, HashSet};
use std::fs::Metadata;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use rustc_hash::FxHashMap;

use super::{LoadedFile, SourceFile};
use crate::span::FileId;

/// A time stamp this old can't hide a second change: FAT, the file system of most USB sticks, counts in steps of two seconds.
const SETTLED: Duration = Duration::from_secs(3);

/// The files of the last read. With an empty cache every file is read.
#[derive(Default)]
pub struct FileCache {
    loaded: FxHashMap<String, (Option<Stamp>, LoadedFile)>,
    numbers: FxHashMap<FileKey, FileId>,
    files: Vec<Arc<SourceFile>>,
    free: BTreeSet<FileId>,
    seen: HashSet<String>,
    /// Reads every file again, for disks whose time stamps aren't to be trusted.
    pub doubts_stamps: bool,
}

/// A file's place: inside the program or on the disk, and its path as the author knows it.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) enum FileKey {
    BuiltIn(String),
    OnDisk(String),
}

/// What the file system says of a file, without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    modified: SystemTime,
    /// When the file's entry changed and its number (Unix): these tell of a change that keeps length and time.
    changed: (i64, i64, u64),
}

impl Stamp {
    /// Returns the stamp of a file, or nothing where it is too young to prove anything.
    pub(super) fn settled(metadata: &Metadata, now: SystemTime) -> Option<Self> {
        let stamp = Stamp { length: metadata.len(), modified: metadata.modified().ok()?, changed: changed(metadata) };
        let age = now.duration_since(stamp.modified).ok()?;
        (age > SETTLED).then_some(stamp)
    }
}

#[cfg(unix)]
fn changed(metadata: &Metadata) -> (i64, i64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.ctime(), metadata.ctime_nsec(), metadata.ino())
}

#[cfg(not(unix))]
fn changed(_metadata: &Metadata) -> (i64, i64, u64) {
    (0, 0, 0)
}

impl FileCache {
    /// Returns a file of the last read if its stamp is still the same.
    pub(super) fn unchanged(&mut self, shown: &str, stamp: Option<&Stamp>) -> Option<LoadedFile> {
        let (known, loaded) = self.loaded.get(shown)?;
        let is_same = !self.doubts_stamps && stamp.is_some() && known.as_ref() == stamp;
        is_same.then(|| {
            self.seen.insert(shown.to_owned());
            loaded.clone()
        })
    }

    /// Keeps a file that has just been read, for the next time.
    pub(super) fn keep(&mut self, shown: &str, stamp: Option<Stamp>, loaded: &LoadedFile) {
        self.seen.insert(shown.to_owned());
        self.loaded.insert(shown.to_owned(), (stamp, loaded.clone()));
    }

    /// Gives the effective files their numbers: those they had, or numbers that no file has any more. Returns every file by
    /// its number; a number that is free holds the file that had it last.
    pub(super) fn number(&mut self, effective: Vec<(FileKey, SourceFile)>) -> (Vec<FileId>, Vec<Arc<SourceFile>>) {
        let mut numbers = FxHashMap::default();
        let mut ids = Vec::with_capacity(effective.len());
        for (key, file) in effective {
            let id = self.numbers.remove(&key).unwrap_or_else(|| self.fresh());
            self.put(id, file);
            numbers.insert(key, id);
            ids.push(id);
        }
        // Numbers become free only now: within one read, a number never means two files.
        self.free.extend(self.numbers.drain().map(|(_, id)| id));
        self.numbers = numbers;
        let seen = std::mem::take(&mut self.seen);
        self.loaded.retain(|shown, _| seen.contains(shown));
        (ids, self.files.clone())
    }

    /// Returns the number of a file on the disk that takes part, by its path as the author knows it.
    pub(super) fn number_of(&self, shown: &str) -> Option<FileId> {
        self.numbers.get(&FileKey::OnDisk(shown.to_owned())).copied()
    }

    /// Puts a file that has just been read in the place of what it was.
    pub(super) fn replace(&mut self, id: FileId, file: Arc<SourceFile>) {
        self.files[id.0 as usize] = file;
    }

    fn fresh(&mut self) -> FileId {
        let next = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.free.pop_first().unwrap_or(next)
    }

    fn put(&mut self, id: FileId, file: SourceFile) {
        match self.files.get_mut(id.0 as usize) {
            Some(slot) if **slot == file => {}
            Some(slot) => *slot = Arc::new(file),
            None => self.files.push(Arc::new(file)),
        }
    }
}
