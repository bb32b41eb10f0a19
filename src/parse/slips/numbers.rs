//! Phone numbers in the text with too few digits. Example: `01632 960 9`. Whether a number can be dialled at all is known by the model;
//! here only what is plainly cut off is told, since other figures stand in a text, too.

use super::Slips;
use super::printed::{Printed, PrintedKind};
use crate::problem::catalogue::phones;

/// The fewest digits of a number that begins with 01, 02, 03 or 07.
const FEWEST: usize = 10;

pub(super) fn look(shown: &Printed<'_>, slips: &mut Slips<'_, '_>) {
    for block in shown.blocks.iter().filter(|block| block.kind != PrintedKind::IndentedCode) {
        let text = &shown.mask[block.range.clone()];
        let is_part = |letter: char| letter.is_ascii_digit() || letter == ' ' || letter == '\u{A0}';
        let mut done = 0;
        while let Some(start) = text[done..].find('0').map(|at| done + at) {
            let length = text[start..].find(|letter| !is_part(letter)).unwrap_or(text.len() - start);
            let written = text[start..start + length].trim_end();
            done = start + length.max(1);
            let is_free = |letter: char| letter.is_alphanumeric() || "+-–./:,£#_".contains(letter);
            let goes_on =
                text[done..].starts_with(|letter: char| letter.is_alphanumeric() || "-–/:*_".contains(letter));
            if !text[..start].ends_with(is_free) && !goes_on && is_cut_off(written) {
                let at = block.range.start + start..block.range.start + start + written.len();
                slips.tell(at, |span| phones::too_short_in_text(span, written));
            }
        }
    }
}

/// Tells whether figures in groups begin as a number does and have too few digits for one.
fn is_cut_off(written: &str) -> bool {
    let groups: Vec<&str> = written.split_whitespace().collect();
    let count: usize = groups.iter().map(|group| group.len()).sum();
    let begins = ["01", "02", "03", "07"].iter().any(|start| written.starts_with(start));
    begins && groups.len() > 1 && groups[0].len() >= 3 && groups[1].len() >= 3 && (6..FEWEST).contains(&count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_number_that_is_cut_off_is_one() {
        for number in ["01632 960 9", "020 7946 09", "07700 900 1"] {
            assert!(is_cut_off(number), "{number}");
        }
        for other in ["01632 960 001", "0800 1111", "0163", "01 02 2026", "999", "020 7946 0958", "0845 4647"] {
            assert!(!is_cut_off(other), "{other}");
        }
    }
}
