//! Markdown → [`Prose`]. pulldown-cmark reads; we keep what a pack may use and report the rest, so that every word of the author's
//! is on the page, or a problem says where it went.
//!
//! - `addresses.rs`: What links of Markdown text mean as addresses
//! - `footnotes.rs`: The numbers of notes, `[^1]`, and the notes themselves, `[^1]: words`
//! - `headings.rs`: Headings, and the ids that links lead to
//! - `html.rs`: HTML in the text: its words stay and its tags go
//! - `inline.rs`: What stands in a line: words, emphasis, links and pictures
//! - `lists.rs`: Lists of items, and lists of words with what they mean
//! - `passages.rs`: Passages that are for some readers only: the lines between `::: {audience: staff}` and `:::`
//! - `run.rs`: A run of text in a line: what pulldown-cmark gives in pieces (it cuts at escapes and entities), with the place of each
//! - `tables.rs`: The tables of Markdown
//! - `tags.rs`: What HTML is made of, as far as it has to be known to keep its words and leave its tags out
//! - `vanished.rs`: Words that Markdown takes for something else and that are nowhere on the page

mod addresses;
mod footnotes;
mod headings;
mod html;
mod inline;
mod lists;
mod passages;
mod run;
mod tables;
mod tags;
mod vanished;

use std::iter::Peekable;
use std::mem::replace;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::events::{Addresses, Events, callout, is_block};
use super::locate::Locator;
use super::slips;
use crate::problem::Problem;
use crate::problem::catalogue::markdown as problems_of;
use crate::span::Span;
use crate::text::prose::{Block, ImageUse, LinkUse, Passage, PlaceholderUse, Prose, WorkedOut};
use footnotes::Footnotes;
use headings::Headings;
use html::Html;
use passages::FENCE;
use vanished::SeenText;

/// Lists in lists in quotes: deeper than this is a mistake, and browsers and printers give up too.
pub(super) const DEEPEST: usize = 24;

/// Returns the tree of `value`, which is written at `span` of the file whose whole text is `text`. Reports raw HTML, links
/// that could run something, headings that skip a level, pictures without words, notes and tables that aren't whole, text nested
/// too deeply, and any other words that Markdown would leave out.
pub fn prose(value: &str, span: Span, text: &str, problems: &mut Vec<Problem>) -> Prose {
    let (tidied, edits) = slips::tidy::markdown(value);
    let locator = Locator::new(span, text, value).tidied(edits);
    let value = &*tidied;
    let mut builder = ProseBuilder {
        events: Events::of(value, 0..0, Addresses::default()).peekable(),
        addresses: Addresses::default(),
        value,
        locator,
        problems,
        headings: Headings::of(value),
        footnotes: Footnotes::default(),
        html: Html::default(),
        seen: SeenText::of(value),
        placeholders: Vec::new(),
        links: Vec::new(),
        images: Vec::new(),
        passages: Vec::new(),
        inside: Vec::new(),
        depth: 0,
        told_depth: false,
        is_in_link: false,
    };
    let mut blocks = if value.contains(FENCE) {
        passages::blocks(&mut builder, value)
    } else {
        passages::near_misses(&mut builder, value, 0);
        if value.contains('<') {
            // Words between tags are read apart.
            builder.know_addresses(std::slice::from_ref(&(0..value.len())));
        }
        builder.text(0..value.len())
    };
    builder.footnotes(&mut blocks);
    builder.tell_html();
    builder.tell_vanished();
    let ProseBuilder { placeholders, links, images, passages, .. } = builder;
    let fingerprint = twox_hash::XxHash3_128::oneshot(value.as_bytes());
    Prose { span, blocks, placeholders, links, images, passages, fingerprint, known: WorkedOut::default() }
}

pub(super) struct ProseBuilder<'a, 'p> {
    events: Peekable<Events<'a>>,
    /// What other stretches of the text give as addresses of links.
    pub(super) addresses: Addresses,
    value: &'a str,
    pub(super) locator: Locator<'a>,
    pub(super) problems: &'p mut Vec<Problem>,
    headings: Headings,
    footnotes: Footnotes,
    html: Html,
    /// What of the text has come by so far.
    seen: SeenText,
    placeholders: Vec<PlaceholderUse>,
    links: Vec<LinkUse>,
    images: Vec<ImageUse>,
    pub(super) passages: Vec<Passage>,
    /// The passages around what is being read, from the outside in.
    pub(super) inside: Vec<usize>,
    depth: usize,
    told_depth: bool,
    /// Whether the words being read are those of a link or a picture, in which no other link can be.
    is_in_link: bool,
}

