//! What is drawn, as landscape pages: the chart of a measure, and the driver diagram of a theory of change. Each says the same in words.

use serde::Serialize;

use super::PaperText;
use crate::plan::view::measure::{Change, Chart, Measure, PeriodRow, Total};
use crate::plan::view::theory_of_change::{Diagram, Driver, PrimaryDriver, SecondaryDriver, TheoryOfChange, TriedIdea};

/// A chart with its numbers, as far as they may be shown.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct ChartPaper {
    pub definition: PaperText,
    /// The ward that is measured; nothing for the whole trust.
    pub of: Option<String>,
    pub unit: String,
    pub period: String,
    pub frequency: String,
    pub improvement: String,
    pub says: Vec<String>,
    pub signals: Vec<String>,
    pub rules: String,
    pub small_numbers: String,
    pub chart: Chart,
    /// A note is for those who read the numbers; a chart may hang where others see it. So there is none here.
    pub rows: Vec<PeriodRow>,
    pub totals: Vec<Total>,
    pub changes: Vec<Change>,
    pub sources: Vec<String>,
}

impl ChartPaper {
    /// Returns what the page of a measure shows; nothing where there are no numbers yet.
    pub fn of(measure: &Measure, definition: PaperText) -> Option<Self> {
        Some(ChartPaper {
            definition,
            of: measure.ward.as_ref().map(|ward| ward.words.clone()),
            unit: measure.unit.clone(),
            period: measure.period.clone(),
            frequency: measure.frequency.clone(),
            improvement: measure.improvement.clone(),
            says: measure.says.clone(),
            signals: measure.signals.clone(),
            rules: measure.rules.clone(),
            small_numbers: measure.small_numbers.clone(),
            chart: measure.chart.clone()?,
            rows: measure.rows.iter().map(|row| PeriodRow { note: None, ..row.clone() }).collect(),
            totals: measure.totals.clone(),
            changes: measure.changes.clone(),
            sources: measure.foot.sources.iter().map(|source| source.title.clone()).collect(),
        })
    }
}

/// A driver diagram, and the same as a list.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct DiagramPaper {
    /// The ward whose theory it is; nothing for the whole trust.
    pub of: Option<String>,
    pub aim: String,
    pub diagrams: Vec<Diagram>,
    pub drivers: Vec<DriverOnPaper>,
    /// No idea of any driver has been tested.
    pub is_untested: bool,
}

/// A driver with those that lead to it.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct DriverOnPaper {
    pub words: String,
    pub is_to_fill: bool,
    pub drivers: Vec<DriverOnPaper>,
    pub ideas: Vec<IdeaOnPaper>,
}

/// A change idea, and whether it has been tested.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct IdeaOnPaper {
    pub words: String,
    /// The language of the words, where it isn't the page's.
    pub lang: Option<String>,
    pub tested: String,
}

impl DiagramPaper {
    pub fn of(theory: &TheoryOfChange) -> Self {
        DiagramPaper {
            of: theory.ward.as_ref().map(|ward| ward.words.clone()),
            aim: theory.aim.clone(),
            diagrams: theory.diagrams.clone(),
            drivers: theory.primary_drivers.iter().map(primary).collect(),
            is_untested: theory.is_untested,
        }
    }
}

fn primary(driver: &PrimaryDriver) -> DriverOnPaper {
    let drivers = driver.secondary_drivers.iter().map(secondary).collect();
    DriverOnPaper { drivers, ..alone(&driver.driver) }
}

fn secondary(driver: &SecondaryDriver) -> DriverOnPaper {
    let idea = |tried: &TriedIdea| IdeaOnPaper {
        words: tried.idea.words.clone(),
        lang: tried.idea.lang.clone(),
        tested: tried.tested.clone(),
    };
    DriverOnPaper { ideas: driver.ideas.iter().map(idea).collect(), ..alone(&driver.driver) }
}

fn alone(driver: &Driver) -> DriverOnPaper {
    DriverOnPaper { words: driver.words.clone(), is_to_fill: driver.is_to_fill, drivers: Vec::new(), ideas: Vec::new() }
}
