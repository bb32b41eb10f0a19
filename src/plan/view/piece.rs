//! A piece of prose together with everything that its HTML depends on: the tree, the values of its placeholders and the
//! addresses of its links. Equal pieces are one, so a body shared by a thousand wards is drawn once for each set of values.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::said::Said;
use crate::direction::Direction;
use crate::model::picture::Size;
use crate::text::prose::Prose;

/// Where a link of the prose leads, and the words it has when the author gave none.
#[derive(Clone, Debug, Default, Hash)]
pub struct FilledLink {
    pub href: String,
    pub words: String,
    /// Leads out of the pack.
    pub outside: bool,
    /// The language of the page that it leads to where it isn't this one's, and words that say so.
    pub elsewhere: Option<(String, String)>,
    /// What people call the type of the file it leads to; nothing for a web page.
    pub file_type: Option<&'static str>,
    /// How large a file of the pack is that it leads to.
    pub file_size: Option<String>,
}

/// A picture on a page. Its size keeps its place free until it has come.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct ShownPicture {
    pub href: String,
    pub size: Option<Size>,
    /// The addresses and widths of a photo that is there in several, as the attribute `srcset` has them: browsers take what the screen
    /// needs (HTML, 4.8.4.2).
    pub srcset: Option<String>,
}

/// The values for a piece, in the order of the numbers in its tree.
#[derive(Clone, Debug, Default, Hash)]
pub struct Filling {
    pub placeholders: Vec<Said>,
    pub links: Vec<FilledLink>,
    pub images: Vec<ShownPicture>,
    /// For whom each passage is, in words; empty where that needn't be said.
    pub passages: Vec<String>,
    /// The way the text runs.
    pub direction: Direction,
    /// The words over each kind of box, and the name of a table that scrolls.
    pub labels: Labels,
}

/// Words that the drawing itself needs, in the language of the page.
#[derive(Clone, Debug, Default, Hash)]
pub struct Labels {
    pub note: String,
    pub important: String,
    pub to_do: String,
    pub not_to_do: String,
    pub table: String,
    /// Over the notes at the end of a text; what its number and the way back are called for those who don't see them.
    pub notes: String,
    pub note_number: String,
    pub note_back: String,
    pub ticked: String,
    pub not_ticked: String,
    pub struck: String,
}

/// A piece of prose, ready to be drawn.
#[derive(Debug)]
pub struct Piece {
    pub prose: Arc<Prose>,
    pub filling: Filling,
    /// Hash of the Markdown and the filling.
    pub key: u128,
    /// The HTML, once the first page that shows the piece has drawn it.
    pub html: OnceLock<String>,
}

impl Hash for Piece {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
    }
}
