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
        take(&mut self.articles);
        take(&mut self.standards);
        take(&mut self.conversation_models);
        take(&mut self.benchmarks);
        take(&mut self.theories_of_change);
        take(&mut self.measurement_plans);
        take(&mut self.measures);
        take(&mut self.forms);
        self.easy_reads.retain(|easy_read: &Arc<EasyRead>| !easy_read.is_draft);
        self.index_articles();
    }
}

fn take<T: Noun>(nouns: &mut Vec<Arc<T>>) {
    nouns.retain(|noun| !(noun.item().is_draft && noun.item().language.is_some()));
}
