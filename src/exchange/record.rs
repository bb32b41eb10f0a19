//! A benchmark as its file says it, setting by setting, and the file that says it.

use std::collections::BTreeMap;

use serde_yaml::{Mapping, Value};

use super::DomainStandards;
use super::layout::{ABOUT_ROWS, Asked, TEXTS};
use crate::model::benchmark::Group;
use crate::parse::yaml::{self, Node, Value as Written};
use crate::span::FileId;

/// What a file says. Words are as they are written, without spaces and lines at their ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    about: BTreeMap<String, String>,
    pub took_part: Vec<String>,
    pub ratings: Vec<RatingRecord>,
    /// Settings that have no place in a workbook, as they stand in the file.
    rest: Vec<(String, String)>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RatingRecord {
    pub domain: String,
    pub answer: AnswerRecord,
    pub standards: Vec<(String, AnswerRecord)>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerRecord {
    /// The level, the team and the texts, by the names of their settings.
    pub says: BTreeMap<&'static str, String>,
    /// What each group said.
    pub groups: BTreeMap<Group, String>,
    pub actions: Vec<BTreeMap<&'static str, String>>,
}

/// The settings of an answer that hold words, in the order of the file.
const ANSWER_KEYS: [&str; 2] = ["confidence", "team"];
const ACTION_KEYS: [&str; 3] = ["what", "who", "by"];

impl AnswerRecord {
    pub fn is_empty(&self) -> bool {
        self.says.is_empty() && self.groups.is_empty() && self.actions.is_empty()
    }

    fn read(node: &Node) -> Self {
        let texts = TEXTS.iter().map(|(_, key)| *key);
        let says = ANSWER_KEYS.into_iter().chain(texts).filter_map(|key| Some((key, words(get(node, key)?)?)));
        let group = |(name, group): &(&str, Group)| Some((*group, words(get(get(node, "by_group")?, name)?)?));
        let action =
            |action: &Node| ACTION_KEYS.into_iter().filter_map(|key| Some((key, words(get(action, key)?)?))).collect();
        AnswerRecord {
            says: says.collect(),
            groups: Group::ALL.iter().filter_map(group).collect(),
            actions: get(node, "actions").map(items).unwrap_or_default().into_iter().map(action).collect(),
        }
    }

    fn put(&self, tree: &mut Mapping) {
        let mut put = |key: &str| {
            if let Some(words) = self.says.get(key) {
                tree.insert(key.into(), words.as_str().into());
            }
        };
        ANSWER_KEYS.into_iter().for_each(&mut put);
        for (_, key) in &TEXTS {
            put(key);
        }
        if !self.groups.is_empty() {
            let groups = self.groups.iter().map(|(group, level)| (group.name().into(), level.as_str().into()));
            tree.insert("by_group".into(), Value::Mapping(groups.collect()));
        }
        if !self.actions.is_empty() {
            let action = |action: &BTreeMap<&'static str, String>| {
                let keys =
                    ACTION_KEYS.into_iter().filter_map(|key| Some((key.into(), action.get(key)?.as_str().into())));
                Value::Mapping(keys.collect())
            };
            tree.insert("actions".into(), self.actions.iter().map(action).collect::<Vec<Value>>().into());
        }
    }
}

impl Record {
    /// Returns a record of a benchmark that nobody has begun.
    pub fn empty(domains: &[DomainStandards]) -> Self {
        let rating = |domain: &DomainStandards| RatingRecord { domain: domain.id.clone(), ..RatingRecord::default() };
        Record { ratings: domains.iter().map(rating).collect(), ..Record::default() }
    }

    /// Returns what the text of a file says, which a reader has found to be a benchmark.
    pub fn read(text: &str) -> Self {
        let Some(tree) = yaml::tree(FileId(0), text, 0, &mut Vec::new()) else { return Record::default() };
        let mut record = Record::default();
        for (_, key, asked, _) in &ABOUT_ROWS {
            let Some(node) = get(&tree, key) else { continue };
            let said = match asked {
                Asked::List => Some(items(node).into_iter().filter_map(words).collect::<Vec<_>>().join(", ")),
                _ => words(node),
            };
            record.about.extend(said.filter(|said| !said.is_empty()).map(|said| ((*key).to_owned(), said)));
        }
        record.took_part =
            get(&tree, "took_part").map(items).unwrap_or_default().into_iter().filter_map(words).collect();
        for rating in get(&tree, "ratings").map(items).unwrap_or_default() {
            let standards = get(rating, "standards").map(items).unwrap_or_default();
            let standard = |node: &Node| Some((words(get(node, "standard")?)?, AnswerRecord::read(node)));
            record.ratings.push(RatingRecord {
                domain: get(rating, "domain").and_then(words).unwrap_or_default(),
                answer: AnswerRecord::read(rating),
                standards: standards.into_iter().filter_map(standard).collect(),
            });
        }
        let is_known = |key: &str| {
            ["took_part", "ratings"].contains(&key) || ABOUT_ROWS.iter().any(|(_, known, ..)| *known == key)
        };
        if let Written::Map(entries) = &tree.value {
            let others = entries.iter().filter(|(key, _)| !is_known(&key.name));
            let raw = |node: &Node| text.get(node.span.range()).unwrap_or_default().to_owned();
            record.rest = others.map(|(key, node)| (key.name.clone(), raw(node))).collect();
        }
        record
    }

