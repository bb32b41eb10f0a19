//! The typefaces that every sheet can use, with their licences beside them in `fonts/`: Atkinson Hyperlegible Next, made so that letters
//! can't be taken for each other, and Noto Naskh Arabic for Urdu and other languages in Arabic letters.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::Font;

pub static FACES: [&[u8]; 4] = [
    include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
    include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic-Bold.ttf"),
];

/// Every typeface in every weight, read once.
pub static ALL: LazyLock<Vec<Font>> =
    LazyLock::new(|| FACES.iter().flat_map(|face| Font::iter(Bytes::new(*face))).collect());

/// Returns the letters of some words that no typeface has, each once. Signs that aren't seen, such as those that say which way words run,
/// need none.
pub fn missing_letters(words: &str) -> Vec<char> {
    let is_seen = |letter: char| {
        !letter.is_whitespace()
            && !letter.is_control()
            && !matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
    };
    let is_there = |letter: char| ALL.iter().any(|face| face.info().coverage.contains(letter.into()));
    let mut missing: Vec<char> = words.chars().filter(|letter| is_seen(*letter) && !is_there(*letter)).collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}
