//! The proof that a site for one audience holds nothing of what is for others: every byte that was drawn is searched for the
//! words that were left out, and no page, search index or file name is of an item that was, and no page leads to a picture that was.

use std::collections::{BTreeSet, HashMap, HashSet};

use aho_corasick::AhoCorasick;
use rayon::prelude::*;

use super::leaked_words;
use crate::plan::bundle::SITE;
use crate::plan::{Content, Plan, PlannedFile, url};
use crate::problem::Problem;
use crate::problem::catalogue::audit;
use crate::read::Sources;
use crate::render::Rendered;
use crate::resolve::left_out::LeftOut;
use crate::resolve::names::Name;
use crate::span::Span;

/// What a number in right-to-left words is drawn between, which its author didn't write.
const ISOLATES: [&str; 6] = ["<bdi dir=ltr>", "<bdi dir=rtl>", "</bdi>", "\u{2066}", "\u{2067}", "\u{2069}"];

/// Returns what of the things left out is in the site after all.
pub fn check(left_out: &LeftOut, plan: &Plan, rendered: &Rendered, sources: &Sources) -> Vec<Problem> {
    let LeftOut { names: items, pictures, words, single_words } = left_out;
    if items.is_empty() && pictures.is_empty() && words.is_empty() && single_words.is_empty() {
        return Vec::new();
    }
    let mut problems: Vec<Problem> = names(left_out, plan);
    problems.extend(addresses_of_pictures(pictures, rendered));
    let told = runs(left_out, rendered, sources, &mut problems);
    problems.extend(leaked_words::check(&left_out.single_words, &told, plan, rendered, sources));
    problems
}

/// Adds the problems of runs of words that the site has. Returns the places of the texts they are from.
fn runs(left_out: &LeftOut, rendered: &Rendered, sources: &Sources, problems: &mut Vec<Problem>) -> BTreeSet<Span> {
    let mut told = BTreeSet::new();
    let (patterns, of): (Vec<String>, Vec<usize>) = (left_out.words.iter().enumerate())
        .flat_map(|(number, (words, _))| as_written(words).into_iter().map(move |written| (written, number)))
        .unzip();
    let (Ok(searcher), Ok(isolates)) = (AhoCorasick::new(&patterns), AhoCorasick::new(ISOLATES)) else { return told };
    let look = |file: &crate::render::RenderedFile| {
        let bytes = isolates.replace_all_bytes(&file.bytes, &[""; ISOLATES.len()]);
        let found = searcher.find_iter(&bytes).map(|found| of[found.pattern().as_usize()]);
        found.map(|number| (number, file.path.clone())).collect::<Vec<_>>()
    };
    let mut found: Vec<_> = rendered.par_iter().flat_map_iter(look).collect();
    found.sort();
    found.dedup_by_key(|(number, _)| *number);
    for (number, path) in found {
        let (words, span) = &left_out.words[number];
        if !is_of_theme(words, sources) {
            told.insert(*span);
            problems.push(audit::leak(*span, words, &path));
        }
    }
    told
}

/// Returns the problems of pages that have an item's address, in any language, or stand in a search index, although the item is
/// left out.
fn names(left_out: &LeftOut, plan: &Plan) -> Vec<Problem> {
    let name = |(kind, id): &Name| format!("{}/{id}", kind.name());
    let addresses: HashMap<String, String> =
        left_out.names.iter().map(|item| (url::item(item.0, &item.1), name(item))).collect();
    let names: HashSet<String> = left_out.names.iter().map(name).collect();
    let found = |file: &PlannedFile| -> Vec<String> {
        match &file.content {
            Content::Page(page) => {
                let path = page.frame.path.as_str();
                let in_first = path.strip_prefix(&format!("{}/", page.frame.lang)).unwrap_or(path);
                addresses.get(path).or_else(|| addresses.get(in_first)).cloned().into_iter().collect()
            }
            Content::Search(index) => {
                index.pages.iter().map(|page| page.name.clone()).filter(|name| names.contains(name)).collect()
            }
            // It has a name only where its page has an address.
            Content::Paper(_) => Vec::new(),
            Content::Bytes(..) | Content::Photo(_) => {
                left_out.pictures.get(file.path.strip_prefix(SITE).unwrap_or(&file.path)).cloned().into_iter().collect()
            }
        }
    };
    let leaked = plan.files.iter().flat_map(|file| found(file).into_iter().map(move |name| (name, &file.path)));
    leaked.map(|(name, path)| audit::leaked_page(&name, path)).collect()
}

/// Returns the problems of pages that show a picture that is left out, or link to it. Words that are the same as its path are no address.
fn addresses_of_pictures(pictures: &BTreeSet<String>, rendered: &Rendered) -> Vec<Problem> {
    let (patterns, of): (Vec<String>, Vec<&String>) = pictures
        .iter()
        .flat_map(|path| {
            as_written(path).into_iter().chain([path.replace(' ', "%20")]).map(move |written| (written, path))
        })
        .unzip();
    let Ok(searcher) = AhoCorasick::new(&patterns) else { return Vec::new() };
    let look = |file: &crate::render::RenderedFile| {
        let is_address = |start: usize| start > 0 && b"/\"'=(".contains(&file.bytes[start - 1]);
        let found = searcher.find_overlapping_iter(&*file.bytes).filter(|found| is_address(found.start()));
        found.map(|found| (of[found.pattern()], file.path.clone())).collect::<Vec<_>>()
    };
    let mut found: Vec<_> = rendered.par_iter().filter(|file| is_page(&file.path)).flat_map_iter(look).collect();
    found.sort();
    found.dedup_by_key(|(picture, _)| *picture);
    found.into_iter().map(|(picture, path)| audit::leaked_page(picture, &path)).collect()
}

fn is_page(path: &str) -> bool {
    path.ends_with(".html")
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
