//! A theory of change: its drawing, in positions and words, and the same as a list; and what the page of a change idea shows of it.

use std::sync::Arc;

use serde::Serialize;

use super::parts::{Foot, Link};
use super::piece::Piece;
use super::said::Said;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct TheoryOfChange {
    /// The ward whose theory it is; nothing for the whole trust.
    pub ward: Option<Link>,
    pub introduction: Option<Arc<Piece>>,
    pub aim: String,
    /// The drawing; a large one in parts that fit on a sheet each.
    pub diagrams: Vec<Diagram>,
    pub primary_drivers: Vec<PrimaryDriver>,
    /// No idea of any driver has been tested.
    pub is_untested: bool,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct PrimaryDriver {
    #[serde(flatten)]
    pub driver: Driver,
    pub secondary_drivers: Vec<SecondaryDriver>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct SecondaryDriver {
    #[serde(flatten)]
    pub driver: Driver,
    pub ideas: Vec<TriedIdea>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Driver {
    /// The part of the page that is about it.
    pub id: String,
    pub words: String,
    /// The words say what belongs in its place.
    pub is_to_fill: bool,
    pub text: Option<Arc<Piece>>,
    /// Domains and standards that it helps to meet.
    pub standards: Vec<Link>,
    pub measures: Vec<Link>,
}

/// A change idea, and whether it has been tested.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct TriedIdea {
    pub idea: Link,
    pub tested: String,
    pub is_tested: bool,
}

/// A drawing, in its own units. Those who don't see it have the list.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct Diagram {
    pub width: i64,
    pub height: i64,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    pub headings: Vec<DiagramWords>,
    pub boxes: Vec<DiagramBox>,
    /// The lines between boxes, as points.
    pub lines: Vec<String>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct DiagramBox {
    /// `aim`, `primary`, `secondary`, `idea`.
    pub kind: &'static str,
    pub is_to_fill: bool,
    pub x: i64,
    pub y: i64,
    pub width: i64,
    pub height: i64,
    pub words: Vec<DiagramWords>,
}

/// A line of words and where it begins.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct DiagramWords {
    pub x: i64,
    pub y: i64,
    pub words: String,
    /// Their language, where it isn't the page's.
    pub lang: Option<String>,
}

/// What the page of a change idea shows besides its text.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct ChangeIdea {
    /// The drivers that it helps.
    pub drivers: Vec<Link>,
    pub tests: Vec<ShownTest>,
}

/// One test of an idea.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct ShownTest {
    pub on: String,
    pub ward: Option<Link>,
    pub plan: Said,
    pub done: Option<Said>,
    pub study: Option<Said>,
    pub act: Option<Said>,
}
