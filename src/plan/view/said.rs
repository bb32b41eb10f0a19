//! Words that may be in another language than the page.

use serde::Serialize;

/// Words that may be in another language than the page.
#[derive(Clone, Debug, Default, Hash, Serialize)]
pub struct Said {
    pub words: String,
    /// The language of the words, where it isn't the page's.
    pub lang: Option<String>,
}
