//! Bytes as text. Content is UTF-8; what an old Windows editor wrote instead is recognised, so that the message can say so.

use super::sheet::{self, Sheet};
use crate::problem::catalogue::lists::Unreadable;

/// The text of a file.
#[derive(Clone, Debug)]
pub enum FileText {
    Valid(String),
    /// Not UTF-8. `shown` reads the bytes as Windows-1252, so that the author recognises the line; it is equal to the
    /// file up to `at`, the first byte that isn't UTF-8.
    Invalid {
        shown: String,
        at: usize,
        byte: u8,
    },
    /// A list of wards.
    Sheet(Box<Sheet>),
    /// A list of wards that can't be read, and why.
    Unreadable(Unreadable),
}

impl FileText {
    /// Returns the text of `bytes`, without the byte order mark that Windows Notepad puts first.
    pub fn decode(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => FileText::Valid(text.to_owned()),
            Err(error) => {
                let at = error.valid_up_to();
                let (valid, rest) = bytes.split_at(at);
                let mut shown = String::from_utf8_lossy(valid).into_owned();
                shown.extend(rest.iter().map(|byte| windows_1252(*byte)));
                FileText::Invalid { shown, at, byte: rest[0] }
            }
        }
    }

    /// Returns the text of a list of wards.
    pub fn of_list(path: &str, bytes: &[u8]) -> Self {
        sheet::read(path, bytes).map_or_else(FileText::Unreadable, |sheet| FileText::Sheet(Box::new(sheet)))
    }

    /// Returns the list of wards, where it is one.
    pub fn sheet(&self) -> Option<&Sheet> {
        match self {
            FileText::Sheet(sheet) => Some(sheet),
            FileText::Valid(_) | FileText::Invalid { .. } | FileText::Unreadable(_) => None,
        }
    }

    /// Returns the text for showing a line of it.
    pub fn shown(&self) -> &str {
        match self {
            FileText::Valid(text) | FileText::Invalid { shown: text, .. } => text,
            FileText::Sheet(sheet) => &sheet.shown,
            FileText::Unreadable(_) => "",
        }
    }
}

/// Returns the character that a byte stands for in Windows-1252 (WHATWG encoding standard, index windows-1252).
pub fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drops_the_byte_order_mark_and_knows_windows_quotes() {
        assert_eq!(FileText::decode(b"\xEF\xBB\xBFtitle: x").shown(), "title: x");
        let FileText::Invalid { shown, at, byte } = FileText::decode(b"say \x93yes\x94") else { panic!("not UTF-8") };
        assert_eq!((shown.as_str(), at, byte), ("say “yes”", 4, 0x93));
    }
}
