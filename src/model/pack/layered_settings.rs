//! The settings that the pack.yaml files of all layers make together: the user's own, and from below what isn't one trust's alone.

use std::sync::Arc;

use crate::model::read::fields::Reader;
use crate::model::settings::Settings;
use crate::parse::yaml::{Node, Value};
use crate::parse::{Document, Parsed};
use crate::problem::Problem;
use crate::problem::catalogue::fields as problems_of;
use crate::read::Sources;
use crate::span::Spanned;

impl Settings {
    /// Makes the language of the pack below the first one, so that nobody is told of each of its files too. Reports another one.
    fn begin_with(&mut self, below: &str) -> Option<Problem> {
        let own = self.languages[0].clone();
        if own.value == below {
            return None;
        }
        let is_variant = own.value.split('-').next() == Some(below);
        match self.languages.iter().position(|language| language.value == below) {
            Some(place) => self.languages[..=place].rotate_right(1),
            None if is_variant => below.clone_into(&mut self.languages[0].value),
            None => self.languages.insert(0, Spanned::new(below.to_owned(), own.span)),
        }
        if is_variant {
            return Some(problems_of::variant_of_first_language(own.span, &own, below));
        }
        let tags: Vec<&str> = self.languages.iter().map(|language| language.value.as_str()).collect();
        Some(problems_of::other_first_language(own.span, &own, below, &tags))
    }
}

/// Settings that say whose pack it is. They are never taken from a layer below: that would put one trust's name and numbers on
/// another's pages, and pages in languages that nobody here can answer for.
const OWN: [&str; 15] = [
    "title",
    "publisher",
    "nation",
    "languages",
    "web_address",
    "brand",
    "contacts",
    "hospitals",
    "extends",
    "theme",
    "reviewed_base",
    "young_people",
    "accessibility",
    "privacy",
    "publish_profiles",
];

/// Returns the settings of the user's own pack.yaml with those that it doesn't have taken from the layers below.
fn merged(trees: &[&Node]) -> Option<Node> {
    let (first, below) = trees.split_first()?;
    let mut merged = (*first).clone();
    for tree in below {
        let (Value::Map(own), Value::Map(base)) = (&mut merged.value, &tree.value) else { continue };
        for (key, value) in base {
            let is_own = OWN.contains(&key.name.as_str());
            if !is_own && !own.iter().any(|(known, _)| known.name == key.name) {
                own.push((key.clone(), value.clone()));
            }
        }
    }
    Some(merged)
}

/// Returns the settings that the pack.yaml files of all layers make together, the user's own first. Reports what is wrong in it.
pub fn settings(packs: &[Arc<Parsed>], sources: &Sources, problems: &mut Vec<Problem>) -> Option<Settings> {
    let mut trees: Vec<&Node> = Vec::new();
    for parsed in packs {
        problems.extend(parsed.problems.iter().cloned());
        if let Document::Yaml { tree, .. } = &parsed.document {
            trees.push(tree);
        }
    }
    let file = packs.first()?.file;
    let broken = matches!(packs.first()?.document, Document::Broken);
    let tree = merged(&trees).filter(|_| !broken)?;
    let text = sources.file(file).text.shown();
    let mut reader = Reader { file, text, problems: Vec::new() };
    let mut settings = Settings::read(&tree, &mut reader);
    problems.append(&mut reader.problems);
    let below = trees.iter().skip(1).find_map(|tree| first_language_of(tree));
    if let (Some(settings), Some(below)) = (&mut settings, below) {
        // A pack that lists no languages is in the first of the pack below.
        if first_language_of(trees[0]).is_none() {
            settings.languages[0].value.clone_from(&below);
        }
        problems.extend(settings.begin_with(&below));
    }
    if let Some(settings) = &mut settings {
        settings.below = packs.iter().skip(1).map(|parsed| (parsed.file, publisher_of(parsed))).collect();
    }
    settings
}

/// Returns who publishes the pack of a pack.yaml.
fn publisher_of(parsed: &Parsed) -> Option<String> {
    let value = |node: &Node, name: &str| match &node.value {
        Value::Map(entries) => entries.iter().find(|(key, _)| key.name == name).map(|(_, node)| node.clone()),
        _ => None,
    };
    let Document::Yaml { tree, .. } = &parsed.document else { return None };
    match value(&value(tree, "publisher")?, "name")?.value {
        Value::Text(name) => Some(name),
        // In several languages: the first that is written.
        Value::Map(names) => match names.into_iter().next()?.1.value {
            Value::Text(name) => Some(name),
            _ => None,
        },
        _ => None,
    }
}

/// Returns the first language that a pack.yaml lists.
fn first_language_of(tree: &Node) -> Option<String> {
    let Value::Map(entries) = &tree.value else { return None };
    let (_, languages) = entries.iter().find(|(key, _)| key.name == "languages")?;
    match &languages.value {
        Value::List(items) => match &items.first()?.value {
            Value::Text(tag) => Some(tag.clone()),
            _ => None,
        },
        Value::Text(tag) => Some(tag.clone()),
        _ => None,
    }
}
