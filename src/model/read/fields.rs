//! A YAML tree → typed fields. Every mistake of a file is reported, not only the first, and the settings that a place can
//! have are the ones its reader asks for.

pub(super) mod form;

use crate::parse::unseen;
use crate::parse::yaml::{Key, Node, Value};
use crate::parse::yaml_notes::{note_in, note_in_item};
use crate::problem::Problem;
use crate::problem::catalogue::{fields as problems_of, files, notes};
use crate::problem::synonyms;
use crate::span::{FileId, Span, Spanned};

/// Reads one file's tree and gathers its problems.
pub struct Reader<'a> {
    pub file: FileId,
    /// The whole text of the file.
    pub text: &'a str,
    pub problems: Vec<Problem>,
}

/// The settings of one group. [`Fields::finish`] reports those that nobody asked for.
pub struct Fields<'r, 'a> {
    pub reader: &'r mut Reader<'a>,
    entries: &'r [(Key, Node)],
    /// The group as a whole.
    pub span: Span,
    /// What the group is, for messages: "a ward".
    of: &'static str,
    known: Vec<&'static str>,
    /// The settings that aren't there and should be, with the problem that says so.
    missing: Vec<(&'static str, Problem)>,
}

/// A type that can be read from a YAML value.
pub trait FromNode: Sized {
    /// What an author could write, for messages.
    const EXAMPLE: &'static str;
    /// Returns the value, or reports why it can't be one.
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self>;
}

impl<'a> Reader<'a> {
    /// Returns the settings of a group, or reports that the node isn't one. `of` says what it is: "a ward".
    pub fn fields<'r>(&'r mut self, node: &'r Node, of: &'static str) -> Option<Fields<'r, 'a>> {
        self.group(node, of, "name: …")
    }

    /// Returns the settings of a group as above; `example` is one.
    pub fn group<'r>(&'r mut self, node: &'r Node, of: &'static str, example: &str) -> Option<Fields<'r, 'a>> {
        let Value::Map(entries) = &node.value else {
            let example = if matches!(node.value, Value::List(_)) {
                example.to_owned()
            } else {
                form::group(example, self.raw(node))
            };
            self.wrong_kind(node, "a group of settings", &example);
            return None;
        };
        Some(Fields { reader: self, entries, span: node.span, of, known: Vec::new(), missing: Vec::new() })
    }

    /// Tells whether nothing that can be seen stands after a key, and reports it.
    fn is_blank(&mut self, key: &Key, node: &Node) -> bool {
        let is_unseen = |letter: char| {
            letter.is_whitespace() || ('\u{200B}'..='\u{200F}').contains(&letter) || letter == '\u{FEFF}'
        };
        let is_blank = match &node.value {
            Value::Nothing => true,
            Value::Text(words) => words.chars().all(is_unseen),
            _ => false,
        };
        if is_blank {
            let behind = Span { start: key.span.end + 1, end: key.span.end + 1, ..key.span };
            if let Some((span, words)) = note_in(behind, self.text) {
                self.problems.push(notes::value_lost(span, words));
                return true;
            }
            let raw = self.raw(node).trim();
            let is_word = matches!(node.value, Value::Nothing) && !raw.is_empty();
            self.report(
                key,
                match raw {
                    word if is_word => problems_of::means_nothing(&key.name, word, node.span),
                    _ => problems_of::nothing_written(&key.name, key.span),
                },
            );
        }
        is_blank
    }

    /// Adds a problem with a key. Where the key is the rest of a sentence that a comma inside braces has split, or has its
    /// value in it, that is the help.
    pub fn report(&mut self, key: &Key, problem: Problem) {
        let before = self.text.get(..key.span.start as usize).unwrap_or_default();
        let after = self.text.get(key.span.end as usize..).unwrap_or_default();
        // A name with a space in it may still be one that is meant.
        let can_be_name = !key.name.contains(' ') || problem.mend.is_some();
        let is_word = can_be_name && after.trim_start().starts_with(':');
        let is_split = before.trim_end_matches(' ').ends_with(',') && !is_word;
        self.problems.push(match () {
            () if key.name.contains(':') => {
                Problem { mend: None, ..problem }.help(problems_of::SPACE).write(key.name.replacen(':', ": ", 1))
            }
            () if is_split => Problem { mend: None, ..problem }.help(problems_of::COMMA),
            () => problem,
        });
    }

    /// Returns the value that stands after a key, or reports that there is none or that it isn't right.
    pub fn filled<T: FromNode>(&mut self, key: &Key, node: &Node) -> Option<T> {
        if self.is_blank(key, node) { None } else { T::from_node(node, self) }
    }

    /// Returns a value as it stands in the file.
    pub fn raw(&self, node: &Node) -> &'a str {
        self.text.get(node.span.range()).unwrap_or_default()
    }

    /// Reports that a value isn't what it must be.
    pub fn wrong_kind(&mut self, node: &Node, wanted: &str, example: &str) {
        if let Value::Nothing = node.value
            && let Some((span, words)) = note_in_item(node.span, self.text)
        {
            self.problems.push(notes::value_lost(span, words));
            return;
        }
        self.problems.push(problems_of::wrong_kind(node.span, wanted, node.value.kind(), example));
    }

    /// Returns the words of a value, without characters that nobody sees.
    pub fn words(&mut self, node: &Node) -> Option<String> {
        self.written(node).map(|words| unseen::seen(&words).into_owned())
    }

    /// Returns the words of a text value as YAML gives them. Numbers and yes/no are taken as they are written: `title: 2026` is a title.
    pub fn written(&mut self, node: &Node) -> Option<String> {
        if let Value::Text(words) = &node.value
            && let Some(letter) = crate::parse::control_character(words)
        {
            self.problems.push(files::control_character(node.span, letter));
            return None;
        }
        match &node.value {
            Value::Text(words) | Value::Number(words) => Some(words.clone()),
            Value::Bool(word) => {
                // As its author wrote it: a title can be “True”.
                let raw = self.raw(node);
                Some(if raw.is_empty() { word.to_string() } else { raw.to_owned() })
            }
            _ => {
                let meant = form::text(node, self.raw(node));
                self.wrong_kind(node, "text", meant.as_deref().unwrap_or("some words"));
                None
            }
        }
    }
}

