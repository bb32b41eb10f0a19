//! A piece of prose as a tree, for the templates of papers: the same text that pages show as HTML. Each part has its `kind`; words are
//! plain strings.

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::direction::{self, Direction};
use crate::plan::view::Filling;
use crate::plan::view::paper::PaperText;
use crate::text::prose::{Block, Callout, Inline, TickBox, plain_words};

impl Serialize for PaperText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let filling = &self.piece.filling;
        let mut tree = TreeWriter { text: self, filling, direction: filling.direction, strong: filling.direction };
        tree.blocks(&self.piece.prose.blocks).serialize(serializer)
    }
}

struct TreeWriter<'a> {
    text: &'a PaperText,
    filling: &'a Filling,
    /// The way that the words run which are being written, and the last letter of them.
    direction: Direction,
    strong: Direction,
}

impl TreeWriter<'_> {
    fn blocks(&mut self, blocks: &[Block]) -> Vec<Value> {
        let mut all = Vec::new();
        for block in blocks {
            all.extend(self.block(block));
        }
        all
    }

    fn block(&mut self, block: &Block) -> Vec<Value> {
        let labels = &self.filling.labels;
        let one = match block {
            Block::Heading { level, words, .. } => {
                json!({ "kind": "heading", "level": level, "words": self.line(words) })
            }
            Block::Paragraph(words) | Block::Plain(words) => json!({ "kind": "paragraph", "words": self.line(words) }),
            Block::List { start, items } => {
                let items: Vec<_> = items.iter().map(|item| self.blocks(item)).collect();
                json!({ "kind": "list", "start": start, "items": items })
            }
            Block::Quote(inner) => json!({ "kind": "quote", "blocks": self.blocks(inner) }),
            Block::Callout { kind, blocks } => {
                let (name, label) = match kind {
                    Callout::Note => ("note", &labels.note),
                    Callout::Important => ("important", &labels.important),
                    Callout::Do => ("do", &labels.to_do),
                    Callout::DoNot => ("do_not", &labels.not_to_do),
                };
                json!({ "kind": "box", "of": name, "label": label, "blocks": self.blocks(blocks) })
            }
            Block::Passage { passage, .. } if self.text.leaves_out(*passage) => return Vec::new(),
            Block::Passage { passage, blocks } => match self.filling.passages.get(*passage) {
                Some(label) if !label.is_empty() => {
                    json!({ "kind": "box", "of": "passage", "label": label, "blocks": self.blocks(blocks) })
                }
                _ => return self.blocks(blocks),
            },
            Block::Table { head, rows } => {
                let head: Vec<_> = head.iter().map(|cell| self.line(cell)).collect();
                let row = |row: &Vec<Vec<Inline>>| row.iter().map(|cell| self.line(cell)).collect::<Vec<_>>();
                let rows: Vec<_> = rows.iter().map(row).collect();
                json!({ "kind": "table", "head": head, "rows": rows })
            }
            Block::Code(code) => json!({ "kind": "code", "code": code }),
            Block::Definitions(all) => {
                let definitions = all.iter().map(|one| {
                    let meanings: Vec<_> = one.meanings.iter().map(|meaning| self.blocks(meaning)).collect();
                    json!({ "term": self.line(&one.term), "meanings": meanings })
                });
                json!({ "kind": "definitions", "items": definitions.collect::<Vec<_>>() })
            }
            Block::Footnotes(notes) => {
                let items: Vec<_> = notes.iter().map(|note| self.blocks(note)).collect();
                json!({ "kind": "notes", "label": labels.notes, "items": items })
            }
            Block::Rule => json!({ "kind": "rule" }),
        };
        vec![one]
    }

    /// Returns words that begin a line of their own.
    fn line(&mut self, words: &[Inline]) -> Vec<Value> {
        self.strong = self.direction;
        self.inlines(words)
    }

    fn inlines(&mut self, inlines: &[Inline]) -> Vec<Value> {
        let both_words = |a: &Inline, b: &Inline| matches!((a, b), (Inline::Words(_), Inline::Words(_)));
        let run = |run: &[Inline]| match run {
            [inline] => self.inline(inline),
            // A number may go on in the next line of the source.
            run => self.words(&plain_words(run)),
        };
        inlines.chunk_by(both_words).map(run).collect()
    }

    fn inline(&mut self, inline: &Inline) -> Value {
        let labels = &self.filling.labels;
        match inline {
            Inline::Words(words) => self.words(words),
            Inline::Strong(inner) | Inline::Emphasis(inner) => {
                json!({ "kind": "strong", "words": self.inlines(inner) })
            }
            Inline::Struck(inner) => json!({ "kind": "struck", "label": labels.struck, "words": self.inlines(inner) }),
            Inline::Code(code) => json!({ "kind": "code", "code": code }),
            Inline::LineBreak => json!({ "kind": "break" }),
            Inline::TickBox(TickBox::Ticked) => json!({ "kind": "tick", "ticked": true, "label": labels.ticked }),
            Inline::TickBox(TickBox::ToTick) => json!({ "kind": "tick", "ticked": false, "label": labels.not_ticked }),
            Inline::FootnoteReference { note, .. } => json!({ "kind": "note", "number": note + 1 }),
            Inline::Placeholder(number) => {
                let said = self.filling.placeholders.get(*number).cloned().unwrap_or_default();
                match said.lang {
                    Some(language) => json!({ "kind": "foreign", "lang": language, "words": [said.words] }),
                    None => self.value(&said.words),
                }
            }
            Inline::Foreign { language, words } => {
                let before = (self.direction, self.strong);
                self.direction = Direction::of_language(language);
                let words = self.line(words);
                (self.direction, self.strong) = before;
                json!({ "kind": "foreign", "lang": language, "words": words })
            }
            Inline::Link { link, words } => self.link(*link, words),
            Inline::Image { image, alt } => {
                let picture = self.filling.images.get(*image).cloned().unwrap_or_default();
                let path = PaperText::from_root(&picture.href).to_owned();
                json!({ "kind": "picture", "path": path, "words": self.filled(alt) })
            }
        }
    }

    /// Returns the words of a link: on paper, those and where it leads out of the pack.
    fn link(&mut self, number: usize, words: &[Inline]) -> Value {
        let Some(link) = self.filling.links.get(number).cloned() else {
            return json!({ "kind": "words", "words": self.inlines(words) });
        };
        let shown = if words.is_empty() { vec![self.value(&link.words)] } else { self.inlines(words) };
        let outside = link.outside.then_some(link.href);
        json!({ "kind": "link", "outside": outside, "words": shown })
    }

    fn filled(&self, words: &[Inline]) -> String {
        let words = words.iter().map(|inline| match inline {
            Inline::Words(words) => words.as_str(),
            Inline::Placeholder(number) => self.filling.placeholders.get(*number).map_or("", |value| &value.words),
            _ => "",
        });
        words.collect()
    }

    /// Returns words of the text, with the numbers in them whole.
    fn words(&mut self, words: &str) -> Value {
        json!(direction::numbers(words, &mut self.strong))
    }

    /// Returns a value that isn't part of the text.
    fn value(&self, value: &str) -> Value {
        let is_among_right_to_left = [self.direction, self.strong].contains(&Direction::RightToLeft);
        let around = if is_among_right_to_left { Direction::RightToLeft } else { Direction::LeftToRight };
        json!(direction::value(value, around))
    }
}
