//! [`Parsed`] files → [`Pack`]: every noun in one place. References are still names.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::article::Article;
use super::benchmark::Benchmark;
use super::charter::Template;
use super::collection::Collection;
use super::conversation_model::ConversationModel;
use super::fields::Reader;
use super::kind::Kind;
use super::place::{FilePlace, Role, nearest, place};
use super::resource::Resource;
use super::settings::{Settings, merged};
use super::standard::{Standard, number_of};
use super::support::Support;
use super::term::Term;
use super::values::{as_id, is_id};
use super::ward::Ward;
use crate::parse::yaml::{Node, Value};
use crate::parse::{Document, Parsed};
use crate::problem::catalogue::{fields, files};
use crate::problem::{Place, Problem};
use crate::read::{SourceFile, Sources};
use crate::span::FileId;

/// Everything the content folder says.
#[derive(Debug)]
pub struct Pack {
    pub settings: Settings,
    pub templates: Vec<Template>,
    pub wards: Vec<Ward>,
    /// Markdown pages of every kind and language, the indexes of sections and the domains among them.
    pub articles: Vec<Article>,
    pub standards: Vec<Standard>,
    pub conversation_models: Vec<ConversationModel>,
    pub benchmarks: Vec<Benchmark>,
    pub resources: Vec<Collection<Resource>>,
    pub support: Vec<Collection<Support>>,
    pub glossary: Vec<Collection<Term>>,
    /// Pictures by path.
    pub images: BTreeMap<String, FileId>,
    /// Items whose file has mistakes of its own. They exist, so a reference to one isn't a second mistake. An empty id stands
    /// for every item of the kind: the file that lists them can't be read.
    pub broken: BTreeSet<(Kind, String)>,
}

/// What one file holds, typed.
#[derive(Debug)]
enum Entry {
    Template(Template),
    Ward(Box<Ward>),
    Article(Box<Article>),
    Standard(Box<Standard>),
    ConversationModel(Box<ConversationModel>),
    Benchmark(Box<Benchmark>),
    Resources(Collection<Resource>),
    Support(Collection<Support>),
    Glossary(Collection<Term>),
    Image(String, FileId),
    Broken(Option<Kind>, String),
}

/// Gathers the parsed files into a pack and adds their problems to `problems`. Returns nothing only where pack.yaml itself
/// can't be read: without its languages and kinds of ward every later message would be a guess.
pub fn collect(parsed: Vec<Parsed>, sources: &Sources, problems: &mut Vec<Problem>) -> Option<Pack> {
    let (packs, files): (Vec<Parsed>, Vec<Parsed>) =
        parsed.into_iter().partition(|file| sources.packs.contains(&file.file));
    let settings = settings(&packs, sources, problems)?;
    let used = files.into_par_iter().filter(|file| !is_unlisted(sources.file(file.file), &settings));
    let entries: Vec<(Option<Entry>, Vec<Problem>)> = used
        .map(|file| {
            let source = sources.file(file.file);
            entry(file, source)
        })
        .collect();
    let mut pack = Pack {
        settings,
        templates: Vec::new(),
        wards: Vec::new(),
        articles: Vec::new(),
        standards: Vec::new(),
        conversation_models: Vec::new(),
        benchmarks: Vec::new(),
        resources: Vec::new(),
        support: Vec::new(),
        glossary: Vec::new(),
        images: BTreeMap::new(),
        broken: BTreeSet::new(),
    };
    for (entry, found) in entries {
        problems.extend(found);
        if let Some(entry) = entry {
            pack.add(entry);
        }
    }
    pack.complete_translations();
    Some(pack)
}

impl Pack {
    fn add(&mut self, entry: Entry) {
        match entry {
            Entry::Template(template) => self.templates.push(template),
            Entry::Ward(ward) => self.wards.push(*ward),
            Entry::Article(article) => self.articles.push(*article),
            Entry::Standard(standard) => self.standards.push(*standard),
            Entry::ConversationModel(model) => self.conversation_models.push(*model),
            Entry::Benchmark(benchmark) => self.benchmarks.push(*benchmark),
            Entry::Resources(resources) => self.resources.push(resources),
            Entry::Support(support) => self.support.push(support),
            Entry::Glossary(glossary) => self.glossary.push(glossary),
            Entry::Image(path, file) => drop(self.images.insert(path, file)),
            Entry::Broken(kind, id) => drop(kind.map(|kind| self.broken.insert((kind, id)))),
        }
    }

    /// Gives each translated page what only its original says: who it is for, its place, its sources and who looks after it.
    fn complete_translations(&mut self) {
        let originals = self.articles.iter().filter(|article| article.language.is_none());
        let originals: BTreeMap<(Kind, String), Article> =
            originals.map(|article| ((article.kind, article.id.clone()), article.clone())).collect();
        for article in self.articles.iter_mut().filter(|article| article.language.is_some()) {
            if let Some(original) = originals.get(&(article.kind, article.id.clone())) {
                article.complete_from(original);
            }
        }
    }

