//! The tables of Markdown.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Builder;
use crate::problem::catalogue::markdown as problems_of;
use crate::text::prose::{Block, Inline};

impl Builder<'_, '_> {
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
        self.left_over(last..row.end.max(last), cells.len());
        cells
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
