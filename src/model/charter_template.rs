//! charter/template.yaml: the base of every ward's charter, with its four parts.

use crate::model::language::Language;
use std::sync::Arc;

use super::ages::Ages;
use super::place::{FilePlace, TEMPLATE};
use super::review::Review;
use crate::model::read::fields::{FromNode, Reader};
use crate::model::read::id::as_id;
use crate::model::read::single_values::Id;
use crate::parse::yaml::Node;
use crate::span::{FileId, Span, Spanned};
use crate::text::line::Line;
use crate::text::prose::Prose;

/// The charter template in one language. Its four parts are those that every charter must have (Sexual Safety Collaborative,
/// co-producing a ward charter): an explanation, a statement of intent, the expected behaviour, and independent support.
#[derive(Clone, Debug)]
pub struct Template {
    /// The file's name: `template`, or that of the template of some kinds of ward only.
    pub id: String,
    pub language: Language,
    pub file: FileId,
    /// The template as a whole, for a part that isn't there.
    pub span: Span,
    pub title: Line,
    /// How old those are whom it suits.
    pub ages: Option<Ages>,
    /// Ids of ward kinds whose charters start from it; none means all that have no template of their own.
    pub ward_kinds: Vec<Spanned<String>>,
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
    /// The picture beside its Easy Read, by its id in the picture bank or by its path.
    pub picture: Option<Spanned<String>>,
    /// A ward may reword it, but not remove it.
    pub required: bool,
    /// Ids of the standards that it serves.
    pub standards: Vec<Spanned<String>>,
}

impl Template {
    /// Tells whether it is the one of all wards whose kind has none of its own.
    pub fn is_main(&self) -> bool {
        self.id == TEMPLATE
    }

    pub fn read(place: &FilePlace, node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let (file, id, language) = (reader.file, place.id.clone(), place.language.clone());
        let mut fields = reader.fields(node, "the charter template")?;
        let title: Option<Line> = fields.required("title");
        let (ages, ward_kinds) = (fields.optional("ages"), fields.words("ward_kinds", as_id));
        let explanation = fields.part("explanation");
        let intent = fields.part("intent");
        let behaviours = fields.list("behaviours");
        let support = fields.part("support");
        let review = Review::read(&mut fields);
        fields.finish();
        let title = title?;
        let span = title.span;
        Some(Template {
            id,
            language,
            file,
            span,
            title,
            ages,
            ward_kinds,
            explanation,
            intent,
            behaviours,
            support,
            review,
        })
    }
}

impl FromNode for Behaviour {
    const EXAMPLE: &'static str = "{id: respect-myself, text: I treat myself with respect.}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a behaviour", Self::EXAMPLE)?;
        let (id, text) = (fields.required("id"), fields.required("text"));
        let (easy_read, picture) = (fields.optional("easy_read"), fields.optional("picture"));
        let required = fields.optional("required").unwrap_or(false);
        let standards = fields.words("standards", as_id);
        fields.finish();
        Some(Behaviour { id: id?, text: text?, easy_read, picture, required, standards })
    }
}
