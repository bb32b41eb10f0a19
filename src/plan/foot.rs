//! What stands at the end of an item's page.

use super::view::{Foot, Source};
use super::voice::Voice;
use crate::model::kind::Kind;
use crate::model::review::Review;

impl Voice<'_> {
    /// Returns the foot of an item's page: its sources, its dates, and its neighbours in the list of its kind.
    pub fn foot(&self, kind: Kind, review: &Review, neighbours: [Option<&str>; 2]) -> Foot {
        let [previous, next] = neighbours.map(|id| id.map(|id| self.link(kind, id)));
        Foot {
            previous,
            next,
            used_by: Vec::new(),
            sources: review.source.iter().filter_map(|id| self.source(id)).collect(),
            reviewed: self.date(review.reviewed.as_ref()),
            review_by: self.date(review.review_by.as_ref()),
            owner: self.optional_line(review.owner.as_ref()),
        }
    }

    fn source(&self, id: &str) -> Option<Source> {
        let resource = self.shared.resource(id)?;
        Some(Source {
            href: self.href(Kind::Resource, id),
            title: self.title(Kind::Resource, id),
            author: self.optional_line(resource.author.as_ref()),
            year: resource.year,
        })
    }
}
