//! Files that say the same: mostly a copy that nobody has changed yet.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::model::language::own_name;
use crate::model::place::{FilePlace, FileRole, place};
use crate::model::read::id::as_id;
use crate::parse::Document;
use crate::parse::yaml::{Node, Value};
use crate::problem::Problem;
use crate::problem::catalogue::names;
use crate::read::name::without_case;
use crate::read::{SourceFile, Sources};
use crate::span::FileId;

/// A page with fewer words may be the same in another language: a name, or nothing but a list of references.
const FEWEST_WORDS: usize = 3;

/// What a file says, however it is laid out, and whether its id comes from its name or title.
#[derive(Clone, Copy, Debug)]
pub struct Says {
    hash: u64,
    is_named_after: bool,
    /// The words alone, whatever the settings of a page and its language are; nothing where they are too few to need a translation.
    words: Option<u64>,
}

impl Says {
    /// Returns what a file says; nothing for pictures, and for what wards agreed or hung up, since two may do so on the same day.
    pub fn of(place: &FilePlace, document: &Document, source: &SourceFile) -> Option<Self> {
        let Document::Yaml { tree, body } = document else { return None };
        if matches!(place.role, FileRole::Agreement | FileRole::Sheets | FileRole::Pack) {
            return None;
        }
        let folder = source.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let text = body.and_then(|start| source.text.shown().get(start..)).unwrap_or_default().trim();
        let mut words = DefaultHasher::new();
        if body.is_some() {
            text.hash(&mut words);
        } else {
            add(tree, &mut words);
        }
        let needs_translation = body.is_none() || text.split_whitespace().nth(FEWEST_WORDS).is_some();
        let words = needs_translation.then(|| words.finish());
        let mut hasher = DefaultHasher::new();
        (folder, format!("{:?}", place.role), &place.language).hash(&mut hasher);
        add(tree, &mut hasher);
        text.hash(&mut hasher);
        let id = as_id(title(tree).unwrap_or_default());
        Some(Says { hash: hasher.finish(), is_named_after: id.contains(&place.id), words })
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

/// Reports translations that are still the words of their original.
pub fn untranslated(
    says: impl Iterator<Item = (FileId, Says)>,
    sources: &Sources,
    languages: &[&str],
    problems: &mut Vec<Problem>,
) {
    let says: BTreeMap<&str, (FileId, u64)> =
        says.filter_map(|(id, says)| Some((sources.file(id).path.as_str(), (id, says.words?)))).collect();
    for (path, (id, words)) in says.iter().filter(|(_, (id, _))| !sources.file(*id).inherited) {
        // A language that pack.yaml doesn't list is told as such.
        let place = place(path);
        let language = place.as_ref().and_then(|place| place.language.tag());
        let Some(language) = language.filter(|tag| languages.contains(tag)) else { continue };
        let original = path.replacen(&format!(".{language}."), ".", 1);
        if says.get(original.as_str()).is_some_and(|(_, same)| same == words) {
            problems.push(names::not_translated(&sources.file(*id).shown, &original, own_name(language)));
        }
    }
}
