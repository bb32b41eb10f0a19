//! What leaflets promise of a ward: each line with `{promise.safety-plan?}` in it is one. A ward says who confirmed that they are kept, and
//! which aren't; such a line is not in its leaflets.

use jiff::civil::Date;

use crate::model::read::fields::{FromNode, Reader};
use crate::model::read::id::as_id;
use crate::parse::yaml::Node;
use crate::span::{Span, Spanned};
use crate::text::line::Line;

/// What the names of promises begin with among the placeholders.
pub const PROMISE: &str = "promise.";

/// What a ward says of the promises in its leaflets.
#[derive(Clone, Debug, Default)]
pub struct Promises {
    pub confirmed: Option<Confirmed>,
    /// Ids of promises that the ward doesn't keep.
    pub not_kept: Vec<Spanned<String>>,
}

/// Who confirmed that all others are kept, and when: a role, never a person's name.
#[derive(Clone, Debug)]
pub struct Confirmed {
    pub span: Span,
    pub on: Spanned<Date>,
    pub by: Line,
}

impl Promises {
    /// Tells whether the promise that a placeholder marks isn't kept; nothing that is no promise.
    pub fn lack(&self, placeholder: &str) -> bool {
        let id = placeholder.strip_prefix(PROMISE);
        id.is_some_and(|id| self.not_kept.iter().any(|other| other.value == id))
    }
}

impl FromNode for Promises {
    const EXAMPLE: &'static str = "{confirmed: {on: 2026-11-01, by: Ward manager}}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "the promises", Self::EXAMPLE)?;
        let promises = Promises { confirmed: fields.optional("confirmed"), not_kept: fields.words("not_kept", as_id) };
        fields.finish();
        Some(promises)
    }
}

impl FromNode for Confirmed {
    const EXAMPLE: &'static str = "{on: 2026-11-01, by: Ward manager}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "“confirmed”", Self::EXAMPLE)?;
        let (on, by) = (fields.required("on"), fields.required("by"));
        fields.finish();
        Some(Confirmed { span: node.span, on: on?, by: by? })
    }
}
