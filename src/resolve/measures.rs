//! The numbers of a measure as they may be shown: with stars for small ones, and the totals beside them.

use std::ops::Range;

use jiff::civil::Date;

use crate::measure::groups::groups;
use crate::measure::small_numbers::{Release, ShownNumber, SmallNumbersRule, release};
use crate::model::measure::Measure;
use crate::model::numbers::{Frequency, Period};
use crate::span::Span;

/// What of a measure's numbers can be shown.
pub struct Series<'a> {
    pub frequency: Frequency,
    /// Every month or week from the first to the last, those without a number among them.
    pub slots: Vec<Slot<'a>>,
    /// The total of each stretch between two rebases, where it has more than one number.
    pub totals: Vec<(Range<usize>, ShownNumber)>,
    /// The slots at which a new stretch begins.
    pub rebases: Vec<usize>,
    /// Starred numbers that earlier releases give away.
    pub given_away: Vec<&'a Period>,
}

/// A month or a week.
pub struct Slot<'a> {
    pub first_day: Date,
    /// Nothing where nobody counted.
    pub shown: Option<ShownNumber>,
    pub note: Option<&'a str>,
}

/// Returns what can be shown of a measure's numbers; nothing where it has none yet.
pub fn series(measure: &Measure, rule: SmallNumbersRule) -> Option<Series<'_>> {
    let numbers = measure.numbers.as_deref()?;
    let (first, last) = (numbers.periods.first()?, numbers.periods.last()?);
    let frequency = numbers.frequency;
    let counted: Vec<(&Period, u32)> =
        numbers.periods.iter().filter_map(|period| Some((period, period.count?))).collect();
    let rebases = measure.changes.iter().filter(|change| change.rebase).map(|change| change.on.value);
    let begins: Vec<usize> = rebases.map(|day| counted.partition_point(|(period, _)| period.first_day < day)).collect();
    let stretches = groups(counted.len(), &begins);
    let published = published(measure, rule, &counted, &stretches);
    let mut shown = counted.iter().zip(&published.cells).peekable();
    let mut known = numbers.periods.iter().peekable();
    let mut slots = Vec::new();
    let mut day = first.first_day;
    while day <= last.first_day {
        let period = known.next_if(|period| period.first_day == day);
        let cell = shown.next_if(|((period, _), _)| period.first_day == day).map(|(_, shown)| *shown);
        slots.push(Slot { first_day: day, shown: cell, note: period.and_then(|period| period.note.as_deref()) });
        day = frequency.next(day);
    }
    let slot_of = |cell: usize| slots.partition_point(|slot| slot.first_day < counted[cell].0.first_day);
    let in_slots = |cells: &Range<usize>| slot_of(cells.start)..slot_of(cells.end - 1) + 1;
    let given_away = published.given_away.iter().filter(|cells| cells.len() == 1).map(|cells| counted[cells.start].0);
    Some(Series {
        frequency,
        totals: published.sums.iter().map(|(cells, shown)| (in_slots(cells), *shown)).collect(),
        rebases: stretches.iter().skip(1).map(|cells| slot_of(cells.start)).collect(),
        given_away: given_away.collect(),
        slots,
    })
}

/// Returns the stars of the newest release, after those of all earlier ones.
fn published(
    measure: &Measure,
    rule: SmallNumbersRule,
    counted: &[(&Period, u32)],
    stretches: &[Range<usize>],
) -> Release {
    let counts: Vec<u32> = counted.iter().map(|(_, count)| *count).collect();
    let mut days: Vec<Date> = measure.published_up_to.iter().map(|day| day.value).collect();
    days.sort_unstable();
    let ends = days.iter().map(|day| counted.partition_point(|(period, _)| period.first_day <= *day));
    let mut earlier: Vec<Release> = Vec::new();
    for end in ends.chain([counts.len()]) {
        let sums = stretches.iter().map(|cells| cells.start..cells.end.min(end)).filter(|cells| cells.len() > 1);
        let next = release(rule, &counts[..end], &sums.collect::<Vec<_>>(), &earlier);
        earlier.push(next);
    }
    earlier.pop().unwrap_or_default()
}

/// A starred number that the note beside it tells.
pub fn notes_that_tell(measure: &Measure, rule: SmallNumbersRule) -> Vec<Span> {
    let Some((numbers, series)) = measure.numbers.as_deref().zip(series(measure, rule)) else { return Vec::new() };
    let is_starred = |day: Date| {
        let slot = series.slots.iter().find(|slot| slot.first_day == day);
        slot.and_then(|slot| slot.shown).is_some_and(|shown| shown.number().is_none())
    };
    let tells = |period: &&Period| {
        let note = period.note.as_deref().unwrap_or_default();
        let mut numbers = note.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse().ok());
        is_starred(period.first_day) && numbers.any(|number: u32| Some(number) == period.count)
    };
    numbers.periods.iter().filter(tells).map(|period| period.note_span).collect()
}
