//! The page of a measure: a chart, what it says in words, the same numbers in a table and as a file. All four are made of the numbers as
//! they may be shown, and of nothing else, so that no place on a line gives a starred number away.

mod chart;
mod read;
mod sentences;

use jiff::civil::Date;

use crate::measure::improvement::Side;
use crate::measure::small_numbers::ShownNumber;
use crate::model;
use crate::model::kind::Kind;
use crate::model::numbers::Frequency;
use crate::plan::pages::articles::ItemPage;
use crate::plan::view::Said;
use crate::plan::view::measure::{Change, Measure, NumberCell, PeriodRow, Total};
use crate::plan::view::pages::View;
use crate::plan::voice::Voice;
use crate::plan::{Content, Draft, Gatherer, key, url};
use crate::resolve::measures::{Series, series};
use read::Read;

impl Gatherer<'_> {
    /// Returns the page of a measure, and its numbers as a file.
    pub(in crate::plan) fn measure(&self, measure: &model::measure::Measure) -> Vec<Draft> {
        if measure.frequency == Frequency::Day {
            return self.with_cross_paper(measure, self.safety_cross(measure));
        }
        let voice = &self.voice;
        let item =
            ItemPage { kind: Kind::Measure, id: &measure.id, title: &measure.title, summary: Some(&measure.summary) };
        let root = self.root(&item);
        let series = series(measure, voice.shared.settings.small_numbers);
        let read = series.as_ref().map(|series| Read::new(series, measure));
        let download = url::numbers(&measure.id);
        let words = |group: &str, name: &str| voice.words(&["measure", group, name]);
        let (frequency, rules) = (measure.frequency.name(), measure.rules.name());
        let mut says = sentences::says(voice, measure, read.as_ref());
        let signals = read.iter().flat_map(|read| sentences::signals(voice, measure, read)).collect::<Vec<_>>();
        says.extend(read.as_ref().filter(|_| signals.is_empty()).and_then(|read| sentences::steady(voice, read)));
        let chart = read.as_ref().map(|read| chart::chart(voice, measure, read, &says, &signals));
        let view = View::Measure(Box::new(Measure {
            definition: voice.piece(&measure.definition, &root),
            unit: voice.line(&measure.unit),
            audience: voice.audience(&measure.audience),
            ward: measure.ward.as_ref().map(|ward| voice.link(Kind::Ward, ward)),
            frequency: words("frequencies", frequency),
            period: words("periods", frequency),
            improvement: words("improvements", sentences::improvement(measure.improvement)),
            target: measure.target,
            says,
            signals,
            rules: words("rules", rules),
            small_numbers: words("small_numbers", voice.shared.settings.small_numbers.name()),
            chart,
            rows: read.iter().flat_map(|read| rows(voice, read)).collect(),
            totals: series.iter().flat_map(|series| totals(voice, series)).collect(),
            has_notes: series.iter().flat_map(|series| &series.slots).any(|slot| slot.note.is_some()),
            changes: measure.changes.iter().map(|change| self.change(change)).collect(),
            download: series.is_some().then(|| download.clone()),
            foot: self.foot(Kind::Measure, &measure.id, &measure.review),
        }));
        let page = self.draft(&item, view, measure.title.span);
        // The numbers are the same in every language.
        let file = series.filter(|_| voice.language().is_none()).map(|series| {
            let bytes: std::sync::Arc<[u8]> = table(&series).into_bytes().into();
            let key = key::of(&&*bytes);
            Draft { path: download, content: Content::Bytes(bytes, key), origin: None }
        });
        self.with_chart_paper(measure, page).into_iter().chain(file).collect()
    }

    fn change(&self, change: &model::measure::Change) -> Change {
        Change {
            on: self.voice.date(Some(&change.on)).unwrap_or_default(),
            what: self.voice.borrowed(&change.what),
            rebase: change.rebase,
        }
    }
}

/// Returns a month or a week in words.
fn period(voice: &Voice<'_>, frequency: Frequency, first_day: Date) -> String {
    match frequency {
        Frequency::Day => voice.strings.date(first_day),
        Frequency::Month => voice.strings.month(first_day),
        Frequency::Week => voice.words_with(&["measure", "week_of"], "{day}", &voice.strings.date(first_day)),
    }
}

/// Returns a stretch of months or weeks in words; one of them alone by its own name.
fn stretch(voice: &Voice<'_>, series: &Series<'_>, slots: &std::ops::Range<usize>) -> String {
    let name = |slot: usize| period(voice, series.frequency, series.slots[slot].first_day);
    let (first, last) = (slots.start, slots.end - 1);
    if first == last {
        return name(first);
    }
    voice.words_with(&["measure", "stretch"], "{from}", &name(first)).replace("{to}", &name(last))
}

fn cell(shown: Option<ShownNumber>) -> NumberCell {
    match shown {
        Some(ShownNumber::Number(number)) => NumberCell::Number(number),
        Some(ShownNumber::Star(_)) => NumberCell::Star,
        None => NumberCell::Gap,
    }
}

fn rows(voice: &Voice<'_>, read: &Read<'_>) -> Vec<PeriodRow> {
    let side = |slot: usize| {
        read.signal_at(slot).map(|side| match side {
            Side::High => "high",
            Side::Low => "low",
        })
    };
    let first = voice.shared.settings.first_language();
    let slots = read.series.slots.iter().enumerate();
    let row = |(number, slot): (usize, &crate::resolve::measures::Slot<'_>)| PeriodRow {
        period: period(voice, read.series.frequency, slot.first_day),
        cell: cell(slot.shown),
        note: slot.note.map(|note| Said { words: note.to_owned(), lang: voice.if_foreign(first) }),
        signal: side(number),
    };
    slots.map(row).collect()
}

fn totals(voice: &Voice<'_>, series: &Series<'_>) -> Vec<Total> {
    let total = |(slots, shown): &(std::ops::Range<usize>, ShownNumber)| {
        let words = voice.words_with(&["measure", "total"], "{period}", &stretch(voice, series, slots));
        Total { words, cell: cell(Some(*shown)) }
    };
    series.totals.iter().map(total).collect()
}

/// Returns the numbers as they are shown, as CSV (RFC 4180), with the columns of the table that they come from.
fn table(series: &Series<'_>) -> String {
    let quoted = |words: &str| format!("\"{}\"", words.replace('"', "\"\""));
    let mut table = format!("{},count,note\r\n", series.frequency.name());
    for slot in &series.slots {
        let count = match cell(slot.shown) {
            NumberCell::Number(number) => number.to_string(),
            NumberCell::Star => "*".to_owned(),
            NumberCell::Gap => String::new(),
        };
        let note = slot.note.map(quoted).unwrap_or_default();
        table.push_str(&format!("{},{count},{note}\r\n", series.frequency.written(slot.first_day)));
    }
    table
}
