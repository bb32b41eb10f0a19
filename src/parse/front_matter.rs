//! The settings at the top of a Markdown file, between two lines of three hyphens.

use super::yaml::{self, Node};
use crate::problem::Problem;
use crate::problem::catalogue::front_matter as problems_of;
use crate::span::{FileId, Span};

/// The line above the settings, and the one below them.
const LINE: &str = "---";
/// What people and programs draw in place of hyphens.
const STROKES: &str = "-–—‒―−_=*+~";

/// Returns the settings of a Markdown file and where its body begins. Spans count from the top of the file, so a mistake in the front
/// matter is reported on the line an editor shows.
pub(super) fn split(id: FileId, text: &str, problems: &mut Vec<Problem>) -> Option<(Node, usize)> {
    let first_line = text.split_inclusive('\n').next().unwrap_or_default();
    if first_line.trim_end() != LINE {
        problems.push(beginning(id, text));
        return None;
    }
    let start = first_line.len();
    let mut end = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == LINE {
            let tree = yaml::tree(id, &text[start..end], start, problems)?;
            return Some((tree, end + line.len()));
        }
        end += line.len();
    }
    problems.push(match near_end(text, start) {
        Some((at, line)) => problems_of::strokes(Span::new(id, at, at + line.len()), line),
        None => problems_of::not_closed(Span::new(id, 0, LINE.len())),
    });
    None
}

/// Returns the problem of a file that doesn't begin with the line above its settings.
fn beginning(id: FileId, text: &str) -> Problem {
    let at = text.len() - text.trim_start().len();
    let line = text[at..].lines().next().unwrap_or_default().trim_end();
    let span = |start, end| Span::new(id, start, end);
    let end = at + line.len();
    let below = (end + 1).min(text.len());
    let is_closed = text.get(end..).is_some_and(|rest| rest.lines().skip(1).any(|line| line.trim_end() == LINE));
    if line == LINE {
        return problems_of::not_first(span(at, end), span(0, at));
    }
    if is_strokes(line) {
        let are_both_wrong = !is_closed && near_end(text, below).is_some();
        let strokes = if are_both_wrong { problems_of::strokes_twice } else { problems_of::strokes };
        return strokes(span(at, end), line).write_at(span(0, end), LINE);
    }
    if is_setting(line) {
        let line = span(at, end);
        return if is_closed {
            problems_of::not_begun(line).write_at(span(0, at), format!("{LINE}\n"))
        } else {
            problems_of::not_begun_nor_ended(line)
        };
    }
    problems_of::missing(span(0, text.lines().next().unwrap_or_default().trim_end().len()))
}

/// Finds the line that was to end the settings, which begin at `start`, and has other strokes.
fn near_end(text: &str, start: usize) -> Option<(usize, &str)> {
    let mut at = start;
    for line in text.get(start..)?.split_inclusive('\n') {
        if is_strokes(line) {
            return Some((at, line.trim_end()));
        }
        let may_be_setting = line.trim().is_empty() || line.starts_with([' ', '-', '#']) || line.contains(':');
        if !may_be_setting {
            return None;
        }
        at += line.len();
    }
    None
}

/// Tells whether a line was meant as one of three hyphens.
fn is_strokes(line: &str) -> bool {
    let strokes = line.trim();
    let is_long = strokes.chars().count() > 1 || "—―".chars().any(|dash| strokes.starts_with(dash));
    line.trim_end() != LINE && is_long && strokes.chars().all(|sign| STROKES.contains(sign))
}

/// Tells whether a line is a setting: a name, a colon and a space.
fn is_setting(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, value)| {
        let is_name = name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
        is_name && !name.is_empty() && (value.is_empty() || value.starts_with(' '))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_were_meant_are_known() {
        for line in ["--", "———", "----", " ---", "–––", "___", "===", "+++", "—", "***"] {
            assert!(is_strokes(line), "{line}");
        }
        for line in ["---", "--- x", "-", "- a", "", "title: x"] {
            assert!(!is_strokes(line), "{line}");
        }
        assert!(is_setting("title: x") && is_setting("audience:") && !is_setting("Note: x") && !is_setting("http://x"));
    }
}
