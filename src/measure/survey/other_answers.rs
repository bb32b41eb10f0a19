//! Other answers that a reader takes for possible.
//!
//! A count is hidden where it can be at least two numbers, for all that a reader of every release knows. How people answered makes one of
//! them. The others are looked for close by: somebody picked another choice, or two people of different batches did so the opposite way
//! round. Each is held against everything that any release shows, so what is found is really possible; and since the number of people stays
//! as it is, the questions of a survey can't narrow each other down.

use std::ops::Range;

use super::{AnswerBatch, Picks};
use crate::measure::small_numbers::{ShownNumber, SmallNumbersRule, WhyStarred};

/// The answers to one question, and what is shown of them.
pub struct AskedTable {
    rule: SmallNumbersRule,
    picks: Picks,
    /// How many people each batch has.
    people: Vec<u32>,
    /// Of each batch how often each choice was picked, and then how often none.
    batches: Vec<Vec<u32>>,
    /// What each release shows of the batches so far; nothing where it can't show the question.
    shown: Vec<Option<Vec<ShownNumber>>>,
}

/// A count of people that nobody may work out: of a cell, over some batches.
#[derive(Clone, Debug)]
struct HiddenCount {
    cell: usize,
    batches: Range<usize>,
}

/// One person more or fewer in a cell of a batch.
#[derive(Clone, Copy)]
struct CountStep {
    batch: usize,
    cell: usize,
    by: i32,
}

impl AskedTable {
    pub fn new(rule: SmallNumbersRule, picks: Picks, batches: &[AnswerBatch]) -> Self {
        let cells = |batch: &AnswerBatch| batch.picked.iter().copied().chain([batch.none]).collect();
        let people = batches.iter().map(|batch| batch.people).collect();
        AskedTable { rule, picks, people, batches: batches.iter().map(cells).collect(), shown: Vec::new() }
    }

    /// Returns what a release shows that has one batch more than the last one.
    pub fn add_release(&mut self) -> Option<Vec<ShownNumber>> {
        let release = self.shown.len();
        let cells = 0..self.batches[release].len();
        let first = |cell| ShownNumber::first(self.rule, self.count(cell, &(0..release + 1)));
        self.shown.push(Some(cells.map(first).collect()));
        while let Some(open) = self.first_open() {
            let protects = self.that_protects(&open);
            match (protects, &mut self.shown[release]) {
                (Some(cell), Some(shown)) => shown[cell] = ShownNumber::Star(WhyStarred::Protects),
                (_, shown) => {
                    *shown = None;
                    break;
                }
            }
        }
        self.shown[release].clone()
    }

    fn count(&self, cell: usize, batches: &Range<usize>) -> u32 {
        self.batches[batches.clone()].iter().map(|batch| batch[cell]).sum()
    }

    /// Returns the first count to be hidden that can be one number only.
    fn first_open(&self) -> Option<HiddenCount> {
        let others = self.other_answers();
        let is_open = |hidden: &HiddenCount| {
            let is_in = |step: &&CountStep| step.cell == hidden.cell && hidden.batches.contains(&step.batch);
            let changes = |steps: &Vec<CountStep>| steps.iter().filter(is_in).map(|step| step.by).sum::<i32>() != 0;
            !others.iter().any(changes)
        };
        self.hidden().into_iter().find(is_open)
    }

    /// Returns the counts to be hidden: those of the batches up to a release that are starred there, and those over any batches that are
    /// small, or that leave a small group.
    fn hidden(&self) -> Vec<HiddenCount> {
        let releases = self.shown.len();
        let small = self.rule.small();
        let mut hidden = Vec::new();
        for (begin, end) in (0..releases).flat_map(|begin| (begin + 1..=releases).map(move |end| (begin, end))) {
            let people: u32 = self.people[begin..end].iter().sum();
            for cell in 0..self.batches[0].len() {
                let count = self.count(cell, &(begin..end));
                let shown = self.shown[end - 1].as_ref().map(|shown| shown[cell]);
                let is_starred = begin == 0 && shown.is_some_and(|shown| shown.number().is_none());
                if is_starred || small.contains(&count) || small.contains(&people.saturating_sub(count)) {
                    hidden.push(HiddenCount { cell, batches: begin..end });
                }
            }
        }
        hidden
    }

