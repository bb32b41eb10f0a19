//! A ward's own pages: its home, its charter, and its copies of the leaflets with its contacts in the text.

use std::sync::Arc;

use super::frames::{Place, contacts, home};
use super::view::frame::{Help, WardBadge};
use super::view::pages::{Article, Charter, Coproduced, View, Ward};
use super::view::{Behaviour, Foot, Link};
use super::voice::Voice;
use super::{Draft, Page, Planner, url};
use crate::model;
use crate::model::kind::Kind;
use crate::resolve::overlay::{self, Layer, languages};
use crate::resolve::{audience, values};

/// What all pages of one ward share.
struct WardPages<'a> {
    voice: Voice<'a>,
    ward: &'a model::ward::Ward,
    help: Arc<Help>,
    badge: Arc<WardBadge>,
}

impl Planner<'_> {
    /// Returns the pages of a ward in this language, if it is one of the ward's. `number` is its place in the pack.
    pub(super) fn ward(&self, number: usize, ward: &model::ward::Ward) -> Vec<Draft> {
        let pack = &self.voice.site.pack;
        let tag = self.voice.strings.language.as_str();
        if !languages(ward, pack).iter().any(|language| language == tag) {
            return Vec::new();
        }
        let voice = Voice { ward: Some(ward), ..self.voice };
        let badge = WardBadge {
            name: values::plain(&ward.name),
            site: values::own_words(&ward.site, ward, &pack.settings),
            href: url::in_language(&url::item(Kind::Ward, &ward.id), voice.language()),
            kind: values::kind_words(ward, &pack.settings),
        };
        let pages = WardPages { voice, ward, help: self.frames.ward_help(&voice, ward), badge: Arc::new(badge) };
        let mut drafts = vec![self.ward_home(&pages)];
        let charter = voice.site.charters.iter().find(|charter| charter.ward == number && charter.language == tag);
        drafts.extend(charter.map(|charter| self.charter(&pages, charter)));
        drafts.extend(self.leaflets_of(&pages).into_iter().map(|leaflet| self.ward_leaflet(&pages, leaflet)));
        drafts
    }

    /// Returns the leaflets that a ward gives out, in this language where they are translated.
    fn leaflets_of<'s>(&'s self, pages: &WardPages<'_>) -> Vec<&'s model::article::Article> {
        let pack = &self.voice.site.pack;
        let find = |id: &str, language: Option<&str>| pack.article(Kind::Leaflet, id, language);
        let given = |id: &&str| find(id, None).is_some_and(|leaflet| audience::gives_out(pages.ward, leaflet));
        let own = |id: &str| find(id, pages.voice.language());
        self.ids(Kind::Leaflet).into_iter().filter(given).filter_map(own).collect()
    }

    fn ward_home(&self, pages: &WardPages<'_>) -> Draft {
        let WardPages { voice, ward, badge, .. } = pages;
        let path = badge.href.clone();
        let root = url::root(&path);
        let leaflets = self.leaflets_of(pages);
        let card = |leaflet: &&model::article::Article| {
            voice.card(Kind::Leaflet, &leaflet.id, voice.audience(&leaflet.audience))
        };
        let view = View::Ward(Ward {
            kind: badge.kind.clone(),
            site: badge.site.clone(),
            about: voice.optional_piece(ward.about.as_ref(), &root),
            quiet_place: ward
                .quiet_place
                .as_ref()
                .map(|place| values::own_words(place, ward, &voice.site.pack.settings)),
            contacts: contacts(voice, ward),
            charter: self.charter_link(pages),
            status: status(pages),
            leaflets: leaflets.iter().map(card).collect(),
            more: vec![voice.section_link("support"), voice.section_link("glossary")],
            foot: Foot::default(),
        });
        let base_path = url::item(Kind::Ward, &ward.id);
        self.ward_draft(pages, &path, &base_path, badge.name.clone(), badge.kind.clone(), true, view)
    }

    fn charter_link(&self, pages: &WardPages<'_>) -> Link {
        let words = pages.voice.words(&["charter_title"]);
        Link { words, href: pages.voice.href(Kind::Section, "charter"), ..Link::default() }
    }

    fn charter(&self, pages: &WardPages<'_>, charter: &overlay::Charter) -> Draft {
        let WardPages { voice, ward, .. } = pages;
        let base_path = url::charter(&ward.id);
        let path = url::in_language(&base_path, voice.language());
        let root = url::root(&path);
        let behaviour = |behaviour: &overlay::CharterBehaviour| Behaviour {
            id: format!("behaviour-{}", behaviour.id),
            text: voice.piece(&behaviour.text, &root),
            easy_read: voice.optional_line(behaviour.easy_read.as_ref()),
            lang: (behaviour.language != charter.language).then(|| behaviour.language.clone()),
            own: behaviour.layer == Layer::Ward,
        };
        let changes = &ward.charter;
        let coproduced = changes.coproduced.as_ref().map(|by| Coproduced {
            on: voice.strings.date(by.on.value),
            patients: by.patients,
            staff: by.staff,
            carers: by.carers,
        });
        let view = View::Charter(Charter {
            explanation: voice.optional_piece(charter.explanation.as_ref(), &root),
            intent: voice.optional_piece(charter.intent.as_ref(), &root),
            behaviours: charter.behaviours.iter().map(behaviour).collect(),
            support: voice.optional_piece(charter.support.as_ref(), &root),
            contacts: contacts(voice, ward),
            status: status(pages),
            coproduced,
            code: None,
            foot: self.charter_foot(pages),
        });
        self.ward_draft(
            pages,
            &path,
            &base_path,
            voice.line(&charter.title),
            voice.words(&["charter_title"]),
            false,
            view,
        )
    }

    fn charter_foot(&self, pages: &WardPages<'_>) -> Foot {
        let WardPages { voice, ward, .. } = pages;
        let template = voice.site.pack.template(None);
        let review = template.map(|template| template.review.clone()).unwrap_or_default();
        let shared = voice.foot(Kind::Section, "", &review, &[]);
        let owner = ward.charter.owner.as_ref().map(|owner| values::own_words(owner, ward, &voice.site.pack.settings));
        let review_by = voice.date(ward.charter.review_by.as_ref());
        Foot { owner: owner.or(shared.owner), review_by: review_by.or(shared.review_by), ..shared }
    }

    fn ward_leaflet(&self, pages: &WardPages<'_>, leaflet: &model::article::Article) -> Draft {
        let WardPages { voice, ward, .. } = pages;
        let base_path = url::ward_leaflet(&ward.id, &leaflet.id);
        let path = url::in_language(&base_path, voice.language());
        let root = url::root(&path);
        let given: Vec<&str> = self.leaflets_of(pages).into_iter().map(|leaflet| leaflet.id.as_str()).collect();
        let foot = voice.foot(Kind::Leaflet, &leaflet.id, &leaflet.review, &given);
        let view = View::Article(Article {
            body: voice.piece(&leaflet.body, &root),
            contents: voice.contents(&leaflet.body),
            audience: voice.audience(&leaflet.audience),
            content_note: voice.optional_line(leaflet.content_note.as_ref()),
            foot: Foot { used_by: Vec::new(), ..foot },
        });
        let (title, summary) = (voice.line(&leaflet.title), voice.line(&leaflet.summary));
        self.ward_draft(pages, &path, &base_path, title, summary, false, view)
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "each is one plain fact of the page; a struct would only name them again"
    )]
    fn ward_draft(
        &self,
        pages: &WardPages<'_>,
        path: &str,
        base_path: &str,
        title: String,
        description: String,
        is_home: bool,
        view: View,
    ) -> Draft {
        let WardPages { voice, ward, help, badge } = pages;
        let mut breadcrumb = vec![home(voice), voice.section_link("wards")];
        if !is_home {
            breadcrumb.push(Link { href: badge.href.clone(), words: badge.name.clone(), ..Link::default() });
        }
        let place = Place {
            path,
            title,
            description,
            section: "wards",
            breadcrumb,
            languages: self.ward_languages(ward, base_path),
            base_path,
        };
        let frame = self.frames.frame(voice, place, Some((help, badge)));
        Draft { page: Page { frame, view }, origin: Some(ward.name.span) }
    }

    /// Returns the languages that a page of a ward exists in: a leaflet only where it is translated.
    fn ward_languages(&self, ward: &model::ward::Ward, base_path: &str) -> Vec<Option<String>> {
        let pack = &self.voice.site.pack;
        let first = pack.settings.first_language();
        let leaflet = base_path.split('/').nth(3).filter(|_| base_path.contains("/leaflets/"));
        let exists = |tag: &String| match leaflet {
            Some(id) => tag == first || self.voice.is_translated(Kind::Leaflet, id, tag),
            None => true,
        };
        let tags = languages(ward, pack).into_iter().filter(exists);
        tags.map(|tag| (tag != first).then_some(tag)).collect()
    }
}

/// Returns where the charter stands: agreed by a group of the ward, or still a draft.
fn status(pages: &WardPages<'_>) -> String {
    let status = if pages.ward.charter.coproduced.is_some() { "agreed" } else { "draft" };
    pages.voice.words(&["charter_status", status])
}
