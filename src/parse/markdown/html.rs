//! HTML in the text: its words stay and its tags go.
//!
//! Comments are the author's own notes and go without a word. What stands between `<script>` or `<style>` and its end is no text either,
//! but that is told.

use std::mem::{replace, take};
use std::ops::Range;

use pulldown_cmark::{Event, TagEnd};

use super::ProseBuilder;
use super::tags::{HtmlPiece, Sort, pieces, raises, sort, words_of_picture};
use crate::parse::slips;
use crate::problem::catalogue::markdown as problems_of;
use crate::text::prose::{Block, Inline};

/// A `<script>` or `<style>` in a line that hasn't ended yet: how much there was before it, and its place.
pub(super) type Program = Option<(usize, Range<usize>)>;

/// The tags of a text so far. Many of them are one problem, told at the first.
#[derive(Default)]
pub(super) struct Html {
    first: Option<Range<usize>>,
    count: usize,
    /// The first tag that raises or lowers what is in it.
    raised: Option<Range<usize>>,
    /// Whether the words being read stand in a block of HTML.
    is_in_block: bool,
}

impl ProseBuilder<'_, '_> {
    /// Reports that tags were left out.
    pub(super) fn tell_html(&mut self) {
        if let Some(range) = self.html.first.take() {
            let span = self.span(&range);
            let raised = self.html.raised.take().map(|range| &self.value[range]);
            self.problems.push(problems_of::raw_html(span, &self.value[range], self.html.count, raised));
        }
    }

    pub(super) fn leave_out(&mut self, range: Range<usize>) {
        self.is_markup(&range);
        self.html.count += 1;
        self.html.first.get_or_insert(range);
    }

    /// Takes a tag or comment in a line. What stands between `<script>` and its end is left out.
    pub(super) fn inline_html(
        &mut self,
        html: &str,
        range: Range<usize>,
        inlines: &mut Vec<Inline>,
        program: &mut Program,
    ) {
        self.is_markup(&range);
        if html.starts_with("<!--") {
            return;
        }
        if html.starts_with("<![CDATA[") {
            let words = html.trim_start_matches("<![CDATA[").trim_end_matches("]]>");
            inlines.push(Inline::Words(words.to_owned()));
            return self.leave_out(range);
        }
        match (sort(html), program.take()) {
            (Sort::Program, Some((before, start))) if html.starts_with("</") => {
                inlines.truncate(before);
                self.tell_program(start.start..range.end);
            }
            (Sort::Program, open) if html.starts_with("<?") => {
                *program = open;
                self.tell_program(range);
            }
            (Sort::Program, None) if !html.starts_with("</") => *program = Some((inlines.len(), range)),
            (sort, open) => {
                *program = open;
                self.tag(sort, range, html, inlines);
            }
        }
    }

    /// Reports what isn't meant to be read.
    fn tell_program(&mut self, range: Range<usize>) {
        self.is_markup(&range);
        self.problems.push(problems_of::program(self.span(&range), &self.value[range]));
    }

    /// Does to the words in a line what a tag does.
    fn tag(&mut self, sort: Sort, range: Range<usize>, html: &str, inlines: &mut Vec<Inline>) {
        match sort {
            Sort::Unknown => {
                self.is_markup(&range);
                self.problems.push(problems_of::unknown_tag(self.span(&range), html));
                inlines.push(Inline::Words(html.to_owned()));
                return;
            }
            Sort::Break => inlines.push(Inline::LineBreak),
            Sort::Block | Sort::Cell => space(inlines),
            Sort::Inline | Sort::Program => {}
        }
        if let Some(words) = words_of_picture(html) {
            space(inlines);
            inlines.push(Inline::Words(slips::plain::without_entities(words)));
        }
        if raises(html) {
            self.html.raised.get_or_insert(range.clone());
        }
        self.leave_out(range);
    }

    /// Adds the words of a block of HTML, as paragraphs.
    pub(super) fn html_block(&mut self, range: &Range<usize>, blocks: &mut Vec<Block>) {
        let place = Places::of(&self.html_lines());
        let html = place.text(self.value);
        if replace(&mut self.html.is_in_block, true) {
            // A bracket that begins no tag, alone: there is nothing to take out of it.
            self.is_markup(range);
            blocks.push(Block::Paragraph(vec![Inline::Words(html)]));
            return;
        }
        let mut paragraph = Vec::new();
        for piece in pieces(&html) {
            match piece {
                HtmlPiece::Words(words) => {
                    place.each(&words, &mut |range| self.html_words(range, &mut paragraph, blocks));
                }
                HtmlPiece::Tag(tag, Sort::Block) => {
                    self.leave_out(place.of_stretch(&tag));
                    end_paragraph(&mut paragraph, blocks);
                }
                HtmlPiece::Tag(tag, sort) => self.tag(sort, place.of_stretch(&tag), &html[tag.clone()], &mut paragraph),
                HtmlPiece::Comment(comment) => self.is_markup(&place.of_stretch(&comment)),
                HtmlPiece::Open(comment) => {
                    let range = place.of_stretch(&comment);
                    self.is_markup(&range);
                    self.problems.push(problems_of::comment_without_end(self.span(&first_line(&range, self.value))));
                }
                HtmlPiece::Program(program) => {
                    self.tell_program(place.of_stretch(&program));
                }
            }
        }
        end_paragraph(&mut paragraph, blocks);
        self.html.is_in_block = false;
    }

