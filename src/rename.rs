//! Gives an item another id: its files get the new name, what refers to it is rewritten, and its earlier id is written into it, so that
//! its addresses lead on.
//!
//! Only the author's own files are changed, and of them only the letters of the id: comments and the order of keys stay.

mod referring;

use std::collections::BTreeMap;

use crate::model::kind::Kind;
use crate::model::pack::item::{Item, Of};
use crate::model::place::{FileRole, place};
use crate::model::read::id::{as_id, is_id, usable};
use crate::pipeline::{Drafts, Request, site};
use crate::problem::fault::{Fault, renaming};
use crate::read::Sources;
use crate::resolve::Site;
use crate::span::{FileId, Files, Span};
use crate::write::disk::RealDisk;
use crate::write::whole;
use referring::RenamedTo;

/// What was renamed.
#[derive(Debug, PartialEq, Eq)]
pub struct RenamedItem {
    /// The files' old and new paths.
    pub files: Vec<(String, String)>,
    /// How many references were rewritten, and in which files.
    pub references: usize,
    pub referring: Vec<String>,
}

/// A change of some letters of a file.
type LetterChange = (Span, String);

/// Renames an item, which is named as references do: `leaflet/visiting`.
pub fn rename(request: &Request, written: &str, new: &str) -> Result<RenamedItem, Fault> {
    let content = &request.folders.content;
    whole::sweep(content, &RealDisk);
    // What isn't finished refers to others too.
    let (found, report) = site(&Request { drafts: Drafts::Shown, ..request.clone() })?;
    let Some(site) = found else { return Err(renaming::pack_unreadable()) };
    let sources = &report.sources;
    let (kind, old) = wanted(&site, written)?;
    if !is_id(new) {
        return Err(renaming::no_id(new, &as_id(new)));
    }
    usable(kind, new, &site.pack.settings.languages)?;
    let files = files(&site, sources, kind, &old, new)?;
    let mut edits = referring::changes(&site, sources, &RenamedTo { kind, old: &old, new })?;
    let count = edits.len();
    edits.extend(formerly(&site, sources, kind, &old, new));
    let texts = rewritten(edits, sources);
    let mut put: Vec<(&str, &[u8])> = Vec::new();
    let path_now = |path: &str| files.iter().find(|(from, _)| from == path).map(|(_, to)| to.clone());
    let all: BTreeMap<String, Vec<u8>> = (files.iter().map(|(from, _)| from.clone()))
        .chain(texts.keys().cloned())
        .map(|path| {
            let own = || sources.file(sources.content[&path]).bytes.to_vec();
            let bytes = texts.get(&path).map_or_else(own, |text| text.clone().into_bytes());
            (path_now(&path).unwrap_or(path), bytes)
        })
        .collect();
    put.extend(all.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
    whole::put(content, &put, &RealDisk).map_err(|error| error.of_files(content))?;
    let gone: Vec<&str> = files.iter().map(|(from, _)| from.as_str()).collect();
    whole::take_away(content, &gone, &RealDisk).map_err(|error| error.of_files(content))?;
    let referring = texts.keys().filter(|path| path_now(path).is_none()).cloned().collect();
    Ok(RenamedItem { files, references: count, referring })
}

/// Returns the kind and id that are meant, or says why they can't be renamed.
fn wanted(site: &Site, written: &str) -> Result<(Kind, String), Fault> {
    let named = written.split_once('/').and_then(|(kind, id)| Some((Kind::named(kind)?, id)));
    let Some((kind, id)) = named else { return Err(renaming::not_a_reference(written)) };
    if matches!(kind, Kind::Section | Kind::Domain) {
        return Err(renaming::no_id_of_its_own(kind.name()));
    }
    if matches!(kind, Kind::Support | Kind::Term | Kind::Resource) {
        return Err(renaming::in_a_list(kind.name(), id));
    }
    if !site.names.has(kind, id) {
        return Err(renaming::not_there(kind.name(), id, &site.names.ids(kind)));
    }
    Ok((kind, id.to_owned()))
}

/// Returns the old and new paths of the files of an item, in every language and form.
fn files(site: &Site, sources: &Sources, kind: Kind, old: &str, new: &str) -> Result<Vec<(String, String)>, Fault> {
    let is_of = |path: &str| {
        let Some(place) = place(path) else { return false };
        let is_kind = match place.role {
            FileRole::EasyRead(found) => found == kind,
            FileRole::Tests => kind == Kind::ChangeIdea,
            FileRole::Numbers => kind == Kind::Measure,
            FileRole::Answers => kind == Kind::Form,
            FileRole::Agreement | FileRole::Sheets => kind == Kind::Ward,
            _ => place.clone().item().is_some_and(|(found, _)| found == kind),
        };
        is_kind && place.id == old
    };
    let own: Vec<&String> = sources.content.keys().filter(|path| is_of(path)).collect();
    let is_below = |path: &&&String| sources.file(sources.content[**path]).inherited;
    // With a page, its Easy Read and its translations are taken up.
    let is_page =
        |path: &&&String| place(path).is_some_and(|place| place.language.is_first() && place.item().is_some());
    if let Some(path) = own.iter().filter(is_below).find(is_page).or(own.iter().find(is_below)) {
        return Err(renaming::of_the_pack_below(sources.shown(sources.content[*path]), path));
    }
    let mut files = Vec::new();
    for path in own {
        let (folder, name) = path.rsplit_once('/').map_or(("", path.as_str()), |(folder, name)| (folder, name));
        let to = format!("{folder}/{new}{}", &name[old.len()..]);
        if sources.content.contains_key(&to) || site.names.has(kind, new) {
            return Err(renaming::taken(kind.name(), new));
        }
        files.push((path.clone(), to));
    }
    if files.is_empty() { Err(renaming::in_a_list(kind.name(), old)) } else { Ok(files) }
}

/// Returns the change that writes the earlier id into the item's own file.
fn formerly(site: &Site, sources: &Sources, kind: Kind, old: &str, new: &str) -> Option<LetterChange> {
    let items = site.pack.items();
    let is_original = |item: &&Item<'_>| {
        (item.kind, item.id, item.language) == (kind, old, None) && !matches!(item.of, Of::EasyRead(_))
    };
    let item = items.iter().find(is_original)?;
    let text = sources.text(item.file);
    // Named as it was before: then it is not its earlier id any more.
    if let Some(again) = item.formerly.iter().find(|id| id.0.value == new) {
        return Some((again.0.span, old.to_owned()));
    }
    if let Some(first) = item.formerly.first() {
        let span = first.0.span;
        let line = text[..span.range().start].rfind('\n').map_or(0, |at| at + 1);
        let before = &text[line..span.range().start];
        let between = if before.trim() == "-" { format!("\n{before}") } else { ", ".to_owned() };
        let raw = text.get(span.range())?;
        return Some((span, format!("{raw}{between}{old}")));
    }
    let at = second_key(text)?;
    let line_end = if text[..at].ends_with('\n') { "" } else { "\n" };
    Some((Span::new(item.file, at, at), format!("{line_end}formerly: [{old}]\n")))
}

