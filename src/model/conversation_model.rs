//! A model for starting conversations, such as BETTER: its steps, words to say and to avoid, when to stop, and what to write down.

use crate::model::language::Language;
use std::sync::Arc;

use super::audience::Audience;
use super::place::FilePlace;
use super::review::Review;
use super::withdrawn::Withdrawn;
use crate::model::read::fields::{FromNode, Reader};
use crate::model::read::single_values::Id;
use crate::parse::yaml::Node;
use crate::span::FileId;
use crate::text::line::Line;
use crate::text::prose::Prose;

#[derive(Clone, Debug)]
pub struct ConversationModel {
    pub id: String,
    pub language: Language,
    pub file: FileId,
    pub title: Line,
    pub summary: Line,
    pub audience: Vec<Audience>,
    pub order: Option<i64>,
    pub introduction: Option<Arc<Prose>>,
    pub steps: Vec<Step>,
    /// What is shown where the steps aren't known: the slot that a trust fills.
    pub steps_missing: Option<Arc<Prose>>,
    /// When to stop the conversation, whatever the step.
    pub stop: Vec<Line>,
    /// What to write down afterwards.
    pub record: Vec<Line>,
    pub closing: Option<Arc<Prose>>,
    pub review: Review,
    /// That it is no longer there.
    pub withdrawn: Option<Withdrawn>,
    /// The ids that it had before: their addresses lead to it.
    pub formerly: Vec<Id>,
    /// It isn't finished: only a site with drafts has it.
    pub is_draft: bool,
}

#[derive(Clone, Debug)]
pub struct Step {
    pub letter: Line,
    pub name: Line,
    /// What the step is for, in a sentence.
    pub purpose: Option<Line>,
    pub text: Arc<Prose>,
    /// Example words to say.
    pub say: Vec<Line>,
    /// Words that can hurt or close a conversation.
    pub avoid: Vec<Line>,
}

impl ConversationModel {
    pub fn read(place: &FilePlace, node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.fields(node, "a conversation model")?;
        let (title, summary) = (fields.required("title"), fields.required("summary"));
        let audience = Audience::read(&mut fields);
        let order = fields.optional("order");
        let introduction = fields.optional("introduction");
        let steps = fields.list("steps");
        let steps_missing = fields.optional("steps_missing");
        let (stop, record) = (fields.list("stop"), fields.list("record"));
        let closing = fields.optional("closing");
        let review = Review::read(&mut fields);
        let withdrawn = fields.optional("withdrawn");
        let (formerly, is_draft) = (fields.list("formerly"), fields.optional("draft").unwrap_or(false));
        fields.finish();
        Some(ConversationModel {
            id: place.id.clone(),
            language: place.language.clone(),
            file,
            title: title?,
            summary: summary?,
            audience,
            order,
            introduction,
            steps,
            steps_missing,
            stop,
            record,
            closing,
            review,
            withdrawn,
            formerly,
            is_draft,
        })
    }
}

impl FromNode for Step {
    const EXAMPLE: &'static str = "{letter: B, name: Bring it up, text: …}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a step", Self::EXAMPLE)?;
        let (letter, name, text) = (fields.required("letter"), fields.required("name"), fields.required("text"));
        let purpose = fields.optional("purpose");
        let (say, avoid) = (fields.list("say"), fields.list("avoid"));
        fields.finish();
        Some(Step { letter: letter?, name: name?, purpose, text: text?, say, avoid })
    }
}
