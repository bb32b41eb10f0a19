//! The proof that a site for one audience holds nothing of what is for others: every byte that was drawn is searched for the
//! words that were left out, and no page, search index or file name is of an item that was.

use aho_corasick::AhoCorasick;
use rayon::prelude::*;

use crate::plan::{Content, Plan, url};
use crate::problem::Problem;
use crate::problem::catalogue::audit;
use crate::read::Sources;
use crate::render::Rendered;
use crate::resolve::audience::LeftOut;

/// Returns what of the things left out is in the site after all.
pub fn check(left_out: &LeftOut, plan: &Plan, rendered: &Rendered, sources: &Sources) -> Vec<Problem> {
    let mut problems: Vec<Problem> = names(left_out, plan);
    let (patterns, of): (Vec<String>, Vec<usize>) = (left_out.words.iter().enumerate())
        .flat_map(|(number, (words, _))| as_written(words).into_iter().map(move |written| (written, number)))
        .unzip();
    let Ok(searcher) = AhoCorasick::new(&patterns) else { return problems };
    let look = |file: &crate::render::RenderedFile| {
        let found = searcher.find_iter(&*file.bytes).map(|found| of[found.pattern().as_usize()]);
        found.map(|number| (number, file.path.clone())).collect::<Vec<_>>()
    };
    let mut found: Vec<_> = rendered.par_iter().flat_map_iter(look).collect();
    found.sort();
    found.dedup_by_key(|(number, _)| *number);
    for (number, path) in found {
        let (words, span) = &left_out.words[number];
        if !is_of_theme(words, sources) {
            problems.push(audit::leak(*span, words, &path));
        }
    }
    problems
}

/// Returns the problems of pages that have an item's address or stand in a search index, although the item is left out.
fn names(left_out: &LeftOut, plan: &Plan) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (kind, id) in &left_out.names {
        let (address, name) = (url::item(*kind, id), format!("{}/{id}", kind.name()));
        for file in &plan.files {
            let is_page = *file.path == *address;
            let is_found = match &file.content {
                Content::Search(index) => index.pages.iter().any(|page| page.name == name),
                _ => false,
            };
            if is_page || is_found {
                problems.push(audit::leaked_page(&name, &file.path));
            }
        }
    }
    problems
}

/// Returns the ways that words can stand in a page: as they are, as text of HTML, as templates escape them, and in a script.
fn as_written(words: &str) -> Vec<String> {
    let html = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let template = html.replace('\'', "&#39;");
    let script = words.replace('\\', "\\\\").replace('"', "\\\"");
    let mut all = vec![words.to_owned(), html, template, script];
    all.sort();
    all.dedup();
    all
}

/// Tells whether words are among those that the theme puts around every content, so that they say nothing of the pack.
fn is_of_theme(words: &str, sources: &Sources) -> bool {
    let strings = sources.theme.iter().filter(|(path, _)| path.starts_with("strings/"));
    strings.map(|(_, id)| sources.file(*id).text.shown()).any(|text| text.contains(words))
}
