//! What several test files need: packs in throw-away folders, and builds of them.

#![allow(dead_code, clippy::disallowed_methods, reason = "each test file uses some of it, and tests touch the disk")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use wardpack::pipeline::{self, Report, Request};
pub use wardpack::pipeline::{Memory, Silent};
use wardpack::problem::fault::Fault;
use wardpack::read::Folders;
use wardpack::span::{Files, line_column};
use wardpack::write::disk::{Disk, RealDisk};

pub mod failing_disk;
pub mod large;

/// Returns how many random examples to try: those of a day's run, or as many as `PROPTEST_CASES` says.
pub fn sequences(of_a_day: u32) -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(of_a_day)
}

/// Runs the program in a folder, without a terminal. Returns what it says and its exit code.
pub fn wardpack(folder: &Path, arguments: &[&str]) -> (String, i32) {
    let mut program = assert_cmd::Command::cargo_bin("wardpack").unwrap();
    let output = program.current_dir(folder).args(arguments).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (String::from_utf8(said).unwrap(), output.status.code().unwrap())
}

/// Builds the pack in `folder`/content into `folder`/output, as of a fixed day.
pub fn build(folder: &Path) -> Result<Report, Fault> {
    build_with(folder, &mut Memory::default())
}

/// Builds as above, with what an earlier build left in memory.
pub fn build_with(folder: &Path, memory: &mut Memory) -> Result<Report, Fault> {
    run(&request(folder), memory)
}

pub fn run(request: &Request, memory: &mut Memory) -> Result<Report, Fault> {
    let sources = pipeline::read(request, memory)?;
    pipeline::run(request, sources, memory, &Silent)
}

pub fn request(folder: &Path) -> Request {
    Request {
        folders: Folders { content: folder.join("content"), themes: folder.join("themes"), theme: None },
        output: Some(folder.join("output")),
        wards: Vec::new(),
        audience: None,
        web_address: None,
        drafts: pipeline::Drafts::LeftOut,
        bundle: None,
        press: None,
        papers: None,
        as_of: date(2026, 11, 26),
        deny: wardpack::problem::Deny::default(),
    }
}

/// Returns the files of the site that the sources in `folder` give with an empty memory and an empty output folder; for a refused
/// build those that are there already.
pub fn build_from_nothing(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let output = tempfile::tempdir().unwrap();
    let request = Request { output: Some(output.path().join("output")), ..request(folder) };
    let refused = run(&request, &mut Memory::default()).unwrap().refused;
    files(&if refused { folder.join("output") } else { output.path().join("output") })
}

/// Returns the problems as lines: code, severity, place and message, with paths as seen from `folder`.
pub fn problem_lines(report: &Report, folder: &Path) -> Vec<String> {
    lines(&report.problems, report, folder)
}

/// Returns what is still to do, as the same lines.
pub fn note_lines(report: &Report, folder: &Path) -> Vec<String> {
    lines(&report.notes, report, folder)
}

fn lines(problems: &[wardpack::problem::Problem], report: &Report, folder: &Path) -> Vec<String> {
    let prefix = format!("{}/", wardpack::read::shown(folder));
    let line = |problem: &wardpack::problem::Problem| {
        let place = match problem.place {
            wardpack::problem::Place::At(span) => {
                let at = line_column(report.sources.text(span.file), span.start as usize);
                format!("{}:{}:{}", report.sources.shown(span.file), at.line, at.column)
            }
            wardpack::problem::Place::Path(ref path) => path.clone(),
        };
        let severity = format!("{:?}", problem.severity).to_lowercase();
        format!("{} {severity} {place}: {}", problem.code.id, problem.message).replace(&prefix, "")
    };
    problems.iter().map(line).collect()
}

pub fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().flatten() {
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).unwrap();
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Returns every file below a folder with its bytes.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    entries
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            // While a site is being written, a file may go between the two looks.
            Some((path, fs::read(entry.path()).ok()?))
        })
        .collect()
}

/// Returns a throw-away folder with a small good pack: the one inside the program, and one ward.
pub fn small_pack() -> tempfile::TempDir {
    // A disk in memory, where there is one: thousands of builds are slow on others.
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
    write(folder.path(), "content/pack.yaml", b"title: Test pack\nextends: built-in\n");
    write(folder.path(), "content/wards/beach.yaml", WARD.as_bytes());
    folder
}

pub const WARD: &str = "name: Beach ward\nsite: Test hospital\nkind: acute\ncontacts:\n  support: {organisation: Test advocacy, phone: '01632 960 001', checked_on: 2026-11-01}\n";

/// Tells whether a command printed no problem. That a review of the pack inside the program is overdue is true from some day on, and is
/// to be told then.
pub fn has_no_problem(said: &str) -> bool {
    let problems = said.lines().filter(|line| line.starts_with("error") || line.starts_with("warning["));
    let is_overdue = |line: &str| line.starts_with("warning[F014]") && is_of_overdue_reviews(line);
    problems.into_iter().all(is_overdue)
}

/// Tells whether the summary of the pack below says of reviews alone that something is wrong.
pub fn is_of_overdue_reviews(line: &str) -> bool {
    line.matches('“').count() == 1 && line.contains("“A review that is overdue”")
}

pub fn write(folder: &Path, path: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path
}
