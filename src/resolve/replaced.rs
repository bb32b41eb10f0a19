//! What an author's own file took the place of, where pages of the layers below still refer to what was in it.

use std::collections::BTreeMap;

use crate::model::collection::Collection;
use crate::model::kind::Kind;
use crate::model::pack::Pack;
use crate::problem::Problem;
use crate::problem::catalogue::references;
use crate::read::Sources;
use crate::span::{FileId, Span};

/// Returns the place of the author's own file that would have an item, were it still the one of the layer below: their
/// glossary.yaml for a term. Nothing where a reference stands in one of their own files, since it is told there.
pub fn list_of(kind: Kind, from: FileId, pack: &Pack, sources: &Sources) -> Option<Span> {
    match kind {
        Kind::Support => own_list(&pack.support, from, sources),
        Kind::Resource => own_list(&pack.resources, from, sources),
        Kind::Term => own_list(&pack.glossary, from, sources),
        _ => None,
    }
}

/// An item that the author's own list, at `own`, doesn't have, though a text of a layer below refers to it.
pub struct Lacked {
    pub own: Span,
    pub id: String,
    pub below: Span,
}

/// Returns what lists lack, as one problem a list.
pub fn problems(lacked: Vec<Lacked>) -> Vec<Problem> {
    let mut lists: BTreeMap<Span, BTreeMap<String, Span>> = BTreeMap::new();
    for Lacked { own, id, below } in lacked {
        let first = lists.entry(own).or_default().entry(id).or_insert(below);
        *first = below.min(*first);
    }
    let of_list = |(own, ids): (Span, BTreeMap<String, Span>)| {
        let first = ids.values().next().copied()?;
        Some(references::lacks(&ids.keys().map(String::as_str).collect::<Vec<_>>(), own, first))
    };
    lists.into_iter().filter_map(of_list).collect()
}

fn own_list<T>(lists: &[std::sync::Arc<Collection<T>>], from: FileId, sources: &Sources) -> Option<Span> {
    let list = lists.iter().find(|list| list.language.is_first())?;
    is_below(from, list.file, sources).then_some(list.title.span)
}

/// Returns the title of a page, where it is the author's own and a heading of it is referred to in a layer below.
pub fn page(kind: Kind, id: &str, from: FileId, pack: &Pack, sources: &Sources) -> Option<Span> {
    let page = pack.article(kind, id, None)?;
    is_below(from, page.file, sources).then_some(page.title.span)
}

fn is_below(from: FileId, of: FileId, sources: &Sources) -> bool {
    sources.file(from).inherited && !sources.file(of).inherited
}
