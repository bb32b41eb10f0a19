//! Bytes as a whole small pack.

use std::fs;
use std::path::Path;

use jiff::civil::date;
use wardpack::pipeline::{self, Drafts, Memory, Report, Request, Silent};
use wardpack::problem::{Deny, Place, json, text};
use wardpack::read::Folders;
use wardpack::span::Files;

use super::are_there;

/// Begins each file in the bytes, with its path after it.
const MARK: &str = "@@ ";
/// So many packs are looked at for one that is built.
const ONE_IN: usize = 8;
/// No pack of the fuzzers has more files.
const MOST_FILES: usize = 12;

/// What a pack has that doesn't say otherwise.
const BELOW: [(&str, &str); 3] = [
    ("pack.yaml", "title: A pack\nward_kinds:\n  - {id: acute, name: Acute ward}\n"),
    (
        "charter/template.yaml",
        "title: Being safe on {ward.name}\nexplanation: Everyone here has a right to be safe.\nintent: On {ward.name}, we look after each other.\nbehaviours:\n  - {id: kind, text: I am kind., required: true}\nsupport: Call {ward.support.organisation} on {ward.support.phone}.\n",
    ),
    (
        "wards/beach.yaml",
        "name: Beach ward\nsite: A hospital\nkind: acute\ncontacts:\n  support: {organisation: Advocacy, phone: 01632 960 001, checked_on: 2026-11-01}\n",
    ),
];

/// Looks at the pack that the bytes say: after each line `@@ path` the file of that path. Everything that is told is at a place that there
/// is, and can be printed. One pack of a few is built too: the same built again with what the first build left in memory is the same, and
/// writes nothing.
pub fn pack(bytes: &[u8]) {
    let Ok(written) = std::str::from_utf8(bytes) else { return };
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
    for (path, text) in BELOW {
        put(folder.path(), path, text);
    }
    for file in written.split(MARK).skip(1).take(MOST_FILES) {
        let (path, text) = file.split_once('\n').unwrap_or((file, ""));
        // What stands below the built-in pack takes too long to be built by the thousand.
        if is_inside(path) && !text.contains("extends") {
            put(folder.path(), path, text);
        }
    }
    let request = request(folder.path());
    let Ok((_, looked)) = pipeline::site(&request) else { return };
    told(&looked);
    // Drawing takes ten times as long as all the rest.
    if bytes.len().is_multiple_of(ONE_IN) {
        build_twice(&request);
    }
}

fn build_twice(request: &Request) {
    let mut memory = Memory::default();
    let Some(first) = built(request, &mut memory) else { return };
    let again = built(request, &mut memory).unwrap();
    assert_eq!(told(&first), told(&again));
    assert_eq!(again.site.map_or(0, |site| site.written.written.len()), 0, "the same pack is written again");
}

/// Tells whether a path stays in its folder, in letters and signs that each disk takes.
fn is_inside(path: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "-_. ".contains(letter);
    let is_name = |part: &str| {
        part.chars().all(is_letter) && part.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '_')
    };
    path.len() < 100 && path.split('/').count() < 5 && path.split('/').all(is_name)
}

/// Writes a file, unless there is a folder or a file where the other would have to be.
fn put(folder: &Path, path: &str, text: &str) {
    let path = folder.join("content").join(path);
    let is_made = fs::create_dir_all(path.parent().unwrap()).is_ok();
    let _ = is_made && fs::write(path, text).is_ok();
}

fn request(folder: &Path) -> Request {
    Request {
        folders: Folders { content: folder.join("content"), themes: folder.join("themes"), theme: None },
        output: Some(folder.join("output")),
        wards: Vec::new(),
        audience: None,
        web_address: None,
        drafts: Drafts::LeftOut,
        bundle: None,
        press: None,
        papers: None,
        as_of: date(2026, 11, 26),
        deny: Deny::default(),
    }
}

fn built(request: &Request, memory: &mut Memory) -> Option<Report> {
    let sources = pipeline::read(request, memory).ok()?;
    let report = pipeline::run(request, sources, memory, &Silent).ok()?;
    assert!(!report.refused || !request.output.as_ref().unwrap().exists(), "a refused build has written");
    Some(report)
}

/// Returns what a build says, as programs and terminals get it.
fn told(report: &Report) -> Vec<String> {
    let mut said = Vec::new();
    for problem in report.problems.iter().chain(&report.notes) {
        if let Place::At(span) = problem.place {
            let text = report.sources.text(span.file);
            assert!(
                text.get(span.range()).is_some(),
                "{}: {:?} of {} bytes",
                problem.message,
                span.range(),
                text.len()
            );
            if problem.related.iter().all(|(other, _)| other.file == span.file) {
                are_there(problem, text);
            }
        }
        said.push(json::printed(&json::object(problem, &report.sources), json::JsonLayout::OneLine));
        let printed = text::render(problem, &report.sources, text::Medium::Plain);
        let is_obeyed = |sign: char| sign.is_control() && !"\n\t".contains(sign);
        assert!(!printed.contains(is_obeyed), "{printed:?}");
        said.push(printed);
    }
    said
}
