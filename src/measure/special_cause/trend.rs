//! Seven points that rise or fall. Two equal values break it.

use super::Side;
use super::pattern::{all_on, windows};

const POINTS: usize = 7;

/// Returns the way of the trend that each point is part of.
pub fn points(values: &[f64]) -> Vec<Option<Side>> {
    windows(values, POINTS, |window| all_on(window.windows(2).map(|pair| Side::of(pair[1], pair[0]))))
}
