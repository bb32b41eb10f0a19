//! Finished pages, looked at as a browser reads them: what no stage before can know, since a theme may do anything.
//!
//! The audit changes no page. What it finds in the author's own words is told at that line; the rest comes of a template, and
//! is told once, with the first page it is on. Looks at pages that weren't drawn again are kept in memory.
//!
//! - `contrast.rs`: The contrast of the colours that the stylesheet of a theme names, in light and in dark mode
//! - `languages.rs`: Which language words are in: by their letters, and by the text of the pack that says them
//! - `leak.rs`: The proof that a site for one audience holds nothing of what is for others
//! - `leaked_words.rs`: Single words that only what was left out has: a name, a drug, a place
//! - `page.rs`: One finished page, read as a browser reads it

mod contrast;
mod languages;
mod leak;
mod leaked_words;
mod page;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::ledger::Ledger;
use crate::plan::{Content, Plan, PlannedFile};
use crate::problem::catalogue::audit::{self, PageMistake};
use crate::problem::catalogue::markdown;
use crate::problem::{Place, Problem};
use crate::read::Sources;
use crate::render::Rendered;
use crate::span::{FileId, Files, Span};
pub use contrast::check as contrast;
pub use languages::Languages;
pub use leak::check as leaks;
use page::SeenPage;

/// Something wrong on a page, and the words or name that it is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Finding {
    pub mistake: PageMistake,
    pub words: String,
}

/// A page that was looked at, and where its author's words begin: the file in the content folder and the place in it.
#[derive(Debug)]
pub struct PageLook {
    seen: SeenPage,
    template: &'static str,
    origin: Option<(String, usize, usize)>,
}

/// The pages of the site on disk as they were last looked at. What is asked of all pages is kept at hand, so that one page that
/// changes doesn't cost a walk over ten thousand.
#[derive(Debug, Default)]
pub struct Looks {
    pages: FxHashMap<Arc<str>, PageLook>,
    /// The pages with something wrong.
    faulty: BTreeSet<Arc<str>>,
    /// The pages of each title in each language.
    titles: FxHashMap<(String, String), BTreeSet<Arc<str>>>,
    /// Titles of more than one page.
    same: BTreeSet<(String, String)>,
}

/// What is to become of the looks at some pages: another look, or none.
pub type NextLooks = Vec<(Arc<str>, Option<PageLook>)>;

impl Looks {
    /// Makes changes, and returns those that take them back.
    pub fn change(&mut self, changes: NextLooks) -> NextLooks {
        changes.into_iter().map(|(path, look)| (path.clone(), self.put(&path, look))).collect()
    }

    fn put(&mut self, path: &Arc<str>, look: Option<PageLook>) -> Option<PageLook> {
        let before = self.pages.remove(path);
        if let Some(before) = &before {
            self.faulty.remove(path);
            self.retitle(before, |paths| {
                paths.remove(path);
            });
        }
        if let Some(look) = look {
            if !look.seen.findings.is_empty() {
                self.faulty.insert(path.clone());
            }
            self.retitle(&look, |paths| {
                paths.insert(path.clone());
            });
            self.pages.insert(path.clone(), look);
        }
        before
    }

    fn retitle(&mut self, look: &PageLook, change: impl FnOnce(&mut BTreeSet<Arc<str>>)) {
        let title = (look.seen.language.clone(), look.seen.title.clone());
        let paths = self.titles.entry(title.clone()).or_default();
        change(paths);
        match paths.len() {
            0 => drop(self.titles.remove(&title)),
            1 => drop(self.same.remove(&title)),
            _ => drop(self.same.insert(title)),
        }
    }

