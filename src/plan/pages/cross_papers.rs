//! Safety crosses on paper. One for any month is a file beside the page of the measure; one of a month, and one for a ward, are made when
//! they are asked for. The days of a month are filled in where the measure has them for the very ward: what others counted isn't the ward's.

use jiff::civil::Date;

use crate::model::measure::Measure;
use crate::model::numbers::Period;
use crate::model::ward::Ward;
use crate::plan::key::Keyed;
use crate::plan::pages::papers;
use crate::plan::view::Frame;
use crate::plan::view::pages::View;
use crate::plan::view::paper::{CrossPaper, Paper, PaperContent, PaperKind, PaperText};
use crate::plan::view::safety_cross::{CrossDay, CrossMonth, SafetyCross};
use crate::plan::voice::Voice;
use crate::plan::{Draft, Gatherer, frames};

impl Gatherer<'_> {
    /// Returns the page of a measure by day with a safety cross to print, which the page lists.
    pub(in crate::plan) fn with_cross_paper(&self, measure: &Measure, page: Draft) -> Vec<Draft> {
        self.voice.with_papers(page, |frame, view| match view {
            View::SafetyCross(view) => self.cross_paper(measure, frame, view).into_iter().collect(),
            _ => Vec::new(),
        })
    }

    /// Returns the cross that is asked for; none for a ward that the measure isn't of, and none in a language that the ward doesn't have.
    fn cross_paper(&self, measure: &Measure, frame: &Frame, view: &SafetyCross) -> Option<Paper> {
        let shared = self.voice.shared;
        let ward = shared.printed_ward;
        let is_of = |ward: &Ward| measure.ward.as_ref().is_none_or(|of| of.value == ward.id);
        let speaks = |ward: &Ward| shared.ward_languages(&ward.id).contains(&self.voice.strings.language);
        if ward.is_some_and(|ward| !is_of(ward) || !speaks(ward)) {
            return None;
        }
        let voice = Voice { ward: ward.or(self.voice.ward), ..self.voice };
        let badge = ward.map(|ward| Keyed::new(frames::badge(&voice, ward)));
        let frame = Frame { ward: badge.or_else(|| frame.ward.clone()), ..frame.clone() };
        let is_counted = ward.is_none_or(|ward| measure.ward.as_ref().is_some_and(|of| of.value == ward.id));
        let month = shared.printed_month.map(|first| self.month_on_paper(measure, first, is_counted));
        let file = [
            ward.map(|ward| ward.id.clone()),
            Some(format!("{}-{}", PaperKind::SafetyCross.name(), measure.id)),
            shared.printed_month.map(|first| first.strftime("%Y-%m").to_string()),
        ];
        let file: Vec<String> = file.into_iter().flatten().collect();
        let content = PaperContent::Cross(Box::new(CrossPaper {
            definition: PaperText { piece: view.definition.clone(), readers: papers::readers(&measure.audience) },
            of: view.ward.as_ref().map(|ward| ward.words.clone()).filter(|_| ward.is_none()),
            is_filled: month.as_ref().is_some_and(|month| month.days.iter().any(|day| day.mark != "blank")),
            month,
        }));
        let paper = voice.paper(&frame, PaperKind::SafetyCross, &file.join("-"), content).with_foot(&view.foot);
        Some(named_by_month(&voice, paper))
    }

    fn month_on_paper(&self, measure: &Measure, first: Date, is_counted: bool) -> CrossMonth {
        let periods = measure.numbers.iter().flat_map(|numbers| &numbers.periods);
        let of_month = periods.filter(|period| is_counted && period.first_day.first_of_month() == first);
        let month = self.cross_month(first, &of_month.collect::<Vec<&Period>>());
        // A note is for those who read the numbers; a cross may hang where others see it.
        let days = month.days.into_iter().map(|day| CrossDay { note: None, ..day }).collect();
        CrossMonth { days, ..month }
    }
}

/// Returns a paper with the month in its name, where it is of one.
fn named_by_month(voice: &Voice<'_>, paper: Paper) -> Paper {
    let PaperContent::Cross(cross) = &paper.content else { return paper };
    let Some(month) = &cross.month else { return paper };
    let name = voice.words_with(&["papers", "cross_of_month"], "{month}", &month.name);
    Paper { head_title: paper.head_title.replace(&paper.name, &name), name, ..paper }
}
