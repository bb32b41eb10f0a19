//! The tables of Markdown.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::ProseBuilder;
use crate::problem::Place;
use crate::problem::catalogue::{markdown as problems_of, placeholders};
use crate::span::{Span, floor_char_boundary};
use crate::text::prose::{Block, Inline};

impl ProseBuilder<'_, '_> {
    /// Returns the table up to `end`: a row of headings, and rows of cells. Reports cells that no column has a place for.
    pub(super) fn table(&mut self, end: TagEnd) -> Block {
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => head = self.cells(&range, TagEnd::TableHead),
                Event::Start(Tag::TableRow) => rows.push(self.cells(&range, TagEnd::TableRow)),
                Event::End(found) if found == end => break,
                _ => {}
            }
        }
        Block::Table { head, rows }
    }

    fn cells(&mut self, row: &Range<usize>, end: TagEnd) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        let mut last = row.start;
        let cut = cut(&self.value[row.clone()]).into_iter().map(|found| row.start + found.start..row.start + found.end);
        let cut: Vec<Range<usize>> = cut.collect();
        let known = self.problems.len();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    last = range.end;
                    cells.push(self.inlines(Some(TagEnd::TableCell)));
                }
                Event::End(found) if found == end => break,
                _ => {}
            }
        }
        if end == TagEnd::TableRow && cells.len() > 1 {
            self.short_row(row);
        }
        let rest = last..row.end.max(last);
        if !self.cut_in_two(&cut, known, &rest) {
            self.left_over(rest, cells.len());
        }
        cells
    }

    /// Reports a row that all stands in its first cell and wasn't to.
    fn short_row(&mut self, row: &Range<usize>) {
        let written = self.value[row.clone()].trim();
        let inner = written.trim_matches('|').trim();
        let bars = written.matches('|').count();
        if bars == 0 && inner.contains(char::is_alphanumeric) {
            self.problems.push(problems_of::row_without_bars(self.span(row), inner));
        } else if written.starts_with('|') && inner.replace("\\|", "").matches('|').count() == 0 {
            let sign = ["\\|", "\t", "¦", "│", "｜", ";", "   "].into_iter().find(|sign| inner.contains(sign));
            let sign = sign.map(|sign| match sign.trim() {
                "" => "a wide space",
                sign => sign,
            });
            self.problems.extend(sign.map(|sign| problems_of::row_with_another_sign(self.span(row), sign)));
        }
    }

    /// Reports references and placeholders that a bar in them cuts in two, in place of what their halves would be told for: it came
    /// after the first `known` problems. Returns whether they are why a row has words after its last column, in `rest`.
    fn cut_in_two(&mut self, cut: &[Range<usize>], known: usize, rest: &Range<usize>) -> bool {
        let mut number = 0;
        let spans: Vec<Span> = cut.iter().map(|place| self.span(place)).collect();
        self.problems.retain(|problem| {
            number += 1;
            let Place::At(at) = problem.place else { return true };
            number <= known || !spans.iter().any(|span| at.start >= span.start && at.start < span.end)
        });
        let inner = |range: &Range<usize>| self.value[range.clone()].trim_matches([' ', '\t', '|', '\r', '\n']);
        let lost = inner(rest);
        let bars: usize = cut.iter().map(|place| inner(place).matches('|').count()).sum();
        let is_why = !lost.is_empty() && lost.matches('|').count() < bars;
        for (place, exact) in cut.iter().zip(spans) {
            // Words that have no column are told with the reference that took it.
            let end = if is_why && place == &cut[cut.len() - 1] { rest.end.max(place.end) } else { place.end };
            let whole = self.value[place.start..end].trim_end_matches([' ', '\t', '|', '\r', '\n']).len();
            let whole = place.start..place.start + whole;
            self.is_markup(&whole);
            self.problems.push(placeholders::cut_by_table(self.span(&whole), exact, &self.value[place.clone()]));
        }
        is_why
    }

    /// Reports what stands in a row after its last column.
    fn left_over(&mut self, rest: Range<usize>, columns: usize) {
        let words = &self.value[rest.clone()];
        let inner = words.trim_start_matches(['|', ' ', '\t']);
        let shown = inner.trim_end_matches(['|', ' ', '\t', '\r', '\n']);
        if shown.is_empty() {
            return;
        }
        let start = rest.end - inner.len();
        let place = start..start + shown.len();
        self.is_markup(&place);
        self.problems.push(problems_of::cell_without_column(self.span(&place), shown, columns));
    }
}

/// Finds the references and placeholders in a row that a bar without a backslash cuts in two.
fn cut(row: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, letter) in row.char_indices().filter(|(_, letter)| "[{".contains(*letter)) {
        let rest = &row[at..floor_char_boundary(row, at + LONGEST)];
        let close = if letter == '[' { "]]" } else { "}" };
        let is_meant = ["[[", "{ward.", "{pack."].iter().any(|start| rest.starts_with(start));
        let Some(end) = rest.find(close).filter(|_| is_meant) else { continue };
        let is_cut = rest[..end].replace("\\|", "").contains('|') && !rest[..end].contains('`');
        if is_cut && found.last().is_none_or(|last| last.end <= at) {
            found.push(at..at + end + close.len());
        }
    }
    found
}

/// A reference with more bytes than this isn't meant as one.
const LONGEST: usize = 200;
