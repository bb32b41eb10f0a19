//! The page of a measurement plan. What a measure counts and how often is shown from the measure's own file.

use crate::model;
use crate::model::kind::Kind;
use crate::model::measure::Measure;
use crate::plan::pages::articles::ItemPage;
use crate::plan::view::measurement_plan::{MeasurementPlan, Outcome};
use crate::plan::view::pages::View;
use crate::plan::view::{Foot, Link};
use crate::plan::{Draft, Gatherer};

impl Gatherer<'_> {
    pub(in crate::plan) fn measurement_plan(&self, plan: &model::measurement_plan::MeasurementPlan) -> Draft {
        let kind = Kind::MeasurementPlan;
        let item = ItemPage { kind, id: &plan.id, title: &plan.title, summary: Some(&plan.summary) };
        let root = self.root(&item);
        let voice = &self.voice;
        let view = View::MeasurementPlan(MeasurementPlan {
            ward: plan.ward.as_ref().map(|ward| voice.link(Kind::Ward, ward)),
            introduction: voice.optional_piece(plan.introduction.as_ref(), &root),
            outcomes: plan.outcomes.iter().map(|outcome| self.outcome(outcome, &root)).collect(),
            asks_staff: plan.asks_staff(),
            foot: Foot { audience: voice.audience(&plan.audience), ..self.foot(kind, &plan.id, &plan.review) },
        });
        self.draft(&item, view, plan.title.span)
    }

    fn outcome(&self, outcome: &model::measurement_plan::Outcome, root: &str) -> Outcome {
        let voice = &self.voice;
        let measure = outcome.measure.as_ref().and_then(|id| self.measure_here(id));
        let how_often = measure.map(|measure| voice.words(&["measure", "frequencies", measure.frequency.name()]));
        let definition = measure.map(|measure| &measure.definition).or(outcome.definition.as_ref());
        let language = definition.map(|definition| voice.shared.language_of(definition.span.file));
        let language = language.unwrap_or(&voice.strings.language);
        Outcome {
            outcome: voice.line(&outcome.outcome),
            definition: definition.map(|definition| voice.piece_in(language, definition, root)),
            definition_lang: voice.if_foreign(language),
            how_often: how_often.or_else(|| voice.optional_line(outcome.how_often.as_ref())),
            tool: voice.piece(&outcome.tool, root),
            measure: measure.map(|measure| -> Link { voice.link(Kind::Measure, &measure.id) }),
            staff_confidence: outcome.staff_confidence,
        }
    }

    /// Returns a measure in this language, or else in the pack's first.
    pub(in crate::plan) fn measure_here(&self, id: &str) -> Option<&Measure> {
        let of_id = || self.listed.measures.iter().filter(|measure| measure.id == id);
        let own = of_id().find(|measure| measure.language.tag() == self.voice.language());
        own.or_else(|| of_id().find(|measure| measure.language.is_first())).map(|measure| &**measure)
    }
}
