//! charter/template.yaml: the base of every ward's charter, with its four parts.

use std::sync::Arc;

use super::fields::{FromNode, Reader};
use super::id::as_id;
use super::review::Review;
use super::values::Id;
use crate::parse::yaml::Node;
use crate::span::{FileId, Span, Spanned};
use crate::text::line::Line;
use crate::text::prose::Prose;

/// The charter template in one language. Its four parts are those that every charter must have (Sexual Safety Collaborative,
/// co-producing a ward charter): an explanation, a statement of intent, the expected behaviour, and independent support.
#[derive(Clone, Debug)]
pub struct Template {
    pub language: Option<String>,
    pub file: FileId,
    /// The template as a whole, for a part that isn't there.
    pub span: Span,
    pub title: Line,
    pub explanation: Option<Arc<Prose>>,
    pub intent: Option<Arc<Prose>>,
    pub behaviours: Vec<Behaviour>,
    pub support: Option<Arc<Prose>>,
    pub review: Review,
}

/// One standard of expected behaviour.
#[derive(Clone, Debug)]
pub struct Behaviour {
    pub id: Id,
    pub text: Arc<Prose>,
    pub easy_read: Option<Line>,
    /// A ward may reword it, but not remove it.
    pub required: bool,
    /// Ids of the standards that it serves.
    pub standards: Vec<Spanned<String>>,
}

impl Template {
    pub fn read(language: Option<String>, node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.fields(node, "the charter template")?;
        let title: Option<Line> = fields.required("title");
        let explanation = fields.part("explanation");
        let intent = fields.part("intent");
        let behaviours = fields.list("behaviours");
        let support = fields.part("support");
        let review = Review::read(&mut fields);
        fields.finish();
        let title = title?;
        let span = title.span;
        Some(Template { language, file, span, title, explanation, intent, behaviours, support, review })
    }
}

impl FromNode for Behaviour {
    const EXAMPLE: &'static str = "{id: respect-myself, text: I treat myself with respect.}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a behaviour", Self::EXAMPLE)?;
        let (id, text) = (fields.required("id"), fields.required("text"));
        let easy_read = fields.optional("easy_read");
        let required = fields.optional("required").unwrap_or(false);
        let standards = fields.words("standards", as_id);
        fields.finish();
        Some(Behaviour { id: id?, text: text?, easy_read, required, standards })
    }
}
