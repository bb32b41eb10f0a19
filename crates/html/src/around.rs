//! The elements round some words of a page, and the language that they give them.

use std::rc::Rc;

/// Elements whose words no page shows: the title is a line of the browser.
const UNSHOWN: [&str; 4] = ["script", "style", "title", "head"];
/// Elements that hold nothing.
pub(crate) const VOID: [&str; 8] = ["area", "br", "hr", "img", "input", "link", "meta", "wbr"];
/// Elements in which others begin and end.
const ROOMS: &[&str] =
    &["section", "div", "li", "td", "th", "dd", "main", "aside", "nav", "blockquote", "details", "form", "body"];
/// Elements that a paragraph can't hold.
const BLOCKS: &[&str] = &[
    "p",
    "ul",
    "ol",
    "dl",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "table",
    "blockquote",
    "nav",
    "aside",
    "details",
    "form",
    "footer",
    "header",
    "main",
    "hr",
];

/// Elements whose beginning ends those of the second list that are open, as far out as one of the third (HTML, optional tags).
type Ends = (&'static [&'static str], &'static [&'static str], &'static [&'static str]);
const ENDS: [Ends; 6] = [
    (&["li"], &["li"], &["ul", "ol"]),
    (&["dt", "dd"], &["dt", "dd"], &["dl", "div"]),
    (&["td", "th"], &["td", "th"], &["tr", "table"]),
    (&["tr"], &["tr"], &["table"]),
    (&["body"], &["head"], &["html"]),
    (BLOCKS, &["p"], ROOMS),
];

/// Returns the outermost of the open elements that the beginning of another one ends, by its place among them. `tag` gives their names.
pub(crate) fn ended_by<E>(name: &str, open: &[E], tag: impl Fn(&E) -> &str) -> Option<usize> {
    let (_, ended, within) = ENDS.iter().find(|(begins, ..)| begins.contains(&name))?;
    let from = open.iter().rposition(|element| within.contains(&tag(element))).map_or(0, |at| at + 1);
    open[from..].iter().position(|element| ended.contains(&tag(element))).map(|at| from + at)
}

/// The elements that are open, each with the language of its words, and the words since the last tag.
#[derive(Debug, Default)]
pub struct Surroundings {
    elements: Vec<(String, Rc<str>)>,
    run: String,
}

impl Surroundings {
    /// Notes an element, and the language that it gives. Elements may end without a tag that says so.
    pub fn enter(&mut self, name: &str, language: Option<&str>) {
        if let Some(at) = ended_by(name, &self.elements, |(tag, _)| tag) {
            self.elements.truncate(at);
        }
        let outer = || self.elements.last().map(|(_, language)| language.clone());
        if !VOID.contains(&name) {
            let language = language.map(Rc::from).or_else(outer).unwrap_or_default();
            self.elements.push((name.to_owned(), language));
        }
    }

    /// Notes the end of an element, and of those in it.
    pub fn leave(&mut self, name: &str) {
        if let Some(at) = self.elements.iter().rposition(|(tag, _)| tag == name) {
            self.elements.truncate(at);
        }
    }

    /// Adds words that stand in the innermost element.
    pub fn add(&mut self, text: &str) {
        self.run.push_str(text);
    }

    /// Returns the words since the last tag, if they are shown, and their language.
    #[must_use]
    pub fn words(&self) -> Option<(&str, &str)> {
        let (tag, language) = self.elements.last().filter(|_| !self.run.trim().is_empty())?;
        let is_shown = !UNSHOWN.contains(&&**tag);
        is_shown.then(|| (self.run.as_str(), &**language))
    }

    /// Forgets the words since the last tag: another one begins or ends.
    pub fn forget_words(&mut self) {
        self.run.clear();
    }
}
