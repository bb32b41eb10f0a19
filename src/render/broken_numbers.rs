//! A number that is partly bold, or partly a link: no isolate could begin inside the bold words and end outside, so the whole is isolated.

use std::ops::Range;

use crate::direction::{self, Direction, END};
use crate::text::prose::{Inline, plain_words};

/// Returns the words before a number with markup in its middle, the number, and the words after it; nothing where there is no such number
/// that words before it turn round, the last of which runs in the direction `strong`.
pub fn split(inlines: &[Inline], strong: Direction) -> Option<[Vec<Inline>; 3]> {
    let is_marked = |inline: &Inline| matches!(inline, Inline::Strong(_) | Inline::Emphasis(_) | Inline::Link { .. });
    if inlines.len() < 2 || !inlines.iter().any(is_marked) {
        return None;
    }
    let texts: Vec<String> = inlines.iter().map(text).collect();
    let number =
        direction::turned(&texts.concat(), &mut { strong }).into_iter().find(|run| is_broken(run, inlines, &texts))?;
    let (before, rest) = cut(inlines, &texts, number.start);
    let texts: Vec<String> = rest.iter().map(text).collect();
    let (number, after) = cut(&rest, &texts, number.end - number.start);
    Some([before, number, after])
}

/// Returns the words of an inline. Others than words end any number.
fn text(inline: &Inline) -> String {
    match inline {
        Inline::Words(words) => words.clone(),
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { words: inner, .. } if !inner.is_empty() => {
            plain_words(inner)
        }
        _ => END.to_string(),
    }
}

/// Tells whether a number begins and ends outside the marked words that it has a part in, or at their ends, and has others besides.
fn is_broken(number: &Range<usize>, inlines: &[Inline], texts: &[String]) -> bool {
    let mut end = 0;
    let (mut parts, mut marked) = (0, 0);
    for (inline, text) in inlines.iter().zip(texts) {
        let place = end..end + text.len();
        end = place.end;
        if place.end <= number.start || number.end <= place.start {
            continue;
        }
        parts += 1;
        if !matches!(inline, Inline::Words(_)) {
            marked += 1;
            if place.start < number.start || number.end < place.end {
                return false;
            }
        }
    }
    marked > 0 && parts > 1
}

/// Cuts inlines in two at a place in their words, which is in no marked ones.
fn cut(inlines: &[Inline], texts: &[String], place: usize) -> (Vec<Inline>, Vec<Inline>) {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    let mut start = 0;
    for (inline, text) in inlines.iter().zip(texts) {
        let end = start + text.len();
        match inline {
            Inline::Words(words) if start < place && place < end => {
                let (first, second) = words.split_at(place - start);
                before.push(Inline::Words(first.to_owned()));
                after.push(Inline::Words(second.to_owned()));
            }
            _ if end <= place => before.push(inline.clone()),
            _ => after.push(inline.clone()),
        }
        start = end;
    }
    (before, after)
}
