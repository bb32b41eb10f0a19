//! Nothing that is published leads to what isn't finished: readers would find words in place of a link, or a line less.
//!
//! Example: the leaflet `visiting` refers to `[[leaflet/on-leave]]`, which has `draft: true`.

use jiff::civil::Date;

use crate::model::kind::Kind;
use crate::problem::Problem;
use crate::problem::catalogue::drafts::leads_to_draft;
use crate::resolve::Site;
use crate::resolve::target::{self, Target};
use crate::resolve::texts::{self, Text};

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    if !site.names.has_drafts() {
        return Vec::new();
    }
    let is_draft = |kind: Kind, id: &str| site.names.is_draft(kind, id);
    let (found, ids) = texts::all(&site.pack);
    let mut problems = Vec::new();
    for text in found.iter().filter(|text| !text.item.is_some_and(|(kind, id)| is_draft(kind, id))) {
        let Text::Prose(prose) = text.text else { continue };
        let path = site.paths.get(&prose.span.file).map_or("", String::as_str);
        for link in &prose.links {
            if let Some(Target::Item { kind, id, .. }) =
                target::target(&link.target, path, &site.names, &site.pack.images)
                && is_draft(kind, &id)
            {
                problems.push(leads_to_draft(kind.name(), &id, link.span));
            }
        }
    }
    let of_ids = ids.iter().filter(|reference| is_draft(reference.kind, reference.id));
    let of_ids = of_ids.filter(|reference| !reference.item.is_some_and(|(kind, id)| is_draft(kind, id)));
    problems.extend(of_ids.map(|reference| leads_to_draft(reference.kind.name(), reference.id, reference.id.span)));
    problems
}
