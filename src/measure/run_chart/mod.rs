//! Run charts: a median, and what the points on its two sides say.
//!
//! - `anhoej.rs`: The rules of Anhøj: one long run, or few crossings
//! - `perla.rs`: The rules of Perla and others: a shift, perhaps a trend, and the number of runs
//! - `runs.rs`: The runs of a series about its median

pub mod anhoej;
pub mod perla;
mod runs;

use std::ops::Range;

use super::arithmetic::median;
use super::groups::groups;
use super::improvement::Side;
use runs::{MedianRun, runs};

/// So few points off the median say nothing yet.
pub const USEFUL_FROM: usize = 10;

/// By which rules a run chart is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RunRules {
    #[default]
    Anhoej,
    Perla,
    /// Only where somebody asks for it: the rule of the trend finds hardly anything but chance (PLoS ONE 2014, e113825).
    PerlaWithTrend,
}

/// What a run chart shows that is unlike chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Signal {
    LongRun,
    FewCrossings,
    Shift,
    Trend,
    FewRuns,
    ManyRuns,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunFinding {
    pub signal: Signal,
    /// The side that it points to; nothing where it is about the whole group.
    pub side: Option<Side>,
    /// The points of the series that it is about.
    pub points: Range<usize>,
}

/// A part of a series with a median of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct RunGroup {
    pub points: Range<usize>,
    pub median: f64,
    /// How many points are off the median.
    pub useful: usize,
    pub longest_run: usize,
    /// How often the median is crossed.
    pub crossings: usize,
    /// There are too few useful points, and nothing is looked for.
    pub is_short: bool,
    pub findings: Vec<RunFinding>,
}

/// Returns the groups of a run chart, with new ones beginning at `rebases`.
pub fn run_chart(values: &[f64], rebases: &[usize], rules: RunRules) -> Vec<RunGroup> {
    let groups = groups(values.len(), rebases).into_iter();
    groups.filter_map(|points| group(&values[points.clone()], points, rules)).collect()
}

fn group(own: &[f64], points: Range<usize>, rules: RunRules) -> Option<RunGroup> {
    let median = median(own)?;
    let runs = runs(own, median);
    let useful = runs.iter().map(|run| run.length).sum();
    let is_short = useful < USEFUL_FROM;
    let found = match rules {
        _ if is_short => Vec::new(),
        RunRules::Anhoej => anhoej::signals(&runs),
        RunRules::Perla => perla::signals(&runs, Vec::new()),
        RunRules::PerlaWithTrend => perla::signals(&runs, perla::trends(own)),
    };
    let begin = points.start;
    let in_series =
        |found: RunFinding| RunFinding { points: found.points.start + begin..found.points.end + begin, ..found };
    Some(RunGroup {
        points,
        median,
        useful,
        longest_run: runs.iter().map(|run| run.length).max().unwrap_or(0),
        crossings: runs.len().saturating_sub(1),
        is_short,
        findings: found.into_iter().map(in_series).collect(),
    })
}

/// Returns a finding about all of a group.
fn whole(signal: Signal, runs: &[MedianRun]) -> RunFinding {
    let begin = runs.first().map_or(0, |run| run.points.start);
    RunFinding { signal, side: None, points: begin..runs.last().map_or(0, |run| run.points.end) }
}
