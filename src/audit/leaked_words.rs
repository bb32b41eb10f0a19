//! Single words that only what was left out has: a name, a drug, a place. Longer runs of words are [`super::leak`]'s.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, Match, MatchKind};
use rayon::prelude::*;

use crate::model::language;
use crate::plan::view::search::{SearchIndex, SearchPage};
use crate::plan::{Content, Plan};
use crate::problem::Problem;
use crate::problem::catalogue::audit;
use crate::read::Sources;
use crate::render::{Rendered, RenderedFile};
use crate::span::Span;
use crate::text::terms;

/// Words of the HTML that is drawn for prose, and of the form of search indexes.
const MARKUP: &str = "blockquote strong table thead tbody scope region tabindex label callout passage important note role class href \
                      noreferrer width height start span code bdi dir ltr rtl window wardpackSearch push pages kinds words found leftOut meant goesOn";

/// Returns the problems of words that the site has although only texts that were left out have them: one for each of those texts.
/// `told` are the places of texts that a problem has been told of.
pub fn check(
    words: &BTreeMap<String, Span>,
    told: &BTreeSet<Span>,
    plan: &Plan,
    rendered: &Rendered,
    sources: &Sources,
) -> Vec<Problem> {
    let known = of_theme(plan, sources);
    let words: BTreeMap<&str, Span> =
        words.iter().filter(|(word, _)| !known.contains(*word)).map(|(word, span)| (word.as_str(), *span)).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found = in_indexes(&words, plan);
    found.extend(in_files(&words, rendered));
    found.sort();
    let mut told = told.clone();
    let first = found.into_iter().filter(|(span, ..)| told.insert(*span));
    first.map(|(span, word, path)| audit::leak(span, &word, &path)).collect()
}

/// A word, the place of the text that was left out with it, and the file that has it.
type Leak = (Span, String, String);

/// Returns the words that stand in what search finds. In the index itself they are cut short, so no search of its bytes would tell.
fn in_indexes(words: &BTreeMap<&str, Span>, plan: &Plan) -> Vec<Leak> {
    let of_page = |page: &SearchPage| {
        let lines =
            [Some(&page.title), Some(&page.kind), page.summary.as_ref()].into_iter().flatten().chain(&page.lines);
        let in_lines: Vec<String> = lines.flat_map(|line| terms::words(line)).collect();
        let in_texts = page.texts.iter().flat_map(|text| text.0.terms().keys()).map(ToString::to_string);
        in_lines
            .into_iter()
            .chain(in_texts)
            .filter_map(|word| Some((*words.get(word.as_str())?, word)))
            .collect::<Vec<_>>()
    };
    let of_index = |index: &SearchIndex, path: &str| {
        let found = index.pages.iter().flat_map(of_page);
        found.map(|(span, word)| (span, word, path.to_owned())).collect::<Vec<_>>()
    };
    let indexes = plan.files.iter().filter_map(|file| match &file.content {
        Content::Search(index) => Some((index, &file.path)),
        _ => None,
    });
    indexes.flat_map(|(index, path)| of_index(index, path)).collect()
}

/// Returns the words that stand in pages and other text files, or in their names.
fn in_files(words: &BTreeMap<&str, Span>, rendered: &Rendered) -> Vec<Leak> {
    let builder =
        AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(words.keys());
    let Ok(searcher) = builder else { return Vec::new() };
    let look = |file: &RenderedFile| {
        let is_text = [".html", ".js", ".pdf", ".txt"].iter().any(|ending| file.path.ends_with(ending));
        let text = std::str::from_utf8(&file.bytes).ok().filter(|_| is_text).unwrap_or_default();
        let in_file = [text, &file.path].into_iter().flat_map(|text| {
            searcher.find_iter(text).filter(|found| is_whole(text, found)).map(|found| found.pattern().as_usize())
        });
        in_file.map(|number| (number, file.path.to_string())).collect::<Vec<_>>()
    };
    let all: Vec<(&str, Span)> = words.iter().map(|(word, span)| (*word, *span)).collect();
    let found: Vec<(usize, String)> = rendered.par_iter().flat_map_iter(look).collect();
    found.into_iter().map(|(number, path)| (all[number].1, all[number].0.to_owned(), path)).collect()
}

/// Tells whether what was found is a word, and not a part of one.
fn is_whole(text: &str, found: &Match) -> bool {
    let before = text[..found.start()].chars().next_back();
    let after = text[found.end()..].chars().next();
    ![before, after].into_iter().flatten().any(char::is_alphanumeric)
}

/// Returns the words that stand around every content.
fn of_theme(plan: &Plan, sources: &Sources) -> BTreeSet<String> {
    let text = |(path, id): (&String, &crate::span::FileId)| {
        let text = sources.file(*id).text.shown();
        if path.starts_with("templates/") { markup(text) } else { text.to_owned() }
    };
    let texts = sources.theme.iter().map(text);
    let languages = plan.strings.keys().map(|tag| language::own_name(tag));
    let others = languages.chain([MARKUP]).map(str::to_owned);
    texts.chain(others).flat_map(|text| terms::words(&text)).collect()
}

/// Returns the tags of a template. Words between them would be a page's, and the theme keeps its words elsewhere.
fn markup(template: &str) -> String {
    let mut depth = 0_usize;
    let is_inside = |letter: char| {
        match letter {
            '<' | '{' => depth += 1,
            '>' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > 0
    };
    let mut inside = is_inside;
    template.chars().map(|letter| if inside(letter) { letter } else { ' ' }).collect()
}
