//! What of a text is printed as it is written, once Markdown has taken its signs out.
//!
//! The rules look at this and not at the text, so that nothing that works is told as a slip.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

pub(super) use super::hidden::OPAQUE;
use super::{Fix, hidden};
use crate::parse::events::{self, Addresses, is_block};

/// Stands for a sign that Markdown has used up.
pub(super) const USED: char = '\0';
/// Stands for a line end that is one on the page too.
pub(super) const BREAK: char = '\u{1}';

/// A stretch of Markdown, and what is printed of it.
pub(super) struct Printed<'a> {
    pub text: &'a str,
    /// Byte for byte as `text`, but only with what is printed as it is written.
    pub mask: String,
    pub blocks: Vec<PrintedBlock>,
    pub links: Vec<PrintedLink>,
    pub pictures: Vec<PrintedPicture>,
    /// Where an @ is printed that isn't part of an address.
    pub at_signs: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PrintedKind {
    Paragraph,
    /// A heading, and whether a line below makes it one.
    Heading {
        underlined: bool,
    },
    Cell,
    /// Code by the spaces before it.
    IndentedCode,
}

/// A paragraph or the like.
#[derive(Clone, Debug)]
pub(super) struct PrintedBlock {
    pub kind: PrintedKind,
    pub range: Range<usize>,
    /// Whether it stands in a quote that isn't a box.
    pub is_quoted: bool,
    /// Whether it is the first of its quote.
    pub is_first_of_quote: bool,
}

/// A link that works, as far as Markdown is concerned.
pub(super) struct PrintedLink {
    pub address: String,
    pub range: Range<usize>,
}

/// A picture and the words for it.
pub(super) struct PrintedPicture {
    pub address: String,
    pub words: String,
    pub range: Range<usize>,
}

impl<'a> Printed<'a> {
    /// Returns what is printed of a text by itself.
    pub(super) fn of(text: &'a str) -> Self {
        Printed::with(text, Addresses::default())
    }

    /// Returns what is printed of a text, given the addresses of links that others give.
    pub(super) fn with(text: &'a str, addresses: Addresses) -> Self {
        let mask = text.bytes().map(|byte| if byte == b'\n' { b'\n' } else { 0 }).collect();
        let (blocks, links, pictures, at_signs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let shown = Printed { text, mask: String::new(), blocks, links, pictures, at_signs };
        let mut painter = Painter { shown, mask, open: None, quotes: Vec::new(), picture: None, is_code: false };
        for (event, range) in events::raw(text, addresses) {
            painter.event(event, range);
        }
        painter.finish()
    }

    /// Returns the lines of a block: where each is in the text.
    pub(super) fn lines(&self, block: &PrintedBlock) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let mut start = block.range.start;
        for line in self.text[block.range.clone()].split_inclusive('\n') {
            let words = line.trim_end_matches(['\n', '\r']);
            lines.push(start..start + words.len());
            start += line.len();
        }
        lines
    }

    /// Returns the range that a place's whole lines take, without the last line end.
    pub(super) fn whole_lines(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.text[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
        let end = self.text[range.end..].find('\n').map_or(self.text.len(), |newline| range.end + newline);
        let end = start + self.text[start..end].trim_end_matches('\r').len();
        start..end.max(range.end)
    }

    /// Returns the fix that leaves a line empty above `line`, which isn't the first of its block; with the line above it, for showing.
    pub(super) fn line_above(&self, line: &Range<usize>) -> Fix {
        let above = self.text[..line.start].trim_end_matches(['\n', '\r']);
        let start = above.rfind('\n').map_or(0, |newline| newline + 1);
        let words = self.text[line.clone()].trim_start_matches([' ', '>']);
        let prefix = self.text[line.start..line.end - words.len()].trim_end();
        Fix::new(start..line.start, format!("{}\n{prefix}\n", &above[start..]))
    }

    /// Returns where the printed words of a line begin, behind signs of quotes and lists and white space.
    pub(super) fn first_word(&self, line: &Range<usize>) -> usize {
        let words = self.mask[line.clone()].trim_start_matches([USED, ' ', '\t']);
        line.end - words.len()
    }

    /// Returns where a line begins behind signs of quotes and lists and white space, with the signs round its first words.
    pub(super) fn first_sign(&self, line: &Range<usize>) -> usize {
        let before = &self.text[line.start..self.first_word(line)];
        line.start + before.rfind([' ', '\t', '>']).map_or(0, |space| space + 1)
    }

    /// Tells whether only signs of quotes and lists stand before a place in its line, and not one that makes words bold.
    pub(super) fn begins(&self, at: usize) -> bool {
        self.text[..at].chars().next_back().is_none_or(|letter| letter.is_whitespace() || letter == '>')
    }

    /// Returns the printed words of a range.
    pub(super) fn printed(&self, range: &Range<usize>) -> &str {
        &self.mask[range.clone()]
    }
}

/// Goes through what pulldown-cmark says of the text.
struct Painter<'a> {
    shown: Printed<'a>,
    mask: Vec<u8>,
    /// The block whose words are coming.
    open: Option<PrintedBlock>,
    /// For each quote that is open: whether it is a box, and whether nothing has come in it yet.
    quotes: Vec<(bool, bool)>,
    picture: Option<PrintedPicture>,
    is_code: bool,
}

