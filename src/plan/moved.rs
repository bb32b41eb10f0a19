//! The pages at addresses that items had before: each leads on to the page that is there now.

use std::collections::HashMap;

use super::frames::home;
use super::shared::Shared;
use super::view::navigation::Moved;
use super::view::pages::View;
use super::view::{Frame, Link};
use super::{Content, Draft, Gatherer, Page, url};
use crate::direction;
use crate::model::kind::Kind;
use crate::model::pack::Pack;
use crate::model::pack::item::Item;
use crate::span::Span;

/// The folders that items' pages were in before, by the folder that they are in now.
pub struct FormerFolders(HashMap<String, Vec<String>>);

impl FormerFolders {
    pub fn of(shared: &Shared<'_>) -> Self {
        let mut all: HashMap<String, Vec<String>> = HashMap::new();
        for ((kind, id), item) in shared.names.every().filter(|(_, item)| !item.formerly.is_empty()) {
            let old = item.formerly.iter().map(|old| folder(*kind, old));
            all.entry(folder(*kind, id)).or_default().extend(old);
        }
        FormerFolders(all)
    }

    /// Returns the addresses that the page at an address had before. A ward's copy of a leaflet moves with the ward, and with the leaflet.
    fn of_page(&self, path: &str) -> Vec<String> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let is_ward = path.starts_with("wards/");
        let end_of_ward = path.match_indices('/').nth(1).filter(|_| is_ward).map_or(0, |(at, _)| at + 1);
        let (ward, rest) = path.split_at(end_of_ward);
        let was = |part: &str| {
            let ends = part.match_indices('/').map(|(at, _)| at + 1);
            let found = ends.filter_map(|end| Some((end, self.0.get(&part[..end])?))).next_back();
            let old =
                found.into_iter().flat_map(|(end, all)| all.iter().map(move |old| format!("{old}{}", &part[end..])));
            std::iter::once(part.to_owned()).chain(old).collect::<Vec<String>>()
        };
        let wards = was(ward);
        let all = was(rest).into_iter().flat_map(|rest| wards.iter().map(move |ward| format!("{ward}{rest}")));
        all.filter(|old| old != path).collect()
    }
}

/// The folders that items' pages were in before, and where that is said.
pub struct FormerLines(Vec<(String, Span)>);

impl FormerLines {
    pub fn of(pack: &Pack) -> Self {
        let lines = |item: &Item<'_>| {
            let kind = item.kind;
            item.formerly.iter().map(|old| (folder(kind, &old.0), old.0.span)).collect::<Vec<_>>()
        };
        FormerLines(pack.items().iter().flat_map(lines).collect())
    }

    /// Returns the line of an earlier address: in the file that its page comes from, or else in that of its ward.
    pub fn line(&self, path: &str, origin: Option<Span>) -> Option<Span> {
        let said = self.0.iter().filter(|(folder, _)| path.match_indices(&**folder).any(|(at, _)| is_start(path, at)));
        let spans: Vec<Span> = said.map(|(_, span)| *span).collect();
        let file = origin.map(|origin| origin.file);
        let in_file = spans.iter().filter(|span| Some(span.file) == file);
        let nearest = in_file.min_by_key(|span| span.start.abs_diff(origin.map_or(0, |origin| origin.start)));
        nearest.or(spans.first()).copied()
    }
}

/// Tells whether a part of a path begins here.
fn is_start(path: &str, at: usize) -> bool {
    at == 0 || path[..at].ends_with('/')
}

fn folder(kind: Kind, id: &str) -> String {
    url::item(kind, id).trim_end_matches("index.html").to_owned()
}

impl Gatherer<'_> {
    /// Returns the pages at the addresses that these pages had before.
    pub(super) fn moved(&self, drafts: &[Draft]) -> Vec<Draft> {
        let language = self.voice.language().map(|language| format!("{language}/"));
        let moved = |draft: &Draft| {
            let Content::Page(page) = &draft.content else { return Vec::new() };
            let path =
                language.as_ref().map_or(Some(draft.path.as_str()), |prefix| draft.path.strip_prefix(prefix.as_str()));
            let old = path.map(|path| self.listed.former.of_page(path)).unwrap_or_default();
            old.iter().map(|old| self.leads_on(page, old, draft)).collect()
        };
        drafts.iter().flat_map(moved).collect()
    }

    fn leads_on(&self, page: &Page, old: &str, draft: &Draft) -> Draft {
        let voice = &self.voice;
        let path = url::in_language(old, voice.language());
        let title = voice.words(&["moved", "title"]);
        let to = Link { href: page.frame.path.clone(), words: page.frame.title.clone(), ..Link::default() };
        let address = direction::value(path.trim_end_matches("index.html"), voice.direction());
        let head =
            voice.words_with(&["moved", "head"], "{title}", &page.frame.head_title).replace("{address}", &address);
        let frame = Frame {
            head_title: head,
            description: title.clone(),
            title,
            title_lang: None,
            root: url::root(&path),
            breadcrumb: vec![home(voice)],
            languages: Vec::new(),
            untranslated: Vec::new(),
            path,
            ..page.frame.clone()
        };
        Draft::page(Page { frame, view: View::Moved(Moved { to }) }, draft.origin)
    }
}
