//! The search pages and what they find: one for everyone, and one in each ward, whose own pages come in place of the others'.

use std::collections::HashMap;
use std::sync::Arc;

use super::frames::{Place, contacts, home, service};
use super::view::generated::Search;
use super::view::pages::View;
use super::view::parts::Contact;
use super::view::search::{SearchIndex, SearchPage, SearchText};
use super::view::{Frame, Link};
use super::voice::Voice;
use super::wards::WardPages;
use super::{Content, Draft, Gatherer, Page, Planner, url};
use crate::direction;
use crate::model::easy_read::EasyRead;
use crate::model::item::{Item, Of};
use crate::model::kind::{HOME, Kind};
use crate::model::pack::Pack;
use crate::model::piece::Piece;
use crate::model::ward::Ward;
use crate::resolve::overlay::Charter;
use crate::text::prose::Prose;

/// The texts of each item.
type Texts<'a> = HashMap<(Kind, &'a str), Vec<&'a Arc<Prose>>>;

impl<'a> Gatherer<'a> {
    /// Returns the search page of this language, and what it finds: every page but the wards' own.
    pub(super) fn search(&self, pack: &'a Pack) -> Vec<Draft> {
        let voice = &self.voice;
        let texts = self.texts(pack);
        let here = voice.language().map(str::to_owned);
        let has_page = |(kind, id): (Kind, &str)| match kind {
            Kind::Ward => voice.shared.ward_languages(id).contains(&voice.strings.language),
            _ => voice.shared.names.get(kind, id).is_some_and(|item| item.texts.contains_key(&here)),
        };
        let names = voice.shared.names.iter().map(|((kind, id), _)| (*kind, id.as_str()));
        let found = names.filter(|name| has_page(*name)).map(|name| found(voice, name, texts.get(&name)));
        let easy_reads = voice.shared.easy_reads.iter().filter(|item| item.language == here);
        let found = found.chain(easy_reads.map(|item| found_easy_read(voice, item, true)));
        let index = SearchIndex { pages: found.collect(), left_out: Vec::new() };
        let path = url::in_language(&url::search(), voice.language());
        let index_path = url::search_index(&path);
        let place = Place {
            path: &path,
            title: voice.words(&["sections", "search"]),
            description: voice.words(&["descriptions", "search"]),
            section: "search",
            breadcrumb: vec![home(voice)],
            languages: self.all_languages(),
            base_path: &url::search(),
        };
        drafts(voice, self.frames.frame(voice, place, None), vec![index_path], index)
    }

    /// Returns the texts of all items that exist in this language.
    fn texts(&self, pack: &'a Pack) -> Texts<'a> {
        let mut texts = Texts::new();
        let is_here = |item: &Item<'_>| !item.is_gone && item.language == self.voice.language();
        for item in pack.items().into_iter().filter(is_here) {
            let own = texts.entry((item.kind, item.id)).or_default();
            match item.of {
                // A charter is shown as it is in the end; a ward and a page in Easy Read are found as pages of their own. An
                // introduction says what is below it.
                Of::Template | Of::Trust | Of::Ward(_) | Of::EasyRead(_) | Of::List => {}
                Of::Article(article) => own.push(&article.body),
                Of::Page | Of::Entry(_) => item.noun.each_piece(&mut |piece| {
                    if let Piece::Prose(prose) = piece {
                        own.push(prose);
                    }
                }),
            }
        }
        if let Some(base) = self.voice.shared.base(&self.voice.strings.language) {
            texts.entry((Kind::Section, "charter")).or_default().extend(base.texts());
        }
        texts
    }
}

impl Planner<'_> {
    /// Returns the search page of a ward, and what it finds before all others: the ward's own pages.
    pub(super) fn ward_search(&self, pages: &WardPages<'_>, charter: Option<&Charter>) -> Vec<Draft> {
        let WardPages { voice, ward, leaflets, badge, .. } = pages;
        let base_path = url::ward_search(&ward.id);
        let path = url::in_language(&base_path, voice.language());
        let about: Vec<&Arc<Prose>> = ward.about.iter().collect();
        let mut own = found(voice, (Kind::Ward, &ward.id), Some(&about));
        own.lines = contact_lines(voice, ward);
        let mut found_here = vec![own];
        found_here.extend(charter.map(|charter| SearchPage {
            name: "charter".to_owned(),
            href: voice.href(Kind::Section, "charter"),
            title: voice.words(&["charter_title"]),
            kind: badge.name.clone(),
            summary: Some(voice.line(&charter.title)),
            lines: contact_lines(voice, ward),
            texts: charter.texts().map(|prose| SearchText(prose.clone())).collect(),
        }));
        let gives_out = |id: &str| voice.shared.gives_out(ward, id);
        // The words of a leaflet are in the index for everyone.
        found_here.extend(leaflets.iter().map(|leaflet| found(voice, (Kind::Leaflet, &leaflet.id), None)));
        let easy_reads = voice.shared.easy_reads.iter().filter(|item| {
            item.kind == Kind::Leaflet && item.language.as_deref() == voice.language() && gives_out(&item.id)
        });
        found_here.extend(easy_reads.map(|item| found_easy_read(voice, item, false)));
        let not_given_out = self.orders.ids(Kind::Leaflet).iter().filter(|id| !gives_out(id));
        let left_out = not_given_out.map(|id| name((Kind::Leaflet, id))).flat_map(|name| [easy(&name), name]);
        let index = SearchIndex { pages: found_here, left_out: left_out.collect() };
        let for_everyone = url::search_index(&url::in_language(&url::search(), voice.language()));
        let indexes = vec![for_everyone, url::search_index(&path)];
        let (title, description) = (voice.words(&["sections", "search"]), voice.words(&["descriptions", "search"]));
        drafts(voice, self.ward_frame(pages, &path, &base_path, title, description, false), indexes, index)
    }
}

