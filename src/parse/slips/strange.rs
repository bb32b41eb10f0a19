//! Characters that tell of an accident: letters that were read in the wrong encoding (`â€™` for ’), signs of a font that the reader
//! doesn't have, line ends that only some programs know.

use std::collections::BTreeMap;
use std::ops::Range;

use super::markers::{is_bullet, is_of_symbol_font};
use crate::read::windows_1252;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::parse) enum Strange {
    /// Letters in the wrong encoding, with what they stand for: each once, the first of them first.
    Misread(Vec<(String, String)>),
    /// The sign that programs put where a character was lost.
    Lost,
    /// A sign of a font's own.
    Symbol(char),
    /// A line end of a word processor.
    LineEnd,
}

/// Finds strange characters in the text of a file, each kind where it is first.
pub(in crate::parse) fn find(text: &str) -> Vec<(Range<usize>, Strange)> {
    let mut found: Vec<(Range<usize>, Strange)> = Vec::new();
    if text.is_ascii() {
        return found;
    }
    let misread = misread(text);
    if let Some((first, ..)) = misread.first() {
        let mut pairs = BTreeMap::new();
        for (range, meant) in &misread {
            pairs.entry(text[range.clone()].to_owned()).or_insert_with(|| (range.start, meant.to_string()));
        }
        let mut pairs: Vec<(usize, String, String)> =
            pairs.into_iter().map(|(written, (at, meant))| (at, written, meant)).collect();
        pairs.sort();
        let pairs = pairs.into_iter().map(|(_, written, meant)| (written, meant)).collect();
        found.push((first.clone(), Strange::Misread(pairs)));
    }
    let mut is_line_start = true;
    for (at, letter) in text.char_indices() {
        let strange = match letter {
            '\u{FFFD}' => Some(Strange::Lost),
            '\u{2028}' | '\u{2029}' => Some(Strange::LineEnd),
            // At the beginning of a line it is a bullet, and understood.
            _ if is_of_symbol_font(letter) && is_line_start && is_bullet(letter) => None,
            '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}' => Some(Strange::Symbol(letter)),
            _ => None,
        };
        if let Some(strange) = strange
            && !found.iter().any(|(_, known)| *known == strange)
        {
            found.push((at..at + letter.len_utf8(), strange));
        }
        is_line_start = letter == '\n' || is_line_start && (letter.is_whitespace() || letter == '>');
    }
    found
}

/// Finds letters that are UTF-8 read as Windows-1252 once more, and what they stand for.
fn misread(text: &str) -> Vec<(Range<usize>, char)> {
    let mut found = Vec::new();
    // Each group begins with one of these letters, which are their own bytes.
    if !text.contains(|letter| matches!(letter, 'Â'..='Û' | 'â' | 'ð')) {
        return found;
    }
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut place = 0;
    while place < letters.len() {
        let (at, first) = letters[place];
        let length = match byte(first) {
            Some(0xC2..=0xDB) => 2,
            Some(0xE2) => 3,
            Some(0xF0) => 4,
            _ => 0,
        };
        let bytes: Vec<u8> = letters[place..].iter().take(length).map_while(|(_, letter)| byte(*letter)).collect();
        let meant = std::str::from_utf8(&bytes)
            .ok()
            .and_then(|meant| meant.chars().next())
            .filter(|_| length > 1 && bytes.len() == length);
        match meant.filter(|meant| is_meant(*meant)) {
            Some(meant) => {
                let end = letters.get(place + length).map_or(text.len(), |(end, _)| *end);
                found.push((at..end, meant));
                place += length;
            }
            None => place += 1,
        }
    }
    found
}

/// Returns the byte that a character is in Windows-1252, but for those of ASCII.
fn byte(letter: char) -> Option<u8> {
    if letter.is_ascii() {
        return None;
    }
    (0x80..=0xFF).find(|byte| windows_1252(*byte) == letter)
}

/// Tells whether a character is one that texts of a pack have, so that letters which happen to stand side by side aren't taken for it.
fn is_meant(letter: char) -> bool {
    matches!(
        letter,
        '\u{A0}'
            ..='\u{FF}'
                | 'ŵ'
                | 'Ŵ'
                | 'ŷ'
                | 'Ŷ'
                | 'Ł'
                | 'ł'
                | 'ą'
                | 'ę'
                | 'ś'
                | 'ć'
                | 'ż'
                | 'ź'
                | 'ń'
                | 'š'
                | 'č'
                | 'ž'
                | 'ă'
                | 'ș'
                | 'ț'
    ) || matches!(letter, '\u{600}'..='\u{6FF}' | '\u{2010}'..='\u{2044}' | '€' | '™' | '→' | '✓' | '✔')
        || ('\u{1F300}'..='\u{1FAFF}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_was_read_twice_is_known() {
        let pairs = |text: &str| match find(text).first() {
            Some((_, Strange::Misread(pairs))) => pairs.clone(),
            _ => Vec::new(),
        };
        let pair = |one: &str, two: &str| (one.to_owned(), two.to_owned());
        assert_eq!(pairs("donâ€™t"), [pair("â€™", "’")]);
        assert_eq!(pairs("cafÃ© Â£5 cafÃ©"), [pair("Ã©", "é"), pair("Â£", "£")]);
        for right in ["Café – “naïve” £5", "NÃO SÃO", "Tŷ Coed", "« CAFÉ »", "ÉÈ", "Â", "âge"] {
            assert!(find(right).is_empty(), "{right}");
        }
    }
}
