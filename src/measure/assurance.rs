//! Whether a target will be met, by the limits of the last group ("Making Data Count", NHS England).

use super::arithmetic::compare;
use super::improvement::Improvement;
use super::limits::Limits;
use std::cmp::Ordering;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Assurance {
    /// The process will meet the target as it is.
    Passes,
    /// The process won't meet the target unless something changes.
    Fails,
    /// The target lies between the limits: it is met or missed by chance.
    HitAndMiss,
}

impl Assurance {
    /// Returns whether a target is met where the limits are these; nothing where neither way is better.
    pub fn of(target: f64, limits: &Limits, improvement: Improvement) -> Option<Self> {
        let is_above = compare(target, limits.upper) == Ordering::Greater;
        let is_below = compare(target, limits.lower) == Ordering::Less;
        match improvement {
            Improvement::Neutral => None,
            Improvement::Increase if is_above => Some(Assurance::Fails),
            Improvement::Increase if is_below => Some(Assurance::Passes),
            Improvement::Decrease if is_above => Some(Assurance::Passes),
            Improvement::Decrease if is_below => Some(Assurance::Fails),
            Improvement::Increase | Improvement::Decrease => Some(Assurance::HitAndMiss),
        }
    }
}
