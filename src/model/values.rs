//! The types of single values: text, ids, dates, phone numbers, addresses.

use std::sync::Arc;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fields::{FromNode, Reader};
use crate::parse::line::Line;
use crate::parse::markdown;
use crate::parse::prose::Prose;
use crate::parse::yaml::{Node, Value};
use crate::problem::catalogue::fields as problems_of;
use crate::span::Spanned;

impl FromNode for Line {
    const EXAMPLE: &'static str = "A few words";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let words = reader.words(node)?;
        Some(Line::parse(&words, node.span, reader.text, &mut reader.problems))
    }
}

impl FromNode for Prose {
    const EXAMPLE: &'static str = "A sentence or two.";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let words = reader.words(node)?;
        Some(markdown::prose(&words, node.span, reader.text, &mut reader.problems))
    }
}

/// Prose is shared: a charter's sentence stands on a thousand wards' pages.
impl FromNode for Arc<Prose> {
    const EXAMPLE: &'static str = Prose::EXAMPLE;
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        Prose::from_node(node, reader).map(Arc::new)
    }
}

/// A word taken as it is written.
impl FromNode for Spanned<String> {
    const EXAMPLE: &'static str = "a-word";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if let Value::Number(written) = &node.value {
            reader.problems.push(problems_of::number_as_id(node.span, written));
            return None;
        }
        Some(Spanned::new(reader.words(node)?, node.span))
    }
}

/// An id: permanent, part of an address, lower case.
#[derive(Clone, Debug)]
pub struct Id(pub Spanned<String>);

impl FromNode for Id {
    const EXAMPLE: &'static str = "keeping-safe";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let word = Spanned::<String>::from_node(node, reader)?;
        if !is_id(&word) {
            reader.problems.push(problems_of::bad_id(word.span, &word, &as_id(&word)));
        }
        Some(Id(word))
    }
}

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

impl FromNode for bool {
    const EXAMPLE: &'static str = "true";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.value {
            Value::Bool(word) => Some(*word),
            _ => {
                reader.wrong_kind(node, "true or false", "true");
                None
            }
        }
    }
}

impl FromNode for i64 {
    const EXAMPLE: &'static str = "12";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match &node.value {
            Value::Number(written) if written.parse::<u32>().is_ok() => written.parse().ok(),
            _ => {
                reader.wrong_kind(node, "a whole number from 0 up", "12");
                None
            }
        }
    }
}

impl FromNode for Spanned<Date> {
    const EXAMPLE: &'static str = "2026-11-23";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let written = reader.words(node)?;
        match day(&written) {
            Ok(date) => Some(Spanned::new(date, node.span)),
            Err(better) => {
                reader.problems.push(problems_of::bad_date(node.span, &written, better));
                None
            }
        }
    }
}

/// The first year that a day of a pack can be in. An earlier one is a slip of the hand, such as two digits of a year.
const FIRST_YEAR: i16 = 2000;

/// Returns the day that is written as year, month and day; otherwise the one that is probably meant, as it is to be written.
pub fn day(written: &str) -> Result<Date, Option<String>> {
    let day = written.parse::<Date>().ok();
    let is_right = |day: &Date| written.len() == 10 && day.year() >= FIRST_YEAR;
    day.filter(is_right).ok_or_else(|| other_day(written).map(|day| day.to_string()))
}

/// Returns the day an author in Britain meant.
fn other_day(written: &str) -> Option<Date> {
    let day = ["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y/%m/%d", "%d %B %Y", "%d %b %Y", "%Y-%m-%d"]
        .iter()
        .find_map(|form| Date::strptime(form, written.trim()).ok())?;
    let year = if day.year() < 100 { day.year() + FIRST_YEAR } else { day.year() };
    day.with().year(year).build().ok().filter(|day| day.year() >= FIRST_YEAR)
}

/// The address of a page outside the pack.
#[derive(Clone, Debug)]
pub struct WebAddress(pub Spanned<String>);

impl FromNode for WebAddress {
    const EXAMPLE: &'static str = "https://www.example.org/page";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let written = Spanned::new(reader.words(node)?, node.span);
        let is_address = ["https://", "http://"].iter().any(|scheme| written.starts_with(scheme))
            && !written.chars().any(|letter| letter.is_whitespace() || letter.is_control() || "\"<>".contains(letter));
        if !is_address {
            reader.problems.push(problems_of::bad_address(node.span, &written));
        }
        Some(WebAddress(written))
    }
}

/// Returns the choice that a word names, or reports that it is none of them.
pub fn choice<T: Copy>(
    word: &Spanned<String>,
    what: &str,
    choices: &[(&str, T)],
    reader: &mut Reader<'_>,
) -> Option<T> {
    let found = choices.iter().find(|(name, _)| *name == word.value).map(|(_, choice)| *choice);
    if found.is_none() {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        reader.problems.push(problems_of::not_one_of(word.span, word, what, &names));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_advised_can_be_an_id() {
        let long = "a-leaflet-on-what-to-do-when-".repeat(5);
        for (written, advised) in [
            ("Keeping Safe", "keeping-safe"),
            ("Café de Bébé", "cafe-de-bebe"),
            ("St Mary’s", "st-marys"),
            (".x.", "x"),
            ("???", "an-id"),
            (long.as_str(), "a-leaflet-on-what-to-do-when-a-leaflet"),
        ] {
            assert_eq!(as_id(written), advised);
            assert!(is_id(advised));
        }
    }

    #[test]
    fn a_day_is_written_in_one_way_and_meant_in_many() {
        assert_eq!(day("2026-11-01").unwrap().to_string(), "2026-11-01");
        for (written, meant) in [
            ("01/11/26", Some("2026-11-01")),
            ("1/5/2026", Some("2026-05-01")),
            ("1.5.26", Some("2026-05-01")),
            ("1 May 2026", Some("2026-05-01")),
            ("0026-11-01", Some("2026-11-01")),
            ("2026-5-1", Some("2026-05-01")),
            ("1926-11-01", None),
            ("2026-02-30", None),
        ] {
            assert_eq!(day(written).unwrap_err().as_deref(), meant, "{written}");
        }
    }
}
