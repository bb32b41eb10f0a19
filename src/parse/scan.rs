//! Finds placeholders such as `{ward.name}` in text.

use std::ops::Range;

use super::slips::gaps::is_to_be_replaced;
use crate::problem::Problem;
use crate::problem::catalogue::placeholders;
use crate::span::{Span, floor_char_boundary};
use crate::text::prose::{Otherwise, PlaceholderUse};

/// A run of the text, or the number of a placeholder.
pub enum ScannedPart {
    Text(Range<usize>),
    Placeholder(usize),
}

/// Splits `text` at its placeholders; `span` knows where a stretch of it stands in the file. Each placeholder is added to `uses`.
pub fn split(
    text: &str,
    span: &dyn Fn(Range<usize>) -> Span,
    uses: &mut Vec<PlaceholderUse>,
    problems: &mut Vec<Problem>,
) -> Vec<ScannedPart> {
    if let Some(range) = left_over(text) {
        problems.push(placeholders::left_over(span(range.clone()), &text[range]));
    }
    let mut parts = Vec::new();
    let (mut done, mut from) = (0, 0);
    while let Some(open) = text[from..].find('{').map(|open| from + open) {
        from = open + 1;
        let Some((name, rest)) = name(&text[from..]) else { continue };
        let Some(close) = rest.find('}') else { break };
        let end = text.len() - rest.len() + close + 1;
        let otherwise = match rest[..close].strip_prefix('|') {
            Some(words) => Otherwise::Words(words.trim().to_owned()),
            None if rest.starts_with('?') => Otherwise::NoLine,
            None => Otherwise::Problem,
        };
        push_text(&mut parts, done..open);
        parts.push(ScannedPart::Placeholder(uses.len()));
        uses.push(PlaceholderUse { name: name.to_owned(), otherwise, span: span(open..end) });
        (done, from) = (end, end);
    }
    push_text(&mut parts, done..text.len());
    parts
}

/// How much of a placeholder that isn't whole is underlined: enough to find it.
const LONGEST_SHOWN: usize = 30;

/// Finds what looks like a placeholder or a reference but can't be one: a bracket is missing, or there is markup inside.
fn left_over(text: &str) -> Option<std::ops::Range<usize>> {
    let line_end = |at: usize| text[at..].find('\n').map_or(text.len(), |end| at + end);
    let upto = |at: usize| at..floor_char_boundary(text, line_end(at).min(at + LONGEST_SHOWN));
    if let Some(at) = ["[[", "{{"].iter().filter_map(|open| text.find(open)).min() {
        return Some(upto(at));
    }
    text.match_indices('{').find_map(|(at, _)| {
        let inner = text[at + 1..].trim_start();
        let is_meant = ["ward.", "pack.", "ward ", "pack "].iter().any(|start| inner.starts_with(start));
        let is_one = || name(&text[at + 1..]).is_some_and(|(_, rest)| rest.contains('}'));
        // {ward name} is told as a gap that was to be filled.
        let is_gap = || inner.split_once('}').is_some_and(|(inner, _)| is_to_be_replaced(inner, '{'));
        (is_meant && !is_one() && !is_gap()).then(|| upto(at))
    })
}

fn push_text(parts: &mut Vec<ScannedPart>, range: Range<usize>) {
    if !range.is_empty() {
        parts.push(ScannedPart::Text(range));
    }
}

/// Returns the name that a text begins with after a brace, if a placeholder could be called so, and what follows: `}`, `|` or `?}`.
fn name(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    let end = text.find(|letter| !is_part(letter))?;
    let rest = text[end..].trim_start();
    let ends =
        rest.starts_with(['}', '|']) || rest.strip_prefix('?').is_some_and(|rest| rest.trim_start().starts_with('}'));
    (text.starts_with(|first: char| first.is_ascii_alphabetic()) && ends).then_some((&text[..end], rest))
}
