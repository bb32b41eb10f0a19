//! The search pages and what they find: one for everyone, and one in each ward, whose own pages come in place of the others'.

use std::collections::{HashMap, HashSet};
use std::ptr;
use std::sync::Arc;

use crate::direction::{self, Direction};
use crate::model::audience::Audience;
use crate::model::easy_read::EasyRead;
use crate::model::kind::{FOR_STAFF, HOME, Kind};
use crate::model::pack::Pack;
use crate::model::pack::item::{Item, Of};
use crate::model::piece::NounPiece;
use crate::model::search_words::{Meant, TypedWords};
use crate::model::ward::Ward;
use crate::plan::frames::{FramePlace, contacts, home};
use crate::plan::pages::search_parts::{in_parts, indexes_for_everyone};
use crate::plan::pages::ward_page::WardPage;
use crate::plan::pages::wards::WardPages;
use crate::plan::services::service;
use crate::plan::view::navigation::Search;
use crate::plan::view::pages::View;
use crate::plan::view::parts::Contact;
use crate::plan::view::search::{SearchIndex, SearchMeant, SearchPage, SearchText};
use crate::plan::view::{Frame, Link};
use crate::plan::voice::Voice;
use crate::plan::{Content, Draft, Gatherer, Page, Planner, url};
use crate::resolve::charter::Charter;
use crate::resolve::values;
use crate::text::line::Line;
use crate::text::prose::Prose;

/// What an item says, besides its title and summary: on lines of their own, and in texts.
#[derive(Default)]
struct SaidTexts<'a> {
    lines: Vec<String>,
    texts: Vec<&'a Arc<Prose>>,
}

/// What each item says.
type AllSaid<'a> = HashMap<(Kind, &'a str), SaidTexts<'a>>;

impl<'a> Gatherer<'a> {
    /// Returns the search page of this language, and what it finds: every page but the wards' own.
    pub(in crate::plan) fn search(&self, pack: &'a Pack) -> Vec<Draft> {
        let voice = &self.voice;
        let said = self.said(pack);
        let here = voice.language().map(str::to_owned);
        let has_page = |(kind, id): (Kind, &str)| match kind {
            Kind::Ward => voice.shared.ward_languages(id).contains(&voice.strings.language),
            _ => voice.shared.names.get(kind, id).is_some_and(|item| item.texts.contains_key(&here)),
        };
        let staff = for_staff(pack);
        let names = voice.shared.names.iter().map(|((kind, id), _)| (*kind, id.as_str()));
        let (here_too, elsewhere): (Vec<_>, Vec<_>) =
            names.filter(|(kind, id)| voice.is_listed(*kind, id)).partition(|name| has_page(*name));
        let page_of =
            |name: (Kind, &str)| SearchPage { for_staff: staff.contains(&name), ..found(voice, name, said.get(&name)) };
        let mut pages: Vec<SearchPage> = here_too.into_iter().map(page_of).collect();
        let is_here =
            |item: &&Arc<EasyRead>| item.language.tag() == voice.language() && voice.is_listed(item.kind, &item.id);
        pages.extend(voice.shared.easy_reads.iter().filter(is_here).map(|item| found_easy_read(voice, item)));
        let meant = meant(voice, pack);
        // What somebody means may have a page in another language only.
        let is_meant = |(kind, id): &(Kind, &str)| meant.iter().any(|one| one.pages.contains(&name((*kind, id))));
        pages.extend(elsewhere.into_iter().filter(is_meant).map(|name| found(voice, name, None)));
        let path = url::in_language(&url::search(), voice.language());
        let place = FramePlace {
            path: &path,
            title: voice.words(&["sections", "search"]),
            description: voice.words(&["descriptions", "search"]),
            section: "search",
            breadcrumb: vec![home(voice)],
            languages: self.all_languages(),
            base_path: &url::search(),
        };
        let page = page(voice, self.frames.frame(voice, place, None), indexes_for_everyone(voice));
        let indexes = in_parts(voice, pages, meant).into_iter().zip(indexes_for_everyone(voice));
        let indexes = indexes.map(|(index, path)| index_draft(voice, index, path));
        std::iter::once(page).chain(indexes).collect()
    }

