//! The rules of Perla and others: a shift, perhaps a trend, and the number of runs (Perla, Provost and Murray, "The run chart", BMJ Quality
//! & Safety 2011; the Institute for Healthcare Improvement teaches them).
//!
//! The limits for the number of runs are computed from the distribution that their published table goes back to (Wald and Wolfowitz; Swed
//! and Eisenhart), with 2.5 % on each side. Their fourth rule, an astronomical point, is for the eye.

use std::ops::RangeInclusive;

use super::runs::MedianRun;
use super::{RunFinding, Signal};
use crate::measure::arithmetic::number;
use crate::measure::improvement::Side;

/// So many points on one side of the median are a shift.
const SHIFT: usize = 6;
/// So many points that rise or fall are a trend; of equal ones that follow each other, one counts.
const TREND: usize = 5;
/// The chance that a process without a signal shows fewer runs, and that it shows more.
const CHANCE: f64 = 0.025;

/// Returns the shifts, the trends that are looked for, and whether the number of runs is unlike chance.
pub(super) fn signals(runs: &[MedianRun], trends: Vec<RunFinding>) -> Vec<RunFinding> {
    let shifts = runs.iter().filter(|run| run.length >= SHIFT);
    let shifts =
        shifts.map(|run| RunFinding { signal: Signal::Shift, side: Some(run.side), points: run.points.clone() });
    let of = |side: Side| runs.iter().filter(|run| run.side == side).map(|run| run.length).sum();
    let expected = runs_expected(of(Side::High), of(Side::Low));
    let number = match () {
        () if runs.is_empty() || expected.contains(&runs.len()) => None,
        () if runs.len() < *expected.start() => Some(Signal::FewRuns),
        () => Some(Signal::ManyRuns),
    };
    shifts.chain(trends).chain(number.map(|signal| super::whole(signal, runs))).collect()
}

/// Returns how many runs are like chance, with so many points above and below the median.
pub fn runs_expected(above: usize, below: usize) -> RangeInclusive<usize> {
    let most = above + below;
    let chances: Vec<f64> = (0..=most).map(|runs| chance(runs, above, below)).collect();
    let together = |runs: usize| chances[..=runs].iter().sum::<f64>();
    let from_end = |runs: usize| chances[runs..].iter().sum::<f64>();
    let first = (0..=most).find(|runs| together(*runs) > CHANCE).unwrap_or(0);
    let last = (0..=most).rev().find(|runs| from_end(*runs) > CHANCE).unwrap_or(most);
    first..=last
}

/// Returns the chance of exactly so many runs among `above` and `below` points in any order.
fn chance(runs: usize, above: usize, below: usize) -> f64 {
    if above == 0 || below == 0 {
        return if runs == usize::from(above + below > 0) { 1.0 } else { 0.0 };
    }
    if runs < 2 {
        return 0.0;
    }
    // The points of each side are cut into as many parts as it has runs.
    let cut = |points: usize, parts: usize| choose_logarithm(points - 1, parts - 1).exp();
    let (more, fewer) = (runs.div_ceil(2), runs / 2);
    let ways = cut(above, more) * cut(below, fewer) + cut(above, fewer) * cut(below, more);
    ways / choose_logarithm(above + below, above).exp()
}

/// Returns the logarithm of the number of ways to choose `some` of `all`; minus infinity where there is none.
fn choose_logarithm(all: usize, some: usize) -> f64 {
    if some > all {
        return f64::NEG_INFINITY;
    }
    (1..=some).map(|chosen| (number(all - some + chosen) / number(chosen)).ln()).sum()
}

/// Returns the trends: points in a row that all rise, or all fall.
pub(super) fn trends(values: &[f64]) -> Vec<RunFinding> {
    let mut found: Vec<RunFinding> = Vec::new();
    // The way that the values go, where this way began, and how many different values it has.
    let mut going: Option<(Side, usize, usize)> = None;
    for (at, pair) in values.windows(2).enumerate() {
        let Some(side) = Side::of(pair[1], pair[0]) else { continue };
        let (begin, length) = match going {
            Some((same, begin, length)) if same == side => (begin, length + 1),
            _ => (at, 2),
        };
        going = Some((side, begin, length));
        if length == TREND {
            found.push(RunFinding { signal: Signal::Trend, side: Some(side), points: begin..at + 2 });
        } else if length > TREND
            && let Some(last) = found.last_mut()
        {
            last.points.end = at + 2;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trend_of(values: &[f64]) -> Vec<(Side, std::ops::Range<usize>)> {
        trends(values).into_iter().map(|found| (found.side.unwrap(), found.points)).collect()
    }

    #[test]
    fn five_points_one_way_are_a_trend_which_lasts_until_the_way_turns() {
        assert_eq!(trend_of(&[1.0, 2.0, 3.0, 4.0]), []);
        assert_eq!(trend_of(&[1.0, 2.0, 3.0, 4.0, 5.0]), [(Side::High, 0..5)]);
        assert_eq!(trend_of(&[9.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 2.0]), [(Side::High, 1..7)]);
        assert_eq!(trend_of(&[5.0, 4.0, 3.0, 2.0, 1.0]), [(Side::Low, 0..5)]);
        let there_and_back = [1.0, 2.0, 3.0, 4.0, 5.0, 4.0, 3.0, 2.0, 1.0, 1.0];
        assert_eq!(trend_of(&there_and_back), [(Side::High, 0..5), (Side::Low, 4..9)]);
        assert_eq!(trend_of(&[1.0, 2.0, 3.0, 1.0, 2.0, 3.0]), [], "a turn begins anew");
    }

    #[test]
    fn of_equal_points_that_follow_each_other_one_counts() {
        assert_eq!(trend_of(&[1.0, 2.0, 2.0, 3.0, 3.0, 4.0]), []);
        assert_eq!(trend_of(&[1.0, 2.0, 2.0, 3.0, 4.0, 5.0]), [(Side::High, 0..6)]);
    }

    /// Returns runs of one point each, on alternating sides, and then one that is longer.
    fn runs_of(lengths: &[usize]) -> Vec<MedianRun> {
        let sides = [Side::High, Side::Low].into_iter().cycle();
        lengths.iter().zip(sides).map(|(length, side)| MedianRun { side, length: *length, points: 0..1 }).collect()
    }

    #[test]
    fn as_many_runs_as_the_table_allows_are_no_signal_and_one_beside_them_is() {
        // The published table has 3 to 9 runs for 10 points, which is 5 on each side.
        assert_eq!(runs_expected(5, 5), 3..=9);
        let signals_of = |lengths: &[usize]| {
            signals(&runs_of(lengths), Vec::new()).into_iter().map(|found| found.signal).collect::<Vec<_>>()
        };
        assert_eq!(signals_of(&[5, 5]), [Signal::FewRuns]);
        assert_eq!(signals_of(&[3, 5, 2]), []);
        assert_eq!(signals_of(&[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), [Signal::ManyRuns]);
        assert_eq!(signals_of(&[2, 1, 1, 1, 1, 1, 1, 1, 1]), [Signal::ManyRuns], "6 above and 4 below allow fewer");
        assert_eq!(signals_of(&[]), []);
    }

    #[test]
    fn six_points_on_one_side_are_a_shift_to_that_side() {
        let found = signals(&runs_of(&[5, 6, 2, 2]), Vec::new());
        let shifts: Vec<_> =
            found.iter().filter(|found| found.signal == Signal::Shift).map(|found| found.side).collect();
        assert_eq!(shifts, [Some(Side::Low)]);
    }
}
