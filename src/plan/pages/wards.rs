//! A ward's own pages: its home, its charter, and its copies of the leaflets with its contacts in the text.
//!
//! The planner sees no more of the site than [`Shared`](crate::plan::shared::Shared), the ward and its charter.

use std::sync::Arc;

use crate::model;
use crate::model::agreement::Agreement;
use crate::model::kind::Kind;
use crate::plan::frames::{self, FramePlace, home};
use crate::plan::key::Keyed;
use crate::plan::pages::ward_page::WardPage;
use crate::plan::view::frame::{Help, WardBadge};
use crate::plan::view::pages::{Article, View};
use crate::plan::view::wards::Ward;
use crate::plan::view::{Foot, Frame, Link};
use crate::plan::voice::Voice;
use crate::plan::{Draft, Page, Planner, url};
use crate::resolve::charter::standing::CharterStanding;
use crate::resolve::charter::{self};

/// Where a ward's charter stands, and what its people agreed.
#[derive(Clone, Copy)]
pub(in crate::plan) struct AgreedCharter<'a> {
    pub standing: &'a CharterStanding,
    pub record: Option<&'a Agreement>,
}

/// What all pages of one ward share.
pub(in crate::plan) struct WardPages<'a> {
    pub voice: Voice<'a>,
    pub ward: &'a model::ward::Ward,
    help: Arc<Keyed<Help>>,
    pub badge: Arc<Keyed<WardBadge>>,
    /// The leaflets that the ward gives out, in this language where they are translated.
    pub leaflets: Vec<&'a model::article::Article>,
    pub agreed: AgreedCharter<'a>,
}

impl<'a> Planner<'a> {
    /// Returns the pages of a ward in this language; `charter` is its charter in it.
    pub(in crate::plan) fn ward(
        &self,
        ward: &'a model::ward::Ward,
        charter: Option<&charter::Charter>,
        agreed: AgreedCharter<'a>,
    ) -> Vec<Draft> {
        let voice = Voice { ward: Some(ward), ..self.voice };
        let (help, badge) = (frames::ward_help(&voice, ward), Keyed::new(frames::badge(&voice, ward)));
        let pages = WardPages { voice, ward, help, badge, leaflets: self.leaflets_of(ward), agreed };
        let mut drafts = pages.with_numbers_card(self.ward_home(&pages));
        if let Some(charter) = charter {
            let mut own = vec![self.charter(&pages, charter)];
            own.extend(self.easy_charter(&pages, charter));
            let papers = pages.charter_papers(charter, &mut own);
            drafts.extend(own.into_iter().chain(papers));
        }
        drafts.extend(charter.and_then(|charter| self.differences(&pages, charter)));
        let sheet = charter.and_then(|charter| self.charter_sheet(&pages, charter));
        drafts.extend(sheet.map(|sheet| pages.with_sheet_paper(sheet)).unwrap_or_default());
        let leaflet =
            |number| pages.voice.with_leaflet_papers(pages.leaflets[number], self.ward_leaflet(&pages, number));
        drafts.extend((0..pages.leaflets.len()).flat_map(leaflet));
        drafts.extend(pages.pack_paper(&drafts));
        drafts.extend(self.ward_easy_reads(&pages));
        drafts.extend(self.ward_withdrawn(&pages));
        drafts.extend(self.ward_search(&pages, charter));
        drafts
    }

