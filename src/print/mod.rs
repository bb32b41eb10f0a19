//! The papers of a [`Plan`] → PDFs, by a press that is given: the pages that list them then know how long and how large each is.
//!
//! A paper is printed from its view, the theme's files in `print/` and its pictures, and from nothing else; one whose key is that of the file
//! on disk isn't printed again. How a press lays words out isn't known here.
//!
//! - `press.rs`: What prints: a press, what it is given and what it says
//! - `prose.rs`: A piece of prose as a tree, for the templates of papers
//! - `typst.rs`: Typst as a press, where the program has it

pub mod press;
mod prose;
#[cfg(feature = "print")]
mod typst;

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use rustc_hash::FxHashMap;
use serde_json::Value;

use crate::ledger::Ledger;
use crate::plan::bundle::SITE;
use crate::plan::view::paper::Paper;
use crate::plan::{Content, Plan, key};
use crate::problem::catalogue::{papers, theme};
use crate::problem::{Place, Problem};
use crate::read::Sources;
use crate::render::{Rendered, RenderedFile, told_once};
use crate::span::Span;
use press::{Misprint, Press, PressFiles, PrintOrder, PrintedPaper, TemplateMistake};

/// The folder of the theme with the templates of papers.
const FOLDER: &str = "print/";

/// The press that is part of the program; none where it was compiled without.
pub fn press() -> Option<Arc<dyn Press>> {
    #[cfg(feature = "print")]
    return Some(Arc::new(typst::TypstPress));
    #[cfg(not(feature = "print"))]
    None
}

/// How long and how large the papers on disk are, by their paths from the site's root, and the keys that they were printed from.
#[derive(Debug, Default)]
pub struct KnownPapers(FxHashMap<String, (u128, PaperFacts)>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct PaperFacts {
    pages: usize,
    bytes: usize,
}

/// Prints the papers of a plan that aren't on disk already, and puts what it finds out about all of them on the pages that list them.
/// Returns what each paper says, as text at its path: nobody could search the PDF for what isn't to be on it. Reports templates that can't be printed, and words that don't fit.
pub fn print(
    plan: &mut Plan,
    sources: &Sources,
    press: &dyn Press,
    ledger: &Ledger,
    known: &mut KnownPapers,
    problems: &mut Vec<Problem>,
) -> Rendered {
    let pictures = pictures(plan);
    let templates: Vec<(&String, u128)> =
        templates(sources).map(|(path, id)| (path, sources.file(id).fingerprint)).collect();
    let templates = key::of(&(press.version(), templates));
    let print = press.load(files(sources, &pictures));
    let (known_papers, before) = (&*known, problems.len());
    let job = |number: usize| {
        let file = &plan.files[number];
        let Content::Paper(paper) = &file.content else { return None };
        let of_pictures = paper.pictures.iter().map(|path| pictures.get(path).map(|(_, key)| *key));
        let key = key::of(&(paper, templates, of_pictures.collect::<Vec<_>>()));
        let shown = serde_json::to_value(paper).unwrap_or_default();
        let says = words(&shown);
        let facts = known_papers.facts(&paper.path, key).filter(|_| ledger.has(&file.path, key));
        let printed = match facts {
            Some(facts) => Ok((Arc::default(), facts)),
            None => print(&order(paper, shown.to_string(), &says)).map(|printed| {
                let PrintedPaper { pdf, pages } = printed;
                let facts = PaperFacts { pages, bytes: pdf.len() };
                (Arc::<[u8]>::from(pdf), facts)
            }),
        };
        Some((number, key, says, printed))
    };
    let jobs = on_every_core(plan.files.len(), job);
    let (mut all_words, mut undrawable) = (Vec::new(), Vec::new());
    for (number, key, words, printed) in jobs {
        let file = &mut plan.files[number];
        let Content::Paper(paper) = &file.content else { continue };
        match printed {
            Ok((pdf, facts)) => {
                known.0.insert(paper.path.clone(), (key, facts));
                file.content = Content::Bytes(pdf, key);
            }
            Err(misprint) => undrawable.extend(misprinted(&misprint, paper, file.origin, sources)),
        }
        all_words.push(RenderedFile { path: file.path.clone(), bytes: words.into_bytes().into(), key });
    }
    problems.extend(told_once(undrawable));
    if problems.len() == before {
        known.tell(plan);
    }
    all_words
}

/// Does a job for each number below `count`, and returns what came of them in that order. A press may share the work for one paper
/// among the cores itself; threads of their own keep one that waits for that from beginning paper after paper meanwhile, each of
/// which takes its room in memory.
fn on_every_core<T: Send>(count: usize, job: impl Fn(usize) -> Option<T> + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let work = || {
        let numbers =
            std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed)).filter(|number| *number < count));
        numbers.filter_map(|number| Some((number, job(number)?))).collect::<Vec<_>>()
    };
    let mut done: Vec<(usize, T)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..rayon::current_num_threads()).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, done)| done).collect()
}

