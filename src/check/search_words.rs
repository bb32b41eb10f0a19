//! What people type leads to pages that are there, and to one set of them.
//!
//! Source: GOV.UK Design System, help users to find what they need in their own words (search logs name the words that find nothing).
//! Example: search.yaml shows `support/galp` for “gay”. Entries of a layer below that lead nowhere here are left out without a word:
//! they are no mistake of this pack's author.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::model::kind::Kind;
use crate::model::search_words::{Meant, SearchWords};
use crate::problem::Problem;
use crate::problem::catalogue::{references, search_words};
use crate::resolve::Site;
use crate::span::{Span, Spanned};
use crate::text::terms;

pub fn check(site: &Site, _: Date) -> Vec<Problem> {
    let own = site.pack.search_words.iter().filter(|words| !site.inherited.contains(&words.file));
    own.flat_map(|words| of_file(words, site)).collect()
}

fn of_file(words: &SearchWords, site: &Site) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut first: HashMap<String, Span> = HashMap::new();
    for meant in &words.searches {
        problems.extend(is_incomplete(meant));
        problems.extend(meant.pages.iter().filter_map(|page| of_page(page, site)));
        for typed in &meant.words {
            let folded = terms::words(&typed.0).join(" ");
            if folded.is_empty() {
                problems.push(search_words::no_letters(&typed.0, typed.0.span));
            } else if let Some(first) = first.get(&folded) {
                problems.push(search_words::twice(&typed.0, typed.0.span, *first));
            } else {
                first.insert(folded, typed.0.span);
            }
        }
    }
    problems
}

fn is_incomplete(meant: &Meant) -> Option<Problem> {
    match meant {
        Meant { words, .. } if words.is_empty() => Some(search_words::without_words(meant.span)),
        Meant { pages, harm, .. } if pages.is_empty() && !harm => Some(search_words::without_pages(meant.span)),
        _ => None,
    }
}

fn of_page(page: &Spanned<String>, site: &Site) -> Option<Problem> {
    // Several pages in one text are no reference either.
    let Some((kind, id)) = page.split_once('/').filter(|_| !page.contains([',', ' '])) else {
        return Some(references::not_a_reference(page, page.span));
    };
    let Some(kind) = Kind::named(kind) else {
        return Some(references::unknown_kind_of_page(kind, id, page.span, &Kind::ALL.map(Kind::name)));
    };
    if site.names.is_withdrawn(kind, id) {
        return Some(references::withdrawn(kind.name(), id, page.span));
    }
    let is_there = site.names.has(kind, id);
    (!is_there).then(|| references::dangling(kind.name(), id, page.span, site.names.ids(kind)))
}
