//! The list of contents over a long text.

use std::sync::Arc;

use super::view::ContentsEntry;
use super::voice::Voice;
use crate::text::prose::{Block, Inline, Prose};

/// A list of contents is shown from this many headings on; fewer can be seen at a glance.
const FROM: usize = 3;

impl Voice<'_> {
    /// Returns the main headings of a text and of the passages in it, or nothing where there are only a few.
    pub fn contents(&self, prose: &Arc<Prose>) -> Vec<ContentsEntry> {
        let prose = self.seen(prose);
        let mut entries = Vec::new();
        self.add_headings(&prose.blocks, &prose, &mut entries);
        if entries.len() < FROM { Vec::new() } else { entries }
    }

    fn add_headings(&self, blocks: &[Block], prose: &Prose, entries: &mut Vec<ContentsEntry>) {
        for block in blocks {
            match block {
                Block::Heading { level: 2, id, words: heading } => {
                    let mut words = String::new();
                    self.add_words(heading, prose, &mut words);
                    entries.push(ContentsEntry { id: id.clone(), words });
                }
                Block::Passage { blocks, .. } => self.add_headings(blocks, prose, entries),
                _ => {}
            }
        }
    }

    /// Adds the words of inline text as they are on the page, without their markup.
    fn add_words(&self, inlines: &[Inline], prose: &Prose, words: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Words(text) | Inline::Code(text) => words.push_str(text),
                Inline::Placeholder(number) => words.push_str(&self.placeholder(&prose.placeholders[*number])),
                Inline::Link { link, words: inner } if inner.is_empty() => {
                    words.push_str(&self.filled_link(&prose.links[*link], prose, "").words);
                }
                Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::Link { words: inner, .. }
                | Inline::Foreign { words: inner, .. }
                | Inline::Image { alt: inner, .. } => self.add_words(inner, prose, words),
                Inline::LineBreak => words.push(' '),
                // What is crossed out is no part of what the heading says.
                Inline::Struck(_) | Inline::TickBox(_) | Inline::FootnoteReference { .. } => {}
            }
        }
    }
}