    /// Returns what all items say that exist in this language.
    fn said(&self, pack: &'a Pack) -> AllSaid<'a> {
        let voice = &self.voice;
        let mut said = AllSaid::new();
        let is_here = |item: &Item<'_>| !item.is_gone && item.language == voice.language();
        for item in pack.items().into_iter().filter(is_here) {
            let own = said.entry((item.kind, item.id)).or_default();
            match item.of {
                // A charter is shown as it is in the end, and a page in Easy Read is found as a page of its own.
                Of::Template | Of::Trust | Of::EasyRead(_) => {}
                // Its own pages have the rest.
                Of::Ward(ward) => own.lines = kind_and_site(voice, ward),
                // Who checked it is nothing that anybody looks for, and must change no index.
                Of::Entry(_) => item.noun.each_piece(&mut |piece| {
                    if let NounPiece::Prose(prose) = piece {
                        own.texts.push(prose);
                    }
                }),
                Of::Article(_) | Of::Page | Of::List => item.noun.each_piece(&mut |piece| match piece {
                    NounPiece::Prose(prose) => own.texts.push(prose),
                    NounPiece::Line(line) if !is_heading(line, &item) => own.lines.push(voice.line(line)),
                    _ => {}
                }),
            }
        }
        let base = voice.shared.base(None, &voice.strings.language);
        if let Some(base) = base.filter(|_| voice.shared.own_ward.is_none()) {
            let own = said.entry((Kind::Section, "charter")).or_default();
            own.texts.extend(base.texts());
            own.lines.extend(easy_lines(voice, base));
        }
        said
    }
}

/// Tells whether a line is the title or the summary of an item, which count for more.
fn is_heading(line: &Line, item: &Item<'_>) -> bool {
    [item.title, item.summary].into_iter().flatten().any(|heading| ptr::eq(heading, line))
}

/// Returns the items that are for staff and nobody else.
fn for_staff(pack: &Pack) -> HashSet<(Kind, &str)> {
    let is_for_staff = |item: &Item<'_>| match item.audience {
        [] if item.kind == Kind::Section => FOR_STAFF.contains(&item.id),
        [] => FOR_STAFF.contains(&item.kind.section()),
        audience => audience.iter().all(|one| *one == Audience::Staff),
    };
    pack.items().into_iter().filter(is_for_staff).map(|item| (item.kind, item.id)).collect()
}

/// Returns what people may type in this language, with the pages that the site has.
fn meant(voice: &Voice<'_>, pack: &Pack) -> Vec<SearchMeant> {
    let names = voice.shared.names;
    let here = pack.search_words.iter().filter(|words| words.language.tag() == voice.language());
    let shown = |searched: &Meant| SearchMeant {
        words: searched.words.iter().map(|TypedWords(words)| words.value.clone()).collect(),
        pages: searched
            .names()
            .map(|(kind, id)| voice.meant(kind, id))
            .filter(|(kind, id)| names.get(*kind, id).is_some())
            .map(name)
            .collect(),
        harm: searched.harm,
    };
    here.flat_map(|words| &words.searches).map(shown).filter(|one| one.harm || !one.pages.is_empty()).collect()
}

