//! A leaflet on paper, and each ward's copy of it with the ward's own numbers: a file beside the page of the leaflet.

use crate::model::article::Article;
use crate::model::kind::Kind;
use crate::plan::Draft;
use crate::plan::pages::papers;
use crate::plan::view::Frame;
use crate::plan::view::pages::{self, View};
use crate::plan::view::paper::{LeafletPaper, Paper, PaperContent, PaperKind, PaperText};
use crate::plan::voice::Voice;

impl Voice<'_> {
    /// Returns the page of a leaflet and its paper, which the page lists. A page that isn't of a leaflet is alone, and so is any where
    /// nothing prints papers.
    pub(in crate::plan) fn with_leaflet_paper(&self, article: &Article, page: Draft) -> Vec<Draft> {
        self.with_papers(page, |frame, view| match view {
            View::Article(view) if article.kind == Kind::Leaflet => vec![self.leaflet_paper(article, frame, view)],
            _ => Vec::new(),
        })
    }

    fn leaflet_paper(&self, leaflet: &Article, frame: &Frame, view: &pages::Article) -> Paper {
        let kind = PaperKind::Leaflet;
        let content = PaperContent::Leaflet(Box::new(LeafletPaper {
            audience: view.foot.audience.clone(),
            content_note: view.content_note.clone(),
            body: PaperText { piece: view.body.clone(), readers: papers::readers(&leaflet.audience) },
            contacts: papers::contacts(frame),
            always: papers::always(frame),
        }));
        let ward = self.ward.map(|ward| format!("{}-", ward.id)).unwrap_or_default();
        let file = format!("{ward}{}-{}", kind.name(), leaflet.id);
        let day = leaflet.review.reviewed.as_ref().or(leaflet.review.written.as_ref()).map(|day| day.value);
        Paper {
            day: day.map(|day| [day.year(), day.month().into(), day.day().into()]),
            ..self.paper(frame, kind, &file, content).with_foot(&view.foot)
        }
    }
}
