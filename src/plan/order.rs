//! The order of the lists: the author's `order:`, then the title.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::voice::Voice;
use crate::model::kind::Kind;
use crate::resolve::names::{Item, Name};

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
        let names = self.voice.shared.names.iter().filter(|((found, _), _)| *found == kind);
        let key = |((_, id), item): (&'a Name, &'a Item)| {
            (item.order.unwrap_or(i64::MAX), self.voice.title(kind, id).to_lowercase(), id.as_str())
        };
        let mut keys: Vec<_> = names.map(key).collect();
        keys.sort();
        let ids: Vec<&str> = keys.into_iter().map(|(_, _, id)| id).collect();
        let places = ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        Order { ids, places }
    }
}
