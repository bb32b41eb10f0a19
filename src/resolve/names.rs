//! The names of all items: what a reference can lead to, and what each is called in each language.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::values::plain;
use crate::model::collection::Collection;
use crate::model::kind::{Kind, PAGES, SECTIONS};
use crate::model::pack::Pack;
use crate::model::values::Id;
use crate::model::ward::Ward;
use crate::parse::line::Line;
use crate::problem::Problem;
use crate::problem::catalogue::{references, wards};
use crate::span::Span;

/// The kind and id of an item.
pub type Name = (Kind, String);

/// An item as others see it.
#[derive(Clone, Debug, Default, Hash)]
pub struct Item {
    /// Titles and summaries by language; `None` is the pack's first language.
    pub texts: BTreeMap<Option<String>, (Line, Option<Line>)>,
    /// Its place in a list: the author's `order:`, then the title.
    pub order: Option<i64>,
}

/// All items by name.
#[derive(Debug, Default, Hash)]
pub struct Names {
    items: BTreeMap<Name, Item>,
    /// Items that exist, but have no page: their file has mistakes, or they aren't for the readers of this site.
    broken: std::collections::BTreeSet<Name>,
    /// Items that are no longer there: they have a page that says so, and stand in no list.
    withdrawn: BTreeMap<Name, Item>,
}

impl Names {
    /// Returns the item, unless there is none or its file is broken.
    pub fn get(&self, kind: Kind, id: &str) -> Option<&Item> {
        let name = (kind, id.to_owned());
        self.items.get(&name).or_else(|| self.withdrawn.get(&name))
    }

    pub fn is_withdrawn(&self, kind: Kind, id: &str) -> bool {
        self.withdrawn.contains_key(&(kind, id.to_owned()))
    }

    /// Tells whether there is such an item, broken or not. A section has a page even if nobody wrote an introduction.
    pub fn has(&self, kind: Kind, id: &str) -> bool {
        let name = (kind, id.to_owned());
        let is_section = kind == Kind::Section && (SECTIONS.contains(&id) || id == PAGES);
        let is_listed_in_broken_file = self.broken.contains(&(kind, String::new()));
        is_section || self.get(kind, id).is_some() || self.broken.contains(&name) || is_listed_in_broken_file
    }

    /// Returns the ids of a kind, for "did you mean".
    pub fn ids(&self, kind: Kind) -> Vec<&str> {
        let sections = SECTIONS.iter().copied().filter(|_| kind == Kind::Section);
        self.items.keys().filter(|(found, _)| *found == kind).map(|(_, id)| id.as_str()).chain(sections).collect()
    }

    /// Takes the page of an item away; references to it stay right.
    pub fn leave_out(&mut self, name: Name) {
        self.items.remove(&name);
        self.withdrawn.remove(&name);
        self.broken.insert(name);
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Name, &Item)> {
        self.items.iter()
    }
}

