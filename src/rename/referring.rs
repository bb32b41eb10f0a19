//! What refers to an item, as changes that make it refer to its new id.

use super::LetterChange;
use crate::model::kind::Kind;
use crate::model::search_words;
use crate::model::sheet_record::EASY_READ;
use crate::problem::fault::{Fault, renaming};
use crate::read::Sources;
use crate::resolve::Site;
use crate::resolve::target::{self, Target};
use crate::resolve::texts::{self, Text};
use crate::span::{Files, Span, Spanned, line_column};
use crate::text::prose::{LinkTarget, LinkUse, Prose};

/// An item, and the id that it gets.
#[derive(Clone, Copy)]
pub struct RenamedTo<'a> {
    pub kind: Kind,
    pub old: &'a str,
    pub new: &'a str,
}

impl RenamedTo<'_> {
    fn name(self, id: &str) -> String {
        format!("{}/{id}", self.kind.name())
    }
}

/// Returns the changes that make every reference one to the new id, or says which can't be made from here.
pub fn changes(site: &Site, sources: &Sources, renamed: &RenamedTo<'_>) -> Result<Vec<LetterChange>, Fault> {
    let RenamedTo { kind, old, new } = *renamed;
    let mut found = Found { sources, edits: Vec::new(), below: Vec::new(), unclear: Vec::new() };
    let (all, ids) = texts::all(&site.pack);
    for text in &all {
        let Text::Prose(prose) = text.text else { continue };
        let path = site.paths.get(&prose.span.file).map_or("", String::as_str);
        for link in &prose.links {
            if let Some((from, to)) = letters(link, path, site, renamed) {
                let span = if found.has(link.span, &from) { link.span } else { found.definition(prose, link, &from) };
                found.add(span, &from, &to);
            }
        }
    }
    for reference in ids.iter().filter(|reference| reference.kind == kind && reference.id.value == old) {
        found.add(reference.id.span, old, new);
    }
    for written in named(site, kind, old) {
        found.add(written.span, &renamed.name(old), &renamed.name(new));
    }
    found.changes()
}

/// Returns what of a link to the item is written otherwise, and how.
fn letters(link: &LinkUse, path: &str, site: &Site, renamed: &RenamedTo<'_>) -> Option<(String, String)> {
    let RenamedTo { kind, old, new } = *renamed;
    match &link.target {
        LinkTarget::Reference { kind: found, id } => {
            (found == kind.name() && id == old).then(|| (renamed.name(old), renamed.name(new)))
        }
        LinkTarget::File { path: written, .. } => {
            let target = target::target(&link.target, path, &site.names, &site.pack.images);
            let is_it = matches!(&target, Some(Target::Item { kind: found, id, .. }) if *found == kind && id == old);
            let (folder, file) = written.rfind('/').map_or(("", written.as_str()), |at| written.split_at(at + 1));
            let rest = file.strip_prefix(old).filter(|_| is_it)?;
            Some((written.clone(), format!("{folder}{new}{rest}")))
        }
        LinkTarget::Heading(_) | LinkTarget::Outside(_) => None,
    }
}

/// What was found so far.
struct Found<'a> {
    sources: &'a Sources,
    edits: Vec<LetterChange>,
    /// The files of the pack below, and the lists in Excel, that refer to the item.
    below: Vec<String>,
    /// Places of the author's own that refer to it in other letters than it has.
    unclear: Vec<String>,
}

impl Found<'_> {
    fn has(&self, span: Span, letters: &str) -> bool {
        self.sources.text(span.file).get(span.range()).is_some_and(|raw| raw.contains(letters))
    }

    fn add(&mut self, span: Span, from: &str, to: &str) {
        let sources = self.sources;
        let shown = sources.shown(span.file);
        let text = sources.text(span.file);
        if sources.file(span.file).inherited || sources.is_sheet(span.file) {
            self.below.push(shown.to_owned());
        } else if let Some((raw, at)) = text.get(span.range()).and_then(|raw| Some((raw, raw.find(from)?))) {
            self.edits.push((span, format!("{}{to}{}", &raw[..at], &raw[at + from.len()..])));
        } else {
            self.unclear.push(format!("{shown}:{}", line_column(text, span.start as usize).line));
        }
    }

    /// Returns where the address of a link stands that is written apart from it, as in `[words][label]` and `[label]: address`; the link
    /// itself where there is no such line.
    fn definition(&self, prose: &Prose, link: &LinkUse, address: &str) -> Span {
        let text = self.sources.text(prose.span.file);
        let (Some(written), Some(raw)) = (text.get(prose.span.range()), text.get(link.span.range())) else {
            return link.span;
        };
        let mut start = prose.span.range().start;
        for line in written.split_inclusive('\n') {
            let place = Span::new(prose.span.file, start, start + line.trim_end().len());
            start += line.len();
            if let Some((label, rest)) = defined(line)
                && is_of(raw, label)
                && rest.starts_with(address)
            {
                return place;
            }
        }
        link.span
    }

    fn changes(mut self) -> Result<Vec<LetterChange>, Fault> {
        self.below.sort();
        self.below.dedup();
        if !self.below.is_empty() {
            return Err(renaming::referred_to_below(&self.below));
        }
        if !self.unclear.is_empty() {
            return Err(renaming::written_otherwise(&self.unclear));
        }
        Ok(self.edits)
    }
}

/// Returns the label and the address of a line `[label]: address`, which may stand in a quote.
fn defined(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches([' ', '\t', '>']);
    let (label, rest) = line.strip_prefix('[')?.split_once("]:")?;
    Some((label, rest.trim_start().trim_start_matches('<')))
}

/// Tells whether a link names a label: `[words][label]`, `[label][]` or `[label]`. Capital letters and spaces make no difference.
fn is_of(link: &str, label: &str) -> bool {
    let plain = |words: &str| words.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let link = link.strip_suffix("[]").unwrap_or(link);
    let last = link.strip_suffix(']').and_then(|link| link.rsplit_once('['));
    last.is_some_and(|(_, named)| plain(named) == plain(label))
}

/// Returns the places that name the item by its kind and id outside texts.
fn named<'a>(site: &'a Site, kind: Kind, id: &str) -> Vec<&'a Spanned<String>> {
    let is_it = |written: &str| search_words::name(written) == Some((kind, id));
    let items = site.pack.items();
    let instead = items.iter().filter_map(|item| item.withdrawn?.instead.as_ref());
    let searched = site.pack.search_words.iter().flat_map(|words| &words.searches).flat_map(|one| &one.pages);
    let mut all: Vec<&Spanned<String>> = instead.chain(searched).filter(|written| is_it(written)).collect();
    let sheets = site.pack.sheet_records.values().flat_map(|record| &record.sheets).map(|hanging| &hanging.sheet);
    let of_sheet = |sheet: &&Spanned<String>| is_it(sheet.trim_end_matches(EASY_READ));
    all.extend(sheets.filter(of_sheet));
    all.sort_by_key(|written| written.span);
    all.dedup_by_key(|written| written.span);
    all
}
