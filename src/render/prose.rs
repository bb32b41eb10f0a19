//! A piece of prose → HTML. Everything that isn't in the tree is escaped, so no text can become markup.

mod links;
mod notes;

use serde::{Serialize, Serializer};

use super::{broken_numbers, isolate, minify};
use crate::direction::{self, Direction};
use crate::plan::view::{Filling, Piece};
use crate::text::prose::{Block, Callout, Inline, Prose, plain_words};

/// How wide a picture is on the page: a column of text, and on small screens all of it.
const PICTURE_SIZES: &str = "(min-width: 56em) 52em, 100vw";

/// A template sees a piece as its HTML. It is drawn by the first page that shows it and shared by the others.
impl Serialize for Piece {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let html = self.html.get_or_init(|| minify::fragment(&html(&self.prose, &self.filling)));
        serializer.serialize_str(html)
    }
}

/// Returns the HTML of a text, with the values of `filling` in place of the numbers. Nothing is taken off it yet.
pub fn html(prose: &Prose, filling: &Filling) -> String {
    let direction = filling.direction;
    // Several texts can stand on one page, each with a first note.
    let note_ids = format!("{:06x}", prose.fingerprint & 0x00ff_ffff);
    let mut writer = ProseWriter {
        html: String::new(),
        filling,
        tables: 0,
        heading: String::new(),
        note_ids,
        direction,
        strong: direction,
    };
    writer.blocks(&prose.blocks);
    writer.html
}

struct ProseWriter<'a> {
    html: String,
    filling: &'a Filling,
    /// How many tables there are so far: each has a name of its own for screen readers.
    tables: usize,
    /// The last heading's words: what the tables below it are about.
    heading: String,
    /// What tells the ids of this text's notes from those of another.
    note_ids: String,
    /// The way that the words run which are being written, and the last letter of them.
    direction: Direction,
    strong: Direction,
}

