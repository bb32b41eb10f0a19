//! Signs that are meant as they stand, and that Markdown would take for its own: blanks to write on (`__/__/____`), numbers that are
//! multiplied (`4*5*6`), addresses with two underscores in them.

use std::ops::Range;

use crate::parse::bare::{self, BareAddress};
use crate::span::floor_char_boundary;

/// Returns what is to be put into a line so that its signs are printed: each place with the words for it, in order.
pub(super) fn edits(line: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    if line.contains(['_', '*']) {
        let addresses = addresses(line);
        let is_in_address = |at: &usize| {
            let before = addresses.partition_point(|address| address.start <= *at);
            addresses[..before].last().is_some_and(|address| address.contains(at))
        };
        let signs = blanks(line).into_iter().chain(products(line)).filter(|at| !is_in_address(at));
        found.extend(signs.map(|at| (at..at, "\\".to_owned())));
        let pointed = addresses.iter().filter(|address| is_misread(line, address));
        found.extend(pointed.map(|address| (address.clone(), format!("<{}>", &line[address.clone()]))));
    }
    if line.contains("mailto:") {
        found.extend(schemes(line).into_iter().map(|scheme| (scheme, String::new())));
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Returns where the underscores of blanks are that somebody is to write on.
fn blanks(line: &str) -> Vec<usize> {
    let runs: Vec<Range<usize>> = runs(line, '_');
    let is_rule = line.chars().all(|letter| letter == '_' || letter == ' ' || letter == '>');
    if is_rule || runs.iter().all(|run| run.len() < 2) && runs.len() < 2 {
        return Vec::new();
    }
    let mut groups: Vec<Vec<Range<usize>>> = Vec::new();
    for run in runs {
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(|last| is_joint(&line[last.end..run.start])) => group.push(run),
            _ => groups.push(vec![run]),
        }
    }
    // “__ bold __” has its spaces in the wrong place, and two of the kind can be that.
    let is_pair = groups.iter().filter(|group| is_between_spaces(line, group)).count() == 2;
    let (mut blanks, mut is_open) = (Vec::new(), false);
    let ends_word = |run: &Range<usize>| is_word(line[..run.start].chars().next_back());
    let last_closing = groups.iter().rposition(|group| group.iter().any(ends_word)).unwrap_or(0);
    for (number, group) in groups.iter().enumerate() {
        let closes = number < last_closing;
        let is_blank = match group.as_slice() {
            [one] => one.len() > 1 && stands_alone(line, one) && !(is_pair && is_between_spaces(line, group)),
            [one, two] => is_in_two_parts(line, one, two, &BoldAround { is_open, closes }),
            _ => true,
        };
        if is_blank {
            blanks.extend(group.iter().flat_map(Clone::clone));
        }
        is_open |= !is_blank;
    }
    blanks
}

/// What can be bold around a run of signs.
struct BoldAround {
    /// Words can have begun to be bold before it.
    is_open: bool,
    /// Such words can end after it.
    closes: bool,
}

/// Tells whether two runs are the parts of one blank, and not the ends of words in bold: `__/__` is one, and `__10:30__` isn't.
fn is_in_two_parts(line: &str, one: &Range<usize>, two: &Range<usize>, around: &BoldAround) -> bool {
    let between = &line[one.end..two.start];
    let ends_words = around.is_open && is_word(line[..one.start].chars().next_back());
    let begins_words = around.closes && is_word(line[two.end..].chars().next());
    let is_free = !ends_words && !begins_words;
    let has_figures = between.contains(|letter: char| letter.is_ascii_digit());
    is_free && (!has_figures || between.trim_start().starts_with('/'))
}

fn is_word(letter: Option<char>) -> bool {
    letter.is_some_and(char::is_alphanumeric)
}

/// Returns the runs of a sign in a line that no backslash stands before.
fn runs(line: &str, sign: char) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in line.match_indices(sign) {
        match runs.last_mut() {
            Some(last) if last.end == at => last.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs.retain(|run| !line[..run.start].ends_with('\\'));
    runs
}

/// Tells whether these are the signs between two parts of a day, a time or a sum: “/”, “ - ”, “/20”.
fn is_joint(between: &str) -> bool {
    let signs = between.trim_start_matches(' ');
    let is_sign = |letter: char| "/:.-–".contains(letter);
    signs.starts_with(is_sign)
        && between.len() < 8
        && signs.chars().all(|letter| is_sign(letter) || letter == ' ' || letter.is_ascii_digit())
}

fn is_between_spaces(line: &str, group: &[Range<usize>]) -> bool {
    let [run] = group else { return false };
    let is_end = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
    run.len() == 2 && is_end(line[..run.start].chars().next_back()) && is_end(line[run.end..].chars().next())
}

/// Tells whether neither words nor the signs round them stand beside a run.
fn stands_alone(line: &str, run: &Range<usize>) -> bool {
    let before = line[..run.start].chars().next_back();
    let after = line[run.end..].chars().next();
    before.is_none_or(|letter| letter.is_whitespace() || ":([/|-–£.,".contains(letter))
        && after.is_none_or(|letter| letter.is_whitespace() || ",.;:)]?!/|-–%".contains(letter))
}

/// How far a sum or an address is looked at, in bytes.
const LONGEST: usize = 200;

/// Returns where the stars of a sum are: 4*5*6, 2**3.
fn products(line: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for run in runs(line, '*') {
        let is_digit = |letter: Option<char>| letter.is_some_and(char::is_numeric);
        if !is_digit(line[..run.start].chars().next_back()) || !is_digit(line[run.end..].chars().next()) {
            continue;
        }
        let from = floor_char_boundary(line, run.start.saturating_sub(LONGEST));
        let before = line[from..run.start].split(char::is_whitespace).next_back().unwrap_or_default();
        let after = &line[run.end..floor_char_boundary(line, run.end + LONGEST)];
        let after = after.split(char::is_whitespace).next().unwrap_or_default();
        let has_letters = [before, after].iter().any(|words| words.contains(char::is_alphabetic));
        // In a word that begins with a star, the others can be its other half.
        let is_emphasis = before.trim_start_matches(['(', '£', '>']).starts_with(['*', '_']);
        if !is_emphasis && (run.len() == 1 || run.len() == 2 && !has_letters) {
            found.extend(run);
        }
    }
    found
}

/// Returns the addresses of websites in a line that stand there as they are, and not in the brackets of a link or a tag.
fn addresses(line: &str) -> Vec<Range<usize>> {
    if !line.contains("://") && !line.contains("www.") {
        return Vec::new();
    }
    let found = bare::all(line).into_iter();
    let outside = found.filter(|one| matches!(one.address, BareAddress::Outside(_))).map(|one| one.range);
    // Underscores at the end are part of an address that has others like them.
    let whole = |range: Range<usize>| {
        let has_two = line[range.clone()].contains("__");
        let end = line.len() - line[range.end..].trim_start_matches('_').len();
        range.start..if has_two { end } else { range.end }
    };
    outside.map(whole).collect()
}

/// Tells whether Markdown would take signs out of an address, which stands neither in a link nor in a tag.
fn is_misread(line: &str, address: &Range<usize>) -> bool {
    let words = &line[address.clone()];
    if !words.starts_with("http") || !words.contains("__") {
        return false;
    }
    let before = &line[floor_char_boundary(line, address.start.saturating_sub(LONGEST))..address.start];
    let is_inside = before.ends_with(['<', '"', '\'', '=']) || before.ends_with("](") || before.ends_with("]: ");
    let is_in_words = before.matches('[').count() > before.matches(']').count();
    !is_inside && !is_in_words
}

/// Returns where `mailto:` stands before an address that is written as it is, which is a link without it.
fn schemes(line: &str) -> Vec<Range<usize>> {
    let is_free =
        |at: usize| !line[..at].ends_with(|letter: char| letter.is_alphanumeric() || "(<\"'=:[>".contains(letter));
    let places = line.match_indices("mailto:").map(|(at, scheme)| at..at + scheme.len());
    let is_address = |range: &Range<usize>| {
        let after = &line[range.end..floor_char_boundary(line, range.end + LONGEST)];
        let found = bare::all(after).into_iter().next();
        found.is_some_and(|found| found.range.start == 0 && !after[found.range.end..].starts_with('?'))
    };
    places.filter(|range| is_free(range.start) && is_address(range)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(line: &str) -> String {
        let mut words = line.to_owned();
        for (range, instead) in edits(line).into_iter().rev() {
            words.replace_range(range, &instead);
        }
        words.replace("\\_", "~").replace("\\*", "×")
    }

    #[test]
    fn blanks_and_sums_are_as_they_stand() {
        for (line, read) in [
            ("Date of visit: __/__/____", "Date of visit: ~~/~~/~~~~"),
            ("Time: __:__, __.__ pm", "Time: ~~:~~, ~~.~~ pm"),
            ("__ / __ / ____", "~~ / ~~ / ~~~~"),
            ("Date:__-__-20__ or __/__/20__", "Date:~~-~~-20~~ or ~~/~~/20~~"),
            ("Room __. Bed (__)", "Room ~~. Bed (~~)"),
            ("Name: ______ Date__/__", "Name: ~~~~~~ Date~~/~~"),
            ("_/_/_", "~/~/~"),
            ("__Bold__, __10:30__ and __bold__/__bold__", "__Bold__, __10:30__ and __bold__/__bold__"),
            ("__ both spaces __", "__ both spaces __"),
            ("snake_case_words and _slanted_", "snake_case_words and _slanted_"),
            ("__ __ __", "__ __ __"),
            ("4*5*6 = 120, 10*20cm and *4*5", "4×5×6 = 120, 10×20cm and *4*5"),
            ("2**3**4, **999**1 and 2 * 3", "2××3××4, **999**1 and 2 * 3"),
            ("See https://nhs.uk/__x__.", "See <https://nhs.uk/__x__>."),
            ("[x](https://nhs.uk/__x__) <https://nhs.uk/__x__>", "[x](https://nhs.uk/__x__) <https://nhs.uk/__x__>"),
            ("Write to mailto:pals@nhs.uk.", "Write to pals@nhs.uk."),
            ("[w](mailto:pals@nhs.uk) <mailto:a@nhs.uk>", "[w](mailto:pals@nhs.uk) <mailto:a@nhs.uk>"),
        ] {
            assert_eq!(literal(line), read);
        }
    }
}
