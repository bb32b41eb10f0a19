//! A series beside what its rules say of it.

use std::ops::Range;

use crate::measure::improvement::Side;
use crate::measure::reading::Reading;
use crate::measure::special_cause::{SpecialCause, SpecialPoint};
use crate::model::measure::Measure;
use crate::resolve::measures::Series;

pub struct Read<'a> {
    pub series: &'a Series<'a>,
    pub reading: Reading,
    /// The slots with a number, and those numbers.
    pub slots: Vec<usize>,
    pub values: Vec<f64>,
}

impl<'a> Read<'a> {
    pub fn new(series: &'a Series<'a>, measure: &Measure) -> Self {
        let shown = series.slots.iter().enumerate().filter_map(|(slot, one)| Some((slot, one.shown?.number()?)));
        let (slots, values): (Vec<usize>, Vec<f64>) = shown.map(|(slot, number)| (slot, f64::from(number))).unzip();
        let stars = series.slots.iter().filter(|slot| slot.shown.is_some_and(|shown| shown.number().is_none())).count();
        let rebases: Vec<usize> =
            series.rebases.iter().map(|begin| slots.partition_point(|slot| slot < begin)).collect();
        Read { reading: Reading::of(&values, stars, &rebases, measure.rules), series, slots, values }
    }

    /// Returns the slots of a stretch of values.
    pub fn slots_of(&self, values: &Range<usize>) -> Range<usize> {
        self.slots[values.start]..self.slots[values.end - 1] + 1
    }

    /// Returns the side to which the signal at a slot points.
    pub fn signal_at(&self, slot: usize) -> Option<Side> {
        let value = self.slots.binary_search(&slot).ok()?;
        match &self.reading {
            Reading::Xmr(chart) => chart.found[value].map(|found| found.side),
            Reading::RunChart(groups) => {
                let mut findings = groups.iter().flat_map(|group| &group.findings);
                findings.find(|finding| finding.side.is_some() && finding.points.contains(&value))?.side
            }
            Reading::TooManyStars | Reading::Nothing => None,
        }
    }

    /// Returns the special causes of an XmR chart, those of neighbours that have the same one together.
    pub fn special_causes(&self) -> Vec<(Range<usize>, SpecialPoint)> {
        let Reading::Xmr(chart) = &self.reading else { return Vec::new() };
        let mut causes: Vec<(Range<usize>, SpecialPoint)> = Vec::new();
        for (value, found) in chart.found.iter().enumerate().filter_map(|(value, found)| Some((value, (*found)?))) {
            let is_same = |(values, last): &&mut (Range<usize>, SpecialPoint)| {
                let is_one =
                    last.cause == found.cause && (last.side == found.side || found.cause == SpecialCause::Trend);
                is_one && values.end == value && !chart.groups.iter().any(|group| group.points.start == value)
            };
            match causes.last_mut().filter(|last| is_same(last)) {
                Some((values, _)) => values.end += 1,
                None => causes.push((value..value + 1, found)),
            }
        }
        for (values, found) in causes.iter_mut().filter(|(_, found)| found.cause == SpecialCause::Trend) {
            // Its points lie on both sides of the mean; where it goes is what counts.
            let is_rising = self.values[values.end - 1] > self.values[values.start];
            found.side = if is_rising { Side::High } else { Side::Low };
        }
        causes
    }
}