impl Fields<'_, '_> {
    /// Returns the setting, or reports that it is missing.
    pub fn required<T: FromNode>(&mut self, key: &'static str) -> Option<T> {
        if self.node(key).is_none() {
            let place = self.entries.first().map_or(self.span, |(key, _)| key.span);
            self.missing.push((key, problems_of::missing(key, place, self.of, T::EXAMPLE)));
        }
        self.optional(key)
    }

    /// Returns the setting, if it is there and right.
    pub fn optional<T: FromNode>(&mut self, key: &'static str) -> Option<T> {
        let (key, node) = self.take(key)?;
        self.reader.filled(key, node)
    }

    /// Returns a part of the charter; whether one may be empty is a check's to say, in words of its own.
    pub fn part<T: FromNode>(&mut self, key: &'static str) -> Option<T> {
        let (_, node) = self.take(key)?;
        if matches!(node.value, Value::Nothing) { None } else { T::from_node(node, self.reader) }
    }

    /// Returns the items of a list; a single value counts as a list of one, and a missing setting as an empty list.
    pub fn list<T: FromNode>(&mut self, key: &'static str) -> Vec<T> {
        let Some((_, node)) = self.take(key) else { return Vec::new() };
        match &node.value {
            Value::List(items) => items.iter().filter_map(|item| T::from_node(item, self.reader)).collect(),
            Value::Nothing => Vec::new(),
            _ => T::from_node(node, self.reader).into_iter().collect(),
        }
    }

    /// Returns the entries of a group whose names the author chooses, such as `reword:`; `example` is one.
    pub fn map<T: FromNode>(&mut self, key: &'static str, example: &str) -> Vec<(Spanned<String>, T)> {
        let Some((_, node)) = self.take(key) else { return Vec::new() };
        match &node.value {
            Value::Map(entries) => entries
                .iter()
                .filter_map(|(key, node)| {
                    let value = self.reader.filled(key, node)?;
                    Some((Spanned::new(key.name.clone(), key.span), value))
                })
                .collect(),
            Value::Nothing => Vec::new(),
            _ => {
                self.reader.wrong_kind(node, "a group of settings", &format!("{key}: {example}"));
                Vec::new()
            }
        }
    }

    /// Returns where a setting's name stands, for problems that are found later.
    pub fn key_span(&self, key: &str) -> Option<Span> {
        self.entries.iter().find(|(found, _)| found.name == key).map(|(found, _)| found.span)
    }

    /// Tells whether nothing stands in a list, or the list isn't there.
    pub fn is_empty(&self, key: &str) -> bool {
        let node = self.entries.iter().find(|(found, _)| found.name == key).map(|(_, node)| &node.value);
        match node {
            None | Some(Value::Nothing) => true,
            Some(Value::List(items)) => items.is_empty(),
            Some(_) => false,
        }
    }

    /// Returns the node of a setting, and counts it as known.
    pub fn node(&mut self, key: &'static str) -> Option<&Node> {
        self.take(key).map(|(_, node)| node)
    }

    /// Returns the items of a list of single words. Reports words that were written as one text, with the list that they should be;
    /// `as_word` makes an item of each part.
    pub fn words<T: FromNode>(&mut self, key: &'static str, as_word: fn(&str) -> String) -> Vec<T> {
        let Some((_, Node { value: Value::Text(text), span })) = self.take(key) else { return self.list(key) };
        let Some(words) = form::list(text, as_word) else { return self.list(key) };
        self.reader.problems.push(problems_of::list_as_text(*span, &format!("[{}]", words.join(", "))));
        let item = |word| T::from_node(&Node { span: *span, value: Value::Text(word) }, self.reader);
        words.into_iter().filter_map(item).collect()
    }

    /// Reports the settings that nobody asked for, and those that are missing. One that has only another name is told once.
    pub fn finish(&mut self) {
        let is_free = |name: &&str| !self.entries.iter().any(|(key, _)| key.name == **name);
        // What is there already is no help.
        let free: Vec<&str> = self.known.iter().copied().filter(is_free).collect();
        for (key, _) in self.entries {
            if !self.known.contains(&key.name.as_str()) {
                let meant = synonyms::key(&key.name, &self.known);
                self.missing.retain(|(missing, _)| Some(*missing) != meant);
                let problem = match meant.filter(|meant| !free.contains(meant)) {
                    Some(there) => problems_of::another_name(&key.name, key.span, self.of, there),
                    None => {
                        let known = if free.is_empty() { &self.known } else { &free };
                        problems_of::unknown_key(&key.name, key.span, self.of, meant, known)
                    }
                };
                self.reader.report(key, problem);
            }
        }
        self.reader.problems.extend(self.missing.drain(..).map(|(_, problem)| problem));
    }
}

impl<'r> Fields<'r, '_> {
    fn take(&mut self, key: &'static str) -> Option<(&'r Key, &'r Node)> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.entries.iter().find(|(found, _)| found.name == key).map(|(key, node)| (key, node))
    }
}
