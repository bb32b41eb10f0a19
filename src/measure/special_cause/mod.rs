//! The special causes of an XmR chart, in their order ("Making Data Count", NHS England; NHSRplotthedots).
//!
//! - `one_side.rs`: Seven points on one side of the mean
//! - `outside_limit.rs`: A point outside a limit
//! - `pattern.rs`: The points that a pattern is made of
//! - `trend.rs`: Seven points that rise or fall
//! - `two_of_three.rs`: Two of three points beyond a near limit

mod one_side;
mod outside_limit;
mod pattern;
mod trend;
mod two_of_three;

use super::improvement::Side;
use super::limits::Limits;

/// Why a point isn't just more of the same. Where several rules find it, the first of these is its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpecialCause {
    OutsideLimit,
    Trend,
    TwoOfThree,
    OneSide,
}

/// A point of a special cause, and the side that it points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SpecialPoint {
    pub cause: SpecialCause,
    pub side: Side,
}

/// Returns the special cause of each point of a group. The side of a point is that of the mean; one on the mean has the side its
/// trend goes to.
pub fn special_causes(values: &[f64], limits: &Limits) -> Vec<Option<SpecialPoint>> {
    let rules = [
        (SpecialCause::OutsideLimit, outside_limit::points(values, limits)),
        (SpecialCause::Trend, trend::points(values)),
        (SpecialCause::TwoOfThree, two_of_three::points(values, limits)),
        (SpecialCause::OneSide, one_side::points(values, limits.mean)),
    ];
    let found = |(at, value): (usize, &f64)| {
        let (cause, side) = rules.iter().find_map(|(cause, points)| Some((*cause, points[at]?)))?;
        Some(SpecialPoint { cause, side: Side::of(*value, limits.mean).unwrap_or(side) })
    };
    values.iter().enumerate().map(found).collect()
}
