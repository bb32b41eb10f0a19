//! The tables of Markdown.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::markdown::Builder;
use super::prose::{Block, Inline};

impl Builder<'_, '_> {
    /// Returns the table up to `end`: a row of headings, and rows of cells.
    pub(super) fn table(&mut self, end: TagEnd) -> Block {
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => head = self.cells(TagEnd::TableHead),
                Event::Start(Tag::TableRow) => rows.push(self.cells(TagEnd::TableRow)),
                Event::End(found) if found == end => break,
                _ => {}
            }
        }
        Block::Table { head, rows }
    }

    fn cells(&mut self, end: TagEnd) -> Vec<Vec<Inline>> {
        let mut cells = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => cells.push(self.inlines(Some(TagEnd::TableCell))),
                Event::End(found) if found == end => break,
                _ => {}
            }
        }
        cells
    }
}
