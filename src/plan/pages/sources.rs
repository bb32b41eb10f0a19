//! The page on sources and licences: which resources the pack stands on, where each is used, and who may use what.

use crate::model::article::{Article, Statement};
use crate::model::kind::Kind;
use crate::model::resource::Resource;
use crate::plan::order::by_title;
use crate::plan::view::Link;
use crate::plan::view::pages::View;
use crate::plan::view::sources::{Sources, UsedResource};
use crate::plan::{Content, Draft, Gatherer};

impl Gatherer<'_> {
    /// Returns the page of an article with what the pack stands on, if it is the one that shows it.
    pub(in crate::plan) fn with_sources(&self, article: &Article, mut page: Draft) -> Draft {
        if article.statement == Some(Statement::Sources)
            && let Content::Page(content) = &mut page.content
            && let View::Article(view) = &mut content.view
        {
            view.sources = Some(Box::new(self.sources(article)));
        }
        page
    }

    fn sources(&self, article: &Article) -> Sources {
        let here = self.listed.resources.iter().filter(|found| found.language.tag() == self.voice.language());
        let mut resources: Vec<UsedResource> =
            here.flat_map(|found| &found.items).filter_map(|item| self.used_resource(item, article)).collect();
        resources.sort_by_cached_key(|resource| by_title(&resource.link.words));
        Sources {
            resources,
            has_own_pictures: self.listed.has_own_pictures,
            has_own_typefaces: self.listed.has_own_typefaces,
        }
    }

    /// Returns a resource with the pages that use it; nothing where none does, but the page itself.
    fn used_resource(&self, resource: &Resource, article: &Article) -> Option<UsedResource> {
        let voice = &self.voice;
        let id = &resource.id.0.value;
        let users = self.listed.used_by.get(&(Kind::Resource, id.clone()))?;
        let others = users.iter().filter(|(kind, id)| (*kind, id) != (article.kind, &article.id));
        let mut used_by: Vec<Link> = others.map(|(kind, id)| voice.link(*kind, id)).collect();
        used_by.sort_by_cached_key(|link| (by_title(&link.words), link.href.clone()));
        let by = voice.optional_line(resource.author.as_ref()).into_iter();
        let by: Vec<String> = by.chain(resource.year.map(|year| year.to_string())).collect();
        (!used_by.is_empty()).then(|| UsedResource {
            link: voice.link(Kind::Resource, id),
            by: (!by.is_empty()).then(|| by.join(", ")),
            licence: voice.optional_line(resource.licence.as_ref()),
            checked: voice.checked("resource", &resource.checked),
            used_by,
        })
    }
}
