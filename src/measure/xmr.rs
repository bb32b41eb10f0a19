//! XmR charts: each point with what it says.

use std::ops::Range;

use super::groups::groups;
use super::limits::{Limits, Screening};
use super::special_cause::{SpecialCause, SpecialPoint, special_causes};

/// Limits of fewer points may change a lot with the next ones ("Making Data Count" asks for 12; the code of NHSRplotthedots for 13).
pub const TRIAL_UNDER: usize = 12;

/// A part of a series with limits of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct XmrGroup {
    pub points: Range<usize>,
    /// Nothing where there is one point only.
    pub limits: Option<Limits>,
    /// There are few points yet: the limits may change, and nothing is said of patterns.
    pub is_trial: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Xmr {
    pub groups: Vec<XmrGroup>,
    /// The special cause of each point.
    pub found: Vec<Option<SpecialPoint>>,
}

impl Xmr {
    /// Returns the chart of a series, with new groups beginning at `rebases`.
    pub fn of(values: &[f64], rebases: &[usize], screening: Screening) -> Self {
        let mut chart = Xmr { groups: Vec::new(), found: Vec::new() };
        for points in groups(values.len(), rebases) {
            let own = &values[points.clone()];
            let (limits, is_trial) = (Limits::of(own, screening), own.len() < TRIAL_UNDER);
            let found = limits.map_or_else(|| vec![None; own.len()], |limits| special_causes(own, &limits));
            let may_be_said = |found: &SpecialPoint| !is_trial || found.cause == SpecialCause::OutsideLimit;
            chart.found.extend(found.into_iter().map(|found| found.filter(may_be_said)));
            chart.groups.push(XmrGroup { points, limits, is_trial });
        }
        chart
    }
}
