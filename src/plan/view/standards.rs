//! The pages of the standards: their section, a domain, and one standard.

use std::sync::Arc;

use serde::Serialize;

use super::parts::{Card, CardGroup, ContentsEntry, Foot, Link};
use super::piece::Piece;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Standards {
    pub body: Option<Arc<Piece>>,
    pub groups: Vec<CardGroup>,
    /// How many standards this pack holds.
    pub held: usize,
    /// What it has beside each of them.
    pub matrix: Option<Link>,
    /// Where the wording of the standards is published.
    pub published_href: Option<String>,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Domain {
    pub number: i64,
    pub body: Arc<Piece>,
    pub contents: Vec<ContentsEntry>,
    pub standards: Vec<Card>,
    /// Where the wording of the standards is published.
    pub published_href: Option<String>,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct Standard {
    pub text: Arc<Piece>,
    pub outcomes: Vec<Arc<Piece>>,
    pub body: Arc<Piece>,
    pub contents: Vec<ContentsEntry>,
    pub domain: Option<Link>,
    pub foot: Foot,
}
