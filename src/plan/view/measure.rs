//! A measure: its chart, in positions and words, and the same numbers in a table.

use std::sync::Arc;

use serde::Serialize;

use super::parts::{Foot, Link};
use super::piece::Piece;
use super::said::Said;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Measure {
    pub definition: Arc<Piece>,
    pub unit: String,
    pub audience: Vec<String>,
    /// The ward that is measured; nothing for the whole trust.
    pub ward: Option<Link>,
    pub frequency: String,
    /// The heading of the months or weeks.
    pub period: String,
    /// Which way is better, in words.
    pub improvement: String,
    pub target: Option<i64>,
    /// What the numbers say, a sentence each.
    pub says: Vec<String>,
    /// What is more than chance, a line each.
    pub signals: Vec<String>,
    /// By which rules they were read, and how small ones are shown.
    pub rules: String,
    pub small_numbers: String,
    /// Nothing where there are no numbers yet.
    pub chart: Option<Chart>,
    pub rows: Vec<PeriodRow>,
    pub totals: Vec<Total>,
    pub has_notes: bool,
    pub changes: Vec<Change>,
    /// The numbers as a file, seen from the site's root.
    pub download: Option<String>,
    pub foot: Foot,
}

/// A month or a week.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct PeriodRow {
    pub period: String,
    pub cell: NumberCell,
    pub note: Option<Said>,
    /// It is more than chance.
    pub signal: Option<&'static str>,
}

/// What stands in the place of a number.
#[derive(Clone, Debug, Hash, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "number")]
pub enum NumberCell {
    Number(u32),
    Star,
    /// Nobody counted.
    Gap,
}

/// The sum of a stretch of the table.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Total {
    pub words: String,
    pub cell: NumberCell,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Change {
    pub on: String,
    pub what: Said,
    pub rebase: bool,
}

/// A drawing, in its own units.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Chart {
    /// What those hear who don't see it.
    pub words: String,
    pub width: i64,
    pub height: i64,
    /// The edges of the part with the points.
    pub left: i64,
    pub right: i64,
    pub top: i64,
    pub bottom: i64,
    pub numbers: Vec<Tick>,
    pub periods: Vec<Tick>,
    /// The mean or the median, the limits, the target.
    pub levels: Vec<LevelLine>,
    /// The line through the points, broken where there is no number and where the numbers are read anew.
    pub lines: Vec<String>,
    pub points: Vec<Point>,
    /// Where there is a star in the place of a point.
    pub stars: Vec<i64>,
    pub changes: Vec<Mark>,
}

/// A number or a period beside an axis.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Tick {
    pub at: i64,
    /// Where its words begin, and how they are anchored there.
    pub words_at: i64,
    pub anchor: &'static str,
    pub words: String,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct LevelLine {
    pub kind: &'static str,
    pub from: i64,
    pub to: i64,
    pub at: i64,
    /// What it is called, where this is the last of its kind, and the place of the words.
    pub words: Option<String>,
    pub words_at: i64,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Point {
    pub x: i64,
    pub y: i64,
    /// `point`, `high` or `low`.
    pub shape: &'static str,
}

/// The number of a change, and where it stands.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Mark {
    pub at: i64,
    pub number: usize,
    pub rebase: bool,
}
