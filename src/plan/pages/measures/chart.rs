//! The drawing of a measure: where everything stands. The words are those of the page.

use super::read::Read;
use super::sentences::rounded;
use super::stretch;
use crate::measure::improvement::Side;
use crate::measure::reading::Reading;
use crate::model::measure::Measure;
use crate::plan::view::measure::{Chart, LevelLine, Mark, Point, Tick};
use crate::plan::voice::Voice;

const WIDTH: i64 = 740;
const HEIGHT: i64 = 400;
const LEFT: i64 = 56;
/// Beside the lines there is room for what they are called.
const RIGHT: i64 = WIDTH - 130;
/// Above there is room for the numbers of changes.
const TOP: i64 = 34;
const BOTTOM: i64 = HEIGHT - 44;
/// How many periods have their names below, and numbers theirs at the side, at most.
const MOST_PERIODS: usize = 4;
const MOST_NUMBERS: f64 = 6.0;
/// How far apart two lines of words are.
const LINE: i64 = 19;

/// Turns slots and numbers into places.
struct Scale {
    slots: usize,
    most: f64,
}

impl Scale {
    fn x(&self, slot: usize) -> i64 {
        let at = |slot: usize| i64::try_from(slot).unwrap_or(0);
        LEFT + (2 * at(slot) + 1) * (RIGHT - LEFT) / (2 * at(self.slots).max(1))
    }

    /// Returns the edge before a slot.
    fn edge(&self, slot: usize) -> i64 {
        let at = |slot: usize| i64::try_from(slot).unwrap_or(0);
        LEFT + at(slot) * (RIGHT - LEFT) / at(self.slots).max(1)
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "the numbers of a drawing are small, and `as` keeps to their range"
    )]
    fn y(&self, number: f64) -> i64 {
        let height = f64::from(i32::try_from(BOTTOM - TOP).unwrap_or(0));
        BOTTOM - (number.clamp(0.0, self.most) / self.most * height).round() as i64
    }
}

/// Returns the drawing; `says` and `signals` are for those who don't see it.
pub fn chart(voice: &Voice<'_>, measure: &Measure, read: &Read<'_>, says: &[String], signals: &[String]) -> Chart {
    let series = read.series;
    let levels = levels(voice, measure, read);
    let highest = levels.iter().map(|level| level.at).chain(read.values.iter().copied()).fold(1.0, f64::max);
    let step = step(highest);
    let scale = Scale { slots: series.slots.len(), most: (highest / step).ceil() * step };
    let point = |(value, slot): (usize, &usize)| {
        let shape = match read.signal_at(*slot) {
            None => "point",
            Some(Side::High) => "high",
            Some(Side::Low) => "low",
        };
        Point { x: scale.x(*slot), y: scale.y(read.values[value]), shape }
    };
    let is_starred = |slot: &usize| series.slots[*slot].shown.is_some_and(|shown| shown.number().is_none());
    let all = stretch(voice, series, &(0..series.slots.len()));
    let words = voice.words_with(&["measure", "chart_words"], "{unit}", &voice.line(&measure.unit));
    let words = [words.replace("{period}", &all)].into_iter().chain(says.iter().chain(signals).cloned());
    Chart {
        words: words.collect::<Vec<_>>().join(" "),
        width: WIDTH,
        height: HEIGHT,
        left: LEFT,
        right: RIGHT,
        top: TOP,
        bottom: BOTTOM,
        numbers: numbers(&scale, step),
        periods: periods(voice, read, &scale),
        levels: placed(levels, &scale),
        lines: lines(read, &scale),
        points: read.slots.iter().enumerate().map(point).collect(),
        stars: (0..series.slots.len()).filter(is_starred).map(|slot| scale.x(slot)).collect(),
        changes: changes(measure, read, &scale),
    }
}

/// Returns the distance of the numbers at the side: 1, 2 or 5, or ten times such a one.
fn step(highest: f64) -> f64 {
    let mut step = 1.0;
    for factor in [2.0, 2.5, 2.0].into_iter().cycle() {
        if highest / step <= MOST_NUMBERS {
            break;
        }
        step *= factor;
    }
    step
}

fn numbers(scale: &Scale, step: f64) -> Vec<Tick> {
    let count = (0..).map(f64::from).map(|number| number * step).take_while(|number| *number <= scale.most);
    count
        .map(|number| Tick { at: scale.y(number), words_at: LEFT - 8, anchor: "end", words: rounded(number) })
        .collect()
}

