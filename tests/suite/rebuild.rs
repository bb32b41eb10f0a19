//! After any sequence of edits, creations, renames and deletions, the site on disk and the problems are those of a build from
//! nothing. `PROPTEST_CASES=100000 cargo test --release --test suite rebuild::` runs a hundred thousand sequences instead of the
//! suite's 100.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::FileFailurePersistence;
use wardpack::pipeline::{Report, Request};

use crate::support::{Memory, copy, files, problem_lines, request, run, sequences, small_pack, write};

/// Lines that change something when they are put at the end of a file, or break it.
const LINES: [&str; 16] = [
    "One more sentence.",
    "See [visiting](../leaflets/visiting.md) and [about](../pages/about.md).",
    "Welcome to {ward.name}, {nobody.knows}.",
    "## Another heading",
    "order: 7",
    "summary: Another summary.",
    "title: Another title",
    "kind: secure",
    "charter: {reword: {respect-myself: I look after myself.}}",
    "languages: [en, cy]",
    "theme: other",
    "broken: [",
    "::: {ward_kinds: [acute]}",
    "withdrawn: {on: 2026-10-01, instead: leaflet/visiting}",
    "# a comment",
    "\u{a0}",
];
/// Words to be exchanged, wherever they stand.
const WORDS: [(&str, &str); 10] = [
    ("960 001", "960 009"),
    ("title: ", "title: New "),
    ("the", "these"),
    ("extends: built-in", "extends: nowhere"),
    ("audience: [patients]", "audience: [staff]"),
    ("<p", "<p class=\"x\""),
    ("{{ ", "{{ unknown."),
    ("Help", "Get help"),
    ("2026", "2024"),
    (".md)", ".md#no-such-heading)"),
];
const FOLDERS: [&str; 10] = [
    "content/leaflets",
    "content/pages",
    "content/stories",
    "content/trauma-informed-care",
    "content/wards",
    "content/conversation-models",
    "content/improvement/change-ideas",
    "content/unknown",
    "themes/ward/templates",
    "themes/other/css",
];
const NAMES: [&str; 11] = [
    "visiting.md",
    "visiting.cy.md",
    "visiting.easy.yaml",
    "keeping-safe.easy.cy.yaml",
    "new.md",
    "New.md",
    "_index.md",
    "beach.yaml",
    "dune.yaml",
    "dune.agreed.yaml",
    "base.html",
];

/// What the shipped pack has nothing of.
const MORE: [(&str, &str); 5] = [
    (
        "content/pack.yaml",
        "title: Test pack\nextends: built-in\nlanguages: [en, cy, ur]\ncontacts: {pals: {phone: '01632 960 004'}}\nhospitals:\n  - {id: \
         test, name: Test hospital, contacts: {safeguarding: {phone: '01632 960 003'}}}\n",
    ),
    ("content/charter/trust.yaml", "reword: {no-pressure: {en: I never push., cy: Dim., ur: میں زور نہیں دیتا۔}}\n"),
    (
        "content/leaflets/parts.md",
        "---\ntitle: Parts\nsummary: S.\n---\nFor all.\n\n::: {ward_kinds: [acute]}\nFor some [[leaflet/visiting]].\n:::\n",
    ),
    (
        "content/leaflets/gone.md",
        "---\ntitle: Gone\nsummary: S.\nwithdrawn: {on: 2026-10-01, instead: leaflet/parts}\n---\n",
    ),
    ("content/wards/gone.yaml", "name: Gone\nsite: test\nkind: acute\nwithdrawn: {on: 2026-10-01}\n"),
];

