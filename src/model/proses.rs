//! Every prose of a pack, to be changed.

use std::sync::Arc;

use super::collection::Collection;
use super::pack::Pack;
use crate::parse::prose::Prose;

type Change<'a> = &'a mut dyn FnMut(&mut Arc<Prose>);

impl Pack {
    /// Changes every prose of the pack.
    pub fn each_prose(&mut self, change: Change<'_>) {
        for template in &mut self.templates {
            let template = Arc::make_mut(template);
            all([&mut template.explanation, &mut template.intent, &mut template.support].into_iter().flatten(), change);
            all(template.behaviours.iter_mut().map(|behaviour| &mut behaviour.text), change);
        }
        if let Some(trust) = &mut self.trust {
            Arc::make_mut(trust).changes.each_prose(change);
        }
        for ward in &mut self.wards {
            let ward = Arc::make_mut(ward);
            all(&mut ward.about, change);
            ward.charter.changes.each_prose(change);
        }
        for article in &mut self.articles {
            let article = Arc::make_mut(article);
            all(article.starts.iter_mut().map(|start| &mut start.text), change);
            change(&mut article.body);
        }
        for easy_read in &mut self.easy_reads {
            let rows = Arc::make_mut(easy_read).parts.iter_mut().flat_map(|part| &mut part.rows);
            all(rows.map(|row| &mut row.text), change);
        }
        self.each_prose_of_lists(change);
    }

    fn each_prose_of_lists(&mut self, change: Change<'_>) {
        for standard in &mut self.standards {
            let standard = Arc::make_mut(standard);
            all([&mut standard.text, &mut standard.body].into_iter().chain(&mut standard.outcomes), change);
        }
        for model in &mut self.conversation_models {
            let model = Arc::make_mut(model);
            let parts = [&mut model.introduction, &mut model.steps_missing, &mut model.closing];
            all(parts.into_iter().flatten(), change);
            all(model.steps.iter_mut().map(|step| &mut step.text), change);
        }
        for benchmark in &mut self.benchmarks {
            let benchmark = Arc::make_mut(benchmark);
            all([&mut benchmark.introduction, &mut benchmark.decided_by].into_iter().flatten(), change);
            all(benchmark.ratings.iter_mut().filter_map(|rating| rating.why.as_mut()), change);
        }
        of_collections(&mut self.resources, |item| item.summary.as_mut(), change);
        of_collections(&mut self.support, |item| item.note.as_mut(), change);
        of_collections(&mut self.glossary, |item| Some(&mut item.meaning), change);
    }
}

fn all<'p>(proses: impl IntoIterator<Item = &'p mut Arc<Prose>>, change: Change<'_>) {
    proses.into_iter().for_each(change);
}

fn of_collections<T: Clone>(
    collections: &mut [Arc<Collection<T>>],
    prose: impl Fn(&mut T) -> Option<&mut Arc<Prose>>,
    change: Change<'_>,
) {
    for collection in collections {
        let collection = Arc::make_mut(collection);
        all(&mut collection.introduction, change);
        all(collection.items.iter_mut().filter_map(&prose), change);
    }
}