fn periods(voice: &Voice<'_>, read: &Read<'_>, scale: &Scale) -> Vec<Tick> {
    let slots = read.series.slots.len();
    let apart = slots.div_ceil(MOST_PERIODS).max(1);
    let name = |slot: usize| match read.series.frequency {
        crate::model::numbers::Frequency::Month => voice.strings.month(read.series.slots[slot].first_day),
        crate::model::numbers::Frequency::Week | crate::model::numbers::Frequency::Day => {
            voice.strings.date(read.series.slots[slot].first_day)
        }
    };
    let tick = |slot: usize| {
        let at = scale.x(slot);
        // The first one would be cut off at the edge of the drawing.
        let (words_at, anchor) = if slot == 0 { (LEFT - 8, "start") } else { (at, "middle") };
        Tick { at, words_at, anchor, words: name(slot) }
    };
    (0..slots).step_by(apart).map(tick).collect()
}

/// A mean, a median, a limit or the target, over a stretch of slots.
struct Height {
    kind: &'static str,
    slots: std::ops::Range<usize>,
    at: f64,
    words: Option<String>,
}

fn levels(voice: &Voice<'_>, measure: &Measure, read: &Read<'_>) -> Vec<Height> {
    let mut levels = Vec::new();
    let mut add = |kind: &'static str, slots: &std::ops::Range<usize>, at: f64, is_last: bool| {
        let words = is_last.then(|| voice.words_with(&["measure", "levels", kind], "{number}", &rounded(at)));
        levels.push(Height { kind, slots: slots.clone(), at, words });
    };
    match &read.reading {
        Reading::Xmr(chart) => {
            let count = chart.groups.len();
            for (number, group) in chart.groups.iter().enumerate() {
                let (Some(limits), slots) = (group.limits, read.slots_of(&group.points)) else { continue };
                let is_last = number + 1 == count;
                add("upper", &slots, limits.upper, is_last);
                add("mean", &slots, limits.mean, is_last);
                add("lower", &slots, limits.lower.max(0.0), is_last);
            }
        }
        Reading::RunChart(groups) => {
            for (number, group) in groups.iter().enumerate() {
                add("median", &read.slots_of(&group.points), group.median, number + 1 == groups.len());
            }
        }
        Reading::TooManyStars | Reading::Nothing => {}
    }
    if let Some(target) = measure.target.and_then(|target| u32::try_from(target).ok()) {
        add("target", &(0..read.series.slots.len()), f64::from(target), true);
    }
    levels
}

/// Returns the levels with their places; what they are called is set apart where it would stand one on the other.
fn placed(levels: Vec<Height>, scale: &Scale) -> Vec<LevelLine> {
    let place = |level: Height| LevelLine {
        kind: level.kind,
        from: scale.edge(level.slots.start),
        to: scale.edge(level.slots.end),
        at: scale.y(level.at),
        words_at: scale.y(level.at),
        words: level.words,
    };
    let mut levels: Vec<LevelLine> = levels.into_iter().map(place).collect();
    let mut named: Vec<&mut LevelLine> = levels.iter_mut().filter(|level| level.words.is_some()).collect();
    named.sort_by_key(|level| level.at);
    // From above to below, and what has come too low back up again.
    for number in 1..named.len() {
        named[number].words_at = named[number].words_at.max(named[number - 1].words_at + LINE);
    }
    let mut below = BOTTOM + LINE;
    for level in named.iter_mut().rev() {
        level.words_at = level.words_at.min(below - LINE);
        below = level.words_at;
    }
    levels
}

/// Returns the line through the points in pieces, as the `points` of a `polyline`.
fn lines(read: &Read<'_>, scale: &Scale) -> Vec<String> {
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut before = None;
    for (value, slot) in read.slots.iter().enumerate() {
        let is_joined = before.is_some_and(|before| before + 1 == *slot) && !read.series.rebases.contains(slot);
        if !is_joined {
            lines.push(Vec::new());
        }
        let place = format!("{},{}", scale.x(*slot), scale.y(read.values[value]));
        lines.last_mut().into_iter().for_each(|line| line.push(place.clone()));
        before = Some(*slot);
    }
    lines.into_iter().filter(|line| line.len() > 1).map(|line| line.join(" ")).collect()
}

/// Returns the marks of the changes that are in the time of the numbers. A rebase stands where the new numbers begin.
fn changes(measure: &Measure, read: &Read<'_>, scale: &Scale) -> Vec<Mark> {
    let series = read.series;
    let mark = |(number, change): (usize, &crate::model::measure::Change)| {
        let day = change.on.value;
        let slot = series.slots.iter().rposition(|slot| slot.first_day <= series.frequency.first_day(day))?;
        let is_over = series.frequency.next(series.slots[slot].first_day) <= day;
        let begin = series.slots.iter().position(|slot| slot.first_day >= day);
        let at = match (change.rebase, begin) {
            (true, Some(begin)) => scale.edge(begin),
            _ if is_over => return None,
            _ => scale.x(slot),
        };
        Some(Mark { at, number: number + 1, rebase: change.rebase })
    };
    measure.changes.iter().enumerate().filter_map(mark).collect()
}
