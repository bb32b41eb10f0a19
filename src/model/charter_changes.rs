//! What a layer of the charter says differently from the one below it: the trust's over the template, a ward's over both.

use std::ops::Deref;
use std::sync::Arc;

use super::language::{is_tag, tag_of};
use super::piece::{ChangeProse, Holds, NounPiece, See};
use crate::model::read::fields::{Fields, FromNode, Reader};
use crate::model::read::id::as_id;
use crate::model::read::single_values::Id;
use crate::parse::yaml::{Node, Value};
use crate::problem::catalogue::fields;
use crate::span::{Span, Spanned};
use crate::text::line::Line;
use crate::text::prose::Prose;

/// Other words, lines that are left out or come in, and another order.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    pub explanation: Option<InLanguages<Arc<Prose>>>,
    pub intent: Option<InLanguages<Arc<Prose>>>,
    pub support: Option<InLanguages<Arc<Prose>>>,
    pub reword: Vec<(Spanned<String>, Rewording)>,
    /// Why each behaviour was removed.
    pub remove: Vec<(Spanned<String>, Line)>,
    pub add: Vec<Added>,
    /// Ids of behaviours that come first, in this order.
    pub order: Vec<Spanned<String>>,
}

/// Other words for a behaviour, and for its Easy Read.
#[derive(Clone, Debug)]
pub struct Rewording {
    pub text: InLanguages<Arc<Prose>>,
    pub easy_read: Option<InLanguages<Line>>,
    /// The picture beside its Easy Read, where it isn't the one of the layer below.
    pub picture: Option<Spanned<String>>,
}

/// A behaviour that the layer below doesn't have, and the behaviour it stands after or before.
#[derive(Clone, Debug)]
pub struct Added {
    pub id: Id,
    pub after: Option<Spanned<String>>,
    pub before: Option<Spanned<String>>,
    pub text: InLanguages<Arc<Prose>>,
    pub easy_read: Option<InLanguages<Line>>,
    /// The picture beside its Easy Read.
    pub picture: Option<Spanned<String>>,
}

impl Changes {
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        Changes {
            explanation: fields.optional("explanation"),
            intent: fields.optional("intent"),
            support: fields.optional("support"),
            reword: fields.map("reword", "{respect-myself: the new words}"),
            remove: fields.map("remove", "{respect-myself: why it was removed}"),
            add: fields.list("add"),
            order: fields.words("order", as_id),
        }
    }
}

/// Something said in the pack's first language, or in several.
#[derive(Clone, Debug)]
pub struct InLanguages<T> {
    pub span: Span,
    /// Without a language: in the pack's first.
    all: Vec<(Option<Spanned<String>>, T)>,
}

/// What it says in the pack's first language, or else in the first that its file gives.
impl<T> Deref for InLanguages<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.all[0].1
    }
}

impl<T> InLanguages<T> {
    /// Puts what it says in a language first, so that it is what is meant where no language is asked for.
    pub fn put_first(&mut self, language: &str) {
        let is_it = |(tag, _): &(Option<Spanned<String>>, T)| tag.as_ref().is_some_and(|tag| tag.value == language);
        if let Some(at) = self.all.iter().position(is_it) {
            self.all.swap(0, at);
        }
    }

    /// Returns all that it says, each with its language; without one it is that of the file.
    pub fn each(&self) -> impl Iterator<Item = (Option<&str>, &T)> {
        self.all.iter().map(|(tag, said)| (tag.as_ref().map(|tag| tag.value.as_str()), said))
    }

    /// Returns it in a language, or else in the nearest there is, and which that is; `written_in` is the language of the file.
    pub fn nearest<'a>(&'a self, language: &'a str, written_in: &'a str) -> (&'a str, &'a T) {
        let own = self.in_language(language, written_in).map(|said| (language, said));
        own.or_else(|| self.in_some_language(written_in)).unwrap_or((written_in, self))
    }

    /// Returns it in a language; `first` is the pack's first language.
    pub fn in_language(&self, language: &str, first: &str) -> Option<&T> {
        let is_it = |tag: &Option<Spanned<String>>| tag.as_ref().map_or(first, |tag| &tag.value) == language;
        self.all.iter().find(|(tag, _)| is_it(tag)).map(|(_, said)| said)
    }

    /// Returns it in the pack's first language or else in any, with the language.
    pub fn in_some_language<'a>(&'a self, first: &'a str) -> Option<(&'a str, &'a T)> {
        let in_first = self.in_language(first, first).map(|said| (first, said));
        in_first.or_else(|| self.all.first().map(|(tag, said)| (tag.as_ref().map_or(first, |tag| &tag.value), said)))
    }
}

