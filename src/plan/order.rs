//! The order of the lists: the author's `order:`, then the title.

use std::collections::HashMap;

use super::voice::Voice;
use crate::model::kind::Kind;

/// The ids of every kind, in order.
pub struct Orders<'a>(HashMap<Kind, Order<'a>>);

struct Order<'a> {
    ids: Vec<&'a str>,
    places: HashMap<&'a str, usize>,
}

impl<'a> Orders<'a> {
    /// Returns the orders as a reader of the voice's language sees them.
    pub fn new(voice: &Voice<'a>) -> Self {
        let mut keyed: HashMap<Kind, Vec<_>> = HashMap::new();
        for ((kind, id), item) in voice.shared.names.iter() {
            let key = (item.order.unwrap_or(i64::MAX), voice.title(*kind, id).to_lowercase(), id.as_str());
            keyed.entry(*kind).or_default().push(key);
        }
        let order = |(kind, mut keys): (Kind, Vec<(i64, String, &'a str)>)| {
            keys.sort();
            let ids: Vec<&str> = keys.into_iter().map(|(_, _, id)| id).collect();
            let places = ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
            (kind, Order { ids, places })
        };
        Orders(keyed.into_iter().map(order).collect())
    }

    pub fn ids(&self, kind: Kind) -> &[&'a str] {
        self.0.get(&kind).map(|order| order.ids.as_slice()).unwrap_or_default()
    }

    /// Returns the items before and after one in its list.
    pub fn neighbours(&self, kind: Kind, id: &str) -> [Option<&'a str>; 2] {
        let Some(order) = self.0.get(&kind) else { return [None, None] };
        let Some(place) = order.places.get(id) else { return [None, None] };
        [place.checked_sub(1), Some(place + 1)].map(|other| order.ids.get(other?).copied())
    }
}
