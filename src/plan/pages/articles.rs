//! The page of an article: leaflets, guidance, change ideas, stories. And what the pages of all items have in common.
//!
//! The planner sees no more of the site than [`Shared`](crate::plan::shared::Shared), the article and what uses it; so the hash of the
//! three says whether the page has to be planned again.

use std::collections::BTreeSet;

use crate::model;
use crate::model::ages::ADULT;
use crate::model::article::Statement;
use crate::model::kind::{HOME, Kind};
use crate::model::review::Review;
use crate::plan::frames::{FramePlace, home};
use crate::plan::order::by_title;
use crate::plan::pages::change_ideas::AroundIdea;
use crate::plan::view::pages::{Article, View};
use crate::plan::view::{Foot, Frame, Link};
use crate::plan::{Draft, Page, Planner, url};
use crate::resolve::names::Name;
use crate::span::Span;
use crate::text::line::Line;

/// What the pages of all items have in common.
pub struct ItemPage<'a> {
    pub kind: Kind,
    pub id: &'a str,
    pub title: &'a Line,
    pub summary: Option<&'a Line>,
}

impl<'a> ItemPage<'a> {
    pub fn of(article: &'a model::article::Article) -> Self {
        ItemPage { kind: article.kind, id: &article.id, title: &article.title, summary: Some(&article.summary) }
    }
}

impl Planner<'_> {
    /// Returns the page of an article; nothing in a ward's own pack that has the ward's own in its place. `used_by` are the items that refer to it, `around` is what stands elsewhere about a change idea.
    pub(in crate::plan) fn article(
        &self,
        article: &model::article::Article,
        used_by: Option<&BTreeSet<Name>>,
        around: Option<&AroundIdea<'_>>,
    ) -> Option<Draft> {
        if self.voice.has_own(article.kind, &article.id) {
            return None;
        }
        let item = ItemPage::of(article);
        let states = |statement| article.statement == Some(statement);
        let view = View::Article(Article {
            body: self.voice.piece(&article.body, &self.root(&item)),
            contents: self.voice.contents(&article.body),
            content_note: self.voice.optional_line(article.content_note.as_ref()),
            easy_read: self.voice.easy_read(article.kind, &article.id),
            accessibility: states(Statement::Accessibility).then(|| self.voice.accessibility()),
            sources: None,
            privacy: states(Statement::Privacy).then(|| Box::new(self.voice.privacy())),
            idea: around.map(|around| around.view(&self.voice)),
            foot: Foot {
                audience: self.voice.audience(&article.audience),
                version: self.voice.leaflet_version(article),
                ..self.foot_with(article.kind, &article.id, &article.review, used_by)
            },
        });
        Some(self.draft(&item, view, article.title.span))
    }

    /// Returns the foot of an item's page, with the items that refer to it.
    pub(in crate::plan) fn foot_with(
        &self,
        kind: Kind,
        id: &str,
        review: &Review,
        used_by: Option<&BTreeSet<Name>>,
    ) -> Foot {
        let others = used_by.into_iter().flatten().filter(|(user, user_id)| (*user, user_id.as_str()) != (kind, id));
        let mut used_by: Vec<Link> = others.map(|(kind, id)| self.voice.link(*kind, id)).collect();
        used_by.sort_by_cached_key(|link| (by_title(&link.words), link.href.clone()));
        Foot { used_by, ..self.voice.foot(kind, review, self.orders.neighbours(kind, id)) }
    }

    pub(in crate::plan) fn root(&self, item: &ItemPage<'_>) -> String {
        url::root(&self.voice.href(item.kind, item.id))
    }

    pub(in crate::plan) fn draft(&self, item: &ItemPage<'_>, view: View, span: Span) -> Draft {
        let voice = &self.voice;
        let base_path = url::item(item.kind, item.id);
        let path = url::in_language(&base_path, voice.language());
        let section = item.kind.section();
        let place = FramePlace {
            path: &path,
            title: voice.line(item.title),
            description: voice.optional_line(item.summary).unwrap_or_default(),
            section,
            breadcrumb: self.breadcrumb(item),
            languages: self.languages_of(item.kind, item.id),
            base_path: &base_path,
        };
        let frame = self.frames.frame(voice, place, None);
        Draft::page(Page { frame: self.helping(frame, item.kind, item.id), view }, Some(span))
    }

    /// Returns the frame of an item's page with the help that people of its ages get, where it isn't for adults.
    pub(in crate::plan) fn helping(&self, frame: Frame, kind: Kind, id: &str) -> Frame {
        if self.voice.shared.own_ward.is_some() {
            return frame;
        }
        let leaflet = if kind == Kind::Leaflet { self.voice.shared.leaflet(id, None) } else { None };
        let ages = leaflet.and_then(|leaflet| leaflet.ages.as_ref());
        let help =
            ages.filter(|ages| !ages.cover(ADULT, Some(ADULT))).map(|ages| self.frames.help_for(&self.voice, ages));
        Frame { help: help.unwrap_or(frame.help), ..frame }
    }

    fn breadcrumb(&self, item: &ItemPage<'_>) -> Vec<Link> {
        let voice = &self.voice;
        let mut breadcrumb = vec![home(voice)];
        match item.kind {
            Kind::Section if item.id == HOME => return Vec::new(),
            Kind::Section | Kind::Page => {}
            Kind::ChangeIdea => {
                breadcrumb.extend([voice.section_link("improvement"), voice.section_link("change-ideas")]);
            }
            kind => breadcrumb.push(voice.section_link(kind.section())),
        }
        breadcrumb
    }
}
