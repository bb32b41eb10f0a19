//! [`Site`] → [`Plan`]: every file that the site will have. Pages, stylesheet and pictures alike.
//!
//! What a page will show is its view, which holds no span and no clock; nothing can be asked for later.
//!
//! - `assets.rs`: The files that pages load: the theme's stylesheet, script and pictures, and the pack's pictures
//! - `bundle.rs`: A ward's own pack: the site inside a folder, and outside it the ward's home as the page to open, and a note for whoever finds it
//! - `checks.rs`: Who has checked or read what, in words: the publisher, or nobody of it yet
//! - `collector.rs`: Every file of the site at its address; two that would have the same one are told
//! - `contents.rs`: The list of contents over a long text
//! - `foot.rs`: What stands at the end of an item's page
//! - `frames.rs`: The frame of each page
//! - `listed.rs`: What the pages that gather may show beyond `Shared`: lists, and items that list others or stand in one file with others
//! - `key.rs`: Keys: a hash of all that a page or a piece is drawn from
//! - `own_ward.rs`: What a ward's own pack shows in another way
//! - `moved.rs`: The pages at addresses that items had before: each leads on to the page that is there now
//! - `order.rs`: The order of the lists: the author's `order:`, then the title, as people count: ward 2 before ward 10
//! - `pages/`: The makers of pages, one file for each kind of page
//! - `pictures.rs`: The pictures that pages show, with their sizes
//! - `phones.rs`: Phone numbers in the words of a language
//! - `services.rs`: The services that stand round every page: the urgent ones, for the ages of those who read it
//! - `shared.rs`: What the pages of a ward see besides the ward itself, and a hash of it
//! - `strings.rs`: The words around the content, one file a language: `strings/en.yaml` of the theme
//! - `unfinished.rs`: Which pages are drafts
//! - `page_groups.rs`: The groups of pages that can be kept from one run to the next: those of a ward, the page of an article, and the lists
//! - `url.rs`: What an address looks like
//! - `vanished.rs`: Published addresses at which nothing is any more
//! - `voice.rs`: One way of saying things: a language, and perhaps a ward
//! - `web.rs`: What the web is told of a site that has a public address
//! - `words.rs`: What a voice says on a line: the words of the theme, days, and the lines of the content with their values

mod assets;
pub mod bundle;
mod checks;
mod collector;
mod contents;
mod foot;
mod frames;
mod listed;
pub mod key;
mod moved;
mod order;
mod own_ward;
mod pages;
mod pictures;
mod phones;
mod services;
mod shared;
pub mod strings;
mod page_groups;
pub mod unfinished;
pub mod url;
pub mod view;
pub mod vanished;
mod voice;
pub mod web;
mod words;

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::ledger::{Ledger, PageGroup};
use crate::model::kind::Kind;
use crate::model::language::Language;
use crate::parse::PerFile;
use crate::problem::Problem;
use crate::read::Sources;
use crate::resolve::Site;
use crate::resolve::charter::{Charter, WardCharter};
use crate::span::Span;
use collector::Collector;
use frames::Frames;
use listed::Listed;
use moved::FormerLines;
use order::Orders;
use page_groups::GroupToPlan;
use shared::Shared;
use strings::{Strings, ThemeWords};
use view::Frame;
use view::pages::View;
use view::paper::{Paper, PaperChoice};
use view::search::SearchIndex;
use voice::{Pieces, Voice};

/// Everything that the site will have.
#[derive(Debug)]
pub struct Plan {
    /// All files but those of the groups that are kept.
    pub files: Vec<PlannedFile>,
    /// The pages that come of one ward or one article, which are planned together.
    pub groups: Vec<PageGroup>,
    /// The names of the groups that come of the same as last time, whose pages so are those on disk.
    pub kept: HashSet<String>,
    /// The words of each language, for the templates.
    pub strings: BTreeMap<String, Strings>,
    /// How many wards the site has.
    pub wards: usize,
}

/// What a site is planned for.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlannedFor<'a> {
    /// The ward whose own pack this is.
    pub own_ward: Option<&'a str>,
    /// Which files are to be printed, where it isn't all.
    pub papers: Option<&'a PaperChoice>,
    /// Whether there are files to print.
    pub prints: bool,
}

