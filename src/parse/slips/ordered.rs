//! Lists whose numbers or letters Markdown doesn't know. Examples: `(1) Ask` and `(2) Tell` below each other, `a)` and `b)`, `i.` and
//! `ii.`, `①` and `②`.

use std::ops::Range;

use super::printed::{BREAK, Printed, PrintedKind};
use super::{Fix, Slips};
use crate::problem::Severity;
use crate::problem::catalogue::nearly;

/// What the sign of an item counts as, read as figures, as a letter, and as a Roman number: “i” is the ninth letter and the first number.
type Readings = [Option<usize>; 3];

/// A line such as `(1) Ask` or `b) Tell`.
struct Ordered {
    readings: Readings,
    /// The sign and the white space after it.
    sign: Range<usize>,
    block: usize,
    is_after_break: bool,
    /// Whether it can be the beginning of a name: “A. Smith”.
    is_doubtful: bool,
}

/// Looks for such lists, by two items that follow each other.
pub(super) fn look(shown: &Printed<'_>, slips: &mut Slips<'_, '_>) {
    let mut run: Vec<Ordered> = Vec::new();
    for (number, block) in shown.blocks.iter().enumerate() {
        let mut is_broken = block.kind != PrintedKind::Paragraph;
        for line in shown.lines(block) {
            let next = ordered(shown, &line, number).filter(|_| !is_broken);
            let Some(mut next) = next else { continue };
            let follows = run.last().filter(|last| number <= last.block + 1).and_then(|last| after(last, &next));
            match follows {
                Some(readings) => next.readings = readings,
                None => tell(shown, &std::mem::take(&mut run), slips),
            }
            run.push(next);
            is_broken = false;
        }
    }
    tell(shown, &run, slips);
}

/// Returns what an item counts as if it is the next one in a list.
fn after(last: &Ordered, next: &Ordered) -> Option<Readings> {
    let mut readings = next.readings;
    for (reading, before) in readings.iter_mut().zip(last.readings) {
        *reading = reading.filter(|number| before.is_some_and(|before| before + 1 == *number));
    }
    readings.iter().any(Option::is_some).then_some(readings)
}

/// Tells of the items of a list, if there are two.
fn tell(shown: &Printed<'_>, run: &[Ordered], slips: &mut Slips<'_, '_>) {
    let [first, second, ..] = run else { return };
    let last = run.last().unwrap_or(second);
    // How the last one is read is how all of them are.
    let Some(reading) = last.readings.iter().rposition(Option::is_some) else { return };
    let order = |item: &Ordered| item.readings[reading].unwrap_or_default();
    let runs_together = first.block == second.block && !second.is_after_break;
    if !runs_together && (order(first) != 1 || first.is_doubtful) {
        return;
    }
    let severity = if runs_together && !first.is_doubtful { Severity::Error } else { Severity::Warning };
    let (mut words, mut done) = (String::new(), first.sign.start);
    for item in run {
        words.push_str(&format!("{}{}. ", &shown.text[done..item.sign.start], order(item)));
        done = item.sign.end;
    }
    let fix = Fix::new(first.sign.start..last.sign.end, words);
    let sign = shown.text[first.sign.clone()].trim().to_owned();
    let at = first.sign.start..first.sign.start + sign.len();
    slips.tell_fix(at, &fix, |span, _| nearly::numbered(span, severity, &sign, &format!("{}.", order(first))));
}

fn ordered(shown: &Printed<'_>, line: &Range<usize>, block: usize) -> Option<Ordered> {
    let first = shown.first_word(line);
    if !shown.begins(first) {
        return None;
    }
    let words = &shown.mask[first..line.end];
    let OrderSign { readings, rest, is_doubtful } = circled(words).or_else(|| bracketed(words))?;
    let space = rest.len() - rest.trim_start().len();
    let sign = first..first + words.len() - rest.len() + space;
    let is_after_break = shown.mask[..line.start].ends_with(BREAK);
    (!rest.trim().is_empty()).then_some(Ordered { readings, sign, block, is_after_break, is_doubtful })
}

/// The sign of an item, as it was read.
struct OrderSign<'w> {
    readings: Readings,
    /// What follows it.
    rest: &'w str,
    is_doubtful: bool,
}