    fn leaflets_of(&self, ward: &model::ward::Ward) -> Vec<&'a model::article::Article> {
        let find = |id: &str, language: Option<&str>| self.voice.shared.leaflet(id, language);
        let given = |id: &&&str| self.voice.shared.gives_out(ward, id);
        self.orders.ids(Kind::Leaflet).iter().filter(given).filter_map(|id| find(id, self.voice.language())).collect()
    }

    fn ward_home(&self, pages: &WardPages<'_>) -> Draft {
        let WardPages { voice, ward, badge, leaflets, .. } = pages;
        let path = badge.href.clone();
        let root = url::root(&path);
        let card = |leaflet: &&model::article::Article| {
            voice.card(Kind::Leaflet, &leaflet.id, voice.audience(&leaflet.audience))
        };
        let first = voice.shared.settings.first_language();
        let (about, about_lang) = voice.said_piece(ward.about.as_ref(), first, &root);
        let view = View::Ward(Box::new(Ward {
            kind: badge.kind.clone(),
            site: badge.site.clone(),
            about,
            about_lang,
            quiet_place: ward.quiet_place.as_ref().map(|place| voice.said_of_ward(place, ward)),
            choices: pages.choices(),
            charter: self.charter_link(pages),
            status: status(pages),
            leaflets: leaflets.iter().map(card).collect(),
            easy_reads: leaflets
                .iter()
                .filter_map(|leaflet| voice.easy_read_card(Kind::Leaflet, &leaflet.id))
                .collect(),
            more: more(pages).into_iter().chain(self.charter_sheet_link(pages)).collect(),
            bundle: None,
            foot: Foot::default(),
        }));
        let (name, kind) = (badge.name.words.clone(), badge.kind.words.clone());
        let above = above(voice);
        let frame = self.frame_in_ward(pages, WardPage::Home, (name, kind), above);
        let frame = Frame { title_lang: badge.name.lang.clone(), ..frame };
        Draft::page(Page { frame, view }, Some(ward.name.span))
    }

    fn charter_link(&self, pages: &WardPages<'_>) -> Link {
        let words = pages.voice.words(&["charter_title"]);
        Link { words, href: pages.voice.href(Kind::Section, "charter"), ..Link::default() }
    }

    fn ward_leaflet(&self, pages: &WardPages<'_>, number: usize) -> Draft {
        let WardPages { voice, ward, leaflets, .. } = pages;
        let leaflet = leaflets[number];
        let page = WardPage::Leaflet(&leaflet.id);
        let root = url::root(&url::in_language(&page.path(&ward.id), voice.language()));
        let near = [number.checked_sub(1), Some(number + 1)];
        let near = near.map(|other| Some(leaflets.get(other?)?.id.as_str()));
        let view = View::Article(Article {
            accessibility: None,
            privacy: None,
            sources: None,
            idea: None,
            body: voice.piece(&leaflet.body, &root),
            contents: voice.contents(&leaflet.body),
            content_note: voice.optional_line(leaflet.content_note.as_ref()),
            easy_read: voice.easy_read(Kind::Leaflet, &leaflet.id),
            foot: Foot {
                audience: voice.audience(&leaflet.audience),
                version: voice.leaflet_version(leaflet),
                ..voice.foot(Kind::Leaflet, &leaflet.review, near)
            },
        });
        let (title, summary) = (voice.line(&leaflet.title), voice.line(&leaflet.summary));
        let frame = self.ward_frame(pages, page, title, summary);
        Draft::page(Page { frame, view }, Some(leaflet.title.span))
    }

    /// Returns the frame of a page below a ward's home, with the ward's help panel and badge.
    pub(in crate::plan) fn ward_frame(
        &self,
        pages: &WardPages<'_>,
        page: WardPage<'_>,
        title: String,
        description: String,
    ) -> Frame {
        let WardPages { voice, badge, .. } = pages;
        let (words, lang) = (badge.name.words.clone(), badge.name.lang.clone());
        let own = Link { href: badge.href.clone(), words, lang, ..Link::default() };
        let breadcrumb = above(voice).into_iter().chain([own]).collect();
        self.frame_in_ward(pages, page, (title, description), breadcrumb)
    }

    /// Returns the frame of a page of a ward, by its title and description and the pages that stand above it.
    fn frame_in_ward(
        &self,
        pages: &WardPages<'_>,
        page: WardPage<'_>,
        (title, description): (String, String),
        breadcrumb: Vec<Link>,
    ) -> Frame {
        let WardPages { voice, ward, help, badge, .. } = pages;
        let base_path = page.path(&ward.id);
        let place = FramePlace {
            path: &url::in_language(&base_path, voice.language()),
            title,
            description,
            section: if voice.shared.own_ward.is_some() { page.section() } else { "wards" },
            breadcrumb,
            languages: self.languages_in_ward(ward, page),
            base_path: &base_path,
        };
        self.frames.frame(voice, place, Some((help, badge)))
    }
}

/// Returns what stands above a ward's home: the list of wards, where there is one.
fn above(voice: &Voice<'_>) -> Vec<Link> {
    let wards = voice.has_content("wards").then(|| voice.section_link("wards"));
    std::iter::once(home(voice)).chain(wards).collect()
}

/// Returns what else the ward's home leads to. In the ward's own pack the menu leads to its charter, so how charters are made is here.
fn more(pages: &WardPages<'_>) -> Vec<Link> {
    let voice = &pages.voice;
    std::iter::once(voice.section_link("glossary")).chain(voice.making_charters()).collect()
}

/// Returns where the charter stands, in words.
pub(in crate::plan) fn status(pages: &WardPages<'_>) -> String {
    pages.voice.words(&["charter_status", pages.agreed.standing.status.name()])
}
