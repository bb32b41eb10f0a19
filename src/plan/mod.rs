//! [`Site`] → [`Plan`]: every file that the site will have. Pages, stylesheet and pictures alike.
//!
//! A plan holds no spans and no clock. What a page will show is its view; nothing can be asked for later.

mod frames;
mod generated;
mod items;
pub mod key;
mod lists;
pub mod strings;
pub mod url;
pub mod view;
mod voice;
mod wards;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::model::kind::Kind;
use crate::problem::catalogue::references;
use crate::problem::{Place, Problem};
use crate::read::Sources;
use crate::resolve::Site;
use crate::span::Span;
use frames::Frames;
use strings::Strings;
use view::Frame;
use view::pages::View;
use voice::{Pieces, Voice};

/// Everything that will be written.
#[derive(Debug)]
pub struct Plan {
    /// In the order of the paths.
    pub files: Vec<PlannedFile>,
    /// The words of each language, for the templates.
    pub strings: BTreeMap<String, Strings>,
    /// How many wards the site has.
    pub wards: usize,
}

/// One file of the site: its path from the root, with forward slashes.
#[derive(Debug)]
pub struct PlannedFile {
    pub path: String,
    pub content: Content,
}

#[derive(Debug)]
pub enum Content {
    Page(Box<Page>),
    /// A file carried over as it is.
    Bytes(Arc<[u8]>),
}

/// A page: what is round it and what it shows. The two are all that its template sees.
#[derive(Debug, Hash)]
pub struct Page {
    pub frame: Frame,
    pub view: View,
}

impl Page {
    /// Returns the hash of all the page is drawn from, its template apart.
    pub fn key(&self) -> u128 {
        key::of(self)
    }
}

/// A page and the place of the item it is made from, for clashes of addresses.
struct Draft {
    page: Page,
    origin: Option<Span>,
}

/// Plans the whole site. Reports two pages with one address, and languages whose words the theme lacks.
pub fn plan(site: &Site, sources: &Sources, problems: &mut Vec<Problem>) -> Plan {
    let languages: Vec<&str> = site.pack.settings.languages.iter().map(|tag| tag.value.as_str()).collect();
    let strings = strings::load(&languages, sources, problems);
    let pieces = Pieces::default();
    let frames = Frames::default();
    let mut drafts = Vec::new();
    for words in languages.iter().filter_map(|language| strings.get(*language)) {
        let voice = Voice { site, strings: words, pieces: &pieces, ward: None };
        let planner = Planner { voice, frames: &frames };
        drafts.extend(planner.items());
        drafts.extend(planner.lists());
        let wards: Vec<Vec<Draft>> =
            site.pack.wards.par_iter().enumerate().map(|(number, ward)| planner.ward(number, ward)).collect();
        drafts.extend(wards.into_iter().flatten());
    }
    let mut files = Collector { by_lower: HashMap::new(), found: Vec::with_capacity(drafts.len()), sources, problems };
    for draft in drafts {
        files.add(draft.page.frame.path.clone(), Content::Page(Box::new(draft.page)), draft.origin);
    }
    assets(site, sources, &mut files);
    let mut files = files.found;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Plan { files, strings, wards: site.pack.wards.len() }
}

/// Makes the pages of one language.
struct Planner<'a> {
    voice: Voice<'a>,
    frames: &'a Frames,
}

impl Planner<'_> {
    /// Returns the languages an item has a page in, the pack's first as `None`.
    fn languages_of(&self, kind: Kind, id: &str) -> Vec<Option<String>> {
        let all = &self.voice.site.pack.settings.languages;
        let translated = all.iter().skip(1).map(|tag| &tag.value).filter(|tag| self.voice.is_translated(kind, id, tag));
        std::iter::once(None).chain(translated.cloned().map(Some)).collect()
    }
}

struct Collector<'p> {
    /// Paths in lower case with the place they came from: Windows shares make no difference between cases.
    by_lower: HashMap<String, (String, Option<Span>)>,
    found: Vec<PlannedFile>,
    sources: &'p Sources,
    problems: &'p mut Vec<Problem>,
}

impl Collector<'_> {
    fn add(&mut self, path: String, content: Content, origin: Option<Span>) {
        let lower = path.to_lowercase();
        if let Some((other, first)) = self.by_lower.get(&lower) {
            // The author's own file is the one that can be renamed, whichever was planned first.
            let is_own = |span: &Span| !self.sources.file(span.file).inherited;
            let (blamed, context) =
                if origin.as_ref().is_some_and(is_own) { (origin, *first) } else { (*first, origin) };
            let (blamed, context) = if blamed.is_some() { (blamed, context) } else { (context, blamed) };
            let place = blamed.map_or_else(|| Place::Path(path.clone()), Place::At);
            let context = context.filter(|context| Some(*context) != blamed);
            let other = format!("another page of the pack or of wardpack itself ({other})");
            self.problems.push(references::same_address(&path, place, context, &other));
            return;
        }
        self.by_lower.insert(lower, (path.clone(), origin));
        self.found.push(PlannedFile { path, content });
    }
}

/// Adds the theme's files that pages load, and the pack's pictures.
fn assets(site: &Site, sources: &Sources, files: &mut Collector<'_>) {
    let loaded = |path: &str| ["css/", "js/", "fonts/", "images/"].iter().any(|folder| path.starts_with(folder));
    let theme = sources.theme.iter().filter(|(path, _)| loaded(path));
    for (path, id) in theme.chain(&site.pack.images) {
        files.add(path.clone(), Content::Bytes(sources.file(*id).bytes.clone()), None);
    }
}
