//! A text without the passages that are for others, and without the lines whose value is missing. What stood only in those is gone
//! from its lists too, so that no link, picture or placeholder of them is left.

use std::sync::Arc;

use twox_hash::XxHash3_128;

use super::notes;
use super::prose::{Block, Definition, ImageUse, Inline, LinkUse, Passage, PlaceholderUse, Prose, WorkedOut};

/// Returns the text with those passages only that are kept, and with the lines of `{ward.phone?}` only where there is a value; nothing
/// where that is all of it.
pub fn only(
    prose: &Prose,
    is_kept: &dyn Fn(&Passage) -> bool,
    has_value: &dyn Fn(&PlaceholderUse) -> bool,
) -> Option<Prose> {
    let kept: Vec<bool> = prose.passages.iter().map(is_kept).collect();
    let lacking: Vec<bool> = prose.placeholders.iter().map(|used| used.takes_its_line() && !has_value(used)).collect();
    without(prose, &kept, &lacking, &vec![false; prose.links.len()])
}

/// Returns the text without the lines that have one of some links; nothing where that is all of it.
pub fn without_links(prose: &Prose, goes: &dyn Fn(&LinkUse) -> bool) -> Option<Prose> {
    let going: Vec<bool> = prose.links.iter().map(goes).collect();
    without(prose, &vec![true; prose.passages.len()], &vec![false; prose.placeholders.len()], &going)
}

/// Returns the text without the passages that aren't kept, and without the lines that lack a value or have a link that goes.
fn without(prose: &Prose, kept: &[bool], lacking: &[bool], going: &[bool]) -> Option<Prose> {
    if kept.iter().all(|kept| *kept) && !lacking.contains(&true) && !going.contains(&true) {
        return None;
    }
    let mut keeper = Copier::new(prose, kept, lacking, going);
    let mut blocks = prose.blocks.clone();
    let mut notes = notes::take_off(&mut blocks);
    std::iter::once(&mut blocks).chain(&mut notes).for_each(|blocks| drop_passages(blocks, kept));
    // A note that only those passages refer to goes with them.
    notes::arrange(&mut blocks, notes);
    let blocks = keeper.blocks(&blocks);
    let fingerprint =
        XxHash3_128::oneshot(format!("{:x} {kept:?} {lacking:?} {going:?}", prose.fingerprint).as_bytes());
    let Copier { placeholders, links, images, passages, .. } = keeper;
    Some(Prose {
        span: prose.span,
        blocks,
        placeholders,
        links,
        images,
        passages,
        fingerprint,
        known: WorkedOut::default(),
    })
}

/// Returns what stands before the first heading of a text or the first passage of it, and the rest.
pub fn at_heading(prose: &Prose) -> (Arc<Prose>, Arc<Prose>) {
    let is_first = |block: &Block| matches!(block, Block::Heading { .. } | Block::Passage { .. } | Block::Footnotes(_));
    let at = prose.blocks.iter().position(is_first).unwrap_or(prose.blocks.len());
    let part = |blocks: &[Block], name: &str| {
        let fingerprint = XxHash3_128::oneshot(format!("{:x} {name}", prose.fingerprint).as_bytes());
        Arc::new(Prose { blocks: blocks.to_vec(), fingerprint, known: WorkedOut::default(), ..prose.clone() })
    };
    let (before, after) = prose.blocks.split_at(at);
    (part(before, "before"), part(after, "after"))
}

/// Returns the items of the first list that stands below a heading, each as a text of its own; none where there is no such list.
pub fn items_below(prose: &Prose, heading: &str) -> Vec<Arc<Prose>> {
    let is_it = |block: &Block| matches!(block, Block::Heading { id, .. } if id == heading);
    let below = prose.blocks.iter().skip_while(|block| !is_it(block)).skip(1);
    let mut below = below.take_while(|block| !matches!(block, Block::Heading { .. }));
    let items = below.find_map(|block| if let Block::List { items, .. } = block { Some(items) } else { None });
    let part = |(number, blocks): (usize, &Vec<Block>)| {
        let fingerprint = XxHash3_128::oneshot(format!("{:x} {heading} {number}", prose.fingerprint).as_bytes());
        Arc::new(Prose { blocks: blocks.clone(), fingerprint, known: WorkedOut::default(), ..prose.clone() })
    };
    items.into_iter().flatten().enumerate().map(part).collect()
}

/// Takes out the passages that aren't kept, wherever they stand.
fn drop_passages(blocks: &mut Vec<Block>, kept: &[bool]) {
    blocks.retain(|block| !matches!(block, Block::Passage { passage, .. } if !kept[*passage]));
    for block in blocks {
        if let Block::Passage { blocks, .. } = block {
            drop_passages(blocks, kept);
        }
    }
}

/// Copies what is kept, and numbers it anew.
struct Copier<'a> {
    prose: &'a Prose,
    kept: &'a [bool],
    /// Of each placeholder, whether its line goes.
    lacking: &'a [bool],
    /// Of each link, whether its line goes.
    going: &'a [bool],
    placeholders: Vec<PlaceholderUse>,
    links: Vec<LinkUse>,
    images: Vec<ImageUse>,
    passages: Vec<Passage>,
}

impl<'a> Copier<'a> {
    fn new(prose: &'a Prose, kept: &'a [bool], lacking: &'a [bool], going: &'a [bool]) -> Self {
        let (placeholders, links, images, passages) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Copier { prose, kept, lacking, going, placeholders, links, images, passages }
    }

