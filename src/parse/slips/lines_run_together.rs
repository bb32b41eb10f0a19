//! The lines of a postal address: Markdown makes one line of them. Example: `Beach ward`, `1 High Street`, `Leeds LS1 1AA` below each other.

use super::shown::{BREAK, Kind, Shown};
use super::{Fix, Slips};
use crate::problem::catalogue::nearly;

/// A longer line is a sentence.
const LONGEST: usize = 50;

pub(super) fn look(shown: &Shown<'_>, slips: &mut Slips<'_, '_>) {
    for block in shown.blocks.iter().filter(|block| block.kind == Kind::Paragraph) {
        let lines = shown.lines(block);
        let printed = &shown.mask[block.range.clone()];
        if lines.len() < 3 || lines.len() > 9 || printed.contains(BREAK) {
            continue;
        }
        let words: Vec<&str> = lines.iter().map(|line| shown.mask[shown.first_word(line)..line.end].trim()).collect();
        let is_short = |line: &&str| line.chars().count() <= LONGEST && !line.ends_with(['.', '!', '?', ';']);
        if words.iter().all(is_short) && words.iter().any(|line| ends_in_postcode(line)) {
            let first = shown.first_word(&lines[0]);
            let text = &shown.text[first..block.range.end];
            let written: Vec<String> = text.lines().map(|line| line.trim_end().to_owned()).collect();
            let fix = Fix::new(first..block.range.end, written.join("\\\n"));
            slips.tell_fix(first..lines[0].end, &fix, nearly::lines_run_together);
        }
    }
}

/// Tells whether a line ends in a postcode of the United Kingdom, such as LS1 1AA.
fn ends_in_postcode(line: &str) -> bool {
    let letters: Vec<char> =
        line.trim_end_matches([',', ' ']).chars().rev().take(8).filter(|letter| *letter != ' ').collect();
    let is = |place: usize, test: fn(&char) -> bool| letters.get(place).is_some_and(test);
    let is_inward = is(0, char::is_ascii_uppercase) && is(1, char::is_ascii_uppercase) && is(2, char::is_ascii_digit);
    let is_area = |place: usize| is(place, char::is_ascii_uppercase);
    let is_outward = is(3, char::is_ascii_digit) && (is_area(4) || is(4, char::is_ascii_digit) && is_area(5))
        || is_area(3) && is(4, char::is_ascii_digit) && is_area(5);
    is_inward && is_outward
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postcodes_are_known_by_their_form() {
        for line in ["Leeds LS1 1AA", "SW1A 1AA", "London EC1A 1BB,", "M11AE"] {
            assert!(ends_in_postcode(line), "{line}");
        }
        for line in ["Leeds", "Section 12 MHA", "ABCDEFG", "01632 960 001"] {
            assert!(!ends_in_postcode(line), "{line}");
        }
    }
}
