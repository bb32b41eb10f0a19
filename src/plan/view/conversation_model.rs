//! A model for starting conversations: to read, to use on shift, and beside the others.

use std::sync::Arc;

use serde::Serialize;

use super::parts::{Foot, Link};
use super::piece::Piece;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct ConversationModel {
    /// The page for use on shift, where there are steps.
    pub on_shift: Option<Link>,
    pub introduction: Option<Arc<Piece>>,
    pub steps: Vec<Step>,
    pub steps_missing: Option<Arc<Piece>>,
    /// When to stop the conversation.
    pub stop: Vec<String>,
    /// What to write down afterwards.
    pub record: Vec<String>,
    pub closing: Option<Arc<Piece>>,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Step {
    pub id: String,
    pub letter: String,
    pub name: String,
    /// What it is for, in a sentence.
    pub purpose: Option<String>,
    pub text: Arc<Piece>,
    pub say: Vec<String>,
    pub avoid: Vec<String>,
}

/// A model as its steps alone: one at a time on a phone, all of them on a side of paper.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct OnShift {
    /// The page with everything about the model.
    pub model: Link,
    pub steps: Vec<Step>,
    pub stop: Vec<String>,
    pub record: Vec<String>,
    pub foot: Foot,
}

/// All models of the pack beside each other.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct SideBySide {
    pub models: Vec<ModelBeside>,
    /// A row for the first step of each model, one for the second, and so on.
    pub rows: Vec<StepRow>,
    /// Some model says when to stop, or what to write down.
    pub has_stop: bool,
    pub has_record: bool,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct ModelBeside {
    pub link: Link,
    /// What it is for.
    pub summary: String,
    pub on_shift: Option<Link>,
    pub stop: Vec<String>,
    pub record: Vec<String>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct StepRow {
    pub number: usize,
    pub cells: Vec<StepCell>,
}

/// What stands in the row of a step, in the column of a model. One without steps has a cell in the first row alone, as high as all rows.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct StepCell {
    /// Nothing where the model has fewer steps.
    pub step: Option<StepBeside>,
    /// The model has no steps here.
    pub is_missing: bool,
    /// Why not.
    pub why: Option<Arc<Piece>>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct StepBeside {
    pub letter: String,
    pub name: String,
    pub purpose: Option<String>,
}
