//! Which pictures the readers of a site have no use for: those that nothing on it shows or links to.

use std::collections::BTreeSet;

use aho_corasick::AhoCorasick;

use super::Site;
use super::charter::Charter;
use super::names::Name;
use super::readers::Readers;
use super::target;
use super::texts::{self, Text};
use crate::model::kind::Kind;
use crate::model::picture;
use crate::read::name::is_in_files;
use crate::read::{Sources, is_text};
use crate::span::FileId;
use crate::text::prose::{LinkTarget, Prose};

/// Returns the paths of the pack's pictures that neither a text for these readers shows or links to, nor a file of the theme names. One
/// that nothing refers to may be meant for anybody, so it is among them.
pub fn for_others(site: &Site, names: &BTreeSet<Name>, readers: &Readers, sources: &Sources) -> BTreeSet<String> {
    let used = used(site, names, readers);
    let mut others: BTreeSet<String> = site.pack.images.keys().filter(|path| !used.contains(*path)).cloned().collect();
    let named = named_by_theme(&others, sources);
    others.retain(|path| !named.contains(path));
    others
}

/// Returns the paths of files to download that no text leads to.
pub fn unlinked_downloads(site: &Site) -> Vec<&String> {
    let downloads: Vec<&String> = site.pack.images.keys().filter(|path| is_in_files(path)).collect();
    if downloads.is_empty() {
        return downloads;
    }
    let used = used(site, &BTreeSet::new(), &Readers::default());
    downloads.into_iter().filter(|path| !used.contains(*path)).collect()
}

/// Returns the paths of pictures that texts for these readers show or link to.
fn used(site: &Site, names: &BTreeSet<Name>, readers: &Readers) -> BTreeSet<String> {
    let is_left_out = |kind: Kind, id: &str| names.contains(&(kind, id.to_owned()));
    let mut used = BTreeSet::new();
    let from = |file: FileId| site.paths.get(&file).map_or("", String::as_str);
    let mut uses = |path: Option<String>| {
        let shown = path.and_then(|path| picture::meant(&path, &site.pack.images));
        used.extend(shown.map(|(path, _)| path.clone()));
    };
    for found in texts::all(&site.pack).0 {
        let Text::Prose(prose) = found.text else { continue };
        if found.item.is_some_and(|(kind, id)| is_left_out(kind, id)) {
            continue;
        }
        let part = readers.part_of(prose);
        of_prose(part.as_ref().unwrap_or(prose)).for_each(|path| uses(target::picture(from(prose.span.file), path)));
    }
    for easy_read in site.pack.easy_reads.iter().filter(|one| !is_left_out(one.kind, &one.id)) {
        let rows = easy_read.parts.iter().flat_map(|part| &part.rows);
        let pictures = rows.filter_map(|row| row.picture.as_ref());
        pictures.for_each(|picture| uses(target::picture_of_row(from(easy_read.file), picture)));
    }
    let of_charters = site.charters.all().flat_map(Charter::easy_rows).filter_map(|(_, picture)| picture);
    of_charters.for_each(|picture| uses(target::picture_of_row(from(picture.span.file), picture)));
    if let Some(logo) = &site.pack.settings.brand.logo {
        uses(target::picture(from(logo.picture.span.file), &logo.picture));
    }
    used
}

/// Returns the paths that a text shows or links to, as they are written.
fn of_prose(prose: &Prose) -> impl Iterator<Item = &str> {
    let links = prose.links.iter().filter_map(|link| match &link.target {
        LinkTarget::File { path, .. } => Some(path.as_str()),
        _ => None,
    });
    prose.images.iter().map(|image| image.path.as_str()).chain(links)
}

/// Returns those of the paths that a template, a stylesheet or a script of the theme names.
fn named_by_theme(paths: &BTreeSet<String>, sources: &Sources) -> BTreeSet<String> {
    let all: Vec<&String> = paths.iter().collect();
    let Ok(searcher) = AhoCorasick::new(&all) else { return BTreeSet::new() };
    let texts = sources.theme.iter().filter(|(path, _)| is_text(path)).map(|(_, id)| sources.file(*id).text.shown());
    texts.flat_map(|text| searcher.find_overlapping_iter(text)).map(|found| all[found.pattern()].clone()).collect()
}
