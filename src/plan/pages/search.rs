//! The search pages and what they find: one for everyone, and one in each ward, whose own pages come in place of the others'.
//!
//! - `parts.rs`: the parts of an index, what each is of and where it stands.
//! - `said.rs`: what the articles of a part say.
//! - `found.rs`: one page as the index has it.
//! - `ward.rs`: a ward's own search.
//! - `index_names.rs`: the names that an index gives to what it finds.

mod found;
mod index_names;
pub(in crate::plan) mod parts;
mod said;
mod ward;

use std::collections::HashSet;

use crate::direction;
use crate::model::audience::Audience;
use crate::model::easy_read::EasyRead;
use crate::model::kind::{FOR_STAFF, HOME, Kind};
use crate::model::pack::Pack;
use crate::model::pack::item::Item;
use crate::model::search_words::{Meant, TypedWords};
use crate::plan::frames::{FramePlace, home};
use crate::plan::view::navigation::Search;
use crate::plan::view::pages::View;
use crate::plan::view::search::{SearchIndex, SearchMeant, SearchPage};
use crate::plan::view::{Frame, Link};
use crate::plan::voice::Voice;
use crate::plan::{Content, Draft, Gatherer, Page, url};
use found::{found, found_easy_read};
use index_names::name;
use parts::{SearchPart, indexes_for_everyone};

impl<'a> Gatherer<'a> {
    /// Returns the search page of this language.
    pub(in crate::plan) fn search(&self) -> Draft {
        let voice = &self.voice;
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
        page(voice, self.frames.frame(voice, place, None), indexes_for_everyone(voice))
    }

    /// Returns a part of what the search page finds: every page but the wards' own.
    pub(in crate::plan) fn search_part(&self, pack: &Pack, part: &SearchPart<'a>) -> Draft {
        let voice = &self.voice;
        let said = self.said(part);
        let here = voice.language().map(str::to_owned);
        let has_page = |(kind, id): &(Kind, &str)| match kind {
            Kind::Ward => voice.shared.ward_languages(id).contains(&voice.strings.language),
            _ => voice.shared.names.get(*kind, id).is_some_and(|item| item.texts.contains_key(&here)),
        };
        let staff = for_staff(&part.items);
        let names = part.names.iter().copied();
        let (here_too, elsewhere): (Vec<_>, Vec<_>) =
            names.filter(|(kind, id)| voice.is_listed(*kind, id)).partition(has_page);
        let page_of =
            |name: (Kind, &str)| SearchPage { for_staff: staff.contains(&name), ..found(voice, name, said.get(&name)) };
        let mut pages: Vec<SearchPage> = here_too.into_iter().map(page_of).collect();
        let is_here =
            |item: &&&EasyRead| item.language.tag() == voice.language() && voice.is_listed(item.kind, &item.id);
        pages.extend(part.easy_reads.iter().filter(is_here).map(|item| found_easy_read(voice, item)));
        let meant = meant(voice, pack);
        // What somebody means may have a page in another language only.
        let is_meant = |(kind, id): &(Kind, &str)| meant.iter().any(|one| one.pages.contains(&name((*kind, id))));
        pages.extend(elsewhere.into_iter().filter(is_meant).map(|name| found(voice, name, None)));
        let goes_on = part.number > 0;
        let meant = if goes_on { Vec::new() } else { meant };
        let path = url::search_index(&url::in_language(&url::search(), voice.language()), part.number);
        index_draft(voice, SearchIndex { pages, goes_on, left_out: Vec::new(), meant }, path)
    }
}

/// Returns the items that are for staff and nobody else.
fn for_staff<'a>(items: &[Item<'a>]) -> HashSet<(Kind, &'a str)> {
    let is_for_staff = |item: &&Item<'_>| match item.audience {
        [] if item.kind == Kind::Section => FOR_STAFF.contains(&item.id),
        [] => FOR_STAFF.contains(&item.kind.section()),
        audience => audience.iter().all(|one| *one == Audience::Staff),
    };
    items.iter().filter(is_for_staff).map(|item| (item.kind, item.id)).collect()
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
