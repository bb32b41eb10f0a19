//! Nothing leads to what was withdrawn, and what was withdrawn says where to go.
//!
//! Source: GOV.UK content design, withdrawing content (say that it is withdrawn, why, and what there is instead). Example: a leaflet
//! that links to a page which was withdrawn.

use jiff::civil::Date;

use crate::model::withdrawn::Withdrawn;
use crate::problem::Problem;
use crate::problem::catalogue::{references, review};
use crate::resolve::Site;
use crate::resolve::target::{self, Target};
use crate::resolve::texts::{self, Text};
use crate::text::prose::LinkTarget;

pub fn check(site: &Site, as_of: Date) -> Vec<Problem> {
    let mut problems: Vec<Problem> = all(site).flat_map(|withdrawn| of_one(site, withdrawn, as_of)).collect();
    if all(site).next().is_some() {
        problems.extend(links(site));
    }
    problems
}

fn all(site: &Site) -> impl Iterator<Item = &Withdrawn> {
    let wards = site.pack.withdrawn_wards.iter().filter_map(|ward| ward.withdrawn.as_ref());
    let originals = site.pack.withdrawn_articles.iter().filter(|article| article.language.is_first());
    wards.chain(originals.filter_map(|article| article.withdrawn.as_ref()))
}

fn of_one(site: &Site, withdrawn: &Withdrawn, as_of: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    if withdrawn.on.value > as_of {
        problems.push(review::still_to_come(withdrawn.on.span, "withdrawn: on", withdrawn.on.value, as_of));
    }
    if let Some(written) = &withdrawn.instead {
        match withdrawn.instead() {
            None => problems.push(references::not_a_reference(written, written.span)),
            Some((kind, id)) if !site.names.has(kind, id) => {
                problems.push(references::dangling(kind.name(), id, written.span, site.names.ids(kind)));
            }
            Some((kind, id)) if site.names.is_withdrawn(kind, id) => {
                problems.push(references::withdrawn(kind.name(), id, written.span));
            }
            Some(_) => {}
        }
    }
    problems
}

/// Returns the problems of links in the author's own texts that lead to something withdrawn.
fn links(site: &Site) -> Vec<Problem> {
    let mut problems = Vec::new();
    for found in texts::all(&site.pack).0 {
        let Text::Prose(prose) = found.text else { continue };
        if site.inherited.contains(&prose.span.file) {
            continue;
        }
        let path = site.paths.get(&prose.span.file).map_or("", String::as_str);
        let is_of_pack = |target: &LinkTarget| target::target(target, path, &site.names, &site.pack.images);
        for link in &prose.links {
            if let Some(Target::Item { kind, id, .. }) = is_of_pack(&link.target)
                && site.names.is_withdrawn(kind, &id)
            {
                problems.push(references::withdrawn(kind.name(), &id, link.span));
            }
        }
    }
    problems
}
