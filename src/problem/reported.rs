//! What of all problems is told: each once, where its author can mend it, in the order of working through them, and of very many
//! of one kind no more than anybody reads.

use std::collections::{BTreeMap, HashMap};

use super::catalogue::summed;
use super::{Place, Problem, Severity};
use crate::span::Files;

/// So many problems of one code are told of a file; the others are counted.
pub const OF_A_KIND: usize = 100;

/// How many problems there are, with those that are only counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReportedCounts {
    pub errors: usize,
    pub warnings: usize,
}

/// The problems that are told, and how many there are in all.
pub struct ReportedProblems {
    pub problems: Vec<Problem>,
    pub counts: ReportedCounts,
}

/// Returns what is told of `problems`. `below` is where the author says what their pack stands on.
pub fn reported(problems: Vec<Problem>, below: &Place, files: &dyn Files) -> ReportedProblems {
    let mut problems: Vec<Problem> = problems.into_iter().map(|problem| at_the_author(problem, files)).collect();
    sum_up_layers(&mut problems, below, files);
    sort(&mut problems, files);
    problems.dedup_by(|second, first| {
        second.code.id == first.code.id && second.place == first.place && second.message == first.message
    });
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let counts = ReportedCounts { errors, warnings: problems.len() - errors };
    let mut problems = count_many(problems, files);
    for problem in &mut problems {
        problem.settle_mend(files);
    }
    ReportedProblems { problems, counts }
}

/// Sorts errors first, then by file and by place in the file: the order an author works through them. What a layer below has of its
/// own comes after what is wrong in their own files, since it mostly follows from that.
fn sort(problems: &mut [Problem], files: &dyn Files) {
    problems.sort_by_cached_key(|problem| {
        let start = match problem.place {
            Place::At(span) => span.start,
            Place::Path(_) => 0,
        };
        let is_below = summed::is_of_layer(problem);
        (problem.severity, is_below, problem.path(files).to_owned(), start, problem.code.id, problem.message.clone())
    });
}

/// Returns the layer below the author's own that a problem is in.
fn layer<'a>(problem: &Problem, files: &'a dyn Files) -> Option<&'a str> {
    match problem.place {
        Place::At(span) => files.layer(span.file),
        Place::Path(_) => None,
    }
}

/// Returns a problem in a layer below as one of the author's own file that it comes of, where the maker named such a place.
fn at_the_author(mut problem: Problem, files: &dyn Files) -> Problem {
    let Place::At(below) = problem.place else { return problem };
    if files.layer(below.file).is_none() {
        return problem;
    }
    if let Some(own) = problem.related.iter().position(|(span, _)| files.layer(span.file).is_none()) {
        let (span, words) = &mut problem.related[own];
        problem.place = Place::At(std::mem::replace(span, below));
        std::mem::swap(words, &mut problem.label);
        problem.mend = None;
    }
    problem
}

/// Makes one problem of all that a layer below has of its own, for errors and for warnings.
fn sum_up_layers(problems: &mut Vec<Problem>, below: &Place, files: &dyn Files) {
    let mut layers: BTreeMap<(String, Severity), Vec<Problem>> = BTreeMap::new();
    for problem in std::mem::take(problems) {
        match layer(&problem, files) {
            Some(layer) => layers.entry((layer.to_owned(), problem.severity)).or_default().push(problem),
            None => problems.push(problem),
        }
    }
    for ((layer, severity), mut of_layer) in layers {
        sort(&mut of_layer, files);
        problems.push(summed::of_layer(below.clone(), &layer, severity, &of_layer));
    }
}

/// Replaces all but the first hundred problems of one code in one file by their number.
fn count_many(problems: Vec<Problem>, files: &dyn Files) -> Vec<Problem> {
    let key = |problem: &Problem| (problem.severity, problem.code.id, problem.path(files).to_owned());
    let mut counts: HashMap<_, usize> = HashMap::new();
    for problem in &problems {
        *counts.entry(key(problem)).or_default() += 1;
    }
    if counts.values().all(|count| *count <= OF_A_KIND) {
        return problems;
    }
    let mut told: HashMap<_, usize> = HashMap::new();
    let mut left = Vec::new();
    for problem in problems {
        let key = key(&problem);
        let number = told.entry(key.clone()).or_default();
        *number += 1;
        match *number {
            0..=OF_A_KIND => left.push(problem),
            _ if *number == OF_A_KIND + 1 => left.push(summed::more(&problem, key.2.clone(), counts[&key] - OF_A_KIND)),
            _ => {}
        }
    }
    left
}
