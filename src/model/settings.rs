//! pack.yaml: what the pack is called, who publishes it, its languages and kinds of ward.

use std::sync::Arc;

use super::address::{Email, SiteAddress, WebAddress};
use super::ages::Ages;
use super::brand::Brand;
use super::changes::InLanguages;
use super::contact::{Contacts, Hospital, SharedContacts};
use super::fields::{FromNode, Reader};
use super::language::Tag;
use super::nation::Nation;
use super::phone::Phone;
use super::review::ReviewedBase;
use super::values::Id;
use super::young_people::YoungPeople;
use crate::parse::yaml::{Node, Value};
use crate::parse::{Document, Parsed};
use crate::problem::Problem;
use crate::problem::catalogue::{fields as problems_of, yaml};
use crate::read::Sources;
use crate::span::{FileId, Spanned};
use crate::text::line::Line;
use crate::text::plain;

/// Where the exit link leads when pack.yaml doesn't say: a page that is neutral and the same for everyone
/// (GOV.UK Design System, exit this page).
const QUIET_PLACE_ON_THE_WEB: &str = "https://www.bbc.co.uk/weather";
/// How long a contact counts as checked when pack.yaml doesn't say, in months.
const CONTACT_MONTHS: i64 = 12;

#[derive(Clone, Debug)]
pub struct Settings {
    pub title: InLanguages<Line>,
    pub publisher: Publisher,
    /// Tags of the pack's languages; the first is the one that files without a language in their name are in.
    pub languages: Vec<Spanned<String>>,
    /// The nation whose services its readers can use.
    pub nation: Option<Nation>,
    pub ward_kinds: Vec<WardKind>,
    /// Some kind can't be read, so nobody knows which others there are.
    pub has_broken_kinds: bool,
    /// What wards have that don't give it themselves, and whose hospital doesn't.
    pub contacts: Option<SharedContacts>,
    pub hospitals: Vec<Hospital>,
    pub contacts_checked_within_months: i64,
    pub quick_exit: String,
    /// The address the site will have on the web, where known: only the page for addresses that don't exist needs it.
    pub web_address: Option<WebAddress>,
    pub brand: Brand,
    /// What the trust tells young people in its own words.
    pub young_people: YoungPeople,
    /// When the publisher read the texts that it has from the layers below, and who did: a role.
    pub reviewed_base: Option<ReviewedBase>,
    /// The pack.yaml of each layer below, and who publishes it.
    pub below: Vec<(FileId, Option<String>)>,
}

/// Who answers for the pack.
#[derive(Clone, Debug, Default)]
pub struct Publisher {
    pub name: Option<InLanguages<Line>>,
    pub phone: Option<Phone>,
    pub email: Option<Line>,
    pub website: Option<WebAddress>,
}

/// A kind of ward, such as acute.
#[derive(Clone, Debug)]
pub struct WardKind {
    pub id: Id,
    pub name: InLanguages<Line>,
    /// How old the people on such a ward are; adults, where nothing is said.
    pub ages: Option<Ages>,
}

/// Reports a language listed twice and keeps the first.
fn without_repeats(languages: Vec<Spanned<String>>, problems: &mut Vec<Problem>) -> Vec<Spanned<String>> {
    let mut kept: Vec<Spanned<String>> = Vec::new();
    for language in languages {
        match kept.iter().find(|other| other.value == language.value) {
            Some(first) => problems.push(yaml::duplicate_key(&language, language.span, first.span)),
            None => kept.push(language),
        }
    }
    kept
}

