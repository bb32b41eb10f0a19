//! One folder of `tests/cases/` is one test. No Rust is needed for a new one.
//!
//! ```text
//! tests/cases/<name>/content/…          files laid over a small good pack (the built-in one, with the ward `beach`)
//! tests/cases/<name>/themes/…           theme files, if the case is about them
//! tests/cases/<name>/problems.txt       the problems expected: code, severity, place, message; empty for none
//! tests/cases/<name>/helps.txt          what is advised for each of them: code and help, line by line; only where it is there
//! tests/cases/<name>/notes.txt         what is still to do: code, place and message; only where it is there
//! tests/cases/<name>/followed.txt       problems that come to light only once the exact helps (`Mend`) are followed; mostly none
//! tests/cases/<name>/shows.txt          lines `path: words`: the finished page must hold the words (`!words`: must not)
//! tests/cases/<name>/edits/<n>/content  files laid over it after the first build, in the order of the names; themes too
//! tests/cases/<name>/edits/<n>/removed.txt   files and folders that are taken away before that
//! tests/cases/<name>/edits/<n>/drawn.txt     the pages that the next build draws, and no others
//! tests/cases/<name>/edits/<n>/problems.txt  the problems expected after it
//! tests/cases/<name>/edits/<n>/notes.txt     what is still to do after it; only where it is there
//! tests/cases/<name>/edits/<n>/written.txt   the files that the next build writes or removes, and no others
//! ```
//!
//! `CASE=tabs cargo test --test suite cases::` looks only at the cases with “tabs” in their names.
//!
//! `BLESS=1 cargo test --test suite cases::` writes what happens into problems.txt, drawn.txt and written.txt; read the difference
//! before you commit it. A refused build must leave the output as it was, and a build after an edit must give what a build
//! from nothing gives; every case checks that. Every help that is exact is followed in a copy, and its problem must be gone
//! then.

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use wardpack::pipeline::Report;
use wardpack::problem::Problem;

use crate::mends;
use crate::support::{Memory, build_from_nothing, build_with, copy, files, note_lines, problem_lines, small_pack};

#[test]
fn every_case_gives_what_it_expects() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut folders: Vec<PathBuf> = fs::read_dir(cases).unwrap().map(|entry| entry.unwrap().path()).collect();
    let only = std::env::var("CASE").unwrap_or_default();
    folders.retain(|case| case.file_name().unwrap().to_string_lossy().contains(&only));
    folders.sort();
    assert!(!folders.is_empty());
    // One desk for each thread: the small pack is built from nothing once at each, and built back after each case.
    let next = AtomicUsize::new(0);
    let work = || {
        let mut desk = Desk::new();
        let cases = std::iter::from_fn(|| folders.get(next.fetch_add(1, Ordering::Relaxed)));
        cases.flat_map(|case| desk.look(case)).collect::<Vec<String>>()
    };
    let desks = thread::available_parallelism().map_or(1, NonZero::get).min(folders.len());
    let mut failures: Vec<String> = thread::scope(|scope| {
        let working: Vec<_> = (0..desks).map(|_| scope.spawn(work)).collect();
        working.into_iter().flat_map(|desk| desk.join().unwrap()).collect()
    });
    failures.sort();
    println!("{} cases", folders.len());
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// The small pack, built, on which case after case is laid.
struct Desk {
    pack: tempfile::TempDir,
    memory: Memory,
    /// What copies in which helps are followed leave for the next one.
    copies: Memory,
    /// The site of the small pack by itself.
    plain: BTreeMap<String, Vec<u8>>,
}

impl Desk {
    fn new() -> Self {
        let (pack, mut memory) = (small_pack(), Memory::default());
        build_with(pack.path(), &mut memory).unwrap();
        let plain = files(&pack.path().join("output"));
        Desk { pack, memory, copies: Memory::default(), plain }
    }

    /// Returns what is wrong with a case, and takes its files away again. That gives the first site once more, or the next case has
    /// a new desk.
    fn look(&mut self, case: &Path) -> Vec<String> {
        let name = case.file_name().unwrap().to_string_lossy().into_owned();
        let mut failures = run(case, &name, self.pack.path(), (&mut self.memory, &mut self.copies));
        let folder = self.pack.path();
        let pristine = small_pack();
        for part in ["content", "themes"].map(|part| folder.join(part)).iter().filter(|part| part.exists()) {
            fs::remove_dir_all(part).unwrap();
        }
        lay_over(pristine.path(), folder);
        let is_back = build_with(folder, &mut self.memory).is_ok_and(|report| !report.refused);
        if !is_back || files(&folder.join("output")) != self.plain {
            failures.push(format!("{name}: its files gone again, the site isn't the first one"));
            *self = Desk::new();
        }
        failures
    }
}

