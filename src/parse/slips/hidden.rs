//! Addresses in what is printed of a text: their signs are theirs, and no slips.

use std::ops::Range;

use super::shown::{OPAQUE, Shown};
use crate::parse::bare;

/// Makes addresses that stand in the text opaque: their signs are theirs.
pub(super) fn hide_addresses(shown: &mut Shown<'_>) {
    let is_end = |letter: char| letter.is_whitespace() || letter.is_control() || "<>()[]|\"“”".contains(letter);
    let mut hidden: Vec<Range<usize>> = bare::all(&shown.mask).into_iter().map(|found| found.range).collect();
    let in_address = |at: &usize| {
        hidden[..hidden.partition_point(|range| range.start <= *at)].last().is_some_and(|range| range.end > *at)
    };
    shown.at_signs = shown.mask.match_indices('@').map(|(at, _)| at).filter(|at| !in_address(at)).collect();
    let mut done = 0;
    for (at, _) in
        shown.mask.match_indices("://").chain(shown.mask.match_indices("www.")).chain(shown.mask.match_indices('@'))
    {
        if at < done && hidden.last().is_some_and(|last| last.contains(&at)) {
            continue;
        }
        let start = shown.mask[..at]
            .rfind(is_end)
            .map_or(0, |place| place + shown.mask[place..].chars().next().map_or(1, char::len_utf8));
        let end = shown.mask[at..].find(is_end).map_or(shown.mask.len(), |length| at + length);
        // The stars and full stops at the end are the sentence's.
        let words = shown.mask[start..end].trim_end_matches(['*', '_', '.', ',', ';', ':', '!', '?', '~', '=', '+']);
        let lead = words.len() - words.trim_start_matches(['*', '_', '~', '=', '+']).len();
        done = start + words.len();
        if words.len() > lead + 1 {
            hidden.push(start + lead..start + words.len());
        }
    }
    let mut mask = std::mem::take(&mut shown.mask).into_bytes();
    for range in hidden {
        mask[range].fill(OPAQUE as u8);
    }
    shown.mask = String::from_utf8(mask).unwrap_or_default();
}
