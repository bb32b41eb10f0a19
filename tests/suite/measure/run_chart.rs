//! Run charts by the rules of Anhøj, and by those of Perla.

use std::collections::BTreeSet;

use wardpack::measure::improvement::Side;
use wardpack::measure::run_chart::anhoej::{crossings_needed, longest_allowed};
use wardpack::measure::run_chart::perla::runs_expected;
use wardpack::measure::run_chart::{RunGroup, RunRules, Signal, run_chart};

use super::{fractions, series};

fn chart(values: &[i64], rules: RunRules) -> RunGroup {
    run_chart(&fractions(values), &[], rules).remove(0)
}

fn signals(group: &RunGroup) -> Vec<Signal> {
    group.findings.iter().map(|finding| finding.signal).collect()
}

#[test]
fn the_limits_of_anhoej_are_the_published_ones() {
    for (useful, longest, crossings) in
        [(10, 6, 2), (12, 7, 3), (15, 7, 4), (20, 7, 6), (22, 7, 7), (24, 8, 8), (30, 8, 10)]
    {
        assert_eq!((longest_allowed(useful), crossings_needed(useful)), (longest, crossings), "{useful}");
    }
}

#[test]
fn the_limits_of_anhoej_are_those_of_the_formula() {
    assert_eq!((longest_allowed(0), crossings_needed(0)), (3, 0));
    let mut rows: Vec<u128> = vec![1];
    for useful in 1_u32..=100 {
        let formula = f64::from(useful).log2().round() + 3.0;
        assert!(
            (f64::from(u32::try_from(longest_allowed(useful as usize)).unwrap()) - formula).abs() < 0.1,
            "{useful}"
        );
        // Pascal's triangle: `rows` counts the rows of useful − 1 coins by their heads.
        let mut together = 0;
        let needed = rows.iter().position(|count| {
            together += count;
            together * 20 >= 1_u128 << (useful - 1)
        });
        assert_eq!(crossings_needed(useful as usize), needed.unwrap(), "{useful}");
        let next = (0..=rows.len()).map(|at| rows.get(at).unwrap_or(&0) + at.checked_sub(1).map_or(0, |at| rows[at]));
        rows = next.collect();
    }
}

#[test]
fn a_long_run_and_few_crossings_are_signals() {
    let chance = [4, 6, 5, 7, 3, 6, 4, 7, 3, 6, 4, 6, 3, 7, 5, 6];
    assert_eq!(signals(&chart(&chance, RunRules::Anhoej)), []);
    let step = [1, 2, 1, 3, 2, 1, 2, 3, 9, 8, 9, 7, 8, 9, 7, 8];
    let found = chart(&step, RunRules::Anhoej);
    assert_eq!((found.longest_run, found.crossings, found.useful), (8, 1, 16));
    assert_eq!(signals(&found), [Signal::LongRun, Signal::LongRun, Signal::FewCrossings]);
    assert_eq!(found.findings[1].points, 8..16);
    assert_eq!(found.findings[1].side, Some(Side::High));
    // One fewer on each side is no long run any more.
    let shorter = [1, 2, 1, 3, 2, 1, 2, 9, 3, 8, 9, 7, 8, 9, 7, 8];
    assert_eq!(chart(&shorter, RunRules::Anhoej).longest_run, 7);
    assert_eq!(signals(&chart(&shorter, RunRules::Anhoej)), [Signal::FewCrossings]);
}

#[test]
fn points_on_the_median_do_not_count() {
    let values = [1, 5, 2, 5, 1, 5, 9, 5, 8, 5, 9];
    let found = chart(&values, RunRules::Anhoej);
    assert!((found.median - 5.0).abs() < 1e-9);
    assert_eq!((found.useful, found.longest_run, found.crossings, found.is_short), (6, 3, 1, true));
    assert_eq!(signals(&found), [], "six points say nothing yet");
    assert_eq!(signals(&chart(&[3; 30], RunRules::Anhoej)), []);
    assert!(run_chart(&[], &[], RunRules::Anhoej).is_empty());
}

#[test]
fn ten_points_off_the_median_say_something() {
    let values = [1, 2, 1, 2, 1, 8, 9, 8, 9, 8];
    assert_eq!(signals(&chart(&values, RunRules::Anhoej)), [Signal::FewCrossings]);
    assert!(!chart(&values, RunRules::Anhoej).is_short);
    assert!(chart(&values[1..9], RunRules::Anhoej).is_short);
}

