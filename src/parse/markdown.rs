//! Markdown → [`Prose`]. pulldown-cmark reads; we keep the parts a pack may use and report the rest.

use std::iter::Peekable;
use std::ops::Range;
use std::sync::OnceLock;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::addresses::{free_id, language, link_target, reference};
use super::events::{Events, callout, is_block};
use super::headings;
use super::link_words;
use super::locate::Locator;
use super::passages::{self, FENCE};
use super::prose::{Block, ImageUse, Inline, LinkTarget, LinkUse, Passage, PlaceholderUse, Prose, plain_words};
use super::scan::{Part, split};
use crate::problem::Problem;
use crate::problem::catalogue::{markdown as problems_of, placeholders};
use crate::span::Span;

/// Lists in lists in quotes: deeper than this is a mistake, and browsers and printers give up too.
pub(super) const DEEPEST: usize = 24;

/// Returns the tree of `value`, which is written at `span` of the file whose whole text is `text`. Reports raw HTML, links
/// that could run something, headings that skip a level, pictures without words, and text nested too deeply.
pub fn prose(value: &str, span: Span, text: &str, problems: &mut Vec<Problem>) -> Prose {
    let mut builder = Builder {
        events: Events::of(value, 0..value.len()).peekable(),
        value,
        locator: Locator::new(span, text, value),
        problems,
        headings: Vec::new(),
        placeholders: Vec::new(),
        links: Vec::new(),
        images: Vec::new(),
        passages: Vec::new(),
        depth: 0,
        told_depth: false,
    };
    let blocks = if value.contains(FENCE) {
        passages::blocks(&mut builder, value)
    } else {
        passages::near_misses(&mut builder, value, 0);
        builder.blocks(None)
    };
    let Builder { placeholders, links, images, passages, .. } = builder;
    let fingerprint = twox_hash::XxHash3_128::oneshot(value.as_bytes());
    Prose {
        span,
        blocks,
        placeholders,
        links,
        images,
        passages,
        fingerprint,
        terms: OnceLock::new(),
        said: OnceLock::new(),
    }
}

pub(super) struct Builder<'a, 'p> {
    pub(super) events: Peekable<Events<'a>>,
    value: &'a str,
    locator: Locator<'a>,
    pub(super) problems: &'p mut Vec<Problem>,
    /// Level and id of each heading so far.
    headings: Vec<(u8, String)>,
    placeholders: Vec<PlaceholderUse>,
    links: Vec<LinkUse>,
    images: Vec<ImageUse>,
    pub(super) passages: Vec<Passage>,
    depth: usize,
    told_depth: bool,
}

