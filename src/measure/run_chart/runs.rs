//! The runs of a series about its median. Points on it don't count: they neither break a run nor make it longer.

use std::ops::Range;

use crate::measure::improvement::Side;

/// Points that follow each other on one side of the median.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MedianRun {
    pub side: Side,
    /// How many of its points are off the median.
    pub length: usize,
    /// From its first to its last point.
    pub points: Range<usize>,
}

/// Returns the runs of a series.
pub fn runs(values: &[f64], median: f64) -> Vec<MedianRun> {
    let mut runs: Vec<MedianRun> = Vec::new();
    for (at, value) in values.iter().enumerate() {
        let Some(side) = Side::of(*value, median) else { continue };
        match runs.last_mut().filter(|run| run.side == side) {
            Some(run) => {
                run.length += 1;
                run.points.end = at + 1;
            }
            None => runs.push(MedianRun { side, length: 1, points: at..at + 1 }),
        }
    }
    runs
}
