//! A model for starting conversations, step by step.

use std::sync::Arc;

use serde::Serialize;

use super::parts::Foot;
use super::piece::Piece;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct ConversationModel {
    pub introduction: Option<Arc<Piece>>,
    pub steps: Vec<Step>,
    pub steps_missing: Option<Arc<Piece>>,
    pub closing: Option<Arc<Piece>>,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Step {
    pub id: String,
    pub letter: String,
    pub name: String,
    pub text: Arc<Piece>,
    pub say: Vec<String>,
}
