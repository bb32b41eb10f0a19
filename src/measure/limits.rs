//! The mean and the limits of an XmR chart.
//!
//! "Making Data Count" (NHS England), as NHSRplotthedots computes it: limits at the mean ± 2.66 times the mean moving range, near limits two
//! thirds of the way there. 2.66 is 3 / 1.128, three standard deviations as moving ranges tell them (Wheeler, "Understanding Variation").

use std::cmp::Ordering;

use super::arithmetic::{compare, mean};

/// How many mean moving ranges a limit is away from the mean.
const LIMIT: f64 = 2.66;
const NEAR_LIMIT: f64 = LIMIT * 2.0 / 3.0;
/// Moving ranges of this many times their own mean are too large for common cause (the upper range limit).
const UPPER_RANGE_LIMIT: f64 = 3.267;

/// Whether moving ranges at or above the upper range limit are left out of the mean moving range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screening {
    /// As NHSRplotthedots does.
    #[default]
    LargeRanges,
    /// As NHS England's workbook does.
    None,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    pub mean: f64,
    pub lower: f64,
    pub upper: f64,
    pub near_lower: f64,
    pub near_upper: f64,
}

impl Limits {
    /// Returns the limits of a series; nothing where there aren't two values.
    pub fn of(values: &[f64], screening: Screening) -> Option<Self> {
        let centre = mean(values)?;
        let ranges: Vec<f64> = values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
        let range = mean(&screened(&ranges, screening)?)?;
        Some(Limits {
            mean: centre,
            lower: centre - LIMIT * range,
            upper: centre + LIMIT * range,
            near_lower: centre - NEAR_LIMIT * range,
            near_upper: centre + NEAR_LIMIT * range,
        })
    }
}

fn screened(ranges: &[f64], screening: Screening) -> Option<Vec<f64>> {
    let all = mean(ranges)?;
    // Where nothing moves, nothing is too large either.
    if screening == Screening::None || all == 0.0 {
        return Some(ranges.to_vec());
    }
    let is_kept = |range: &f64| compare(*range, UPPER_RANGE_LIMIT * all) == Ordering::Less;
    Some(ranges.iter().copied().filter(is_kept).collect())
}
