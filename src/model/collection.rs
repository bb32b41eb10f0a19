//! The files that hold a list of small items: resources.yaml, support.yaml and glossary.yaml.

use crate::model::language::Language;
use std::sync::Arc;

use super::piece::{ChangeProse, Holds, See};
use super::review::Review;
use crate::model::read::fields::{FromNode, Reader};
use crate::parse::yaml::{Node, Value};
use crate::problem::catalogue::readers;
use crate::span::FileId;
use crate::text::line::Line;
use crate::text::prose::Prose;

/// A list of items with a page of its own.
#[derive(Clone, Debug)]
pub struct Collection<T> {
    pub language: Language,
    pub file: FileId,
    pub title: Line,
    pub summary: Line,
    pub introduction: Option<Arc<Prose>>,
    pub review: Review,
    pub items: Vec<T>,
    /// The ids of entries that can't be read; empty for one without an id.
    pub lost: Vec<String>,
}

/// An entry of a list, or the id of one that can't be read.
struct Entry<T>(Result<T, String>);

impl<T: FromNode> FromNode for Entry<T> {
    const EXAMPLE: &'static str = T::EXAMPLE;
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let id = || match &node.value {
            Value::Map(entries) => entries.iter().find(|(key, _)| key.name == "id").map(|(_, id)| &id.value),
            _ => None,
        };
        let words = |value: &Value| if let Value::Text(id) = value { id.clone() } else { String::new() };
        Some(Entry(T::from_node(node, reader).ok_or_else(|| id().map(words).unwrap_or_default())))
    }
}

impl<T: FromNode> Collection<T> {
    /// Returns the collection; `key` is the name of its list, and `of` says what the file is.
    pub fn read(
        language: Language,
        node: &Node,
        key: &'static str,
        of: &'static str,
        reader: &mut Reader<'_>,
    ) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.fields(node, of)?;
        let (title, summary) = (fields.required("title"), fields.required("summary"));
        let introduction = fields.optional("introduction");
        let (mut items, mut lost) = (Vec::new(), Vec::new());
        for Entry(entry) in fields.list(key) {
            match entry {
                Ok(item) => items.push(item),
                Err(id) => lost.push(id),
            }
        }
        for said in ["audience", "ward_kinds"] {
            if let Some(span) = fields.key_span(said).filter(|_| fields.node(said).is_some()) {
                fields.reader.problems.push(readers::list_for_everyone(said, of, key, span));
            }
        }
        let review = Review::read(&mut fields);
        fields.finish();
        Some(Collection { language, file, title: title?, summary: summary?, introduction, review, items, lost })
    }
}

/// The list of its items says nothing here: each of them is an item of its own, with a name and its own words.
impl<T: Holds> Holds for Collection<T> {
    fn each_piece<'a>(&'a self, see: See<'_, 'a>) {
        let Collection { language, file, title, summary, introduction, review, items: _, lost: _ } = self;
        let parts: [&dyn Holds; 6] = [language, file, title, summary, introduction, review];
        for part in parts {
            part.each_piece(see);
        }
    }

    fn each_prose(&mut self, change: ChangeProse<'_>) {
        let Collection { language, file, title, summary, introduction, review, items, lost: _ } = self;
        let parts: [&mut dyn Holds; 7] = [language, file, title, summary, introduction, review, items];
        for part in parts {
            part.each_prose(change);
        }
    }
}
