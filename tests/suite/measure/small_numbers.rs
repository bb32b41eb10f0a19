//! Stars for small numbers: the published figures, and a reader who tries every number.

#![allow(clippy::single_range_in_vec_init, reason = "a single range is the one sum of a group")]

use std::ops::Range;

use wardpack::measure::small_numbers::{Release, ShownNumber, SmallNumbersRule, WhyStarred, release};

use super::Chance;

const MOST: u32 = 14;

fn written(shown: ShownNumber) -> String {
    shown.number().map_or_else(|| "*".to_owned(), |number| number.to_string())
}

fn cells(release: &Release) -> String {
    release.cells.iter().map(|shown| written(*shown)).collect::<Vec<_>>().join(" ")
}

fn sums(release: &Release) -> String {
    release.sums.iter().map(|(_, shown)| written(*shown)).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_rule_stars_its_own_numbers() {
    let counts: Vec<u32> = (0..=13).collect();
    let shown = |rule: SmallNumbersRule| cells(&release(rule, &counts, &[], &[]));
    assert_eq!(shown(SmallNumbersRule::Mhsds5), "* * * * * 5 5 5 10 10 10 10 10 15");
    assert_eq!(shown(SmallNumbersRule::Hes8), "0 * * * * * * * 10 10 10 10 10 15");
    assert_eq!(shown(SmallNumbersRule::Fft), "0 * * * * 5 6 7 8 9 10 11 12 13");
    assert_eq!(SmallNumbersRule::default().name(), "mhsds-5");
    assert!(SmallNumbersRule::ALL.iter().all(|(name, rule)| rule.name() == *name));
}

#[test]
fn the_friends_and_family_test_stars_as_it_is_published() {
    let first = release(SmallNumbersRule::Fft, &[0, 3, 5, 10, 2], &[], &[]);
    assert_eq!(cells(&first), "0 * 5 10 *");
    // 232 − 80 − 150 would give the 2 away.
    let group = release(SmallNumbersRule::Fft, &[2, 80, 150], &[0..3], &[]);
    assert_eq!((cells(&group), sums(&group)), ("* * 150".to_owned(), "232".to_owned()));
    let group = release(SmallNumbersRule::Fft, &[150, 80, 2], &[0..3], &[]);
    assert_eq!((cells(&group), sums(&group)), ("150 * *".to_owned(), "232".to_owned()));
    // Of two groups, only the one with a small number has stars.
    let two = release(SmallNumbersRule::Fft, &[2, 10, 30, 15, 18], &[0..3, 3..5], &[]);
    assert_eq!((cells(&two), sums(&two)), ("* * 30 15 18".to_owned(), "42 33".to_owned()));
    // A starred sum stars the two lowest of its parts, and what stands beside it is starred too.
    let cascade = release(SmallNumbersRule::Fft, &[3, 40, 50, 60, 70, 80, 90], &[0..1, 1..4, 4..7, 0..7], &[]);
    assert_eq!((cells(&cascade), sums(&cascade)), ("* * * 60 70 80 90".to_owned(), "* * 240 393".to_owned()));
}

#[test]
fn rounding_alone_does_not_hide_a_number() {
    // At least 28 in all, at most 12 and 12 beside it: only 4 is left.
    let table = release(SmallNumbersRule::Mhsds5, &[12, 12, 4], &[0..3], &[]);
    assert_eq!(cells(&table), "* 10 *");
    assert_eq!(sums(&table), "30");
    // A shown 5 is 5 at least: the others make 37 at least, and 37 at most with the last one, so that it would be 0.
    let table = release(SmallNumbersRule::Mhsds5, &[8, 8, 8, 8, 5, 0], &[0..6], &[]);
    assert_eq!((cells(&table), sums(&table)), ("* 10 10 10 * *".to_owned(), "35".to_owned()));
}

#[test]
fn a_later_release_does_not_give_a_number_away() {
    let before = release(SmallNumbersRule::Fft, &[20, 30, 40], &[0..3], &[]);
    assert_eq!((cells(&before), sums(&before)), ("20 30 40".to_owned(), "90".to_owned()));
    // 92 − 90 would be the new month. The others have been published, so that stars on them would hide nothing.
    let after = release(SmallNumbersRule::Fft, &[20, 30, 40, 2], &[0..4], std::slice::from_ref(&before));
    assert_eq!((cells(&after), sums(&after)), ("20 30 40 *".to_owned(), "*".to_owned()));
    let later = release(SmallNumbersRule::Fft, &[20, 30, 40, 2, 25], &[0..5], &[before, after]);
    assert_eq!((cells(&later), sums(&later)), ("20 30 40 * *".to_owned(), "117".to_owned()));
}

#[test]
fn what_is_out_already_is_told() {
    let before = Release { cells: vec![ShownNumber::Number(3), ShownNumber::Number(20)], ..Release::default() };
    let after = release(SmallNumbersRule::Fft, &[3, 20], &[0..2], &[before]);
    assert_eq!(after.given_away, [0..1]);
    assert_eq!(after.cells[0], ShownNumber::Star(WhyStarred::Small));
}

/// The numbers that a reader takes a cell for.
fn behind(rule: SmallNumbersRule, shown: ShownNumber) -> Vec<u32> {
    let is_small = |number: &u32| match rule {
        SmallNumbersRule::Mhsds5 => *number < 5,
        SmallNumbersRule::Hes8 => (1..8).contains(number),
        SmallNumbersRule::Fft => (1..5).contains(number),
    };
    let looks_like =
        |number: &u32| -> u32 { if rule == SmallNumbersRule::Fft { *number } else { (*number + 2) / 5 * 5 } };
    let all = 0..=MOST * 2;
    match shown {
        ShownNumber::Number(shown) => all.filter(|number| !is_small(number) && looks_like(number) == shown).collect(),
        ShownNumber::Star(WhyStarred::Small) => all.filter(is_small).collect(),
        ShownNumber::Star(WhyStarred::Protects) => all.filter(|number| !is_small(number) && *number > 0).collect(),
    }
}

/// Tells whether a sum can be what is shown of it; a reader doesn't know why a sum is starred.
fn can_be(rule: SmallNumbersRule, sum: u32, shown: ShownNumber) -> bool {
    match shown {
        ShownNumber::Number(_) => behind_sum(rule, sum) == Some(shown),
        ShownNumber::Star(_) => true,
    }
}

fn behind_sum(rule: SmallNumbersRule, sum: u32) -> Option<ShownNumber> {
    cells(&release(rule, &[sum], &[], &[])).parse().ok().map(ShownNumber::Number)
}

/// Returns every table that a reader of all releases takes for possible.
fn solutions(rule: SmallNumbersRule, releases: &[&Release], cells: usize) -> Vec<Vec<u32>> {
    let mut found: Vec<Vec<u32>> = vec![Vec::new()];
    for cell in 0..cells {
        let shown = releases.iter().filter_map(|release| release.cells.get(cell));
        let lists: Vec<Vec<u32>> = shown.map(|shown| behind(rule, *shown)).collect();
        let possible = lists[0].iter().filter(|number| lists.iter().all(|list| list.contains(number)));
        let possible: Vec<u32> = possible.copied().collect();
        found = found.iter().flat_map(|row| possible.iter().map(|number| [&row[..], &[*number]].concat())).collect();
        let ends_here = |(range, _): &&(Range<usize>, ShownNumber)| range.end == cell + 1;
        let sums: Vec<_> = releases.iter().flat_map(|release| release.sums.iter().filter(ends_here)).collect();
        found.retain(|row| sums.iter().all(|(range, shown)| can_be(rule, row[range.clone()].iter().sum(), *shown)));
    }
    found
}

/// Asserts that every starred cell and sum can be at least two numbers.
fn assert_hidden(rule: SmallNumbersRule, counts: &[u32], releases: &[&Release]) {
    let last = releases[releases.len() - 1];
    let all = solutions(rule, releases, counts.len());
    assert!(all.iter().any(|row| row == counts), "{rule:?} {counts:?}: the truth isn't possible: {releases:?}");
    let cells = last.cells.iter().enumerate().map(|(cell, shown)| (cell..cell + 1, *shown));
    for (range, _) in cells.chain(last.sums.iter().cloned()).filter(|(_, shown)| shown.number().is_none()) {
        let mut numbers: Vec<u32> = all.iter().map(|row| row[range.clone()].iter().sum()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let is_told = last.given_away.contains(&range);
        assert!(numbers.len() > 1 || is_told, "{rule:?} {counts:?}: {range:?} can only be {numbers:?}: {releases:?}");
    }
}

/// Tells whether a release alone gives the sum of these cells away.
fn is_out(rule: SmallNumbersRule, release: &Release, range: &Range<usize>) -> bool {
    let all = solutions(rule, &[release], release.cells.len());
    let mut sums = all.iter().map(|row| row.get(range.clone()).map(|cells| cells.iter().sum::<u32>()));
    let first = sums.next().flatten();
    first.is_some() && sums.all(|sum| sum == first)
}

#[test]
fn no_reader_works_out_a_starred_number() {
    let mut stars = 0;
    for (_, rule) in SmallNumbersRule::ALL {
        for seed in 0..60 {
            let mut chance = Chance::new(seed);
            let length = 2 + usize::try_from(chance.below(3)).unwrap();
            let mut number = || u32::try_from(chance.below([6, 15][usize::try_from(seed % 2).unwrap()])).unwrap();
            let counts: Vec<u32> = (0..length).map(|_| number().min(MOST)).collect();
            let before = release(rule, &counts[..length - 1], &[0..length - 1], &[]);
            let halves = [0..length / 2, length / 2..length, 0..length];
            for sums in [&halves[2..], &halves[..]] {
                let alone = release(rule, &counts, sums, &[]);
                assert_hidden(rule, &counts, &[&alone]);
                assert!(alone.given_away.is_empty(), "{rule:?} {counts:?}: {alone:?}");
                let after = release(rule, &counts, sums, std::slice::from_ref(&before));
                assert_hidden(rule, &counts, &[&before, &after]);
                for range in &after.given_away {
                    assert!(is_out(rule, &before, range), "{rule:?} {counts:?}: {before:?} {after:?}");
                }
                stars += after.cells.iter().filter(|shown| **shown == ShownNumber::Star(WhyStarred::Protects)).count();
            }
        }
    }
    assert!(stars > 20, "only {stars} stars protect others");
}
