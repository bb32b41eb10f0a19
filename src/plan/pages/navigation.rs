//! The lists that nobody writes: A to Z, all pages, the start page of a language, and "not found".

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::easy_read::EasyRead;
use crate::model::kind::{HOME, Kind};
use crate::model::language::Language;
use crate::plan::frames::{FramePlace, home, languages, sections};
use crate::plan::order::by_title;
use crate::plan::pages::lists::{first_letter, letter_id};
use crate::plan::view::navigation::{
    AToZ, Blank, KindLink, Letter, NotFound, Sitemap, SitemapSection, StartOfLanguage,
};
use crate::plan::view::pages::View;
use crate::plan::view::{Card, CardGroup, Link};
use crate::plan::{Draft, Gatherer, Page, url};

/// How deep a page can lie: `cy/wards/beach/leaflets/visiting/easy-read/index.html`.
const DEEPEST: usize = 6;

impl<'a> Gatherer<'a> {
    /// Returns the page of a generated list; its words come from the theme.
    fn generated(&self, id: &'a str, path: &str, view: View) -> Page {
        let voice = &self.voice;
        let place = FramePlace {
            path,
            title: voice.words(&["sections", id]),
            description: voice.words(&["descriptions", id]),
            section: id,
            breadcrumb: vec![home(voice)],
            languages: vec![Language::default()],
            base_path: path,
        };
        Page { frame: self.frames.frame(voice, place, None), view }
    }

    /// Lists every item but the wards, which have a list of their own: a thousand of them would hide the rest.
    pub(in crate::plan) fn a_to_z(&self) -> Draft {
        let voice = &self.voice;
        let mut letters: BTreeMap<String, Vec<KindLink>> = BTreeMap::new();
        let is_in_list = |kind: Kind, id: &str| kind != Kind::Ward && id != HOME && voice.is_listed(kind, id);
        for ((kind, id), _) in voice.shared.names.iter().filter(|((kind, id), _)| is_in_list(*kind, id)) {
            let words = voice.title(*kind, id);
            let link = KindLink { href: voice.href(*kind, id), kind: voice.words(&["kinds", kind.name()]), words };
            letters.entry(first_letter(&link.words)).or_default().push(link);
        }
        let is_here =
            |item: &&Arc<EasyRead>| item.language.tag() == voice.language() && voice.is_listed(item.kind, &item.id);
        for item in voice.shared.easy_reads.iter().filter(is_here) {
            let (href, kind) = (voice.easy_read_path(item.kind, &item.id), voice.words(&["formats", "easy_read"]));
            let words = voice.line(&item.title);
            letters.entry(first_letter(&words)).or_default().push(KindLink { href, words, kind });
        }
        let letter = |(letter, mut links): (String, Vec<KindLink>)| {
            links.sort_by_cached_key(|link| (by_title(&link.words), link.href.clone()));
            Letter { id: letter_id(&letter), letter, links }
        };
        let view = View::AToZ(AToZ { letters: letters.into_iter().map(letter).collect() });
        Draft::page(self.generated("a-to-z", "a-to-z/index.html", view), None)
    }

    pub(in crate::plan) fn sitemap(&self) -> Draft {
        let voice = &self.voice;
        let section = |section: &'a str| {
            let kinds = Kind::ALL
                .into_iter()
                .filter(|kind| kind.section() == section && !matches!(kind, Kind::Ward | Kind::Section));
            let links = kinds.flat_map(|kind| self.ids(kind).into_iter().map(move |id| (kind, id)));
            SitemapSection {
                link: voice.section_link(section),
                links: links.flat_map(|(kind, id)| self.in_all_formats(kind, id)).collect(),
            }
        };
        // The list of wards is a page; the ward whose own pack this is has its home instead.
        let own =
            voice.own_home().map(|link| SitemapSection { link, links: voice.own_charter().into_iter().collect() });
        let sections = own.into_iter().chain(self.listed().into_iter().map(section)).collect();
        let view = View::Sitemap(Sitemap { sections });
        Draft::page(self.generated("sitemap", "sitemap/index.html", view), None)
    }

    /// Returns the links to an item, and to the same in Easy Read.
    fn in_all_formats(&self, kind: Kind, id: &str) -> Vec<Link> {
        let voice = &self.voice;
        let easy_read = voice.shared.easy_read(kind, id, voice.language()).map(|item| Link {
            href: voice.easy_read_path(kind, id),
            words: voice.words_with(&["formats", "easy_read_title"], "{title}", &voice.line(&item.title)),
            ..Link::default()
        });
        std::iter::once(voice.link(kind, id)).chain(easy_read).collect()
    }

    /// The page that the exit leads to when there is no network: it says nothing of where the reader was.
    pub(in crate::plan) fn blank(&self) -> Draft {
        let mut page = self.generated(url::BLANK, &self.section_path(url::BLANK), View::Blank(Blank {}));
        page.frame.head_title.clone_from(&page.frame.title);
        Draft::page(page, None)
    }

    /// The page for addresses that don't exist. A server shows it at any depth, where relative links can't be right, so its
    /// links start from the pack's `web_address:` if there is one. Styles are loaded from the page's own host alone, and the site may
    /// be shown on another one, so they are looked for wherever they can be.
    pub(in crate::plan) fn not_found(&self) -> Draft {
        let voice = &self.voice;
        let wards = voice.own_home().unwrap_or_else(|| voice.section_link("wards"));
        let links = [home(voice), voice.section_link("support"), wards].into_iter();
        let mut links: Vec<Link> = links.collect();
        links.push(Link {
            href: url::section("a-to-z"),
            words: voice.words(&["sections", "a-to-z"]),
            ..Link::default()
        });
        let address = voice.shared.settings.web_address.as_ref().map(|address| address.0.trim_end_matches('/'));
        let ways = || (0..=DEEPEST).map(|depth| "../".repeat(depth));
        let roots = match address {
            Some(address) => std::iter::once(format!("{}/", url::path_of(address))).chain(ways()).collect(),
            None => vec![String::new()],
        };
        let mut page = self.generated("not-found", "404.html", View::NotFound(NotFound { links, roots }));
        if let Some(address) = address {
            page.frame.root = format!("{address}/");
        }
        Draft::page(page, None)
    }

    /// The start page of a language that has no home page of its own: what there is in it.
    pub(in crate::plan) fn language_start(&self) -> Draft {
        let voice = &self.voice;
        let tag = voice.strings.language.as_str();
        let mut groups = self.own_ward();
        for section in sections(voice) {
            let kinds = Kind::ALL.into_iter().filter(|kind| kind.section() == section && *kind != Kind::Section);
            let items = kinds.flat_map(|kind| self.ids(kind).into_iter().map(move |id| (kind, id)));
            let translated = items.filter(|(kind, id)| {
                !matches!(kind, Kind::Support | Kind::Term) && voice.is_translated(*kind, id, tag)
            });
            let cards: Vec<Card> = translated.map(|(kind, id)| voice.card(kind, id, Vec::new())).collect();
            if !cards.is_empty() {
                groups.push(CardGroup {
                    id: format!("page-{section}"),
                    title: Some(voice.words(&["sections", section])),
                    cards,
                });
            }
        }
        let path = self.section_path(HOME);
        let mut page =
            self.generated("language", &path, View::Language(StartOfLanguage { choices: self.choices(), groups }));
        page.frame.breadcrumb.clear();
        (page.frame.languages, page.frame.untranslated) = languages(voice, &self.all_languages(), &url::section(HOME));
        Draft::page(page, None)
    }
}
