//! Lines below each other that Markdown makes one line of: those of a postal address, and those of a list of days, steps or names. Example:
//! `Beach ward`, `1 High Street`, `Leeds LS1 1AA` below each other; `Monday 9am to 5pm`, `Tuesday 9am to 1pm`.

use std::ops::Range;

use super::printed::{BREAK, Printed, PrintedBlock, PrintedKind, USED};
use super::rows::{self, RowLook};
use super::{Fix, Slips};
use crate::problem::catalogue::nearly;

/// A longer line is a sentence.
const LONGEST: usize = 50;

pub(super) fn look(shown: &Printed<'_>, slips: &mut Slips<'_, '_>) {
    for block in shown.blocks.iter().filter(|block| block.kind == PrintedKind::Paragraph) {
        let lines = shown.lines(block);
        if lines.len() < 2 || address(shown, block, &lines, slips) {
            continue;
        }
        let rows: Vec<RowLook> = lines.iter().map(|line| rows::row(&printed(shown, line))).collect();
        let mut start = 0;
        while start < lines.len() {
            let is_next = |number: &usize| {
                !has_break(shown, &lines, number - 1) && rows::are_of_a_kind(&rows[number - 1], &rows[*number])
            };
            let end = start + 1 + (start + 1..lines.len()).take_while(is_next).count();
            let above = slips.tables.partition_point(|table| table.start <= lines[start].start);
            let is_table = slips.tables[..above].last().is_some_and(|table| table.end >= lines[start].end);
            if end > start + 1 && !is_table {
                tell(shown, &lines, start..end, slips);
            }
            start = end;
        }
    }
}

/// Returns the printed words of a line, without the signs round them.
fn printed(shown: &Printed<'_>, line: &Range<usize>) -> String {
    shown.mask[line.clone()].chars().filter(|letter| *letter != USED).collect::<String>().trim().to_owned()
}

/// Tells whether a line ends where the author ends it.
fn has_break(shown: &Printed<'_>, lines: &[Range<usize>], number: usize) -> bool {
    shown.mask[lines[number].end..lines[number + 1].start].contains(BREAK)
}

/// Tells of lines that are to stand below each other. What stands right above and below them is to be parted from them, too.
fn tell(shown: &Printed<'_>, lines: &[Range<usize>], run: Range<usize>, slips: &mut Slips<'_, '_>) {
    let first = if run.start > 0 && !has_break(shown, lines, run.start - 1) { run.start - 1 } else { run.start };
    let last = if run.end < lines.len() && !has_break(shown, lines, run.end - 1) { run.end } else { run.end - 1 };
    let at = shown.first_sign(&lines[first])..lines[last].end;
    let (mut words, mut done) = (String::new(), at.start);
    for line in &lines[first..last] {
        words.push_str(shown.text[done..line.end].trim_end());
        words.push('\\');
        done = line.end;
    }
    words.push_str(&shown.text[done..at.end]);
    let place = shown.first_sign(&lines[run.start])..lines[run.start].end;
    let both: Vec<&str> =
        lines[run.start..].iter().take(2).map(|line| shown.text[shown.first_sign(line)..line.end].trim()).collect();
    let fix = Fix::new(at, words);
    slips.tell_fix(place, &fix, |span, written| nearly::rows_run_together(span, &both.join(" "), written));
}

/// Tells of a postal address. Returns whether it is one.
fn address(shown: &Printed<'_>, block: &PrintedBlock, lines: &[Range<usize>], slips: &mut Slips<'_, '_>) -> bool {
    if lines.len() < 3 || lines.len() > 9 || shown.mask[block.range.clone()].contains(BREAK) {
        return false;
    }
    let words: Vec<&str> = lines.iter().map(|line| shown.mask[shown.first_word(line)..line.end].trim()).collect();
    let is_short = |line: &&str| line.chars().count() <= LONGEST && !line.ends_with(['.', '!', '?', ';']);
    let is_address = words.iter().all(is_short) && words.iter().any(|line| ends_in_postcode(line));
    if is_address {
        let first = shown.first_sign(&lines[0]);
        let text = &shown.text[first..block.range.end];
        let written: Vec<String> = text.lines().map(|line| line.trim_end().to_owned()).collect();
        let fix = Fix::new(first..block.range.end, written.join("\\\n"));
        slips.tell_fix(first..lines[0].end, &fix, nearly::lines_run_together);
    }
    is_address
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
