//! A word of the glossary.

use std::sync::Arc;

use crate::model::read::fields::{FromNode, Reader};
use crate::model::read::id::as_id;
use crate::model::read::single_values::Id;
use crate::parse::yaml::Node;
use crate::span::Spanned;
use crate::text::line::Line;
use crate::text::prose::Prose;

#[derive(Clone, Debug)]
pub struct Term {
    pub id: Id,
    pub term: Line,
    pub meaning: Arc<Prose>,
    /// Ids of other terms.
    pub see_also: Vec<Spanned<String>>,
}

impl FromNode for Term {
    const EXAMPLE: &'static str = "{id: consent, term: Consent, meaning: …}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a term", Self::EXAMPLE)?;
        let (id, term, meaning) = (fields.required("id"), fields.required("term"), fields.required("meaning"));
        let see_also = fields.words("see_also", as_id);
        fields.finish();
        Some(Term { id: id?, term: term?, meaning: meaning?, see_also })
    }
}
