//! Where a piece of text came from. A span never outlives the `Sources` it points into, and holds no text itself.

/// A file of the content folder or the theme, as numbered by [`crate::read::Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// Whoever has the files that spans point into.
pub trait Files {
    /// Returns the path of a file as the author knows it: `content/wards/beach.yaml`.
    fn shown(&self, file: FileId) -> &str;
    /// Tells whether the file comes from a layer below the author's own, where they can't mend it.
    fn is_inherited(&self, file: FileId) -> bool;
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
    pub fn range(self) -> std::ops::Range<usize> {
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

/// Returns the whole line that holds a byte offset, without its line end.
pub fn line_at(text: &str, offset: usize) -> &str {
    let offset = floor_char_boundary(text, offset);
    let start = text[..offset].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |newline| offset + newline);
    text[start..end].trim_end_matches('\r')
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
        assert_eq!(line_at(text, 1), "Ünï");
        assert_eq!(line_at(text, text.len()), "zwei");
    }
}
