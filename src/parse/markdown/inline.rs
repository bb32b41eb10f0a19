//! What stands in a line: words, emphasis, links and pictures.

use std::mem::replace;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::addresses::{language, link_target, reference};
use super::html::Program;
use super::run::WordRun;
use super::{DEEPEST, ProseBuilder};
use crate::parse::bare;
use crate::parse::events::is_block;
use crate::parse::link_words;
use crate::parse::scan::{ScannedPart, split};
use crate::problem::catalogue::{markdown as problems_of, placeholders};
use crate::text::prose::{ImageUse, Inline, LinkTarget, LinkUse, TickBox, plain_words};

impl<'a> ProseBuilder<'a, '_> {
    /// Returns inline text up to the end of the enclosing element, or, without one, up to the next block.
    pub(super) fn inlines(&mut self, until: Option<TagEnd>) -> Vec<Inline> {
        let mut inlines = Vec::new();
        let mut program = Program::None;
        while let Some((event, range)) = self.events.peek().cloned() {
            match &event {
                Event::Start(tag) if until.is_none() && is_block(tag) => break,
                Event::End(_) if until.is_none() => break,
                Event::Rule => break,
                _ => drop(self.events.next()),
            }
            match event {
                Event::End(end) if Some(end) == until => break,
                Event::End(_) | Event::Rule => {}
                Event::Start(tag) => self.inline(tag, &range, &mut inlines),
                Event::Text(words) => {
                    let run = self.run(&words, range);
                    self.words(&run, &mut inlines);
                }
                Event::Code(words) => {
                    self.is_markup(&range);
                    inlines.push(Inline::Code(words.into_string()));
                }
                Event::InlineMath(words) | Event::DisplayMath(words) => {
                    self.is_markup(&range);
                    inlines.push(Inline::Words(words.into_string()));
                }
                Event::SoftBreak => inlines.push(Inline::Words("\n".into())),
                Event::HardBreak => inlines.push(Inline::LineBreak),
                Event::Html(html) | Event::InlineHtml(html) => {
                    self.inline_html(&html, range, &mut inlines, &mut program);
                }
                Event::FootnoteReference(label) => inlines.push(self.reference(&label, &range)),
                Event::TaskListMarker(is_ticked) => {
                    self.is_markup(&range);
                    inlines.push(Inline::TickBox(if is_ticked { TickBox::Ticked } else { TickBox::ToTick }));
                }
            }
        }
        if let Some((_, range)) = program {
            self.leave_out(range);
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
            Tag::Strikethrough => {
                let inner = self.inlines(Some(end));
                self.struck(inner, range, inlines);
            }
            Tag::Link { link_type, dest_url, id, .. } => {
                self.opens(range, &id);
                self.link(link_type, &dest_url, end, range, inlines);
            }
            Tag::Image { dest_url, id, .. } => {
                self.opens(range, &id);
                self.image(dest_url.into_string(), end, range, inlines);
            }
            Tag::Superscript
            | Tag::Subscript
            | Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::List(_)
            | Tag::Item
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::MetadataBlock(_) => inlines.extend(self.inlines(Some(end))),
        }
        self.depth -= 1;
    }

    /// Notes the address of a link or picture, and the label it is defined under.
    fn opens(&mut self, range: &Range<usize>, id: &str) {
        self.is_markup(range);
        self.seen.use_definition(id);
    }

    /// Crosses words out. One tilde on each side is no sign for that: 5~10 and 15~20 are numbers.
    fn struck(&self, inner: Vec<Inline>, range: &Range<usize>, inlines: &mut Vec<Inline>) {
        if self.value[range.clone()].starts_with("~~") {
            inlines.push(Inline::Struck(inner));
        } else {
            inlines.push(Inline::Words("~".into()));
            inlines.extend(inner);
            inlines.push(Inline::Words("~".into()));
        }
    }

    fn image(&mut self, path: String, end: TagEnd, range: &Range<usize>, inlines: &mut Vec<Inline>) {
        let (links, images) = (self.links.len(), self.images.len());
        let outer = replace(&mut self.is_in_link, true);
        let mut alt = Vec::new();
        flatten(self.inlines(Some(end)), &mut alt);
        self.is_in_link = outer;
        // Of a link or a picture in the words for a picture, only the words are left.
        self.links.truncate(links);
        self.images.truncate(images);
        let span = self.span(range);
        if plain_words(&alt).trim().is_empty() && !alt.iter().any(|inline| matches!(inline, Inline::Placeholder(_))) {
            self.problems.push(problems_of::image_without_words(span));
        }
        inlines.push(Inline::Image { image: self.images.len(), alt });
        self.images.push(ImageUse { path, span });
    }

    fn link(&mut self, kind: LinkType, address: &str, end: TagEnd, range: &Range<usize>, inlines: &mut Vec<Inline>) {
        let foreign = match kind {
            LinkType::WikiLink { has_pothole: true } => language(address),
            _ => None,
        };
        let is_in_link = self.is_in_link || foreign.is_none();
        let outer = replace(&mut self.is_in_link, is_in_link);
        let words = self.inlines(Some(end));
        self.is_in_link = outer;
        let span = self.span(range);
        if let Some(language) = foreign {
            inlines.push(Inline::Foreign { language, words });
            return;
        }
        if address.is_empty() && !matches!(kind, LinkType::WikiLink { .. }) {
            // That it leads nowhere is told where the text is looked at.
            inlines.extend(words);
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

    /// Adds words: their placeholders, and the addresses and numbers of notes that are written as they are.
    pub(super) fn words(&mut self, run: &WordRun, inlines: &mut Vec<Inline>) {
        let locator = &self.locator;
        let span = |range: Range<usize>| locator.span(run.place(&range));
        let parts = split(&run.words, &span, &mut self.placeholders, self.problems);
        for part in parts {
            match part {
                ScannedPart::Placeholder(number) => inlines.push(Inline::Placeholder(number)),
                ScannedPart::Text(range) if self.is_in_link => inlines.push(Inline::Words(run.words[range].to_owned())),
                ScannedPart::Text(range) => self.plain(run, range, inlines),
            }
        }
    }

    fn plain(&mut self, run: &WordRun, range: Range<usize>, inlines: &mut Vec<Inline>) {
        let mut done = range.start;
        let words = |from: usize, to: usize| (from < to).then(|| Inline::Words(run.words[from..to].to_owned()));
        for found in bare::all(&run.words[range.clone()]) {
            let place = range.start + found.range.start..range.start + found.range.end;
            if !run.is_verbatim(&place, self.value) {
                continue;
            }
            inlines.extend(words(done, place.start));
            done = place.end;
            let source = run.place(&place);
            let text = &run.words[place];
            inlines.push(match found.address {
                bare::BareAddress::Note(label) => self.reference(label, &source),
                bare::BareAddress::Outside(address) => {
                    self.links.push(LinkUse {
                        target: LinkTarget::Outside(address),
                        has_words: true,
                        span: self.span(&source),
                    });
                    Inline::Link { link: self.links.len() - 1, words: vec![Inline::Words(text.to_owned())] }
                }
            });
        }
        inlines.extend(words(done, range.end));
    }
}

/// Leaves the words and placeholders of inline text.
fn flatten(inlines: Vec<Inline>, flat: &mut Vec<Inline>) {
    for inline in inlines {
        match inline {
            Inline::Words(_) | Inline::Placeholder(_) => flat.push(inline),
            Inline::Code(words) => flat.push(Inline::Words(words)),
            Inline::LineBreak => flat.push(Inline::Words(" ".into())),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Struck(inner)
            | Inline::Link { words: inner, .. }
            | Inline::Foreign { words: inner, .. }
            | Inline::Image { alt: inner, .. } => flatten(inner, flat),
            Inline::TickBox(_) | Inline::FootnoteReference { .. } => {}
        }
    }
}
