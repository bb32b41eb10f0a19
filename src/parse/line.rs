//! A text value → a line with placeholders.

use super::edits::Edits;
use super::locate::Locator;
use super::scan::{ScannedPart, split};
use super::slips;
use crate::problem::Problem;
use crate::problem::catalogue::placeholders::no_line_here;
use crate::span::Span;
use crate::text::line::{Line, LinePiece};

/// Returns the line of a text value; line breaks become spaces. Reports what isn't finished, Markdown, and `{ward.phone?}`: a title
/// can't go.
pub fn line(value: &str, span: Span, text: &str, problems: &mut Vec<Problem>) -> Line {
    let mut edits = Edits::default();
    let tidied = slips::tidy::plain_text(value, &mut edits);
    let locator = Locator::new(span, text, value).tidied(edits);
    let value = &*tidied;
    slips::plain::look(value, &locator, problems);
    let mut placeholders = Vec::new();
    let parts = split(value, &|range| locator.span(range), &mut placeholders, problems);
    let lost = placeholders.iter().filter(|used| used.takes_its_line());
    problems.extend(lost.map(|used| no_line_here(&used.name, used.span)));
    let pieces = parts
        .into_iter()
        .map(|part| match part {
            ScannedPart::Text(range) => LinePiece::Words(value[range].replace('\n', " ")),
            ScannedPart::Placeholder(number) => LinePiece::Placeholder(number),
        })
        .collect();
    Line { span, pieces, placeholders }
}