fn name((kind, id): (Kind, &str)) -> String {
    format!("{}/{id}", kind.name())
}

/// Returns the name of an item in Easy Read.
fn easy(name: &str) -> String {
    format!("{name}/easy-read")
}

/// Returns what search shows of an item in Easy Read. In a ward, its words are in the index for everyone.
fn found_easy_read(voice: &Voice<'_>, item: &EasyRead, with_texts: bool) -> SearchPage {
    let rows = item.parts.iter().flat_map(|part| &part.rows).filter(|_| with_texts);
    SearchPage {
        name: easy(&name((item.kind, &item.id))),
        href: voice.easy_read_path(item.kind, &item.id),
        title: voice.line(&item.title),
        kind: voice.words(&["formats", "easy_read"]),
        summary: Some(voice.line(&item.summary)),
        lines: item.parts.iter().filter(|_| with_texts).map(|part| voice.line(&part.title)).collect(),
        texts: rows.map(|row| SearchText(row.text.clone())).collect(),
    }
}

/// Returns what search shows of an item.
fn found(voice: &Voice<'_>, item: (Kind, &str), texts: Option<&Vec<&Arc<Prose>>>) -> SearchPage {
    let (kind, id) = item;
    let card = voice.card(kind, id, Vec::new());
    SearchPage {
        name: name(item),
        href: card.href,
        title: card.title,
        kind: voice.words(&["kinds", kind.name()]),
        summary: card.summary,
        lines: lines(voice, item),
        texts: texts.into_iter().flatten().map(|prose| SearchText((*prose).clone())).collect(),
    }
}

/// Returns what an item says on lines of its own.
fn lines(voice: &Voice<'_>, (kind, id): (Kind, &str)) -> Vec<String> {
    let is_it = |support: &&crate::model::support::Support| kind == Kind::Support && support.id.0.value == id;
    let services = voice.shared.support.iter().filter(|all| all.language.as_deref() == voice.language());
    let Some(shown) = services.flat_map(|all| &all.items).find(is_it).map(|one| service(voice, one, None)) else {
        return Vec::new();
    };
    let numbers = [shown.phone, shown.text].into_iter().flatten().map(|phone| phone.written);
    numbers.chain([shown.audience, shown.hours, shown.cost, shown.email].into_iter().flatten()).collect()
}

/// Returns what a ward's pages say of those it can be reached by.
fn contact_lines(voice: &Voice<'_>, ward: &Ward) -> Vec<String> {
    let lines = |contact: Contact| {
        let number = contact.phone.map(|phone| phone.written);
        [Some(contact.role), contact.organisation, number, contact.hours, contact.email].into_iter().flatten()
    };
    contacts(voice, ward).into_iter().flat_map(lines).collect()
}

/// Returns a search page and the last of its indexes. Without a script, the page leads to the lists.
fn drafts(voice: &Voice<'_>, frame: Frame, indexes: Vec<String>, mut index: SearchIndex) -> Vec<Draft> {
    // The script that shows them writes text, no markup.
    for page in &mut index.pages {
        for line in [&mut page.title, &mut page.kind].into_iter().chain(&mut page.summary) {
            *line = direction::line(line, voice.direction()).into_owned();
        }
    }
    let lists = ["a-to-z", "sitemap"].map(|id| Link {
        href: url::section(id),
        words: voice.words(&["sections", id]),
        ..Link::default()
    });
    let ward =
        frame.ward.iter().map(|ward| Link { href: ward.href.clone(), words: ward.name.clone(), ..Link::default() });
    let links = ward.chain(lists).chain([Link { words: voice.words(&["sections", HOME]), ..home(voice) }]).collect();
    let path = indexes.last().cloned().unwrap_or_default();
    let page = Page { frame, view: View::Search(Search { indexes, links }) };
    let index = Draft { path, content: Content::Search(Box::new(index)), origin: None };
    vec![Draft::page(page, None), index]
}
