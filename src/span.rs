//! Where a piece of text came from. A span never outlives the `Sources` it points into, and holds no text itself.

use std::borrow::Cow;
use std::ops::Range;

/// Longer lines than this, in bytes, are shown in part.
const LONGEST_LINE: usize = 2_000;

/// A file of the content folder or the theme, as numbered by [`crate::read::Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// Whoever has the files that spans point into.
pub trait Files {
    /// Returns the path of a file as the author knows it: `content/wards/beach.yaml`.
    fn shown(&self, file: FileId) -> &str;
    /// Returns the layer below the author's own that the file comes from, where they can't mend it: `built-in/content`. Nothing
    /// for a file of their own.
    fn layer(&self, file: FileId) -> Option<&str>;
    /// Tells whether there is a file that the author knows by this path.
    fn is_there(&self, shown: &str) -> bool;
    /// Tells whether the text is that of a sheet's cells, and not the file's own.
    fn is_sheet(&self, file: FileId) -> bool;
    /// Returns the file's text, for showing a line of it.
    fn text(&self, file: FileId) -> &str;
}

/// A run of bytes in one file: `start..end`, counted from the top of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// Returns the span of `start..end` in `file`. Files are limited to a few megabytes, so 32 bits are plenty.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { file, start: narrow(start), end: narrow(end.max(start)) }
    }

    /// Returns the byte range, for slicing the file's text.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and the place it was written.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Spanned<T> {
    pub fn new(value: T, span: Span) -> Self {
        Spanned { value, span }
    }
}

impl std::ops::Deref for Spanned<String> {
    type Target = str;
    fn deref(&self) -> &str {
        &self.value
    }
}

/// A place as people count: lines and columns from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    pub line: usize,
    pub column: usize,
}

/// Returns the line and column of a byte offset in `text`; an offset past the end gives the end.
pub fn line_column(text: &str, offset: usize) -> LineColumn {
    let offset = floor_char_boundary(text, offset);
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    LineColumn { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
}

/// A line for showing, or the piece of a very long one that holds a span.
#[derive(Debug, PartialEq, Eq)]
pub struct Around<'t> {
    pub text: Cow<'t, str>,
    /// The span, as far as it is in this line, counted from the start of `text`.
    pub span: Range<usize>,
    /// Something before the span is cut off, so that its column is another one.
    pub is_moved: bool,
}

/// Returns the line in which a span begins, without its line end. Of a line that is longer than anybody reads the piece around
/// the span is returned, with an ellipsis where something is cut off.
pub fn around(text: &str, span: Range<usize>) -> Around<'_> {
    let start = floor_char_boundary(text, span.start);
    let first = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let last = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    let last = first + text[first..last].trim_end_matches('\r').len();
    let start = start.min(last);
    let end = floor_char_boundary(text, span.end.clamp(start, last));
    if last - first <= LONGEST_LINE {
        return Around { text: Cow::Borrowed(&text[first..last]), span: start - first..end - first, is_moved: false };
    }
    let from = floor_char_boundary(text, start.saturating_sub(LONGEST_LINE / 2).max(first));
    let to = floor_char_boundary(text, (from + LONGEST_LINE).min(last));
    let (before, after) = (if from > first { "…" } else { "" }, if to < last { "…" } else { "" });
    let moved = |at: usize| at.min(to) - from + before.len();
    let piece = format!("{before}{}{after}", &text[from..to]);
    Around { text: Cow::Owned(piece), span: moved(start)..moved(end), is_moved: from > first }
}

/// Returns the nearest offset at or below `offset` that doesn't cut a character in two.
pub fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_characters_from_one() {
        let text = "Ünï\r\nzwei";
        assert_eq!(line_column(text, 0), LineColumn { line: 1, column: 1 });
        assert_eq!(line_column(text, 3), LineColumn { line: 1, column: 3 });
        assert_eq!(line_column(text, text.len() + 9), LineColumn { line: 2, column: 5 });
        assert_eq!(around(text, 1..3).text, "Ünï");
        assert_eq!(around(text, text.len()..text.len()).text, "zwei");
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_place() {
        let text = format!("one\n{}ÜHERE{}\n", "ä".repeat(5_000), "ö".repeat(500_000));
        let at = text.find("HERE").unwrap();
        let cut = around(&text, at..at + 4);
        assert_eq!(&cut.text[cut.span.clone()], "HERE");
        assert!(cut.text.len() <= LONGEST_LINE + 2 * "…".len(), "{}", cut.text.len());
        assert!(cut.text.starts_with('…') && cut.text.ends_with('…'));
        let cut = around(&text, 4..text.len());
        assert!(cut.text.starts_with('ä') && cut.span.start == 0 && cut.span.end <= cut.text.len());
    }
}