impl ProseWriter<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, id, words } => {
                self.heading = self.filled(words);
                self.html.push_str(&format!("<h{level} id=\""));
                self.attribute(id);
                self.html.push_str("\">");
                self.line(words);
                self.html.push_str(&format!("</h{level}>\n"));
            }
            Block::Paragraph(words) => self.inside("p", |writer| writer.line(words)),
            Block::Plain(words) => self.line(words),
            Block::List { start, items } => self.list(*start, items),
            Block::Quote(inner) => self.inside("blockquote", |writer| writer.blocks(inner)),
            Block::Callout { kind, blocks } => self.callout(*kind, blocks),
            Block::Table { head, rows } => self.table(head, rows),
            Block::Passage { passage, blocks } => self.passage(*passage, blocks),
            Block::Code(code) => {
                self.html.push_str(&format!("<pre{}><code>", self.dir_of_code(code)));
                self.text(code);
                self.html.push_str("</code></pre>\n");
            }
            Block::Definitions(all) => self.definitions(all),
            Block::Footnotes(notes) => self.footnotes(notes),
            Block::Rule => self.html.push_str("<hr>\n"),
        }
    }

    fn inside(&mut self, tag: &str, draw: impl FnOnce(&mut Self)) {
        self.html.push_str(&format!("<{tag}>"));
        draw(self);
        self.html.push_str(&format!("</{tag}>\n"));
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>]) {
        let tag = if start.is_some() { "ol" } else { "ul" };
        match start {
            Some(start) if start != 1 => self.html.push_str(&format!("<ol start=\"{start}\">")),
            _ => self.html.push_str(&format!("<{tag}>")),
        }
        for item in items {
            match item.first() {
                Some(Block::Plain(words) | Block::Paragraph(words))
                    if matches!(words.first(), Some(Inline::TickBox(_))) =>
                {
                    self.html.push_str("<li class=\"task\">");
                }
                _ => self.html.push_str("<li>"),
            }
            self.blocks(item);
            self.html.push_str("</li>\n");
        }
        self.html.push_str(&format!("</{tag}>\n"));
    }

    fn callout(&mut self, kind: Callout, blocks: &[Block]) {
        let labels = &self.filling.labels;
        let (class, label) = match kind {
            Callout::Note => ("note", &labels.note),
            Callout::Important => ("important", &labels.important),
            Callout::Do => ("do", &labels.to_do),
            Callout::DoNot => ("do-not", &labels.not_to_do),
        };
        self.html.push_str(&format!("<div class=\"callout {class}\" role=\"note\"><div class=\"callout-label\">"));
        let label = label.clone();
        self.text(&label);
        self.html.push_str("</div>");
        self.blocks(blocks);
        self.html.push_str("</div>\n");
    }

    /// Draws a passage with the words of whom it is for; without any, as part of the text.
    fn passage(&mut self, number: usize, blocks: &[Block]) {
        let label = self.filling.passages.get(number).cloned().unwrap_or_default();
        if label.is_empty() {
            return self.blocks(blocks);
        }
        self.html.push_str("<div class=\"callout passage\" role=\"note\"><div class=\"callout-label\">");
        self.text(&label);
        self.html.push_str("</div>");
        self.blocks(blocks);
        self.html.push_str("</div>\n");
    }

    /// Draws a table inside a region that can scroll by keyboard (WCAG 2.2, 1.4.10 reflow; 2.1.1 keyboard).
    fn table(&mut self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
        self.html.push_str("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
        self.tables += 1;
        let colon = if self.heading.is_empty() { "" } else { ": " };
        let label = format!("{}{colon}{} {}", self.heading, self.filling.labels.table, self.tables);
        self.attribute(&label);
        self.html.push_str("\"><table><caption class=\"unseen\">");
        self.text(&label);
        self.html.push_str("</caption><thead><tr>");
        for cell in head {
            self.html.push_str("<th scope=\"col\">");
            self.line(cell);
            self.html.push_str("</th>");
        }
        self.html.push_str("</tr></thead><tbody>");
        for row in rows {
            self.inside("tr", |writer| row.iter().for_each(|cell| writer.inside("td", |writer| writer.line(cell))));
        }
        self.html.push_str("</tbody></table></div>\n");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        if let Some([before, number, after]) = broken_numbers::split(inlines, self.strong) {
            self.inlines(&before);
            self.isolate(Direction::LeftToRight, &number);
            return self.inlines(&after);
        }
        let both_words = |a: &Inline, b: &Inline| matches!((a, b), (Inline::Words(_), Inline::Words(_)));
        for run in inlines.chunk_by(both_words) {
            match run {
                [inline] => self.inline(inline),
                // A number may go on in the next line of the source.
                run => self.words(&plain_words(run)),
            }
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Words(words) => self.words(words),
            Inline::Strong(inner) => self.around("strong", inner),
            Inline::Emphasis(inner) => self.around("em", inner),
            Inline::Foreign { language, words } => {
                self.foreign(language, |writer| writer.inlines(words));
            }
            Inline::Code(code) => {
                self.html.push_str(&format!("<code{}>", self.dir_of_code(code)));
                self.text(code);
                self.html.push_str("</code>");
            }
            Inline::Struck(inner) => self.struck(inner),
            Inline::TickBox(tick_box) => self.tick_box(*tick_box),
            Inline::FootnoteReference { note, mention } => self.footnote_reference(*note, *mention),
            Inline::LineBreak => {
                self.html.push_str("<br>");
                self.strong = self.direction;
            }
            Inline::Placeholder(number) => {
                let value = self.filling.placeholders.get(*number).cloned().unwrap_or_default();
                match &value.lang {
                    Some(language) => self.foreign(language, |writer| writer.value(&value.words)),
                    None => self.value(&value.words),
                }
            }
            Inline::Link { link, words } => self.link(*link, words),
            Inline::Image { image, alt } => {
                let picture = self.filling.images.get(*image).cloned().unwrap_or_default();
                self.html.push_str("<img src=\"");
                self.attribute(&picture.href);
                self.html.push_str("\" alt=\"");
                let alt = self.filled(alt);
                self.attribute(&direction::line(&alt, self.direction));
                if let Some(srcset) = &picture.srcset {
                    self.html.push_str("\" srcset=\"");
                    self.attribute(srcset);
                    self.html.push_str(&format!("\" sizes=\"{PICTURE_SIZES}"));
                }
                self.html.push('"');
                if let Some(size) = picture.size {
                    self.html.push_str(&format!(" width=\"{}\" height=\"{}\"", size.width, size.height));
                }
                self.html.push('>');
            }
        }
    }

    /// Returns the words for a picture, with the values of their placeholders.
    pub(super) fn filled(&self, alt: &[Inline]) -> String {
        // The parser leaves nothing else in them.
        let words = alt.iter().map(|inline| match inline {
            Inline::Words(words) => words.as_str(),
            Inline::Placeholder(number) => self.filling.placeholders.get(*number).map_or("", |value| &value.words),
            _ => "",
        });
        words.collect()
    }

    fn around(&mut self, tag: &str, inner: &[Inline]) {
        self.html.push_str(&format!("<{tag}>"));
        self.inlines(inner);
        self.html.push_str(&format!("</{tag}>"));
    }

    /// Writes words that belong together, such as a line of the page: in another language than the text, they keep their own order.
    fn line(&mut self, words: &[Inline]) {
        let own = direction::of(&plain_words(words), self.direction).filter(|own| *own != self.direction);
        let Some(own) = own else { return self.running(self.direction, |writer| writer.inlines(words)) };
        self.isolate(own, words);
    }

    fn isolate(&mut self, direction: Direction, words: &[Inline]) {
        self.html.push_str(isolate::begin(direction));
        self.running(direction, |writer| writer.inlines(words));
        self.html.push_str(isolate::END);
    }

    /// Writes words that run in a direction of their own, and then goes on as before.
    fn running(&mut self, direction: Direction, draw: impl FnOnce(&mut Self)) {
        let before = (self.direction, self.strong);
        (self.direction, self.strong) = (direction, direction);
        draw(self);
        (self.direction, self.strong) = before;
    }

    /// Writes words of the text, with the numbers in them whole.
    fn words(&mut self, words: &str) {
        let words = direction::numbers(words, &mut self.strong);
        self.text(&words);
    }

    /// Writes a value that isn't part of the text.
    fn value(&mut self, value: &str) {
        let is_among_right_to_left = [self.direction, self.strong].contains(&Direction::RightToLeft);
        let around = if is_among_right_to_left { Direction::RightToLeft } else { Direction::LeftToRight };
        self.text(&direction::value(value, around));
    }

    /// Returns the attribute that keeps code in its order.
    fn dir_of_code(&self, code: &str) -> &'static str {
        let is_turned = self.direction == Direction::RightToLeft && !direction::has_right_to_left(code);
        if is_turned { " dir=\"ltr\"" } else { "" }
    }

    fn text(&mut self, text: &str) {
        isolate::push(&mut self.html, text);
    }

    fn attribute(&mut self, text: &str) {
        isolate::push_attribute(&mut self.html, text);
    }
}
