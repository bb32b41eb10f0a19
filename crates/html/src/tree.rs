//! A page, or a part of one, as a tree.

use crate::around::{VOID, ended_by};
use crate::{StartTag, Token, read};

/// Elements that stand deeper in each other than this are left out, and what is in them stays, so that whoever walks the tree comes to
/// its end.
const DEEPEST: usize = 200;

/// An element, or words between tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageNode {
    Element(PageElement),
    /// Words, with what entities stand for.
    Words(String),
}

/// An element with what is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageElement {
    /// In small letters.
    pub name: String,
    attributes: Vec<(String, String)>,
    pub inside: Vec<PageNode>,
}

impl PageElement {
    fn of(tag: &StartTag) -> Self {
        let attributes = tag.attributes().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        PageElement { name: tag.name().to_owned(), attributes, inside: Vec::new() }
    }

    /// Returns the value of an attribute; nothing where the element hasn't got it.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Tells whether the element is of a class.
    #[must_use]
    pub fn is_of(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|classes| classes.split_ascii_whitespace().any(|known| known == class))
    }

    /// Returns the elements that stand in this one, without those deeper inside.
    pub fn elements(&self) -> impl Iterator<Item = &PageElement> {
        self.inside.iter().filter_map(|node| match node {
            PageNode::Element(element) => Some(element),
            PageNode::Words(_) => None,
        })
    }

    /// Calls `each` with every element in this one, from the first to the last.
    pub fn every(&self, each: &mut dyn FnMut(&PageElement)) {
        for element in self.elements() {
            each(element);
            element.every(each);
        }
    }

    /// Returns all words in this element, as they are written.
    #[must_use]
    pub fn words(&self) -> String {
        let parts = self.inside.iter().map(|node| match node {
            PageNode::Element(element) => element.words(),
            PageNode::Words(words) => words.clone(),
        });
        parts.collect()
    }
}

/// Returns a page, or a part of one, as an element without a name that holds it. Elements may end without a tag that says so.
#[must_use]
pub fn tree(html: &[u8]) -> PageElement {
    let mut open = vec![PageElement::default()];
    read(html, &mut |token| match token {
        Token::Start(tag) => {
            let name = tag.name();
            if let Some(at) = ended_by(name, &open, |element| &element.name) {
                close(&mut open, at);
            }
            open.push(PageElement::of(tag));
            if VOID.contains(&name) {
                let last = open.len() - 1;
                close(&mut open, last);
            }
        }
        Token::End(name) => {
            if let Some(at) = open.iter().rposition(|element| element.name == name && !name.is_empty()) {
                close(&mut open, at);
            }
        }
        Token::Words(words) => {
            if let Some(element) = open.last_mut() {
                element.inside.push(PageNode::Words(words.to_owned()));
            }
        }
    });
    close(&mut open, 1);
    open.pop().unwrap_or_default()
}

/// Puts the elements that are open from one on into those around them.
fn close(open: &mut Vec<PageElement>, from: usize) {
    while open.len() > from.max(1) {
        let Some(over) = open.pop() else { return };
        let is_deep = open.len() > DEEPEST;
        let Some(around) = open.last_mut() else { return };
        if is_deep {
            around.inside.extend(over.inside);
        } else {
            around.inside.push(PageNode::Element(over));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(element: &PageElement) -> String {
        let parts = element.inside.iter().map(|node| match node {
            PageNode::Element(element) => format!("({} {})", element.name, shown(element)),
            PageNode::Words(words) => words.clone(),
        });
        parts.collect()
    }

    #[test]
    fn a_page_is_a_tree() {
        for (html, whole) in [
            ("<p>a <b>b</b> c</p><img alt>d", "(p a (b b) c)(img )d"),
            ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "(ul (li a)(li b(ul (li c))))d"),
            ("<p>a<p>b</div>c</p>", "(p a)(p bc)"),
            ("<table><tr><td>a<td>b<tr><th>c</table>", "(table (tr (td a)(td b))(tr (th c)))"),
        ] {
            assert_eq!(shown(&tree(html.as_bytes())), whole, "{html}");
        }
    }

    #[test]
    fn what_is_too_deep_stays_as_words() {
        let html = format!("{}x{}y", "<div><b>".repeat(30_000), "</b></div>".repeat(30_000));
        let whole = tree(html.as_bytes());
        assert_eq!(whole.words(), "xy");
    }
}
