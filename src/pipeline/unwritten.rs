//! A finished site that isn't written, for what takes pages out of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::plan::view::pages::View;
use crate::plan::{Content, Plan};
use crate::render::Rendered;

/// A finished site, with what is known of its pages.
#[derive(Debug)]
pub struct UnwrittenSite {
    /// Every file by its path.
    pub files: BTreeMap<Arc<str>, Arc<[u8]>>,
    /// The paths of the pages that there is something to read on.
    pub pages: BTreeSet<Arc<str>>,
    /// The paths that pages had before, each with where it leads.
    pub moved: BTreeMap<Arc<str>, String>,
    /// Where the site is on the web.
    pub web_address: Option<String>,
}

impl UnwrittenSite {
    pub(super) fn of(plan: &Plan, rendered: Rendered, web_address: Option<String>) -> Self {
        let (mut pages, mut moved) = (BTreeSet::new(), BTreeMap::new());
        for file in &plan.files {
            let Content::Page(page) = &file.content else { continue };
            match &page.view {
                View::Blank(_) | View::NotFound(_) => {}
                View::Moved(earlier) => drop(moved.insert(file.path.clone(), earlier.to.href.clone())),
                _ => drop(pages.insert(file.path.clone())),
            }
        }
        let files = rendered.into_iter().map(|file| (file.path, file.bytes)).collect();
        UnwrittenSite { files, pages, moved, web_address }
    }
}
