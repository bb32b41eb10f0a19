//! What the numbers of a measure say, in sentences.

use super::read::Read;
use super::stretch;
use crate::measure::assurance::Assurance;
use crate::measure::improvement::{Improvement, Meaning, Side};
use crate::measure::reading::Reading;
use crate::measure::run_chart::{RunGroup, Signal};
use crate::measure::special_cause::SpecialCause;
use crate::measure::xmr::Xmr;
use crate::model::measure::Measure;
use crate::plan::voice::Voice;

/// Returns the sentences about all of the numbers.
pub fn says(voice: &Voice<'_>, measure: &Measure, read: Option<&Read<'_>>) -> Vec<String> {
    let sentence = |name: &str| voice.words(&["measure", "says", name]);
    let Some(read) = read else { return vec![sentence("nothing")] };
    let mut says: Vec<String> = last(voice, measure, read).into_iter().collect();
    match &read.reading {
        Reading::Xmr(chart) => {
            says.extend(chart.groups.iter().filter_map(|group| limits(voice, read, group)));
            says.extend(target(voice, measure, chart));
        }
        Reading::RunChart(groups) => says.extend(groups.iter().map(|group| median(voice, read, group))),
        Reading::TooManyStars => says.push(sentence("too_many_stars")),
        Reading::Nothing => says.push(sentence("nothing")),
    }
    says
}

/// Returns what the last number is.
fn last(voice: &Voice<'_>, measure: &Measure, read: &Read<'_>) -> Option<String> {
    let (slot, value) = (*read.slots.last()?, *read.values.last()?);
    let words =
        voice.words_with(&["measure", "says", "last"], "{period}", &stretch(voice, read.series, &(slot..slot + 1)));
    Some(words.replace("{number}", &rounded(value)).replace("{unit}", &voice.line(&measure.unit)))
}

/// Returns a stretch and a colon before a sentence, where there are several stretches.
fn of_stretch(voice: &Voice<'_>, read: &Read<'_>, values: &std::ops::Range<usize>, sentence: &str) -> String {
    if read.series.rebases.is_empty() {
        return sentence.to_owned();
    }
    let stretch = stretch(voice, read.series, &read.slots_of(values));
    voice.words_with(&["measure", "says", "of_stretch"], "{period}", &stretch).replace("{sentence}", sentence)
}

fn limits(voice: &Voice<'_>, read: &Read<'_>, group: &crate::measure::xmr::XmrGroup) -> Option<String> {
    let limits = group.limits?;
    let trial = if group.is_trial { "limits_trial" } else { "limits" };
    let words = voice.words_with(&["measure", "says", trial], "{mean}", &rounded(limits.mean));
    // Nothing is counted less than 0 times.
    let words = words.replace("{lower}", &rounded(limits.lower.max(0.0))).replace("{upper}", &rounded(limits.upper));
    Some(of_stretch(voice, read, &group.points, &words))
}

fn median(voice: &Voice<'_>, read: &Read<'_>, group: &RunGroup) -> String {
    let name = if group.is_short { "median_short" } else { "median" };
    let words = voice.words_with(&["measure", "says", name], "{median}", &rounded(group.median));
    of_stretch(voice, read, &group.points, &words)
}

/// Returns whether the target will be met, by the last limits.
fn target(voice: &Voice<'_>, measure: &Measure, chart: &Xmr) -> Option<String> {
    let limits = chart.groups.last()?.limits?;
    let target = measure.target?;
    let value = f64::from(u32::try_from(target).ok()?);
    let name = match Assurance::of(value, &limits, measure.improvement)? {
        Assurance::Passes => "target_passes",
        Assurance::Fails => "target_fails",
        Assurance::HitAndMiss => "target_hit_and_miss",
    };
    Some(voice.words_with(&["measure", "says", name], "{target}", &target.to_string()))
}

/// Returns that nothing stands out, where that can be said.
pub fn steady(voice: &Voice<'_>, read: &Read<'_>) -> Option<String> {
    let can_be_said = match &read.reading {
        Reading::Xmr(chart) => chart.groups.iter().any(|group| !group.is_trial),
        Reading::RunChart(groups) => groups.iter().any(|group| !group.is_short),
        Reading::TooManyStars | Reading::Nothing => false,
    };
    can_be_said.then(|| voice.words(&["measure", "says", "steady"]))
}

/// Returns a line for each thing that is more than chance.
pub fn signals(voice: &Voice<'_>, measure: &Measure, read: &Read<'_>) -> Vec<String> {
    let line = |values: &std::ops::Range<usize>, name: &str, side: Option<Side>| {
        let stretch = stretch(voice, read.series, &read.slots_of(values));
        let words = match side {
            Some(side) => voice.words(&["measure", "signals", name, side_name(side)]),
            None => voice.words(&["measure", "signals", name]),
        };
        let meaning = side.map(|side| meaning(measure.improvement.meaning(side)));
        let meaning = meaning.map_or_else(String::new, |name| voice.words(&["measure", "meanings", name]));
        let line = voice.words_with(&["measure", "signal"], "{period}", &stretch);
        line.replace("{words}", &words).replace("{meaning}", &meaning).trim_end().to_owned()
    };
    let causes = read.special_causes();
    let mut lines: Vec<String> =
        causes.iter().map(|(values, found)| line(values, cause(found.cause), Some(found.side))).collect();
    if let Reading::RunChart(groups) = &read.reading {
        let findings = groups.iter().flat_map(|group| &group.findings);
        lines.extend(findings.map(|finding| line(&finding.points, signal(finding.signal), finding.side)));
    }
    lines
}

fn cause(cause: SpecialCause) -> &'static str {
    match cause {
        SpecialCause::OutsideLimit => "outside_limit",
        SpecialCause::Trend => "trend",
        SpecialCause::TwoOfThree => "two_of_three",
        SpecialCause::OneSide => "one_side",
    }
}

fn signal(signal: Signal) -> &'static str {
    match signal {
        Signal::LongRun | Signal::Shift => "long_run",
        Signal::FewCrossings => "few_crossings",
        Signal::Trend => "short_trend",
        Signal::FewRuns => "few_runs",
        Signal::ManyRuns => "many_runs",
    }
}

fn side_name(side: Side) -> &'static str {
    match side {
        Side::High => "high",
        Side::Low => "low",
    }
}

fn meaning(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Improvement => "improvement",
        Meaning::Concern => "concern",
        Meaning::High | Meaning::Low => "neutral",
    }
}

pub fn improvement(improvement: Improvement) -> &'static str {
    match improvement {
        Improvement::Increase => "increase",
        Improvement::Decrease => "decrease",
        Improvement::Neutral => "neutral",
    }
}

/// Returns a number with one place after the point, if it isn't whole.
pub fn rounded(number: f64) -> String {
    let written = format!("{number:.1}");
    let whole = written.strip_suffix(".0").unwrap_or(&written);
    if whole == "-0" { "0".to_owned() } else { whole.to_owned() }
}
