//! The rules of Anhøj: one long run, or few crossings of the median (Anhøj and Olesen, "Run charts revisited", PLoS ONE 2014, e113825).

use super::runs::MedianRun;
use super::{RunFinding, Signal};
use crate::measure::binomial::quantile;

/// The chance that a process without a signal shows fewer crossings.
const CHANCE: f64 = 0.05;

/// Returns the longest run that is still like chance, where so many points are off the median: round(log2 n) + 3.
pub fn longest_allowed(useful: usize) -> usize {
    // log2 n is rounded up from n ≥ √2 · 2^k on, which whole numbers say as n² > 2^(2k+1).
    let Some(down) = useful.checked_ilog2() else { return 3 };
    let is_up = useful.saturating_mul(useful) >> down >> down >= 2;
    down as usize + usize::from(is_up) + 3
}

/// Returns how often the median must be crossed, where so many points are off it: the 5 % quantile of Binomial(n − 1, 0.5).
pub fn crossings_needed(useful: usize) -> usize {
    quantile(CHANCE, useful.saturating_sub(1))
}

pub(super) fn signals(runs: &[MedianRun]) -> Vec<RunFinding> {
    let useful = runs.iter().map(|run| run.length).sum();
    let longest = longest_allowed(useful);
    let long = runs.iter().filter(|run| run.length > longest);
    let long = long.map(|run| RunFinding { signal: Signal::LongRun, side: Some(run.side), points: run.points.clone() });
    let crossings = runs.len().saturating_sub(1);
    let few = (crossings < crossings_needed(useful)).then(|| super::whole(Signal::FewCrossings, runs));
    long.chain(few).collect()
}
