//! What a reader can work out of a release.
//!
//! Every number of a table is the sum of cells that follow each other. With s(i) for the sum of the first i cells, what is shown says of
//! each number that s(end) − s(begin) lies in a range; a system of such differences has solutions in whole numbers exactly between its
//! shortest paths (Cormen and others, "Introduction to Algorithms", difference constraints). So nothing is guessed here: if two numbers
//! are possible, no reckoning gives one away.

use std::ops::Range;

/// More than any sum.
const FAR: i64 = i64::MAX / 4;

/// The numbers that may stand behind something shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Possible {
    pub least: i64,
    pub most: i64,
}

impl Possible {
    pub const ANY: Possible = Possible { least: 0, most: FAR };

    pub fn is_known(self) -> bool {
        self.least >= self.most
    }
}

/// What is known of sums of cells.
pub struct Ranges {
    cells: usize,
    /// From one sum of first cells to another: how much larger the second is at most.
    steps: Vec<(usize, usize, i64)>,
}

impl Ranges {
    pub fn new(cells: usize) -> Self {
        Ranges { cells, steps: Vec::new() }
    }

    /// Adds that the sum of these cells is one of these numbers.
    pub fn add(&mut self, cells: &Range<usize>, possible: Possible) {
        self.steps.push((cells.start, cells.end, possible.most));
        self.steps.push((cells.end, cells.start, -possible.least));
    }

    /// Returns all numbers that the sum of these cells can be.
    pub fn of(&self, cells: &Range<usize>) -> Possible {
        let most = self.distance(cells.start, cells.end);
        Possible { least: -self.distance(cells.end, cells.start), most }
    }

    /// Returns the shortest way (Bellman and Ford).
    fn distance(&self, from: usize, to: usize) -> i64 {
        let mut far = vec![FAR; self.cells + 1];
        far[from] = 0;
        // What is shown comes from real numbers, so that no way round gets shorter each time; the limit is for what isn't.
        for _ in 0..=self.cells {
            let mut is_shorter = false;
            for (begin, end, step) in self.steps.iter().chain(self.steps.iter().rev()) {
                let there = far[*begin].saturating_add(*step).min(FAR);
                if far[*begin] < FAR && there < far[*end] {
                    far[*end] = there;
                    is_shorter = true;
                }
            }
            if !is_shorter {
                break;
            }
        }
        far[to]
    }
}
