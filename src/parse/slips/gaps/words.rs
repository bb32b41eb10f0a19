//! Single words that stand for others still to come: “TODO”, “TBC”, “xx/xx/xxxx”, “??”.

use std::ops::Range;

use super::{LONGEST, SuspectedGap};
use crate::parse::slips::Placement;
use crate::problem::Severity;

/// Words that stand for words still to come, in capitals.
const IN_CAPITALS: [&str; 5] = ["TODO", "FIXME", "TBC", "TBD", "TBA"];

/// Finds single words that stand for others.
pub(super) fn all(text: &str) -> Vec<SuspectedGap> {
    let only = text.trim_matches(|letter: char| !is_part(letter));
    let is_alone = text.len() < 2 * only.len() + 8 && only.chars().all(is_part);
    let (placement, suspects) = if is_alone {
        let start = text.find(only).unwrap_or(0);
        let whole = start..start + only.len();
        (Placement::Alone, vec![whole])
    } else {
        (Placement::AmongOthers, suspects(text))
    };
    let severity = |at: &Range<usize>| {
        let word = &text[at.clone()];
        let is_spoken_of = IN_CAPITALS.contains(&word) || word.chars().all(|letter| letter == 'X');
        if is_spoken_of && is_quoted(text, at.clone()) {
            return None;
        }
        word_stands_for_another(word, &text[at.end..], placement)
    };
    suspects.into_iter().filter_map(|at| Some(SuspectedGap { severity: severity(&at)?, at })).collect()
}

fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '/' | '-' | '_' | '?' | '\u{1A}')
}

/// Returns the words with a letter that those which stand for others have, and few others.
fn suspects(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    let is_rare = |letter: &u8| matches!(letter, b'x' | b'X' | b'?' | b'T' | b'F');
    while let Some(at) = text.as_bytes()[from..].iter().position(is_rare).map(|at| from + at) {
        let start = text[..at].trim_end_matches(is_part).len();
        let end = text[at..].find(|letter| !is_part(letter)).map_or(text.len(), |length| at + length);
        found.push(start..end);
        from = end;
    }
    found
}

/// Tells whether a word stands in quotes: then it is spoken of, and stands for no other.
fn is_quoted(text: &str, word: Range<usize>) -> bool {
    let pair = (text[..word.start].chars().next_back(), text[word.end..].chars().next());
    matches!(pair, (Some('“' | '"'), Some('”' | '"')) | (Some('‘' | '\''), Some('’' | '\'')) | (Some('«'), Some('»')))
}

fn word_stands_for_another(word: &str, after: &str, placement: Placement) -> Option<Severity> {
    let is_alone = placement == Placement::Alone;
    let bare = word.trim_end_matches('?');
    if IN_CAPITALS.contains(&bare) || is_alone && IN_CAPITALS.contains(&bare.to_uppercase().as_str()) {
        let is_meant = bare.starts_with("TB") && !is_alone && !after.starts_with(':');
        return Some(if is_meant { Severity::Warning } else { Severity::Error });
    }
    let crosses = word.chars().filter(|letter| "xX".contains(*letter)).count();
    let is_crosses = |letters: &str| !letters.is_empty() && letters.chars().all(|letter| "xX".contains(letter));
    let is_capitals = (3..=LONGEST).contains(&crosses) && word.chars().all(|letter| letter == 'X');
    // Fewer small ones are kisses, and so many that nobody counts them are no gap either.
    let is_long = crosses == word.len() && (4..=LONGEST).contains(&crosses);
    // A day or a number with crosses for its figures: xx/xx/2026, 07xxx.
    let parts: Vec<&str> = word.split(['/', '-']).collect();
    let is_day = crosses > 1
        && parts.len() == 3
        && parts.iter().any(|part| is_crosses(part))
        && parts.iter().all(|part| is_figures(part));
    let is_number = word.starts_with('0') && crosses >= 3 && is_figures(word);
    let is_day_form = is_alone
        && matches!(word.to_ascii_lowercase().as_str(), "dd/mm/yyyy" | "dd/mm/yy" | "yyyy-mm-dd" | "dd-mm-yyyy");
    let is_asked = word == "??" || is_alone && !word.is_empty() && word.chars().all(|letter| letter == '?');
    (is_capitals || is_long || is_day || is_number || is_day_form || is_asked).then_some(Severity::Error)
}

fn is_figures(part: &str) -> bool {
    !part.is_empty() && part.chars().all(|letter| letter.is_ascii_digit() || "xX".contains(letter))
}