    /// Returns the problems of all pages: one for each place in an author's file, one for each mistake of a template. What `told`
    /// says of the author's text already isn't said again.
    pub fn problems(&self, sources: &Sources, told: &[Problem]) -> Vec<Problem> {
        let are_links_told = told.iter().any(markdown::is_link_that_says_nothing);
        let mut own: BTreeMap<(u32, usize, Finding), Problem> = BTreeMap::new();
        let mut themes: BTreeMap<Finding, (Place, &str, usize)> = BTreeMap::new();
        let mut elsewhere = FxHashMap::default();
        for (path, look) in self.faulty.iter().filter_map(|path| Some((path, self.pages.get(path)?))) {
            for finding in &look.seen.findings {
                if finding.mistake == PageMistake::WordsSayNothing && are_links_told {
                    continue;
                }
                if let Some(span) = written_at(finding, look, sources, &mut elsewhere) {
                    let problem = || audit::problem(finding.mistake, &finding.words, Place::At(span), None);
                    own.entry((span.file.0, span.start as usize, finding.clone())).or_insert_with(problem);
                } else {
                    let first = || (in_template(finding, look, sources), &**path, 0);
                    themes.entry(finding.clone()).or_insert_with(first).2 += 1;
                }
            }
        }
        let of_theme = |(finding, (place, page, pages)): (Finding, (Place, &str, usize))| {
            audit::problem(finding.mistake, &finding.words, place, Some((page, pages)))
        };
        own.into_values().chain(themes.into_iter().map(of_theme)).chain(self.same_titles(sources)).collect()
    }

    /// Returns pages of one language whose titles in the browser's tab are the same (WCAG 2.2, 2.4.2): one problem for each two
    /// places in files that the pages come of, at the author's own file. Where pages come of one place, as two wards' copies of a leaflet
    /// do, the pages of the wards themselves tell it; or it is a template's mistake.
    fn same_titles(&self, sources: &Sources) -> Vec<Problem> {
        let (mut problems, mut of_templates) = (BTreeMap::new(), Vec::new());
        // Wards' copies have longer titles than the pages that they are of.
        let mut same: Vec<&(String, String)> = self.same.iter().filter(|(_, title)| !title.is_empty()).collect();
        same.sort_by_key(|(language, title)| (title.len(), title, language));
        for title in same {
            let mut pages: Vec<(&str, &PageLook)> =
                self.titles[title].iter().map(|path| (&**path, &self.pages[path])).collect();
            let is_own = |look: &PageLook| look.span(sources).is_some_and(|span| sources.layer(span.file).is_none());
            pages.sort_by_key(|(path, look)| (is_own(look), *path));
            let (first, others) = pages.split_first().map_or((None, &[][..]), |(first, others)| (Some(first), others));
            let Some((first_path, first)) = first else { continue };
            for (path, look) in others {
                let (here, there) = (look.span(sources), first.span(sources));
                if let Some(here) = here.filter(|_| here != there) {
                    let problem = || audit::same_title(&title.1, Place::At(here), path, there, first_path);
                    problems.entry((here, there)).or_insert_with(problem);
                } else {
                    of_templates.push(audit::same_title(&title.1, template(look, sources), path, None, first_path));
                }
            }
        }
        if problems.is_empty() { of_templates } else { problems.into_values().collect() }
    }
}

impl PageLook {
    /// Returns the place in the author's file that the page comes of.
    fn span(&self, sources: &Sources) -> Option<Span> {
        let (file, start, end) = self.origin.as_ref()?;
        Some(Span::new(*sources.content.get(file)?, *start, *end))
    }
}

