//! A measure: what is counted, how often, and by which rules its numbers are read. The numbers stand in a table beside it.

use crate::model::language::Language;
use std::sync::Arc;

use jiff::civil::Date;

use super::audience::Audience;
use super::numbers::{FREQUENCIES, Frequency, Numbers};
use super::place::FilePlace;
use super::review::Review;
use super::withdrawn::Withdrawn;
use crate::measure::improvement::Improvement;
use crate::measure::reading::RuleSet;
use crate::model::read::fields::{FromNode, Reader};
use crate::model::read::single_values::{Id, choice};
use crate::parse::yaml::Node;
use crate::span::{FileId, Spanned};
use crate::text::line::Line;
use crate::text::prose::Prose;

#[derive(Clone, Debug)]
pub struct Measure {
    pub id: String,
    pub language: Language,
    pub file: FileId,
    pub title: Line,
    pub summary: Line,
    /// Staff, where nobody else is named: few measures are fit for everyone's eyes.
    pub audience: Vec<Audience>,
    pub order: Option<i64>,
    /// What exactly is counted, and what isn't.
    pub definition: Arc<Prose>,
    /// What the numbers are numbers of: “reports”.
    pub unit: Line,
    pub frequency: Frequency,
    /// The id of the ward that is measured; nothing for the whole trust.
    pub ward: Option<Spanned<String>>,
    pub rules: RuleSet,
    pub improvement: Improvement,
    pub target: Option<i64>,
    pub changes: Vec<Change>,
    /// The last day of the numbers in each earlier release.
    pub published_up_to: Vec<Spanned<Date>>,
    pub numbers: Option<Arc<Numbers>>,
    pub review: Review,
    /// That it is no longer there.
    pub withdrawn: Option<Withdrawn>,
    /// The ids that it had before: their addresses lead to it.
    pub formerly: Vec<Id>,
    /// It isn't finished: only a site with drafts has it.
    pub is_draft: bool,
}

/// Something that was changed or tried, and may be seen in the numbers.
#[derive(Clone, Debug)]
pub struct Change {
    pub on: Spanned<Date>,
    pub what: Line,
    /// The numbers after it are read on their own: they were counted in another way, or come from another process.
    pub rebase: bool,
}

const IMPROVEMENTS: [(&str, Improvement); 3] =
    [("increase", Improvement::Increase), ("decrease", Improvement::Decrease), ("neutral", Improvement::Neutral)];

impl Measure {
    pub fn read(place: &FilePlace, node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.fields(node, "a measure")?;
        let (title, summary) = (fields.required("title"), fields.required("summary"));
        let audience = Audience::read_for_staff(&mut fields);
        let order = fields.optional("order");
        let (definition, unit) = (fields.required("definition"), fields.required("unit"));
        let frequency: Option<Spanned<String>> = fields.optional("frequency");
        let frequency = frequency.and_then(|word| choice(&word, "a frequency", &FREQUENCIES, fields.reader));
        let ward = fields.optional("ward");
        let rules: Option<Spanned<String>> = fields.optional("rules");
        let rules = rules.and_then(|word| choice(&word, "a set of rules", &RuleSet::ALL, fields.reader));
        let improvement: Option<Spanned<String>> = fields.optional("improvement");
        let improvement =
            improvement.and_then(|word| choice(&word, "a way that is better", &IMPROVEMENTS, fields.reader));
        let target = fields.optional("target");
        let changes = fields.list("changes");
        let published_up_to = fields.list("published_up_to");
        let review = Review::read(&mut fields);
        let withdrawn = fields.optional("withdrawn");
        let (formerly, is_draft) = (fields.list("formerly"), fields.optional("draft").unwrap_or(false));
        fields.finish();
        Some(Measure {
            id: place.id.clone(),
            language: place.language.clone(),
            file,
            title: title?,
            summary: summary?,
            audience,
            order,
            definition: definition?,
            unit: unit?,
            frequency: frequency.unwrap_or_default(),
            ward,
            rules: rules.unwrap_or_default(),
            improvement: improvement.unwrap_or_default(),
            target,
            changes,
            published_up_to,
            numbers: None,
            review,
            withdrawn,
            formerly,
            is_draft,
        })
    }

    /// Takes over from the original what isn't words, so that a translation can't say other numbers.
    pub fn complete_from(&mut self, original: &Measure) {
        let words = std::mem::take(&mut self.changes);
        let same_number = words.len() == original.changes.len();
        let change = |(number, change): (usize, &Change)| Change {
            what: if same_number { words[number].what.clone() } else { change.what.clone() },
            ..change.clone()
        };
        self.changes = original.changes.iter().enumerate().map(change).collect();
        self.audience.clone_from(&original.audience);
        self.order = original.order;
        self.frequency = original.frequency;
        self.ward.clone_from(&original.ward);
        (self.rules, self.improvement, self.target) = (original.rules, original.improvement, original.target);
        self.published_up_to.clone_from(&original.published_up_to);
    }
}

impl FromNode for Change {
    const EXAMPLE: &'static str = "{on: 2026-03-02, what: Huddles began}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a change", Self::EXAMPLE)?;
        let (on, what) = (fields.required("on"), fields.required("what"));
        let rebase = fields.optional("rebase").unwrap_or(false);
        fields.finish();
        Some(Change { on: on?, what: what?, rebase })
    }
}
