//! The words of a text as search knows them: in small letters and without accents. The search script folds what people type
//! in the same way.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::prose::{Block, Inline, plain_words};

/// How often a word stands in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub in_headings: u32,
    pub in_text: u32,
}

/// The words of a text, in order.
pub type Terms = BTreeMap<Box<str>, Count>;

/// Returns the words of some text: letters and digits that stand together, in small letters and without accents. A letter on
/// its own says nothing and is left out.
pub fn words(text: &str) -> Vec<String> {
    let folded: String = text.nfkd().filter(|letter| !is_combining_mark(*letter)).collect::<String>().to_lowercase();
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| word.chars().nth(1).is_some() || word.starts_with(char::is_numeric))
        .map(str::to_owned)
        .collect()
}

/// Returns the words of blocks. What stands in place of a placeholder isn't among them.
pub fn of(blocks: &[Block]) -> Terms {
    let mut terms = Terms::new();
    count(blocks, &mut terms);
    terms
}

fn count(blocks: &[Block], terms: &mut Terms) {
    for block in blocks {
        match block {
            Block::Heading { words, .. } => add(words, terms, |count| count.in_headings += 1),
            Block::Paragraph(words) | Block::Plain(words) => add(words, terms, |count| count.in_text += 1),
            Block::List { items, .. } => items.iter().for_each(|item| count(item, terms)),
            Block::Quote(inner) | Block::Callout { blocks: inner, .. } | Block::Passage { blocks: inner, .. } => {
                count(inner, terms);
            }
            Block::Table { head, rows } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| add(cell, terms, |count| count.in_text += 1));
            }
            Block::Definitions(all) => {
                for definition in all {
                    add(&definition.term, terms, |count| count.in_text += 1);
                    definition.meanings.iter().for_each(|meaning| count(meaning, terms));
                }
            }
            Block::Footnotes(notes) => notes.iter().for_each(|note| count(note, terms)),
            Block::Code(_) | Block::Rule => {}
        }
    }
}

fn add(inlines: &[Inline], terms: &mut Terms, mut one_more: impl FnMut(&mut Count)) {
    for word in words(&plain_words(inlines)) {
        one_more(terms.entry(word.into_boxed_str()).or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded() {
        assert_eq!(words("Câf é: SARCs, 24/7 – a “Rhyw-beth”"), ["caf", "sarcs", "24", "7", "rhyw", "beth"]);
        assert_eq!(words("رَضامندی"), ["رضامندی"]);
    }
}
