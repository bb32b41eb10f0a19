//! search.yaml: what people type in words of their own, and the pages that help them.

use super::kind::Kind;
use crate::model::language::Language;
use crate::model::read::fields::{FromNode, Reader};
use crate::parse::yaml::Node;
use crate::span::{FileId, Span, Spanned};

/// What people may type in one language.
#[derive(Clone, Debug)]
pub struct SearchWords {
    pub language: Language,
    pub file: FileId,
    pub searches: Vec<Meant>,
}

/// Words for one thing, and what helps with it.
#[derive(Clone, Debug)]
pub struct Meant {
    pub span: Span,
    /// Each a word or a few together, as people type them: `touched me`.
    pub words: Vec<TypedWords>,
    /// What is shown first, as references name it: `support/samaritans`.
    pub pages: Vec<Spanned<String>>,
    /// They tell of harm: numbers to call stand above all pages.
    pub harm: bool,
}

/// What somebody types. It is taken as it is written, a number too.
#[derive(Clone, Debug)]
pub struct TypedWords(pub Spanned<String>);

impl SearchWords {
    pub fn read(language: Language, node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let file = reader.file;
        let mut fields = reader.group(node, "search.yaml", "searches: …")?;
        let searches = fields.list("searches");
        fields.finish();
        Some(SearchWords { language, file, searches })
    }
}

impl Meant {
    /// Returns the kinds and ids of the pages that are written as references.
    pub fn names(&self) -> impl Iterator<Item = (Kind, &str)> {
        self.pages.iter().filter_map(|page| name(page))
    }
}

/// Returns the kind and id that a reference names.
pub fn name(page: &str) -> Option<(Kind, &str)> {
    let (kind, id) = page.split_once('/')?;
    Some((Kind::named(kind)?, id))
}

impl FromNode for Meant {
    const EXAMPLE: &'static str = "{words: [touched me, groped], pages: [support/samaritans], harm: true}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a search", Self::EXAMPLE)?;
        let words = fields.words("words", |word| word.trim().to_owned());
        let pages = fields.list("pages");
        let harm = fields.optional("harm").unwrap_or(false);
        fields.finish();
        Some(Meant { span: node.span, words, pages, harm })
    }
}

impl FromNode for TypedWords {
    const EXAMPLE: &'static str = "touched me";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        reader.words(node).map(|words| TypedWords(Spanned::new(words, node.span)))
    }
}
