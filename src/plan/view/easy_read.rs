//! A page in Easy Read.

use std::sync::Arc;

use serde::Serialize;

use super::parts::{Foot, Link};
use super::piece::{Piece, ShownPicture};

#[derive(Clone, Debug, Hash, Serialize)]
pub struct EasyRead {
    pub parts: Vec<EasyReadPart>,
    pub content_note: Option<String>,
    /// The page that says the same in other words.
    pub standard: Link,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct EasyReadPart {
    pub title: String,
    pub rows: Vec<EasyReadRow>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct EasyReadRow {
    pub picture: Option<ShownPicture>,
    pub text: Arc<Piece>,
}
