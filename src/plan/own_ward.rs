//! What a ward's own pack shows in another way: it has no list of wards, no copies of leaflets beside the ward's own, and no charter but
//! the ward's, and every page speaks of the ward.

use super::view::{Card, CardGroup, Link};
use super::voice::Voice;
use super::{Gatherer, url};
use crate::model::kind::Kind;
use crate::model::ward::Ward;

impl<'a> Voice<'a> {
    /// Returns the ward whose name and contacts stand in the text: that of the page, and in a ward's own pack that ward on every page.
    pub fn speaks_of(&self) -> Option<&'a Ward> {
        self.ward.or(self.shared.own_ward)
    }

    /// Tells whether a ward has pages in this language.
    pub(super) fn has_pages_of(&self, ward: &Ward) -> bool {
        self.shared.ward_languages(&ward.id).contains(&self.strings.language)
    }

    /// Returns what is meant by an item: in a ward's own pack the list of wards is that ward.
    pub(super) fn meant<'i>(&self, kind: Kind, id: &'i str) -> (Kind, &'i str)
    where
        'a: 'i,
    {
        let own = self.shared.own_ward.filter(|_| (kind, id) == (Kind::Section, "wards"));
        own.map_or((kind, id), |ward| (Kind::Ward, ward.id.as_str()))
    }

    /// Tells whether lists show an item. A ward's own pack lists the leaflets that the ward gives out, and no list of wards.
    pub(super) fn is_listed(&self, kind: Kind, id: &str) -> bool {
        match (self.shared.own_ward, kind) {
            (Some(ward), Kind::Leaflet) => self.shared.gives_out(ward, id),
            (Some(_), Kind::Section) => id != "wards",
            _ => true,
        }
    }

    /// Tells whether the ward whose own pack this is has a page of its own in the place of one for everyone.
    pub(super) fn has_own(&self, kind: Kind, id: &str) -> bool {
        kind == Kind::Leaflet && self.shared.own_ward.is_some() && self.href(kind, id) != self.for_everyone(kind, id)
    }

    /// Returns the page of an item that isn't a ward's own, in the language nearest to this voice's.
    pub(super) fn for_everyone(&self, kind: Kind, id: &str) -> String {
        let language = self.language().filter(|language| self.is_translated(kind, id, language));
        url::in_language(&url::item(kind, id), language.or_else(|| self.only_language(kind, id)))
    }

    /// Returns the link to the home of the ward whose own pack this is.
    pub(super) fn own_home(&self) -> Option<Link> {
        self.shared.own_ward.map(|ward| self.link(Kind::Ward, &ward.id))
    }

    /// Returns the link to the charter of the ward whose own pack this is.
    pub(super) fn own_charter(&self) -> Option<Link> {
        self.shared.own_ward.filter(|_| self.shared.has_charters()).map(|ward| self.charter_of(ward))
    }

    /// Returns the link to the charter of a ward, in this language or the nearest that the ward has its pages in.
    pub(super) fn charter_of(&self, ward: &Ward) -> Link {
        let (own, first) = (self.shared.ward_languages(&ward.id), self.shared.settings.first_language());
        let nearest = || own.iter().find(|tag| *tag == first).or(own.first()).map_or(first, String::as_str);
        let language = if self.has_pages_of(ward) { self.strings.language.as_str() } else { nearest() };
        let page_lang = self.if_foreign(language);
        Link {
            href: url::in_language(&url::charter(&ward.id), (language != first).then_some(language)),
            words: self.words(&["charter_title"]),
            page_note: page_lang.as_ref().map(|lang| self.in_language(lang)),
            page_lang,
            ..Link::default()
        }
    }

    /// Returns the link for staff to how charters are made, in a ward's own pack, where the menu leads to the ward's charter.
    pub(super) fn making_charters(&self) -> Option<Link> {
        self.shared.own_ward.filter(|_| self.is_for_staff() && self.shared.has_charters())?;
        let link = self.section_link("charter");
        Some(Link { href: self.for_everyone(Kind::Section, "charter"), ..link })
    }
}

impl Gatherer<'_> {
    /// Returns the card of a section. That on charters is about how they are made, in a ward's own pack too.
    pub(super) fn card_of_section(&self, section: &str) -> Card {
        let card = self.voice.card(Kind::Section, section, Vec::new());
        if section == "charter" { Card { href: self.voice.for_everyone(Kind::Section, section), ..card } } else { card }
    }

    /// Returns the card of the ward whose own pack this is, as a group of its own.
    pub(super) fn own_ward(&self) -> Vec<CardGroup> {
        let voice = &self.voice;
        let group = |ward: &Ward| CardGroup {
            id: "page-ward".into(),
            title: Some(voice.words(&["frame", "ward"])),
            cards: vec![voice.card(Kind::Ward, &ward.id, Vec::new())],
        };
        voice.shared.own_ward.map(group).into_iter().collect()
    }
}
