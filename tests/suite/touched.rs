//! What an edit touches, counted stage by stage: a clock would depend on the machine, and these don't.

use std::collections::BTreeMap;
use std::sync::Mutex;

use wardpack::pipeline::{self, Progress, Report};

use crate::support::large::{self, Size};
use crate::support::{Memory, files, request, write};

/// 1,000 pages that belong to no ward, and a few wards.
const SIZE: Size = Size { wards: 2, pages_of_a_ward: 8, guidance: 1_000 };

/// Hears how much each stage went through.
#[derive(Default)]
struct Counted {
    stage: Mutex<&'static str>,
    counts: Mutex<BTreeMap<(&'static str, &'static str), usize>>,
}

impl Counted {
    fn of(&self, stage: &'static str, what: &'static str) -> usize {
        self.counts.lock().unwrap().get(&(stage, what)).copied().unwrap_or(0)
    }
}

impl Progress for Counted {
    fn stage(&self, name: &'static str) {
        *self.stage.lock().unwrap() = name;
    }
    fn count(&self, number: usize, what: &'static str) {
        *self.counts.lock().unwrap().entry((*self.stage.lock().unwrap(), what)).or_default() += number;
    }
    fn pages(&self, _total: usize) {}
    fn drawn(&self) {}
}

fn round(folder: &std::path::Path, memory: &mut Memory) -> (Report, Counted) {
    let (request, counted) = (request(folder), Counted::default());
    let sources = pipeline::read(&request, memory).unwrap();
    let report = pipeline::run(&request, sources, memory, &counted).unwrap();
    assert!(!report.refused);
    (report, counted)
}

#[test]
fn an_edit_of_one_text_among_a_thousand_touches_what_shows_it() {
    let folder = tempfile::tempdir().unwrap();
    large::large_pack(folder.path(), SIZE);
    let mut memory = Memory::default();
    let (first, _) = round(folder.path(), &mut memory);
    assert!(first.site.unwrap().pages > 1_000);
    let parts = files(&folder.path().join("output/search"));
    assert!(parts.len() > 4, "the index is in parts: {:?}", parts.keys());
    write(
        folder.path(),
        "content/trauma-informed-care/guidance-0007.md",
        large::guidance(7, "second and newly-written").as_bytes(),
    );
    let (report, counted) = round(folder.path(), &mut memory);
    let site = report.site.unwrap();
    assert_eq!((counted.of("Parsing", "files"), counted.of("Collecting", "files")), (1, 1));
    assert_eq!(
        site.drawn.iter().map(|path| &**path).collect::<Vec<_>>(),
        ["trauma-informed-care/guidance-0007/index.html"]
    );
    assert!(site.written.written.len() <= 3, "{:?}", site.written.written);
    assert!(site.written.bytes <= 100_000, "{} bytes", site.written.bytes);
    assert_eq!(counted.of("Planning", "pages"), 1);
}

#[test]
fn nothing_is_touched_where_nothing_changed() {
    let folder = tempfile::tempdir().unwrap();
    large::large_pack(folder.path(), Size { guidance: 20, ..SIZE });
    let mut memory = Memory::default();
    round(folder.path(), &mut memory);
    let (report, counted) = round(folder.path(), &mut memory);
    let written = report.site.unwrap().written;
    assert_eq!((counted.of("Parsing", "files"), written.written.len(), written.bytes), (0, 0, 0));
}
