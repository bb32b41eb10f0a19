//! The words of a page that are to be read on paper too.

use wardpack_html::{PageElement, PageNode, tree};

/// What has no place on paper.
const LEFT_OUT: [&str; 8] =
    ["with-script", "without-script", "on-screen", "on-paper", "copy", "cross-length", "chart-key", "chart-narrow"];

/// Returns the letters and digits of words, which is what neither form adds to.
pub fn letters(words: &str) -> String {
    words.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Returns the words of a page that are to be read on paper too: those between its menu and its foot.
pub fn words_of(html: &str) -> String {
    let page = tree(html.as_bytes());
    let (mut words, mut help) = (String::new(), String::new());
    let mut is_help_inside = false;
    page.every(&mut |element| {
        if element.name == "main" {
            add(element, false, &mut words);
            element.every(&mut |inside| is_help_inside |= inside.attribute("id") == Some("page-help"));
        }
        if element.attribute("id") == Some("page-help") {
            help.clear();
            add(element, false, &mut help);
        }
    });
    if !is_help_inside {
        words.push_str(&help);
    }
    words
}

fn add(element: &PageElement, is_to_fill: bool, words: &mut String) {
    let is_to_fill = is_to_fill || element.is_of("fill");
    for node in &element.inside {
        match node {
            PageNode::Words(text) => words.push_str(text),
            PageNode::Element(inside) if is_left_out(inside) || is_to_fill && inside.name == "label" => {}
            PageNode::Element(inside) if inside.name == "svg" => {
                words.push_str(inside.attribute("aria-label").unwrap_or_default());
            }
            PageNode::Element(inside) => add(inside, is_to_fill, words),
        }
    }
}

fn is_left_out(element: &PageElement) -> bool {
    let name = &*element.name;
    ["nav", "search", "button", "script", "style", "textarea"].contains(&name)
        || element.attribute("hidden").is_some()
        || element.attribute("aria-hidden") == Some("true")
        || LEFT_OUT.iter().any(|class| element.is_of(class))
}
