//! What may be shown of a survey: nothing of a group that is too small, and no count that would give a small one away.

use std::slice;

use super::small_numbers::{ShownNumber, SmallNumbersRule, release};

/// How often each choice of a question was picked, as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    pub choices: Vec<ShownNumber>,
    /// People who picked none.
    pub none: ShownNumber,
}

/// Tells whether so few people answered that nothing is shown of them.
pub fn is_too_few(rule: SmallNumbersRule, people: u32) -> bool {
    people < rule.smallest_group()
}

/// Returns how many people answered, as it may be shown.
pub fn people(rule: SmallNumbersRule, people: u32) -> ShownNumber {
    release(rule, &[people], &[], &[]).cells[0]
}

/// Returns what is shown of a question of which each person picks one choice. With those who picked none, the counts make up everybody, who
/// are shown as their sum; so a star isn't worked out from the rest. Where stars alone can't hide the small ones, nothing is shown.
pub fn of_one(rule: SmallNumbersRule, picked: &[u32], all: u32) -> Option<Counts> {
    let none = all.saturating_sub(picked.iter().sum());
    let cells: Vec<u32> = picked.iter().copied().chain([none]).collect();
    let everybody = 0..cells.len();
    let release = release(rule, &cells, slice::from_ref(&everybody), &[]);
    let is_sum_shown = release.sums.iter().all(|(_, sum)| sum.number().is_some());
    let mut choices = release.cells;
    let none = choices.pop()?;
    (is_sum_shown && release.given_away.is_empty()).then_some(Counts { choices, none })
}

/// Returns what is shown of a question of which people pick several choices. Of each choice those who didn't pick it are known too, by the
/// number of people; so they may be no small group either.
pub fn of_several(rule: SmallNumbersRule, picked: &[u32], none: u32, all: u32) -> Counts {
    let everybody = 0..2;
    let one = |count: u32| {
        let cells = [count, all.saturating_sub(count)];
        release(rule, &cells, slice::from_ref(&everybody), &[]).cells[0]
    };
    Counts { choices: picked.iter().map(|count| one(*count)).collect(), none: one(none) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::small_numbers::WhyStarred;

    fn numbers(shown: &[ShownNumber]) -> Vec<Option<u32>> {
        shown.iter().map(|one| one.number()).collect()
    }

    #[test]
    fn a_group_under_the_smallest_is_not_shown() {
        for (rule, least) in [(SmallNumbersRule::Mhsds5, 5), (SmallNumbersRule::Hes8, 8), (SmallNumbersRule::Fft, 5)] {
            assert!(is_too_few(rule, 0) && is_too_few(rule, least - 1) && !is_too_few(rule, least));
        }
        assert_eq!(people(SmallNumbersRule::Mhsds5, 23), ShownNumber::Number(25));
        assert_eq!(people(SmallNumbersRule::Fft, 23), ShownNumber::Number(23));
    }

    #[test]
    fn one_small_count_takes_another_with_it() {
        // 2 + 8 + 10 + 0 = 20: with the total, the 2 could be worked out from the 8 and the 10.
        let counts = of_one(SmallNumbersRule::Fft, &[2, 8, 10], 20).unwrap();
        assert_eq!(numbers(&counts.choices), [None, None, Some(10)]);
        assert_eq!(counts.choices[0], ShownNumber::Star(WhyStarred::Small));
        assert_eq!(counts.choices[1], ShownNumber::Star(WhyStarred::Protects));
        assert_eq!(counts.none, ShownNumber::Number(0));
    }

    #[test]
    fn those_who_did_not_answer_are_a_group_too() {
        let counts = of_one(SmallNumbersRule::Fft, &[9, 10], 20).unwrap();
        assert_eq!(counts.none, ShownNumber::Star(WhyStarred::Small));
        assert_eq!(numbers(&counts.choices), [None, Some(10)]);
        assert_eq!(numbers(&of_one(SmallNumbersRule::Fft, &[10, 10], 20).unwrap().choices), [Some(10), Some(10)]);
    }

    #[test]
    fn what_stars_cannot_hide_is_not_shown_at_all() {
        assert_eq!(of_one(SmallNumbersRule::Fft, &[4, 4, 0], 8), None, "with the total, both could be nothing but 4");
    }

    #[test]
    fn those_who_did_not_pick_a_choice_are_a_group_too() {
        let counts = of_several(SmallNumbersRule::Fft, &[18, 12, 2], 0, 20);
        assert_eq!(numbers(&counts.choices), [None, Some(12), None]);
        assert_eq!(counts.none, ShownNumber::Number(0));
    }

    /// Whatever is shown of three choices and the people without an answer, at least two numbers are possible behind each star.
    #[test]
    fn nothing_gives_a_star_away() {
        let shown = |cells: [u32; 4]| {
            let counts = of_one(SmallNumbersRule::Fft, &cells[..3], cells.iter().sum())?;
            Some(counts.choices.into_iter().chain([counts.none]).collect::<Vec<_>>())
        };
        // Readers are taken to know the rule, and why a number isn't shown.
        let can_be = |shown: ShownNumber, number: u32| match shown {
            ShownNumber::Number(shown) => shown == number,
            ShownNumber::Star(WhyStarred::Small) => SmallNumbersRule::Fft.small().contains(&number),
            ShownNumber::Star(WhyStarred::Protects) => number >= SmallNumbersRule::Fft.smallest_group(),
        };
        let each = |total: u32| {
            (0..=total).flat_map(move |a| {
                (0..=total - a).flat_map(move |b| (0..=total - a - b).map(move |c| [a, b, c, total - a - b - c]))
            })
        };
        for total in 5..=16 {
            for cells in each(total) {
                let Some(seen) = shown(cells) else { continue };
                for (at, _) in seen.iter().enumerate().filter(|(_, shown)| shown.number().is_none()) {
                    let is_possible =
                        |other: &[u32; 4]| other.iter().zip(&seen).all(|(cell, shown)| can_be(*shown, *cell));
                    let possible = each(total).filter(is_possible);
                    let mut values: Vec<u32> = possible.map(|other| other[at]).collect();
                    values.dedup();
                    assert!(values.iter().any(|value| *value != values[0]), "{cells:?} shows {seen:?}");
                }
            }
        }
    }
}
