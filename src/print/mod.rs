//! The papers of a [`Plan`] → PDFs, by a press that is given: the pages that list them then know how long and how large each is.
//!
//! A paper is printed from its view, the theme's files in `print/` and its pictures, and from nothing else; one whose key is that of the file
//! on disk isn't printed again, in this run of the program or in another. How a press lays words out isn't known here.
//!
//! - `codes.rs`: The short code of a paper that has none by its page
//! - `known.rs`: How long and how large the papers on disk are, and what they were printed from
//! - `misprints.rs`: Why a paper wasn't printed, as problems
//! - `pictures.rs`: The pictures that papers may show
//! - `press.rs`: What prints: a press, what it is given and what it says
//! - `prose.rs`: A piece of prose as a tree, for the templates of papers
//! - `typst.rs`: Typst as a press, where the program has it

pub mod codes;
mod known;
mod misprints;
mod pictures;
pub mod press;
mod prose;
#[cfg(feature = "print")]
mod typst;

use std::collections::BTreeSet;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::Value;

use crate::ledger::PaperOnDisk;
use crate::plan::view::paper::Paper;
use crate::plan::{Content, Plan, PlannedFile, key};
use crate::problem::Problem;
use crate::read::Sources;
use crate::render::{Rendered, RenderedFile, told_once};
pub use known::{KnownPapers, PapersBefore};
use pictures::SitePictures;
use press::{Folding, Misprint, Press, PressFiles, PrintOrder, Spine};

/// The folder of the theme with the templates of papers.
const FOLDER: &str = "print/";

/// The press that is part of the program; none where it was compiled without.
pub fn press() -> Option<Arc<dyn Press>> {
    #[cfg(feature = "print")]
    return Some(Arc::new(typst::TypstPress));
    #[cfg(not(feature = "print"))]
    None
}

/// A paper that was printed or wasn't, by its number in the plan.
struct Job {
    number: usize,
    /// Hash of all that it is printed from.
    key: u128,
    /// What it says, as text.
    words: String,
    printed: Result<(Arc<[u8]>, PaperOnDisk), Misprint>,
}

/// Prints the papers of a plan that aren't on disk already, and puts what it finds out about all of them on the pages that list them.
/// Returns what each paper says, as text at its path: nobody could search the PDF for what isn't to be on it. Reports templates that can't be printed, and words that don't fit.
pub fn print(
    plan: &mut Plan,
    sources: &Sources,
    press: &dyn Press,
    before: PapersBefore<'_>,
    known: &mut KnownPapers,
    problems: &mut Vec<Problem>,
) -> Rendered {
    let pictures = pictures::of_site(plan, before);
    let templates: Vec<(&String, u128)> =
        templates(sources).map(|(path, id)| (path, sources.file(id).fingerprint)).collect();
    let templates = key::of(&(press.version(), templates));
    let print = press.load(files(sources, &pictures));
    let known_papers = &*known;
    let job = |number: usize| {
        let file = &plan.files[number];
        let Content::Paper(paper) = &file.content else { return None };
        let of_pictures = paper.pictures().into_iter().map(|path| pictures.get(&path).map(|(_, key)| *key));
        let mut shown = serde_json::to_value(paper).unwrap_or_default();
        if let Some(code) = codes::of(paper) {
            shown["code"] = code.into();
        }
        let words = words(&shown);
        let order = order(paper, shown.to_string(), &words);
        let key = key::of(&(&order, templates, of_pictures.collect::<Vec<_>>()));
        let kept = known_papers.on_disk(&paper.path, key, before);
        let too_long = || known_papers.too_long(key).map(Misprint::TooLong);
        let print = || too_long().map_or_else(|| print(&order), Err).map(|printed| known::new(key, printed));
        let printed = kept.map_or_else(print, Ok);
        Some(Job { number, key, words, printed })
    };
    let jobs = on_every_core(plan.files.len(), job);
    let too_long = |job: &Job| match job.printed {
        Err(Misprint::TooLong(too_long)) => Some((job.key, too_long)),
        _ => None,
    };
    known.note_too_long(jobs.iter().filter_map(too_long).collect());
    put_in(plan, jobs, sources, known, problems)
}

/// Puts what was printed in the plan, and takes out what couldn't be folded. Returns what the papers say.
fn put_in(
    plan: &mut Plan,
    jobs: Vec<Job>,
    sources: &Sources,
    known: &mut KnownPapers,
    problems: &mut Vec<Problem>,
) -> Rendered {
    let (mut all_words, mut undrawable, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
    for Job { number, key, words, printed } in jobs {
        let file = &mut plan.files[number];
        let Content::Paper(paper) = &file.content else { continue };
        match (printed, paper.kind.fold()) {
            (Ok((pdf, printed)), _) => {
                known.note(&paper.path, printed);
                file.content = Content::Bytes(pdf, key);
            }
            (Err(Misprint::TooLong(too_long)), Some(fold)) => {
                left_out.push(misprints::left_out(paper, fold, file.origin, too_long.pages));
                continue;
            }
            (Err(misprint), _) => undrawable.extend(misprints::problems(&misprint, paper, file.origin, sources)),
        }
        all_words.push(RenderedFile { path: file.path.clone(), bytes: words.into_bytes().into(), key });
    }
    if undrawable.is_empty() {
        // What is left on the plan here has another paper with the same words.
        leave_out(plan);
        known.tell(plan);
    }
    problems.extend(told_once(undrawable));
    problems.extend(told_once(left_out));
    all_words
}

/// Takes the papers that weren't printed from the plan and from the pages that list them. The groups that they are of are planned anew the
/// next time, so that it is told again.
fn leave_out(plan: &mut Plan) {
    let is_paper = |file: &&PlannedFile| matches!(file.content, Content::Paper(_));
    let unprinted: BTreeSet<String> = plan.files.iter().filter(is_paper).map(|file| file.path.to_string()).collect();
    if unprinted.is_empty() {
        return;
    }
    plan.files.retain(|file| !matches!(file.content, Content::Paper(_)));
    plan.groups.retain(|group| !group.paths.iter().any(|path| unprinted.contains(&**path)));
    for file in &mut plan.files {
        let Content::Page(page) = &mut file.content else { continue };
        page.frame.papers.retain(|link| !unprinted.contains(&link.href));
    }
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
    let spine = if paper.dir == "rtl" { Spine::Right } else { Spine::Left };
    PrintOrder {
        template: paper.kind.template(),
        paper: shown,
        words,
        size: paper.kind.size(),
        address: paper.address.as_ref().filter(|_| paper.qr_code).map(|(address, _)| address.as_str()),
        is_dated: paper.day.is_some(),
        folding: paper.kind.fold().map(|fold| Folding { fold, spine }),
    }
}

fn templates(sources: &Sources) -> impl Iterator<Item = (&String, crate::span::FileId)> {
    sources.theme.iter().filter(|(path, _)| path.starts_with(FOLDER)).map(|(path, id)| (path, *id))
}

/// Returns all files that templates may ask for.
fn files(sources: &Sources, pictures: &SitePictures) -> PressFiles {
    let templates = templates(sources).map(|(path, id)| (path.clone(), sources.file(id).bytes.clone()));
    templates.chain(pictures.iter().map(|(path, (bytes, _))| (path.clone(), bytes.clone()))).collect()
}
