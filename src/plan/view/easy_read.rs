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
    /// Whether this is a charter, which is printed on one sheet.
    pub is_charter: bool,
    /// Whether this is a charter that nobody has agreed yet.
    pub is_draft: bool,
    /// Whether this is a charter whose words have changed since.
    pub is_suspect: bool,
    /// Whether the rows say the numbers to call, so that none come after them.
    pub has_numbers: bool,
    pub foot: Foot,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct EasyReadPart {
    pub title: String,
    pub rows: Vec<EasyReadRow>,
}

/// One idea: a text, the line of a charter, or a page to go to.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct EasyReadRow {
    pub picture: Option<ShownPicture>,
    pub text: Option<Arc<Piece>>,
    pub words: Option<String>,
    pub link: Option<Link>,
    /// The line has changed since it was agreed.
    pub is_changed: bool,
}
