//! Finds placeholders such as `{ward.name}` in text, and `[insert …]` left over from a template.

use super::locate::Locator;
use super::prose::PlaceholderUse;
use crate::problem::Problem;
use crate::problem::catalogue::placeholders;
use crate::span::floor_char_boundary;

/// A run of text, or the number of a placeholder.
pub enum Part {
    Text(String),
    Placeholder(usize),
}

/// Splits `text`, which starts `offset` bytes into `value`, at its placeholders. Each is added to `uses`.
pub fn split(
    text: &str,
    offset: Option<usize>,
    value: &str,
    locator: &Locator<'_>,
    uses: &mut Vec<PlaceholderUse>,
    problems: &mut Vec<Problem>,
) -> Vec<Part> {
    let span = |range: std::ops::Range<usize>, words: &str| match offset {
        Some(offset) => locator.span(value, offset + range.start..offset + range.end),
        None => locator.span(value, value.find(words).map_or(0..value.len(), |at| at..at + words.len())),
    };
    if let Some(at) = text.to_ascii_lowercase().find("[insert ") {
        let end = text[at..].find(']').map_or(text.len(), |end| at + end + 1);
        problems.push(placeholders::insert_left(span(at..end, &text[at..end]), &text[at..end]));
    }
    if let Some(range) = left_over(text) {
        problems.push(placeholders::left_over(span(range.clone(), &text[range.clone()]), &text[range]));
    }
    let mut parts = Vec::new();
    let mut done = 0;
    while let Some(open) = text[done..].find('{').map(|open| done + open) {
        let Some(close) = text[open..].find('}').map(|close| open + close + 1) else { break };
        let Some((name, fallback)) = placeholder(&text[open + 1..close - 1]) else {
            push_text(&mut parts, &text[done..=open]);
            done = open + 1;
            continue;
        };
        push_text(&mut parts, &text[done..open]);
        parts.push(Part::Placeholder(uses.len()));
        uses.push(PlaceholderUse { name, fallback, span: span(open..close, &text[open..close]) });
        done = close;
    }
    push_text(&mut parts, &text[done..]);
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
        let is_one = text[at..].find('}').is_some_and(|close| placeholder(&text[at + 1..at + close]).is_some());
        (is_meant && !is_one).then(|| upto(at))
    })
}

fn push_text(parts: &mut Vec<Part>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Part::Text(last)) => last.push_str(text),
        _ => parts.push(Part::Text(text.to_owned())),
    }
}

/// Returns the name and the words after `|`, if what stands between braces looks like a placeholder.
fn placeholder(inner: &str) -> Option<(String, Option<String>)> {
    let (name, fallback) = match inner.split_once('|') {
        Some((name, words)) => (name.trim(), Some(words.trim().to_owned())),
        None => (inner.trim(), None),
    };
    let looks_like_one = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || "._-".contains(letter));
    looks_like_one.then(|| (name.to_owned(), fallback))
}
