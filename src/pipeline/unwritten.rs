//! A finished site that isn't written, for what takes pages out of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::plan::view::pages::View;
use crate::plan::{Content, Page, Plan};
use crate::render::Rendered;

/// What is known of a page besides what is on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageFacts {
    pub title: String,
    /// Who publishes the site, as its foot says.
    pub publisher: Option<String>,
    /// The version that the page says, where it is one that can be printed.
    pub version: Option<String>,
}

impl PageFacts {
    fn of(page: &Page) -> Self {
        let publisher = page.frame.site.publisher.as_ref().map(|publisher| publisher.words.clone());
        PageFacts { title: page.frame.title.clone(), publisher, version: page.view.version().map(str::to_owned) }
    }
}

/// A finished site, with what is known of its pages.
#[derive(Debug)]
pub struct UnwrittenSite {
    /// Every file by its path.
    pub files: BTreeMap<Arc<str>, Arc<[u8]>>,
    /// The paths of the pages that there is something to read on.
    pub pages: BTreeMap<Arc<str>, PageFacts>,
    /// The paths that pages had before, each with where it leads.
    pub moved: BTreeMap<Arc<str>, String>,
    /// Where the site is on the web.
    pub web_address: Option<String>,
}

impl UnwrittenSite {
    pub(super) fn of(plan: &Plan, rendered: Rendered, web_address: Option<String>) -> Self {
        let (mut pages, mut moved) = (BTreeMap::new(), BTreeMap::new());
        for file in &plan.files {
            let Content::Page(page) = &file.content else { continue };
            match &page.view {
                View::Blank(_) | View::NotFound(_) => {}
                View::Moved(earlier) => drop(moved.insert(file.path.clone(), earlier.to.href.clone())),
                _ => drop(pages.insert(file.path.clone(), PageFacts::of(page))),
            }
        }
        let files = rendered.into_iter().map(|file| (file.path, file.bytes)).collect();
        UnwrittenSite { files, pages, moved, web_address }
    }
}
