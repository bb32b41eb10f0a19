//! Gives an item another id: its files get the new name, what refers to it is rewritten, and its earlier id is written into it, so that
//! its addresses lead on.
//!
//! Only the author's own files are changed, and of them only the letters of the id: comments and the order of keys stay.

use std::collections::BTreeMap;

use crate::model::kind::Kind;
use crate::model::pack::item::{Item, Of};
use crate::model::place::{FileRole, place};
use crate::model::read::id::{as_id, is_id};
use crate::model::search_words;
use crate::pipeline::{Request, site};
use crate::problem::catalogue::names;
use crate::problem::fault::{Fault, renaming};
use crate::read::Sources;
use crate::resolve::Site;
use crate::resolve::target::{self, Target};
use crate::resolve::texts::{self, Text};
use crate::span::{FileId, Files, Span, Spanned};
use crate::text::prose::LinkTarget;
use crate::write::disk::RealDisk;
use crate::write::whole;

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
    let (found, report) = site(request)?;
    let Some(site) = found else { return Err(renaming::pack_unreadable()) };
    let sources = &report.sources;
    let (kind, old) = wanted(&site, written)?;
    if !is_id(new) {
        return Err(renaming::no_id(new, &as_id(new)));
    }
    usable(&site, kind, new)?;
    let files = files(&site, sources, kind, &old, new)?;
    let mut edits = references(&site, sources, kind, &old, new)?;
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

/// Addresses at the root of a site that are no section.
const AT_THE_ROOT: [&str; 7] = ["404", "blank", "css", "easy-read", "images", "js", "search"];

/// Says why an id can't become the name of a file and part of an address.
pub fn usable(site: &Site, kind: Kind, id: &str) -> Result<(), Fault> {
    // What stands after a dot says which form of a page a file has, or its language; numbers of standards have dots too.
    let is_form = |part: &str| part.contains(char::is_alphabetic);
    if id.split('.').skip(1).any(is_form) || names::unsafe_name(id, id).is_some() {
        return Err(renaming::no_file_name(id));
    }
    let is_at_the_root = kind == Kind::Page && (AT_THE_ROOT.contains(&id) || site.names.has(Kind::Section, id));
    if is_at_the_root { Err(renaming::address_taken(id)) } else { Ok(()) }
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

/// Returns the changes that make every reference one to the new id.
fn references(site: &Site, sources: &Sources, kind: Kind, old: &str, new: &str) -> Result<Vec<LetterChange>, Fault> {
    let (found, ids) = texts::all(&site.pack);
    let mut edits: Vec<LetterChange> = Vec::new();
    let mut below = Vec::new();
    let mut add = |span: Span, from: &str, to: &str| {
        let shown = sources.shown(span.file).to_owned();
        let written = sources.text(span.file).get(span.range()).and_then(|raw| Some((raw, raw.find(from)?)));
        match written {
            _ if sources.file(span.file).inherited => below.push(shown),
            Some((raw, at)) if !sources.is_sheet(span.file) => {
                edits.push((span, format!("{}{to}{}", &raw[..at], &raw[at + from.len()..])));
            }
            _ => below.push(shown),
        }
    };
    let name = |id: &str| format!("{}/{id}", kind.name());
    for text in &found {
        let Text::Prose(prose) = text.text else { continue };
        let path = site.paths.get(&prose.span.file).map_or("", String::as_str);
        for link in &prose.links {
            match &link.target {
                LinkTarget::Reference { kind: found, id } if found == kind.name() && id == old => {
                    add(link.span, &name(old), &name(new));
                }
                LinkTarget::File { path: written, .. } => {
                    let target = target::target(&link.target, path, &site.names, &site.pack.images);
                    let is_it =
                        matches!(&target, Some(Target::Item { kind: found, id, .. }) if *found == kind && id == old);
                    let (folder, file) = written.rsplit_once('/').unwrap_or(("", written));
                    if let Some(rest) = file.strip_prefix(old).filter(|_| is_it) {
                        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
                        add(link.span, written, &format!("{folder}{new}{rest}"));
                    }
                }
                _ => {}
            }
        }
    }
    for reference in ids.iter().filter(|reference| reference.kind == kind && reference.id.value == old) {
        add(reference.id.span, old, new);
    }
    for written in named(site, kind, old) {
        add(written.span, &name(old), &name(new));
    }
    below.sort();
    below.dedup();
    if below.is_empty() { Ok(edits) } else { Err(renaming::referred_to_below(&below)) }
}

/// Returns the places that name the item by its kind and id outside texts.
fn named<'a>(site: &'a Site, kind: Kind, id: &str) -> Vec<&'a Spanned<String>> {
    let is_it = |written: &str| search_words::name(written) == Some((kind, id));
    let items = site.pack.items();
    let instead = items.iter().filter_map(|item| item.withdrawn?.instead.as_ref());
    let searched = site.pack.search_words.iter().flat_map(|words| &words.searches).flat_map(|one| &one.pages);
    let mut all: Vec<&Spanned<String>> = instead.chain(searched).filter(|written| is_it(written)).collect();
    let sheets = site.pack.sheet_records.values().flat_map(|record| &record.sheets).map(|hanging| &hanging.sheet);
    let of_sheet = |sheet: &&Spanned<String>| is_it(sheet.trim_end_matches(crate::model::sheet_record::EASY_READ));
    all.extend(sheets.filter(of_sheet));
    all.sort_by_key(|written| written.span);
    all.dedup_by_key(|written| written.span);
    all
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
