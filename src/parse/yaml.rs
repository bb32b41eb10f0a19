//! Text → a tree of YAML values that know where they were written.
//!
//! granit-parser gives the events and their places; `serde_yaml` decides what a plain word means (number, true, nothing).

use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Tag};

use super::yaml_notes::words_lost;
use super::{word_signs, yaml_error};
use crate::problem::Problem;
use crate::problem::catalogue::word_signs as signs_of;
use crate::problem::catalogue::yaml::{self as problems_of, SettingsSlip};
use crate::span::{FileId, Span};

/// A YAML value and its place.
#[derive(Clone, Debug)]
pub struct Node {
    pub span: Span,
    pub value: Value,
}

/// What a node holds. Numbers keep the way they were written, since `3.10` isn't `3.1` to an author.
#[derive(Clone, Debug)]
pub enum Value {
    Nothing,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

/// A key of a map.
#[derive(Clone, Debug)]
pub struct Key {
    pub name: String,
    pub span: Span,
}

impl Value {
    /// Returns what the value is, as an author would say it.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::Nothing => "nothing",
            Value::Bool(_) => "yes or no",
            Value::Number(_) => "a number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a group of settings",
        }
    }
}

/// A list or map whose end hasn't come yet.
enum OpenNode {
    List { start: Span, items: Vec<Node> },
    Map { start: Span, entries: Vec<(Key, Node)>, key: Option<Key> },
}

/// Returns the tree of `text`, which starts `offset` bytes into the file, or reports why it isn't YAML. Reports every
/// duplicate key, alias, anchor and tag on the way; those leave the tree usable, so that later stages can go on looking.
pub fn tree(file: FileId, text: &str, offset: usize, problems: &mut Vec<Problem>) -> Option<Node> {
    let mut builder = TreeBuilder { problems, open: Vec::new(), root: None, hard_space: None };
    let mut documents = 0;
    for event in Parser::new_from_str(text) {
        let (event, place) = match event {
            Ok(event) => event,
            Err(error) => {
                let signs = word_signs::all(file, text, offset);
                if signs.is_empty() {
                    builder.problems.extend(yaml_error::explain(&error, file, text, offset));
                }
                builder.problems.extend(signs);
                return None;
            }
        };
        let range = place.byte_range().unwrap_or(0..0);
        let span = Span::new(file, range.start + offset, range.end + offset);
        match event {
            Event::DocumentStart(..) => {
                documents += 1;
                if documents == 2 {
                    builder.problems.push(problems_of::second_document(span));
                    return builder.root;
                }
            }
            Event::Scalar(words, style, anchor, tag) => {
                builder.extras(span, anchor, tag.as_deref());
                builder.scalar(WrittenScalar { words: words.into_owned(), style, range, span }, text, offset)?;
            }
            Event::Alias(..) | Event::UnresolvedAlias(..) => {
                builder.problems.push(problems_of::alias(span));
                builder.add(Node { span, value: Value::Text("*".to_owned()) });
            }
            Event::SequenceStart(_, anchor, tag) => {
                builder.extras(span, anchor, tag.as_deref());
                builder.open.push(OpenNode::List { start: span, items: Vec::new() });
            }
            Event::MappingStart(_, anchor, tag) => {
                builder.extras(span, anchor, tag.as_deref());
                builder.open.push(OpenNode::Map { start: span, entries: Vec::new(), key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => builder.close(),
            _ => {}
        }
    }
    builder.finish(file, text, offset)
}

/// Tells whether lists and groups are nested so deeply that reading them as values would take minutes.
pub fn is_too_deep(text: &str) -> bool {
    let is_limit = |error: &ScanError| matches!(error.kind(), ErrorKind::RecursionLimitExceeded);
    Parser::new_from_str(text).find_map(Result::err).is_some_and(|error| is_limit(&error))
}

/// A value of one piece as it stands in the file.
struct WrittenScalar {
    words: String,
    style: ScalarStyle,
    /// Where it stands in the text.
    range: Range<usize>,
    /// Where it stands in the file.
    span: Span,
}

struct TreeBuilder<'p> {
    problems: &'p mut Vec<Problem>,
    open: Vec<OpenNode>,
    root: Option<Node>,
    /// The first name that begins with a space that doesn't break, so that nothing is in its place.
    hard_space: Option<Span>,
}

impl TreeBuilder<'_> {
    /// Reports anchors and tags: nobody needs them here, and they are how a small file becomes a gigabyte.
    fn extras(&mut self, span: Span, anchor: usize, tag: Option<&Tag>) {
        if anchor != 0 || tag.is_some() {
            self.problems.push(problems_of::anchor_or_tag(span));
        }
    }

    /// Adds a value of one piece. Returns nothing after a slip that leaves the rest of the file a guess.
    fn scalar(&mut self, written: WrittenScalar, text: &str, offset: usize) -> Option<()> {
        let WrittenScalar { words, style, range, span } = written;
        if style != ScalarStyle::Plain {
            self.add(Node { span: trimmed(span, text, offset), value: Value::Text(words) });
            return Some(());
        }
        let is_first = is_first_of_line(text, range.start);
        if is_without_space(&words) && is_first {
            let dash = Span::new(span.file, span.start as usize, span.start as usize + 1);
            self.problems.push(problems_of::syntax(dash, SettingsSlip::NoSpaceAfterDash));
            return None;
        }
        let span = trimmed(span, text, offset);
        if word_signs::is_item(&words) && is_first {
            let raw = text.get(range).unwrap_or_default().trim_end();
            self.problems.push(word_signs::items(span, raw));
            return None;
        }
        let value = match word_signs::inside_quotes(&words) {
            Some(inner) => {
                self.problems.push(signs_of::quotes(span, inner));
                plain(inner.to_owned())
            }
            None => {
                self.problems.extend(words_lost(&words, span, text, offset));
                plain(words)
            }
        };
        self.add(Node { span, value });
        Some(())
    }

    /// Returns the tree, or reports why what was read is none.
    fn finish(self, file: FileId, text: &str, offset: usize) -> Option<Node> {
        if let Some(Node { value: Value::Text(_), span }) = &self.root {
            let signs = word_signs::all(file, text, offset);
            if signs.is_empty() {
                let written = text.get(span.start as usize - offset..).unwrap_or_default();
                let first = written.lines().next().unwrap_or_default().trim_end().len();
                let line = Span::new(file, span.start as usize, span.start as usize + first);
                self.problems.push(problems_of::syntax(line, SettingsSlip::NoColon));
            }
            self.problems.extend(signs);
            return None;
        }
        if let Some(name) = self.hard_space {
            let signs = word_signs::all(file, text, offset);
            if signs.is_empty() {
                self.problems.push(word_signs::space_before(name, text, offset));
            }
            self.problems.extend(signs);
            return None;
        }
        let empty = Node { span: Span::new(file, offset, offset), value: Value::Map(Vec::new()) };
        Some(self.root.unwrap_or(empty))
    }

    fn add(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(OpenNode::List { items, .. }) => items.push(node),
            Some(OpenNode::Map { entries, key, .. }) => match key.take() {
                Some(found) => entries.push((found, node)),
                None => {
                    let name = as_key(node, self.problems);
                    if self.hard_space.is_none() && name.name.starts_with('\u{A0}') {
                        self.hard_space = Some(name.span);
                    }
                    *key = Some(name);
                }
            },
        }
    }

    fn close(&mut self) {
        let Some(open) = self.open.pop() else { return };
        let node = match open {
            OpenNode::List { start, items } => {
                let end = items.last().map_or(start.end, |item| item.span.end.max(start.end));
                Node { span: Span { end, ..start }, value: Value::List(items) }
            }
            OpenNode::Map { start, entries, .. } => {
                let end = entries.last().map_or(start.end, |(_, value)| value.span.end.max(start.end));
                let entries = without_duplicates(entries, self.problems);
                Node { span: Span { end, ..start }, value: Value::Map(entries) }
            }
        };
        self.add(node);
    }
}

