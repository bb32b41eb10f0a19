//! Problems with addresses outside the pack, as their sites say when they are asked.

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&GONE, &MOVED];

static GONE: Code = Code {
    id: "R022",
    title: "A link to a page that is not there",
    meaning: "wardpack check --links asked the site, and it says that it has no such page (404), or no longer (410). Readers who follow the \
              link find nothing.",
    instead: "Look for the page on that site, and write its address now. If it is gone, take the link out, or link to something that says \
              the same.",
};

/// `status` is what the site answered.
pub fn gone(place: Span, address: &str, status: u16) -> Problem {
    Problem::warning(&GONE, place.into(), format!("the site says that there is no page {address} ({status})"))
        .label("leads to nothing")
        .help("open it in a browser; then write the address that the page has now, or take the link out")
}

static MOVED: Code = Code {
    id: "R023",
    title: "A link to a page that has another address now",
    meaning: "wardpack check --links asked the site, and it says that the page has moved for good (301 or 308). Most sites lead readers on for \
              some time only.",
    instead: "Open the new address, see that it is still the same page, and write it. Some sites lead every old address to their first page.",
};

/// `to` is the address that the site names.
pub fn moved(place: Span, address: &str, to: &str) -> Problem {
    Problem::warning(&MOVED, place.into(), format!("the site says that {address} has moved for good"))
        .label("has another address now")
        .help(format!("see that it is still the same page, and write {to}"))
}