/// Gathers the names of a pack. Reports two items with one id, and translations whose original isn't there.
pub fn gather(pack: &Pack, problems: &mut Vec<Problem>) -> Names {
    let mut gatherer = Gatherer { names: Names { broken: pack.broken.clone(), ..Names::default() }, problems };
    for article in pack.articles.iter().chain(&pack.withdrawn_articles) {
        let name = (article.kind, article.id.clone());
        gatherer.add(name, article.language.as_deref(), &article.title, Some(&article.summary), article.order);
    }
    for standard in &pack.standards {
        let name = (Kind::Standard, standard.id.clone());
        gatherer.add(name, standard.language.as_deref(), &standard.title, None, None);
    }
    for model in &pack.conversation_models {
        let name = (Kind::ConversationModel, model.id.clone());
        gatherer.add(name, model.language.as_deref(), &model.title, Some(&model.summary), model.order);
    }
    for benchmark in &pack.benchmarks {
        let name = (Kind::Benchmark, benchmark.id.clone());
        gatherer.add(name, benchmark.language.as_deref(), &benchmark.title, Some(&benchmark.summary), None);
    }
    for ward in pack.wards.iter().chain(&pack.withdrawn_wards) {
        gatherer.add((Kind::Ward, ward.id.clone()), None, &ward.name, None, None);
    }
    tell_apart(pack, &mut gatherer.names);
    gatherer.collections("resources", Kind::Resource, &pack.resources, |item| (&item.id, &item.title));
    gatherer.collections("support", Kind::Support, &pack.support, |item| (&item.id, &item.name));
    gatherer.collections("glossary", Kind::Term, &pack.glossary, |item| (&item.id, &item.term));
    gatherer.check_originals(pack);
    let withdrawn = pack.withdrawn_articles.iter().map(|article| (article.kind, article.id.clone()));
    let withdrawn = withdrawn.chain(pack.withdrawn_wards.iter().map(|ward| (Kind::Ward, ward.id.clone())));
    let mut names = gatherer.names;
    for name in withdrawn {
        if let Some(item) = names.items.remove(&name) {
            names.withdrawn.insert(name, item);
        }
    }
    names
}

/// Adds the hospital to the titles of wards that have one name in several hospitals, so that lists, search and the browser's tab tell
/// them apart.
fn tell_apart(pack: &Pack, names: &mut Names) {
    let mut of_name: BTreeMap<String, Vec<&Ward>> = BTreeMap::new();
    for ward in pack.wards.iter().chain(&pack.withdrawn_wards) {
        of_name.entry(plain(&ward.name).to_lowercase()).or_default().push(ward);
    }
    let is_in_several = |wards: &&Vec<&Ward>| wards.iter().any(|ward| plain(&ward.site) != plain(&wards[0].site));
    for wards in of_name.values().filter(is_in_several) {
        for ward in wards {
            let Some(item) = names.items.get_mut(&(Kind::Ward, ward.id.clone())) else { continue };
            let title = Line::words(&format!("{}, {}", plain(&ward.name), plain(&ward.site)), ward.name.span);
            item.texts.insert(None, (title, None));
        }
    }
}

struct Gatherer<'p> {
    names: Names,
    problems: &'p mut Vec<Problem>,
}

impl Gatherer<'_> {
    fn add(&mut self, name: Name, language: Option<&str>, title: &Line, summary: Option<&Line>, order: Option<i64>) {
        let item = self.names.items.entry(name.clone()).or_default();
        let texts = (title.clone(), summary.cloned());
        match item.texts.get(&language.map(str::to_owned)) {
            Some((first, _)) => self.problems.push(references::same_id(name.0.name(), &name.1, title.span, first.span)),
            None => drop(item.texts.insert(language.map(str::to_owned), texts)),
        }
        if language.is_none() {
            item.order = order;
        }
    }

    fn collections<T>(
        &mut self,
        section: &str,
        kind: Kind,
        collections: &[Arc<Collection<T>>],
        name: impl Fn(&T) -> (&Id, &Line),
    ) {
        for collection in collections {
            let language = collection.language.as_deref();
            self.add((Kind::Section, section.to_owned()), language, &collection.title, Some(&collection.summary), None);
            let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
            for item in &collection.items {
                let (id, title) = name(item);
                match seen.insert(&id.0, id.0.span) {
                    Some(first) => self.problems.push(references::same_id(kind.name(), &id.0, id.0.span, first)),
                    None => self.add((kind, id.0.value.clone()), language, title, None, None),
                }
            }
        }
    }

    fn check_originals(&mut self, pack: &Pack) {
        let first = pack.settings.first_language();
        for ((kind, id), item) in &self.names.items {
            if item.texts.contains_key(&None) || self.names.broken.contains(&(*kind, id.clone())) {
                continue;
            }
            for (title, _) in item.texts.values() {
                let path = format!("the {} “{id}” in the pack's first language ({first})", kind.name());
                self.problems.push(wards::no_original(title.span, &path));
            }
        }
    }
}
