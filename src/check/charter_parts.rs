//! A charter has four parts: an explanation, a statement of intent, the expected behaviour, and how to get independent support.
//!
//! Source: the Sexual Safety Collaborative's booklet, section 2. Example: a template whose `intent:` is missing.

use std::sync::Arc;

use jiff::civil::Date;

use crate::parse::prose::Prose;
use crate::problem::Problem;
use crate::problem::catalogue::wards;
use crate::resolve::{Site, values};

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    for template in &site.pack.templates {
        let parts =
            [("explanation", &template.explanation), ("intent", &template.intent), ("support", &template.support)];
        let empty = parts.into_iter().filter(|(_, part)| is_empty(part.as_ref()));
        problems.extend(empty.map(|(name, _)| wards::part_empty(template.span, "the charter template", name)));
        if template.behaviours.is_empty() {
            problems.push(wards::part_empty(template.span, "the charter template", "behaviours"));
        }
    }
    let without_behaviours = site.charters.iter().filter(|charter| charter.behaviours.is_empty());
    let of_template = |language: &str| {
        let first = site.pack.settings.first_language();
        site.pack
            .template((language != first).then_some(language))
            .is_some_and(|template| template.behaviours.is_empty())
    };
    for charter in without_behaviours.filter(|charter| !of_template(&charter.language)) {
        let ward = &site.pack.wards[charter.ward];
        let whose = format!("the charter of {}", values::plain(&ward.name));
        problems.push(wards::part_empty(ward.name.span, &whose, "behaviours"));
    }
    problems
}

fn is_empty(part: Option<&Arc<Prose>>) -> bool {
    part.is_none_or(|prose| prose.blocks.is_empty())
}
