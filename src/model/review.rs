//! Who looks after an item, when it was read last and is to be read again, and where it comes from.

use jiff::civil::Date;

use crate::model::read::fields::{Fields, FromNode, Reader};
use crate::model::read::id::as_id;
use crate::parse::yaml::Node;
use crate::span::{FileId, Spanned};
use crate::text::line::Line;

/// The dates, the owner (a role, never a person's name) and the sources of an item.
#[derive(Clone, Debug, Default)]
pub struct Review {
    pub owner: Option<Line>,
    /// When the text was written, by whoever made the pack that it is of.
    pub written: Option<Spanned<Date>>,
    pub reviewed: Option<Spanned<Date>>,
    pub review_by: Option<Spanned<Date>>,
    /// Ids of resources.
    pub source: Vec<Spanned<String>>,
    /// The file whose text it is.
    pub file: Option<FileId>,
    /// Who translated it, and who checked that. Only a translation has one.
    pub translation: Option<Translation>,
}

/// Who translated a text, and who read it beside the original: roles, never persons.
#[derive(Clone, Debug)]
pub struct Translation {
    pub by: Option<Line>,
    pub checked: Option<TranslationCheck>,
}

#[derive(Clone, Debug)]
pub struct TranslationCheck {
    pub by: Line,
    pub on: Spanned<Date>,
}

impl FromNode for Translation {
    const EXAMPLE: &'static str = "{by: Translation service, checked_by: Welsh language lead, on: 2026-11-01}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a translation", Self::EXAMPLE)?;
        let by = fields.optional("by");
        let is_checked = fields.node("checked_by").is_some() || fields.node("on").is_some();
        let checked = if is_checked {
            let (by, on) = (fields.required("checked_by"), fields.required("on"));
            by.zip(on).map(|(by, on)| TranslationCheck { by, on })
        } else {
            let _ = (fields.optional::<Line>("checked_by"), fields.optional::<Spanned<Date>>("on"));
            None
        };
        fields.finish();
        Some(Translation { by, checked })
    }
}

impl Review {
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Review {
            owner: fields.optional("owner"),
            written: fields.optional("written"),
            reviewed: fields.optional("reviewed"),
            review_by: fields.optional("review_by"),
            source: fields.words("source", as_id),
            translation: fields.optional("translation"),
            file: Some(fields.reader.file),
        }
    }

    /// Returns the review of something that is laid over another: what it doesn't say itself is as below, and both have sources.
    #[must_use]
    pub fn over(&self, below: &Review) -> Review {
        Review {
            owner: self.owner.clone().or_else(|| below.owner.clone()),
            written: self.written.clone().or_else(|| below.written.clone()),
            reviewed: self.reviewed.clone().or_else(|| below.reviewed.clone()),
            review_by: self.review_by.clone().or_else(|| below.review_by.clone()),
            translation: self.translation.clone().or_else(|| below.translation.clone()),
            file: if self.reviewed.is_some() { self.file } else { below.file.or(self.file) },
            source: below.source.iter().chain(&self.source).cloned().collect(),
        }
    }
}

/// That somebody of the publisher read the texts of the layers below.
#[derive(Clone, Debug)]
pub struct ReviewedBase {
    pub on: Spanned<Date>,
    pub by: Line,
}

impl FromNode for ReviewedBase {
    const EXAMPLE: &'static str = "{on: 2026-11-23, by: Sexual safety lead}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "reviewed_base", Self::EXAMPLE)?;
        let (on, by) = (fields.required("on"), fields.required("by"));
        fields.finish();
        Some(ReviewedBase { on: on?, by: by? })
    }
}
