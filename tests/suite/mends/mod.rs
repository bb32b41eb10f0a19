//! Follows the exact helps of a report in a copy of the pack, and looks whether they lead to the right thing.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

use wardpack::pipeline::{Report, Request};
use wardpack::problem::{Mend, Place, Problem};
use wardpack::span::{FileId, Files, line_column};

use crate::support::{Memory, copy, problem_lines, request, run};

/// What came of following the mends of a report.
#[derive(Default)]
pub struct Followed {
    /// Problems that weren't there before, as lines.
    pub new: Vec<String>,
    /// What is wrong with the mends.
    pub failures: Vec<String>,
}

/// Follows every mend of `report`, which is of the pack in `folder`; `memory` is that of the copies followed before.
pub fn follow(folder: &Path, report: &Report, memory: &mut Memory) -> Followed {
    if report.problems.iter().all(|problem| problem.mend.is_none()) {
        return Followed::default();
    }
    let copied = tempfile::tempdir_in(folder.parent().unwrap()).unwrap();
    copy(&folder.join("content"), &copied.path().join("content"));
    if folder.join("themes").is_dir() {
        copy(&folder.join("themes"), &copied.path().join("themes"));
    }
    let (followed, failures) = apply(report, folder, copied.path());
    let mut outcome = Followed { failures, ..Followed::default() };
    if followed.is_empty() {
        return outcome;
    }
    let request = Request { output: None, ..request(copied.path()) };
    let after = run(&request, memory).unwrap();
    let mut known = BTreeMap::new();
    for problem in &report.problems {
        *known.entry(said(problem, folder)).or_insert(0) += 1;
    }
    for problem in &followed {
        *known.get_mut(&said(problem, folder)).unwrap() -= 1;
    }
    let place = |problem: &Problem, report: &Report, folder: &Path| {
        let line = match problem.place {
            Place::At(span) => line_column(report.sources.text(span.file), span.start as usize).line,
            Place::Path(_) => 0,
        };
        (problem.path(&report.sources).replace(&*folder.to_string_lossy(), ""), line)
    };
    for (problem, line) in after.problems.iter().zip(problem_lines(&after, copied.path())) {
        let said = said(problem, copied.path());
        let left = known.entry(said.clone()).or_insert(0);
        *left -= 1;
        if *left >= 0 {
            continue;
        }
        let at = place(problem, &after, copied.path());
        if followed.iter().any(|before| self::said(before, folder) == said && place(before, report, folder) == at) {
            outcome.failures.push(format!("following the help leaves the problem: {line}"));
        } else {
            outcome.new.push(line);
        }
    }
    outcome
}

fn said(problem: &Problem, folder: &Path) -> String {
    let said = format!("{}: {}", problem.code.id, problem.message);
    said.replace(&*folder.to_string_lossy(), "")
}

/// What is to stand at a place of a file, and the problem that says so.
type Written<'r> = (Range<usize>, &'r str, &'r Problem);

/// Writes what the mends say into the copy. Returns the problems whose help was followed; a second one at the same place isn't.
fn apply<'r>(report: &'r Report, folder: &Path, copied: &Path) -> (Vec<&'r Problem>, Vec<String>) {
    let (mut followed, mut failures) = (Vec::new(), Vec::new());
    let mut texts: BTreeMap<FileId, Vec<Written<'_>>> = BTreeMap::new();
    let there = |shown: &str| copied.join(Path::new(shown).strip_prefix(folder).unwrap());
    for problem in &report.problems {
        match &problem.mend {
            Some(Mend::Write { span, text, .. }) => {
                texts.entry(span.file).or_default().push((span.range(), text, problem));
            }
            Some(Mend::Rename { .. }) | None => {}
        }
    }
    for (file, mut mends) in texts {
        mends.sort_by_key(|(range, ..)| std::cmp::Reverse((range.start, range.end)));
        let mut text = report.sources.text(file).to_owned();
        let mut until = usize::MAX;
        for (range, new, problem) in mends {
            if range.end <= until && range.start < until {
                text.replace_range(range.clone(), new);
                followed.push(problem);
                until = range.start;
            }
        }
        fs::write(there(report.sources.shown(file)), text).unwrap();
    }
    for problem in &report.problems {
        if let Some(Mend::Rename { name }) = &problem.mend {
            let from = there(problem.path(&report.sources));
            let to = from.with_file_name(name);
            if to.exists() {
                failures.push(format!(
                    "{}: the help says to rename {} to {name}, which is there",
                    problem.code.id,
                    from.display()
                ));
            } else {
                fs::rename(from, to).unwrap();
                followed.push(problem);
            }
        }
    }
    (followed, failures)
}
