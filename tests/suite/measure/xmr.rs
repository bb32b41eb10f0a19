//! XmR charts by the rules of the NHS.

use std::collections::BTreeSet;

use wardpack::measure::assurance::Assurance;
use wardpack::measure::improvement::{Improvement, Meaning, Side};
use wardpack::measure::limits::{Limits, Screening};
use wardpack::measure::special_cause::{SpecialCause, special_causes};
use wardpack::measure::xmr::Xmr;

use super::{fractions, series};

fn close(one: f64, other: f64, within: f64) -> bool {
    (one - other).abs() <= within
}

/// Limits far from everything, so that only patterns are found.
const FAR: Limits = Limits { mean: 0.0, lower: -3.0, upper: 3.0, near_lower: -2.0, near_upper: 2.0 };

fn causes(values: &[f64], limits: &Limits) -> Vec<Option<SpecialCause>> {
    special_causes(values, limits).into_iter().map(|found| found.map(|found| found.cause)).collect()
}

#[test]
fn limits_are_those_of_the_published_figures() {
    let values = fractions(&[1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]);
    let screened = Limits::of(&values, Screening::LargeRanges).unwrap();
    assert!(close(screened.mean, 1.94, 0.005), "{screened:?}");
    assert!(close(screened.upper, 4.60, 0.005) && close(screened.lower, -0.72, 0.005), "{screened:?}");
    let all = Limits::of(&values, Screening::None).unwrap();
    assert!(close(all.upper, 6.95, 0.005) && close(all.lower, -3.06, 0.005), "{all:?}");
    assert!(close(all.mean, screened.mean, 0.0));
    // Near limits are two thirds of the way.
    assert!(close(all.near_upper - all.mean, (all.upper - all.mean) * 2.0 / 3.0, 1e-12));
    assert!(close(all.mean - all.near_lower, (all.mean - all.lower) * 2.0 / 3.0, 1e-12));
}

/// Values with these moving ranges, up and down in turn.
fn moving(ranges: &[i64]) -> Vec<f64> {
    let up_or_down = |(at, range): (usize, &i64)| if at % 2 == 0 { *range } else { -range };
    let steps = ranges.iter().enumerate().map(up_or_down);
    let all = std::iter::once(0).chain(steps.scan(0, |value, step| {
        *value += step;
        Some(*value)
    }));
    fractions(&all.collect::<Vec<_>>())
}

#[test]
fn a_moving_range_is_too_large_from_the_upper_range_limit_on() {
    let width = |values: &[f64], screening: Screening| {
        let limits = Limits::of(values, screening).unwrap();
        (limits.upper - limits.lower) / 2.0 / 2.66
    };
    // The mean of the ten ranges is 1000, and the first is 3.267 times that.
    let at = moving(&[3267, 748, 748, 748, 748, 748, 748, 748, 748, 749]);
    assert!(close(width(&at, Screening::LargeRanges), 6733.0 / 9.0, 1e-6));
    assert!(close(width(&at, Screening::None), 1000.0, 1e-6));
    let below = moving(&[3266, 748, 748, 748, 748, 748, 748, 748, 749, 749]);
    assert!(close(width(&below, Screening::LargeRanges), 1000.0, 1e-6));
}

#[test]
fn limits_need_two_values_and_bear_equal_ones() {
    assert_eq!(Limits::of(&[], Screening::None), None);
    assert_eq!(Limits::of(&[4.0], Screening::LargeRanges), None);
    let flat = Limits::of(&[0.1; 15], Screening::LargeRanges).unwrap();
    assert!(close(flat.upper, 0.1, 1e-9) && close(flat.lower, 0.1, 1e-9));
    assert_eq!(causes(&[0.1; 15], &flat), [None; 15]);
}

#[test]
fn a_trend_is_seven_points_that_all_rise_or_fall() {
    let wide = Limits { lower: -99.0, upper: 99.0, near_lower: -66.0, near_upper: 66.0, mean: 4.0 };
    let trend = Some(SpecialCause::Trend);
    assert_eq!(causes(&fractions(&[1, 2, 3, 4, 5, 6, 7]), &wide), [trend; 7]);
    assert_eq!(causes(&fractions(&[7, 6, 5, 4, 3, 2, 1]), &wide), [trend; 7]);
    assert_eq!(causes(&fractions(&[1, 2, 3, 3, 4, 5, 6]), &wide), [None; 7]);
    assert_eq!(causes(&fractions(&[1, 2, 3, 4, 5, 6]), &wide), [None; 6]);
    let part = causes(&fractions(&[2, 1, 2, 3, 4, 5, 6, 7, 3]), &wide);
    assert_eq!(part, [None, trend, trend, trend, trend, trend, trend, trend, None]);
    // The point on the mean has the side that its trend goes to.
    let falling = special_causes(&fractions(&[7, 6, 5, 4, 3, 2, 1]), &wide);
    assert_eq!(falling[3].unwrap().side, Side::Low);
    assert_eq!(falling[0].unwrap().side, Side::High);
}

