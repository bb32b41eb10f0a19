//! Published addresses at which nothing is any more.

use std::collections::BTreeSet;

use super::Plan;
use crate::ledger::Ledger;
use crate::model::kind::Kind;
use crate::problem::Problem;
use crate::problem::catalogue::references;
use crate::resolve::Site;
use crate::span::Spanned;

/// Reports the addresses that the pack's own list has and the site hasn't, each item of them once: its copies and other forms went with
/// it.
pub fn check(site: &Site, plan: &Plan, ledger: &Ledger) -> Vec<Problem> {
    let own = site.pack.published.iter().filter(|list| !site.inherited.contains(&list.file));
    let listed: Vec<&Spanned<String>> = own.flat_map(|list| &list.addresses).collect();
    if listed.is_empty() {
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
        let old = old.as_ref().map(|(kind, id)| (kind.name(), id.as_str()));
        references::vanished(address, address.span, old)
    };
    gone.into_iter().filter(is_first).map(problem).collect()
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

/// Returns the item that an address is of, where its folder tells.
fn item(address: &str) -> Option<(Kind, String)> {
    let (folder, id) = address
        .strip_suffix("/index.html")?
        .rsplit_once('/')
        .unwrap_or(("pages", address.strip_suffix("/index.html")?));
    let kinds = Kind::ALL
        .into_iter()
        .filter(|kind| !matches!(kind, Kind::Section | Kind::Support | Kind::Term | Kind::Resource));
    let of_folder = |kind: &Kind| super::url::item(*kind, id) == address && (folder != "pages" || *kind == Kind::Page);
    kinds.into_iter().find(of_folder).map(|kind| (kind, id.to_owned()))
}