impl Plan {
    /// Returns how many pages are planned, without those of the groups that are kept.
    pub fn pages(&self) -> usize {
        self.files.iter().filter(|file| matches!(file.content, Content::Page(_))).count()
    }
}

/// One file of the site: its path from the root, with forward slashes.
#[derive(Debug)]
pub struct PlannedFile {
    pub path: Arc<str>,
    pub content: Content,
    /// Where its author wrote it, for problems found on the finished page. It isn't part of what is drawn.
    pub origin: Option<Span>,
}

#[derive(Debug)]
pub enum Content {
    Page(Box<Page>),
    /// What a search page finds, as a script.
    Search(Box<SearchIndex>),
    /// A file to print.
    Paper(Box<Paper>),
    /// A file carried over as it is, and the hash of its bytes.
    Bytes(Arc<[u8]>, u128),
    /// A photo that is made smaller.
    Photo(view::photo::ShownPhoto),
}

/// A page: what is round it and what it shows. The two are all that its template sees.
#[derive(Debug, Hash)]
pub struct Page {
    pub frame: Frame,
    pub view: View,
}

impl Page {
    /// Returns the hash of all the page is drawn from, its template apart. What can be printed is the same in other files, and left
    /// out of this: a program that prints nothing makes the same site.
    pub fn key(&self) -> u128 {
        key::of(&(Frame { papers: Vec::new(), ..self.frame.clone() }, &self.view))
    }
}

/// A file that doesn't have its address yet, and the place of the item it is made from, for clashes.
struct Draft {
    path: String,
    content: Content,
    origin: Option<Span>,
}

impl Draft {
    fn page(page: Page, origin: Option<Span>) -> Self {
        Draft { path: page.frame.path.clone(), content: Content::Page(Box::new(page)), origin }
    }
}

/// Plans the whole site. Groups of pages that the ledger has from the same sources are kept as they are. Reports two pages with
/// one address, and languages whose words the theme lacks.
pub fn plan(
    site: &Site,
    made_for: PlannedFor<'_>,
    sources: &Sources,
    ledger: &Ledger,
    words: &mut PerFile<ThemeWords>,
    problems: &mut Vec<Problem>,
) -> Plan {
    let languages: Vec<&str> = site.pack.settings.languages.iter().map(|tag| tag.value.as_str()).collect();
    let strings = strings::load(&languages, sources, words, problems);
    let words: Vec<&Strings> = languages.iter().filter_map(|language| strings.get(*language)).collect();
    let mut clashes = Vec::new();
    let mut plan = plan_groups(site, made_for, &words, sources, ledger, &mut clashes);
    if !clashes.is_empty() && !plan.kept.is_empty() {
        // A clash is told with both pages, so neither may be one that was kept and isn't planned.
        clashes.clear();
        plan = plan_groups(site, made_for, &words, sources, &Ledger::default(), &mut clashes);
    }
    problems.extend(clashes);
    Plan { strings, ..plan }
}

