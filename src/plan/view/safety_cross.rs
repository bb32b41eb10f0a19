//! A safety cross: the days of each month with a mark, and an empty one to fill in by pen.

use std::sync::Arc;

use serde::Serialize;

use super::parts::{Foot, Link};
use super::piece::Piece;
use super::said::Said;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct SafetyCross {
    /// The ward that is looked at; nothing for the whole trust.
    pub ward: Option<Link>,
    pub definition: Arc<Piece>,
    pub unit: String,
    /// The months with marks, the last one first.
    pub months: Vec<CrossMonth>,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct CrossMonth {
    pub id: String,
    pub name: String,
    /// How many days and how many incidents, in a sentence.
    pub says: String,
    pub days: Vec<CrossDay>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct CrossDay {
    pub number: i8,
    /// `some`, `none` or `blank`.
    pub mark: &'static str,
    pub count: u32,
    pub note: Option<Said>,
}
