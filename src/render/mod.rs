//! [`Plan`] → [`Rendered`]: each page drawn from its view and its template, and from nothing else.
//!
//! `render` never sees a `Site`: what isn't in the view can't be on the page, so equal keys give equal bytes.

mod minify;
mod prose;
mod templates;

use std::sync::Arc;

use rayon::prelude::*;

use crate::plan::{Content, Plan};
use crate::problem::Problem;
use crate::read::Sources;
pub use templates::Templates;

/// A file of the site, drawn.
#[derive(Debug)]
pub struct RenderedFile {
    pub path: String,
    pub bytes: Arc<[u8]>,
}

/// The drawn site, in the order of the paths.
pub type Rendered = Vec<RenderedFile>;

/// Draws every page, in parallel. Reports templates that can't be drawn; `drawn` is called after each page.
pub fn render(plan: &Plan, sources: &Sources, problems: &mut Vec<Problem>, drawn: &(dyn Fn() + Sync)) -> Rendered {
    let Some(templates) = Templates::load(sources, plan, problems) else { return Rendered::new() };
    let results: Vec<Result<RenderedFile, Box<Problem>>> = plan
        .files
        .par_iter()
        .map(|file| {
            let bytes = match &file.content {
                Content::Bytes(bytes) => bytes.clone(),
                Content::Page(page) => Arc::from(templates.draw(page, sources)?.into_bytes()),
            };
            drawn();
            Ok(RenderedFile { path: file.path.clone(), bytes })
        })
        .collect();
    let mut rendered = Rendered::with_capacity(results.len());
    let mut told: Vec<String> = Vec::new();
    for result in results {
        match result {
            Ok(file) => rendered.push(file),
            // One mistake in a template breaks every page it draws; it is told once.
            Err(problem) => {
                let key = format!("{:?}{}", problem.place, problem.message.split(" (while").next().unwrap_or_default());
                if !told.contains(&key) {
                    told.push(key);
                    problems.push(*problem);
                }
            }
        }
    }
    rendered
}
