//! The theme's templates, ready to draw.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;
use tera::{Context, Tera, Value};

use super::template_dependencies::{self, TemplateFiles};
use super::template_problems::{self, FOLDER};
use super::{filters, minify};
use crate::direction::Direction;
use crate::plan::strings::Strings;
use crate::plan::{Page, Plan, key};
use crate::problem::Problem;
use crate::read::Sources;

/// The templates of a theme and the words of each language.
pub struct Templates {
    /// The templates as they were written, whose errors name what their author wrote.
    written: Tera,
    /// The templates for each direction of text that the site has.
    tera: HashMap<Direction, Tera>,
    strings: BTreeMap<String, (u128, Value)>,
    /// For each template, the files that take part in drawing it, and the hash of them all.
    dependencies: BTreeMap<String, (u128, TemplateFiles)>,
}

/// Templates that were loaded before.
#[derive(Default)]
pub struct LoadedTemplates(Option<(u128, Templates)>);

impl LoadedTemplates {
    /// Returns the templates, loading them anew if a file of them or a word has changed. Reports why one of them can't be read.
    pub fn templates(&mut self, sources: &Sources, plan: &Plan, problems: &mut Vec<Problem>) -> Option<&Templates> {
        let files = sources.theme.iter().filter(|(path, _)| path.starts_with(FOLDER));
        let files: Vec<(&String, u128)> = files.map(|(path, id)| (path, sources.file(*id).fingerprint)).collect();
        let words: Vec<(&String, u128)> = plan.strings.iter().map(|(tag, words)| (tag, words.fingerprint)).collect();
        let now = key::of(&(files, words));
        if self.0.as_ref().is_none_or(|(known, _)| *known != now) {
            self.0 = Templates::load(sources, plan, problems).map(|templates| (now, templates));
        }
        self.0.as_ref().map(|(_, templates)| templates)
    }

    /// Returns the theme's files that a page is drawn with, each with its hash: of its template, and of its words.
    pub fn files_of(&self, page: &Page) -> TemplateFiles {
        let Some((_, templates)) = &self.0 else { return TemplateFiles::new() };
        let language = &page.frame.lang;
        let files = templates.dependencies.get(page.view.template()).into_iter().flat_map(|(_, files)| files);
        let template = files.map(|(name, key)| (format!("{FOLDER}{name}"), *key));
        let words = templates.strings.get(language).map(|(key, _)| (format!("strings/{language}.yaml"), *key));
        template.chain(words).collect()
    }
}

impl Templates {
    fn load(sources: &Sources, plan: &Plan, problems: &mut Vec<Problem>) -> Option<Self> {
        let files = sources.theme.iter().filter_map(|(path, id)| Some((path.strip_prefix(FOLDER)?, sources.file(*id))));
        let files: Vec<(&str, &str)> = files.map(|(name, file)| (name, file.text.shown())).collect();
        let twice = template_dependencies::defined_twice(&files);
        if !twice.is_empty() {
            problems.extend(
                twice
                    .into_iter()
                    .map(|(name, first, second)| template_problems::defined_twice(name, first, second, sources)),
            );
            return None;
        }
        // Read as written first: a mistake is then reported at its place in the author's file.
        let mut written = new_tera(Direction::LeftToRight);
        if let Err(error) = written.add_raw_templates(files.clone()) {
            problems.extend(template_problems::unread(&error, sources));
            return None;
        }
        let directions: BTreeSet<Direction> = plan.strings.keys().map(|tag| Direction::of_language(tag)).collect();
        let mut tera = HashMap::new();
        for direction in directions {
            let minify = |(name, text): &(&str, &str)| {
                ((*name).to_owned(), minify::template(&filters::isolated(text, direction)))
            };
            let mut one = new_tera(direction);
            if let Err(error) = one.add_raw_templates(files.par_iter().map(minify).collect::<Vec<_>>()) {
                problems.extend(template_problems::unread(&error, sources));
                return None;
            }
            tera.insert(direction, one);
        }
        let value = |words: &Strings| (words.fingerprint, Value::from_serializable(&words.tree));
        let strings = plan.strings.iter().map(|(tag, words)| (tag.clone(), value(words))).collect();
        let dependencies = template_dependencies::of(&files)
            .into_iter()
            .map(|(name, files)| (name, (key::of(&files), files)))
            .collect();
        Some(Templates { written, tera, strings, dependencies })
    }

    /// Returns the hash of all that a page is drawn from: its view, the files of its template, and the words.
    pub fn key(&self, page: &Page) -> u128 {
        let words = self.strings.get(&page.frame.lang).map(|(fingerprint, _)| fingerprint);
        let template = self.dependencies.get(page.view.template()).map(|(key, _)| key);
        key::of(&(page, template, words))
    }

    /// Returns the HTML of a page, or the problem of its template.
    pub fn draw(&self, page: &Page, sources: &Sources) -> Result<String, Box<Problem>> {
        let mut context = Context::new();
        let words = self
            .strings
            .get(&page.frame.lang)
            .map_or_else(|| Value::from_serializable(&()), |(_, words)| words.clone());
        context.insert_value("t", words);
        context.insert_value("frame", Value::from_serializable(&page.frame));
        context.insert_value("view", Value::from_serializable(&page.view));
        let direction = Direction::of_language(&page.frame.lang);
        let name = page.view.template();
        let html = self.tera.get(&direction).map_or_else(|| Ok(String::new()), |tera| tera.render(name, &context));
        html.map_err(|error| {
            let error = self.written.render(name, &context).err().unwrap_or(error);
            Box::new(template_problems::undrawn(&error, &page.frame.path, name, sources))
        })
    }
}

fn new_tera(direction: Direction) -> Tera {
    let mut tera = Tera::new();
    filters::register(&mut tera, direction);
    tera
}
