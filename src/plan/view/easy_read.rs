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
    pub subject: Subject,
    pub foot: Foot,
}

/// What a page in Easy Read is about, which says what stands round its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    Text,
    /// The rows say the numbers to call, so that none come after them.
    Numbers,
    /// A charter, which is printed on one sheet, as it was agreed.
    Charter,
    /// A charter that nobody has agreed yet.
    DraftCharter,
    /// A charter whose words have changed since they were agreed.
    ChangedCharter,
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
