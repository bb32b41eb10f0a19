//! One way of saying things: a language, and perhaps a ward. A voice turns names and places into words and addresses.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use super::shared::Shared;
use super::strings::Strings;
use super::view::piece::{FilledLink, Labels};
use super::view::{Card, Filling, Link, Piece};
use super::{key, url};
use crate::direction::Direction;
use crate::model::audience::Audience;
use crate::model::kind::{HOME, Kind};
use crate::model::ward::Ward;
use crate::resolve::charter::languages;
use crate::resolve::target::Target;
use crate::text::prose::{Passage, Prose};

/// Pieces by key, so that equal ones are one.
pub type Pieces = Mutex<HashMap<u128, Arc<Piece>>>;

#[derive(Clone, Copy)]
pub struct Voice<'a> {
    pub shared: &'a Shared<'a>,
    pub strings: &'a Strings,
    pub pieces: &'a Pieces,
    /// The ward whose page this is.
    pub ward: Option<&'a Ward>,
    /// Whether a link leads to the same in Easy Read, where it is there.
    pub prefers_easy_read: bool,
}

impl<'a> Voice<'a> {
    /// Returns the voice's language, or nothing for the pack's first, whose pages are at the root.
    pub fn language(&self) -> Option<&'a str> {
        let language = self.strings.language.as_str();
        (language != self.shared.settings.first_language()).then_some(language)
    }

    /// Returns the piece of `prose` for a page whose way to the root is `root`.
    pub fn piece(&self, prose: &Arc<Prose>, root: &str) -> Arc<Piece> {
        self.piece_in(&self.strings.language, prose, root)
    }

    /// Returns the piece of prose that may be in another language than the page.
    pub fn piece_in(&self, language: &str, prose: &Arc<Prose>, root: &str) -> Arc<Piece> {
        let prose = &self.seen(prose);
        let image = |written: &str| self.shared.picture(written, prose.span.file, root).unwrap_or_default();
        let filling = Filling {
            placeholders: prose.placeholders.iter().map(|used| self.value(used, language)).collect(),
            links: prose.links.iter().map(|link| self.filled_link(link, prose, root)).collect(),
            images: prose.images.iter().map(|used| image(&used.path)).collect(),
            passages: prose.passages.iter().map(|passage| self.readers_of(passage)).collect(),
            direction: Direction::of_language(language),
            labels: Labels {
                note: self.words(&["callout", "note"]),
                important: self.words(&["callout", "important"]),
                to_do: self.words(&["callout", "do"]),
                not_to_do: self.words(&["callout", "do_not"]),
                table: self.words(&["callout", "table"]),
                notes: self.words(&["notes", "title"]),
                note_number: self.words(&["notes", "number"]),
                note_back: self.words(&["notes", "back"]),
                ticked: self.words(&["tasks", "ticked"]),
                not_ticked: self.words(&["tasks", "not_ticked"]),
                struck: self.words(&["callout", "struck"]),
            },
        };
        let key = key::of(&(prose.fingerprint, &filling));
        let mut pieces = self.pieces.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let make = || Arc::new(Piece { prose: prose.clone(), filling, key, html: OnceLock::new() });
        pieces.entry(key).or_insert_with(make).clone()
    }

    /// Returns a text as it is seen here: in a ward without the passages for other kinds of ward, and everywhere without the lines
    /// whose value is missing.
    pub fn seen(&self, prose: &Arc<Prose>) -> Arc<Prose> {
        self.shared.seen_in(self.speaks_of(), prose)
    }

    /// Returns for whom a passage is, in words. In a ward of the right kind only the audience is said.
    fn readers_of(&self, passage: &Passage) -> String {
        let audience = passage.audience.iter().map(|word| self.words(&["audience", word]));
        let settings = self.shared.settings;
        let kinds = passage.ward_kinds.iter().filter(|_| self.speaks_of().is_none());
        // A kind that a pack below knows and this one doesn't is said by its id.
        let named = |id: &str| settings.ward_kinds.iter().find(|kind| kind.id.0.value == id);
        let kinds = kinds.map(|id| named(id).map_or_else(|| id.value.clone(), |kind| self.said(&kind.name).words));
        let all: Vec<String> = audience.chain(kinds).collect();
        if all.is_empty() { String::new() } else { self.words_with(&["callout", "for"], "{readers}", &all.join(", ")) }
    }

    /// Returns the piece of a text that may not be there, or of which all lines may go.
    pub fn optional_piece(&self, prose: Option<&Arc<Prose>>, root: &str) -> Option<Arc<Piece>> {
        prose.map(|prose| self.piece(prose, root)).filter(|piece| !piece.prose.blocks.is_empty())
    }

    pub fn filled_link(&self, link: &crate::text::prose::LinkUse, prose: &Prose, root: &str) -> FilledLink {
        let here = |href: String, words: String| FilledLink { href, words, ..FilledLink::default() };
        match self.shared.target(&link.target, prose.span.file) {
            None => here(String::new(), String::new()),
            Some(Target::Heading(id)) => here(format!("#{id}"), id),
            Some(Target::Asset(path)) => {
                let (file_type, file_size) = self.shared.download(&path).unzip();
                FilledLink { file_type, file_size, ..here(format!("{root}{path}"), path) }
            }
            Some(Target::Outside(address)) => {
                let (file_type, words) = (url::file_type(&address), url::shown(&address));
                FilledLink { outside: true, file_type, ..here(address, words) }
            }
            // What `--ward` or `--audience` leaves out has no page to link to, nor is it named.
            Some(Target::Item { kind, id, .. }) if self.is_left_out(kind, &id) => {
                here(String::new(), if link.has_words { String::new() } else { self.words(&["kinds", kind.name()]) })
            }
            Some(Target::Item { kind, id, fragment }) => {
                let (kind, id) = self.meant(kind, &id);
                let mut href = format!("{root}{}", self.href(kind, id));
                if let Some(fragment) = fragment {
                    href = format!("{}#{fragment}", href.split('#').next().unwrap_or_default());
                }
                let words = if link.has_words { String::new() } else { self.title(kind, id) };
                FilledLink { elsewhere: self.elsewhere(kind, id), ..here(href, words) }
            }
        }
    }

    /// Tells whether an item exists, but not on this site.
    pub fn is_left_out(&self, kind: Kind, id: &str) -> bool {
        let (kind, id) = self.meant(kind, self.own(kind, id));
        match kind {
            Kind::Section => id != HOME && !self.has_content(id),
            _ => self.shared.names.get(kind, id).is_none(),
        }
    }

    /// Tells whether a section has anything to show.
    pub fn has_content(&self, section: &str) -> bool {
        if !self.is_listed(Kind::Section, section) {
            return false;
        }
        let names = self.shared.names;
        let has_charters = section == "charter" && self.shared.has_charters();
        has_charters
            || names.get(Kind::Section, section).is_some()
            || names.iter().any(|((kind, _), _)| kind.section() == section)
    }

    /// Returns the id of what an item is here: in a ward of some kinds another leaflet may take its place.
    fn own<'i>(&self, kind: Kind, id: &'i str) -> &'i str
    where
        'a: 'i,
    {
        let of_ward = self.speaks_of().filter(|_| kind == Kind::Leaflet);
        of_ward.and_then(|ward| self.shared.instead_of(ward, id)).unwrap_or(id)
    }

    /// Returns the page of an item in the language nearest to this voice's: in a ward, the ward's own copy.
    pub fn href(&self, kind: Kind, id: &str) -> String {
        let id = self.own(kind, id);
        if self.prefers_easy_read
            && let Some(link) = self.easy_read(kind, id)
        {
            return link.href;
        }
        if let Some(path) = self.ward_href(kind, id) {
            return path;
        }
        self.for_everyone(kind, id)
    }

    /// Returns the language of the page of an item where it isn't this voice's, and words that say so.
    pub fn elsewhere(&self, kind: Kind, id: &str) -> Option<(String, String)> {
        let (own, first) = (self.strings.language.as_str(), self.shared.settings.first_language());
        let language = if self.ward_href(kind, id).is_some() {
            if let (Kind::Section, Some(ward)) = (kind, self.speaks_of()) {
                let charter = self.charter_of(ward);
                return charter.page_lang.zip(charter.page_note);
            }
            let is_here = self.shared.leaflet(id, self.language()).is_some();
            if is_here { own } else { first }
        } else {
            let language = self.language().filter(|language| self.is_translated(kind, id, language));
            language.or_else(|| self.only_language(kind, id)).unwrap_or(first)
        };
        (language != own).then(|| (language.to_owned(), self.in_language(language)))
    }

    /// Returns a link to a page that the pack's first language alone has.
    pub fn in_first(&self, href: String, words: String) -> Link {
        let page_lang = self.if_foreign(self.shared.settings.first_language());
        let page_note = page_lang.as_ref().map(|lang| self.in_language(lang));
        Link { href, words, page_lang, page_note, ..Link::default() }
    }

    /// Returns the language of a ward that has no pages in the pack's first language.
    pub(super) fn only_language(&self, kind: Kind, id: &str) -> Option<&'a str> {
        let settings = self.shared.settings;
        let first = settings.first_language();
        let own = if kind == Kind::Ward { self.shared.ward_languages(id) } else { return None };
        let language = own.first().filter(|_| own.iter().all(|tag| tag != first))?;
        settings.languages.iter().find(|tag| tag.value == *language).map(|tag| tag.value.as_str())
    }

    fn ward_href(&self, kind: Kind, id: &str) -> Option<String> {
        let ward = self.speaks_of()?;
        let path = match (kind, id) {
            (Kind::Section, "charter") => return Some(self.charter_of(ward).href),
            (Kind::Leaflet, id) => {
                let leaflet = |language: Option<&str>| self.shared.leaflet(id, language);
                if !self.shared.gives_out(ward, id) {
                    return None;
                }
                let path = url::ward_leaflet(&ward.id, id);
                let settings = self.shared.settings;
                let first = languages(ward, settings).iter().any(|tag| tag == settings.first_language());
                match self.language() {
                    Some(language) if leaflet(Some(language)).is_some() && self.has_pages_of(ward) => {
                        url::in_language(&path, Some(language))
                    }
                    _ if first => path,
                    _ => return None,
                }
            }
            _ => return None,
        };
        Some(path)
    }

    /// Tells whether an item has a page in a language other than the pack's first.
    pub fn is_translated(&self, kind: Kind, id: &str, language: &str) -> bool {
        if kind == Kind::Ward {
            return self.shared.ward_languages(id).iter().any(|tag| tag == language);
        }
        let (kind, id) = match kind {
            Kind::Support | Kind::Term => (Kind::Section, kind.section()),
            _ => (kind, id),
        };
        self.shared.names.get(kind, id).is_some_and(|item| item.texts.contains_key(&Some(language.to_owned())))
    }

    /// Returns the title and summary of an item, in this language or else in the pack's first.
    fn texts(&self, kind: Kind, id: &str) -> Option<(String, Option<String>)> {
        let item = self.shared.names.get(kind, id)?;
        let own = item.texts.get(&self.language().map(str::to_owned));
        let (title, summary) = own.or_else(|| item.texts.get(&None))?;
        Some((self.line(title), summary.as_ref().map(|summary| self.line(summary))))
    }

    pub fn title(&self, kind: Kind, id: &str) -> String {
        let id = self.own(kind, id);
        match self.texts(kind, id) {
            Some((title, _)) => title,
            None if kind == Kind::Section => self.words(&["sections", id]),
            None => id.to_owned(),
        }
    }

    /// Returns the language of an item's words, where it isn't this voice's.
    fn foreign(&self, kind: Kind, id: &str) -> Option<String> {
        let (language, id) = (self.language()?, self.own(kind, id));
        let first = self.shared.settings.first_language();
        let item = self.shared.names.get(kind, id)?;
        // The pages of a ward are in its languages, but its name may be in one of them only.
        let is_here = match kind {
            Kind::Ward => item.texts.contains_key(&Some(language.to_owned())),
            _ => self.is_translated(kind, id, language),
        };
        (!is_here).then(|| first.to_owned())
    }

    pub fn link(&self, kind: Kind, id: &str) -> Link {
        let (kind, id) = self.meant(kind, id);
        let lang = self.foreign(kind, id);
        let (page_lang, page_note) = self.elsewhere(kind, id).unzip();
        Link { href: self.href(kind, id), words: self.title(kind, id), lang, current: false, page_lang, page_note }
    }

    /// Returns a link to a section by its short name, as menus and breadcrumbs show it.
    pub fn section_link(&self, id: &str) -> Link {
        Link { words: self.words(&["sections", id]), lang: None, ..self.link(Kind::Section, id) }
    }

    pub fn card(&self, kind: Kind, id: &str, tags: Vec<String>) -> Card {
        let (title, summary) = self.texts(kind, id).unwrap_or_else(|| (id.to_owned(), None));
        let (page_lang, page_note) = self.elsewhere(kind, id).unzip();
        Card { href: self.href(kind, id), title, summary, tags, lang: self.foreign(kind, id), page_lang, page_note }
    }

    /// Tells whether staff see the site.
    pub fn is_for_staff(&self) -> bool {
        matches!(self.shared.audience, None | Some(Audience::Staff))
    }

    pub fn audience(&self, audience: &[Audience]) -> Vec<String> {
        audience.iter().map(|audience| self.words(&["audience", audience.name()])).collect()
    }
}
