//! Somebody who reads both languages has read each translation beside its original.
//!
//! Source: NHS service manual, standard for creating health content (if it is translated, its clinical accuracy is kept). Example: a leaflet
//! in Welsh that doesn't say who checked it.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::pack::item::{Item, Of};
use crate::problem::catalogue::review;
use crate::problem::{Place, Problem};
use crate::resolve::Site;

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let is_unchecked = |item: &Item<'_>| {
        let translation = item.review.and_then(|review| review.translation.as_ref());
        translation.is_none_or(|translation| translation.checked.is_none())
    };
    let items = site.pack.items();
    let translated = items.iter().filter(|item| item.language.is_some() && !item.is_gone);
    let files = translated.filter(|item| !matches!(item.of, Of::Entry(_)) && is_unchecked(item));
    let files: BTreeSet<&str> = files.filter_map(|item| site.paths.get(&item.file)).map(String::as_str).collect();
    let files: Vec<&str> = files.into_iter().collect();
    let note = files.first().map(|first| review::translations_unchecked(Place::Path((*first).to_owned()), &files));
    note.into_iter().collect()
}