/// Looks at every page that was drawn; `languages` are those of the pack's words. Returns how the looks at the pages on disk, `known`, change by it.
pub fn look(
    (plan, rendered): (&Plan, &Rendered),
    languages: &Languages,
    sources: &Sources,
    ledger: &Ledger,
    known: &Looks,
) -> NextLooks {
    let drawn: FxHashMap<&str, &[u8]> = rendered.iter().map(|file| (&*file.path, &*file.bytes)).collect();
    let look = |file: &PlannedFile| {
        let Content::Page(page) = &file.content else { return None };
        let known = || known.pages.get(&file.path).map(|look| look.seen.clone());
        let seen = drawn.get(&*file.path).map(|html| page::look(html, languages)).or_else(known).unwrap_or_default();
        let origin = file.origin.map(|span| origin(span, sources));
        Some((file.path.clone(), Some(PageLook { seen, template: page.view.template(), origin })))
    };
    let mut changes: NextLooks = plan.files.par_iter().filter_map(look).collect();
    let new = changes.iter().filter(|(path, _)| !known.pages.contains_key(path)).count();
    let kept = ledger.paths_of(&plan.kept).filter(|path| path.ends_with(".html")).count();
    if known.pages.len() + new != kept + changes.len() {
        let planned: HashSet<&str> = changes.iter().map(|(path, _)| &**path).collect();
        let is_gone = |path: &&Arc<str>| !planned.contains(&***path) && !ledger.is_in(path, &plan.kept);
        let gone: Vec<Arc<str>> = known.pages.keys().filter(is_gone).cloned().collect();
        changes.extend(gone.into_iter().map(|path| (path, None)));
    }
    changes
}

fn origin(span: Span, sources: &Sources) -> (String, usize, usize) {
    (sources.file(span.file).path.clone(), span.start as usize, span.end as usize)
}

/// Returns where the words of a finding stand in the author's files, if they do: in the one that the page comes of, or in another
/// whose text the page shows too. The others are gone through once for all pages with the same finding.
fn written_at<'f>(
    finding: &'f Finding,
    look: &PageLook,
    sources: &Sources,
    elsewhere: &mut FxHashMap<&'f Finding, Option<Span>>,
) -> Option<Span> {
    let words = &finding.words;
    let patterns = match finding.mistake {
        PageMistake::WordsSayNothing => vec![format!("[{words}]"), format!("|{words}]]")],
        PageMistake::HeadingSkips | PageMistake::SameHeading => vec![format!("# {words}")],
        PageMistake::PictureWithoutWords => vec![format!("({words})")],
        PageMistake::ForeignWords => vec![words.clone()],
        _ => return None,
    };
    let in_file = |id: &FileId| {
        let text = sources.file(*id).text.shown();
        patterns.iter().find_map(|pattern| {
            let at = text.find(pattern.as_str())? + pattern.find(words.as_str())?;
            Some(Span::new(*id, at, at + words.len()))
        })
    };
    let of_page = look.origin.as_ref().and_then(|(path, ..)| sources.content.get(path));
    let is_own = |id: &&FileId| sources.layer(**id).is_none() && !sources.is_sheet(**id);
    let mut in_own = || sources.content.values().filter(is_own).find_map(in_file);
    let found = of_page.filter(is_own).and_then(in_file);
    found.or_else(|| *elsewhere.entry(finding).or_insert_with(&mut in_own)).or_else(|| of_page.and_then(in_file))
}

/// Returns the place of a finding in a page's template: the template as a whole, where its words aren't in it.
fn in_template(finding: &Finding, look: &PageLook, sources: &Sources) -> Place {
    let is_written =
        [PageMistake::FieldWithoutLabel, PageMistake::HeadingSkips, PageMistake::NoSuchId, PageMistake::SameId];
    let id = sources.theme.get(&format!("templates/{}", look.template));
    let at = id.filter(|_| is_written.contains(&finding.mistake) && !finding.words.is_empty()).and_then(|id| {
        let at = sources.file(*id).text.shown().find(&finding.words)?;
        Some(Place::At(Span::new(*id, at, at + finding.words.len())))
    });
    at.unwrap_or_else(|| template(look, sources))
}

/// Returns the place of a page's template.
fn template(look: &PageLook, sources: &Sources) -> Place {
    let name = format!("templates/{}", look.template);
    let shown = sources.theme.get(&name).map(|id| sources.file(*id).shown.clone());
    Place::Path(shown.unwrap_or(name))
}
