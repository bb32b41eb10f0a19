//! What may be shown of a survey: nothing of a group that is too small, and no count that would give a small one away, be it from the counts
//! beside it, from the number of people, or from what was published before.
//!
//! - `other_answers.rs`: Other answers that a reader takes for possible

mod other_answers;

use std::ops::Range;

use super::small_numbers::{ShownNumber, SmallNumbersRule, release};
use other_answers::AskedTable;

/// How often each choice of a question was picked, as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    pub choices: Vec<ShownNumber>,
    /// People who picked none.
    pub none: ShownNumber,
}

/// How many choices of a question a person picks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picks {
    One,
    Several,
}

/// The answers to one question that came in between two releases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerBatch {
    pub people: u32,
    pub picked: Vec<u32>,
    /// People who picked none.
    pub none: u32,
}

impl AnswerBatch {
    /// Adds what one person picked.
    pub fn add(&mut self, chosen: &[usize]) {
        self.people += 1;
        for choice in chosen {
            self.picked[*choice] += 1;
        }
        self.none += u32::from(chosen.is_empty());
    }

    /// Returns the answers of these people and of others, put together.
    #[must_use]
    pub fn with(&self, other: &AnswerBatch) -> AnswerBatch {
        AnswerBatch {
            people: self.people + other.people,
            picked: self.picked.iter().zip(&other.picked).map(|(one, other)| one + other).collect(),
            none: self.none + other.none,
        }
    }
}

/// Returns which batches of people each release shows for the first time. Of fewer people than the smallest group nothing is shown: they
/// wait for the next ones, so that nobody sees from two releases what these few picked. The last ones may be waiting still.
pub fn releases(rule: SmallNumbersRule, people: &[u32]) -> Vec<Range<usize>> {
    let (mut releases, mut begin, mut new) = (Vec::new(), 0, 0);
    for (batch, people) in people.iter().enumerate() {
        new += people;
        if new >= rule.smallest_group() {
            releases.push(begin..batch + 1);
            (begin, new) = (batch + 1, 0);
        }
    }
    releases
}

/// Returns how many people answered, as it may be shown.
pub fn people(rule: SmallNumbersRule, people: u32) -> ShownNumber {
    release(rule, &[people], &[], &[]).cells[0]
}

/// Returns what the newest release shows of a question, after all earlier ones; each shows one more batch. Nothing where stars alone can't hide
/// what has to be hidden. For each star a reader of all releases has at least two numbers to choose from. The same holds for those who
/// didn't pick a choice, and for those who picked it between two releases, wherever they are a small group.
pub fn counts(rule: SmallNumbersRule, picks: Picks, batches: &[AnswerBatch]) -> Option<Counts> {
    let mut table = AskedTable::new(rule, picks, batches);
    let mut choices = batches.iter().map(|_| table.add_release()).last()??;
    let none = choices.pop()?;
    Some(Counts { choices, none })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::small_numbers::WhyStarred;

    const FFT: SmallNumbersRule = SmallNumbersRule::Fft;

    fn numbers(shown: &[ShownNumber]) -> Vec<Option<u32>> {
        shown.iter().map(|one| one.number()).collect()
    }

    fn batch(people: u32, picked: &[u32], none: u32) -> AnswerBatch {
        AnswerBatch { people, picked: picked.to_vec(), none }
    }

    fn of_one(picked: &[u32], people: u32) -> Option<Counts> {
        counts(FFT, Picks::One, &[batch(people, picked, people - picked.iter().sum::<u32>())])
    }

    #[test]
    #[allow(clippy::single_range_in_vec_init, reason = "a single range is the one release")]
    fn a_group_under_the_smallest_waits_for_others() {
        for (rule, least) in [(SmallNumbersRule::Mhsds5, 5), (SmallNumbersRule::Hes8, 8), (FFT, 5)] {
            assert!(releases(rule, &[]).is_empty() && releases(rule, &[least - 1]).is_empty());
            assert_eq!(releases(rule, &[least]), [0..1]);
            assert_eq!(releases(rule, &[least, least - 1]), [0..1], "the last ones wait");
            assert_eq!(releases(rule, &[least, 3, 1, least, 2]), [0..1, 1..4]);
        }
        assert_eq!(people(SmallNumbersRule::Mhsds5, 23), ShownNumber::Number(25));
        assert_eq!(people(FFT, 23), ShownNumber::Number(23));
    }

    #[test]
    fn one_small_count_takes_another_with_it() {
        // 2 + 8 + 10 + 0 = 20: with the total, the 2 could be worked out from the 8 and the 10.
        let counts = of_one(&[2, 8, 10], 20).unwrap();
        assert_eq!(numbers(&counts.choices), [None, None, Some(10)]);
        assert_eq!(counts.choices[0], ShownNumber::Star(WhyStarred::Small));
        assert_eq!(counts.choices[1], ShownNumber::Star(WhyStarred::Protects));
        assert_eq!(counts.none, ShownNumber::Number(0));
    }

    #[test]
    fn those_who_did_not_answer_are_a_group_too() {
        let counts = of_one(&[9, 10], 20).unwrap();
        assert_eq!(counts.none, ShownNumber::Star(WhyStarred::Small));
        assert_eq!(numbers(&counts.choices), [None, Some(10)]);
        assert_eq!(numbers(&of_one(&[10, 10], 20).unwrap().choices), [Some(10), Some(10)]);
    }

    #[test]
    fn what_stars_cannot_hide_is_not_shown_at_all() {
        assert_eq!(of_one(&[4, 4, 0], 8), None, "with the total, both could be nothing but 4");
    }

    #[test]
    fn those_who_did_not_pick_a_choice_are_a_group_too() {
        let several = counts(FFT, Picks::Several, &[batch(20, &[18, 12, 2], 0)]).unwrap();
        assert_eq!(numbers(&several.choices), [None, Some(12), None]);
        assert_eq!(several.none, ShownNumber::Number(0));
        // Four in all picked something else, by two small counts that both are starred; so the large one is too.
        assert_eq!(numbers(&of_one(&[16, 2, 2], 20).unwrap().choices), [None; 3]);
    }

    #[test]
    fn choices_of_pick_several_protect_each_other() {
        // There is one choice only: who didn't pick it picked none.
        let one = counts(FFT, Picks::Several, &[batch(20, &[18], 2)]).unwrap();
        assert_eq!((numbers(&one.choices), one.none.number()), (vec![None], None));
    }

    #[test]
    fn two_releases_do_not_tell_what_few_new_people_picked() {
        let (first, second) = (batch(20, &[10, 10], 0), batch(6, &[4, 2], 0));
        assert_eq!(
            numbers(&counts(FFT, Picks::One, std::slice::from_ref(&first)).unwrap().choices),
            [Some(10), Some(10)]
        );
        let after = counts(FFT, Picks::One, &[first.clone(), second.clone()]).unwrap();
        assert_eq!(numbers(&after.choices), [None, None], "14 − 10 and 12 − 10 are small");
        // A third release may show the numbers again, if the second showed none of them.
        let third = counts(FFT, Picks::One, &[first.clone(), second, batch(20, &[12, 8], 0)]).unwrap();
        assert_eq!(numbers(&third.choices), [Some(26), Some(20)]);
        // Rounding hides a small difference: 10 and 10 before, 15 and 10 after.
        let rounded = counts(SmallNumbersRule::Mhsds5, Picks::One, &[first, batch(6, &[4, 2], 0)]).unwrap();
        assert_eq!(numbers(&rounded.choices), [Some(15), Some(10)]);
    }
}
