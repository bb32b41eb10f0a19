//! Links and pictures that lead nowhere.

use std::collections::HashMap;

use super::calls;
use super::meant::meant;
use super::names::Names;
use super::replaced::{self, Lacked};
use super::target::{Target, from_folder, is_id, picture, picture_of_row, target, way};
use crate::model::kind::Kind;
use crate::model::pack::Pack;
use crate::model::picture;
use crate::model::place::{FileRole, place};
use crate::problem::Problem;
use crate::problem::catalogue::{downloads, forms, references};
use crate::problem::suggest::nearest;
use crate::read::Sources;
use crate::read::name::{id_in_bank, is_in_files};
use crate::span::{Span, Spanned};
use crate::text::prose::{Block, LinkTarget, LinkUse, Prose};
use crate::text::select;

/// Tells whether a link leads to a file that something was said of already.
fn is_told(link: &LinkUse, path: &str, pack: &Pack) -> bool {
    let LinkTarget::File { path: written, .. } = &link.target else { return false };
    picture(path, written).is_some_and(|path| pack.is_told(&path))
}

/// So many links to nowhere are told with what may be meant, for which all names are gone through.
pub const COMPARED: usize = 500;

/// Links of a text to pages that aren't there.
#[derive(Default)]
pub struct Nowhere<'a> {
    pub links: Vec<&'a LinkUse>,
    /// What an author's list lacks, to which a text of a layer below refers.
    pub lacked: Vec<Lacked>,
}

/// Reports links and pictures of `prose` (in the content file `path`) that lead nowhere, and returns those of which it has still to be
/// said what they may mean.
pub fn check<'a>(
    prose: &'a Prose,
    path: &str,
    names: &Names,
    pack: &Pack,
    sources: &Sources,
    problems: &mut Vec<Problem>,
) -> Nowhere<'a> {
    let (mut nowhere, mut own_headings) = (Nowhere::default(), None);
    for link in &prose.links {
        match target(&link.target, path, names, &pack.images) {
            None if is_told(link, path, pack) => {}
            None => match lacked(link, pack, sources) {
                Some(lacked) => nowhere.lacked.push(lacked),
                None => nowhere.links.push(link),
            },
            Some(Target::Heading(id)) => {
                problems.extend(own_headings.get_or_insert_with(|| HeadingIds::of(prose)).problem(&id, link));
            }
            Some(Target::Item { kind, id, fragment: Some(fragment) }) => {
                let article = pack.article(kind, &id, None);
                let problem = article.and_then(|article| HeadingIds::of(&article.body).problem(&fragment, link));
                let own = replaced::page(kind, &id, link.span.file, pack, sources);
                problems.extend(problem.map(|problem| match own {
                    Some(own) => references::lacks_heading(&fragment, own, link.span),
                    None => problem,
                }));
            }
            Some(Target::Outside(address)) => problems.extend(calls::problem(&address, link.span)),
            Some(_) => {}
        }
    }
    for image in &prose.images {
        check_picture(&image.path, image.span, path, pack, problems);
    }
    nowhere
}

/// Reports a picture that isn't there; `path` is the content file that shows it.
pub fn check_picture(written: &str, span: Span, path: &str, pack: &Pack, problems: &mut Vec<Problem>) {
    let found = picture(path, written);
    if let Some(download) = found.as_ref().filter(|path| is_in_files(path) && pack.images.contains_key(*path)) {
        return problems.push(downloads::no_picture(download, span));
    }
    if !is_picture(found, pack) {
        let near = nearest(written, pack.images.keys().map(String::as_str)).map(|near| way(path, near));
        problems.push(references::image(written, span, near.as_deref()));
    }
}

fn is_picture(path: Option<String>, pack: &Pack) -> bool {
    path.is_some_and(|path| picture::meant(&path, &pack.images).is_some() || pack.is_told(&path))
}

/// Reports a picture of Easy Read that isn't there; `path` is the content file that shows it.
pub fn check_picture_of_row(written: &Spanned<String>, path: &str, pack: &Pack, problems: &mut Vec<Problem>) {
    if !is_id(written) {
        check_picture(written, written.span, path, pack, problems);
    } else if !is_picture(picture_of_row(path, written), pack) {
        let near = nearest(written, pack.images.keys().filter_map(|path| id_in_bank(path)));
        problems.push(references::picture_of_bank(written, near));
    }
}

