//! The types of single values: text, ids, choices, counts.

use std::sync::Arc;

use crate::model::read::fields::{FromNode, Reader, form};
use crate::model::read::id::{as_id, is_id};
use crate::parse::yaml::{Node, Value};
use crate::parse::yaml_notes::{is_told_anyway, note_in};
use crate::parse::{line, markdown};
use crate::problem::catalogue::{fields as problems_of, notes};
use crate::span::{Span, Spanned};
use crate::text::line::Line;
use crate::text::prose::Prose;

impl FromNode for Line {
    const EXAMPLE: &'static str = "A few words";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let words = text(node, reader)?;
        Some(line::line(&words, node.span, reader.text, &mut reader.problems))
    }
}

impl FromNode for Prose {
    const EXAMPLE: &'static str = "A sentence or two.";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let words = text(node, reader)?;
        Some(markdown::prose(&words, node.span, reader.text, &mut reader.problems))
    }
}

/// Returns the words of a sentence or a title. Reports those behind a # with no space after it, which would be lost: what is a note behind
/// a choice is words here, as in `title: Ward #2 phones`.
fn text(node: &Node, reader: &mut Reader<'_>) -> Option<String> {
    let words = reader.written(node)?;
    let is_quoted = reader.text.get(node.span.range()).is_some_and(|raw| raw.starts_with(['"', '\'', '|', '>']));
    if let Some((span, note)) = note_in(node.span, reader.text).filter(|_| !is_quoted)
        && !is_told_anyway(&words, note)
    {
        let whole = Span { start: node.span.start, ..span };
        let text = &reader.text[whole.range()];
        reader.problems.push(notes::words_lost(span, note, (whole, text)));
    }
    Some(words)
}

/// Prose is shared: a charter's sentence stands on a thousand wards' pages.
impl FromNode for Arc<Prose> {
    const EXAMPLE: &'static str = Prose::EXAMPLE;
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        Prose::from_node(node, reader).map(Arc::new)
    }
}

/// A word taken as it is written.
impl FromNode for Spanned<String> {
    const EXAMPLE: &'static str = "a-word";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if let Value::Number(written) = &node.value {
            reader.problems.push(problems_of::number_as_id(node.span, written));
            return None;
        }
        Some(Spanned::new(reader.words(node)?, node.span))
    }
}

/// An id: permanent, part of an address, lower case.
#[derive(Clone, Debug)]
pub struct Id(pub Spanned<String>);

impl FromNode for Id {
    const EXAMPLE: &'static str = "keeping-safe";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let word = Spanned::<String>::from_node(node, reader)?;
        if !is_id(&word) {
            reader.problems.push(problems_of::bad_id(word.span, &word, &as_id(&word)));
        }
        Some(Id(word))
    }
}

impl FromNode for bool {
    const EXAMPLE: &'static str = "true";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.value {
            Value::Bool(word) => Some(*word),
            // Before YAML 1.2, and in many programs still, these were the same.
            Value::Text(words) if form::yes_or_no(words).is_some() => form::yes_or_no(words),
            _ => {
                reader.wrong_kind(node, "true or false", "true");
                None
            }
        }
    }
}

impl FromNode for i64 {
    const EXAMPLE: &'static str = "12";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.value {
            Value::Number(written) | Value::Text(written) if written.parse::<u32>().is_ok() => written.parse().ok(),
            _ => {
                let meant = form::number(reader.raw(node));
                reader.wrong_kind(node, "a whole number from 0 up", meant.as_deref().unwrap_or("12"));
                None
            }
        }
    }
}

/// Returns the choice that a word names, or reports that it is none of them.
pub fn choice<T: Copy>(
    word: &Spanned<String>,
    what: &str,
    choices: &[(&str, T)],
    reader: &mut Reader<'_>,
) -> Option<T> {
    let found = choices.iter().find(|(name, _)| *name == word.value).map(|(_, choice)| *choice);
    if found.is_none() {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        reader.problems.push(problems_of::not_one_of(word.span, word, what, &names));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_advised_can_be_an_id() {
        let long = "a-leaflet-on-what-to-do-when-".repeat(5);
        for (written, advised) in [
            ("Keeping Safe", "keeping-safe"),
            ("Café de Bébé", "cafe-de-bebe"),
            ("St Mary’s", "st-marys"),
            (".x.", "x"),
            ("???", "an-id"),
            (long.as_str(), "a-leaflet-on-what-to-do-when-a-leaflet"),
        ] {
            assert_eq!(as_id(written), advised);
            assert!(is_id(advised));
        }
    }
}
