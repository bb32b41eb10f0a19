//! A leaflet on paper.

use serde::Serialize;

use super::PaperText;
use crate::plan::view::parts::{Contact, Service};

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
