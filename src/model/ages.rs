//! Ages: of the people of a kind of ward, and of those whom a text or a service suits.

use crate::model::read::fields::{FromNode, Reader};
use crate::parse::yaml::{Node, Value};
use crate::problem::catalogue::fields;
use crate::span::Span;

/// From a whole year of life to another, both included.
#[derive(Clone, Debug)]
pub struct Ages {
    pub span: Span,
    pub from: u8,
    /// Nothing where it has no end.
    pub to: Option<u8>,
}

/// From when on people count as adults. What says nothing of ages was written for them.
pub const ADULT: u8 = 18;

impl Ages {
    /// Tells whether every age of the others is one of these.
    pub fn cover(&self, from: u8, to: Option<u8>) -> bool {
        self.from <= from && self.to.is_none_or(|own| to.is_some_and(|to| to <= own))
    }

    /// Tells whether they have an age in common with others.
    pub fn meet(&self, from: u8, to: Option<u8>) -> bool {
        self.from <= to.unwrap_or(u8::MAX) && self.to.is_none_or(|own| own >= from)
    }

    /// Returns the ages that words say: under 18, 16 and over, 13 to 17, all.
    fn parse(words: &str) -> Option<(u8, Option<u8>)> {
        let simple = words.trim().to_lowercase().replace(['–', '—', '-'], " to ").replace('+', " and over");
        let parts: Vec<&str> = simple.split_whitespace().filter(|part| !PADDING.contains(part)).collect();
        let year = |word: &str| word.parse::<u8>().ok().filter(|year| (1..=120).contains(year));
        match parts.as_slice() {
            ["all" | "any" | "everyone" | "anyone"] => Some((0, None)),
            ["under" | "below", to] => year(to).map(|to| (0, Some(to - 1))),
            [from, "and" | "or", "over" | "older" | "above" | "up"] => year(from).map(|from| (from, None)),
            [from, "to", to] => match (year(from)?, year(to)?) {
                (from, to) if from <= to => Some((from, Some(to))),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Words that people write round an age.
const PADDING: [&str; 5] = ["age", "aged", "ages", "years", "people"];

impl FromNode for Ages {
    const EXAMPLE: &'static str = "18 and over";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let written = match &node.value {
            Value::Text(words) | Value::Number(words) => words.clone(),
            _ => {
                reader.wrong_kind(node, "ages", Self::EXAMPLE);
                return None;
            }
        };
        // What can't be read has been told: that nothing is said would be a second problem.
        let (from, to) = Ages::parse(&written).unwrap_or_else(|| {
            reader.problems.push(fields::not_ages(node.span, &written));
            (0, None)
        });
        Some(Ages { span: node.span, from, to })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_understood_as_people_write_them() {
        let all = [
            ("under 18", (0, Some(17))),
            ("Under 18 years", (0, Some(17))),
            ("16 and over", (16, None)),
            ("aged 16 or over", (16, None)),
            ("16+", (16, None)),
            ("13 to 17", (13, Some(17))),
            ("13-17", (13, Some(17))),
            ("all", (0, None)),
        ];
        for (words, ages) in all {
            assert_eq!(Ages::parse(words), Some(ages), "{words}");
        }
        // Whether the age itself is meant isn't known.
        for words in ["18", "over 18", "17 to 13", "adults", "0 and over", "300+", ""] {
            assert_eq!(Ages::parse(words), None, "{words}");
        }
    }
}
