//! A pack with some of its pages only.

use std::sync::Arc;

use super::Pack;
use crate::model::article::{Article, Start};

impl Pack {
    /// Keeps some pages only.
    pub fn retain_articles(&mut self, is_kept: impl FnMut(&Arc<Article>) -> bool) {
        self.articles.retain(is_kept);
        self.articles_by_id.clear();
        for (number, article) in self.articles.iter().enumerate() {
            self.articles_by_id.entry(article.id.clone()).or_default().push(number);
        }
    }

    /// Keeps some starts of the home pages only.
    pub fn retain_starts(&mut self, is_kept: impl Fn(&Start) -> bool) {
        for article in self.articles.iter_mut().filter(|article| !article.starts.is_empty()) {
            Arc::make_mut(article).starts.retain(&is_kept);
        }
    }
}
