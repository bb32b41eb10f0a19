//! What can be an id, and what a word is as one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::kind::{HOME, Kind, OF_THE_SITE, PAGES, SECTIONS};
use crate::problem::catalogue::names;
use crate::problem::fault::{Fault, renaming};
use crate::span::Spanned;

const LONGEST_ID: usize = 80;

/// Tells whether a word can be an id: lower-case letters and digits, with hyphens and dots between them.
pub fn is_id(word: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    !word.is_empty()
        && word.len() <= LONGEST_ID
        && word.starts_with(is_letter)
        && word.ends_with(is_letter)
        && word.chars().all(|letter| is_letter(letter) || letter == '-' || letter == '.')
}

/// The longest id that is advised: the address of a page may have two of them, and Windows wants paths short.
const SHORT: usize = 40;

/// Returns the id nearest to what was written: accents go, what else an id can't hold becomes a hyphen, and what is too long is
/// cut at a word.
pub fn as_id(word: &str) -> String {
    let plain = word.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase);
    let letters: String = plain
        .filter(|letter| !matches!(letter, '\'' | '’'))
        .map(|letter| if letter == '.' || is_id(letter.encode_utf8(&mut [0; 4])) { letter } else { '-' })
        .collect();
    let parts = letters.split('-').map(|part| part.trim_matches('.')).filter(|part| !part.is_empty());
    let mut id = parts.collect::<Vec<_>>().join("-");
    if id.len() > LONGEST_ID {
        id.truncate(SHORT);
        let whole_words = id.rfind('-').filter(|at| *at > 0).unwrap_or(SHORT);
        id.truncate(whole_words);
        id.truncate(id.trim_end_matches(['-', '.']).len());
    }
    if id.is_empty() { "an-id".to_owned() } else { id }
}

/// Says why an id can't become the name of a file and part of an address. `languages` are those of the pack.
pub fn usable(kind: Kind, id: &str, languages: &[Spanned<String>]) -> Result<(), Fault> {
    // What stands after a dot says which form of a page a file has, or its language; numbers of standards have dots too.
    let is_form = |part: &str| part.contains(char::is_alphabetic);
    if id.split('.').skip(1).any(is_form) || names::unsafe_name(id, id).is_some() {
        return Err(renaming::no_file_name(id));
    }
    let is_at_the_root = [&OF_THE_SITE[..], &SECTIONS, &[PAGES, HOME]].iter().any(|taken| taken.contains(&id))
        || languages.iter().any(|tag| tag.value == id);
    if kind == Kind::Page && is_at_the_root { Err(renaming::address_taken(id)) } else { Ok(()) }
}
