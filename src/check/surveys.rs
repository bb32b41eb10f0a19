//! The answers to a survey are answers to its questions, and there is a survey that they belong to.
//!
//! Example: a table with the answer “Quite” to a question whose choices are not at all, a little, fairly and very.

use jiff::civil::Date;

use crate::model::kind::Kind;
use crate::problem::Problem;
use crate::problem::catalogue::{answers as problems_of, review};
use crate::resolve::Site;
use crate::resolve::surveys::{self, Survey};

pub fn check(site: &Site, as_of: Date) -> Vec<Problem> {
    let pack = &site.pack;
    let originals = pack.forms.iter().filter(|form| form.language.is_first());
    let surveys = originals.clone().filter_map(|form| surveys::of_form(form, &pack.forms, &pack.answers));
    let mut problems: Vec<Problem> = surveys.flat_map(|survey| of_survey(survey, as_of)).collect();
    for answers in pack.answers.values() {
        let form = originals.clone().find(|form| form.id == answers.id);
        let is_gone = || pack.withdrawn_articles.iter().any(|gone| gone.kind == Kind::Form && gone.id == answers.id);
        let is_broken = || pack.broken.contains(&(Kind::Form, answers.id.clone()));
        let Some(place) = answers.head.first().map(|heading| heading.span) else { continue };
        match form {
            Some(form) if !form.survey => {
                problems.push(problems_of::not_a_survey(place, &answers.id, form.title.span));
            }
            None if !is_gone() && !is_broken() => problems.push(problems_of::without_form(place, &answers.id)),
            _ => {}
        }
    }
    problems
}

/// Returns what is wrong with a table, and the days of publishing that haven't come yet.
fn of_survey(survey: Survey, as_of: Date) -> Vec<Problem> {
    let to_come = survey.published.iter().filter(|day| day.value > as_of);
    let to_come: Vec<Problem> = to_come.map(|day| review::in_future(day.span, "published", day.value, as_of)).collect();
    survey.problems.into_iter().chain(to_come).collect()
}