#[derive(Clone, Debug)]
enum Edit {
    Append(Index, &'static str),
    Exchange(Index, (&'static str, &'static str)),
    DropLine(Index, Index),
    DoubleLine(Index, Index),
    TakeLine(Index, Index, Index, Index),
    Empty(Index),
    NoText(Index),
    Remove(Index),
    RemoveFolder(Index),
    Copy(Index, &'static str, &'static str),
    Rename(Index, &'static str, &'static str),
    MoveFolder(Index, &'static str),
    SwapFiles(Index, Index),
    Undo,
}

fn edit() -> impl Strategy<Value = Edit> {
    let file = any::<Index>;
    prop_oneof![
        4 => (file(), select(&LINES[..])).prop_map(|(file, line)| Edit::Append(file, line)),
        4 => (file(), select(&WORDS[..])).prop_map(|(file, words)| Edit::Exchange(file, words)),
        3 => (file(), file()).prop_map(|(file, line)| Edit::DropLine(file, line)),
        2 => (file(), file()).prop_map(|(file, line)| Edit::DoubleLine(file, line)),
        2 => (file(), file(), file(), file()).prop_map(|(to, at, from, line)| Edit::TakeLine(to, at, from, line)),
        1 => file().prop_map(Edit::Empty),
        1 => file().prop_map(Edit::NoText),
        3 => file().prop_map(Edit::Remove),
        1 => file().prop_map(Edit::RemoveFolder),
        3 => (file(), select(&FOLDERS[..]), select(&NAMES[..])).prop_map(|(file, folder, name)| Edit::Copy(file, folder, name)),
        3 => (file(), select(&FOLDERS[..]), select(&NAMES[..])).prop_map(|(file, folder, name)| Edit::Rename(file, folder, name)),
        1 => (file(), select(&FOLDERS[..])).prop_map(|(file, folder)| Edit::MoveFolder(file, folder)),
        1 => (file(), file()).prop_map(|(one, other)| Edit::SwapFiles(one, other)),
        3 => Just(Edit::Undo),
    ]
}

/// A pack that is edited, and what it was before the last edit.
struct Desk {
    folder: tempfile::TempDir,
    before: BTreeMap<String, Vec<u8>>,
    /// Counts edits, so that each has a time of its own.
    edits: u64,
}

impl Desk {
    /// Lays out a small good pack with files of all kinds of its own: half of the pack inside the program, and its theme.
    fn new() -> Self {
        let folder = small_pack();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for part in ["leaflets", "pages", "conversation-models", "charter", "standards/3-staff"] {
            copy(&root.join("content").join(part), &folder.path().join("content").join(part));
        }
        for file in ["resources.yaml", "glossary.yaml", "support.yaml", "_index.md"] {
            fs::copy(root.join("content").join(file), folder.path().join("content").join(file)).unwrap();
        }
        copy(&root.join("themes/ward"), &folder.path().join("themes/ward"));
        for (path, text) in MORE {
            write(folder.path(), path, text.as_bytes());
        }
        let agreed = "on: 2026-05-01\ncharters:\n  en:\n    intent: Other words.\n    behaviours/respect-myself: I treat myself with care and respect.\n";
        write(folder.path(), "content/wards/beach.agreed.yaml", agreed.as_bytes());
        let desk = Desk { before: files(folder.path()), folder, edits: 0 };
        desk.names().iter().for_each(|name| desk.date(name));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Returns the files of the pack and the theme.
    fn names(&self) -> Vec<String> {
        files(self.folder.path()).into_keys().filter(|name| is_source(name)).collect()
    }

    /// Gives a file a time of its own that is long past: stamps of fresh files are never trusted, those of old ones are.
    fn date(&self, name: &str) {
        let hour_ago = SystemTime::now() - Duration::from_secs(3600) + Duration::from_secs(self.edits);
        File::options().write(true).open(self.path(name)).unwrap().set_modified(hour_ago).unwrap();
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        // A file may stand where a folder is needed, or a folder where the file goes: then nothing happens.
        let path = self.path(name);
        let _ = fs::create_dir_all(path.parent().unwrap());
        if fs::write(&path, bytes).is_ok() {
            self.date(name);
        }
    }

    fn apply(&mut self, edit: &Edit) {
        let all = files(self.folder.path());
        let sources: BTreeMap<String, Vec<u8>> = all.into_iter().filter(|(name, _)| is_source(name)).collect();
        let names: Vec<&str> = sources.keys().map(String::as_str).collect();
        let pick = |file: &Index| names[file.index(names.len())];
        self.edits += 1;
        if names.is_empty() && !matches!(edit, Edit::Undo) {
            return;
        }
        let lines = |name: &str| -> Vec<String> {
            String::from_utf8_lossy(&sources[name]).split_inclusive('\n').map(str::to_owned).collect()
        };
        match edit {
            Edit::Append(file, line) => {
                let name = pick(file);
                self.put(name, &[&sources[name][..], line.as_bytes(), b"\n"].concat());
            }
            Edit::Exchange(file, (from, to)) => {
                let name = pick(file);
                self.put(name, String::from_utf8_lossy(&sources[name]).replace(from, to).as_bytes());
            }
            Edit::DropLine(file, line) | Edit::DoubleLine(file, line) => {
                let name = pick(file);
                let mut lines = lines(name);
                if !lines.is_empty() {
                    let at = line.index(lines.len());
                    let line = lines.remove(at);
                    if matches!(edit, Edit::DoubleLine(..)) {
                        lines.splice(at..at, [line.clone(), line]);
                    }
                    self.put(name, lines.concat().as_bytes());
                }
            }
            Edit::TakeLine(to, at, from, line) => {
                let (name, mut own, other) = (pick(to), lines(pick(to)), lines(pick(from)));
                if !other.is_empty() {
                    own.insert(at.index(own.len() + 1), other[line.index(other.len())].clone());
                    self.put(name, own.concat().as_bytes());
                }
            }
            Edit::Empty(file) => self.put(pick(file), b""),
            Edit::NoText(file) => self.put(pick(file), b"caf\xe9 \xff\n"),
            Edit::Remove(file) => fs::remove_file(self.path(pick(file))).unwrap(),
            Edit::RemoveFolder(file) => fs::remove_dir_all(self.path(pick(file)).parent().unwrap()).unwrap(),
            Edit::Copy(file, folder, name) => self.put(&format!("{folder}/{name}"), &sources[pick(file)]),
            Edit::Rename(file, folder, name) => {
                let _ = fs::create_dir_all(self.path(folder));
                // As above: what the disk refuses doesn't happen.
                let _ = fs::rename(self.path(pick(file)), self.path(&format!("{folder}/{name}")));
            }
            Edit::MoveFolder(file, folder) => {
                let _ = fs::rename(self.path(pick(file)).parent().unwrap(), self.path(folder).join("moved"));
            }
            Edit::SwapFiles(one, other) => {
                let (one, other) = (pick(one), pick(other));
                self.put(one, &sources[other]);
                self.put(other, &sources[one]);
            }
            Edit::Undo => {
                for name in sources.keys() {
                    fs::remove_file(self.path(name)).unwrap();
                }
                let before = std::mem::take(&mut self.before);
                before
                    .iter()
                    .filter(|(name, _)| is_source(name))
                    .for_each(|(name, bytes)| drop(write(self.folder.path(), name, bytes)));
            }
        }
        self.before = sources;
    }
}

fn is_source(name: &str) -> bool {
    name.starts_with("content/") || name.starts_with("themes/")
}

/// Returns what a build said: its problems, or why it couldn't begin.
fn said(result: &Result<Report, wardpack::problem::fault::Fault>, folder: &Path) -> (Vec<String>, bool) {
    match result {
        Ok(report) => (problem_lines(report, folder), report.refused),
        Err(fault) => (vec![fault.message().to_owned()], true),
    }
}

fn rebuilds_exactly(edits: &[Edit]) -> Result<(), TestCaseError> {
    let mut desk = Desk::new();
    let folder = desk.folder.path().to_owned();
    let mut memory = Memory::default();
    let asked = request(&folder);
    let clean = Request { output: Some(folder.join("clean")), ..asked.clone() };
    prop_assert!(!run(&asked, &mut memory).unwrap().refused);
    for (number, edit) in edits.iter().enumerate() {
        desk.apply(edit);
        let before = files(&folder.join("output"));
        let (again, anew) = (run(&asked, &mut memory), run(&clean, &mut Memory::default()));
        let (said_again, said_anew) = (said(&again, &folder), said(&anew, &folder));
        prop_assert_eq!(&said_again, &said_anew, "problems after edit {}", number);
        let after = files(&folder.join("output"));
        if said_anew.1 {
            prop_assert!(before == after, "a refused build changed the output after edit {number}");
            continue;
        }
        let wanted = files(&folder.join("clean"));
        let differ: Vec<&String> =
            wanted.keys().chain(after.keys()).filter(|name| wanted.get(*name) != after.get(*name)).collect();
        prop_assert!(differ.is_empty(), "after edit {}: {:?}", number, differ);
    }
    Ok(())
}

#[test]
fn a_rebuild_gives_what_a_build_from_nothing_gives() {
    let persistence = FileFailurePersistence::WithSource("failures");
    let config = ProptestConfig {
        cases: sequences(24),
        max_shrink_iters: 200,
        failure_persistence: Some(Box::new(persistence)),
        ..ProptestConfig::default()
    };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    runner.run(&prop::collection::vec(edit(), 1..6), |edits| rebuilds_exactly(&edits)).unwrap();
}