fn run(case: &Path, name: &str, folder: &Path, (memory, copies): (&mut Memory, &mut Memory)) -> Vec<String> {
    lay_over(case, folder);
    let before = files(&folder.join("output"));
    let report = match build_with(folder, memory) {
        Ok(report) => report,
        Err(fault) => return vec![format!("{name}: {}", fault.message())],
    };
    let mut failures = Vec::new();
    compare(&case.join("problems.txt"), &problem_lines(&report, folder), name, &mut failures);
    if case.join("helps.txt").exists() {
        compare(&case.join("helps.txt"), &helps(&report), name, &mut failures);
    }
    compare_notes(case, &report, folder, name, &mut failures);
    if report.refused && files(&folder.join("output")) != before {
        failures.push(format!("{name}: a refused build changed the output"));
    }
    shows(case, folder, name, &mut failures);
    let followed = mends::follow(folder, &report, copies);
    failures.extend(followed.failures.into_iter().map(|failure| format!("{name}: {failure}")));
    compare(&case.join("followed.txt"), &followed.new, name, &mut failures);
    edits(case, folder, name, memory, &mut failures);
    failures
}

fn helps(report: &Report) -> Vec<String> {
    let help = |problem: &Problem| format!("{}: {}", problem.code.id, problem.help.clone().unwrap_or_default());
    report.problems.iter().map(help).collect()
}

/// Compares what is still to do, where the case says so.
fn compare_notes(case: &Path, report: &Report, folder: &Path, name: &str, failures: &mut Vec<String>) {
    if case.join("notes.txt").exists() {
        compare(&case.join("notes.txt"), &note_lines(report, folder), name, failures);
    }
}

/// Compares lines with a file of expected ones, or writes the file when blessing.
fn compare(expected: &Path, found: &[String], name: &str, failures: &mut Vec<String>) {
    let mut found = found.join("\n");
    if !found.is_empty() {
        found.push('\n');
    }
    if std::env::var_os("BLESS").is_some() && (!found.is_empty() || expected.exists()) {
        fs::write(expected, &found).unwrap();
    }
    let wanted = fs::read_to_string(expected).unwrap_or_default().replace("\r\n", "\n");
    if wanted != found {
        let file = expected.file_name().unwrap().to_string_lossy();
        failures.push(format!("{name}: {file} expects\n{wanted}but there is\n{found}"));
    }
}

fn shows(case: &Path, folder: &Path, name: &str, failures: &mut Vec<String>) {
    let expected = fs::read_to_string(case.join("shows.txt")).unwrap_or_default();
    for line in expected.lines().filter(|line| !line.is_empty()) {
        let (path, words) = line.split_once(": ").unwrap();
        let page = fs::read_to_string(folder.join("output").join(path)).unwrap_or_default();
        let (words, wanted) = words.strip_prefix('!').map_or((words, true), |words| (words, false));
        if page.contains(words) != wanted {
            failures.push(format!("{name}: {path} {} “{words}”", if wanted { "lacks" } else { "holds" }));
        }
    }
}

fn lay_over(from: &Path, folder: &Path) {
    for part in ["content", "themes"] {
        if from.join(part).is_dir() {
            copy(&from.join(part), &folder.join(part));
        }
    }
}

fn edits(case: &Path, folder: &Path, name: &str, memory: &mut Memory, failures: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(case.join("edits")) else { return };
    let mut edits: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    edits.sort();
    for edit in edits {
        let before = files(&folder.join("output"));
        for path in fs::read_to_string(edit.join("removed.txt")).unwrap_or_default().lines() {
            let path = folder.join(path);
            if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
        }
        lay_over(&edit, folder);
        let report = build_with(folder, memory).unwrap();
        let after = files(&folder.join("output"));
        let mut changed: Vec<String> = after
            .iter()
            .filter(|(path, bytes)| before.get(*path) != Some(*bytes))
            .map(|(path, _)| path.clone())
            .collect();
        changed.extend(before.keys().filter(|path| !after.contains_key(*path)).map(|path| format!("- {path}")));
        compare(&edit.join("written.txt"), &changed, name, failures);
        compare(&edit.join("problems.txt"), &problem_lines(&report, folder), name, failures);
        compare_notes(&edit, &report, folder, name, failures);
        let mut drawn: Vec<String> = report.site.iter().flat_map(|site| &site.drawn).map(ToString::to_string).collect();
        drawn.sort();
        compare(&edit.join("drawn.txt"), &drawn, name, failures);
        if after != build_from_nothing(folder) {
            failures.push(format!("{name}: {} isn't what a build from nothing gives", edit.display()));
        }
        let written = report.site.map_or(0, |site| site.written.written.len());
        let listed = changed.iter().filter(|path| !path.starts_with("- ") && !path.ends_with("manifest.json")).count();
        if written != listed {
            failures.push(format!("{name}: the report says {written} written, but {listed} changed"));
        }
    }
}
