//! A page in Easy Read: one idea at a time, in one short sentence beside one picture.
//!
//! Source: Department of Health, Making written information easier to understand for people with learning disabilities (2010);
//! GOV.UK, Guidance and good practice on accessible formats.

use crate::model::language::Language;
use std::sync::Arc;

use super::kind::Kind;
use super::place::FilePlace;
use super::review::Review;
use crate::model::read::fields::{FromNode, Reader};
use crate::parse::yaml::{Node, Value};
use crate::span::{FileId, Spanned};
use crate::text::line::Line;
use crate::text::prose::Prose;

/// An item said once more, in Easy Read. Its kind and id are those of the item.
#[derive(Clone, Debug)]
pub struct EasyRead {
    pub kind: Kind,
    pub id: String,
    pub language: Language,
    pub file: FileId,
    pub title: Line,
    pub summary: Line,
    pub content_note: Option<Line>,
    pub parts: Vec<Part>,
    pub review: Review,
    /// It isn't finished: only a site with drafts has it.
    pub is_draft: bool,
}

/// Rows under a heading.
#[derive(Clone, Debug)]
pub struct Part {
    pub title: Line,
    pub rows: Vec<Row>,
}

/// One idea. The picture shows what the words say, so it needs no words of its own.
#[derive(Clone, Debug)]
pub struct Row {
    /// The path of the picture as it is written, seen from the file.
    pub picture: Option<Spanned<String>>,
    pub text: Arc<Prose>,
}

impl EasyRead {
    pub fn read(kind: Kind, place: &FilePlace, node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.fields(node, "a page in Easy Read")?;
        let (title, summary) = (fields.required("title"), fields.required("summary"));
        let content_note = fields.optional("content_note");
        let is_missing = fields.node("parts").is_none();
        let parts =
            if is_missing { fields.required::<Part>("parts").into_iter().collect() } else { fields.list("parts") };
        let (review, is_draft) = (Review::read(&mut fields), fields.optional("draft").unwrap_or(false));
        fields.finish();
        let (id, language) = (place.id.clone(), place.language.clone());
        let (title, summary) = (title?, summary?);
        Some(EasyRead { kind, id, language, file, title, summary, content_note, parts, review, is_draft })
    }
}

impl FromNode for Part {
    const EXAMPLE: &'static str = "{title: Your rights, rows: [You have a right to feel safe.]}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a part", Self::EXAMPLE)?;
        let (title, rows) = (fields.required("title"), fields.list("rows"));
        fields.finish();
        Some(Part { title: title?, rows })
    }
}

/// A row without a picture may be written as its words alone.
impl FromNode for Row {
    const EXAMPLE: &'static str = "{picture: ../images/talk.svg, text: You can talk to a nurse.}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if !matches!(node.value, Value::Map(_)) {
            return Some(Row { picture: None, text: FromNode::from_node(node, reader)? });
        }
        let mut fields = reader.group(node, "a row", Self::EXAMPLE)?;
        let (picture, text) = (fields.optional("picture"), fields.required("text"));
        fields.finish();
        Some(Row { picture, text: text? })
    }
}