    pub fn about(&self, key: &str) -> Option<&str> {
        self.about.get(key).map(String::as_str)
    }

    pub fn set_about(&mut self, key: &str, words: String) {
        self.about.insert(key.to_owned(), words);
    }

    /// Takes over what has no place in a workbook.
    pub fn keep_from(&mut self, earlier: &Record) {
        self.rest.clone_from(&earlier.rest);
    }

    /// Returns how many domains, standards and actions have something said.
    pub fn counts(&self) -> (usize, usize, usize) {
        let is_said = |answer: &&AnswerRecord| !answer.is_empty();
        let domains = self.ratings.iter().map(|rating| &rating.answer).filter(is_said).count();
        let standards = || self.ratings.iter().flat_map(|rating| &rating.standards).map(|(_, answer)| answer);
        let all = self.ratings.iter().map(|rating| &rating.answer).chain(standards());
        (domains, standards().filter(is_said).count(), all.map(|answer| answer.actions.len()).sum())
    }

    /// Returns the settings that aren't the same in both, each with its place.
    pub fn differing(&self, other: &Record) -> Vec<String> {
        let (own, others) = (self.flat(), other.flat());
        let keys: std::collections::BTreeSet<&String> = own.keys().chain(others.keys()).collect();
        keys.into_iter().filter(|key| own.get(*key) != others.get(*key)).cloned().collect()
    }

    /// Returns each setting that says something, by its place. An order that nobody sees counts for nothing.
    fn flat(&self) -> BTreeMap<String, String> {
        let mut flat: BTreeMap<String, String> = self.about.clone();
        let mut took_part = self.took_part.clone();
        took_part.sort();
        flat.insert("took_part".to_owned(), took_part.join(", "));
        let mut add = |place: &str, answer: &AnswerRecord| {
            flat.extend(answer.says.iter().map(|(key, words)| (format!("{place}: {key}"), words.clone())));
            let groups = answer.groups.iter();
            flat.extend(groups.map(|(group, level)| (format!("{place}: {}", group.name()), level.clone())));
            for (number, action) in (1..).zip(&answer.actions) {
                flat.extend(
                    action.iter().map(|(key, words)| (format!("{place}: action {number}: {key}"), words.clone())),
                );
            }
        };
        for rating in &self.ratings {
            add(&rating.domain, &rating.answer);
            rating.standards.iter().for_each(|(standard, answer)| add(standard, answer));
        }
        flat
    }

    /// Returns the file that says all this.
    pub fn text(&self) -> String {
        let mut tree = Mapping::new();
        for (_, key, asked, _) in &ABOUT_ROWS {
            // Who decided stands before what was decided, and who looks after the file at its end.
            if *key == "source" {
                self.put_ratings(&mut tree);
            }
            let Some(words) = self.about.get(*key) else { continue };
            let value = match asked {
                Asked::List => list(words.split(',').map(str::trim).filter(|word| !word.is_empty())),
                _ => words.as_str().into(),
            };
            tree.insert((*key).into(), value);
        }
        let mut text = serde_yaml::to_string(&tree).unwrap_or_default();
        for (key, raw) in &self.rest {
            let is_group = raw.contains('\n') && !raw.starts_with(['{', '[', '"', '\'', '|', '>']);
            text.push_str(&if is_group { format!("{key}:\n  {raw}\n") } else { format!("{key}: {raw}\n") });
        }
        text
    }

    fn put_ratings(&self, tree: &mut Mapping) {
        if !self.took_part.is_empty() {
            tree.insert("took_part".into(), list(self.took_part.iter().map(String::as_str)));
        }
        let standard = |(id, answer): &(String, AnswerRecord)| {
            let mut tree = Mapping::new();
            tree.insert("standard".into(), id.as_str().into());
            answer.put(&mut tree);
            Value::Mapping(tree)
        };
        let rating = |rating: &RatingRecord| {
            let mut tree = Mapping::new();
            tree.insert("domain".into(), rating.domain.as_str().into());
            rating.answer.put(&mut tree);
            if !rating.standards.is_empty() {
                let standards: Vec<Value> = rating.standards.iter().map(standard).collect();
                tree.insert("standards".into(), standards.into());
            }
            Value::Mapping(tree)
        };
        if !self.ratings.is_empty() {
            tree.insert("ratings".into(), self.ratings.iter().map(rating).collect::<Vec<Value>>().into());
        }
    }
}

fn list<'a>(words: impl Iterator<Item = &'a str>) -> Value {
    words.map(Value::from).collect::<Vec<Value>>().into()
}

/// Returns the value of a setting.
fn get<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    let Written::Map(entries) = &node.value else { return None };
    entries.iter().find(|(key, _)| key.name == name).map(|(_, node)| node)
}

/// Returns the items of a list; a single value counts as a list of one.
fn items(node: &Node) -> Vec<&Node> {
    match &node.value {
        Written::List(items) => items.iter().collect(),
        Written::Nothing => Vec::new(),
        _ => vec![node],
    }
}

fn words(node: &Node) -> Option<String> {
    let words = match &node.value {
        Written::Text(words) | Written::Number(words) => tidy(words),
        Written::Bool(is_true) => is_true.to_string(),
        _ => return None,
    };
    (!words.is_empty()).then_some(words)
}

/// Returns words without spaces at the ends of their lines, and without spaces and empty lines around them all.
pub fn tidy(words: &str) -> String {
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    words.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}
