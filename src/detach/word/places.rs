//! What the elements and classes of a page are in a Word file.

use wardpack_html::PageElement;

use super::lists::STEP;
use super::paragraph::{BoxKind, WordPlace};
use super::styles::HEADINGS;

/// Elements that stand in a line of words.
pub(super) const INLINE: [&str; 33] = [
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "input", "ins",
    "kbd", "mark", "q", "s", "samp", "select", "small", "span", "strong", "sub", "sup", "svg", "textarea", "time", "u",
    "var", "wbr",
];
/// Lists that the page shows without signs before their items.
pub(super) const PLAIN_LISTS: [&str; 5] = ["contacts", "always", "cards", "cross", "next-steps"];
/// What is written bold on a page, and stays with what follows.
const LABELS: [&str; 6] = ["callout-label", "asks", "notes-title", "handout-title", "urgent-label", "driver-part"];

/// Tells whether an element is a heading.
pub(super) fn is_heading(element: &PageElement) -> bool {
    matches!(&*element.name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Tells whether an element is the label of what follows.
pub(super) fn is_label(element: &PageElement) -> bool {
    matches!(&*element.name, "dt" | "legend" | "summary" | "label") || LABELS.iter().any(|class| element.is_of(class))
}

/// Returns the box that an element is.
pub(super) fn box_of(element: &PageElement) -> Option<BoxKind> {
    let is_of = |classes: &[&str]| classes.iter().any(|class| element.is_of(class));
    if is_of(&["help", "charter-help"]) {
        Some(BoxKind::Help)
    } else if is_of(&["important", "draft"]) {
        Some(BoxKind::Important)
    } else {
        is_of(&["callout", "before", "handout", "sample", "service", "promise"]).then_some(BoxKind::Note)
    }
}

/// Returns the place of what is in an element.
pub(super) fn style_of(element: &PageElement, mut place: WordPlace) -> WordPlace {
    match &*element.name {
        "h1" => place.style = Some(HEADINGS[0]),
        "h2" => place.style = Some(HEADINGS[1]),
        "h3" => place.style = Some(HEADINGS[2]),
        "h4" => place.style = Some(HEADINGS[3]),
        "h5" => place.style = Some(HEADINGS[4]),
        "h6" => place.style = Some(HEADINGS[5]),
        "blockquote" => {
            place.style = Some("Quote");
            place.indent += STEP;
        }
        "dt" => place.style = Some("Term"),
        "dd" => place.indent += STEP,
        "caption" | "figcaption" => place.style = Some("Caption"),
        "pre" => {
            place.style = Some("Code");
            place.is_as_written = true;
        }
        _ => {}
    }
    place
}
