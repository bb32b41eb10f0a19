//! What a site for some readers leaves out, and the words that would give it away.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Debug;
use std::sync::Arc;

use aho_corasick::AhoCorasick;

use super::Site;
use super::names::Name;
use super::pictures;
use super::readers::Readers;
use super::texts::{self, Text};
use crate::model::article::Article;
use crate::model::audience::Audience;
use crate::model::kind::{Kind, PAGES, SECTIONS, section_above};
use crate::model::pack::Pack;
use crate::model::pack::item::{Item, Of};
use crate::model::standard::domain_of;
use crate::read::Sources;
use crate::span::Span;
use crate::text::line::LinePiece;
use crate::text::plain;
use crate::text::terms;

/// What a site for some readers leaves out. The finished site is searched for it.
#[derive(Clone, Debug, Default)]
pub struct LeftOut {
    pub names: BTreeSet<Name>,
    /// The paths of pictures that nothing on the site shows or links to.
    pub pictures: BTreeSet<String>,
    /// Runs of words that stand in texts that were left out and in no other, each with its place.
    pub words: Vec<(String, Span)>,
    /// Words that nothing else in the pack has, in small letters and without accents, each with the place of its text.
    pub single_words: BTreeMap<String, Span>,
}

/// Titles and other lines this long are looked for, and runs of words in a text; shorter ones could stand anywhere.
const SHORTEST_LINE: usize = 6;
const SHORTEST_RUN: usize = 12;
/// A single word is looked for if it has this many bytes, and nothing that is shown has it.
const SHORTEST_WORD: usize = 5;

/// Returns what isn't for the readers of a site. Changes nothing.
pub fn of(site: &Site, readers: &Readers, sources: &Sources) -> LeftOut {
    let names = names_for_others(site, readers);
    let pictures = pictures::for_others(site, &names, readers, sources);
    let (words, single_words) = words_of(&site.pack, &names, readers);
    let mut left_out = LeftOut { names, pictures, words, single_words };
    if !left_out.single_words.is_empty() {
        let known = vocabulary(&site.pack, &left_out, readers);
        left_out.single_words.retain(|word, _| !known.contains(word));
    }
    left_out
}

/// Returns the items that are for others: those that say so, and those that stand in a section or a domain that is.
fn names_for_others(site: &Site, readers: &Readers) -> BTreeSet<Name> {
    let items = site.pack.items();
    let is_left_out = |item: &Item<'_>| readers.without_drafts && site.names.is_draft(item.kind, item.id);
    let is_for_others = |item: &&Item<'_>| {
        readers.are_left_out(item.audience, item.ward_kinds) || readers.are_of(item.not_for) || is_left_out(item)
    };
    let mut names: BTreeSet<Name> = items.iter().filter(is_for_others).map(name).collect();
    let sections = SECTIONS.iter().chain([&PAGES]);
    let is_in = |names: &BTreeSet<Name>, section: &str| names.contains(&(Kind::Section, section.to_owned()));
    let below: Vec<&&str> =
        sections.filter(|section| section_above(section).is_some_and(|above| is_in(&names, above))).collect();
    names.extend(below.into_iter().map(|section| (Kind::Section, (*section).to_owned())));
    // The standards of a domain stand on the domain's page.
    let is_left_out = |(kind, id): &Name| {
        let domain = (*kind == Kind::Standard).then(|| domain_of_standard(site, id)).flatten();
        let is_of_domain = domain.is_some_and(|domain| names.contains(&(Kind::Domain, domain)));
        is_of_domain || *kind != Kind::Section && is_in(&names, kind.section())
    };
    let others: Vec<Name> = items.iter().map(name).filter(is_left_out).collect();
    names.extend(others);
    names
}

fn name(item: &Item<'_>) -> Name {
    (item.kind, item.id.to_owned())
}

/// Returns the domain that a standard stands in, withdrawn or not.
fn domain_of_standard(site: &Site, standard: &str) -> Option<String> {
    let live = site.pack.standards.iter().find(|one| one.id == standard).map(|one| one.domain.clone());
    live.or_else(|| {
        let is_it = |article: &&Arc<Article>| article.kind == Kind::Standard && article.id == standard;
        let withdrawn = site.pack.withdrawn_articles.iter().find(is_it)?;
        Some(domain_of(site.paths.get(&withdrawn.file)?))
    })
}

/// Returns every word that the rest of the pack has, be it in a text, an address or an id: all that its fields show. It is told from
/// what is left out, and not from what was taken away, so that a taking away that fails is seen.
fn vocabulary(pack: &Pack, left_out: &LeftOut, readers: &Readers) -> HashSet<String> {
    let mut pack = pack.clone();
    pack.each_prose(&mut |prose| *prose = readers.view(prose));
    pack.retain_starts(|start| !readers.are_left_out(&start.audience, &[]));
    let mut text = String::new();
    let mut add = |shown: &dyn Debug| text.push_str(&unescaped(&format!("{shown:?} ")));
    add(&(&pack.settings, &pack.agreements));
    for item in pack.items().iter().filter(|item| !left_out.names.contains(&name(item))) {
        match item.of {
            // Its entries are items of their own.
            Of::List => item.noun.each_piece(&mut |piece| add(&piece)),
            _ => add(&item.noun),
        }
    }
    // Words that only lead to what was left out aren't shown.
    let is_kept = |(kind, id): (Kind, &str)| !left_out.names.contains(&(kind, id.to_owned()));
    let searches = pack.search_words.iter().flat_map(|words| &words.searches);
    searches.filter(|one| one.harm || one.names().any(is_kept)).for_each(|one| add(&one.words));
    pack.images.keys().filter(|path| !left_out.pictures.contains(*path)).for_each(|path| add(path));
    terms::words(&text).into_iter().collect()
}