    /// Returns the page of a kind and id in a language; `None` is the pack's first.
    pub fn article(&self, kind: Kind, id: &str, language: Option<&str>) -> Option<&Article> {
        let is_it =
            |article: &&Article| article.kind == kind && article.id == id && article.language.as_deref() == language;
        self.articles.iter().find(is_it)
    }

    /// Returns the charter template in a language; `None` is the pack's first.
    pub fn template(&self, language: Option<&str>) -> Option<&Template> {
        self.templates.iter().find(|template| template.language.as_deref() == language)
    }
}

fn settings(packs: &[Parsed], sources: &Sources, problems: &mut Vec<Problem>) -> Option<Settings> {
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
    let settings = Settings::read(&tree, &mut reader);
    problems.append(&mut reader.problems);
    let below = trees.iter().skip(1).find_map(|tree| first_language_of(tree));
    if let (Some(settings), Some(below)) = (&settings, below) {
        let own = &settings.languages[0];
        if own.value != below {
            problems.push(fields::other_first_language(own.span, own, &below));
        }
    }
    settings
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

/// Tells whether a file is a translation from a layer below into a language that this pack doesn't have.
fn is_unlisted(source: &SourceFile, settings: &Settings) -> bool {
    let language = place(&source.path).and_then(|place| place.language);
    let is_listed = |tag: &String| settings.languages.iter().any(|listed| listed.value == *tag);
    source.inherited && language.is_some_and(|tag| !is_listed(&tag))
}

/// Returns what one file holds, and its problems.
fn entry(parsed: Parsed, source: &SourceFile) -> (Option<Entry>, Vec<Problem>) {
    let mut problems = parsed.problems;
    let Some(place) = place(&source.path) else {
        problems.clear();
        problems.push(files::unknown_place(&source.shown, nearest(&source.path).as_deref()));
        return (None, problems);
    };
    if !is_id(&place.id) && place.role != Role::Image {
        let path = Place::Path(source.shown.clone());
        problems.push(fields::bad_id(path, &place.id, &as_id(&place.id)));
    }
    let mut reader = Reader { file: parsed.file, text: source.text.shown(), problems };
    let entry = typed(&place, &parsed.document, source, &mut reader);
    let kind = kind_of(place.role);
    (
        Some(
            entry
                .unwrap_or_else(|| Entry::Broken(kind, if lists_items(place.role) { String::new() } else { place.id })),
        ),
        reader.problems,
    )
}

fn typed(place: &FilePlace, document: &Document, source: &SourceFile, reader: &mut Reader<'_>) -> Option<Entry> {
    let language = place.language.clone();
    let (node, body) = match document {
        Document::Broken => return None,
        Document::Bytes => return Some(Entry::Image(source.path.clone(), reader.file)),
        Document::Yaml { tree, body } => (tree, *body),
    };
    let body = body.unwrap_or(reader.text.len());
    Some(match place.role {
        Role::Pack | Role::Image => return None,
        Role::Template => Entry::Template(Template::read(language, node, reader)?),
        Role::Ward => Entry::Ward(Box::new(Ward::read(place.id.clone(), node, reader)?)),
        Role::Article(kind) => {
            let mut article = Article::read(kind, place, node, body, reader)?;
            if kind == Kind::Domain {
                article.order = number_of(&source.path);
            }
            Entry::Article(Box::new(article))
        }
        Role::Standard => Entry::Standard(Box::new(Standard::read(place, &source.path, node, body, reader)?)),
        Role::ConversationModel => Entry::ConversationModel(Box::new(ConversationModel::read(place, node, reader)?)),
        Role::Benchmark => Entry::Benchmark(Box::new(Benchmark::read(place, node, reader)?)),
        Role::Resources => Entry::Resources(Collection::read(language, node, "resources", "resources.yaml", reader)?),
        Role::Support => Entry::Support(Collection::read(language, node, "services", "support.yaml", reader)?),
        Role::Glossary => Entry::Glossary(Collection::read(language, node, "terms", "glossary.yaml", reader)?),
    })
}

/// Tells whether a file lists many items instead of being one.
fn lists_items(role: Role) -> bool {
    matches!(role, Role::Resources | Role::Support | Role::Glossary)
}

fn kind_of(role: Role) -> Option<Kind> {
    match role {
        Role::Ward => Some(Kind::Ward),
        Role::Article(kind) => Some(kind),
        Role::Standard => Some(Kind::Standard),
        Role::ConversationModel => Some(Kind::ConversationModel),
        Role::Benchmark => Some(Kind::Benchmark),
        Role::Resources => Some(Kind::Resource),
        Role::Support => Some(Kind::Support),
        Role::Glossary => Some(Kind::Term),
        _ => None,
    }
}
