//! A text without the passages that are for others. What stood only in those is gone from its lists too, so that no link, picture or
//! placeholder of them is left.

use std::sync::OnceLock;

use twox_hash::XxHash3_128;

use super::prose::{Block, ImageUse, Inline, LinkUse, Passage, PlaceholderUse, Prose};

/// Returns the text with those passages only that are kept; nothing where that is all of it.
pub fn only(prose: &Prose, is_kept: &dyn Fn(&Passage) -> bool) -> Option<Prose> {
    let kept: Vec<bool> = prose.passages.iter().map(is_kept).collect();
    if kept.iter().all(|kept| *kept) {
        return None;
    }
    let mut keeper = Keeper::new(prose, &kept);
    let blocks = keeper.blocks(&prose.blocks);
    let fingerprint = XxHash3_128::oneshot(format!("{:x} {kept:?}", prose.fingerprint).as_bytes());
    let Keeper { placeholders, links, images, passages, .. } = keeper;
    Some(Prose {
        span: prose.span,
        blocks,
        placeholders,
        links,
        images,
        passages,
        fingerprint,
        terms: OnceLock::new(),
        said: OnceLock::new(),
    })
}

/// Copies what is kept, and numbers it anew.
struct Keeper<'a> {
    prose: &'a Prose,
    kept: &'a [bool],
    placeholders: Vec<PlaceholderUse>,
    links: Vec<LinkUse>,
    images: Vec<ImageUse>,
    passages: Vec<Passage>,
}

impl<'a> Keeper<'a> {
    fn new(prose: &'a Prose, kept: &'a [bool]) -> Self {
        let (placeholders, links, images, passages) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Keeper { prose, kept, placeholders, links, images, passages }
    }

    fn blocks(&mut self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().filter_map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> Option<Block> {
        Some(match block {
            Block::Heading { level, id, words } => {
                Block::Heading { level: *level, id: id.clone(), words: self.inlines(words) }
            }
            Block::Paragraph(words) => Block::Paragraph(self.inlines(words)),
            Block::Plain(words) => Block::Plain(self.inlines(words)),
            Block::List { start, items } => {
                Block::List { start: *start, items: items.iter().map(|item| self.blocks(item)).collect() }
            }
            Block::Quote(inner) => Block::Quote(self.blocks(inner)),
            Block::Callout { kind, blocks } => Block::Callout { kind: *kind, blocks: self.blocks(blocks) },
            Block::Table { head, rows } => Block::Table {
                head: head.iter().map(|cell| self.inlines(cell)).collect(),
                rows: rows.iter().map(|row| row.iter().map(|cell| self.inlines(cell)).collect()).collect(),
            },
            Block::Passage { passage, blocks } => self.kept[*passage].then(|| {
                self.passages.push(self.prose.passages[*passage].clone());
                Block::Passage { passage: self.passages.len() - 1, blocks: self.blocks(blocks) }
            })?,
            Block::Code(code) => Block::Code(code.clone()),
            Block::Rule => Block::Rule,
        })
    }

    fn inlines(&mut self, inlines: &[Inline]) -> Vec<Inline> {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&mut self, inline: &Inline) -> Inline {
        match inline {
            Inline::Strong(inner) => Inline::Strong(self.inlines(inner)),
            Inline::Emphasis(inner) => Inline::Emphasis(self.inlines(inner)),
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
                Inline::Image { image: self.images.len() - 1, alt: alt.clone() }
            }
            Inline::Words(_) | Inline::Code(_) | Inline::LineBreak => inline.clone(),
        }
    }
}
