//! A measurement plan: what a project measures, what exactly that means, how often and with which tool.

use crate::model::language::Language;
use std::sync::Arc;

use super::audience::Audience;
use super::place::FilePlace;
use super::review::Review;
use super::withdrawn::Withdrawn;
use crate::model::read::fields::{Fields, FromNode, Reader};
use crate::model::read::single_values::Id;
use crate::parse::yaml::Node;
use crate::problem::catalogue::improvement as problems_of;
use crate::span::{FileId, Spanned};
use crate::text::line::Line;
use crate::text::prose::Prose;

#[derive(Clone, Debug)]
pub struct MeasurementPlan {
    pub id: String,
    pub language: Language,
    pub file: FileId,
    pub title: Line,
    pub summary: Line,
    /// Staff, where nobody else is named.
    pub audience: Vec<Audience>,
    pub order: Option<i64>,
    /// The id of the ward whose plan it is; nothing for the whole trust.
    pub ward: Option<Spanned<String>>,
    pub introduction: Option<Arc<Prose>>,
    pub outcomes: Vec<Outcome>,
    pub review: Review,
    /// That it is no longer there.
    pub withdrawn: Option<Withdrawn>,
    /// The ids that it had before: their addresses lead to it.
    pub formerly: Vec<Id>,
    /// It isn't finished: only a site with drafts has it.
    pub is_draft: bool,
}

/// Something that the project wants to see changed, and how it is measured.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub outcome: Line,
    /// What exactly is counted. Where a measure is named, its own definition stands here instead, so that nothing is defined twice.
    pub definition: Option<Arc<Prose>>,
    /// How often; where a measure is named, as often as that says.
    pub how_often: Option<Line>,
    pub tool: Arc<Prose>,
    /// The id of the measure with its numbers.
    pub measure: Option<Spanned<String>>,
    /// It says how confident staff are.
    pub staff_confidence: bool,
}

impl MeasurementPlan {
    pub fn read(place: &FilePlace, node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.fields(node, "a measurement plan")?;
        let (title, summary) = (fields.required("title"), fields.required("summary"));
        let audience = Audience::read_for_staff(&mut fields);
        let (order, ward) = (fields.optional("order"), fields.optional("ward"));
        let introduction = fields.optional("introduction");
        let outcomes: Vec<Outcome> = fields.list("outcomes");
        let review = Review::read(&mut fields);
        let withdrawn: Option<Withdrawn> = fields.optional("withdrawn");
        let (formerly, is_draft) = (fields.list("formerly"), fields.optional("draft").unwrap_or(false));
        if fields.is_empty("outcomes") && withdrawn.is_none() {
            let span = fields.key_span("outcomes").or(fields.key_span("title")).unwrap_or(fields.span);
            fields.reader.problems.push(problems_of::no_outcomes(span));
        }
        fields.finish();
        Some(MeasurementPlan {
            id: place.id.clone(),
            language: place.language.clone(),
            file,
            title: title?,
            summary: summary?,
            audience,
            order,
            ward,
            introduction,
            outcomes,
            review,
            withdrawn,
            formerly,
            is_draft,
        })
    }

    /// Tells whether the plan asks how confident staff are.
    pub fn asks_staff(&self) -> bool {
        self.outcomes.iter().any(|outcome| outcome.staff_confidence)
    }
}

impl FromNode for Outcome {
    const EXAMPLE: &'static str = "{outcome: People feel safe, measure: feeling-safe, tool: Postcards}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "an outcome", Self::EXAMPLE)?;
        let outcome = fields.required("outcome");
        let measure: Option<Spanned<String>> = fields.optional("measure");
        let (definition, how_often) = defined(measure.as_ref(), &mut fields);
        let tool = fields.required("tool");
        let staff_confidence = fields.optional("staff_confidence").unwrap_or(false);
        fields.finish();
        Some(Outcome { outcome: outcome?, definition, how_often, tool: tool?, measure, staff_confidence })
    }
}

/// Reads what is counted and how often. Both are said once: by the measure, or here where there is none.
fn defined(measure: Option<&Spanned<String>>, fields: &mut Fields<'_, '_>) -> (Option<Arc<Prose>>, Option<Line>) {
    let Some(measure) = measure else { return (fields.required("definition"), fields.required("how_often")) };
    for key in ["definition", "how_often"] {
        if fields.node(key).is_some()
            && let Some(span) = fields.key_span(key)
        {
            fields.reader.problems.push(problems_of::defined_twice(key, span, measure));
        }
    }
    (None, None)
}
