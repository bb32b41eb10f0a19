//! The order of the lists: the author's `order:`, then the title, as people count: ward 2 before ward 10.

use std::collections::HashMap;
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::voice::Voice;
use crate::model::kind::Kind;
use crate::resolve::names::{Name, Named};

/// The ids of every kind, in order; each kind's are ordered when they are first asked for.
pub struct Orders<'a> {
    voice: Voice<'a>,
    kinds: HashMap<Kind, OnceLock<Order<'a>>>,
}

#[derive(Default)]
struct Order<'a> {
    ids: Vec<&'a str>,
    places: HashMap<&'a str, usize>,
}

impl<'a> Orders<'a> {
    /// Returns the orders as a reader of the voice's language sees them.
    pub fn new(voice: Voice<'a>) -> Self {
        Orders { voice, kinds: Kind::ALL.into_iter().map(|kind| (kind, OnceLock::new())).collect() }
    }

    pub fn ids(&self, kind: Kind) -> &[&'a str] {
        self.order(kind).map(|order| order.ids.as_slice()).unwrap_or_default()
    }

    /// Returns the items before and after one in its list.
    pub fn neighbours(&self, kind: Kind, id: &str) -> [Option<&'a str>; 2] {
        let Some(order) = self.order(kind) else { return [None, None] };
        let Some(place) = order.places.get(id) else { return [None, None] };
        [place.checked_sub(1), Some(place + 1)].map(|other| order.ids.get(other?).copied())
    }

    fn order(&self, kind: Kind) -> Option<&Order<'a>> {
        Some(self.kinds.get(&kind)?.get_or_init(|| self.make(kind)))
    }

    fn make(&self, kind: Kind) -> Order<'a> {
        let names =
            self.voice.shared.names.iter().filter(|((found, id), _)| *found == kind && self.voice.is_listed(kind, id));
        let key = |((_, id), item): (&'a Name, &'a Named)| {
            (item.order.unwrap_or(i64::MAX), by_title(&self.voice.title(kind, id)), id.as_str())
        };
        let mut keys: Vec<_> = names.map(key).collect();
        keys.sort();
        let ids: Vec<&str> = keys.into_iter().map(|(_, _, id)| id).collect();
        let places = ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        Order { ids, places }
    }
}

/// What a title is sorted by.
pub type TitleOrder = Vec<TitlePart>;

/// A part of a title: digits count as the number they are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TitlePart {
    Number(u64),
    Words(String),
}

/// Returns what a title is sorted by: in small letters, without accents, and numbers by how much they are.
pub fn by_title(title: &str) -> TitleOrder {
    // Most titles are in plain letters, which have no accents to take away.
    let folded = if title.is_ascii() {
        title.to_ascii_lowercase()
    } else {
        title.nfkd().filter(|letter| !is_combining_mark(*letter)).collect::<String>().to_lowercase()
    };
    let mut parts = Vec::new();
    let mut rest = folded.trim();
    while let Some(first) = rest.chars().next() {
        let is_number = first.is_ascii_digit();
        let end = rest.find(|letter: char| letter.is_ascii_digit() != is_number).unwrap_or(rest.len());
        let part = &rest[..end];
        // More digits than a number holds are sorted as letters.
        let number = if is_number { part.parse().ok() } else { None };
        parts.push(number.map_or_else(|| TitlePart::Words(part.to_owned()), TitlePart::Number));
        rest = &rest[end..];
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_sorted_as_people_count() {
        let mut titles = ["Ward 10", "ward 2", "Élan", "Ward 1", "Elm", "3 Beech", "Ward", "Eel"];
        titles.sort_by_cached_key(|title| by_title(title));
        assert_eq!(titles, ["3 Beech", "Eel", "Élan", "Elm", "Ward", "Ward 1", "ward 2", "Ward 10"]);
    }
}
