//! How the benchmarks of a pack stand to each other: which of them look at the same, which came before, and until when one counts.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::values;
use crate::model::benchmark::{Benchmark, Confidence, Rating};

/// Returns the day on which a group agreed; where the file doesn't say, the day it was reviewed or written.
pub fn day(benchmark: &Benchmark) -> Option<Date> {
    let review = &benchmark.review;
    let days = [&benchmark.on, &review.reviewed, &review.written];
    days.into_iter().flatten().next().map(|day| day.value)
}

/// Returns the last day on which a benchmark counts: a year after it was agreed.
pub fn last_day(benchmark: &Benchmark) -> Option<Date> {
    day(benchmark)?.checked_add(1.year()).ok()
}

/// Returns the originals in which something has been rated.
fn rated(all: &[Arc<Benchmark>]) -> impl Iterator<Item = &Benchmark> {
    all.iter().map(|benchmark| &**benchmark).filter(|benchmark| benchmark.language.is_first() && benchmark.is_rated())
}

/// Tells whether two benchmarks look at the same part of the organisation.
fn has_same_scope(one: &Benchmark, other: &Benchmark) -> bool {
    let ward = |benchmark: &Benchmark| benchmark.ward.as_ref().map(|ward| ward.value.clone());
    let of = |benchmark: &Benchmark| benchmark.of.as_ref().map(|of| values::plain(of).to_lowercase());
    one.level == other.level && ward(one) == ward(other) && of(one) == of(other)
}

/// Returns the last benchmark before this one that looked at the same.
pub fn earlier<'a>(benchmark: &Benchmark, all: &'a [Arc<Benchmark>]) -> Option<&'a Benchmark> {
    let own = day(benchmark)?;
    let others = rated(all).filter(|other| other.id != benchmark.id && has_same_scope(benchmark, other));
    others.filter(|other| day(other).is_some_and(|day| day < own)).max_by_key(|other| day(other))
}

/// Returns the last benchmark of each part of the organisation.
pub fn latest(all: &[Arc<Benchmark>]) -> Vec<&Benchmark> {
    let is_latest = |benchmark: &&Benchmark| {
        let is_later = |other: &Benchmark| day(other) > day(benchmark);
        !rated(all).any(|other| has_same_scope(benchmark, other) && is_later(other))
    };
    rated(all).filter(is_latest).collect()
}

/// Tells whether the level of a domain is more hopeful than those of its standards. By what the levels mean, a domain is met where
/// all its standards are, and partly met where some are: at least half of them, so that one good example doesn't make the whole.
/// Standards that another team sees to count for nothing.
pub fn is_hopeful(rating: &Rating) -> bool {
    let levels = rating.standards.iter().filter_map(|standard| standard.answer.confidence);
    let levels: Vec<Confidence> = levels.filter(|level| *level != Confidence::OtherTeam).collect();
    let unmet = levels.iter().filter(|level| **level == Confidence::None).count();
    match rating.answer.confidence {
        Some(Confidence::Full) => levels.iter().any(|level| *level != Confidence::Full),
        Some(Confidence::Partial) => unmet * 2 > levels.len(),
        _ => false,
    }
}