    /// Returns the places of the lines up to the end of a block of HTML.
    fn html_lines(&mut self) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        for (event, range) in self.events.by_ref() {
            match event {
                Event::End(TagEnd::HtmlBlock) => break,
                _ => lines.push(range),
            }
        }
        lines
    }

    /// Adds words that stand between tags. They are Markdown, as everywhere.
    fn html_words(&mut self, range: Range<usize>, paragraph: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
        let words = &self.value[range.clone()];
        let (from_start, inner) = (words.trim_start(), words.trim());
        if from_start.len() < words.len() {
            space(paragraph);
        }
        if inner.is_empty() {
            return;
        }
        let start = range.end - from_start.len();
        let mut found = self.text(start..start + inner.len());
        match (found.pop(), found.is_empty()) {
            (Some(Block::Paragraph(words) | Block::Plain(words)), true) => paragraph.extend(words),
            (last, _) => {
                end_paragraph(paragraph, blocks);
                blocks.extend(found.into_iter().chain(last));
            }
        }
        if inner.len() < from_start.len() {
            space(paragraph);
        }
    }
}

fn first_line(range: &Range<usize>, value: &str) -> Range<usize> {
    range.start..range.start + value[range.clone()].lines().next().map_or(0, str::len)
}

/// Parts what comes from what is there.
fn space(inlines: &mut Vec<Inline>) {
    let is_parted = match inlines.last() {
        None | Some(Inline::LineBreak) => true,
        Some(Inline::Words(words)) => words.ends_with(char::is_whitespace),
        Some(_) => false,
    };
    if !is_parted {
        inlines.push(Inline::Words(" ".to_owned()));
    }
}

fn end_paragraph(paragraph: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    while matches!(paragraph.last(), Some(Inline::LineBreak)) {
        paragraph.pop();
    }
    let is_blank = |inline: &Inline| match inline {
        Inline::Words(words) => words.trim().is_empty(),
        Inline::LineBreak => true,
        _ => false,
    };
    if !paragraph.iter().all(is_blank) {
        blocks.push(Block::Paragraph(take(paragraph)));
    }
    paragraph.clear();
}

/// Where the lines of a block of HTML are in the text: how much of it there is before each, and its place. In a quote or a list there
/// are signs before each that aren't part of it.
struct Places(Vec<(usize, Range<usize>)>);

impl Places {
    fn of(lines: &[Range<usize>]) -> Self {
        let mut at = 0;
        let mut places: Vec<(usize, Range<usize>)> = Vec::new();
        for range in lines {
            match places.last_mut() {
                Some((_, last)) if last.end == range.start => last.end = range.end,
                _ => places.push((at, range.clone())),
            }
            at += range.len();
        }
        Places(places)
    }

    /// Returns the HTML itself.
    fn text(&self, value: &str) -> String {
        self.0.iter().map(|(_, range)| &value[range.clone()]).collect()
    }

    fn index(&self, offset: usize) -> usize {
        self.0.partition_point(|(start, _)| *start <= offset).saturating_sub(1)
    }

    fn at(&self, offset: usize) -> usize {
        self.0.get(self.index(offset)).map_or(0, |(start, range)| (range.start + offset - start).min(range.end))
    }

    /// Returns where a stretch of the HTML is in the text.
    fn of_stretch(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.at(range.start);
        start..(self.at(range.end.saturating_sub(1)) + 1).max(start)
    }

    /// Hands out where each part of a stretch is that nothing interrupts in the text.
    fn each(&self, stretch: &Range<usize>, see: &mut dyn FnMut(Range<usize>)) {
        for (start, range) in &self.0[self.index(stretch.start)..] {
            if *start >= stretch.end {
                break;
            }
            let from = stretch.start.max(*start) - start;
            let to = (stretch.end - start).min(range.len());
            if from < to {
                see(range.start + from..range.start + to);
            }
        }
    }
}
