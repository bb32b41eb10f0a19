//! A hospital's name is written in one way for all its wards.
//!
//! Source: wards are gathered under their `site`, and a hospital of pack.yaml gives its contacts to those that name it letter for letter.
//! Example: “southfield unit” for one ward and “Southfield Unit” for another.

use std::collections::BTreeMap;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::problem::Problem;
use crate::problem::catalogue::sheets;
use crate::resolve::Site;
use crate::span::Span;
use crate::text::plain;

/// How often a spelling is used, and where first.
type Spellings = BTreeMap<String, (usize, Span)>;

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let pack = &site.pack;
    let mut hospitals: BTreeMap<String, Spellings> = BTreeMap::new();
    for ward in &pack.wards {
        let written = plain::line(&ward.site);
        let spelling = hospitals.entry(folded(&written)).or_default().entry(written).or_insert((0, ward.site.span));
        spelling.0 += 1;
    }
    let listed = |folded_name: &str| {
        let mut names = pack.settings.hospitals.iter().map(|hospital| plain::line(&hospital.name));
        names.find(|name| folded(name) == folded_name)
    };
    hospitals.iter().flat_map(|(name, spellings)| of_one(spellings, listed(name))).collect()
}

/// Returns the problems of one hospital: each spelling of it but the one of pack.yaml, or else the one that most wards have.
fn of_one(spellings: &Spellings, listed: Option<String>) -> Vec<Problem> {
    let most = || spellings.iter().max_by_key(|(_, (count, span))| (*count, std::cmp::Reverse(*span)));
    let Some(usual) = listed.or_else(|| most().map(|(written, _)| written.clone())) else { return Vec::new() };
    let other = spellings.get(&usual).map(|(_, span)| *span);
    let rest = spellings.iter().filter(|(written, _)| **written != usual);
    rest.map(|(written, (count, span))| sheets::two_spellings(written, &usual, *count, *span, other)).collect()
}

/// Returns a name without what people write in one way or another: capitals, accents, punctuation, “and” or &, spaces.
fn folded(name: &str) -> String {
    let name: String =
        name.to_lowercase().replace('&', " and ").nfd().filter(|letter| !is_combining_mark(*letter)).collect();
    let name: String = name.chars().filter(|letter| !"'’‘.,".contains(*letter)).collect();
    name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
