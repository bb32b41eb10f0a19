//! Who is shown what: which wards give out which leaflets, and which pages a site for one audience has.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Site;
use super::links::from_folder;
use super::names::Name;
use super::readers::Readers;
use super::texts::{self, Text};
use crate::model::article::Article;
use crate::model::audience::Audience;
use crate::model::kind::Kind;
use crate::model::pack::Pack;
use crate::model::ward::Ward;
use crate::parse::line::Piece;
use crate::parse::plain;
use crate::parse::prose::Prose;
use crate::span::{FileId, Span};

/// Tells whether a ward gives out a leaflet: it is for the ward's kind, and the ward doesn't leave it out.
pub fn gives_out(ward: &Ward, leaflet: &Article) -> bool {
    let for_kind = leaflet.ward_kinds.is_empty() || leaflet.ward_kinds.iter().any(|kind| kind.value == ward.kind.value);
    for_kind && !ward.leave_out.iter().any(|id| id.value == leaflet.id)
}

/// What a site for one audience leaves out. The finished site is searched for it.
#[derive(Clone, Debug, Default)]
pub struct LeftOut {
    pub names: BTreeSet<Name>,
    /// Runs of words that stand in texts that were left out and in no other, each with its place.
    pub words: Vec<(String, Span)>,
}

/// Titles and other lines this long are looked for, and runs of words in a text; shorter ones, and single words, could stand
/// anywhere.
const SHORTEST_LINE: usize = 6;
const SHORTEST_RUN: usize = 12;

/// Takes everything out of a site that isn't for its readers: pages, passages, entries of lists, and what refers to them. What doesn't
/// say who it is for is for everyone.
pub fn keep_only(site: &mut Site, readers: &Readers) {
    site.audience = readers.audience;
    let is_for_others = |audience: &[Audience]| readers.are_left_out(audience, &[]);
    let names = names_for_others(&site.pack, readers);
    let words = words_of(&site.pack, &names, readers);
    let pictures = pictures_for_others(site, &names, readers);
    keep_passages(site, readers);
    let pack = &mut site.pack;
    pack.images.retain(|path, _| !pictures.contains(path));
    let is_kept = |kind: Kind, id: &str| !names.contains(&(kind, id.to_owned()));
    pack.retain_articles(|article| is_kept(article.kind, &article.id));
    pack.withdrawn_articles.retain(|article| is_kept(article.kind, &article.id));
    pack.withdrawn_easy_reads.retain(|easy_read| is_kept(easy_read.kind, &easy_read.id));
    pack.retain_starts(|start| !is_for_others(&start.audience));
    pack.conversation_models.retain(|model| is_kept(Kind::ConversationModel, &model.id));
    for resources in &mut pack.resources {
        Arc::make_mut(resources).items.retain(|resource| is_kept(Kind::Resource, &resource.id.0));
    }
    pack.easy_reads.retain(|easy_read| is_kept(easy_read.kind, &easy_read.id));
    pack.standards.retain(|standard| is_kept(Kind::Standard, &standard.id));
    site.used_by.retain(|used, users| {
        users.retain(|user| !names.contains(user));
        !names.contains(used)
    });
    for name in &names {
        site.names.leave_out(name.clone());
    }
    site.left_out = LeftOut { names, words };
}

/// Takes the passages for others out of every text, where there are any, and what only they refer to.
fn keep_passages(site: &mut Site, readers: &Readers) {
    let is_for_others = |found: &texts::Found<'_>| found.text.passages().iter().any(|passage| !readers.see(passage));
    if !texts::all(&site.pack).0.iter().any(is_for_others) {
        return;
    }
    let mut keep = |prose: &mut Arc<Prose>| *prose = readers.view(prose);
    site.pack.each_prose(&mut keep);
    site.charters.base.iter_mut().for_each(|charter| charter.each_prose(&mut keep));
    site.charters.wards.iter_mut().for_each(|ward| ward.charter.each_prose(&mut keep));
    let (found, ids) = texts::all(&site.pack);
    site.used_by = super::used_by(&found, &ids, &site.names, &site.pack, &site.paths);
}

