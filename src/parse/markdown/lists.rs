//! Lists of items, and lists of words with what they mean.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::ProseBuilder;
use crate::problem::catalogue::markdown as problems_of;
use crate::text::prose::{Block, Definition, Inline};

impl ProseBuilder<'_, '_> {
    /// Returns the list up to `end`. Reports numbers that are written otherwise than they are shown.
    pub(super) fn list(&mut self, start: Option<u64>, end: TagEnd) -> Block {
        let (mut items, mut numbers) = (Vec::new(), Vec::new());
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    self.opening_is_markup(&range);
                    numbers.extend(start.and_then(|_| self.number(&range)));
                    items.push(self.blocks(Some(TagEnd::Item)));
                }
                Event::End(found) if found == end => break,
                _ => {}
            }
        }
        self.miscounted(&numbers);
        Block::List { start, items }
    }

    /// Returns the number that an item is written with, and its place.
    fn number(&self, range: &Range<usize>) -> Option<(u64, Range<usize>)> {
        let item = &self.value[range.clone()];
        let at = range.end - item.trim_start().len();
        let digits = self.value[at..].find(|letter: char| !letter.is_ascii_digit())?;
        let number = self.value[at..at + digits].parse().ok()?;
        Some((number, at..at + digits + 1))
    }

    /// Reports the first item that is shown with another number than its own, unless all are written the same, to be counted.
    fn miscounted(&mut self, numbers: &[(u64, Range<usize>)]) {
        let Some(((first, _), others)) = numbers.split_first() else { return };
        if others.iter().all(|(number, _)| number == first) {
            return;
        }
        let wrong = (first + 1..).zip(others).find(|(counted, (number, _))| counted != number);
        if let Some((counted, (number, range))) = wrong {
            let span = self.span(range);
            self.problems.push(problems_of::miscounted(span, *number, counted));
        }
    }

    /// Adds the list of words with their meanings up to `end`. A line that begins with a colon and no space is no meaning: it stays
    /// as it is written.
    pub(super) fn definitions(&mut self, end: TagEnd, blocks: &mut Vec<Block>) {
        let mut all: Vec<Definition> = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => {
                    let term = self.inlines(Some(TagEnd::DefinitionListTitle));
                    all.push(Definition { term, meanings: Vec::new() });
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    let mut meaning = self.blocks(Some(TagEnd::DefinitionListDefinition));
                    let sign = self.value[range].trim_start();
                    if sign.strip_prefix(':').is_some_and(|rest| !rest.starts_with(char::is_whitespace)) {
                        give_back_colon(&mut meaning);
                        settle(&mut all, blocks);
                        blocks.extend(meaning);
                    } else if let Some(last) = all.last_mut() {
                        last.meanings.push(meaning);
                    } else {
                        all.push(Definition { term: Vec::new(), meanings: vec![meaning] });
                    }
                }
                Event::End(found) if found == end => break,
                _ => {}
            }
        }
        settle(&mut all, blocks);
    }
}

/// Adds the words with meanings as a list, and those without any as paragraphs.
fn settle(all: &mut Vec<Definition>, blocks: &mut Vec<Block>) {
    for definition in all.drain(..) {
        match blocks.last_mut() {
            _ if definition.meanings.is_empty() => blocks.push(Block::Paragraph(definition.term)),
            Some(Block::Definitions(last)) => last.push(definition),
            _ => blocks.push(Block::Definitions(vec![definition])),
        }
    }
}

fn give_back_colon(meaning: &mut Vec<Block>) {
    let colon = Inline::Words(":".to_owned());
    match meaning.first_mut() {
        Some(Block::Paragraph(words) | Block::Plain(words)) => words.insert(0, colon),
        _ => meaning.insert(0, Block::Paragraph(vec![colon])),
    }
}
