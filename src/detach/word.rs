//! What is to be read on a page, as a Word file (Office Open XML, ECMA-376): for those who have to keep one.
//!
//! It is written as XML here, without a library for such files: the one that there is (docx-rs 0.4) can say neither the language of words
//! nor a title, and brings 38 crates, which take over a minute of processor time to compile.
//!
//! - `fields.rs`: What is to be filled in on a page, as it is filled in by pen
//! - `flow.rs`: The words of a page as paragraphs, one after the other, each where the page has it
//! - `grid.rs`: The tables of a page as Word wants them: rows of cells that fill them, with those that go on from above
//! - `language.rs`: What Word calls languages
//! - `lists.rs`: What stands before the items of lists, and where each begins to count
//! - `package.rs`: The parts of a file, put into one
//! - `paragraph.rs`: A paragraph: what it looks like, and the words in it
//! - `pictures.rs`: Pictures in the words, each with the words for those who don't see it
//! - `places.rs`: What the elements and classes of a page are in a Word file
//! - `relations.rs`: What the words refer to: addresses, and pictures
//! - `spaces.rs`: The words of a paragraph as they are shown: with single spaces, and in their own direction inside others
//! - `styles.rs`: What words look like
//! - `tables.rs`: Tables of the page, and the rows of Easy Read
//! - `xml.rs`: XML as it is written: the one place where words become a part of it

mod fields;
mod flow;
mod grid;
mod language;
mod lists;
mod package;
mod paragraph;
mod pictures;
mod places;
mod relations;
mod spaces;
mod styles;
mod tables;
mod xml;

use std::collections::BTreeSet;
use std::error::Error;
use std::rc::Rc;

use lol_html::element;
use lol_html::errors::RewritingError;
use wardpack_html::{PageElement, Token};

use super::alone::{AlonePage, alone};
use super::content::content;
use super::html::rewritten;
use super::inside::SeenFrom;
use crate::direction::Direction;
use flow::{LastWritten, WordFlow};
use language::word_language;
use paragraph::{WordLook, WordPlace};
use xml::XmlText;

/// What has no place on paper: ways to other pages, what works on a screen alone, and copies of what is there already. Labels in a table
/// to fill in are those of its head, and no chart has a key that isn't there.
const NOT_ON_PAPER: &str = "nav, search, button, [hidden], .without-script, .on-screen, .on-paper, .copy, .cross-length, .fill label, .chart-key, \
                            .chart-narrow";
/// The room between the edges of A4 and the words, and the sides of A4, in twentieths of a point.
const EDGE: u32 = 1134;
const SIDES: (u32, u32) = (11_906, 16_838);

/// A page as a Word file.
pub(super) struct WordFile {
    pub bytes: Vec<u8>,
    /// How many links are words now.
    pub unlinked: usize,
    /// How many pictures are left out.
    pub without_pictures: usize,
}

/// Returns what is to be read on a page as a Word file.
pub(super) fn word(html: &str, page: SeenFrom<'_>) -> Result<WordFile, Box<dyn Error>> {
    let (read, diagrams) = on_paper(&content(html)?)?;
    let AlonePage { html: read, unlinked } = alone(&read, page)?;
    let tree = wardpack_html::tree(read.as_bytes());
    let (language, direction) = speech(html);
    let facts = page.site.pages.get(page.path).cloned().unwrap_or_default();
    let flow = document(&tree, &language, direction);
    let without_pictures = flow.without_pictures + diagrams;
    let mut is_easy = false;
    tree.every(&mut |element| is_easy |= element.is_of("easy-rows"));
    let sizes = if is_easy { styles::EASY_READ } else { styles::USUAL };
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), package::content_types()),
        ("_rels/.rels".to_owned(), relations::of_package()),
        ("docProps/core.xml".to_owned(), package::facts(&facts, &language)),
        ("word/_rels/document.xml.rels".to_owned(), flow.relations.of_document()),
        ("word/styles.xml".to_owned(), styles::styles(sizes, &language, direction)),
        ("word/numbering.xml".to_owned(), flow.lists.part()),
        ("word/settings.xml".to_owned(), package::settings(&language)),
        ("word/footer.xml".to_owned(), package::footer(&facts, direction)),
        ("word/document.xml".to_owned(), flow.xml.finish()),
    ];
    let texts = parts.drain(..).map(|(path, text)| (path, text.into_bytes()));
    let bytes = package::packed(texts.chain(flow.relations.files()).collect())?;
    Ok(WordFile { bytes, unlinked, without_pictures })
}

