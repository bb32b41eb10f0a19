//! Bytes of a CSV file → letters: Excel saves UTF-8, the encoding of old Windows programs, or UTF-16, and says so only sometimes.

use encoding_rs::{MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::problem::catalogue::lists::Unreadable;

/// The letters of a file, and whether its encoding is only the likeliest.
pub struct Decoded {
    pub text: String,
    pub is_guess: bool,
}

/// Returns the letters of a CSV file. Reports one that is a workbook, or no text at all.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Unreadable> {
    let utf_16 = match bytes {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => Some(UTF_16LE),
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => Some(UTF_16BE),
        _ => None,
    };
    if let Some(encoding) = utf_16 {
        let (text, _, is_broken) = encoding.decode(bytes);
        return if is_broken {
            Err(Unreadable::NotWhole)
        } else {
            Ok(Decoded { text: text.into_owned(), is_guess: false })
        };
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(Unreadable::WorkbookAsCsv);
    }
    if bytes.contains(&0) {
        return Err(Unreadable::NoText);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.to_owned(), is_guess: false },
        Err(_) => Decoded { text: WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), is_guess: true },
    })
}

/// Returns the first word of a cell whose letters are those of another encoding, and the word that was meant where that is certain: UTF-8
/// that a program took for the encoding of old Windows programs, or letters that are lost.
pub fn misread(words: &str) -> Option<(String, Option<String>)> {
    words.split_whitespace().find_map(|word| {
        if word.contains('\u{FFFD}') {
            return Some((word.to_owned(), None));
        }
        if word.is_ascii() {
            return None;
        }
        let (bytes, _, is_unknown) = WINDOWS_1252.encode(word);
        let meant = std::str::from_utf8(&bytes).ok().filter(|_| !is_unknown)?;
        Some((word.to_owned(), Some(meant.to_owned())))
    })
}

/// Returns the first word of a cell that is none in the encoding of old Windows programs, and the word that it is in that of old Macs,
/// where it is one. Old Macs and DOS have other letters at the places of é and ’: `CafŽ`, `St MaryÕs`, `Caf‚`.
pub fn of_another_system(words: &str) -> Option<(String, Option<String>)> {
    let word = words.split_whitespace().find(|word| !is_likely(word))?;
    let (bytes, _, _) = WINDOWS_1252.encode(word);
    let meant = MACINTOSH.decode_without_bom_handling(&bytes).0.into_owned();
    Some((word.to_owned(), Some(meant).filter(|meant| is_likely(meant))))
}

/// Tells whether a word can be one of English or Welsh: no capital letter after a small one that is no ASCII, no sign inside, and no
/// sign at the end that doesn't end a word.
fn is_likely(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let is_odd = |at: usize| {
        let (letter, before) = (letters[at], at.checked_sub(1).map(|before| letters[before]));
        let after = letters.get(at + 1);
        let is_after_small = before.is_some_and(char::is_lowercase);
        let is_inside = before.is_some_and(char::is_alphabetic) && after.is_some_and(|after| after.is_alphabetic());
        match letter {
            letter if letter.is_ascii() => false,
            // What joins words, or stands for a letter that was left out.
            '’' | '‘' | '–' | '—' | '\u{AD}' | '…' => false,
            '\u{80}'..='\u{9F}' => true,
            '‡' | '†' | 'ˆ' | '‰' | '‹' | '‚' | '„' | '˜' => before.is_some_and(char::is_alphabetic),
            'œ' | 'Œ' => after.is_some_and(char::is_ascii_digit),
            letter if letter.is_uppercase() => is_after_small,
            letter => is_inside && !letter.is_alphabetic(),
        }
    };
    !(0..letters.len()).any(is_odd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_other_systems_are_seen() {
        for (read, meant) in
            [("CafŽ", Some("Café")), ("MaryÕs", Some("Mary’s")), ("Caf‚", None), ("na•ve", Some("naïve"))]
        {
            assert_eq!(of_another_system(read), Some((read.to_owned(), meant.map(str::to_owned))), "{read}");
        }
        for good in ["Café", "Mary’s", "9am–5pm", "£5", "ÉCOLE", "Tŷ", "25°C", "Ysbyty Gwynedd", "½"] {
            assert_eq!(of_another_system(good), None, "{good}");
        }
        assert_eq!(misread("The CafÃ©"), Some(("CafÃ©".to_owned(), Some("Café".to_owned()))));
        assert_eq!(misread("Maryâ€™s"), Some(("Maryâ€™s".to_owned(), Some("Mary’s".to_owned()))));
        assert_eq!(misread("Café Tŷ Ōtaki £5 – Ynys Môn"), None);
    }
}