fn as_key(node: Node, problems: &mut Vec<Problem>) -> Key {
    let name = match node.value {
        Value::Text(name) | Value::Number(name) => name,
        Value::Bool(word) => word.to_string(),
        Value::Nothing => String::new(),
        Value::List(_) | Value::Map(_) => {
            problems.push(problems_of::key_not_a_word(node.span));
            String::new()
        }
    };
    Key { name, span: node.span }
}

/// Reports every key written twice and keeps the first.
fn without_duplicates(entries: Vec<(Key, Node)>, problems: &mut Vec<Problem>) -> Vec<(Key, Node)> {
    let mut seen = std::collections::HashMap::new();
    let mut kept = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        match seen.get(&key.name) {
            Some(first) => problems.push(problems_of::duplicate_key(&key.name, key.span, *first)),
            None => {
                seen.insert(key.name.clone(), key.span);
                kept.push((key, value));
            }
        }
    }
    kept
}

/// Tells whether a word that is the first of its line would be an item of a list, but that its dash has no space after it: `-one`.
fn is_without_space(words: &str) -> bool {
    words.strip_prefix('-').is_some_and(|word| word.starts_with(char::is_alphabetic))
}

/// Tells whether nothing but spaces stands before a place in its line.
fn is_first_of_line(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().trim_end_matches([' ', '\t', '\r']);
    before.is_empty() || before.ends_with('\n')
}

/// Returns what a plain word means. Only one that could be a number, true, false or nothing needs asking.
fn plain(words: String) -> Value {
    let could_be_more = words.is_empty()
        || words.starts_with(|first: char| first.is_ascii_digit() || "+-.~nNtTfF".contains(first)) && words.len() < 40;
    if !could_be_more {
        return Value::Text(words);
    }
    match serde_yaml::from_str::<serde_yaml::Value>(&words) {
        Ok(serde_yaml::Value::Null) => Value::Nothing,
        Ok(serde_yaml::Value::Bool(word)) => Value::Bool(word),
        Ok(serde_yaml::Value::Number(_)) => Value::Number(words),
        _ => Value::Text(words),
    }
}

/// Returns the span without the line ends that a block of text takes with it.
fn trimmed(span: Span, text: &str, offset: usize) -> Span {
    let range = span.start as usize - offset..span.end as usize - offset;
    let kept = text.get(range).map_or(0, |slice| slice.trim_end().len());
    Span::new(span.file, span.start as usize, span.start as usize + kept)
}