impl Planner<'_> {
    /// Returns the search page of a ward, and what it finds before all others: the ward's own pages.
    pub(in crate::plan) fn ward_search(&self, pages: &WardPages<'_>, charter: Option<&Charter>) -> Vec<Draft> {
        let WardPages { voice, ward, leaflets, badge, .. } = pages;
        let path = url::in_language(&WardPage::Search.path(&ward.id), voice.language());
        let quiet_place = ward.quiet_place.iter().map(|place| voice.said_of_ward(place, ward).words);
        let lines = kind_and_site(voice, ward).into_iter().chain(contact_lines(voice, ward)).chain(quiet_place);
        let (language, first) = (&voice.strings.language, voice.shared.settings.first_language());
        let about = ward.about.iter().map(|about| about.nearest(language, first).1);
        let own = SaidTexts { texts: about.collect(), lines: lines.collect() };
        let mut found_here = vec![found(voice, (Kind::Ward, &ward.id), Some(&own))];
        found_here.extend(charter.map(|charter| SearchPage {
            name: "charter".to_owned(),
            href: voice.href(Kind::Section, "charter"),
            title: voice.words(&["charter_title"]),
            kind: badge.name.words.clone(),
            summary: Some(voice.line(&charter.title)),
            for_staff: false,
            foreign: None,
            lines: easy_lines(voice, charter).chain(contact_lines(voice, ward)).collect(),
            texts: charter.texts().map(|prose| SearchText(prose.clone())).collect(),
        }));
        let gives_out = |id: &str| voice.shared.gives_out(ward, id);
        // The words of a leaflet are in the index for everyone.
        found_here.extend(leaflets.iter().map(|leaflet| found(voice, (Kind::Leaflet, &leaflet.id), None)));
        let easy_reads = voice.shared.easy_reads.iter().filter(|item| {
            item.kind == Kind::Leaflet && item.language.tag() == voice.language() && gives_out(&item.id)
        });
        found_here.extend(easy_reads.map(|item| SearchPage {
            lines: Vec::new(),
            texts: Vec::new(),
            ..found_easy_read(voice, item)
        }));
        let not_given_out = self.orders.ids(Kind::Leaflet).iter().filter(|id| !gives_out(id));
        let left_out = not_given_out.map(|id| name((Kind::Leaflet, id))).flat_map(|name| [easy(&name), name]);
        let index = SearchIndex { pages: found_here, left_out: left_out.collect(), goes_on: false, meant: Vec::new() };
        let own = url::search_index(&path, 0);
        let indexes = indexes_for_everyone(voice).into_iter().chain([own.clone()]).collect();
        let (title, description) = (voice.words(&["sections", "search"]), voice.words(&["descriptions", "search"]));
        let frame = self.ward_frame(pages, WardPage::Search, title, description);
        vec![page(voice, frame, indexes), index_draft(voice, index, own)]
    }
}

/// Returns the Easy Read of a charter's lines.
fn easy_lines(voice: &Voice<'_>, charter: &Charter) -> impl Iterator<Item = String> {
    charter.behaviours.iter().filter_map(|behaviour| voice.optional_line(behaviour.easy_read.as_ref()))
}

/// Returns what kind of ward it is, and its hospital.
fn kind_and_site(voice: &Voice<'_>, ward: &Ward) -> Vec<String> {
    let settings = voice.shared.settings;
    vec![values::kind_words(ward, settings, &voice.strings.language), voice.said_of_ward(&ward.site, ward).words]
}

fn name((kind, id): (Kind, &str)) -> String {
    format!("{}/{id}", kind.name())
}

/// Returns the name of an item in Easy Read.
fn easy(name: &str) -> String {
    format!("{name}/easy-read")
}

/// Returns what search shows of an item in Easy Read.
fn found_easy_read(voice: &Voice<'_>, item: &EasyRead) -> SearchPage {
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
fn found(voice: &Voice<'_>, item: (Kind, &str), said: Option<&SaidTexts<'_>>) -> SearchPage {
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

/// Returns what a ward's pages say of those it can be reached by.
fn contact_lines(voice: &Voice<'_>, ward: &Ward) -> Vec<String> {
    let lines = |contact: Contact| {
        let number = contact.phone.map(|phone| phone.written);
        let words = |said: Option<crate::plan::view::Said>| said.map(|said| said.words);
        let others = [words(contact.organisation), number, words(contact.hours), contact.email, contact.website_words];
        [Some(contact.role)].into_iter().chain(others).flatten()
    };
    contacts(voice, ward).into_iter().flat_map(lines).collect()
}

/// Returns an index, or a part of one.
fn index_draft(voice: &Voice<'_>, mut index: SearchIndex, path: String) -> Draft {
    // The script that shows them writes text, no markup.
    for page in &mut index.pages {
        for line in [&mut page.title, &mut page.kind].into_iter().chain(&mut page.summary) {
            *line = direction::line(line, voice.direction()).into_owned();
        }
    }
    Draft { path, content: Content::Search(Box::new(index)), origin: None }
}

/// Returns a search page. Without a script, it leads to the lists.
fn page(voice: &Voice<'_>, frame: Frame, indexes: Vec<String>) -> Draft {
    let lists = ["a-to-z", "sitemap"].map(|id| voice.in_first(url::section(id), voice.words(&["sections", id])));
    let ward = frame.ward.iter().map(|ward| Link {
        href: ward.href.clone(),
        words: ward.name.words.clone(),
        lang: ward.name.lang.clone(),
        ..Link::default()
    });
    let links = ward.chain(lists).chain([Link { words: voice.words(&["sections", HOME]), ..home(voice) }]).collect();
    Draft::page(Page { frame, view: View::Search(Search { indexes, links }) }, None)
}
