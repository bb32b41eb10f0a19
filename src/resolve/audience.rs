//! Who is shown what: which wards give out which leaflets, and which pages a site for one audience has.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Site;
use super::names::Name;
use crate::model::article::Article;
use crate::model::audience::Audience;
use crate::model::kind::Kind;
use crate::model::ward::Ward;

/// Tells whether a ward gives out a leaflet: it is for the ward's kind, and the ward doesn't leave it out.
pub fn gives_out(ward: &Ward, leaflet: &Article) -> bool {
    let for_kind = leaflet.ward_kinds.is_empty() || leaflet.ward_kinds.iter().any(|kind| kind.value == ward.kind.value);
    for_kind && !ward.leave_out.iter().any(|id| id.value == leaflet.id)
}

/// Takes everything out of a site that isn't for an audience: pages, entries of lists, and what refers to them. What doesn't say
/// who it is for is for everyone.
pub fn keep_only(site: &mut Site, audience: Audience) {
    let is_for_others = |audiences: &[Audience]| !audiences.is_empty() && !audiences.contains(&audience);
    site.audience = Some(audience);
    let pack = &mut site.pack;
    let mut left_out: BTreeSet<Name> = BTreeSet::new();
    pack.retain_articles(|article| {
        let is_left_out = is_for_others(&article.audience);
        is_left_out.then(|| left_out.insert((article.kind, article.id.clone())));
        !is_left_out
    });
    pack.retain_starts(|start| !is_for_others(&start.audience));
    pack.conversation_models.retain(|model| {
        let is_left_out = is_for_others(&model.audience);
        is_left_out.then(|| left_out.insert((Kind::ConversationModel, model.id.clone())));
        !is_left_out
    });
    for resources in &mut pack.resources {
        Arc::make_mut(resources).items.retain(|resource| {
            let is_left_out = is_for_others(&resource.audience);
            is_left_out.then(|| left_out.insert((Kind::Resource, resource.id.0.value.clone())));
            !is_left_out
        });
    }
    pack.easy_reads.retain(|easy_read| !left_out.contains(&(easy_read.kind, easy_read.id.clone())));
    // The standards of a domain stand on the domain's page.
    let left_out_domain = |domain: &str| left_out.contains(&(Kind::Domain, domain.to_owned()));
    let (gone, kept): (Vec<_>, Vec<_>) =
        std::mem::take(&mut pack.standards).into_iter().partition(|standard| left_out_domain(&standard.domain));
    pack.standards = kept;
    left_out.extend(gone.into_iter().map(|standard| (Kind::Standard, standard.id.clone())));
    site.used_by.retain(|used, users| {
        users.retain(|user| !left_out.contains(user));
        !left_out.contains(used)
    });
    for name in left_out {
        site.names.leave_out(name);
    }
}