impl<T: Holds> Holds for InLanguages<T> {
    fn each_piece<'a>(&'a self, see: See<'_, 'a>) {
        for (tag, said) in &self.all {
            if let Some(tag) = tag {
                see(NounPiece::Language(tag));
            }
            said.each_piece(see);
        }
    }

    fn each_prose(&mut self, change: ChangeProse<'_>) {
        for (_, said) in &mut self.all {
            said.each_prose(change);
        }
    }
}

impl<T: FromNode> FromNode for InLanguages<T> {
    const EXAMPLE: &'static str = T::EXAMPLE;
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if let Value::Map(entries) = &node.value {
            // Where no key is a language, one text was meant: a placeholder that isn't in quotes, or a group of something else.
            let means_languages = |name: &str| is_tag(name) || tag_of(name).is_some() || WITH_EASY_READ.contains(&name);
            if !entries.iter().any(|(key, _)| means_languages(&key.name)) {
                return T::from_node(node, reader).map(|said| InLanguages { span: node.span, all: vec![(None, said)] });
            }
            let keys = entries.iter().map(|(key, _)| (key, tag_of(&key.name)));
            let wrong: Vec<_> = keys.filter(|(key, meant)| !is_tag(&key.name) || meant.is_some()).collect();
            // Where one isn't a language at all, the group is something else.
            let first = wrong.iter().position(|(_, meant)| meant.is_none());
            for (key, meant) in first.map_or(&wrong[..], |at| &wrong[at..=at]) {
                reader.report(key, fields::not_a_language(&key.name, key.span, *meant));
            }
            if !wrong.is_empty() {
                return None;
            }
        }
        let all = match &node.value {
            Value::Map(entries) => entries
                .iter()
                .filter_map(|(key, node)| {
                    let said = reader.filled(key, node)?;
                    Some((Some(Spanned::new(key.name.clone(), key.span)), said))
                })
                .collect(),
            _ => vec![(None, T::from_node(node, reader)?)],
        };
        (!all.is_empty()).then_some(InLanguages { span: node.span, all })
    }
}

impl InLanguages<Line> {
    /// Returns the same words as if they stood at another place.
    #[must_use]
    pub fn at(&self, span: Span) -> Self {
        let all = self.all.iter().map(|(tag, line)| (tag.clone(), Line { span, ..line.clone() })).collect();
        InLanguages { span, all }
    }
}

/// The keys of a rewording that also says its Easy Read. No language has such a tag.
const WITH_EASY_READ: [&str; 3] = ["text", "easy_read", "picture"];

impl FromNode for Rewording {
    const EXAMPLE: &'static str = "The new words, or with Easy Read: {text: …, easy_read: …}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let has_easy_read = match &node.value {
            Value::Map(entries) => entries.iter().any(|(key, _)| WITH_EASY_READ.contains(&key.name.as_str())),
            _ => false,
        };
        if !has_easy_read {
            let text = InLanguages::from_node(node, reader)?;
            return Some(Rewording { text, easy_read: None, picture: None });
        }
        let mut fields = reader.group(node, "a rewording", Self::EXAMPLE)?;
        let (text, easy_read) = (fields.required("text"), fields.optional("easy_read"));
        let picture = fields.optional("picture");
        fields.finish();
        Some(Rewording { text: text?, easy_read, picture })
    }
}

impl FromNode for Added {
    const EXAMPLE: &'static str = "{id: quiet-room, after: respect-others, text: …}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "an added behaviour", Self::EXAMPLE)?;
        let (id, text) = (fields.required("id"), fields.required("text"));
        let (after, before) = (fields.optional("after"), fields.optional("before"));
        let (easy_read, picture) = (fields.optional("easy_read"), fields.optional("picture"));
        fields.finish();
        Some(Added { id: id?, after, before, text: text?, easy_read, picture })
    }
}
