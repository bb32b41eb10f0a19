//! A measurement plan: each outcome with its definition, how often it is measured and with what.

use std::sync::Arc;

use serde::Serialize;

use super::parts::{Foot, Link};
use super::piece::Piece;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct MeasurementPlan {
    /// The ward whose plan it is; nothing for the whole trust.
    pub ward: Option<Link>,
    pub introduction: Option<Arc<Piece>>,
    pub outcomes: Vec<Outcome>,
    /// It asks how confident staff are.
    pub asks_staff: bool,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Outcome {
    pub outcome: String,
    pub definition: Option<Arc<Piece>>,
    /// The language of the definition, where it isn't the page's.
    pub definition_lang: Option<String>,
    pub how_often: Option<String>,
    pub tool: Arc<Piece>,
    /// The page with its numbers.
    pub measure: Option<Link>,
    pub staff_confidence: bool,
}
