//! A section that is for some readers only is so with all its pages (`resolve/left_out.rs`). A page in it that says it is for others too
//! would be lost to them without a word.
//!
//! Example: `improvement/_index.md` has `audience: [staff]`, and `improvement/aim.md` has `audience: [patients, staff]`.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::audience::Audience;
use crate::model::kind::{Kind, section_above};
use crate::model::pack::item::{Item, Of};
use crate::problem::Problem;
use crate::problem::catalogue::readers::{leaves_out_pages, left_out_by_section};
use crate::resolve::Site;
use crate::span::{FileId, Span, Spanned};

/// Who a page says it is for, and where.
struct SaidReaders<'a> {
    kind: Kind,
    id: &'a str,
    file: FileId,
    audience: &'a [Audience],
    ward_kinds: &'a [Spanned<String>],
    place: Span,
}

/// The two ways to say it.
const KEYS: [&str; 2] = ["audience", "ward_kinds"];

impl<'a> SaidReaders<'a> {
    /// Returns those whom the page is for; none means everyone.
    fn readers(&self, key: &str) -> Vec<&'a str> {
        match key {
            "audience" => self.audience.iter().map(|one| one.name()).collect(),
            _ => self.ward_kinds.iter().map(|kind| kind.value.as_str()).collect(),
        }
    }

    /// Returns where the page says so.
    fn place(&self, key: &str) -> Span {
        self.ward_kinds.first().map(|kind| kind.span).filter(|_| key != "audience").unwrap_or(self.place)
    }
}

/// Reports pages that are for readers whom their section leaves out: at the page where it is the author's own, and otherwise at the
/// section, once.
pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let items = site.pack.items();
    let originals = items.iter().filter(|item| item.language.is_none() && !item.is_gone);
    let pages: Vec<SaidReaders<'_>> = originals.filter_map(of_item).collect();
    let is_for_some = |page: &&SaidReaders<'_>| !page.audience.is_empty() || !page.ward_kinds.is_empty();
    let sections = pages.iter().filter(|page| page.kind == Kind::Section).filter(is_for_some);
    let told = |section| {
        let below: Vec<&SaidReaders<'_>> =
            pages.iter().filter(|page| is_in(page, section)).filter(is_for_some).collect();
        KEYS.iter().flat_map(|key| others(site, section, &below, key)).collect::<Vec<_>>()
    };
    sections.flat_map(told).collect()
}

/// Returns whom an item with a page of its own says it is for.
fn of_item<'a>(item: &Item<'a>) -> Option<SaidReaders<'a>> {
    let place = match item.of {
        Of::Article(article) => article.audience_span.unwrap_or(item.span),
        Of::Page => item.span,
        Of::Template | Of::Trust | Of::Ward(_) | Of::EasyRead(_) | Of::List | Of::Entry(_) => return None,
    };
    let Item { kind, id, file, audience, ward_kinds, .. } = *item;
    Some(SaidReaders { kind, id, file, audience, ward_kinds, place })
}

fn is_in(page: &SaidReaders<'_>, section: &SaidReaders<'_>) -> bool {
    if page.kind == Kind::Section {
        return section_above(page.id).is_some_and(|above| above == section.id);
    }
    let own = page.kind.section();
    own == section.id || section_above(own).is_some_and(|above| above == section.id)
}

/// Returns the problems of the readers that pages are for and their section isn't.
fn others(site: &Site, section: &SaidReaders<'_>, below: &[&SaidReaders<'_>], key: &'static str) -> Vec<Problem> {
    let has: Vec<&str> = section.readers(key);
    let left_out = |page: &SaidReaders<'_>| -> BTreeSet<String> {
        let others = page.readers(key).into_iter().filter(|one| !has.is_empty() && !has.contains(one));
        others.map(str::to_owned).collect()
    };
    let pages = below.iter().map(|page| (*page, left_out(page))).filter(|(_, readers)| !readers.is_empty());
    let (inherited, own): (Vec<_>, Vec<_>) = pages.partition(|(page, _)| site.inherited.contains(&page.file));
    let name = |page: &SaidReaders<'_>| site.paths.get(&page.file).cloned().unwrap_or_default();
    let of_own = own.iter().map(|(page, readers)| {
        let readers: Vec<&str> = readers.iter().map(String::as_str).collect();
        left_out_by_section(page.place(key), &name(page), &name(section), key, &readers)
    });
    let names: Vec<String> = inherited.iter().map(|(page, _)| name(page)).collect();
    let readers: BTreeSet<&str> = inherited.iter().flat_map(|(_, readers)| readers).map(String::as_str).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let readers: Vec<&str> = readers.into_iter().collect();
    let of_inherited =
        (!names.is_empty()).then(|| leaves_out_pages(section.place(key), &names, &name(section), key, &readers));
    of_own.chain(of_inherited).collect()
}
