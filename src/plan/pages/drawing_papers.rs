//! What is drawn, as landscape pages to print: the chart of a measure and the driver diagram of a theory of change, each a file beside
//! its page.

use crate::model;
use crate::plan::pages::papers;
use crate::plan::view::pages::View;
use crate::plan::view::paper::{ChartPaper, DiagramPaper, PaperContent, PaperKind, PaperText};
use crate::plan::{Draft, Gatherer};

impl Gatherer<'_> {
    /// Returns the page of a measure with its chart, which the page lists; without numbers there is none.
    pub(in crate::plan) fn with_chart_paper(&self, measure: &model::measure::Measure, page: Draft) -> Vec<Draft> {
        self.voice.with_papers(page, |frame, view| match view {
            View::Measure(view) => {
                let definition =
                    PaperText { piece: view.definition.clone(), readers: papers::readers(&measure.audience) };
                let content = ChartPaper::of(view, definition).map(|chart| PaperContent::Chart(Box::new(chart)));
                let kind = PaperKind::Chart;
                let paper = |content| self.voice.paper(frame, kind, &file(kind, &measure.id), content);
                content.map(|content| paper(content).with_foot(&view.foot)).into_iter().collect()
            }
            _ => Vec::new(),
        })
    }

    /// Returns the page of a theory of change with its driver diagram, which the page lists.
    pub(in crate::plan) fn with_diagram_paper(&self, theory: &str, page: Draft) -> Vec<Draft> {
        self.voice.with_papers(page, |frame, view| match view {
            View::TheoryOfChange(view) if !view.diagrams.is_empty() => {
                let kind = PaperKind::DriverDiagram;
                let content = PaperContent::Diagram(Box::new(DiagramPaper::of(view)));
                vec![self.voice.paper(frame, kind, &file(kind, theory), content).with_foot(&view.foot)]
            }
            _ => Vec::new(),
        })
    }
}

fn file(kind: PaperKind, id: &str) -> String {
    format!("{}-{id}", kind.name())
}
