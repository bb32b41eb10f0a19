//! The charter and the leaflets of a ward as one document.

use serde::Serialize;

use super::{CharterPaper, LeafletPaper, PaperText};
use crate::plan::view::said::Said;

#[derive(Clone, Debug, Hash, Serialize)]
pub struct PackPaper {
    #[serde(flatten)]
    pub charter: CharterPaper,
    pub charter_title: String,
    pub leaflets: Vec<LeafletInPack>,
}

/// A leaflet with what its own foot says of it.
#[derive(Clone, Debug, Hash, Serialize)]
pub struct LeafletInPack {
    pub title: String,
    #[serde(flatten)]
    pub leaflet: LeafletPaper,
    pub version: Option<String>,
    pub review_by: Option<String>,
    pub unreviewed: Option<String>,
    pub translation: Option<String>,
    pub owner: Option<Said>,
}

impl PackPaper {
    pub(super) fn texts(&self) -> impl Iterator<Item = &PaperText> {
        self.charter.texts().chain(self.leaflets.iter().map(|one| &one.leaflet.body))
    }
}
