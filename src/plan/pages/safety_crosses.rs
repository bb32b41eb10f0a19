//! The page of a measure that is counted by day: a safety cross for each month, and an empty one to fill in by pen. It is for staff alone,
//! so the numbers stand there as they are, each counted once.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::kind::Kind;
use crate::model::measure::Measure;
use crate::model::numbers::Period;
use crate::plan::pages::articles::ItemPage;
use crate::plan::view::pages::View;
use crate::plan::view::safety_cross::{CrossDay, CrossMonth, SafetyCross};
use crate::plan::view::{Foot, Said};
use crate::plan::{Draft, Gatherer};

impl Gatherer<'_> {
    pub(in crate::plan) fn safety_cross(&self, measure: &Measure) -> Draft {
        let kind = Kind::Measure;
        let voice = &self.voice;
        let item = ItemPage { kind, id: &measure.id, title: &measure.title, summary: Some(&measure.summary) };
        let mut months: BTreeMap<Date, Vec<&Period>> = BTreeMap::new();
        for period in measure.numbers.iter().flat_map(|numbers| &numbers.periods) {
            months.entry(period.first_day.first_of_month()).or_default().push(period);
        }
        let months = months.iter().rev().map(|(first, marked)| self.cross_month(*first, marked));
        let view = View::SafetyCross(SafetyCross {
            ward: measure.ward.as_ref().map(|ward| voice.link(Kind::Ward, ward)),
            definition: voice.piece(&measure.definition, &self.root(&item)),
            unit: voice.line(&measure.unit),
            months: months.collect(),
            foot: Foot { audience: voice.audience(&measure.audience), ..self.foot(kind, &measure.id, &measure.review) },
        });
        self.draft(&item, view, measure.title.span)
    }

    /// Returns a month with the days that are marked, all others empty.
    pub(super) fn cross_month(&self, first: Date, marked: &[&Period]) -> CrossMonth {
        let days: Vec<CrossDay> = (1..=first.days_in_month()).map(|number| self.day(number, marked)).collect();
        CrossMonth {
            id: format!("page-{}", first.strftime("%Y-%m")),
            name: self.voice.strings.month(first),
            says: self.month_says(&days),
            days,
        }
    }

    fn day(&self, number: i8, marked: &[&Period]) -> CrossDay {
        let voice = &self.voice;
        let period = marked.iter().find(|period| period.first_day.day() == number);
        let count = period.and_then(|period| period.count);
        let lang = voice.if_foreign(voice.shared.settings.first_language());
        let note = period.and_then(|period| period.note.clone()).map(|words| Said { words, lang });
        let mark = match count {
            None => "blank",
            Some(0) => "none",
            Some(_) => "some",
        };
        CrossDay { number, mark, count: count.unwrap_or_default(), note }
    }

    fn month_says(&self, days: &[CrossDay]) -> String {
        let with = |mark: &str| days.iter().filter(|day| day.mark == mark).count();
        let total: u32 = days.iter().map(|day| day.count).sum();
        let numbers = [
            ("{some}", with("some").to_string()),
            ("{none}", with("none").to_string()),
            ("{blank}", with("blank").to_string()),
            ("{total}", total.to_string()),
        ];
        let words = self.voice.words(&["safety_cross", "says"]);
        numbers.iter().fold(words, |words, (name, number)| words.replace(name, number))
    }
}
