//! A leaflet on paper, in its own words or in Easy Read.

use serde::Serialize;

use super::PaperText;
use crate::plan::view::parts::{Contact, Service};
use crate::plan::view::piece::ShownPicture;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct LeafletPaper {
    /// For whom it is, in words; nobody in particular where it is for everyone.
    pub audience: Vec<String>,
    pub content_note: Option<String>,
    pub body: PaperText,
    /// Who can help on the ward, where it is a ward's.
    pub contacts: Vec<Contact>,
    /// The numbers for danger and for any hour.
    pub always: Vec<Service>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct EasyReadPaper {
    pub content_note: Option<String>,
    pub parts: Vec<EasyReadPartOnPaper>,
    pub contacts: Vec<Contact>,
    pub always: Vec<Service>,
}

#[derive(Clone, Debug, Hash, Serialize)]
pub struct EasyReadPartOnPaper {
    pub title: String,
    pub rows: Vec<EasyReadRowOnPaper>,
}

/// One idea, with the picture that shows it.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct EasyReadRowOnPaper {
    pub picture: Option<ShownPicture>,
    pub text: PaperText,
}

impl EasyReadPaper {
    fn rows(&self) -> impl Iterator<Item = &EasyReadRowOnPaper> {
        self.parts.iter().flat_map(|part| &part.rows)
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = &PaperText> {
        self.rows().map(|row| &row.text)
    }

    pub(super) fn pictures(&self) -> impl Iterator<Item = &ShownPicture> {
        self.rows().filter_map(|row| row.picture.as_ref())
    }
}
