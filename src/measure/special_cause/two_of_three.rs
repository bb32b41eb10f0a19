//! Two of three points beyond a near limit, all three on one side of the mean. A point outside the limit itself has a reason of its own, and
//! isn't one of the two (NHSRplotthedots).

use super::pattern::{all_on, windows};
use super::{Limits, Side, outside_limit};

/// Returns the side of each of the two.
pub fn points(values: &[f64], limits: &Limits) -> Vec<Option<Side>> {
    let near = near(values, limits);
    let seen: Vec<_> = values.iter().map(|value| Side::of(*value, limits.mean)).zip(&near).collect();
    let part = windows(&seen, 3, |window| {
        let is_enough = window.iter().filter(|(_, near)| near.is_some()).count() >= 2;
        all_on(window.iter().map(|(side, _)| *side)).filter(|_| is_enough)
    });
    part.into_iter().zip(near).map(|(part, near)| part.and(near)).collect()
}

/// Returns the side on which each point is between a near limit and the limit.
fn near(values: &[f64], limits: &Limits) -> Vec<Option<Side>> {
    let narrow = Limits { lower: limits.near_lower, upper: limits.near_upper, ..*limits };
    let beyond = outside_limit::points(values, &narrow).into_iter();
    beyond.zip(outside_limit::points(values, limits)).map(|(near, far)| near.filter(|_| far.is_none())).collect()
}
