//! Pages in Easy Read: beside the item they belong to, and in each ward beside its copy of a leaflet. They have a menu of their own,
//! and their links lead to pages in Easy Read where these are there.

use std::sync::Arc;

use crate::model;
use crate::model::kind::{HOME, Kind};
use crate::model::language::Language;
use crate::model::ward::Ward;
use crate::plan::frames::{FramePlace, home};
use crate::plan::pages::ward_page::WardPage;
use crate::plan::pages::wards::WardPages;
use crate::plan::view::easy_read::{EasyRead, EasyReadPart, EasyReadRow, Subject};
use crate::plan::view::frame::LanguageLink;
use crate::plan::view::pages::View;
use crate::plan::view::{Card, Foot, Frame, Link};
use crate::plan::voice::Voice;
use crate::plan::{Draft, Page, Planner, url};

/// What the menu of pages in Easy Read has, and nothing else.
const MENU: [&str; 3] = [HOME, "support", "glossary"];

impl Voice<'_> {
    /// Returns the path of an item in Easy Read in this voice's language: in a ward, of the ward's own copy.
    pub fn easy_read_path(&self, kind: Kind, id: &str) -> String {
        let ward = self.speaks_of().filter(|ward| self.has_pages_of(ward));
        url::in_language(&self.easy_read_of(ward, kind, id), self.language())
    }

    /// Returns the path of an item in Easy Read in the first language: of a ward's own copy, or of the one for everyone.
    fn easy_read_of(&self, ward: Option<&Ward>, kind: Kind, id: &str) -> String {
        let page = match (kind, ward) {
            (Kind::Leaflet, Some(ward)) if self.shared.gives_out(ward, id) => url::ward_leaflet(&ward.id, id),
            (Kind::Section, Some(ward)) if id == HOME => url::item(Kind::Ward, &ward.id),
            _ => url::item(kind, id),
        };
        url::easy_read(&page)
    }

    /// Lets the links of an item in Easy Read to its other languages lead to the own copies of the ward whose own pack this is, which are
    /// there in the ward's languages.
    fn lead_to_own(&self, links: &mut [LanguageLink], kind: Kind, id: &str) {
        let Some(ward) = self.shared.own_ward else { return };
        let first = self.shared.settings.first_language();
        for link in links.iter_mut().filter(|link| self.shared.ward_languages(&ward.id).contains(&link.lang)) {
            let language = Language::in_pack(&link.lang, first);
            link.href = url::in_language(&self.easy_read_of(Some(ward), kind, id), language.tag());
        }
    }

    /// Returns the link to an item in Easy Read, if it is there in this voice's language.
    pub fn easy_read(&self, kind: Kind, id: &str) -> Option<Link> {
        self.shared.easy_read(kind, id, self.language())?;
        let words = self.words(&["formats", "easy_read"]);
        Some(Link { href: self.easy_read_path(kind, id), words, ..Link::default() })
    }

    /// Returns the card of an item in Easy Read, if it is there in this voice's language.
    pub fn easy_read_card(&self, kind: Kind, id: &str) -> Option<Card> {
        let item = self.shared.easy_read(kind, id, self.language())?;
        let (title, summary) = (self.line(&item.title), Some(self.line(&item.summary)));
        let href = self.easy_read_path(kind, id);
        Some(Card { href, title, summary, tags: Vec::new(), lang: None, page_lang: None, page_note: None })
    }
}

/// Tells whether a page in Easy Read is the one where its readers begin.
fn is_home(item: &model::easy_read::EasyRead) -> bool {
    item.kind == Kind::Section && item.id == HOME
}

