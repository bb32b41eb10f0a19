//! Each file to download is one that a page leads to: no reader finds another.
//!
//! Example: `files/plan.pdf`, which was linked from a page that went.

use jiff::civil::Date;

use crate::problem::Problem;
use crate::problem::catalogue::downloads::not_linked;
use crate::resolve::{Site, pictures};
use crate::span::Span;

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let lost = pictures::unlinked_downloads(site).into_iter().map(|path| (path, site.pack.images[path].file));
    let own = lost.filter(|(_, file)| !site.inherited.contains(file));
    own.map(|(path, file)| not_linked(path, Span::new(file, 0, 0))).collect()
}
