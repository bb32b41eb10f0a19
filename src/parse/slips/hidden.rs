//! Addresses in what is printed of a text: their signs are theirs, and no slips.

use std::ops::Range;

use crate::parse::bare;

/// Stands for what is shown but isn't the author's plain words: code, an address, a character behind a backslash.
pub(super) const OPAQUE: char = '\u{1A}';

/// Returns a text in which the addresses are opaque, since their signs are theirs, and the places of the signs @ that stand in none.
pub(super) fn hide_addresses(mask: String) -> (String, Vec<usize>) {
    let is_end = |letter: char| letter.is_whitespace() || letter.is_control() || "<>()[]|\"“”".contains(letter);
    let mut hidden: Vec<Range<usize>> = bare::all(&mask).into_iter().map(|found| found.range).collect();
    let in_address = |at: &usize| {
        hidden[..hidden.partition_point(|range| range.start <= *at)].last().is_some_and(|range| range.end > *at)
    };
    let at_signs = mask.match_indices('@').map(|(at, _)| at).filter(|at| !in_address(at)).collect();
    let mut done = 0;
    for (at, _) in mask.match_indices("://").chain(mask.match_indices("www.")).chain(mask.match_indices('@')) {
        if at < done && hidden.last().is_some_and(|last| last.contains(&at)) {
            continue;
        }
        let start =
            mask[..at].rfind(is_end).map_or(0, |place| place + mask[place..].chars().next().map_or(1, char::len_utf8));
        let end = mask[at..].find(is_end).map_or(mask.len(), |length| at + length);
        // The stars and full stops at the end are the sentence's.
        let words = mask[start..end].trim_end_matches(['*', '_', '.', ',', ';', ':', '!', '?', '~', '=', '+']);
        let lead = words.len() - words.trim_start_matches(['*', '_', '~', '=', '+']).len();
        done = start + words.len();
        if words.len() > lead + 1 {
            hidden.push(start + lead..start + words.len());
        }
    }
    let mut opaque = mask.into_bytes();
    for range in hidden {
        opaque[range].fill(OPAQUE as u8);
    }
    (String::from_utf8(opaque).unwrap_or_default(), at_signs)
}
