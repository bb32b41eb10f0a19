//! A benchmarking exercise: how confident a trust, a directorate or a ward is in each domain, and what it will do.

use std::sync::Arc;

use jiff::civil::Date;

use super::fields::{FromNode, Reader};
use super::place::FilePlace;
use super::review::Review;
use super::values::choice;
use super::withdrawn::Withdrawn;
use crate::parse::yaml::Node;
use crate::span::{FileId, Spanned};
use crate::text::line::Line;
use crate::text::prose::Prose;

#[derive(Clone, Debug)]
pub struct Benchmark {
    pub id: String,
    pub language: Option<String>,
    pub file: FileId,
    pub title: Line,
    pub summary: Line,
    pub level: Level,
    pub introduction: Option<Arc<Prose>>,
    pub decided_by: Option<Arc<Prose>>,
    pub ratings: Vec<Rating>,
    pub review: Review,
    /// That it is no longer there.
    pub withdrawn: Option<Withdrawn>,
}

/// How much of the organisation the exercise looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    Trust,
    Directorate,
    Ward,
}

/// The three levels of confidence (booklet of the Sexual Safety Collaborative, section 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Confidence {
    Full,
    Partial,
    None,
}

#[derive(Clone, Debug)]
pub struct Rating {
    /// The id of the domain.
    pub domain: Spanned<String>,
    /// Nothing where the domain hasn't been rated yet.
    pub confidence: Option<Confidence>,
    pub why: Option<Arc<Prose>>,
    pub actions: Vec<Action>,
}

#[derive(Clone, Debug)]
pub struct Action {
    pub what: Line,
    pub who: Option<Line>,
    pub by: Option<Spanned<Date>>,
}

const LEVELS: [(&str, Level); 3] =
    [("trust", Level::Trust), ("directorate", Level::Directorate), ("ward", Level::Ward)];
const CONFIDENCES: [(&str, Confidence); 3] =
    [("full", Confidence::Full), ("partial", Confidence::Partial), ("none", Confidence::None)];

impl Level {
    pub fn name(self) -> &'static str {
        LEVELS.iter().find(|(_, level)| *level == self).map_or("", |(name, _)| name)
    }
}

impl Confidence {
    pub fn name(self) -> &'static str {
        CONFIDENCES.iter().find(|(_, confidence)| *confidence == self).map_or("", |(name, _)| name)
    }
}

impl Benchmark {
    pub fn read(place: &FilePlace, node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.fields(node, "a benchmark")?;
        let (title, summary) = (fields.required("title"), fields.required("summary"));
        let word: Option<Spanned<String>> = fields.required("level");
        let level = word.and_then(|word| choice(&word, "a level", &LEVELS, fields.reader));
        let introduction = fields.optional("introduction");
        let decided_by = fields.optional("decided_by");
        let ratings = fields.list("ratings");
        let review = Review::read(&mut fields);
        let withdrawn = fields.optional("withdrawn");
        fields.finish();
        Some(Benchmark {
            id: place.id.clone(),
            language: place.language.clone(),
            file,
            title: title?,
            summary: summary?,
            level: level?,
            introduction,
            decided_by,
            ratings,
            review,
            withdrawn,
        })
    }
}

impl FromNode for Rating {
    const EXAMPLE: &'static str = "{domain: staff, confidence: partial}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a rating", Self::EXAMPLE)?;
        let domain = fields.required("domain");
        let word: Option<Spanned<String>> = fields.optional("confidence");
        let confidence = word.and_then(|word| choice(&word, "a confidence", &CONFIDENCES, fields.reader));
        let why = fields.optional("why");
        let actions = fields.list("actions");
        fields.finish();
        Some(Rating { domain: domain?, confidence, why, actions })
    }
}

impl FromNode for Action {
    const EXAMPLE: &'static str = "{what: …, who: Ward manager, by: 2027-03-31}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "an action", Self::EXAMPLE)?;
        let what = fields.required("what");
        let (who, by) = (fields.optional("who"), fields.optional("by"));
        fields.finish();
        Some(Action { what: what?, who, by })
    }
}