impl<'a> Builder<'a, '_> {
    /// Returns the blocks of a stretch of the text.
    pub(super) fn text(&mut self, range: Range<usize>) -> Vec<Block> {
        self.events = Events::of(self.value, range).peekable();
        self.blocks(None)
    }

    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let words = &self.value[range.clone()];
        self.locator.span(self.value, range.start..range.start + words.trim_end().len())
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
                Event::Html(html) => {
                    self.events.next();
                    self.html(&html, &range);
                }
                Event::End(_) => drop(self.events.next()),
                _ => blocks.push(Block::Plain(self.inlines(None))),
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
                let inner = self.blocks(Some(end));
                blocks.push(match kind {
                    None => Block::Quote(inner),
                    Some(kind) => Block::Callout { kind: callout(*kind), blocks: inner },
                });
            }
            Tag::List(start) => blocks.push(Block::List { start: *start, items: self.items(end) }),
            Tag::Table(_) => blocks.push(self.table(end)),
            Tag::CodeBlock(_) => blocks.push(Block::Code(self.raw_text(end))),
            _ => blocks.extend(self.blocks(Some(end))),
        }
        self.depth -= 1;
    }

    fn items(&mut self, end: TagEnd) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.blocks(Some(TagEnd::Item))),
                Event::End(found) if found == end => break,
                _ => {}
            }
        }
        items
    }

    fn raw_text(&mut self, end: TagEnd) -> String {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(words) | Event::Code(words) => text.push_str(&words),
                Event::End(found) if found == end => break,
                _ => {}
            }
        }
        text
    }

    fn heading(&mut self, level: u8, words: Vec<Inline>, range: &Range<usize>) -> Block {
        let above = self.headings.last().map_or(1, |(level, _)| *level);
        self.problems.extend(headings::check(&words, level, above, self.span(range)));
        let level = level.clamp(2, 6);
        let id = free_id(&plain_words(&words), &self.headings);
        self.headings.push((level, id.clone()));
        Block::Heading { level, id, words }
    }

    /// Returns inline text up to the end of the enclosing element, or, without one, up to the next block.
    pub(super) fn inlines(&mut self, until: Option<TagEnd>) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some((event, range)) = self.events.peek().cloned() {
            match &event {
                Event::Start(tag) if until.is_none() && is_block(tag) => break,
                Event::End(_) if until.is_none() => break,
                Event::Rule => break,
                _ => drop(self.events.next()),
            }
            match event {
                Event::End(end) if Some(end) == until => break,
                Event::Start(tag) => self.inline(tag, &range, &mut inlines),
                Event::Text(words) => self.words(&words, &range, &mut inlines),
                Event::Code(words) => inlines.push(Inline::Code(words.into_string())),
                Event::SoftBreak => inlines.push(Inline::Words("\n".into())),
                Event::HardBreak => inlines.push(Inline::LineBreak),
                Event::Html(html) | Event::InlineHtml(html) => self.html(&html, &range),
                _ => {}
            }
        }
        inlines
    }

    fn inline(&mut self, tag: Tag<'a>, range: &Range<usize>, inlines: &mut Vec<Inline>) {
        let end = tag.to_end();
        if self.depth >= DEEPEST {
            return self.too_deep(end, range);
        }
        self.depth += 1;
        match tag {
            Tag::Strong => inlines.push(Inline::Strong(self.inlines(Some(end)))),
            Tag::Emphasis => inlines.push(Inline::Emphasis(self.inlines(Some(end)))),
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url, end, range, inlines),
            Tag::Image { dest_url, .. } => {
                let alt = plain_words(&self.inlines(Some(end)));
                let span = self.span(range);
                if alt.trim().is_empty() {
                    self.problems.push(problems_of::image_without_words(span));
                }
                inlines.push(Inline::Image { image: self.images.len(), alt });
                self.images.push(ImageUse { path: dest_url.into_string(), span });
            }
            _ => inlines.extend(self.inlines(Some(end))),
        }
        self.depth -= 1;
    }

    fn link(&mut self, kind: LinkType, address: &str, end: TagEnd, range: &Range<usize>, inlines: &mut Vec<Inline>) {
        let words = self.inlines(Some(end));
        let span = self.span(range);
        if let (LinkType::WikiLink { has_pothole: true }, Some(language)) = (kind, language(address)) {
            inlines.push(Inline::Foreign { language, words });
            return;
        }
        let (target, has_words) = match kind {
            LinkType::WikiLink { has_pothole } => (Ok(reference(address)), has_pothole),
            LinkType::Email => (Ok(LinkTarget::Outside(format!("mailto:{address}"))), true),
            _ => (link_target(address), true),
        };
        match target {
            Ok(target) => {
                if address.contains(['{', '}']) {
                    self.problems.push(placeholders::left_over(span, address));
                }
                if has_words {
                    self.problems.extend(link_words::check(&words, span));
                }
                let words = if has_words { words } else { Vec::new() };
                inlines.push(Inline::Link { link: self.links.len(), words });
                self.links.push(LinkUse { target, has_words, span });
            }
            Err(scheme) => {
                self.problems.push(problems_of::unsafe_link(span, &scheme));
                inlines.extend(words);
            }
        }
    }

    fn words(&mut self, words: &str, range: &Range<usize>, inlines: &mut Vec<Inline>) {
        let same = self.value.get(range.clone()) == Some(words);
        let offset = same.then_some(range.start);
        let parts = split(words, offset, self.value, &self.locator, &mut self.placeholders, self.problems);
        inlines.extend(parts.into_iter().map(|part| match part {
            Part::Text(words) => Inline::Words(words),
            Part::Placeholder(number) => Inline::Placeholder(number),
        }));
    }

    fn html(&mut self, html: &str, range: &Range<usize>) {
        let is_comment = html.trim_start().starts_with("<!--");
        if !is_comment && !html.trim().is_empty() {
            let span = self.span(range);
            self.problems.push(problems_of::raw_html(span, html.trim()));
        }
    }

    /// Reports text nested too deeply, once, and leaves it out without going any deeper.
    fn too_deep(&mut self, end: TagEnd, range: &Range<usize>) {
        if !std::mem::replace(&mut self.told_depth, true) {
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