/// Returns what the form for debugging shows with the letters that it escapes as they are: marks that are set over others would part
/// words.
fn unescaped(shown: &str) -> String {
    let mut text = String::with_capacity(shown.len());
    let mut rest = shown;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let escaped = after.strip_prefix("u{").and_then(|code| code.split_once('}'));
        let letter =
            escaped.and_then(|(code, rest)| Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, rest)));
        let mut letters = after.chars();
        rest = match (letter, letters.next()) {
            (Some((letter, rest)), _) => {
                text.push(letter);
                rest
            }
            (None, Some('n' | 't' | 'r' | '0')) => {
                text.push(' ');
                letters.as_str()
            }
            (None, letter) => {
                text.extend(letter);
                letters.as_str()
            }
        };
    }
    text + rest
}

/// The runs of words of texts that are left out, and their single words.
type LeftOutWords = (Vec<(String, Span)>, BTreeMap<String, Span>);

/// Returns the runs of words that stand in texts that are left out and nowhere else in the pack, and all their single words.
fn words_of(pack: &Pack, names: &BTreeSet<Name>, readers: &Readers) -> LeftOutWords {
    let is_for_others = |audience: &[Audience]| readers.are_left_out(audience, &[]);
    let starts = pack.articles.iter().flat_map(|article| &article.starts);
    let starts: BTreeSet<Span> = starts
        .filter(|start| is_for_others(&start.audience))
        .flat_map(|start| [start.title.span, start.text.span])
        .collect();
    let (mut kept, mut left_out) = (String::new(), Vec::new());
    for found in texts::all(pack).0 {
        let is_left_out = found.item.is_some_and(|(kind, id)| names.contains(&(kind, id.to_owned())));
        let part = match found.text {
            Text::Prose(prose) => readers.part_of(prose),
            Text::Line(_) => None,
        };
        let seen = part.as_ref().map_or(found.text, Text::Prose);
        if let (Text::Prose(prose), false) = (seen, is_left_out) {
            // Where a link is taken out, its words join those around it.
            kept.push_str(&plain::words(prose));
            kept.push('\n');
        }
        let is_left_out = is_left_out || runs(found.text).iter().any(|(_, span, _)| starts.contains(span));
        if is_left_out || part.is_some() {
            left_out.extend(runs(found.text));
        }
        if !is_left_out {
            kept.extend(runs(seen).into_iter().map(|(words, ..)| words + "\n"));
        }
    }
    let known = known_runs(&left_out, &kept);
    let is_telling = |(words, _, shortest): &(String, Span, usize)| {
        words.len() >= *shortest && words.contains(char::is_whitespace) && !known.contains(words.as_str())
    };
    let singles =
        left_out.iter().flat_map(|(run, span, _)| terms::words(run).into_iter().map(move |word| (word, *span)));
    let singles = singles.filter(|(word, _)| word.len() >= SHORTEST_WORD && word.chars().all(char::is_alphabetic));
    // The first text that has a word is the one that is told.
    let singles = singles.collect::<Vec<_>>().into_iter().rev().collect();
    (left_out.into_iter().filter(is_telling).map(|(words, span, _)| (words, span)).collect(), singles)
}

/// Returns those of the runs that stand in what is kept, which is gone through once.
fn known_runs(runs: &[(String, Span, usize)], kept: &str) -> HashSet<String> {
    let all: Vec<&str> = runs.iter().map(|(words, ..)| words.as_str()).filter(|words| !words.is_empty()).collect();
    let Ok(searcher) = AhoCorasick::new(&all) else { return HashSet::new() };
    searcher.find_overlapping_iter(kept).map(|found| all[found.pattern().as_usize()].to_owned()).collect()
}

/// Returns the runs of words of a text, its place, and how long a run must be to be looked for.
fn runs(text: Text<'_>) -> Vec<(String, Span, usize)> {
    match text {
        Text::Line(line) => {
            let words = line.pieces.iter().filter_map(|piece| match piece {
                LinePiece::Words(words) => Some(words.trim().to_owned()),
                LinePiece::Placeholder(_) => None,
            });
            words.map(|words| (words, line.span, SHORTEST_LINE)).collect()
        }
        Text::Prose(prose) => {
            let words = plain::runs(prose).into_iter();
            words.map(|words| (words.trim().to_owned(), prose.span, SHORTEST_RUN)).collect()
        }
    }
}
