//! The addresses outside a pack: where they stand, what their sites answered, and what is told of that.
//!
//! - `answers.rs`: What sites answered, kept with the day, so that none is asked again too soon
//! - `following.rs`: How one address is asked for, and where it leads on

pub mod answers;
pub mod following;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::calls;
use crate::model::piece::{Holds, NounPiece};
use crate::pipeline::{Report, Request};
use crate::problem::Problem;
use crate::problem::catalogue::links as problems_of;
use crate::problem::fault::Fault;
use crate::resolve::Site;
use crate::span::Span;
use crate::text::prose::LinkTarget;
pub use answers::{LinkAnswer, LinkAnswers};

/// An address outside the pack, without the part of the page that it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideLink {
    pub address: String,
    /// Where it stands, in the order of the pack.
    pub places: Vec<Span>,
    /// The ids of the resources whose page it is.
    pub resources: Vec<String>,
}

/// Returns every address outside the pack once, in the order of the addresses. The pack's own address isn't among them: it may not be
/// there yet.
pub fn all(site: &Site) -> Vec<OutsideLink> {
    let pack = &site.pack;
    let mut found: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    let mut add = |piece: NounPiece<'_>| match piece {
        NounPiece::Address(address) => put(&mut found, address, address.span),
        NounPiece::Prose(prose) => prose.links.iter().for_each(|link| match &link.target {
            LinkTarget::Outside(address) => put(&mut found, address, link.span),
            LinkTarget::Reference { .. } | LinkTarget::File { .. } | LinkTarget::Heading(_) => {}
        }),
        NounPiece::Line(_) | NounPiece::Reference(..) | NounPiece::Language(_) => {}
    };
    pack.settings.each_piece(&mut add);
    for item in pack.items().iter().filter(|item| !item.is_gone) {
        item.noun.each_piece(&mut add);
    }
    if let Some(address) = &pack.settings.web_address
        && let Some(places) = found.get_mut(without_fragment(&address.0))
    {
        places.retain(|place| *place != address.0.span);
    }
    let mut resources: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for resource in pack.resources.iter().flat_map(|all| &all.items) {
        resources.entry(without_fragment(&resource.url.0)).or_default().push(resource.id.0.value.clone());
    }
    let links = found.into_iter().filter(|(_, places)| !places.is_empty()).map(|(address, mut places)| {
        // The contacts of a hospital are those of each of its wards.
        places.sort_unstable();
        places.dedup();
        let resources = resources.remove(&*address).unwrap_or_default();
        OutsideLink { address, places, resources }
    });
    links.collect()
}

fn put(found: &mut BTreeMap<String, Vec<Span>>, address: &str, place: Span) {
    if address.starts_with("https://") || address.starts_with("http://") {
        found.entry(without_fragment(address).to_owned()).or_default().push(place);
    }
}

fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or(address)
}

/// Returns what is told of links whose page is gone or has another address, each at the first place where it stands.
pub fn problems(links: &[OutsideLink], answers: &LinkAnswers) -> Vec<Problem> {
    let told = |link: &OutsideLink| {
        let (first, others) = link.places.split_first()?;
        let problem = match answers.of(&link.address)? {
            LinkAnswer::Opens | LinkAnswer::Unknown(_) | LinkAnswer::TooManyAsked => return None,
            LinkAnswer::Moved(to) => problems_of::moved(*first, &link.address, to),
            LinkAnswer::Gone(status) => problems_of::gone(*first, &link.address, *status),
        };
        Some(others.iter().fold(problem, |problem, place| problem.related(*place, "here too")))
    };
    links.iter().filter_map(told).collect()
}

/// Writes down of each resource whose page opens on which day that was. What a person wrote down stays. Returns how many, and the file;
/// nothing, with the report, where the pack or that file can't be read.
pub fn record(
    request: &Request,
    links: &[OutsideLink],
    answers: &LinkAnswers,
) -> Result<(Option<(usize, PathBuf)>, Report), Fault> {
    let days = links.iter().flat_map(|link| {
        let day = answers.opened_on(&link.address);
        link.resources.iter().filter_map(move |id| Some((id.clone(), day?)))
    });
    calls::record_links(request, &days.collect())
}