impl Settings {
    pub fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.fields(node, "pack.yaml")?;
        // Reading decides by these two which files there are; here they are only looked at for mistakes.
        let _ = (fields.optional::<Spanned<String>>("extends"), fields.optional::<Spanned<String>>("theme"));
        let title = fields.required("title");
        let publisher = fields.optional("publisher").unwrap_or_default();
        let languages = without_repeats(Tag::read(&mut fields), &mut fields.reader.problems);
        let before = fields.reader.problems.len();
        let nation = Nation::read(&mut fields);
        let ward_kinds = fields.list("ward_kinds");
        let has_broken_kinds = fields.reader.problems.len() > before;
        let (contacts, hospitals) = (fields.optional("contacts"), fields.list("hospitals"));
        let months = fields.optional::<Months>("contacts_checked_within_months").map(|months| months.0);
        let quick_exit = fields.optional::<QuickExit>("quick_exit");
        let web_address = fields.optional("web_address").map(|SiteAddress(address)| WebAddress(address));
        let brand = fields.optional::<Brand>("brand");
        let young_people = fields.optional("young_people").unwrap_or_default();
        let reviewed_base = fields.optional("reviewed_base");
        fields.finish();
        let english = || vec![Spanned::new("en".to_owned(), node.span)];
        Some(Settings {
            title: title?,
            publisher,
            languages: if languages.is_empty() { english() } else { languages },
            nation,
            ward_kinds,
            has_broken_kinds,
            contacts,
            hospitals,
            contacts_checked_within_months: months.unwrap_or(CONTACT_MONTHS),
            quick_exit: quick_exit.map_or_else(|| QUIET_PLACE_ON_THE_WEB.to_owned(), |exit| exit.0.0.value),
            web_address,
            brand: brand.unwrap_or_default(),
            young_people,
            reviewed_base,
            below: Vec::new(),
        })
    }

    /// Returns the hospital that a ward's `site:` means, by its id or its name.
    pub fn hospital(&self, site: &str) -> Option<&Hospital> {
        let is_it = |hospital: &&Hospital| hospital.id.0.value == site || plain::line(&hospital.name) == site;
        self.hospitals.iter().find(is_it)
    }

    /// Returns the contacts of each hospital and of the trust, with whose they are.
    pub fn shared_contacts(&self) -> impl Iterator<Item = (String, &Contacts)> {
        let hospitals = self.hospitals.iter().map(|hospital| (plain::line(&hospital.name), &hospital.contacts.0));
        hospitals.chain(self.contacts.iter().map(|contacts| ("the trust".to_owned(), &contacts.0)))
    }

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
        let tags: Vec<&str> = self.languages.iter().map(|language| language.value.as_str()).collect();
        Some(problems_of::other_first_language(own.span, &own, below, is_variant, &tags))
    }

    /// Returns the language of files without a language in their name.
    pub fn first_language(&self) -> &str {
        &self.languages[0]
    }
}

/// Settings that say whose pack it is. They are never taken from a layer below: that would put one trust's name and numbers on
/// another's pages, and pages in languages that nobody here can answer for.
const OWN: [&str; 12] = [
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

/// A number of months that a date can be moved by.
struct Months(i64);

impl FromNode for Months {
    const EXAMPLE: &'static str = "12";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let months = i64::from_node(node, reader)?;
        if !(1..=120).contains(&months) {
            let most = months.clamp(1, 120).to_string();
            reader.wrong_kind(node, "a number of months from 1 to 120", &most);
            return None;
        }
        Some(Months(months))
    }
}

struct QuickExit(WebAddress);

impl FromNode for QuickExit {
    const EXAMPLE: &'static str = "{url: https://www.bbc.co.uk/weather}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "quick_exit", Self::EXAMPLE)?;
        let url = fields.required("url");
        fields.finish();
        Some(QuickExit(url?))
    }
}

impl FromNode for Publisher {
    const EXAMPLE: &'static str = "{name: Your trust}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "the publisher", Self::EXAMPLE)?;
        let publisher = Publisher {
            name: fields.required("name"),
            phone: fields.optional("phone"),
            email: fields.optional("email").map(|Email(line)| line),
            website: fields.optional("website"),
        };
        fields.finish();
        Some(publisher)
    }
}

impl FromNode for WardKind {
    const EXAMPLE: &'static str = "{id: acute, name: Acute ward}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a ward kind", Self::EXAMPLE)?;
        let (id, name) = (fields.required("id"), fields.required("name"));
        let ages = fields.optional("ages");
        fields.finish();
        Some(WardKind { id: id?, name: name?, ages })
    }
}
