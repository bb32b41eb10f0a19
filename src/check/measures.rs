//! The numbers of a measure are of days gone by, are numbers of something, and what is starred isn't told elsewhere.
//!
//! Source: Mental Health Services Data Set, monthly statistics (small numbers), and the rules in `measure/small_numbers`.
//! Example: a note “only 2 this month” beside a count that is starred.

use jiff::civil::Date;

use crate::model::audience::Audience;
use crate::model::kind::Kind;
use crate::model::measure::Measure;
use crate::model::numbers::{Frequency, Numbers};
use crate::problem::Problem;
use crate::problem::catalogue::numbers as problems_of;
use crate::resolve::Site;
use crate::resolve::measures::{notes_that_tell, series};

pub fn check(site: &Site, as_of: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    for numbers in site.pack.numbers.values() {
        problems.extend(to_come(numbers, as_of));
        problems.extend(missing(numbers, as_of));
        if !has_measure(site, &numbers.id) {
            problems.push(problems_of::without_measure(numbers.heading, &numbers.id));
        }
    }
    let originals = site.pack.measures.iter().filter(|measure| measure.language.is_first());
    originals.for_each(|measure| problems.extend(of_measure(measure, site)));
    problems
}

fn to_come(numbers: &Numbers, as_of: Date) -> impl Iterator<Item = Problem> {
    let (frequency, later) = (numbers.frequency, numbers.periods.iter());
    later.filter(move |period| period.first_day > as_of).map(move |period| {
        problems_of::to_come(frequency.name(), &frequency.written(period.first_day), as_of, period.span)
    })
}

/// Returns a problem for each gap. One that only a month to come makes is none.
fn missing(numbers: &Numbers, as_of: Date) -> impl Iterator<Item = Problem> {
    let frequency = numbers.frequency;
    // A day that isn't marked is seen as such on a safety cross.
    let gaps = numbers.gaps().filter(move |_| frequency != Frequency::Day);
    gaps.filter(move |(.., next)| next.first_day <= as_of).map(move |(first, last, next)| {
        let last = frequency.first_day(last);
        problems_of::missing(frequency.name(), &frequency.written(first), &frequency.written(last), next.span)
    })
}

/// Tells whether a measure of this id is there, was withdrawn or can't be read.
fn has_measure(site: &Site, id: &str) -> bool {
    let pack = &site.pack;
    let is_gone = || pack.withdrawn_articles.iter().any(|gone| gone.kind == Kind::Measure && gone.id == id);
    let is_broken = || pack.broken.contains(&(Kind::Measure, id.to_owned()));
    pack.measures.iter().any(|measure| measure.id == id) || is_gone() || is_broken()
}

fn of_measure(measure: &Measure, site: &Site) -> Vec<Problem> {
    let rule = site.pack.settings.small_numbers;
    let mut problems = Vec::new();
    if let Some(numbers) = &measure.numbers
        && numbers.frequency != measure.frequency
    {
        let (heading, says) = (numbers.frequency.name(), measure.frequency.name());
        problems.push(problems_of::other_frequency(numbers.heading, heading, says));
    }
    if measure.frequency == Frequency::Day {
        let is_for_staff = measure.audience == [Audience::Staff];
        problems.extend((!is_for_staff).then(|| problems_of::days_for_others(measure.title.span)));
        return problems;
    }
    problems.extend(notes_that_tell(measure, rule).into_iter().map(problems_of::told_in_note));
    if let Some(series) = series(measure, rule) {
        let written = |day: Date| series.frequency.written(day);
        let out = series.given_away.iter();
        problems.extend(out.map(|period| problems_of::out_already(period.count_span, &written(period.first_day))));
    }
    problems
}
