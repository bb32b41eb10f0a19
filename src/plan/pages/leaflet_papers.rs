//! A leaflet on paper, and each ward's copy of it with the ward's own numbers: in clear print, in large print, to fold and in Easy Read,
//! as far as the pack wants them. Each is a file beside the page of the same.

use jiff::civil::Date;

use crate::model::article::Article;
use crate::model::audience::Audience;
use crate::model::easy_read;
use crate::model::kind::Kind;
use crate::model::leaflet_format::LeafletFormat;
use crate::model::review::Review;
use crate::plan::Draft;
use crate::plan::pages::papers;
use crate::plan::view::Frame;
use crate::plan::view::easy_read::{EasyRead, EasyReadPart};
use crate::plan::view::pages::{self, View};
use crate::plan::view::paper::{
    EasyReadPaper, EasyReadPartOnPaper, EasyReadRowOnPaper, LeafletPaper, Paper, PaperContent, PaperKind, PaperText,
};
use crate::plan::voice::Voice;

impl Voice<'_> {
    /// Returns the page of a leaflet and its papers, which the page lists. A page that isn't of a leaflet is alone, and so is any where
    /// nothing prints papers.
    pub(in crate::plan) fn with_leaflet_papers(&self, article: &Article, page: Draft) -> Vec<Draft> {
        let format = |format: LeafletFormat, kind| self.prints_leaflets_as(format).then_some(kind);
        self.with_papers(page, |frame, view| match view {
            View::Article(view) if article.kind == Kind::Leaflet => {
                let large_print = format(LeafletFormat::LargePrint, PaperKind::LargePrintLeaflet);
                let booklet = format(LeafletFormat::Booklet, PaperKind::Booklet);
                let tri_fold = format(LeafletFormat::TriFold, PaperKind::TriFold);
                let kinds = [Some(PaperKind::Leaflet), large_print, booklet, tri_fold].into_iter().flatten();
                kinds.map(|kind| self.leaflet_paper(article, kind, frame, view)).collect()
            }
            _ => Vec::new(),
        })
    }

    /// Returns the page of an item in Easy Read and its paper, which the page lists; only leaflets have one.
    pub(in crate::plan) fn with_easy_read_paper(&self, item: &easy_read::EasyRead, page: Draft) -> Vec<Draft> {
        let is_printed = item.kind == Kind::Leaflet && self.prints_leaflets_as(LeafletFormat::EasyRead);
        self.with_papers(page, |frame, view| match view {
            View::EasyRead(view) if is_printed => vec![self.easy_read_paper(item, frame, view)],
            _ => Vec::new(),
        })
    }

    fn prints_leaflets_as(&self, format: LeafletFormat) -> bool {
        self.shared.settings.leaflet_formats.contains(&format)
    }

    fn leaflet_paper(&self, leaflet: &Article, kind: PaperKind, frame: &Frame, view: &pages::Article) -> Paper {
        let content = PaperContent::Leaflet(Box::new(LeafletPaper {
            audience: view.foot.audience.clone(),
            content_note: view.content_note.clone(),
            body: PaperText { piece: view.body.clone(), readers: papers::readers(&leaflet.audience) },
            contacts: papers::contacts(frame),
            always: papers::always(frame),
        }));
        let paper = self.paper(frame, kind, &self.leaflet_file(kind, &leaflet.id), content).with_foot(&view.foot);
        Paper { day: day(&leaflet.review), ..paper }
    }

    fn easy_read_paper(&self, item: &easy_read::EasyRead, frame: &Frame, view: &EasyRead) -> Paper {
        let leaflet = self.shared.leaflet(&item.id, item.language.tag());
        let leaflet = leaflet.or_else(|| self.shared.leaflet(&item.id, None));
        let readers = papers::readers(leaflet.map_or(&[], |leaflet| &leaflet.audience));
        let content = PaperContent::EasyRead(Box::new(EasyReadPaper {
            content_note: view.content_note.clone(),
            parts: view.parts.iter().map(|one| part(one, &readers)).collect(),
            contacts: papers::contacts(frame),
            always: papers::always(frame),
        }));
        let kind = PaperKind::EasyReadLeaflet;
        let paper = self.paper(frame, kind, &self.leaflet_file(kind, &item.id), content).with_foot(&view.foot);
        Paper { day: day(&item.review), ..paper }
    }

    fn leaflet_file(&self, kind: PaperKind, leaflet: &str) -> String {
        let ward = self.ward.map(|ward| format!("{}-", ward.id)).unwrap_or_default();
        format!("{ward}{}-{leaflet}", kind.name())
    }
}

/// Returns the day of a text: when it was read last, or else written.
fn day(review: &Review) -> Option<[i16; 3]> {
    let day: Date = review.reviewed.as_ref().or(review.written.as_ref())?.value;
    Some([day.year(), day.month().into(), day.day().into()])
}

fn part(part: &EasyReadPart, readers: &[Audience]) -> EasyReadPartOnPaper {
    let rows = part.rows.iter().filter_map(|row| {
        let text = PaperText { piece: row.text.clone()?, readers: readers.to_vec() };
        let picture = row.picture.as_ref().map(PaperText::picture_from_root);
        (!text.is_empty()).then_some(EasyReadRowOnPaper { picture, text })
    });
    EasyReadPartOnPaper { title: part.title.clone(), rows: rows.collect() }
}