impl Planner<'_> {
    /// Returns the page of an item in Easy Read; nothing in a ward's own pack that has the ward's own in its place.
    pub(in crate::plan) fn easy_read(&self, easy_read: &model::easy_read::EasyRead) -> Option<Draft> {
        let voice = &self.voice;
        let (kind, id) = (easy_read.kind, easy_read.id.as_str());
        let path = voice.easy_read_path(kind, id);
        let base_path = url::easy_read(&url::item(kind, id));
        if path != url::in_language(&base_path, voice.language()) {
            return None;
        }
        let section = if kind == Kind::Section { id } else { kind.section() };
        let above = [home(voice), voice.section_link(section), voice.link(kind, id)];
        let depth = if id == HOME { 1 } else { 2 + usize::from(kind != Kind::Section) };
        let place = FramePlace {
            path: &path,
            title: title(voice, &voice.line(&easy_read.title)),
            description: voice.line(&easy_read.summary),
            section,
            breadcrumb: above.into_iter().take(depth).collect(),
            languages: self.languages_of_easy_read(kind, id),
            base_path: &base_path,
        };
        let mut frame = with_menu(voice, self.helping(self.frames.frame(voice, place, None), kind, id));
        voice.lead_to_own(&mut frame.languages, kind, id);
        let view = self.easy_read_view(voice, easy_read, None, &path);
        Some(Draft::page(Page { frame, view }, Some(easy_read.title.span)))
    }

    /// Returns the pages in Easy Read of a ward: where to begin, and the leaflets that it gives out, with what is printed of them.
    pub(in crate::plan) fn ward_easy_reads(&self, pages: &WardPages<'_>) -> Vec<Draft> {
        let WardPages { voice, ward, .. } = pages;
        let is_leaflet =
            |item: &model::easy_read::EasyRead| item.kind == Kind::Leaflet && voice.shared.gives_out(ward, &item.id);
        let here = voice.shared.easy_reads.iter().filter(|item| item.language.tag() == voice.language());
        let own = here.filter(|item| is_home(item) || is_leaflet(item));
        own.flat_map(|item| voice.with_easy_read_paper(item, self.ward_easy_read(pages, item))).collect()
    }

    fn ward_easy_read(&self, pages: &WardPages<'_>, item: &model::easy_read::EasyRead) -> Draft {
        let WardPages { voice, badge, .. } = pages;
        let path = voice.easy_read_path(item.kind, &item.id);
        let is_home = is_home(item);
        let page = if is_home { WardPage::EasyHome } else { WardPage::EasyLeaflet(&item.id) };
        let words = if is_home { badge.name.words.clone() } else { voice.line(&item.title) };
        let (title, summary) = (title(voice, &words), voice.line(&item.summary));
        let mut frame = self.ward_frame(pages, page, title, summary);
        if !is_home {
            frame.breadcrumb.push(voice.link(Kind::Leaflet, &item.id));
        }
        let view = self.easy_read_view(voice, item, Some(pages), &path);
        Draft::page(Page { frame: with_menu(voice, frame), view }, Some(item.title.span))
    }

    /// Returns the languages that an item is in Easy Read in.
    pub(in crate::plan) fn languages_of_easy_read(&self, kind: Kind, id: &str) -> Vec<Language> {
        let shared = self.voice.shared;
        let own = shared.settings.languages.iter().skip(1).map(|tag| Language::of(&tag.value));
        std::iter::once(Language::default())
            .chain(own)
            .filter(|one| shared.had_easy_read(kind, id, one.tag()))
            .collect()
    }

    fn easy_read_view(
        &self,
        voice: &Voice<'_>,
        easy_read: &model::easy_read::EasyRead,
        ward: Option<&WardPages<'_>>,
        path: &str,
    ) -> View {
        let root = url::root(path);
        let (kind, id) = (easy_read.kind, easy_read.id.as_str());
        let inside = Voice { prefers_easy_read: true, ..*voice };
        let mut parts: Vec<EasyReadPart> = easy_read.parts.iter().map(|one| part(&inside, one, &root)).collect();
        let is_home = is_home(easy_read);
        if is_home {
            parts.extend(self.what_to_read(voice, ward, &root));
        }
        let standard = match ward.filter(|_| is_home) {
            Some(pages) => Link { href: pages.badge.href.clone(), ..Link::default() },
            None => voice.link(kind, id),
        };
        View::EasyRead(EasyRead {
            parts,
            content_note: voice.optional_line(easy_read.content_note.as_ref()),
            standard: Link { words: voice.words(&["formats", "standard"]), ..standard },
            subject: if id == "support" { Subject::Numbers } else { Subject::Text },
            foot: Foot {
                version: voice.easy_read_version(easy_read),
                ..voice.foot(kind, &easy_read.review, [None, None])
            },
        })
    }

    /// Returns the list of leaflets that are in Easy Read, each with its first picture; in a ward the charter too.
    fn what_to_read(&self, voice: &Voice<'_>, ward: Option<&WardPages<'_>>, root: &str) -> Option<EasyReadPart> {
        let shared = voice.shared;
        let is_here = |id: &&&str| ward.is_none_or(|pages| shared.gives_out(pages.ward, id));
        let leaflet = |id: &&str| {
            let item = shared.easy_read(Kind::Leaflet, id, voice.language())?;
            let first = item.parts.iter().flat_map(|part| &part.rows).find_map(|row| row.picture.as_ref());
            let link = Link {
                href: voice.easy_read_path(Kind::Leaflet, id),
                words: voice.line(&item.title),
                ..Link::default()
            };
            let picture = first.and_then(|picture| shared.picture_of_row(picture, root));
            Some(EasyReadRow { picture, link: Some(link), ..EasyReadRow::default() })
        };
        let mut rows: Vec<EasyReadRow> =
            self.orders.ids(Kind::Leaflet).iter().filter(is_here).filter_map(leaflet).collect();
        let charter = ward.and_then(WardPages::easy_charter_link);
        rows.extend(charter.map(|link| EasyReadRow {
            picture: shared.picture_in_bank("charter", root),
            link: Some(link),
            ..EasyReadRow::default()
        }));
        (!rows.is_empty()).then(|| EasyReadPart { title: voice.words(&["formats", "easy_read_list"]), rows })
    }
}

/// Returns the title of the page, which says that it is Easy Read: so it isn't taken for the other page.
pub(in crate::plan) fn title(voice: &Voice<'_>, title: &str) -> String {
    voice.words_with(&["formats", "easy_read_title"], "{title}", title)
}

/// Puts the short menu of pages in Easy Read in place of the other one.
pub(in crate::plan) fn with_menu(voice: &Voice<'_>, frame: Frame) -> Frame {
    let inside = Voice { prefers_easy_read: true, ..*voice };
    let shown = MENU.iter().filter(|id| **id == HOME || inside.has_content(id));
    let link = |id: &&str| {
        let link = inside.section_link(id);
        Link { current: link.href == frame.path, ..link }
    };
    Frame { easy_menu: shown.map(link).collect(), ..frame }
}

fn part(voice: &Voice<'_>, part: &model::easy_read::Part, root: &str) -> EasyReadPart {
    let row = |row: &model::easy_read::Row| EasyReadRow {
        picture: row.picture.as_ref().and_then(|picture| voice.shared.picture_of_row(picture, root)),
        text: Some(voice.piece(&row.text, root)),
        ..EasyReadRow::default()
    };
    let has_words = |row: &EasyReadRow| row.text.as_ref().is_some_and(|text: &Arc<_>| !text.prose.blocks.is_empty());
    EasyReadPart { title: voice.line(&part.title), rows: part.rows.iter().map(row).filter(has_words).collect() }
}