#[test]
fn perla_counts_shifts_runs_and_perhaps_trends() {
    let rules = RunRules::Perla;
    let values = [4, 6, 3, 7, 7, 9, 8, 7, 8, 3, 6, 4, 3, 7, 4, 3];
    let found = chart(&values, rules);
    assert_eq!(signals(&found), [Signal::Shift]);
    assert_eq!(found.findings[0].points, 3..9);
    let six_of_them = [4, 6, 3, 7, 7, 9, 8, 7, 3, 6, 4, 3, 7, 4, 6, 3];
    assert_eq!(signals(&chart(&six_of_them, rules)), []);
    // Five that rise; the equal one in between counts once.
    let rising = [7, 2, 6, 1, 6, 2, 3, 3, 5, 6, 8, 2, 7, 3, 6, 2];
    assert_eq!(signals(&chart(&rising, rules)), []);
    let found = chart(&rising, RunRules::PerlaWithTrend);
    assert_eq!(signals(&found), [Signal::Trend]);
    assert_eq!((found.findings[0].points.clone(), found.findings[0].side), (5..11, Some(Side::High)));
    let zigzag: Vec<i64> = (0..20).map(|at| at % 2 * 5).collect();
    assert_eq!(signals(&chart(&zigzag, rules)), [Signal::ManyRuns]);
    let step: Vec<i64> = (0..20).map(|at| i64::from(at > 9) * 5 + at % 2).collect();
    assert!(signals(&chart(&step, rules)).contains(&Signal::FewRuns));
}

#[test]
fn the_number_of_runs_is_that_of_all_orders() {
    for above in 0_u32..=7 {
        for below in 0..=7 {
            let mut orders = vec![0_u32; (above + below) as usize + 1];
            for order in (0_u32..1 << (above + below)).filter(|order| order.count_ones() == above) {
                let changes = (order ^ (order >> 1)) & ((1 << (above + below).max(1) >> 1) - 1);
                orders[(changes.count_ones() + u32::from(above + below > 0)) as usize] += 1;
            }
            let all: u32 = orders.iter().sum();
            let few = |runs: &usize| orders[..=*runs].iter().sum::<u32>() * 40 > all;
            let many = |runs: &usize| orders[*runs..].iter().sum::<u32>() * 40 > all;
            let first = (0..orders.len()).find(few).unwrap();
            let last = (0..orders.len()).rev().find(many).unwrap();
            assert_eq!(runs_expected(above as usize, below as usize), first..=last, "{above} and {below}");
        }
    }
    // As the published table has it for ten points.
    assert_eq!(runs_expected(5, 5), 3..=9);
}

#[test]
fn a_rebase_has_a_median_of_its_own() {
    let values: Vec<f64> =
        fractions(&[1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 21, 22, 21, 22, 21, 22, 21, 22, 21, 22, 21, 22]);
    assert!(!run_chart(&values, &[], RunRules::Anhoej)[0].findings.is_empty());
    let groups = run_chart(&values, &[12], RunRules::Anhoej);
    assert_eq!(groups.iter().map(|group| group.findings.len()).sum::<usize>(), 0);
    assert!((groups[1].median - 21.5).abs() < 1e-9);
    // Findings stand where they are in the whole series.
    let late: Vec<i64> = [9, 1].repeat(3).into_iter().chain((0..16).map(|at| i64::from(at > 7) * 9 + at % 2)).collect();
    let groups = run_chart(&fractions(&late), &[6], RunRules::Anhoej);
    assert_eq!(groups[1].findings[0].points, 6..14);
}

/// The signs of a series about its median, without those on it; the median is the number that has as many below as above.
fn signs(values: &[i64]) -> String {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let twice = sorted[(sorted.len() - 1) / 2] + sorted[sorted.len() / 2];
    let sign = |value: &i64| match (value * 2).cmp(&twice) {
        std::cmp::Ordering::Less => Some('-'),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some('+'),
    };
    values.iter().filter_map(sign).collect()
}

#[test]
fn charts_agree_with_a_row_of_signs() {
    let mut seen = BTreeSet::new();
    for (number, values) in series().iter().enumerate() {
        let signs = signs(values);
        let longest = signs.split('-').chain(signs.split('+')).map(str::len).max().unwrap();
        let crossings = signs.matches("+-").count() + signs.matches("-+").count();
        let group = chart(values, RunRules::Anhoej);
        assert_eq!(
            (group.useful, group.longest_run, group.crossings),
            (signs.len(), longest, crossings),
            "series {number}"
        );
        let is_long = signs.len() >= 10 && longest > longest_allowed(signs.len());
        let is_uncrossed = signs.len() >= 10 && crossings < crossings_needed(signs.len());
        let found = signals(&group);
        assert_eq!(found.contains(&Signal::LongRun), is_long, "series {number}");
        assert_eq!(found.contains(&Signal::FewCrossings), is_uncrossed, "series {number}");
        seen.insert((is_long, is_uncrossed));
        let perla = signals(&chart(values, RunRules::PerlaWithTrend));
        assert_eq!(perla.contains(&Signal::Shift), signs.len() >= 10 && longest >= 6, "series {number}");
        let mut steps = values.clone();
        steps.dedup();
        let is_trend = |row: &[i64]| row.is_sorted() || row.iter().rev().is_sorted();
        assert_eq!(
            perla.contains(&Signal::Trend),
            signs.len() >= 10 && steps.windows(5).any(is_trend),
            "series {number}"
        );
    }
    assert!(seen.len() >= 3, "the series show {seen:?}");
}