/// Returns what a link in a layer below leads to, where an author's list in place of that layer's has it no more.
fn lacked(link: &LinkUse, pack: &Pack, sources: &Sources) -> Option<Lacked> {
    let LinkTarget::Reference { kind, id } = &link.target else { return None };
    let own = replaced::list_of(Kind::named(kind)?, link.span.file, pack, sources)?;
    Some(Lacked { own, id: id.clone(), below: link.span })
}

/// Returns the problem of an id that should be that of a heading of the text, and isn't.
pub fn not_a_heading(prose: &Prose, id: &Spanned<String>) -> Option<Problem> {
    let ids = headings(&prose.blocks);
    let is_there = ids.contains(&id.value.as_str());
    (!is_there).then(|| references::happened_heading(id, id.span, ids.iter().copied()))
}

/// Reports an id that no heading of a domain has, or one without a list of questions below it.
pub fn no_list_below(prose: &Prose, id: &Spanned<String>) -> Option<Problem> {
    let ids = headings(&prose.blocks);
    if ids.contains(&id.value.as_str()) {
        select::items_below(prose, id).is_empty().then(|| forms::no_list(id, id.span))
    } else {
        Some(forms::no_heading(id, id.span, ids.iter().copied()))
    }
}

/// The ids of a page's headings, and those that wrong ones may mean.
struct HeadingIds<'a> {
    ids: Vec<&'a str>,
    near: HashMap<String, Option<&'a str>>,
}

impl<'a> HeadingIds<'a> {
    fn of(prose: &'a Prose) -> Self {
        HeadingIds { ids: headings(&prose.blocks), near: HashMap::new() }
    }

    /// Returns the problem of a link to a heading that the page doesn't have.
    fn problem(&mut self, id: &str, link: &LinkUse) -> Option<Problem> {
        if self.ids.contains(&id) {
            return None;
        }
        let near = self.near.entry(id.to_owned()).or_insert_with(|| nearest(id, self.ids.iter().copied()));
        Some(references::heading(id, link.span, *near))
    }
}

/// Returns the ids of the headings, also of those inside quotes and lists.
fn headings(blocks: &[Block]) -> Vec<&str> {
    let mut ids = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { id, .. } => ids.push(id.as_str()),
            Block::Quote(inner) | Block::Callout { blocks: inner, .. } | Block::Passage { blocks: inner, .. } => {
                ids.extend(headings(inner));
            }
            Block::List { items, .. } => ids.extend(items.iter().flat_map(|item| headings(item))),
            Block::Definitions(all) => {
                let meanings = all.iter().flat_map(|definition| &definition.meanings);
                ids.extend(meanings.flat_map(|meaning| headings(meaning)));
            }
            Block::Footnotes(notes) => ids.extend(notes.iter().flat_map(|note| headings(note))),
            Block::Paragraph(_) | Block::Plain(_) | Block::Table { .. } | Block::Code(_) | Block::Rule => {}
        }
    }
    ids
}

/// Returns the problem of a link in the file `path` that leads nowhere, with the name that may be meant. `number` is its own among the links
/// to nowhere: of very many, only the first ones are compared with all names.
pub fn leads_nowhere(link: &LinkUse, number: usize, path: &str, names: &Names) -> Problem {
    let ids = |kind| if number < COMPARED { names.ids(kind) } else { Vec::new() };
    match &link.target {
        LinkTarget::Reference { kind, id } => match Kind::named(kind) {
            Some(known) => match names.renamed(known, id) {
                Some(now) => references::renamed(kind, id, now, link.span),
                None => references::dangling(kind, id, link.span, ids(known)),
            },
            None => references::unknown_kind(kind, id, link.span, &Kind::ALL.map(Kind::name)),
        },
        LinkTarget::File { path: written, .. } => {
            if let Some(meant) = meant(written, path, names) {
                return references::file_link(written, link.span, Some(&meant));
            }
            let wanted = from_folder(path, written).unwrap_or_else(|| written.clone());
            let found = place(&wanted).and_then(|found| match found.role {
                FileRole::Article(kind) => nearest(&found.id, ids(kind)).map(|near| wanted.replace(&found.id, near)),
                _ => None,
            });
            references::file_link(written, link.span, found.map(|near| way(path, &near)).as_deref())
        }
        LinkTarget::Heading(id) | LinkTarget::Outside(id) => references::file_link(id, link.span, None),
    }
}
