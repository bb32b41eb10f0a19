//! A paragraph of a Word file: what it looks like, and the words in it.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::lists::{ListPlace, STEP};
use super::xml::XmlText;
use crate::direction::Direction;

/// What words look like, beyond their language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TextMark {
    Strong,
    Emphasis,
    Code,
    Struck,
    Inserted,
    Raised,
    Lowered,
}

/// Where a link in a Word file leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WordLink {
    /// To an address, by its id.
    Outside(String),
    /// To a bookmark of the file.
    Part(String),
}

/// What words look like, and how they are to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WordLook {
    pub marks: BTreeSet<TextMark>,
    pub link: Option<WordLink>,
    /// What Word calls the language.
    pub language: Rc<str>,
    pub direction: Direction,
}

impl WordLook {
    pub fn with(mut self, mark: TextMark) -> Self {
        self.marks.insert(mark);
        self
    }

    fn has(&self, mark: TextMark) -> bool {
        self.marks.contains(&mark)
    }
}

/// A part of a paragraph.
#[derive(Clone, Debug)]
pub(super) enum ParagraphPart {
    Words(String, WordLook),
    Break,
    /// A picture, as XML.
    Picture(String),
}

/// What a box says before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BoxKind {
    Help,
    Important,
    Note,
}

/// A box round some paragraphs, and which of all it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordBox {
    pub kind: BoxKind,
    pub number: usize,
}

/// Where a paragraph stands.
#[derive(Clone, Debug)]
pub(super) struct WordPlace {
    pub style: Option<&'static str>,
    pub boxed: Option<WordBox>,
    /// How far it stands from where lines begin, in twentieths of a point.
    pub indent: u32,
    /// How much room lines have.
    pub width: u32,
    /// So many lists are around it.
    pub lists: u32,
    pub direction: Direction,
    /// Whether it stays on the page of what follows.
    pub is_kept: bool,
    /// Whether its spaces and lines are those that were written.
    pub is_as_written: bool,
    pub is_in_table: bool,
}

/// What goes before a paragraph: its sign in a list, and bookmarks.
#[derive(Debug, Default)]
pub(super) struct ParagraphHead {
    pub item: Option<ListPlace>,
    pub bookmarks: Vec<(String, usize)>,
    /// Whether it is the first in its box.
    pub begins_box: bool,
}

/// Writes a paragraph. `language` is that of the page.
pub(super) fn paragraph(
    xml: &mut XmlText,
    runs: &[ParagraphPart],
    place: &WordPlace,
    head: &ParagraphHead,
    language: &str,
) {
    xml.begin("w:p", &[]);
    properties(xml, place, head);
    for (name, number) in &head.bookmarks {
        let number = number.to_string();
        xml.empty("w:bookmarkStart", &[("w:id", &number), ("w:name", name)]);
        xml.empty("w:bookmarkEnd", &[("w:id", &number)]);
    }
    let link_of = |run: &ParagraphPart| match run {
        ParagraphPart::Words(_, look) => look.link.clone(),
        _ => None,
    };
    for together in runs.chunk_by(|one, next| link_of(one) == link_of(next)) {
        let link = link_of(&together[0]);
        match &link {
            Some(WordLink::Outside(id)) => xml.begin("w:hyperlink", &[("r:id", id), ("w:history", "1")]),
            Some(WordLink::Part(name)) => xml.begin("w:hyperlink", &[("w:anchor", name), ("w:history", "1")]),
            None => {}
        }
        for run in together {
            write_run(xml, run, language);
        }
        if link.is_some() {
            xml.end();
        }
    }
    xml.end();
}