/// Returns the pictures that only items and passages for others show.
fn pictures_for_others(site: &Site, names: &BTreeSet<Name>, readers: &Readers) -> BTreeSet<String> {
    let (mut kept, mut others) = (BTreeSet::new(), BTreeSet::new());
    let mut show = |is_left_out: bool, file: FileId, written: &str| {
        let from = site.paths.get(&file).map_or("", String::as_str);
        let shown = if is_left_out { &mut others } else { &mut kept };
        shown.extend(from_folder(from, written));
    };
    let is_left_out = |kind: Kind, id: &str| names.contains(&(kind, id.to_owned()));
    for found in texts::all(&site.pack).0 {
        let Text::Prose(prose) = found.text else { continue };
        let is_left_out = found.item.is_some_and(|(kind, id)| is_left_out(kind, id));
        let part = readers.part_of(prose);
        let seen = part.as_ref().unwrap_or(prose).images.iter().filter(|_| !is_left_out);
        prose.images.iter().for_each(|image| show(true, prose.span.file, &image.path));
        seen.for_each(|image| show(false, prose.span.file, &image.path));
    }
    for easy_read in &site.pack.easy_reads {
        let is_left_out = is_left_out(easy_read.kind, &easy_read.id);
        let rows = easy_read.parts.iter().flat_map(|part| &part.rows);
        rows.filter_map(|row| row.picture.as_ref()).for_each(|picture| show(is_left_out, easy_read.file, picture));
    }
    if let Some(logo) = &site.pack.settings.brand.logo {
        show(false, logo.picture.span.file, &logo.picture);
    }
    others.retain(|path| !kept.contains(path));
    others
}

/// Returns the items that are for others.
fn names_for_others(pack: &Pack, readers: &Readers) -> BTreeSet<Name> {
    let is_for_others = |audience: &[Audience]| readers.are_left_out(audience, &[]);
    let articles = pack.articles.iter().chain(&pack.withdrawn_articles);
    let articles = articles.filter(|article| readers.are_left_out(&article.audience, &article.ward_kinds));
    let models = pack.conversation_models.iter().filter(|model| is_for_others(&model.audience));
    let resources = pack.resources.iter().flat_map(|resources| &resources.items);
    let resources = resources.filter(|resource| is_for_others(&resource.audience));
    let mut names: BTreeSet<Name> = articles.map(|article| (article.kind, article.id.clone())).collect();
    names.extend(models.map(|model| (Kind::ConversationModel, model.id.clone())));
    names.extend(resources.map(|resource| (Kind::Resource, resource.id.0.value.clone())));
    // The standards of a domain stand on the domain's page.
    let domain = |standard: &str| (Kind::Domain, standard.to_owned());
    let standards: Vec<Name> = (pack.standards.iter())
        .filter(|standard| names.contains(&domain(&standard.domain)))
        .map(|standard| (Kind::Standard, standard.id.clone()))
        .collect();
    names.extend(standards);
    names
}

/// Returns the runs of words that stand in texts that are left out, and nowhere else in the pack.
fn words_of(pack: &Pack, names: &BTreeSet<Name>, readers: &Readers) -> Vec<(String, Span)> {
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
    let is_telling = |(words, _, shortest): &(String, Span, usize)| {
        words.len() >= *shortest && words.contains(char::is_whitespace) && !kept.contains(words)
    };
    left_out.into_iter().filter(is_telling).map(|(words, span, _)| (words, span)).collect()
}

/// Returns the runs of words of a text, its place, and how long a run must be to be looked for.
fn runs(text: Text<'_>) -> Vec<(String, Span, usize)> {
    match text {
        Text::Line(line) => {
            let words = line.pieces.iter().filter_map(|piece| match piece {
                Piece::Words(words) => Some(words.trim().to_owned()),
                Piece::Placeholder(_) => None,
            });
            words.map(|words| (words, line.span, SHORTEST_LINE)).collect()
        }
        Text::Prose(prose) => {
            let words = plain::runs(prose).into_iter();
            words.map(|words| (words.trim().to_owned(), prose.span, SHORTEST_RUN)).collect()
        }
    }
}
