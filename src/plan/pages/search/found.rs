//! What search shows of an item.

use super::index_names::{easy, name};
use super::said::SaidTexts;
use crate::direction::Direction;
use crate::model::easy_read::EasyRead;
use crate::model::kind::Kind;
use crate::plan::services::service;
use crate::plan::view::search::{SearchPage, SearchText};
use crate::plan::voice::Voice;

/// Returns what search shows of an item in Easy Read.
pub(super) fn found_easy_read(voice: &Voice<'_>, item: &EasyRead) -> SearchPage {
    let rows = item.parts.iter().flat_map(|part| &part.rows);
    SearchPage {
        name: easy(&name((item.kind, &item.id))),
        href: voice.easy_read_path(item.kind, &item.id),
        title: voice.line(&item.title),
        kind: voice.words(&["formats", "easy_read"]),
        summary: Some(voice.line(&item.summary)),
        for_staff: false,
        foreign: None,
        lines: item.parts.iter().map(|part| voice.line(&part.title)).collect(),
        texts: rows.map(|row| SearchText(row.text.clone())).collect(),
    }
}

/// Returns what search shows of an item.
pub(super) fn found(voice: &Voice<'_>, item: (Kind, &str), said: Option<&SaidTexts<'_>>) -> SearchPage {
    let (kind, id) = item;
    let card = voice.card(kind, id, Vec::new());
    SearchPage {
        name: name(item),
        href: card.href,
        title: card.title,
        kind: [Some(voice.words(&["kinds", kind.name()])), card.lang.as_ref().map(|lang| voice.in_language(lang))]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" – "),
        summary: card.summary,
        for_staff: false,
        foreign: card.lang.map(|lang| (lang.clone(), Direction::of_language(&lang).name())),
        lines: said.into_iter().flat_map(|said| said.lines.iter().cloned()).chain(ways(voice, item)).collect(),
        texts: said.into_iter().flat_map(|said| &said.texts).map(|prose| SearchText((*prose).clone())).collect(),
    }
}

/// Returns whom a service is for and how it can be reached, and who made a resource.
fn ways(voice: &Voice<'_>, (kind, id): (Kind, &str)) -> Vec<String> {
    if kind == Kind::Resource {
        let author = voice.shared.resource(id).and_then(|resource| resource.author.as_ref());
        return author.map(|author| voice.line(author)).into_iter().collect();
    }
    let is_it = |support: &&crate::model::support::Support| kind == Kind::Support && support.id.0.value == id;
    let services = voice.shared.support.iter().filter(|all| all.language.tag() == voice.language());
    let Some(shown) = services.flat_map(|all| &all.items).find(is_it).map(|one| service(voice, one, None)) else {
        return Vec::new();
    };
    let numbers = [shown.phone, shown.text].into_iter().flatten().map(|phone| phone.written);
    let words = [shown.audience, shown.hours, shown.cost].into_iter().flatten().map(|said| said.words);
    numbers.chain(words).chain(shown.email).chain(shown.website_words).collect()
}