/// Writes what a paragraph looks like, in the order that the schema wants.
fn properties(xml: &mut XmlText, place: &WordPlace, head: &ParagraphHead) {
    xml.begin("w:pPr", &[]);
    let style = place.style.or((place.lists > 0).then_some("ListParagraph"));
    if let Some(style) = style {
        xml.value("w:pStyle", style);
    }
    if place.is_kept {
        xml.empty("w:keepNext", &[]);
    }
    if let Some(item) = head.item {
        xml.begin("w:numPr", &[]);
        xml.value("w:ilvl", &item.level.to_string());
        xml.value("w:numId", &item.list.to_string());
        xml.end();
    }
    if let Some(boxed) = place.boxed {
        frame(xml, boxed, place.direction);
    }
    if place.direction == Direction::RightToLeft {
        xml.empty("w:bidi", &[]);
    }
    if head.begins_box {
        xml.empty("w:spacing", &[("w:before", "280")]);
    }
    let (indent, step) = (place.indent.to_string(), STEP.to_string());
    let end = if place.boxed.is_some() { "170" } else { "0" };
    if head.item.is_some() {
        xml.empty("w:ind", &[("w:left", &indent), ("w:right", end), ("w:hanging", &step)]);
    } else if place.indent > 0 {
        xml.empty("w:ind", &[("w:left", &indent), ("w:right", end)]);
    }
    xml.end();
}

/// Writes the borders and the ground of a box. The border where lines begin is the thickest.
fn frame(xml: &mut XmlText, boxed: WordBox, direction: Direction) {
    let (thick, colour, ground, first) = match boxed.kind {
        BoxKind::Help => ("18", "003087", "E8F1FA", "18"),
        BoxKind::Important => ("12", "8A5A00", "FFF6DC", "12"),
        BoxKind::Note => ("4", "425563", "F0F4F5", "36"),
    };
    let begins = if direction == Direction::RightToLeft { "w:right" } else { "w:left" };
    xml.begin("w:pBdr", &[]);
    for side in ["w:top", "w:left", "w:bottom", "w:right"] {
        let thick = if side == begins { first } else { thick };
        xml.empty(side, &[("w:val", "single"), ("w:sz", thick), ("w:space", "8"), ("w:color", colour)]);
    }
    xml.end();
    xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", ground)]);
}

fn write_run(xml: &mut XmlText, run: &ParagraphPart, language: &str) {
    xml.begin("w:r", &[]);
    match run {
        ParagraphPart::Words(words, look) => {
            look_of(xml, look, language);
            for (at, line) in words.split('\n').enumerate() {
                if at > 0 {
                    xml.empty("w:br", &[]);
                }
                xml.begin("w:t", &[("xml:space", "preserve")]);
                xml.words(line);
                xml.end();
            }
        }
        ParagraphPart::Break => xml.empty("w:br", &[]),
        ParagraphPart::Picture(picture) => xml.put(picture),
    }
    xml.end();
}

/// Writes what words look like, in the order that the schema wants.
fn look_of(xml: &mut XmlText, look: &WordLook, language: &str) {
    let mark = |mark: TextMark, style: &'static str| look.has(mark).then_some(style);
    let style = look.link.as_ref().map(|_| "Hyperlink").or(mark(TextMark::Code, "CodeWords"));
    let style = style.or(mark(TextMark::Strong, "Strong")).or(mark(TextMark::Emphasis, "Emphasis"));
    let is_bold = look.has(TextMark::Strong) || look.has(TextMark::Emphasis);
    xml.begin("w:rPr", &[]);
    if let Some(style) = style {
        xml.value("w:rStyle", style);
    }
    if is_bold && !matches!(style, Some("Strong" | "Emphasis")) {
        xml.empty("w:b", &[]);
        xml.empty("w:bCs", &[]);
    }
    if look.has(TextMark::Struck) {
        xml.empty("w:strike", &[]);
    }
    if look.has(TextMark::Inserted) {
        xml.value("w:u", "single");
    }
    if look.has(TextMark::Raised) || look.has(TextMark::Lowered) {
        xml.value("w:vertAlign", if look.has(TextMark::Raised) { "superscript" } else { "subscript" });
    }
    if look.direction == Direction::RightToLeft {
        xml.empty("w:rtl", &[]);
    }
    if *look.language != *language {
        let language = &*look.language;
        xml.empty("w:lang", &[("w:val", language), ("w:eastAsia", language), ("w:bidi", language)]);
    }
    xml.end();
}