/// Returns where the second key of a file's settings begins, or where they end.
fn second_key(text: &str) -> Option<usize> {
    let is_page = text.starts_with("---");
    let mut keys = 0;
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let is_key = line.starts_with(|first: char| first.is_ascii_lowercase()) && line.contains(':');
        keys += usize::from(is_key);
        let is_end = is_page && number > 0 && line.trim_end() == "---";
        if is_end || is_key && keys == 2 {
            return Some(at);
        }
        at += line.len();
    }
    (!is_page).then_some(at)
}

/// Returns the texts of the files that the changes are in.
fn rewritten(mut edits: Vec<LetterChange>, sources: &Sources) -> BTreeMap<String, String> {
    edits.sort_by_key(|(span, _)| *span);
    edits.dedup();
    let mut by_file: BTreeMap<FileId, Vec<&LetterChange>> = BTreeMap::new();
    for edit in &edits {
        by_file.entry(edit.0.file).or_default().push(edit);
    }
    let text = |(file, edits): (FileId, Vec<&LetterChange>)| {
        let text = sources.text(file);
        let (mut done, mut at) = (String::new(), 0);
        for (span, new) in edits {
            done.push_str(&text[at..span.range().start]);
            done.push_str(new);
            at = span.range().end;
        }
        done.push_str(&text[at..]);
        (sources.file(file).path.clone(), done)
    };
    by_file.into_iter().map(text).collect()
}