    /// Returns the cell of the newest release to star next: the one that is open itself, or else the lowest.
    fn that_protects(&self, open: &HiddenCount) -> Option<usize> {
        let release = self.shown.len() - 1;
        let shown = self.shown[release].as_ref()?;
        let count = |cell: usize| self.count(cell, &(0..release + 1));
        // A 0 that is shown can be nothing else; a star would say that it is no 0.
        let can_protect = |cell: &usize| shown[*cell].number().is_some() && count(*cell) > 0;
        let itself = Some(open.cell).filter(can_protect);
        itself.or_else(|| (0..shown.len()).filter(can_protect).min_by_key(|cell| count(*cell)))
    }

    /// Returns the ways in which people may have answered otherwise, for all that the releases show.
    fn other_answers(&self) -> Vec<Vec<CountStep>> {
        let releases = self.shown.len();
        let mut others = Vec::new();
        for batch in 0..releases {
            for steps in self.steps(batch) {
                let opposite =
                    |other: usize| steps.iter().map(move |step| CountStep { batch: other, by: -step.by, ..*step });
                let other_batches = (0..releases).filter(|other| *other != batch);
                let twice = other_batches.map(|other| steps.iter().copied().chain(opposite(other)).collect());
                others.extend(std::iter::once(steps.clone()).chain(twice).filter(|steps| self.is_possible(steps)));
            }
        }
        others
    }

    /// Returns small changes to the answers of a batch that leave the number of people as it is.
    fn steps(&self, batch: usize) -> Vec<Vec<CountStep>> {
        let cells = self.batches[batch].len();
        let step = |cell: usize, by: i32| CountStep { batch, cell, by };
        let pairs = (0..cells).flat_map(|one| (0..cells).map(move |other| (one, other)));
        let moved = pairs.filter(|(one, other)| one != other).map(|(one, other)| vec![step(one, 1), step(other, -1)]);
        let alone = (0..cells).flat_map(|cell| [vec![step(cell, 1)], vec![step(cell, -1)]]);
        match self.picks {
            Picks::One => moved.collect(),
            Picks::Several => alone.chain(moved).collect(),
        }
    }

    /// Tells whether people can have answered so, and every release would show what it shows.
    fn is_possible(&self, steps: &[CountStep]) -> bool {
        let by = |batch: usize, cell: usize| {
            steps.iter().filter(|step| step.batch == batch && step.cell == cell).map(|step| step.by).sum::<i32>()
        };
        let mut sums = vec![0; self.batches[0].len()];
        for (batch, shown) in self.shown.iter().enumerate() {
            let counts = self.batches[batch].iter().enumerate();
            let counts: Option<Vec<u32>> =
                counts.map(|(cell, count)| count.checked_add_signed(by(batch, cell))).collect();
            let Some(counts) = counts.filter(|counts| self.can_be_picked(counts, self.people[batch])) else {
                return false;
            };
            sums.iter_mut().zip(&counts).for_each(|(sum, count)| *sum += count);
            let mut pairs = shown.iter().flatten().zip(&sums);
            if !pairs.all(|(shown, sum)| self.can_stand_behind(*shown, *sum)) {
                return false;
            }
        }
        true
    }

    /// Tells whether so many people can have picked each choice, and none.
    fn can_be_picked(&self, counts: &[u32], people: u32) -> bool {
        let Some((none, picked)) = counts.split_last() else { return false };
        let Some(answered) = people.checked_sub(*none) else { return false };
        let all: u32 = picked.iter().sum();
        match self.picks {
            Picks::One => all == answered,
            // Whoever answered picked at least one, and nobody picks one twice.
            Picks::Several => all >= answered && picked.iter().all(|count| *count <= answered),
        }
    }

    /// Tells whether a number can stand behind what is shown. We take it that readers can tell why it is starred.
    fn can_stand_behind(&self, shown: ShownNumber, number: u32) -> bool {
        let small = self.rule.small();
        match shown {
            ShownNumber::Number(shown) => self.rule.behind(shown).contains(&number),
            ShownNumber::Star(WhyStarred::Small) => small.contains(&number),
            ShownNumber::Star(WhyStarred::Protects) => number > *small.end(),
        }
    }
}