impl<'a> ProseBuilder<'a, '_> {
    /// Takes in what stretches that are read apart give as addresses of links.
    pub(super) fn know_addresses(&mut self, stretches: &[Range<usize>]) {
        if self.value.contains("]:") {
            self.addresses = Events::addresses(self.value, stretches);
        }
    }

    /// Returns the blocks of a stretch of the text.
    pub(super) fn text(&mut self, range: Range<usize>) -> Vec<Block> {
        let events = Events::of(self.value, range, self.addresses.clone());
        self.seen.define(events.definitions());
        let outer = replace(&mut self.events, events.peekable());
        let blocks = self.blocks(None);
        self.events = outer;
        blocks
    }

    /// Returns where a stretch of the text is in its file.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let words = &self.value[range.clone()];
        self.locator.span(range.start..range.start + words.trim_end().len())
    }

    /// Notes that a stretch of the text says how something is shown, and is no text itself.
    pub(super) fn is_markup(&mut self, range: &Range<usize>) {
        self.seen.note(range);
    }

    /// Returns the blocks up to the end of the enclosing one (or of the text).
    fn blocks(&mut self, until: Option<TagEnd>) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.peek().cloned() {
            match event {
                Event::End(end) if Some(end) == until => {
                    self.events.next();
                    break;
                }
                Event::Start(tag) if is_block(&tag) => {
                    self.events.next();
                    self.block(&tag, &range, &mut blocks);
                }
                Event::Rule => {
                    self.events.next();
                    blocks.push(Block::Rule);
                }
                Event::End(_) => drop(self.events.next()),
                Event::Start(_)
                | Event::Text(_)
                | Event::Code(_)
                | Event::InlineMath(_)
                | Event::DisplayMath(_)
                | Event::Html(_)
                | Event::InlineHtml(_)
                | Event::FootnoteReference(_)
                | Event::SoftBreak
                | Event::HardBreak
                | Event::TaskListMarker(_) => blocks.push(Block::Plain(self.inlines(None))),
            }
        }
        blocks
    }

    fn block(&mut self, tag: &Tag<'a>, range: &Range<usize>, blocks: &mut Vec<Block>) {
        let end = tag.to_end();
        if self.depth >= DEEPEST {
            return self.too_deep(end, range);
        }
        self.depth += 1;
        match tag {
            Tag::Paragraph => blocks.push(Block::Paragraph(self.inlines(Some(end)))),
            Tag::Heading { level, .. } => {
                let words = self.inlines(Some(end));
                blocks.push(self.heading(*level as u8, words, range));
            }
            Tag::BlockQuote(kind) => {
                if kind.is_some() {
                    self.opening_is_markup(range);
                }
                let inner = self.blocks(Some(end));
                blocks.push(match kind {
                    None => Block::Quote(inner),
                    Some(kind) => Block::Callout { kind: callout(*kind), blocks: inner },
                });
            }
            Tag::List(start) => blocks.push(self.list(*start, end)),
            Tag::DefinitionList => self.definitions(end, blocks),
            Tag::Table(_) => blocks.push(self.table(end)),
            Tag::CodeBlock(kind) => blocks.push(self.code(kind, range, end)),
            Tag::HtmlBlock => self.html_block(range, blocks),
            Tag::FootnoteDefinition(label) => self.footnote(label, range, end),
            Tag::MetadataBlock(_) => blocks.push(Block::Code(self.raw_text(end))),
            // These stand only inside the ones above, which take them; those in a line never come here.
            Tag::Item
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. } => blocks.extend(self.blocks(Some(end))),
        }
        self.depth -= 1;
    }

    /// Notes that what stands before the first thing in a block is the sign for it.
    fn opening_is_markup(&mut self, range: &Range<usize>) {
        let first = match self.events.peek() {
            None | Some((Event::End(_), _)) => range.end,
            Some((_, first)) => first.start.clamp(range.start, range.end),
        };
        self.is_markup(&(range.start..first));
    }

    /// Returns a block of code. Reports words after the backticks, which aren't shown.
    fn code(&mut self, kind: &CodeBlockKind<'_>, range: &Range<usize>, end: TagEnd) -> Block {
        if let CodeBlockKind::Fenced(info) = kind
            && info.contains(char::is_alphanumeric)
        {
            let line = self.value[range.clone()].lines().next().unwrap_or_default();
            let line = range.start..range.start + line.len();
            self.is_markup(&line);
            self.problems.push(problems_of::code_with_words(self.span(&line), info));
        }
        Block::Code(self.raw_text(end))
    }

    fn raw_text(&mut self, end: TagEnd) -> String {
        let mut text = String::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(found) if found == end => break,
                Event::Text(words) => {
                    self.is_markup(&range);
                    text.push_str(&words);
                }
                _ => text.push_str(&self.value[range]),
            }
        }
        text
    }

    /// Reports text nested too deeply, once, and leaves it out without going any deeper.
    fn too_deep(&mut self, end: TagEnd, range: &Range<usize>) {
        self.is_markup(range);
        if !replace(&mut self.told_depth, true) {
            let first_line = range.start..range.start + self.value[range.clone()].lines().next().map_or(0, str::len);
            let span = self.span(&first_line);
            self.problems.push(problems_of::too_deep(span, DEEPEST));
        }
        let mut open = 1;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(tag) if tag.to_end() == end => open += 1,
                Event::End(found) if found == end => open -= 1,
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
    }
}
