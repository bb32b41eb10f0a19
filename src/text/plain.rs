//! The words of a text without its markup: what people agree when they read it aloud.

use wardpack_html::single_spaced;

use super::line::Line;
use super::prose::{Block, Inline, LinkTarget, Otherwise, PlaceholderUse, Prose, TickBox};

impl Prose {
    /// Returns xxh3-128 of the words: two texts that are read aloud the same way have the same, whatever is bold in them.
    pub fn said(&self) -> u128 {
        *self.known.said.get_or_init(|| twox_hash::XxHash3_128::oneshot(words(self).as_bytes()))
    }
}

/// Returns the words of prose, a line for each paragraph and item of a list. Placeholders are written as the author wrote them,
/// and references without words as their target; bold words, line breaks and addresses of links make no difference.
pub fn words(prose: &Prose) -> String {
    let mut lines = Vec::new();
    blocks(&prose.blocks, prose, "", &mut lines);
    lines.join("\n")
}

/// Returns the words of one paragraph or cell of a text, in one line.
pub fn of_inlines(all: &[Inline], prose: &Prose) -> String {
    let mut line = String::new();
    inlines(all, prose, &mut line);
    single_spaced(&line).0.into_owned()
}

/// Returns the words of a line, with its placeholders as the author wrote them.
pub fn line(line: &Line) -> String {
    line.fill(placeholder)
}

fn placeholder(used: &PlaceholderUse) -> String {
    let otherwise = match &used.otherwise {
        Otherwise::Problem => String::new(),
        Otherwise::Words(words) => format!("|{words}"),
        Otherwise::NoLine => "?".to_owned(),
    };
    format!("{{{}{otherwise}}}", used.name)
}

/// Returns the runs of words of prose that nothing interrupts: no markup, no link, no placeholder.
pub fn runs(prose: &Prose) -> Vec<String> {
    let mut found = Vec::new();
    runs_of(&prose.blocks, &mut found);
    found
}

fn runs_of(all: &[Block], found: &mut Vec<String>) {
    for block in all {
        match block {
            Block::Heading { words, .. } | Block::Paragraph(words) | Block::Plain(words) => runs_in(words, found),
            Block::List { items, .. } => items.iter().for_each(|item| runs_of(item, found)),
            Block::Quote(inner) | Block::Callout { blocks: inner, .. } | Block::Passage { blocks: inner, .. } => {
                runs_of(inner, found);
            }
            Block::Table { head, rows } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| runs_in(cell, found));
            }
            Block::Code(code) => found.push(code.clone()),
            Block::Definitions(all) => {
                for definition in all {
                    runs_in(&definition.term, found);
                    definition.meanings.iter().for_each(|meaning| runs_of(meaning, found));
                }
            }
            Block::Footnotes(notes) => notes.iter().for_each(|note| runs_of(note, found)),
            Block::Rule => {}
        }
    }
}

fn runs_in(all: &[Inline], found: &mut Vec<String>) {
    for inline in all {
        match inline {
            Inline::Words(words) | Inline::Code(words) => found.push(words.clone()),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Struck(inner)
            | Inline::Image { alt: inner, .. }
            | Inline::Foreign { words: inner, .. }
            | Inline::Link { words: inner, .. } => runs_in(inner, found),
            Inline::LineBreak | Inline::Placeholder(_) | Inline::TickBox(_) | Inline::FootnoteReference { .. } => {}
        }
    }
}

fn blocks(all: &[Block], prose: &Prose, prefix: &str, lines: &mut Vec<String>) {
    for block in all {
        match block {
            Block::Heading { words, .. } | Block::Paragraph(words) | Block::Plain(words) => {
                let mut line = prefix.to_owned();
                inlines(words, prose, &mut line);
                lines.push(line.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            Block::List { items, .. } => items.iter().for_each(|item| blocks(item, prose, "- ", lines)),
            Block::Quote(inner) | Block::Callout { blocks: inner, .. } | Block::Passage { blocks: inner, .. } => {
                blocks(inner, prose, prefix, lines);
            }
            Block::Table { head, rows } => {
                for row in std::iter::once(head).chain(rows) {
                    let cells = row.iter().map(|cell| {
                        let mut line = String::new();
                        inlines(cell, prose, &mut line);
                        line
                    });
                    lines.push(cells.collect::<Vec<_>>().join(" | "));
                }
            }
            Block::Code(code) => lines.push(code.trim_end().to_owned()),
            Block::Definitions(all) => {
                for definition in all {
                    let mut line = prefix.to_owned();
                    inlines(&definition.term, prose, &mut line);
                    lines.push(line);
                    definition.meanings.iter().for_each(|meaning| blocks(meaning, prose, ": ", lines));
                }
            }
            Block::Footnotes(notes) => {
                for (number, note) in (1..).zip(notes) {
                    blocks(note, prose, &format!("[{number}] "), lines);
                }
            }
            Block::Rule => {}
        }
    }
}

fn inlines(all: &[Inline], prose: &Prose, line: &mut String) {
    for inline in all {
        match inline {
            Inline::Words(words) | Inline::Code(words) => line.push_str(words),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Image { alt: inner, .. }
            | Inline::Foreign { words: inner, .. } => inlines(inner, prose, line),
            // What is crossed out isn't said; what is ticked, and where a note belongs, is.
            Inline::Struck(inner) => {
                line.push_str("~~");
                inlines(inner, prose, line);
                line.push_str("~~");
            }
            Inline::TickBox(TickBox::Ticked) => line.push_str("[x] "),
            Inline::TickBox(TickBox::ToTick) => line.push_str("[ ] "),
            Inline::FootnoteReference { note, .. } => line.push_str(&format!("[{}]", note + 1)),
            Inline::LineBreak => line.push(' '),
            Inline::Placeholder(number) => line.push_str(&placeholder(&prose.placeholders[*number])),
            Inline::Link { link, words } if words.is_empty() || !prose.links[*link].has_words => {
                match &prose.links[*link].target {
                    LinkTarget::Reference { kind, id } => line.push_str(&format!("[[{kind}/{id}]]")),
                    LinkTarget::File { path, .. } => line.push_str(path),
                    LinkTarget::Heading(address) | LinkTarget::Outside(address) => line.push_str(address),
                }
            }
            Inline::Link { words, .. } => inlines(words, prose, line),
        }
    }
}
