//! What search finds: the pages of one language, or those of one ward.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::text::prose::Prose;

/// A script that the search page loads.
#[derive(Clone, Debug, Default, Hash)]
pub struct SearchIndex {
    pub pages: Vec<SearchPage>,
    /// It goes on where the index before it on the page ends: a large site's is in parts, so that an edit changes a small file.
    pub goes_on: bool,
    /// The names of pages for everyone that this ward's readers aren't shown.
    pub left_out: Vec<String>,
    /// What people type in words of their own.
    pub meant: Vec<SearchMeant>,
}

/// Words that people type for one thing, and what helps with it.
#[derive(Clone, Debug, Hash)]
pub struct SearchMeant {
    /// Each a word or a few together.
    pub words: Vec<String>,
    /// The names of the pages that come first.
    pub pages: Vec<String>,
    /// Numbers to call come before them.
    pub harm: bool,
}

/// A page that can be found.
#[derive(Clone, Debug, Hash)]
pub struct SearchPage {
    /// Kind and id. In a ward, the ward's own page stands for the one for everyone with the same name.
    pub name: String,
    pub href: String,
    pub title: String,
    /// What kind of page it is, in words.
    pub kind: String,
    pub summary: Option<String>,
    /// It is for staff only, and comes after what is for everyone.
    pub for_staff: bool,
    /// The language of its words where it isn't this one's, and the way they run. It is found as what somebody meant, not by its words.
    pub foreign: Option<(String, &'static str)>,
    /// What else the page says on lines of its own: whom a service is for, its numbers and hours.
    pub lines: Vec<String>,
    pub texts: Vec<SearchText>,
}

/// A text of a page. All that search takes from it depends on its Markdown alone.
#[derive(Clone, Debug)]
pub struct SearchText(pub Arc<Prose>);

impl Hash for SearchText {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.fingerprint.hash(state);
    }
}
