//! Files that say the same: mostly a copy that nobody has changed yet.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::id::as_id;
use super::place::{FilePlace, Role};
use crate::parse::Document;
use crate::parse::yaml::{Node, Value};
use crate::problem::Problem;
use crate::problem::catalogue::names;
use crate::read::name::without_case;
use crate::read::{SourceFile, Sources};
use crate::span::FileId;

/// What a file says, however it is laid out, and whether its id comes from its name or title.
#[derive(Clone, Copy, Debug)]
pub struct Says {
    hash: u64,
    is_named_after: bool,
}

impl Says {
    /// Returns what a file says; nothing for pictures, and for what wards agreed, since two may agree on the same day.
    pub fn of(place: &FilePlace, document: &Document, source: &SourceFile) -> Option<Self> {
        let Document::Yaml { tree, body } = document else { return None };
        if matches!(place.role, Role::Agreement | Role::Pack) {
            return None;
        }
        let folder = source.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut hasher = DefaultHasher::new();
        (folder, format!("{:?}", place.role), &place.language).hash(&mut hasher);
        add(tree, &mut hasher);
        body.and_then(|start| source.text.shown().get(start..)).unwrap_or_default().trim().hash(&mut hasher);
        let id = as_id(title(tree).unwrap_or_default());
        Some(Says { hash: hasher.finish(), is_named_after: id.contains(&place.id) })
    }
}

/// Adds what a node says, without its place.
fn add(node: &Node, hasher: &mut impl Hasher) {
    node.value.kind().hash(hasher);
    match &node.value {
        Value::Nothing => {}
        Value::Bool(word) => word.hash(hasher),
        Value::Number(words) | Value::Text(words) => words.hash(hasher),
        Value::List(items) => items.iter().for_each(|item| add(item, hasher)),
        Value::Map(entries) => entries.iter().for_each(|(key, value)| {
            key.name.hash(hasher);
            add(value, hasher);
        }),
    }
}

fn title(tree: &Node) -> Option<&str> {
    let Value::Map(entries) = &tree.value else { return None };
    let (_, node) = entries.iter().find(|(key, _)| key.name == "title" || key.name == "name")?;
    if let Value::Text(words) = &node.value { Some(words) } else { None }
}

/// Returns the files that say the same as another one, and reports each. The other is one of a layer below, or one that is called
/// after what stands in it, or the first by name.
pub fn copies(
    all: impl Iterator<Item = (FileId, Says)>,
    sources: &Sources,
    problems: &mut Vec<Problem>,
) -> HashSet<FileId> {
    let mut alike: HashMap<u64, Vec<(FileId, bool)>> = HashMap::new();
    for (id, says) in all {
        alike.entry(says.hash).or_default().push((id, says.is_named_after));
    }
    let mut copies = HashSet::new();
    for mut files in alike.into_values().filter(|files| files.len() > 1) {
        files.sort_by_key(|(id, is_named_after)| {
            let file = sources.file(*id);
            (!file.inherited, !is_named_after, &file.path)
        });
        let original = sources.file(files[0].0);
        // Names that differ by case only have been told as such.
        let is_told = |file: &SourceFile| without_case(&file.path) == without_case(&original.path);
        let is_copy = |id: &FileId| !sources.file(*id).inherited && !is_told(sources.file(*id));
        for (id, _) in files.iter().skip(1).filter(|(id, _)| is_copy(id)) {
            problems.push(names::says_the_same(&sources.file(*id).shown, &original.path));
            copies.insert(*id);
        }
    }
    copies
}