impl<'a> Painter<'a> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) if self.is_code => drop(words),
            Event::Text(words) => self.words(&words, range),
            Event::Code(_) => {
                self.inline(&range);
                self.mask[range].fill(OPAQUE as u8);
            }
            Event::HardBreak => {
                if let Some(newline) = self.shown.text[range.clone()].find('\n') {
                    self.mask[range.start + newline] = BREAK as u8;
                }
            }
            Event::SoftBreak => {}
            _ => self.inline(&range),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        if is_block(&tag) {
            self.close();
        } else {
            self.inline(&range);
        }
        match tag {
            Tag::Paragraph => self.open(PrintedKind::Paragraph, range),
            Tag::Heading { .. } => {
                let underlined = !self.shown.text[range.clone()].trim_start().starts_with('#');
                self.open(PrintedKind::Heading { underlined }, range);
            }
            Tag::TableCell => self.open(PrintedKind::Cell, range),
            Tag::CodeBlock(kind) => {
                self.is_code = true;
                if kind == CodeBlockKind::Indented {
                    self.open(PrintedKind::IndentedCode, range);
                    self.close();
                }
                self.seen_in_quote();
            }
            Tag::BlockQuote(kind) => self.quotes.push((kind.is_some(), true)),
            Tag::Link { link_type, dest_url, .. } => {
                let is_named = matches!(link_type, LinkType::WikiLink { has_pothole: false });
                if is_named || matches!(link_type, LinkType::Autolink | LinkType::Email) {
                    self.mask[range.clone()].fill(OPAQUE as u8);
                }
                if !matches!(link_type, LinkType::WikiLink { .. }) {
                    self.shown.links.push(PrintedLink { address: dest_url.into_string(), range });
                }
            }
            Tag::Image { dest_url, .. } => {
                self.picture = Some(PrintedPicture { address: dest_url.into_string(), words: String::new(), range });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::CodeBlock => self.is_code = false,
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes.pop();
            }
            TagEnd::Image => self.shown.pictures.extend(self.picture.take()),
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::Item => self.close(),
            _ => {}
        }
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        self.inline(&range);
        if let Some(picture) = &mut self.picture {
            picture.words.push_str(words);
        }
        let text = self.shown.text;
        let is_address = self.mask[range.clone()].contains(&(OPAQUE as u8));
        if is_address || &text[range.clone()] != words {
            return self.mask[range].fill(OPAQUE as u8);
        }
        self.mask[range.clone()].copy_from_slice(words.as_bytes());
        // What stands behind a backslash is meant as it is.
        if text[..range.start].ends_with('\\') && self.mask[range.start - 1] == 0 {
            let length = words.chars().next().map_or(0, char::len_utf8);
            self.mask[range.start..range.start + length].fill(OPAQUE as u8);
        }
    }

    /// Notes that something in a line is coming, which may be the beginning of an item without a paragraph.
    fn inline(&mut self, range: &Range<usize>) {
        match &mut self.open {
            Some(block) => block.range.end = block.range.end.max(range.end),
            None => self.open(PrintedKind::Paragraph, range.clone()),
        }
    }

    fn open(&mut self, kind: PrintedKind, range: Range<usize>) {
        let is_first_of_quote = self.quotes.last().is_some_and(|(_, is_empty)| *is_empty);
        let is_quoted = self.quotes.iter().any(|(is_box, _)| !is_box);
        self.open = Some(PrintedBlock { kind, range, is_quoted, is_first_of_quote });
        self.seen_in_quote();
    }

    fn seen_in_quote(&mut self) {
        if let Some((_, is_empty)) = self.quotes.last_mut() {
            *is_empty = false;
        }
    }

    fn close(&mut self) {
        if let Some(mut block) = self.open.take() {
            block.range.end = block.range.start + self.shown.text[block.range.clone()].trim_end().len();
            self.shown.blocks.push(block);
        }
    }

    fn finish(mut self) -> Printed<'a> {
        self.close();
        // Whole characters are copied, and all else is ASCII.
        self.shown.mask = String::from_utf8(self.mask).unwrap_or_default();
        (self.shown.mask, self.shown.at_signs) = hidden::hide_addresses(std::mem::take(&mut self.shown.mask));
        self.shown
    }
}