/// Reads ① or ❶.
fn circled(words: &str) -> Option<OrderSign<'_>> {
    let sign = words.chars().next()?;
    let number =
        [('①', 20), ('❶', 10), ('➀', 10), ('➊', 10), ('⑴', 20), ('⒈', 20)].into_iter().find_map(|(one, count)| {
            (sign as usize).checked_sub(one as usize).filter(|place| *place < count).map(|place| place + 1)
        })?;
    let rest = &words[sign.len_utf8()..];
    Some(OrderSign { readings: [Some(number), None, None], rest, is_doubtful: false })
}

/// Reads (1), 1), a., II. or 1 –.
fn bracketed(words: &str) -> Option<OrderSign<'_>> {
    let inner = words.strip_prefix('(').unwrap_or(words);
    let is_bare = inner.len() == words.len();
    let end = inner.find(|letter: char| !letter.is_alphanumeric()).filter(|end| (1..=8).contains(end))?;
    let (sign, after) = inner.split_at(end);
    let readings = readings(sign)?;
    let is_figures = readings[0].is_some();
    let is_ascii = sign.is_ascii();
    let of_figures = |signs: &[char]| after.strip_prefix(signs).filter(|_| is_bare && is_figures);
    let rest = (after.strip_prefix(')'))
        .or_else(|| after.strip_prefix('.').filter(|_| is_bare))
        .or_else(|| of_figures(&[':', '/', '۔']).filter(|rest| rest.starts_with(' ')))
        .or_else(|| {
            let spaced = after.trim_start_matches(' ');
            let rest = spaced.strip_prefix(['-', '–', '—']).filter(|_| is_bare && is_figures)?;
            rest.starts_with(' ').then_some(rest).filter(|rest| rest.trim_start().starts_with(char::is_alphabetic))
        })?;
    // “1. Ask” is Markdown's own.
    let is_known = is_bare && is_figures && is_ascii && after.starts_with(['.', ')']);
    let is_doubtful = is_bare && after.starts_with('.') && sign.starts_with(char::is_uppercase);
    (!is_known).then_some(OrderSign { readings, rest, is_doubtful })
}

fn readings(sign: &str) -> Option<Readings> {
    let figures = || sign.chars().try_fold(0, |number, letter| Some(number * 10 + figure(letter)?));
    let letter = sign.chars().next().filter(char::is_ascii_alphabetic).filter(|_| sign.len() == 1);
    let letter = letter.map(|letter| usize::from(letter.to_ascii_lowercase() as u8 - b'a') + 1);
    let short = sign.chars().count() <= 2;
    let readings = [figures().filter(|_| short), letter, roman(sign)];
    readings.iter().any(Option::is_some).then_some(readings)
}

/// Returns the value of a figure, be it of the Latin or of the Arabic script.
fn figure(letter: char) -> Option<usize> {
    let zero = match letter {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        _ => return None,
    };
    Some(letter as usize - zero as usize)
}

/// Returns the value of a Roman number up to 39, in small letters or in capitals.
fn roman(sign: &str) -> Option<usize> {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    if sign != sign.to_ascii_lowercase() && sign != sign.to_ascii_uppercase() {
        return None;
    }
    let lower = sign.to_ascii_lowercase();
    let rest = lower.trim_start_matches('x');
    let (tens, ones) = (lower.len() - rest.len(), ONES.iter().position(|one| *one == rest)?);
    (tens < 4 && tens + ones > 0).then_some(10 * tens + ones)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_every_way_that_they_can_be_meant() {
        assert_eq!(readings("i"), Some([None, Some(9), Some(1)]));
        assert_eq!(readings("xiv"), Some([None, None, Some(14)]));
        assert_eq!(readings("12"), Some([Some(12), None, None]));
        assert_eq!(readings("۲"), Some([Some(2), None, None]));
        for other in ["and", "iI", "iiii", "ward"] {
            assert_eq!(readings(other), None, "{other}");
        }
        assert!(bracketed("1. Ask").is_none() && bracketed("10:30 Ask").is_none() && bracketed("a b").is_none());
        assert!(circled("② Tell").is_some());
    }
}
