//! A row of Easy Read has a picture, and a picture says one thing on a page.
//!
//! Source: Department of Health, Making written information easier to understand (2010): each idea has its own picture.
//! Example: an open hand beside "You can say no." and, further down, beside "Staff will help you."

use std::collections::HashMap;

use jiff::civil::Date;

use crate::model::easy_read::EasyRead;
use crate::model::picture;
use crate::problem::Problem;
use crate::problem::catalogue::easy_read as problems;
use crate::resolve::Site;
use crate::resolve::target;
use crate::span::Span;
use crate::text::plain;

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    site.pack.easy_reads.iter().flat_map(|page| of_page(site, page)).collect()
}

fn of_page(site: &Site, page: &EasyRead) -> Vec<Problem> {
    let mut seen: HashMap<&str, (String, Span)> = HashMap::new();
    let mut found = Vec::new();
    let from = site.paths.get(&page.file).map_or("", String::as_str);
    for row in page.parts.iter().flat_map(|part| &part.rows) {
        let Some(written) = &row.picture else {
            found.push(problems::no_picture(row.text.span));
            continue;
        };
        let path = target::picture_of_row(from, written);
        let Some((path, _)) = path.and_then(|path| picture::meant(&path, &site.pack.images)) else { continue };
        let words = plain::words(&row.text);
        let (first, at) = seen.entry(path).or_insert_with(|| (words.clone(), written.span));
        if *first != words {
            found.push(problems::picture_twice(written, first, *at));
        }
    }
    found
}
