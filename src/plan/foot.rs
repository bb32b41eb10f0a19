//! What stands at the end of an item's page.

use super::view::{Foot, Source};
use super::voice::Voice;
use crate::direction;
use crate::model::article::Article;
use crate::model::easy_read::EasyRead;
use crate::model::kind::Kind;
use crate::model::review::Review;
use crate::resolve::leaflet_code;

impl Voice<'_> {
    /// Returns what tells one printed version from another: since when, or where it stands, and the short code.
    pub fn version(&self, since: Option<String>, code: &str) -> String {
        let words = if since.is_some() { "dated" } else { "undated" };
        let dated = self.words_with(&["version", words], "{date}", &since.unwrap_or_default());
        dated.replace("{code}", &direction::value(code, self.direction()))
    }

    /// Returns the version of a leaflet, in a ward of the ward's own copy.
    pub fn leaflet_version(&self, leaflet: &Article) -> Option<String> {
        let shared = self.shared;
        let body = self.seen(&leaflet.body);
        let code =
            || leaflet_code::of_leaflet(leaflet, &body, self.speaks_of(), &self.strings.language, shared.settings);
        let since = self.since(&leaflet.review);
        (leaflet.kind == Kind::Leaflet).then(|| self.version(since, &code()))
    }

    /// Returns the version of a leaflet in Easy Read.
    pub fn easy_read_version(&self, easy_read: &EasyRead) -> Option<String> {
        let shared = self.shared;
        let code = || leaflet_code::of_easy_read(easy_read, self.speaks_of(), &self.strings.language, shared.settings);
        let since = self.since(&easy_read.review);
        (easy_read.kind == Kind::Leaflet).then(|| self.version(since, &code()))
    }

    /// Returns the foot of an item's page: its sources, its dates, and its neighbours in the list of its kind.
    pub fn foot(&self, kind: Kind, review: &Review, neighbours: [Option<&str>; 2]) -> Foot {
        let [previous, next] = neighbours.map(|id| id.map(|id| self.link(kind, id)));
        Foot {
            previous,
            next,
            used_by: Vec::new(),
            sources: review.source.iter().filter_map(|id| self.source(id)).collect(),
            version: None,
            ..self.reviewed(review)
        }
    }

    fn source(&self, id: &str) -> Option<Source> {
        let (resource, link) = (self.shared.resource(id)?, self.link(Kind::Resource, id));
        Some(Source {
            href: link.href,
            title: link.words,
            author: self.optional_line(resource.author.as_ref()),
            year: resource.year,
            lang: link.lang,
            page_lang: link.page_lang,
            page_note: link.page_note,
        })
    }
}