impl KnownPapers {
    fn facts(&self, path: &str, key: u128) -> Option<PaperFacts> {
        self.0.get(path).filter(|(known, _)| *known == key).map(|(_, facts)| *facts)
    }

    /// Puts the sizes of papers on the pages that list them.
    fn tell(&self, plan: &mut Plan) {
        for file in &mut plan.files {
            let Content::Page(page) = &mut file.content else { continue };
            for link in &mut page.frame.papers {
                let Some((_, facts)) = self.0.get(&link.href) else { continue };
                (link.pages, link.bytes) = (facts.pages, facts.bytes);
                link.kilobytes = facts.bytes.div_ceil(1000);
            }
        }
    }
}

/// Returns the words that a paper shows, a line each: no names of fields, and none of the theme's words.
fn words(shown: &Value) -> String {
    match shown {
        Value::String(words) => format!("{words}\n"),
        Value::Array(all) => all.iter().map(words).collect(),
        Value::Object(fields) => {
            let is_shown = |name: &str| !["kind", "of", "lang", "dir", "t", "href", "path"].contains(&name);
            fields.iter().filter(|(name, _)| is_shown(name)).map(|(_, value)| words(value)).collect()
        }
        _ => String::new(),
    }
}

fn order<'a>(paper: &'a Paper, shown: String, words: &'a str) -> PrintOrder<'a> {
    PrintOrder {
        template: paper.kind.template(),
        paper: shown,
        words,
        size: paper.kind.size(),
        address: paper.address.as_ref().map(|(address, _)| address.as_str()),
        is_dated: paper.day.is_some(),
    }
}

/// Returns the pictures of a site by their paths, each with its hash.
fn pictures(plan: &Plan) -> BTreeMap<String, (Arc<[u8]>, u128)> {
    let pictures = plan.files.iter().filter_map(|file| match &file.content {
        Content::Bytes(bytes, key) => {
            let path = file.path.strip_prefix(SITE).unwrap_or(&file.path);
            path.starts_with("images/").then(|| (path.to_owned(), (bytes.clone(), *key)))
        }
        _ => None,
    });
    pictures.collect()
}

fn templates(sources: &Sources) -> impl Iterator<Item = (&String, crate::span::FileId)> {
    sources.theme.iter().filter(|(path, _)| path.starts_with(FOLDER)).map(|(path, id)| (path, *id))
}

/// Returns all files that templates may ask for.
fn files(sources: &Sources, pictures: &BTreeMap<String, (Arc<[u8]>, u128)>) -> PressFiles {
    let templates = templates(sources).map(|(path, id)| (path.clone(), sources.file(id).bytes.clone()));
    templates.chain(pictures.iter().map(|(path, (bytes, _))| (path.clone(), bytes.clone()))).collect()
}

/// Returns the problems of a paper that wasn't printed.
fn misprinted(misprint: &Misprint, paper: &Paper, origin: Option<Span>, sources: &Sources) -> Vec<Problem> {
    match misprint {
        Misprint::TooLong { pages, points } => {
            let place = origin.map_or_else(|| Place::Path(paper.path.clone()), Place::At);
            vec![papers::too_long(place, (&paper.title, &paper.name), *pages, paper.kind.size().most_pages, *points)]
        }
        Misprint::Letters(letters) => {
            let place = origin.map_or_else(|| Place::Path(paper.path.clone()), Place::At);
            vec![papers::no_letters(place, &paper.ward.words, letters)]
        }
        Misprint::Template(mistakes) => {
            let problem = |mistake: &TemplateMistake| {
                let template = mistake.file.as_deref().unwrap_or(paper.kind.template());
                theme::template(place(mistake, template, sources), &mistake.message, Some(&paper.path))
            };
            mistakes.iter().map(problem).collect()
        }
    }
}

fn place(mistake: &TemplateMistake, template: &str, sources: &Sources) -> Place {
    let Some(id) = sources.theme.get(template) else { return Place::Path(template.to_owned()) };
    let range = mistake.range.clone().unwrap_or_default();
    Place::At(Span::new(*id, range.start, range.end))
}
