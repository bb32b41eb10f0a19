//! Who is shown what: which wards give out which leaflets, and which pages a site for some readers has.

use super::Site;
use super::left_out::{self, LeftOut};
use super::readers::Readers;
use super::texts;
use crate::model::article::Article;
use crate::model::audience::Audience;
use crate::model::kind::Kind;
use crate::model::ward::Ward;
use crate::read::Sources;
use crate::span::Spanned;

/// Tells whether a ward gives out a leaflet: it is for the ward's kind, and the ward leaves out neither it nor the one in whose place it
/// stands.
pub fn gives_out(ward: &Ward, leaflet: &Article) -> bool {
    let is_left_out = |id: &Spanned<String>| {
        id.value == leaflet.id || leaflet.instead_of.as_ref().is_some_and(|instead_of| instead_of.value == id.value)
    };
    leaflet.is_for(&ward.kind.value) && !ward.leave_out.iter().any(is_left_out)
}

/// Takes everything out of a site that isn't for its readers: pages, passages, entries of lists, and what refers to them. What doesn't
/// say who it is for is for everyone.
pub fn keep_only(site: &mut Site, readers: &Readers, sources: &Sources) {
    let left_out = left_out::of(site, readers, sources);
    remove(site, &left_out, readers);
    site.left_out = left_out;
}

fn remove(site: &mut Site, left_out: &LeftOut, readers: &Readers) {
    site.audience = readers.audience;
    keep_passages(site, readers);
    let LeftOut { names, pictures, .. } = left_out;
    let pack = &mut site.pack;
    pack.images.retain(|path, _| !pictures.contains(path));
    let is_kept = |kind: Kind, id: &str| !names.contains(&(kind, id.to_owned()));
    pack.retain(is_kept);
    // What came of trying something is for those who tried it.
    let are_staff = readers.audience.is_none_or(|audience| audience == Audience::Staff);
    pack.retain_tests(|_| are_staff);
    pack.retain_starts(|start| !readers.are_left_out(&start.audience, &[]));
    site.used_by.retain(|used, users| {
        users.retain(|user| !names.contains(user));
        !names.contains(used)
    });
    for name in names {
        site.names.leave_out(name.clone());
    }
}

/// Takes the passages for others out of every text, where there are any, and what only they refer to.
fn keep_passages(site: &mut Site, readers: &Readers) {
    let is_for_others =
        |found: &texts::PlacedText<'_>| found.text.passages().iter().any(|passage| !readers.see(passage));
    if !texts::all(&site.pack).0.iter().any(is_for_others) {
        return;
    }
    site.pack.each_prose(&mut |prose| *prose = readers.view(prose));
    site.charters.base.iter_mut().for_each(|charter| charter.keep_for(readers));
    site.charters.wards.iter_mut().for_each(|ward| ward.charter.keep_for(readers));
    let (found, ids) = texts::all(&site.pack);
    site.used_by = super::used_by(&found, &ids, &site.names, &site.pack, &site.paths);
}
