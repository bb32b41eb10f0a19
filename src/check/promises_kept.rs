//! What the leaflets of a ward promise is confirmed by somebody who answers for the ward, by role and day.
//!
//! Source: a promise that a frightened person relies on and that isn't kept is a harm of its own; so the leaflet says only what this ward
//! does. Example: a ward whose file has no `promises:`.

use jiff::civil::Date;

use crate::model::promises::PROMISE;
use crate::problem::Problem;
use crate::problem::catalogue::{promises as problems_of, review};
use crate::resolve::{Site, promises};
use crate::text::plain;

pub fn check(site: &Site, as_of: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    let all = site.pack.articles.iter().flat_map(|article| &article.body.placeholders);
    let known: Vec<&str> = all.filter_map(|used| used.name.strip_prefix(PROMISE)).collect();
    let mut waiting = Vec::new();
    for ward in &site.pack.wards {
        let unknown = ward.promises.not_kept.iter().filter(|id| !known.contains(&id.value.as_str()));
        problems.extend(unknown.map(|id| problems_of::unknown(id.span, id, &known)));
        if let Some(confirmed) = ward.promises.confirmed.as_ref().filter(|confirmed| confirmed.on.value > as_of) {
            problems.push(review::in_future(confirmed.on.span, "promises: confirmed: on", confirmed.on.value, as_of));
        }
        let made = promises::of_ward(&site.pack, ward);
        if !made.is_empty() && !promises::are_confirmed(&site.pack, ward) {
            waiting.push((plain::line(&ward.name), ward));
        }
    }
    if let Some((_, first)) = waiting.first() {
        let path = site.paths.get(&first.file).cloned().unwrap_or_default();
        let names: Vec<&str> = waiting.iter().map(|(name, _)| name.as_str()).collect();
        problems.push(problems_of::unconfirmed(path, &names));
    }
    problems
}