fn plan_groups(
    site: &Site,
    made_for: PlannedFor<'_>,
    words: &[&Strings],
    sources: &Sources,
    ledger: &Ledger,
    clashes: &mut Vec<Problem>,
) -> Plan {
    let shared = Shared::new(site, made_for, words, sources);
    let listed = Listed::new(site, &shared, sources);
    let (pieces, frames) = (Pieces::default(), Frames::default());
    let printed = made_for.prints.then(|| printed_key(site, sources));
    let (templates, charters) = (key::of(&(templates_key(sources), printed)), charters_by_ward(site));
    let groups_of = |words: &&Strings| page_groups::all(site, (&shared, &listed), words, templates, &charters, sources);
    let to_plan: Vec<Vec<GroupToPlan<'_>>> = words.iter().map(groups_of).collect();
    // Which groups are kept is known before any page is added, so that an address taken by one of them is seen.
    let is_kept = |group: &&GroupToPlan<'_>| ledger.group(&group.name, group.made_from).is_some();
    let kept: HashSet<String> = to_plan.iter().flatten().filter(is_kept).map(|group| group.name.clone()).collect();
    let former = FormerLines::of(&site.pack);
    let mut files =
        Collector { by_lower: FxHashMap::default(), found: Vec::new(), kept, ledger, former, sources, clashes };
    let mut groups: Vec<PageGroup> = Vec::new();
    for (words, to_plan) in words.iter().zip(&to_plan) {
        let voice = Voice { shared: &shared, strings: words, pieces: &pieces, ward: None, prefers_easy_read: false };
        let orders = Orders::new(voice);
        let planner = Planner { voice, frames: &frames, orders: &orders };
        let gatherer = Gatherer { planner, listed: &listed };
        let anew = to_plan.par_iter().filter(|group| !files.kept.contains(&group.name));
        let planned: Vec<_> = anew.map(|group| (group, gatherer.pages(group))).collect();
        for (group, drafts) in planned {
            let found = web::found(&drafts);
            let paths = files.add_drafts(drafts);
            groups.push(PageGroup { name: group.name.clone(), made_from: group.made_from, paths, found });
        }
    }
    let found = groups.iter().flat_map(|group| &group.found).chain(ledger.found_of(&files.kept)).cloned().collect();
    web::add(&shared, found, &mut files);
    assets::add(site, sources, &mut files);
    if !listed.unfinished.is_empty() {
        assets::add_list_of_drafts(site, sources, &mut files);
    }
    let Collector { found: files, kept, .. } = files;
    Plan { files, groups, kept, strings: BTreeMap::new(), wards: site.pack.wards.len() }
}

/// Returns the charters of each ward, in the order of the wards.
fn charters_by_ward(site: &Site) -> Vec<Vec<&Charter>> {
    let mut charters = vec![Vec::new(); site.pack.wards.len()];
    for WardCharter { ward, charter } in &site.charters.wards {
        charters[*ward].push(charter);
    }
    charters
}

/// Returns the hash of all templates: when one changes, every page is planned again, and drawn if its own template changed.
fn templates_key(sources: &Sources) -> u128 {
    folder_key(sources, "templates/")
}

/// Returns the hash of what papers are made from besides their words. A page only names its pictures; a paper holds them.
fn printed_key(site: &Site, sources: &Sources) -> u128 {
    let pictures = site.pack.images.values().map(|picture| sources.file(picture.file).fingerprint);
    key::of(&(pictures.collect::<Vec<_>>(), folder_key(sources, "print/"), folder_key(sources, "images/")))
}

fn folder_key(sources: &Sources, folder: &str) -> u128 {
    let templates = sources.theme.iter().filter(|(path, _)| path.starts_with(folder));
    let templates: Vec<(&String, u128)> = templates.map(|(path, id)| (path, sources.file(*id).fingerprint)).collect();
    key::of(&templates)
}

/// Makes the pages of one language that depend on a file of their own and what any page may show.
#[derive(Clone, Copy)]
struct Planner<'a> {
    voice: Voice<'a>,
    frames: &'a Frames,
    orders: &'a Orders<'a>,
}

/// Makes the pages of one language that gather from the whole site: lists, and items that stand in a file with others.
#[derive(Clone, Copy)]
struct Gatherer<'a> {
    planner: Planner<'a>,
    listed: &'a Listed<'a>,
}

impl<'a> std::ops::Deref for Gatherer<'a> {
    type Target = Planner<'a>;
    fn deref(&self) -> &Planner<'a> {
        &self.planner
    }
}

impl Planner<'_> {
    /// Returns all languages of the pack.
    fn all_languages(&self) -> Vec<Language> {
        let others = self.voice.shared.settings.languages.iter().skip(1);
        std::iter::once(Language::default()).chain(others.map(|tag| Language::of(&tag.value))).collect()
    }

    /// Returns the languages an item has a page in.
    fn languages_of(&self, kind: Kind, id: &str) -> Vec<Language> {
        let all = &self.voice.shared.settings.languages;
        let translated = all.iter().skip(1).map(|tag| &tag.value).filter(|tag| self.voice.is_translated(kind, id, tag));
        std::iter::once(Language::default()).chain(translated.map(|tag| Language::of(tag))).collect()
    }
}
