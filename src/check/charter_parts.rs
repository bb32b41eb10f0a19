//! A charter has four parts: an explanation, a statement of intent, the expected behaviour, and how to get independent support.
//!
//! Source: the Sexual Safety Collaborative's booklet, section 2. Example: a template whose `intent:` is missing.

use jiff::civil::Date;

use crate::model::ward::Ward;
use crate::problem::Problem;
use crate::problem::catalogue::wards;
use crate::resolve::charter::{Charter, WardCharter};
use crate::resolve::{Site, values};

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    for template in &site.pack.templates {
        let parts =
            [("explanation", &template.explanation), ("intent", &template.intent), ("support", &template.support)];
        let empty = parts.into_iter().filter(|(_, part)| part.as_ref().is_none_or(|prose| prose.blocks.is_empty()));
        problems.extend(empty.map(|(name, _)| wards::part_empty(template.span, "the charter template", name)));
        if template.behaviours.is_empty() {
            problems.push(wards::part_empty(template.span, "the charter template", "behaviours"));
        }
    }
    if let Some(trust) = &site.pack.trust {
        let all_removed = |charter: &&Charter| charter.behaviours.is_empty() && !trust.changes.remove.is_empty();
        let emptied = site.charters.base.iter().any(|charter| all_removed(&charter));
        problems.extend(emptied.then(|| wards::part_empty(trust.span, "the trust's charter", "behaviours")));
    }
    let has_behaviours = |ward: &Ward, language: &str| {
        site.charters.base_of(&ward.kind, language).is_some_and(|charter| !charter.behaviours.is_empty())
    };
    for WardCharter { ward, charter } in &site.charters.wards {
        problems.extend(lost_parts(site, &site.pack.wards[*ward], charter));
        let ward = &site.pack.wards[*ward];
        if charter.behaviours.is_empty() && has_behaviours(ward, &charter.language) {
            let whose = format!("the charter of {}", values::plain(&ward.name));
            problems.push(wards::part_empty(ward.name.span, &whose, "behaviours"));
        }
    }
    problems
}

/// Returns the problems of parts that the charter below has, but of which nothing is left for a ward of this kind.
fn lost_parts(site: &Site, ward: &Ward, charter: &Charter) -> Vec<Problem> {
    let Some(base) = site.charters.base_of(&ward.kind, &charter.language) else { return Vec::new() };
    let whose = format!("the charter of {}", values::plain(&ward.name));
    let lost =
        base.parts().into_iter().zip(charter.parts()).filter(|((_, below), (_, own))| below.is_some() && own.is_none());
    lost.map(|((name, _), _)| wards::part_empty(ward.name.span, &whose, name)).collect()
}
