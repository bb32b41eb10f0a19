//! Each change idea helps a driver of the theory of change, each test is of an idea that is there and has begun, and a measurement plan
//! asks staff how confident they feel.
//!
//! Source: booklet of the Sexual Safety Collaborative, sections 3 and “Next steps”. Example: an idea that no driver names.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::kind::Kind;
use crate::problem::Problem;
use crate::problem::catalogue::{improvement as problems_of, review};
use crate::problem::suggest::nearest;
use crate::resolve::{Site, values};

pub fn check(site: &Site, as_of: Date) -> Vec<Problem> {
    let mut problems = ideas_without_driver(site);
    for log in site.pack.test_logs.values() {
        if !site.names.has(Kind::ChangeIdea, &log.idea) {
            let near = nearest(&log.idea, site.names.ids(Kind::ChangeIdea));
            problems.push(problems_of::log_of_nothing(log.span, &log.idea, near));
        }
        let to_come = log.tests.iter().filter(|test| test.on.value > as_of);
        problems.extend(to_come.map(|test| review::in_future(test.on.span, "on", test.on.value, as_of)));
    }
    let plans = site.pack.measurement_plans.iter().filter(|plan| plan.language.is_first() && !plan.asks_staff());
    problems.extend(plans.map(|plan| problems_of::staff_not_asked(plan.title.span, &values::plain(&plan.title))));
    problems
}

/// Looks at this pack's own ideas, where there is a theory of change that could name them.
fn ideas_without_driver(site: &Site) -> Vec<Problem> {
    let theories = &site.pack.theories_of_change;
    if theories.is_empty() {
        return Vec::new();
    }
    let drivers = theories.iter().flat_map(|theory| theory.secondary_drivers());
    let named: BTreeSet<&str> =
        drivers.flat_map(|(.., driver)| &driver.ideas).map(|idea| idea.value.as_str()).collect();
    let is_own = theories.iter().any(|theory| !site.inherited.contains(&theory.file));
    let ideas = site.pack.articles.iter().filter(|article| article.kind == Kind::ChangeIdea);
    let apart = ideas.filter(|idea| {
        idea.language.is_first() && !named.contains(idea.id.as_str()) && !site.inherited.contains(&idea.file)
    });
    let problem = if is_own { problems_of::idea_without_driver } else { problems_of::idea_without_inherited_driver };
    apart.map(|idea| problem(idea.title.span, &idea.id)).collect()
}
