//! The notes at the end of a text. They stand in the order in which the text refers to them, each once, and a note that nothing
//! refers to isn't there.

use std::collections::{HashMap, HashSet};
use std::mem::take;

use super::prose::{Block, Inline, NoteMention};

/// Numbers the references of `blocks` to `notes` in the order in which they come, and puts the notes at the end in that order.
/// Those that only a note refers to come after the others. Returns which are there.
pub fn arrange(blocks: &mut Vec<Block>, mut notes: Vec<Vec<Block>>) -> HashSet<usize> {
    let mut order = NoteOrder::default();
    each_inline(blocks, &mut |inline| order.see(inline));
    let mut shown = Vec::new();
    while let Some(note) = order.notes.get(shown.len()) {
        let mut note = notes.get_mut(*note).map(take).unwrap_or_default();
        each_inline(&mut note, &mut |inline| order.see(inline));
        shown.push(note);
    }
    if !shown.is_empty() {
        blocks.push(Block::Footnotes(shown));
    }
    order.notes.into_iter().collect()
}

/// Takes the notes off the end of a text.
pub fn take_off(blocks: &mut Vec<Block>) -> Vec<Vec<Block>> {
    match blocks.pop() {
        Some(Block::Footnotes(notes)) => notes,
        other => {
            blocks.extend(other);
            Vec::new()
        }
    }
}

/// The notes by their earlier numbers, in the order in which they are referred to.
#[derive(Default)]
struct NoteOrder {
    notes: Vec<usize>,
    numbers: HashMap<usize, usize>,
}

impl NoteOrder {
    fn see(&mut self, inline: &mut Inline) {
        if let Inline::FootnoteReference { note, mention } = inline {
            let next = self.notes.len();
            let number = *self.numbers.entry(*note).or_insert(next);
            *mention = if number == next { NoteMention::First } else { NoteMention::Again };
            if *mention == NoteMention::First {
                self.notes.push(*note);
            }
            *note = number;
        }
    }
}

fn each_inline(blocks: &mut [Block], see: &mut dyn FnMut(&mut Inline)) {
    for block in blocks {
        match block {
            Block::Heading { words, .. } | Block::Paragraph(words) | Block::Plain(words) => inside(words, see),
            Block::List { items, .. } => items.iter_mut().for_each(|item| each_inline(item, see)),
            Block::Quote(inner) | Block::Callout { blocks: inner, .. } | Block::Passage { blocks: inner, .. } => {
                each_inline(inner, see);
            }
            Block::Table { head, rows } => {
                head.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| inside(cell, see));
            }
            Block::Definitions(all) => {
                for definition in all {
                    inside(&mut definition.term, see);
                    definition.meanings.iter_mut().for_each(|meaning| each_inline(meaning, see));
                }
            }
            Block::Footnotes(notes) => notes.iter_mut().for_each(|note| each_inline(note, see)),
            Block::Code(_) | Block::Rule => {}
        }
    }
}

fn inside(inlines: &mut [Inline], see: &mut dyn FnMut(&mut Inline)) {
    for inline in inlines {
        see(inline);
        match inline {
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Struck(inner)
            | Inline::Link { words: inner, .. }
            | Inline::Foreign { words: inner, .. }
            | Inline::Image { alt: inner, .. } => inside(inner, see),
            Inline::Words(_)
            | Inline::Code(_)
            | Inline::LineBreak
            | Inline::TickBox(_)
            | Inline::FootnoteReference { .. }
            | Inline::Placeholder(_) => {}
        }
    }
}
