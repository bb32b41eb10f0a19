//! The names of all items: what a reference can lead to, and what each is called in each language.

use std::collections::BTreeMap;

use super::values::{in_words, plain};
use crate::model::kind::{Kind, PAGES, SECTIONS};
use crate::model::pack::Pack;
use crate::model::pack::item::{Item, Of};
use crate::model::read::single_values::Id;
use crate::model::ward::Ward;
use crate::problem::Problem;
use crate::problem::catalogue::{references, wards};
use crate::span::Span;
use crate::text::line::Line;

/// The kind and id of an item.
pub type Name = (Kind, String);

/// An item as others know it.
#[derive(Clone, Debug, Default, Hash)]
pub struct Named {
    /// Titles and summaries by language; `None` is the pack's first language.
    pub texts: BTreeMap<Option<String>, (Line, Option<Line>)>,
    /// Its place in a list: the author's `order:`, then the title.
    pub order: Option<i64>,
    /// The ids that it had before.
    pub formerly: Vec<String>,
    /// It isn't finished: only a site with drafts has it.
    pub is_draft: bool,
}

/// All items by name.
#[derive(Debug, Default, Hash)]
pub struct Names {
    items: BTreeMap<Name, Named>,
    /// Items that exist, but have no page: their file has mistakes, or they aren't for the readers of this site.
    broken: std::collections::BTreeSet<Name>,
    /// Items that are no longer there: they have a page that says so, and stand in no list.
    withdrawn: BTreeMap<Name, Named>,
    /// Items that were left out because they aren't finished.
    drafts: std::collections::BTreeSet<Name>,
}

impl Names {
    /// Returns the item, unless there is none or its file is broken.
    pub fn get(&self, kind: Kind, id: &str) -> Option<&Named> {
        let name = (kind, id.to_owned());
        self.items.get(&name).or_else(|| self.withdrawn.get(&name))
    }

    pub fn is_withdrawn(&self, kind: Kind, id: &str) -> bool {
        self.withdrawn.contains_key(&(kind, id.to_owned()))
    }

    /// Tells whether the item isn't finished. Its translations and its Easy Read aren't either.
    pub fn is_draft(&self, kind: Kind, id: &str) -> bool {
        self.items.get(&(kind, id.to_owned())).is_some_and(|item| item.is_draft)
    }

    /// Tells whether the item was left out because it isn't finished.
    pub fn is_left_out_draft(&self, kind: Kind, id: &str) -> bool {
        self.drafts.contains(&(kind, id.to_owned()))
    }

    /// Tells whether any item isn't finished.
    pub fn has_drafts(&self) -> bool {
        self.items.values().any(|item| item.is_draft)
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
        let of_kind = self.items.range((kind, String::new())..).take_while(|((found, _), _)| *found == kind);
        of_kind.map(|((_, id), _)| id.as_str()).chain(sections).collect()
    }

    /// Takes the page of an item away; references to it stay right, those by an earlier id of it too.
    pub fn leave_out(&mut self, name: Name) {
        if self.is_draft(name.0, &name.1) {
            self.drafts.insert(name.clone());
        }
        let left_out = [self.items.remove(&name), self.withdrawn.remove(&name)];
        let earlier = left_out.into_iter().flatten().flat_map(|item| item.formerly);
        self.broken.extend(earlier.map(|old| (name.0, old)));
        self.broken.insert(name);
    }

    /// Returns the id that an item has now which had this one before.
    pub fn renamed(&self, kind: Kind, id: &str) -> Option<&str> {
        let had = |item: &Named| item.formerly.iter().any(|old| old == id);
        self.every().find(|((found, _), item)| *found == kind && had(item)).map(|((_, now), _)| now.as_str())
    }

    /// Returns all items, those that are no longer there among them.
    pub fn every(&self) -> impl Iterator<Item = (&Name, &Named)> {
        self.items.iter().chain(&self.withdrawn)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Name, &Named)> {
        self.items.iter()
    }
}

/// Gathers the names of a pack. Reports two items with one id, and translations whose original isn't there.
pub fn gather(pack: &Pack, problems: &mut Vec<Problem>) -> Names {
    let first = pack.settings.first_language();
    let mut gatherer =
        NameGatherer { names: Names { broken: pack.broken.clone(), ..Names::default() }, first, problems };
    let items: Vec<Item<'_>> = pack.items().into_iter().filter(is_named).collect();
    let mut entries: BTreeMap<(Kind, Option<&str>, &str), Span> = BTreeMap::new();
    for item in &items {
        if let Of::Entry(Id(id)) = item.of
            && let Some(first) = entries.insert((item.kind, item.language, &**id), id.span)
        {
            gatherer.problems.push(references::same_id(item.kind.name(), id, id.span, first));
            continue;
        }
        gatherer.add(item);
    }
    tell_apart(pack, &mut gatherer.names);
    gatherer.check_originals(pack);
    let withdrawn = items.iter().filter(|item| item.is_gone).map(|item| (item.kind, item.id.to_owned()));
    let mut names = gatherer.names;
    for name in withdrawn {
        if let Some(item) = names.items.remove(&name) {
            names.withdrawn.insert(name, item);
        }
    }
    names
}

/// Tells whether others know an item by its kind and id. A charter is part of its section, and Easy Read of its page.
fn is_named(item: &Item<'_>) -> bool {
    !matches!(item.of, Of::Template | Of::Trust | Of::EasyRead(_))
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
            for (tag, (title, _)) in &mut item.texts {
                let language = tag.as_deref().unwrap_or(pack.settings.first_language());
                let site = in_words(&ward.site, &pack.settings, language);
                *title = Line::words(&format!("{}, {}", plain(title), plain(site)), ward.name.span);
            }
        }
    }
}

struct NameGatherer<'p> {
    names: Names,
    /// The pack's first language.
    first: &'p str,
    problems: &'p mut Vec<Problem>,
}

impl NameGatherer<'_> {
    fn add(&mut self, item: &Item<'_>) {
        let Some(title) = item.title else { return };
        let known = self.names.items.entry((item.kind, item.id.to_owned())).or_default();
        let language = item.language.map(str::to_owned);
        match known.texts.get(&language) {
            Some((first, _)) => {
                self.problems.push(references::same_id(item.kind.name(), item.id, title.span, first.span));
            }
            None => drop(known.texts.insert(language, (title.clone(), item.summary.cloned()))),
        }
        if let Of::Ward(ward) = item.of {
            let names = ward.name.each().filter(|(tag, _)| tag.is_some_and(|tag| tag != self.first));
            known.texts.extend(names.map(|(tag, name)| (tag.map(str::to_owned), (name.clone(), None))));
        }
        if item.language.is_none() {
            known.order = item.order;
            known.is_draft = item.is_draft;
            known.formerly = item.formerly.iter().map(|id| id.0.value.clone()).collect();
        }
    }

    fn check_originals(&mut self, pack: &Pack) {
        let first = pack.settings.first_language();
        for ((kind, id), item) in &self.names.items {
            if item.texts.contains_key(&None) || self.names.broken.contains(&(*kind, id.clone())) {
                continue;
            }
            // A language that pack.yaml doesn't list is told as such.
            let is_listed = |tag: &str| pack.settings.languages.iter().any(|language| language.value == tag);
            let texts = item.texts.iter().filter(|(tag, _)| tag.as_deref().is_some_and(is_listed));
            for (_, (title, _)) in texts {
                let path = format!("the {} “{id}” in the pack's first language ({first})", kind.name());
                self.problems.push(wards::no_original(title.span, &path));
            }
        }
    }
}
