//! How long and how large the papers on disk are, and what they were printed from.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::press::PrintedPaper;
use crate::ledger::{Ledger, PaperOnDisk, PapersOnDisk, TooLong};
use crate::plan::{Content, Plan};

/// The papers that were printed, and what is too long for its paper: laying that out again would take as long, for the same.
#[derive(Debug, Default)]
pub struct KnownPapers {
    known: PapersOnDisk,
    /// More is known than the manifest on disk says.
    has_changed: bool,
}

/// What there is of the papers of the run before.
#[derive(Clone, Copy)]
pub struct PapersBefore<'a> {
    pub ledger: &'a Ledger,
    /// Returns the bytes of a file of the site on disk.
    pub read: &'a (dyn Fn(&str) -> Option<Arc<[u8]>> + Sync),
}

impl PapersBefore<'_> {
    /// For a site that is made from nothing.
    pub fn none(ledger: &Ledger) -> PapersBefore<'_> {
        PapersBefore { ledger, read: &|_| None }
    }
}

impl KnownPapers {
    /// Returns what a manifest says of papers.
    pub fn of(known: PapersOnDisk) -> Self {
        KnownPapers { known, has_changed: false }
    }

    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Returns a paper that is on disk as it would be printed from this key, and its bytes: none, where it is known to be there.
    pub(super) fn on_disk(&self, path: &str, key: u128, before: PapersBefore<'_>) -> Option<(Arc<[u8]>, PaperOnDisk)> {
        let paper = *self.known.papers.get(path).filter(|paper| paper.key == key)?;
        if before.ledger.has(path, key) {
            return Some((Arc::default(), paper));
        }
        let bytes = (before.read)(path).filter(|bytes| paper.is(bytes))?;
        Some((bytes, paper))
    }

    /// Returns how long a paper would be that was tried from this key.
    pub(super) fn too_long(&self, key: u128) -> Option<TooLong> {
        self.known.too_long.get(&key).copied()
    }

    /// Notes which papers have too many words now, and forgets the others.
    pub(super) fn note_too_long(&mut self, too_long: BTreeMap<u128, TooLong>) {
        self.has_changed |= self.known.too_long != too_long;
        self.known.too_long = too_long;
    }

    pub(super) fn note(&mut self, path: &str, paper: PaperOnDisk) {
        if self.known.papers.insert(path.to_owned(), paper) != Some(paper) {
            self.has_changed = true;
        }
    }

    /// Puts the sizes of papers on the pages that list them.
    pub(super) fn tell(&self, plan: &mut Plan) {
        for file in &mut plan.files {
            let Content::Page(page) = &mut file.content else { continue };
            for link in &mut page.frame.papers {
                let Some(paper) = self.known.papers.get(&link.href) else { continue };
                (link.pages, link.bytes) = (paper.pages, paper.bytes);
                link.kilobytes = paper.bytes.div_ceil(1000);
            }
        }
    }

    /// Tells whether the manifest on disk lacks something of what is known.
    pub fn has_changed(&self) -> bool {
        self.has_changed
    }

    /// Returns what the manifest of a site with these paths has to say, and forgets the other papers.
    pub fn keep(&mut self, paths: &BTreeSet<String>) -> &PapersOnDisk {
        self.known.papers.retain(|path, _| paths.contains(path));
        self.has_changed = false;
        &self.known
    }
}

/// Returns a paper as it comes to lie on disk.
pub(super) fn new(key: u128, printed: PrintedPaper) -> (Arc<[u8]>, PaperOnDisk) {
    let paper = PaperOnDisk::of(key, printed.pages, &printed.pdf);
    (printed.pdf.into(), paper)
}
