//! Services that are there for other nations only: they go, and with them the lines of every text that lead to one of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::kind::Kind;
use crate::model::nation::Nation;
use crate::model::pack::Pack;
use crate::problem::Problem;
use crate::problem::catalogue::suits;
use crate::read::Sources;
use crate::text::plain;
use crate::text::prose::{LinkTarget, Prose};
use crate::text::select;

impl Pack {
    /// Takes out the services of other nations than the pack's, and the lines of every text that lead to one of them. Reports such lines
    /// in the author's own texts; those of the layers below go in silence.
    pub(super) fn keep_to_nation(&mut self, sources: &Sources, problems: &mut Vec<Problem>) {
        let Some(nation) = self.settings.nation else { return };
        let is_elsewhere = |nations: &[Nation]| !nations.is_empty() && !nations.contains(&nation);
        let services = self.support.iter().flat_map(|support| &support.items);
        let first = self.settings.first_language();
        let elsewhere: BTreeMap<String, (String, String)> = services
            .filter(|service| is_elsewhere(&service.nations))
            .map(|service| {
                let of: Vec<&str> = service.nations.iter().map(|nation| nation.name()).collect();
                let (_, name) = service.name.nearest(first, first);
                (service.id.0.value.clone(), (plain::line(name), of.join(" and ")))
            })
            .collect();
        if elsewhere.is_empty() {
            return;
        }
        // A translation of the list says nothing of nations.
        for support in &mut self.support {
            Arc::make_mut(support).items.retain(|service| !elsewhere.contains_key(&service.id.0.value));
        }
        // They exist, so a reference to one is right.
        self.broken.extend(elsewhere.keys().map(|id| (Kind::Support, id.clone())));
        let find = |target: &LinkTarget| match target {
            LinkTarget::Reference { kind, id } if kind == Kind::Support.name() => elsewhere.get(id),
            _ => None,
        };
        self.each_prose(&mut |prose| {
            for link in &prose.links {
                if let Some((name, of)) = find(&link.target)
                    && !sources.file(link.span.file).inherited
                {
                    problems.push(suits::of_another_nation(link.span, name, of, nation.name()));
                }
            }
            let kept: Option<Prose> = select::without_links(prose, &|link| find(&link.target).is_some());
            if let Some(kept) = kept {
                *prose = kept.into();
            }
        });
    }
}
