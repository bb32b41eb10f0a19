//! What the leaflets of a ward promise, and whether somebody has confirmed that the ward keeps it.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::audience::gives_out;
use crate::model::article::Article;
use crate::model::kind::Kind;
use crate::model::pack::Pack;
use crate::model::promises::PROMISE;
use crate::model::ward::Ward;
use crate::text::plain;

/// A line of a leaflet that promises something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    pub id: String,
    pub words: String,
    /// The id of the leaflet.
    pub leaflet: String,
}

/// Returns what the leaflets that a ward gives out promise, each promise once.
pub fn of_ward(pack: &Pack, ward: &Ward) -> Vec<Promise> {
    let mut found = BTreeSet::new();
    let all = leaflets(pack, ward).flat_map(of_leaflet);
    all.filter(|promise| found.insert(promise.id.clone())).collect()
}

/// Tells whether somebody has confirmed what a ward's leaflets promise, since they were last written or read.
pub fn are_confirmed(pack: &Pack, ward: &Ward) -> bool {
    let promising = leaflets(pack, ward).filter(|leaflet| !of_leaflet(leaflet).is_empty());
    let newest = promising.filter_map(day).max();
    ward.promises.confirmed.as_ref().is_some_and(|confirmed| newest.is_none_or(|newest| newest <= confirmed.on.value))
}

fn day(leaflet: &Article) -> Option<Date> {
    let days = [&leaflet.review.written, &leaflet.review.reviewed];
    days.into_iter().flatten().map(|day| day.value).max()
}

/// Returns the leaflets of a ward, in the pack's first language, that may promise something.
fn leaflets<'a>(pack: &'a Pack, ward: &'a Ward) -> impl Iterator<Item = &'a Article> {
    let own = pack.articles.iter().filter(|one| one.kind == Kind::Leaflet && one.language.is_first());
    own.map(|leaflet| &**leaflet).filter(|leaflet| gives_out(ward, leaflet))
}

/// Returns the lines of a leaflet that promise something.
pub fn of_leaflet(leaflet: &Article) -> Vec<Promise> {
    let marks = leaflet.body.placeholders.iter().any(|used| used.name.starts_with(PROMISE));
    let text = if marks { plain::words(&leaflet.body) } else { String::new() };
    let promise = |line: &str| {
        let (before, after) = line.split_once(&format!("{{{PROMISE}"))?;
        let (id, rest) = after.split_once("?}")?;
        let words = format!("{}{rest}", before.trim_start_matches("- ").trim_end());
        Some(Promise { id: id.to_owned(), words, leaflet: leaflet.id.clone() })
    };
    text.lines().filter_map(promise).collect()
}
