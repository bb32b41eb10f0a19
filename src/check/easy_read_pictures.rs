//! A row of Easy Read has a picture, and a picture says one thing on a page.
//!
//! Source: Department of Health, Making written information easier to understand (2010): each idea has its own picture.
//! Example: an open hand beside "You can say no." and, further down, beside "Staff will help you."

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use crate::model::picture;
use crate::problem::Problem;
use crate::problem::catalogue::easy_read as problems;
use crate::resolve::Site;
use crate::resolve::target;
use crate::span::{Span, Spanned};
use crate::text::plain;

/// A sentence, where it stands, and its picture.
type PicturedRow<'a> = (String, Span, Option<&'a Spanned<String>>);

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let of_pages = site.pack.easy_reads.iter().flat_map(|page| {
        let rows = page.parts.iter().flat_map(|part| &part.rows);
        of_page(site, rows.map(|row| (plain::words(&row.text), row.text.span, row.picture.as_ref())))
    });
    let of_charters = site.charters.all().flat_map(|charter| {
        let rows = charter.easy_rows();
        of_page(site, rows.map(|(line, picture)| (plain::line(line), line.span, picture)))
    });
    // Charters have lines in common, and each is told of once.
    let mut told = BTreeSet::new();
    of_pages.chain(of_charters).filter(|(at, _)| told.insert(*at)).map(|(_, problem)| problem).collect()
}

fn of_page<'a>(site: &Site, rows: impl Iterator<Item = PicturedRow<'a>>) -> Vec<(Span, Problem)> {
    let mut seen: HashMap<&str, (String, Span)> = HashMap::new();
    let mut found = Vec::new();
    for (words, at, picture) in rows {
        let Some(written) = picture else {
            found.push((at, problems::no_picture(at)));
            continue;
        };
        let from = site.paths.get(&written.span.file).map_or("", String::as_str);
        let path = target::picture_of_row(from, written);
        let Some((path, _)) = path.and_then(|path| picture::meant(&path, &site.pack.images)) else { continue };
        let (first, first_at) = seen.entry(path).or_insert_with(|| (words.clone(), written.span));
        if *first != words {
            found.push((written.span, problems::picture_twice(written, first, *first_at)));
        }
    }
    found
}
