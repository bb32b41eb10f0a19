//! [`Plan`] → [`Rendered`]: each page drawn from its view and its template, and from nothing else.
//!
//! `render` never sees a `Site`: what isn't in the view can't be on the page, so equal keys give equal bytes, and a page whose
//! key is the one that made the file on disk isn't drawn at all.
//!
//! - `broken_numbers.rs`: A number that is partly bold, or partly a link, is isolated as a whole
//! - `filters.rs`: What templates show is isolated as it is drawn, so that no template has to think of it
//! - `isolate.rs`: Isolates in HTML: `<bdi>` in text
//! - `minify.rs`: Small HTML
//! - `photo.rs`: A photo, upright and no larger than screens need
//! - `prose.rs`: A piece of prose → HTML
//! - `search.rs`: A search index as a script: one call that hands its data to the search script
//! - `template_dependencies.rs`: Which files take part in drawing a template: itself, what it extends and includes, and the files of the components it calls
//! - `template_problems.rs`: What Tera says of a template → problems, each at its place in the theme's file
//! - `templates.rs`: The theme's templates, ready to draw

mod broken_numbers;
mod isolate;
mod minify;
pub mod photo;
pub mod prose;
mod search;
mod filters;
mod template_dependencies;
mod template_problems;
mod templates;

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::ledger::Ledger;
use crate::plan::view::photo::ShownPhoto;
use crate::plan::{Content, Plan, PlannedFile, key};
use crate::problem::Problem;
use crate::read::Sources;
pub use templates::{LoadedTemplates, Templates};

/// A file of the site, drawn, and the key it was made from.
#[derive(Debug)]
pub struct RenderedFile {
    pub path: Arc<str>,
    pub bytes: Arc<[u8]>,
    pub key: u128,
}

/// The files whose key isn't the one that made them on disk, in the order of the plan.
pub type Rendered = Vec<RenderedFile>;

/// How far the drawing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// So many pages are to be drawn.
    Begins(usize),
    /// One more of them is drawn.
    PageIsDrawn,
}

/// Draws every page whose key differs from the ledger's, in parallel. Reports templates that can't be drawn; `tell` hears how far the
/// work is. Templates of the last run are used again while their files are the same.
pub fn render(
    plan: &Plan,
    sources: &Sources,
    loaded: &mut LoadedTemplates,
    ledger: &Ledger,
    problems: &mut Vec<Problem>,
    tell: &(dyn Fn(Drawing) + Sync),
) -> Rendered {
    let Some(templates) = loaded.templates(sources, plan, problems) else { return Rendered::new() };
    let differ = |file| {
        let key = key_of(file, templates);
        (!ledger.has(&file.path, key)).then_some((file, key))
    };
    let to_draw: Vec<(&PlannedFile, u128)> = plan.files.par_iter().filter_map(differ).collect();
    tell(Drawing::Begins(to_draw.iter().filter(|(file, _)| is_page(file)).count()));
    let draw = |(file, key): (&PlannedFile, u128)| {
        let result = render_file(file, key, templates, sources);
        if is_page(file) {
            tell(Drawing::PageIsDrawn);
        }
        result
    };
    let results: Vec<Result<RenderedFile, Box<Problem>>> = to_draw.into_par_iter().map(draw).collect();
    let mut rendered = Rendered::with_capacity(results.len());
    let mut undrawable = Vec::new();
    for result in results {
        match result {
            Ok(file) => rendered.push(file),
            Err(problem) => undrawable.push(*problem),
        }
    }
    problems.extend(told_once(undrawable));
    rendered
}

/// One mistake in a template breaks every page it draws. Returns it once, with the first page by name: pages are planned in an
/// order that depends on what was there before.
pub fn told_once(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort_by(|a, b| a.message.cmp(&b.message));
    let mut told = HashSet::new();
    let mistake = |problem: &Problem| {
        (format!("{:?}", problem.place), problem.message.split(" (while").next().unwrap_or_default().to_owned())
    };
    problems.retain(|problem| told.insert(mistake(problem)));
    problems
}

fn is_page(file: &PlannedFile) -> bool {
    matches!(file.content, Content::Page(_))
}

/// Returns the hash of all that a file is made from.
fn key_of(file: &PlannedFile, templates: &Templates) -> u128 {
    match &file.content {
        Content::Page(page) => templates.key(page),
        Content::Search(index) => key::of(index),
        Content::Paper(paper) => key::of(paper),
        Content::Bytes(_, key) | Content::Photo(ShownPhoto { key, .. }) => *key,
    }
}

fn render_file(
    file: &PlannedFile,
    key: u128,
    templates: &Templates,
    sources: &Sources,
) -> Result<RenderedFile, Box<Problem>> {
    let bytes = match &file.content {
        Content::Page(page) => templates.draw(page, sources).map(|html| Arc::from(html.into_bytes())),
        Content::Search(index) => Ok(Arc::from(search::script(index).into_bytes())),
        Content::Bytes(bytes, _) => Ok(bytes.clone()),
        Content::Photo(photo) => Ok(photo::drawn(photo)),
        // Papers are bytes by now, but for those of which a problem tells.
        Content::Paper(_) => Ok(Arc::default()),
    };
    bytes.map(|bytes| RenderedFile { path: file.path.clone(), bytes, key })
}