#[test]
fn two_of_three_are_near_one_limit() {
    let two = Some(SpecialCause::TwoOfThree);
    for (values, expected) in [
        (vec![2.5, 1.0, 2.5], vec![two, None, two]),
        (vec![1.0, 2.5, 2.5], vec![None, two, two]),
        (vec![2.5, 2.5, 2.5], vec![two; 3]),
        (vec![-2.5, -1.0, -2.5], vec![two, None, two]),
        (vec![2.5, -1.0, 2.5], vec![None; 3]),
        (vec![2.5, 0.0, 2.5], vec![None; 3]),
        (vec![2.5, 2.5], vec![None; 2]),
        (vec![2.5, 1.0, 1.0, 2.5], vec![None; 4]),
        (vec![2.5, 1.0, 1.0, 2.5, 2.5], vec![None, None, None, two, two]),
        (vec![2.0, 1.0, 2.0], vec![None; 3]),
        (vec![3.0, 1.0, 3.0], vec![two, None, two]),
        // A point outside the limit isn't one of the two.
        (vec![3.5, 1.0, 2.5], vec![Some(SpecialCause::OutsideLimit), None, None]),
    ] {
        assert_eq!(causes(&values, &FAR), expected, "{values:?}");
    }
}

#[test]
fn seven_on_one_side_are_a_shift() {
    let one = Some(SpecialCause::OneSide);
    let up_and_down = |length: usize| (0..length).map(|at| if at % 2 == 0 { 1.0 } else { 1.5 }).collect::<Vec<f64>>();
    assert_eq!(causes(&up_and_down(6), &FAR), [None; 6]);
    assert_eq!(causes(&up_and_down(7), &FAR), [one; 7]);
    let mut broken = up_and_down(8);
    broken[4] = 0.0;
    assert_eq!(causes(&broken, &FAR), [None; 8]);
    broken[4] = 1.0;
    broken.push(-1.0);
    assert_eq!(causes(&broken, &FAR), [one, one, one, one, one, one, one, one, None]);
}

#[test]
fn the_first_reason_counts() {
    // Rising through the mean to beyond the limit: a trend, but its last point is outside.
    let found = causes(&[-1.5, -1.0, -0.5, 0.5, 1.0, 2.5, 3.5], &FAR);
    assert_eq!(found[..6], [Some(SpecialCause::Trend); 6]);
    assert_eq!(found[6], Some(SpecialCause::OutsideLimit));
    // Seven above, two of them near the limit.
    let found = causes(&[1.0, 1.5, 1.0, 2.5, 2.5, 1.5, 1.0], &FAR);
    assert_eq!((found[2], found[3]), (Some(SpecialCause::OneSide), Some(SpecialCause::TwoOfThree)));
}

#[test]
fn few_points_have_trial_limits_and_say_nothing_of_patterns() {
    let rising = fractions(&(1..=11).collect::<Vec<i64>>());
    let chart = Xmr::of(&rising, &[], Screening::LargeRanges);
    assert!(chart.groups[0].is_trial && chart.groups[0].limits.is_some());
    assert!(chart.found.iter().flatten().all(|found| found.cause == SpecialCause::OutsideLimit));
    let twelve = Xmr::of(&fractions(&(1..=12).collect::<Vec<i64>>()), &[], Screening::LargeRanges);
    assert!(!twelve.groups[0].is_trial);
    assert!(twelve.found.iter().flatten().any(|found| found.cause == SpecialCause::Trend));
}

#[test]
fn a_rebase_begins_a_group_of_its_own() {
    let values: Vec<f64> =
        fractions(&[5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 50, 51, 50, 51, 50, 51, 50, 51, 50, 51, 50, 51, 50]);
    let one = Xmr::of(&values, &[], Screening::None);
    assert!(one.found.iter().any(Option::is_some));
    let two = Xmr::of(&values, &[12], Screening::None);
    assert!(two.found.iter().all(Option::is_none));
    assert_eq!(two.groups.len(), 2);
    assert!(close(two.groups[0].limits.unwrap().mean, 5.5, 1e-9));
    assert_eq!(two.groups[1].points, 12..25);
    // A group of one point has no limits, and nothing is said of it.
    let three = Xmr::of(&values, &[12, 13], Screening::None);
    assert_eq!((three.groups[1].limits, three.found[12]), (None, None));
}

