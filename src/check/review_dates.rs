//! Nothing is overdue for review, and nothing was reviewed in the future.
//!
//! Source: NHS service manual, standard for creating health content (show when content was checked and is due again).
//! Example: a leaflet whose `review_by:` has passed.

use jiff::civil::Date;

use crate::model::review::Review;
use crate::problem::Problem;
use crate::problem::catalogue::review;
use crate::resolve::{Site, values};

pub fn check(site: &Site, as_of: Date) -> Vec<Problem> {
    let pack = &site.pack;
    let articles = pack.articles.iter().map(|item| (&item.title, &item.review));
    let easy_reads = pack.easy_reads.iter().map(|item| (&item.title, &item.review));
    let standards = pack.standards.iter().map(|item| (&item.title, &item.review));
    let models = pack.conversation_models.iter().map(|item| (&item.title, &item.review));
    let benchmarks = pack.benchmarks.iter().map(|item| (&item.title, &item.review));
    let templates = pack.templates.iter().map(|item| (&item.title, &item.review));
    let resources = pack.resources.iter().map(|item| (&item.title, &item.review));
    let support = pack.support.iter().map(|item| (&item.title, &item.review));
    let glossary = pack.glossary.iter().map(|item| (&item.title, &item.review));
    let items = articles.chain(easy_reads).chain(standards).chain(models).chain(benchmarks).chain(templates);
    let mut problems: Vec<Problem> = items
        .chain(resources)
        .chain(support)
        .chain(glossary)
        .flat_map(|(title, review)| dates(&format!("“{}”", values::plain(title)), review, as_of))
        .collect();
    if let Some(trust) = &pack.trust {
        problems.extend(dates("the trust's charter", &trust.review, as_of));
    }
    if let Some(base) = pack.settings.reviewed_base.as_ref().filter(|base| base.on.value > as_of) {
        problems.push(review::in_future(base.on.span, "reviewed_base: on", base.on.value));
    }
    for ward in &pack.wards {
        let agreed = ward.charter.coproduced.as_ref().map(|coproduced| &coproduced.on);
        if let Some(date) = agreed.filter(|date| date.value > as_of) {
            problems.push(review::in_future(date.span, "coproduced: on", date.value));
        }
        if let Some(date) = ward.charter.review_by.as_ref().filter(|date| date.value < as_of) {
            let what = format!("the charter of {}", values::plain(&ward.name));
            problems.push(review::charter_overdue(date.span, &what, date.value));
        }
    }
    problems
}

fn dates(what: &str, of: &Review, as_of: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    if let Some(date) = of.review_by.as_ref().filter(|date| date.value < as_of) {
        problems.push(review::overdue(date.span, what, date.value));
    }
    for (key, date) in [("written", &of.written), ("reviewed", &of.reviewed)] {
        if let Some(date) = date.as_ref().filter(|date| date.value > as_of) {
            problems.push(review::in_future(date.span, key, date.value));
        }
    }
    problems
}
