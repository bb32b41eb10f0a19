//! What a ward agreed is written down, and the charter still says it.
//!
//! Source: Sexual Safety Collaborative, co-producing a ward charter: the charter is agreed by the people of the ward. Example: a
//! sentence of the template is changed after three wards have agreed it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::kind::Kind;
use crate::problem::Problem;
use crate::problem::catalogue::{agreement, review};
use crate::resolve::charter::standing::{Changed, behaviour_line, easy_read_line, of_ward};
use crate::resolve::charter::{CharterBehaviour, WardCharter};
use crate::resolve::{Site, values};
use crate::span::Span;

/// Words that have changed: their place, and what was agreed in their stead.
type ChangedWords<'a> = (u32, u32, Option<&'a str>);

pub fn check(site: &Site, as_of: Date) -> Vec<Problem> {
    let mut problems = of_nobody(site);
    let mut changed: BTreeMap<ChangedWords<'_>, (Span, Vec<String>, Date)> = BTreeMap::new();
    let mut gone: BTreeMap<(&str, &str), (Span, Vec<String>)> = BTreeMap::new();
    for (number, ward) in site.pack.wards.iter().enumerate() {
        let agreed = of_ward(&site.pack, ward);
        if let (None, Some(coproduced)) = (agreed, &ward.charter.coproduced) {
            problems.push(agreement::not_recorded(coproduced.on.span, &ward.id));
        }
        let Some(agreed) = agreed else { continue };
        if agreed.on.value > as_of {
            problems.push(review::in_future(agreed.on.span, "on", agreed.on.value, as_of));
        }
        for change in site.standings.get(number).into_iter().flat_map(|standing| &standing.changed) {
            // A line that is gone is told once for all wards that agreed it, and not once more for its Easy Read.
            let written = written_at(site, number, change);
            if written.is_none() && change.line.ends_with("/easy_read") {
                continue;
            }
            let Some(span) = written else {
                let line = (change.line.as_str(), change.agreed.as_deref().unwrap_or_default());
                gone.entry(line).or_insert_with(|| (agreed.on.span, Vec::new())).1.push(values::plain(&ward.name));
                continue;
            };
            let place = (span.file.0, span.start, change.agreed.as_deref());
            let (_, wards, first) = changed.entry(place).or_insert_with(|| (span, Vec::new(), agreed.on.value));
            wards.push(values::plain(&ward.name));
            *first = agreed.on.value.min(*first);
        }
    }
    problems.extend(changed.iter().map(|((.., words), (span, wards, on))| {
        let names: Vec<&str> = wards.iter().map(String::as_str).collect();
        agreement::changed(*span, *words, &names, *on)
    }));
    problems.extend(gone.iter().map(|((line, words), (span, wards))| {
        let names: Vec<&str> = wards.iter().map(String::as_str).collect();
        agreement::gone(*span, line, words, &names)
    }));
    problems
}

/// Returns the problems of agreements whose ward isn't there. A ward that `--ward` leaves out is there.
fn of_nobody(site: &Site) -> Vec<Problem> {
    let pack = &site.pack;
    let is_there = |id: &str| site.names.has(Kind::Ward, id);
    let lost = pack.agreements.values().filter(|agreement| !is_there(&agreement.ward));
    lost.map(|lost| agreement::no_ward(lost.on.span, &lost.ward, pack.wards.iter().map(|ward| ward.id.as_str())))
        .collect()
}

/// Returns where the words of a line stand now.
fn written_at(site: &Site, ward: usize, change: &Changed) -> Option<Span> {
    let is_it = |one: &&WardCharter| one.ward == ward && one.charter.language == change.language;
    let charter = &site.charters.wards.iter().find(is_it)?.charter;
    if let Some((_, part)) = charter.parts().into_iter().find(|(name, _)| *name == change.line) {
        return part.map(|part| part.text.span);
    }
    let of_behaviour = |behaviour: &CharterBehaviour| match &change.line {
        line if *line == behaviour_line(&behaviour.id) => Some(behaviour.part.text.span),
        line if *line == easy_read_line(&behaviour.id) => behaviour.easy_read.as_ref().map(|words| words.span),
        _ => None,
    };
    charter.behaviours.iter().find_map(of_behaviour)
}
