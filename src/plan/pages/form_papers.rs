//! Forms on paper, to fill in by pen, and their cards, to be cut out: a file beside the page of the form.

use crate::model::audience::Audience;
use crate::model::form::Form;
use crate::plan::Draft;
use crate::plan::pages::papers;
use crate::plan::pages::wards::WardPages;
use crate::plan::view::Frame;
use crate::plan::view::form::FillIn;
use crate::plan::view::pages::View;
use crate::plan::view::paper::{FormPaper, Paper, PaperContent, PaperKind};
use crate::plan::voice::Voice;

impl Voice<'_> {
    /// Returns the page of a form with its paper, which the page lists; the page alone where nothing prints papers.
    pub(in crate::plan) fn with_form_paper(&self, form: &Form, page: Draft) -> Vec<Draft> {
        self.with_papers(page, |frame, view| match view {
            View::Form(view) => {
                let kind = if view.cards.is_some() { PaperKind::Cards } else { PaperKind::Form };
                let file = format!("{}-{}", kind.name(), form.id);
                vec![self.form_paper(frame, view, (kind, &file), &form.audience)]
            }
            _ => Vec::new(),
        })
    }

    /// Returns a form as a paper; `file` is the name of its file.
    pub(super) fn form_paper(
        &self,
        frame: &Frame,
        form: &FillIn,
        (kind, file): (PaperKind, &str),
        audience: &[Audience],
    ) -> Paper {
        let content = FormPaper {
            contacts: papers::contacts(frame),
            always: papers::always(frame),
            ..FormPaper::of(form, &papers::readers(audience))
        };
        self.paper(frame, kind, file, PaperContent::Form(Box::new(content))).with_foot(&form.foot)
    }
}

impl WardPages<'_> {
    /// Returns the page with the lines of the ward's charter and its paper, which the page lists.
    pub(in crate::plan) fn with_sheet_paper(&self, page: Draft) -> Vec<Draft> {
        self.voice.with_papers(page, |frame, view| match view {
            View::CharterSheet(view) => {
                let file = format!("{}-{}-charter", self.ward.id, PaperKind::Form.name());
                vec![self.voice.form_paper(frame, &view.form, (PaperKind::Form, &file), &[Audience::Staff])]
            }
            _ => Vec::new(),
        })
    }
}
