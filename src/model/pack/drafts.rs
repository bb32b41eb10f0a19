//! What isn't finished (`draft: true`): pages, and translations and Easy Read of pages that are.

use std::sync::Arc;

use super::Pack;
use crate::model::easy_read::EasyRead;
use crate::model::pack::item::{Item, Noun};

impl Pack {
    /// Returns the paths of the files that aren't finished, as `path` names them.
    pub fn drafts(&self, path: impl Fn(&Item<'_>) -> String) -> Vec<String> {
        let mut drafts: Vec<String> = self.items().iter().filter(|item| item.is_draft).map(path).collect();
        drafts.sort();
        drafts.dedup();
        drafts
    }

    /// Takes translations and Easy Read that aren't finished away from pages that are: those have one form less. Pages themselves
    /// go later, when it is known what leads to them.
    pub fn take_draft_forms(&mut self) {
        let Pack {
            articles,
            easy_reads,
            standards,
            conversation_models,
            benchmarks,
            theories_of_change,
            measurement_plans,
            measures,
            forms,
            // What is no longer there is no draft, and the rest can't be one.
            withdrawn_articles: _,
            withdrawn_easy_reads: _,
            withdrawn_wards: _,
            settings: _,
            templates: _,
            trust: _,
            wards: _,
            agreements: _,
            sheet_records: _,
            test_logs: _,
            numbers: _,
            answers: _,
            resources: _,
            support: _,
            glossary: _,
            checks: _,
            search_words: _,
            published: _,
            articles_by_id: _,
            images: _,
            broken: _,
            told: _,
        } = self;
        take(articles);
        take(standards);
        take(conversation_models);
        take(benchmarks);
        take(theories_of_change);
        take(measurement_plans);
        take(measures);
        take(forms);
        easy_reads.retain(|easy_read: &Arc<EasyRead>| !easy_read.is_draft);
        self.index_articles();
    }
}

fn take<T: Noun>(nouns: &mut Vec<Arc<T>>) {
    nouns.retain(|noun| !(noun.item().is_draft && noun.item().language.is_some()));
}
