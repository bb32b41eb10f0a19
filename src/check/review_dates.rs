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
    let mut problems = Vec::new();
    for item in pack.items().iter().filter(|item| !item.is_gone) {
        let what = item.title.map_or("the trust's charter".to_owned(), |title| format!("“{}”", values::plain(title)));
        problems.extend(item.review.into_iter().flat_map(|review| dates(&what, review, site, as_of)));
    }
    if let Some(base) = pack.settings.reviewed_base.as_ref().filter(|base| base.on.value > as_of) {
        problems.push(review::in_future(base.on.span, "reviewed_base: on", base.on.value, as_of));
    }
    for ward in &pack.wards {
        let agreed = ward.charter.coproduced.as_ref().map(|coproduced| &coproduced.on);
        if let Some(date) = agreed.filter(|date| date.value > as_of) {
            problems.push(review::in_future(date.span, "coproduced: on", date.value, as_of));
        }
        let means_here = ward.charter.means_here.as_ref().and_then(|means_here| means_here.agreed.as_ref());
        if let Some(date) = means_here.map(|agreed| &agreed.on).filter(|date| date.value > as_of) {
            problems.push(review::in_future(date.span, "means_here: agreed: on", date.value, as_of));
        }
        if let Some(date) = ward.charter.review_by.as_ref().filter(|date| date.value < as_of) {
            let what = format!("the charter of {}", values::plain(&ward.name));
            problems.push(review::charter_overdue(date.span, &what, date.value));
        }
    }
    problems
}

fn dates(what: &str, of: &Review, site: &Site, as_of: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    if let Some(date) = of.review_by.as_ref().filter(|date| date.value < as_of) {
        problems.push(review::overdue(date.span, what, date.value));
    }
    let translated = of.translation.as_ref().and_then(|translation| translation.checked.as_ref());
    let translated = translated.map(|checked| &checked.on);
    for (key, date) in
        [("written", of.written.as_ref()), ("reviewed", of.reviewed.as_ref()), ("translation: on", translated)]
    {
        if let Some(date) = date.filter(|date| date.value > as_of) {
            // Nobody here can change a page of the pack below.
            let is_inherited = site.inherited.contains(&date.span.file);
            let tell = if is_inherited { review::still_to_come } else { review::in_future };
            problems.push(tell(date.span, key, date.value, as_of));
        }
    }
    problems
}
