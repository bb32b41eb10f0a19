//! The heading that start pages lead to, if something happened, is there.
//!
//! Example: a leaflet with `if_something_happened: if-it-happens`, whose heading has the id `if-something-happens`.

use jiff::civil::Date;

use crate::problem::Problem;
use crate::resolve::{Site, links};

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let named =
        site.pack.articles.iter().filter_map(|leaflet| Some((leaflet, leaflet.if_something_happened.as_ref()?)));
    named.filter_map(|(leaflet, id)| links::not_a_heading(&leaflet.body, id)).collect()
}
