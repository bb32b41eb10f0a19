//! The pages that are assessed, counted.

use crate::model::audience::Audience;
use crate::model::kind::Kind;
use crate::model::pack::item::{Item, Of};
use crate::model::review::Review;
use crate::resolve::Site;
use crate::text::plain;

/// A text that somebody else than staff reads, in its first language.
pub(super) struct AssessedPage<'a> {
    pub(super) kind: Kind,
    pub(super) id: &'a str,
    pub(super) title: String,
    pub(super) audience: &'a [Audience],
    pub(super) review: &'a Review,
}

/// Returns the texts of a pack that aren't for staff alone, once each, in the order of the pack. Charters have an assessment of their own:
/// who wrote them together.
pub(super) fn assessed(site: &Site) -> Vec<AssessedPage<'_>> {
    let items = site.pack.items();
    items.into_iter().filter(is_assessed).filter_map(page).collect()
}

fn is_assessed(item: &Item<'_>) -> bool {
    let is_text = matches!(item.of, Of::Article(_) | Of::Page) && !matches!(item.kind, Kind::Section | Kind::Domain);
    is_text && !item.is_gone && !item.is_draft && item.language.is_none() && item.audience != [Audience::Staff]
}

fn page(item: Item<'_>) -> Option<AssessedPage<'_>> {
    let title = plain::line(item.title?);
    Some(AssessedPage { kind: item.kind, id: item.id, title, audience: item.audience, review: item.review? })
}

/// Returns the titles of the pages for which something holds.
pub(super) fn titles<'p>(pages: &'p [AssessedPage<'_>], holds: impl Fn(&AssessedPage<'_>) -> bool) -> Vec<&'p str> {
    pages.iter().filter(|page| holds(page)).map(|page| page.title.as_str()).collect()
}
