//! A line of plain text with placeholders: titles, summaries, names.

use std::hash::{Hash, Hasher};

use super::prose::PlaceholderUse;
use crate::span::Span;

/// One line of text. It holds no markup; placeholders are filled in by the page that shows it.
#[derive(Clone, Debug)]
pub struct Line {
    pub span: Span,
    pub pieces: Vec<LinePiece>,
    pub placeholders: Vec<PlaceholderUse>,
}

/// A run of words, or the number of a placeholder in [`Line::placeholders`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum LinePiece {
    Words(String),
    Placeholder(usize),
}

/// Two lines with the same words are the same, wherever they stand.
impl Hash for Line {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.pieces.hash(state);
        self.placeholders.len().hash(state);
        for used in &self.placeholders {
            (&used.name, &used.otherwise).hash(state);
        }
    }
}

impl Line {
    /// Returns a line without placeholders.
    pub fn words(words: &str, span: Span) -> Self {
        Line { span, pieces: vec![LinePiece::Words(words.to_owned())], placeholders: Vec::new() }
    }

    /// Returns the line with each placeholder filled by `value`.
    pub fn fill(&self, value: impl Fn(&PlaceholderUse) -> String) -> String {
        let pieces = self.pieces.iter().map(|piece| match piece {
            LinePiece::Words(words) => words.clone(),
            LinePiece::Placeholder(number) => value(&self.placeholders[*number]),
        });
        pieces.collect::<String>().trim().to_owned()
    }
}
