//! A YAML parser's error → a problem that says what to write instead.

use granit_parser::{ErrorKind, ScanError};

use crate::problem::Problem;
use crate::problem::catalogue::yaml as problems_of;
use crate::span::{FileId, Span, floor_char_boundary, line_at};

/// Returns the problem for a syntax error in `text`, which starts `offset` bytes into the file.
pub fn explain(error: &ScanError, file: FileId, text: &str, offset: usize) -> Problem {
    let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
    let at = floor_char_boundary(text, at);
    let at = if text[at..].trim().is_empty() { text.trim_end().len() } else { at };
    let length = text[at..].chars().next().map_or(0, char::len_utf8);
    let span = Span::new(file, at + offset, at + length + offset);
    let line = line_at(text, at);
    if let Some(column) = tab_in_indentation(line) {
        let start = at_line_start(text, at) + column + offset;
        return problems_of::tab(Span::new(file, start, start + 1));
    }
    match error.kind() {
        ErrorKind::TabNotAllowed | ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation => {
            problems_of::tab(span)
        }
        ErrorKind::RecursionLimitExceeded => problems_of::too_deep(span),
        ErrorKind::UnknownAnchor => problems_of::alias(span),
        ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidQuotedScalarIndent => problems_of::quote_not_closed(span),
        _ if has_second_colon(line) => {
            let colon = second_colon(line).unwrap_or(0);
            let start = at_line_start(text, at) + colon + offset;
            problems_of::colon_in_text(Span::new(file, start, start + 1))
        }
        ErrorKind::InvalidIndentation | ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry => {
            problems_of::indentation(span)
        }
        _ => problems_of::syntax(span, &error.info()),
    }
}

fn at_line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

fn tab_in_indentation(line: &str) -> Option<usize> {
    line[..line.len() - line.trim_start().len()].find('\t')
}

/// Finds the colon that makes YAML read the rest of an unquoted sentence as one more setting: `title: Safety: a guide`.
fn second_colon(line: &str) -> Option<usize> {
    let first = line.find(": ")?;
    let rest = line[first + 2..].trim_start();
    if rest.starts_with(['"', '\'', '|', '>', '{', '[']) {
        return None;
    }
    line[first + 2..].find(": ").map(|second| first + 2 + second)
}

fn has_second_colon(line: &str) -> bool {
    second_colon(line).is_some()
}
