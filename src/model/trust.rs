//! charter/trust.yaml: what the charter of every ward of a trust says differently from the template.

use super::ages::Ages;
use super::charter_changes::Changes;
use super::review::Review;
use crate::model::read::fields::Reader;
use crate::model::read::id::as_id;
use crate::parse::yaml::Node;
use crate::span::{FileId, Span, Spanned};

#[derive(Clone, Debug)]
pub struct Trust {
    pub file: FileId,
    pub span: Span,
    /// How old those are whom its words suit.
    pub ages: Option<Ages>,
    pub changes: Changes,
    /// Ids of behaviours that a ward may reword, but not remove.
    pub require: Vec<Spanned<String>>,
    pub review: Review,
}

impl Trust {
    pub fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.fields(node, "the trust's charter")?;
        let ages = fields.optional("ages");
        let changes = Changes::read(&mut fields);
        let require = fields.words("require", as_id);
        let review = Review::read(&mut fields);
        fields.finish();
        Some(Trust { file, span: node.span, ages, changes, require, review })
    }
}
