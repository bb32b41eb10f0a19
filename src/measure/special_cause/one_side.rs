//! Seven points on one side of the mean. One on the mean itself breaks it.

use super::Side;
use super::pattern::{all_on, windows};

const POINTS: usize = 7;

/// Returns the side of each point that is part of such a row.
pub fn points(values: &[f64], mean: f64) -> Vec<Option<Side>> {
    windows(values, POINTS, |window| all_on(window.iter().map(|value| Side::of(*value, mean))))
}
