//! Published addresses at which nothing is any more.

use std::collections::BTreeSet;

use super::{Plan, url};
use crate::ledger::Ledger;
use crate::model::kind::{Kind, OF_THE_SITE, PAGES, SECTIONS};
use crate::problem::Problem;
use crate::problem::catalogue::site_addresses;
use crate::resolve::Site;
use crate::span::Spanned;

/// Whether a site has all that its pack has, or is made of some of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    Whole,
    Part,
}

/// Reports the addresses that the pack's own list has and the site hasn't, each item of them once: its copies and other forms went with
/// it. Of a part of a site (some wards, or for some readers) only those are reported whose item the pack hasn't any more at all.
pub fn check(site: &Site, plan: &Plan, ledger: &Ledger, extent: Extent) -> Vec<Problem> {
    let own = site.pack.published.iter().filter(|list| !site.inherited.contains(&list.file));
    let listed: Vec<&Spanned<String>> = own.flat_map(|list| &list.addresses).collect();
    // A language whose words can't be read has no pages in this run; its words are what is told.
    let has_words = site.pack.settings.languages.iter().all(|tag| plan.strings.contains_key(&tag.value));
    if listed.is_empty() || !has_words {
        return Vec::new();
    }
    let planned = plan.files.iter().map(|file| &*file.path);
    let there: BTreeSet<&str> = planned.chain(ledger.paths_of(&plan.kept)).collect();
    let gone: Vec<&Spanned<String>> = listed.into_iter().filter(|address| !there.contains(&***address)).collect();
    let all: BTreeSet<&str> = gone.iter().map(|address| &***address).collect();
    let languages: Vec<String> =
        site.pack.settings.languages.iter().skip(1).map(|tag| format!("{}/", tag.value)).collect();
    let is_first =
        |address: &&Spanned<String>| above(address, &languages).iter().all(|other| !all.contains(other.as_str()));
    let problem = |address: &Spanned<String>| {
        let old = item(address);
        let old = old.as_ref().map(|(kind, id)| (*kind, id.as_str()));
        match old {
            Some((kind, id)) if site.names.is_left_out_draft(kind, id) => {
                site_addresses::draft_again(address, address.span)
            }
            old => site_addresses::vanished(address, address.span, old.map(|(kind, id)| (kind.name(), id))),
        }
    };
    let is_told = |address: &&Spanned<String>| {
        let all = items(address);
        let has_gone = !all.is_empty() && !all.iter().any(|(kind, id)| site.names.has(*kind, id));
        is_first(address) && (extent == Extent::Whole || has_gone)
    };
    gone.into_iter().filter(is_told).map(problem).collect()
}

/// Returns the addresses with which an address goes: pages above it, the same in the pack's first language, and the leaflet of which it
/// is a ward's copy.
fn above(address: &str, languages: &[String]) -> Vec<String> {
    let mut all = Vec::new();
    let here = languages.iter().find_map(|language| address.strip_prefix(language.as_str()));
    all.extend(here.map(str::to_owned));
    let plain = here.unwrap_or(address);
    let of_ward = plain.strip_prefix("wards/").and_then(|rest| rest.split_once('/')).map(|(_, rest)| rest);
    let leaflet = of_ward.filter(|rest| rest.starts_with("leaflets/"));
    all.extend(leaflet.map(str::to_owned));
    for start in [Some(address), here, leaflet].into_iter().flatten() {
        let folder = start.rsplit_once('/').map_or("", |(folder, _)| folder);
        let ends = folder.match_indices('/').map(|(at, _)| format!("{}/index.html", &folder[..at]));
        all.extend(ends);
    }
    all.retain(|other| other != address);
    all
}

/// Returns the item that an address is of, where its folder tells. A domain has the id of its folder, so a standard is meant.
fn item(address: &str) -> Option<(Kind, String)> {
    items(address).into_iter().find(|(kind, _)| *kind != Kind::Domain)
}

/// Returns the items that an address can be of, by its folder; none for a page that wardpack makes itself.
fn items(address: &str) -> Vec<(Kind, String)> {
    let Some(folder) = address.strip_suffix("/index.html") else { return Vec::new() };
    let id = folder.rsplit('/').next().unwrap_or(folder);
    let made = [url::matrix(), url::benchmark_form(), url::side_by_side()];
    let is_section = SECTIONS.iter().chain([&PAGES]).any(|section| url::section(section) == address);
    if OF_THE_SITE.contains(&folder) || is_section || made.iter().any(|made| made == address) {
        return Vec::new();
    }
    let kinds = Kind::ALL
        .into_iter()
        .filter(|kind| !matches!(kind, Kind::Section | Kind::Support | Kind::Term | Kind::Resource));
    kinds.filter(|kind| url::item(*kind, id) == address).map(|kind| (kind, id.to_owned())).collect()
}
