//! Which way text runs, and how numbers and values are kept whole in text that runs from right to left.
//!
//! There the Unicode Bidirectional Algorithm (UAX #9) puts the groups of `01632 960 002` in the order of words, the last one first. What
//! is to be read as one stands between isolates (UAX #9, 2.4.2): characters that nobody sees, which `render` writes as `<bdi>` wherever
//! there can be markup ("Inline markup and bidirectional text in HTML", W3C). No source holds such characters, so whoever finds one knows
//! that it comes from here.

mod numbers;

use std::borrow::Cow;

use unicode_bidi::{BidiClass, bidi_class};

pub use numbers::{numbers, turned};

/// Begins what runs from left to right, whatever stands around it (U+2066, LRI).
pub const BEGIN_LEFT_TO_RIGHT: char = '\u{2066}';
/// Begins what runs from right to left (U+2067, RLI).
pub const BEGIN_RIGHT_TO_LEFT: char = '\u{2067}';
/// Ends what one of the two has begun (U+2069, PDI).
pub const END: char = '\u{2069}';

/// Languages written from right to left, and scripts for languages that have several.
const RIGHT_TO_LEFT: [&str; 12] = ["ar", "ckb", "dv", "fa", "he", "ks", "prs", "ps", "sd", "ug", "ur", "yi"];
const RIGHT_TO_LEFT_SCRIPTS: [&str; 5] = ["arab", "hebr", "nkoo", "syrc", "thaa"];

/// The way that text runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    #[default]
    LeftToRight,
    RightToLeft,
}

use Direction::{LeftToRight, RightToLeft};

impl Direction {
    /// Returns the direction of a language's text, by its tag: of its script, if the tag names one (BCP 47).
    pub fn of_language(tag: &str) -> Self {
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or(tag);
        let script = parts.find(|part| part.len() == 4 && part.chars().all(|letter| letter.is_ascii_alphabetic()));
        let is_right_to_left = match script {
            Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script.to_ascii_lowercase().as_str()),
            None => RIGHT_TO_LEFT.contains(&language),
        };
        if is_right_to_left { RightToLeft } else { LeftToRight }
    }

    /// Returns the direction as the `dir` attribute has it.
    pub fn name(self) -> &'static str {
        match self {
            LeftToRight => "ltr",
            RightToLeft => "rtl",
        }
    }

    fn begin(self) -> char {
        match self {
            LeftToRight => BEGIN_LEFT_TO_RIGHT,
            RightToLeft => BEGIN_RIGHT_TO_LEFT,
        }
    }
}

/// What a character does to the direction of those beside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum BidiRole {
    Letter(Direction),
    Digit,
    /// Marks over letters, which stay with them.
    Joined,
    Other,
}

fn role(letter: char) -> BidiRole {
    // Most letters need not be looked up.
    if letter.is_ascii_alphabetic() {
        return BidiRole::Letter(LeftToRight);
    }
    match bidi_class(letter) {
        BidiClass::L => BidiRole::Letter(LeftToRight),
        BidiClass::R | BidiClass::AL => BidiRole::Letter(RightToLeft),
        BidiClass::EN | BidiClass::AN => BidiRole::Digit,
        BidiClass::NSM | BidiClass::BN => BidiRole::Joined,
        _ => BidiRole::Other,
    }
}

/// Tells whether text has letters that run from right to left.
pub fn has_right_to_left(text: &str) -> bool {
    // The first of them is in the Hebrew block.
    let may_be = |letter: char| letter >= '\u{590}' && role(letter) == BidiRole::Letter(RightToLeft);
    !text.is_ascii() && text.chars().any(may_be)
}

/// Returns the direction of the first letter, which decides where a browser is left to find it out (`dir="auto"`).
pub fn of_first_letter(text: &str) -> Option<Direction> {
    text.chars().find_map(|letter| match role(letter) {
        BidiRole::Letter(direction) => Some(direction),
        _ => None,
    })
}

/// Returns the direction of text as a whole, where it can't simply be that of the words around it: those run in the direction `around`.
pub fn of(text: &str, around: Direction) -> Option<Direction> {
    let has_right_to_left = has_right_to_left(text);
    match around {
        // The words of such a page run from right to left, even those that begin with a name in Latin script.
        RightToLeft
            if text.chars().any(|letter| matches!(role(letter), BidiRole::Letter(LeftToRight) | BidiRole::Digit)) =>
        {
            Some(if has_right_to_left { RightToLeft } else { LeftToRight })
        }
        LeftToRight if has_right_to_left => {
            let letters =
                |direction| text.chars().filter(|letter| role(*letter) == BidiRole::Letter(direction)).count();
            Some(if letters(RightToLeft) > letters(LeftToRight) { RightToLeft } else { LeftToRight })
        }
        _ => None,
    }
}

/// Returns a value ready to stand among words that run in the direction `around`: as one, with what it has of numbers as they are read.
pub fn value(text: &str, around: Direction) -> Cow<'_, str> {
    match of(text, around) {
        Some(own) => Cow::Owned(format!("{}{}{END}", own.begin(), within(text, own))),
        None => within(text, around),
    }
}

/// Returns text that fills a line of its own, in a place for text in the direction `around`: as one only if it runs the other way.
pub fn line(text: &str, around: Direction) -> Cow<'_, str> {
    match of(text, around) {
        Some(own) if own != around => value(text, around),
        _ => within(text, around),
    }
}

fn within(text: &str, own: Direction) -> Cow<'_, str> {
    numbers(text, &mut { own })
}

/// Returns text without the marks of isolates.
pub fn without_isolates(text: &str) -> Cow<'_, str> {
    let is_mark = |letter: char| [BEGIN_LEFT_TO_RIGHT, BEGIN_RIGHT_TO_LEFT, END].contains(&letter);
    if text.contains(is_mark) { Cow::Owned(text.replace(is_mark, "")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows isolates as brackets that can be seen.
    fn shown(text: &str) -> String {
        text.replace(BEGIN_LEFT_TO_RIGHT, "<").replace(BEGIN_RIGHT_TO_LEFT, "»").replace(END, ">")
    }

    #[test]
    fn a_language_or_its_script_says_which_way() {
        for (tag, name) in
            [("ur", "rtl"), ("ur-PK", "rtl"), ("ur-Latn", "ltr"), ("pa", "ltr"), ("pa-Arab-PK", "rtl"), ("cy", "ltr")]
        {
            assert_eq!(Direction::of_language(tag).name(), name, "{tag}");
        }
    }

    #[test]
    fn a_value_is_one_where_words_could_turn_it() {
        for (text, in_english, in_urdu) in [
            ("Beach ward", "Beach ward", "<Beach ward>"),
            ("01632 960 002", "01632 960 002", "<01632 960 002>"),
            ("وارڈ", "»وارڈ>", "وارڈ"),
            ("وارڈ 01632 960 002", "»وارڈ <01632 960 002>>", "»وارڈ <01632 960 002>>"),
            ("PALS کا دفتر", "»PALS کا دفتر>", "»PALS کا دفتر>"),
            ("…", "…", "…"),
        ] {
            assert_eq!(shown(&value(text, LeftToRight)), in_english);
            assert_eq!(shown(&value(text, RightToLeft)), in_urdu);
        }
        assert_eq!(shown(&line("وارڈ 4 (9–5)", RightToLeft)), "وارڈ 4 <(9–5)>");
        assert_eq!(shown(&line("Beach ward", RightToLeft)), "<Beach ward>");
    }
}