    fn blocks(&mut self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().filter_map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> Option<Block> {
        Some(match block {
            Block::Heading { level, id, words } => {
                Block::Heading { level: *level, id: id.clone(), words: self.lines(words)? }
            }
            Block::Paragraph(words) => Block::Paragraph(self.lines(words)?),
            Block::Plain(words) => Block::Plain(self.lines(words)?),
            Block::List { start, items } => {
                let stay: Vec<_> = items.iter().filter(|item| !self.is_item_lacking(item)).collect();
                let stay = stay.into_iter().map(|item| self.blocks(item)).collect();
                Block::List { start: *start, items: left(items, stay)? }
            }
            Block::Quote(inner) => Block::Quote(left(inner, self.blocks(inner))?),
            Block::Callout { kind, blocks } => {
                Block::Callout { kind: *kind, blocks: left(blocks, self.blocks(blocks))? }
            }
            Block::Table { head, rows } => {
                let is_lacking = |row: &[Vec<Inline>]| row.iter().any(|cell| self.is_lacking(cell));
                let stay: Vec<_> = rows.iter().filter(|row| !is_lacking(row)).collect();
                let head = self.cells(head);
                Block::Table { head, rows: left(rows, stay.into_iter().map(|row| self.cells(row)).collect())? }
            }
            Block::Passage { passage, blocks } => self.kept[*passage].then(|| {
                self.passages.push(self.prose.passages[*passage].clone());
                Block::Passage { passage: self.passages.len() - 1, blocks: self.blocks(blocks) }
            })?,
            Block::Definitions(all) => Block::Definitions(all.iter().map(|one| self.definition(one)).collect()),
            Block::Footnotes(notes) => Block::Footnotes(notes.iter().map(|note| self.blocks(note)).collect()),
            Block::Code(code) => Block::Code(code.clone()),
            Block::Rule => Block::Rule,
        })
    }

    fn definition(&mut self, Definition { term, meanings }: &Definition) -> Definition {
        let term = self.inlines(term);
        Definition { term, meanings: meanings.iter().map(|meaning| self.blocks(meaning)).collect() }
    }

    /// Returns the lines of a paragraph that stay, or nothing where all of them go. A line is what the author wrote on one.
    fn lines(&mut self, words: &[Inline]) -> Option<Vec<Inline>> {
        if !self.is_lacking(words) {
            return Some(self.inlines(words));
        }
        let stays = words.split_inclusive(ends_line).filter(|line| !self.is_lacking(line)).collect::<Vec<_>>().concat();
        let last = stays.iter().rposition(|inline| !ends_line(inline))?;
        Some(self.inlines(&stays[..=last]))
    }

    /// Tells whether the item of a list goes: its own words lack a value, and not only those of a list inside it.
    fn is_item_lacking(&self, item: &[Block]) -> bool {
        let own = |block: &Block| match block {
            Block::Plain(words) | Block::Paragraph(words) => self.is_lacking(words),
            _ => false,
        };
        item.first().is_some_and(own)
    }

    fn is_lacking(&self, inlines: &[Inline]) -> bool {
        inlines.iter().any(|inline| match inline {
            Inline::Placeholder(number) => self.lacking[*number],
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Struck(inner)
            | Inline::Foreign { words: inner, .. } => self.is_lacking(inner),
            Inline::Link { link, words } => self.going[*link] || self.is_lacking(words),
            Inline::Words(_)
            | Inline::Code(_)
            | Inline::LineBreak
            | Inline::TickBox(_)
            | Inline::FootnoteReference { .. }
            | Inline::Image { .. } => false,
        })
    }

    fn cells(&mut self, cells: &[Vec<Inline>]) -> Vec<Vec<Inline>> {
        cells.iter().map(|cell| self.inlines(cell)).collect()
    }

    fn inlines(&mut self, inlines: &[Inline]) -> Vec<Inline> {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&mut self, inline: &Inline) -> Inline {
        match inline {
            Inline::Strong(inner) => Inline::Strong(self.inlines(inner)),
            Inline::Emphasis(inner) => Inline::Emphasis(self.inlines(inner)),
            Inline::Struck(inner) => Inline::Struck(self.inlines(inner)),
            Inline::Foreign { language, words } => {
                Inline::Foreign { language: language.clone(), words: self.inlines(words) }
            }
            Inline::Placeholder(number) => {
                self.placeholders.push(self.prose.placeholders[*number].clone());
                Inline::Placeholder(self.placeholders.len() - 1)
            }
            Inline::Link { link, words } => {
                let words = self.inlines(words);
                self.links.push(self.prose.links[*link].clone());
                Inline::Link { link: self.links.len() - 1, words }
            }
            Inline::Image { image, alt } => {
                self.images.push(self.prose.images[*image].clone());
                Inline::Image { image: self.images.len() - 1, alt: self.inlines(alt) }
            }
            Inline::Words(_)
            | Inline::Code(_)
            | Inline::LineBreak
            | Inline::TickBox(_)
            | Inline::FootnoteReference { .. } => inline.clone(),
        }
    }
}

/// Tells whether a line of the text ends here.
fn ends_line(inline: &Inline) -> bool {
    match inline {
        Inline::LineBreak => true,
        Inline::Words(words) => words == "\n",
        _ => false,
    }
}

/// Returns what is left of something, or nothing where all of it went.
fn left<T, S>(all: &[T], left: Vec<S>) -> Option<Vec<S>> {
    (all.is_empty() || !left.is_empty()).then_some(left)
}
