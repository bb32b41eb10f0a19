//! A benchmark says who decided, patients and carers among them; rates each domain and standard once; and is no older than a year.
//!
//! Source: booklet of the Sexual Safety Collaborative, section 1 (people who use services and carers take part).
//! Example: a ward is rated by its staff alone.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::benchmark::{Benchmark, Group, Rating};
use crate::model::kind::Kind;
use crate::problem::Problem;
use crate::problem::catalogue::{benchmarks as problems_of, review};
use crate::resolve::benchmarks::{day, is_hopeful, last_day, latest};
use crate::resolve::{Site, values};
use crate::span::Span;

pub fn check(site: &Site, as_of: Date) -> Vec<Problem> {
    let all = &site.pack.benchmarks;
    let mut problems = Vec::new();
    for benchmark in all.iter().filter(|benchmark| benchmark.language.is_first()) {
        if let Some(on) = benchmark.on.as_ref().filter(|on| on.value > as_of) {
            problems.push(review::in_future(on.span, "on", on.value, as_of));
        }
        problems.extend(who_decided(benchmark));
        problems
            .extend(benchmark.ratings.iter().filter(|rating| is_hopeful(rating)).map(|rating| hopeful(rating, site)));
        problems.extend(in_wrong_place(benchmark, site));
    }
    for benchmark in latest(all) {
        let title = values::plain(&benchmark.title);
        match last_day(benchmark) {
            None => problems.push(problems_of::undated(benchmark.title.span, &title)),
            Some(last) if last < as_of => {
                let place = benchmark.on.as_ref().map_or(benchmark.title.span, |on| on.span);
                problems.push(problems_of::expired(place, &title, day(benchmark).unwrap_or(last)));
            }
            Some(_) => {}
        }
    }
    problems
}

/// Reports a group without patients or carers, and what people say who weren't in it.
fn who_decided(benchmark: &Benchmark) -> Vec<Problem> {
    if !benchmark.is_rated() {
        return Vec::new();
    }
    let is_there = |group: Group| benchmark.took_part.contains(&group);
    let missing: Vec<&str> =
        [Group::Patients, Group::Carers].into_iter().filter(|group| !is_there(*group)).map(Group::name).collect();
    let place = benchmark.took_part_span.unwrap_or(benchmark.title.span);
    let mut problems: Vec<Problem> = Vec::new();
    if benchmark.took_part_span.is_none() {
        problems.push(problems_of::nobody_said(place));
    } else if !missing.is_empty() {
        problems.push(problems_of::not_in_group(place, &missing));
    }
    let spoke = benchmark.answers().flat_map(|answer| &answer.by_group).map(|(group, _)| *group);
    let mut strangers: Vec<Group> = spoke.filter(|group| !is_there(*group)).collect();
    strangers.sort();
    strangers.dedup();
    if benchmark.took_part_span.is_some() {
        problems.extend(strangers.iter().map(|group| problems_of::spoke_without_being_there(place, group.name())));
    }
    problems
}

fn hopeful(rating: &Rating, site: &Site) -> Problem {
    let title = site.names.get(Kind::Domain, &rating.domain).and_then(|item| item.texts.get(&None));
    let title = title.map_or(rating.domain.value.clone(), |(title, _)| values::plain(title));
    problems_of::hopeful(rating.domain.span, &title)
}

/// Reports a domain or a standard that is rated twice, and a standard that is rated in another domain than its own.
fn in_wrong_place(benchmark: &Benchmark, site: &Site) -> Vec<Problem> {
    let mut seen: BTreeMap<(Kind, &str), Span> = BTreeMap::new();
    let mut problems = Vec::new();
    for rating in &benchmark.ratings {
        let standards = rating.standards.iter().map(|rated| (Kind::Standard, &rated.standard));
        for (kind, id) in std::iter::once((Kind::Domain, &rating.domain)).chain(standards) {
            if let Some(first) = seen.get(&(kind, id.value.as_str())) {
                problems.push(problems_of::rated_twice(kind.name(), id, id.span, *first));
                continue;
            }
            seen.insert((kind, &id.value), id.span);
            let own = site.pack.standards.iter().find(|standard| kind == Kind::Standard && standard.id == id.value);
            if let Some(own) = own.filter(|own| own.domain != rating.domain.value) {
                problems.push(problems_of::other_domain(id, id.span, &own.domain, &rating.domain));
            }
        }
    }
    problems
}
