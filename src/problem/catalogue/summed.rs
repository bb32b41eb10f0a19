//! Problems that are told as one, because each of them would be nobody's to mend or too many to read.

use std::collections::BTreeMap;

use super::super::suggest::list;
use super::super::{Code, Place, Problem, Severity};

pub static CODES: &[&Code] = &[&BELOW];

/// How many errors of a layer below are shown; the others are counted.
const SHOWN: usize = 3;

static BELOW: Code = Code {
    id: "F014",
    title: "The pack below has problems of its own",
    meaning: "This pack stands on another one, the one inside wardpack or that of a trust, and shows its pages too. Something in those \
              files is wrong or is due to be looked at again. Whoever keeps that pack can mend it.",
    instead: "Use a newer wardpack, or tell whoever keeps the pack below. Or take the files up with `wardpack adopt`, and look after \
              them yourself.",
};

/// The problems of one severity that a layer below has; each is of that layer alone.
pub fn of_layer(place: Place, layer: &str, severity: Severity, problems: &[Problem]) -> Problem {
    let mut kinds: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    for problem in problems {
        kinds.entry(problem.code.id).or_insert((problem.code.title, 0)).1 += 1;
    }
    let mut kinds: Vec<(&str, usize)> = kinds.into_values().collect();
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let kinds: Vec<String> = kinds.into_iter().map(|(title, count)| format!("“{title}” ({count})")).collect();
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    let is_built_in = layer.starts_with("built-in/");
    let whose = if is_built_in { "the pack inside wardpack" } else { "the pack below" };
    let (word, mut summed) = match severity {
        Severity::Error => ("error", Problem::error(&BELOW, place, "")),
        Severity::Warning | Severity::Note => ("warning", Problem::warning(&BELOW, place, "")),
    };
    let count = problems.len();
    let s = if count == 1 { "" } else { "s" };
    summed.message = format!("{whose}, {layer}, has {count} {word}{s}: {}", list(&kinds));
    for problem in problems.iter().take(SHOWN).filter(|_| severity == Severity::Error) {
        if let Place::At(span) = problem.place {
            summed = summed.related(span, problem.message.clone());
        }
    }
    let help = if is_built_in {
        "use a newer wardpack; or take the files up with wardpack adopt, and look after them yourself".to_owned()
    } else {
        format!(
            "wardpack check --content {layer} shows them to whoever keeps that pack; or take the files up with wardpack adopt"
        )
    };
    summed.label("what this pack stands on").help(help)
}

/// Tells whether a problem sums up those of a layer below.
pub fn is_of_layer(problem: &Problem) -> bool {
    problem.code.id == BELOW.id
}

/// The problems of one code in one file beyond those that are told; `first` is the first of them.
pub fn more(first: &Problem, path: String, count: usize) -> Problem {
    let s = if count == 1 { "" } else { "s" };
    let message = format!("and {count} more problem{s} of this kind in this file");
    Problem { severity: first.severity, ..Problem::error(first.code, Place::Path(path), message) }
        .help("mend those above first: often one slip causes many")
}