/// Returns what of a page is for paper, and how many diagrams it is without: they are for eyes alone, and what they say stands beside
/// them in words.
fn on_paper(html: &str) -> Result<(String, usize), RewritingError> {
    let mut diagrams = 0;
    let html = rewritten(
        html,
        vec![
            element!("figure[aria-hidden=true]", |_figure| {
                diagrams += 1;
                Ok(())
            }),
            element!("[aria-hidden=true]", |sign| {
                sign.remove();
                Ok(())
            }),
            element!(NOT_ON_PAPER, |element| {
                element.remove();
                Ok(())
            }),
        ],
    )?;
    Ok((html, diagrams))
}

/// Returns what Word calls the language of a page, and which way its text runs.
fn speech(html: &str) -> (Rc<str>, Direction) {
    let mut tag = None;
    wardpack_html::read(html.as_bytes(), &mut |token| {
        if let Token::Start(element) = token
            && element.name() == "html"
        {
            tag = tag.take().or_else(|| element.attribute("lang").map(str::to_owned));
        }
    });
    let tag = tag.unwrap_or_else(|| "en".to_owned());
    (word_language(&tag).into(), Direction::of_language(&tag))
}

/// Writes the document.
fn document(page: &PageElement, language: &Rc<str>, direction: Direction) -> WordFlow {
    let mut xml = XmlText::file();
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006/";
    xml.begin(
        "w:document",
        &[
            ("xmlns:w", styles::NAMESPACE),
            ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
            ("xmlns:wp", &format!("{drawing}wordprocessingDrawing")),
            ("xmlns:a", &format!("{drawing}main")),
            ("xmlns:pic", &format!("{drawing}picture")),
        ],
    );
    xml.begin("w:body", &[]);
    let mut flow = WordFlow::new(xml, language.clone(), page);
    let look = WordLook { marks: BTreeSet::new(), link: None, language: language.clone(), direction };
    let place = WordPlace {
        style: None,
        boxed: None,
        indent: 0,
        width: SIDES.0 - 2 * EDGE,
        lists: 0,
        direction,
        is_kept: false,
        is_as_written: false,
        is_in_table: false,
    };
    flow.inside(page, &place, &look);
    flow.flush(&place);
    if flow.last != Some(LastWritten::Paragraph) {
        flow.nothing(&place);
    }
    section(&mut flow.xml, direction);
    flow
}

/// Writes the paper that a document is on.
fn section(xml: &mut XmlText, direction: Direction) {
    xml.begin("w:sectPr", &[]);
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "footer")]);
    xml.empty("w:pgSz", &[("w:w", &SIDES.0.to_string()), ("w:h", &SIDES.1.to_string())]);
    let (edge, half) = (EDGE.to_string(), (EDGE / 2).to_string());
    let foot = (EDGE + EDGE / 2).to_string();
    let edges = ["w:top", "w:right", "w:bottom", "w:left"];
    let edges = edges.map(|side| (side, if side == "w:bottom" { &*foot } else { &*edge }));
    let others = [("w:header", &*half), ("w:footer", &*half), ("w:gutter", "0")];
    xml.empty("w:pgMar", &[&edges[..], &others[..]].concat());
    if direction == Direction::RightToLeft {
        xml.empty("w:bidi", &[]);
    }
    xml.end();
}