#[test]
fn a_target_is_met_always_never_or_by_chance() {
    let limits = Limits { mean: 10.0, lower: 5.0, upper: 15.0, near_lower: 6.7, near_upper: 13.3 };
    for (target, increase, decrease) in [
        (4.0, Assurance::Passes, Assurance::Fails),
        (5.0, Assurance::HitAndMiss, Assurance::HitAndMiss),
        (10.0, Assurance::HitAndMiss, Assurance::HitAndMiss),
        (15.0, Assurance::HitAndMiss, Assurance::HitAndMiss),
        (16.0, Assurance::Fails, Assurance::Passes),
    ] {
        assert_eq!(Assurance::of(target, &limits, Improvement::Increase), Some(increase), "{target}");
        assert_eq!(Assurance::of(target, &limits, Improvement::Decrease), Some(decrease), "{target}");
        assert_eq!(Assurance::of(target, &limits, Improvement::Neutral), None);
    }
}

#[test]
fn a_signal_is_good_bad_or_neither() {
    assert_eq!(Improvement::default().meaning(Side::High), Meaning::High);
    assert_eq!(Improvement::Neutral.meaning(Side::Low), Meaning::Low);
    assert_eq!(Improvement::Increase.meaning(Side::High), Meaning::Improvement);
    assert_eq!(Improvement::Increase.meaning(Side::Low), Meaning::Concern);
    assert_eq!(Improvement::Decrease.meaning(Side::High), Meaning::Concern);
    assert_eq!(Improvement::Decrease.meaning(Side::Low), Meaning::Improvement);
}

/// A chart in whole numbers: with n values and m moving ranges that count, everything is taken times 300 · n · m.
struct Whole {
    values: Vec<i128>,
    mean: i128,
    limit: i128,
}

impl Whole {
    fn of(values: &[i64], screening: Screening) -> Self {
        let n = i128::try_from(values.len()).unwrap();
        let values: Vec<i128> = values.iter().map(|value| i128::from(*value)).collect();
        let mut moves = Vec::new();
        for at in 1..values.len() {
            moves.push((values[at] - values[at - 1]).abs());
        }
        let (all, total) = (i128::try_from(moves.len()).unwrap(), moves.iter().sum::<i128>());
        if screening == Screening::LargeRanges && total > 0 {
            moves.retain(|range| range * all * 1000 < 3267 * total);
        }
        let m = i128::try_from(moves.len()).unwrap();
        let sum: i128 = values.iter().sum();
        let scale = 300 * n * m;
        Whole {
            mean: sum * 300 * m,
            limit: 266 * 3 * n * moves.iter().sum::<i128>(),
            values: values.iter().map(|value| value * scale).collect(),
        }
    }

    /// Returns why a point stands out, by looking at every row of points that it is in.
    fn cause(&self, at: usize) -> Option<SpecialCause> {
        let off = |at: usize| self.values[at] - self.mean;
        let is_outside = |at: usize| off(at).abs() > self.limit;
        let is_near = |at: usize| !is_outside(at) && off(at).abs() * 3 > self.limit * 2;
        let rows = |length: usize| {
            let begin = (at + 1).saturating_sub(length);
            (begin..=at)
                .filter(move |begin| begin + length <= self.values.len())
                .map(move |begin| begin..begin + length)
        };
        let is_rising =
            |row: std::ops::Range<usize>| row.clone().skip(1).all(|at| self.values[at] > self.values[at - 1]);
        let is_falling =
            |row: std::ops::Range<usize>| row.clone().skip(1).all(|at| self.values[at] < self.values[at - 1]);
        let is_one_sided =
            |row: std::ops::Range<usize>| row.clone().all(|at| off(at) > 0) || row.clone().all(|at| off(at) < 0);
        if is_outside(at) {
            Some(SpecialCause::OutsideLimit)
        } else if rows(7).any(|row| is_rising(row.clone()) || is_falling(row)) {
            Some(SpecialCause::Trend)
        } else if is_near(at)
            && rows(3).any(|row| is_one_sided(row.clone()) && row.filter(|at| is_near(*at)).count() > 1)
        {
            Some(SpecialCause::TwoOfThree)
        } else if rows(7).any(is_one_sided) {
            Some(SpecialCause::OneSide)
        } else {
            None
        }
    }
}

#[test]
fn charts_agree_with_one_in_whole_numbers() {
    let mut seen = BTreeSet::new();
    for (number, values) in series().iter().enumerate() {
        for screening in [Screening::LargeRanges, Screening::None] {
            let whole = Whole::of(values, screening);
            let expected: Vec<_> = (0..values.len()).map(|at| whole.cause(at)).collect();
            let values = fractions(values);
            let limits = Limits::of(&values, screening).unwrap();
            assert_eq!(causes(&values, &limits), expected, "series {number} by {screening:?}: {values:?}");
            seen.extend(expected);
        }
    }
    assert_eq!(seen.len(), 5, "the series show every cause, and none: {seen:?}");
}
