//! Lines that nearly begin an item of a list, or a heading: what is certain is made one before the text is read, and the rest would run
//! together with the line above. Examples: `-Ask` as the only one of its kind, `[] Yes`, and `2. Tell` right below a sentence.

use std::ops::Range;

use super::markers::{Begins, Sure, is_bullet, marker, quote_length};
use super::printed::{BREAK, Printed, PrintedBlock, PrintedKind, USED};
use super::{Fix, Placement, Slips};
use crate::problem::Severity;
use crate::problem::catalogue::nearly;

pub(super) fn look(shown: &Printed<'_>, slips: &mut Slips<'_, '_>) {
    let mut last = None;
    let mut above: Option<&PrintedBlock> = None;
    for (place, block) in shown.blocks.iter().enumerate() {
        if block.kind != PrintedKind::Paragraph {
            (last, above) = (None, Some(block));
            continue;
        }
        let lines = shown.lines(block);
        numbered(shown, &lines, (place, last.as_ref()), slips);
        for (number, line) in lines.iter().enumerate() {
            single(shown, (block, above), (&lines, number), slips);
            last = Number::of(shown, line, (place, number)).or(last);
        }
        above = Some(block);
    }
}

/// The number that a line of the text begins with.
struct Number {
    value: u64,
    /// How far in its words stand, behind the signs of quotes.
    width: usize,
    /// The block that the line is in, and which line of it it is.
    block: usize,
    line: usize,
}

impl Number {
    fn of(shown: &Printed<'_>, at: &Range<usize>, (block, line): (usize, usize)) -> Option<Self> {
        let start = shown.whole_lines(at).start;
        let text = &shown.text[start..at.end];
        let marker = marker(text).filter(|marker| marker.begins == Begins::Numbered && marker.sure == Sure::Known)?;
        let digits = text[marker.at..].split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default();
        let width = marker.at + marker.length.min(digits.len() + 5) - quote_length(text);
        Some(Number { value: digits.parse().ok()?, width, block, line })
    }

    /// Tells whether Markdown sees an item in the line: it does in the first of a block.
    fn is_item(&self) -> bool {
        self.line == 0
    }
}

/// Looks at one line by itself, by its number among the lines of its paragraph.
fn single(
    shown: &Printed<'_>,
    (block, above): (&PrintedBlock, Option<&PrintedBlock>),
    (lines, number): (&[Range<usize>], usize),
    slips: &mut Slips<'_, '_>,
) {
    let line = shown.first_word(&lines[number])..lines[number].end;
    let placement = if lines.len() == 1 { Placement::Alone } else { Placement::AmongOthers };
    let words = shown.printed(&line);
    if !shown.begins(line.start) {
        return;
    }
    let at = |length: usize| line.start..line.start + length;
    if words.starts_with('#') {
        return hashes(words, line.clone(), placement, slips);
    }
    if let Some(length) = box_length(words) {
        return tick_box(shown, &line, length, placement, slips);
    }
    let is_lone_bullet = words.chars().next().is_some_and(is_bullet) && words.chars().skip(1).all(char::is_whitespace);
    if is_lone_bullet {
        let next = shown.text[line.end..].trim_start().lines().next().unwrap_or_default();
        return slips.tell(line.clone(), |span| nearly::bullet_alone(span, next));
    }
    let Some(marker) = marker(words).filter(|marker| marker.at == 0) else { return };
    let severity = match marker.begins {
        _ if marker.length == 0 => return,
        _ if marker.sure == Sure::Known || marker.sure == Sure::AmongOthers => return,
        // A dash below words is theirs: “Nobody asked me. – A patient”.
        Begins::Item('–' | '—') if number > 0 || block.is_quoted || is_said_above(shown, above) => return,
        Begins::Item('–' | '—') => Severity::Warning,
        Begins::Item('-') if words.starts_with('+') => Severity::Warning,
        _ => Severity::Error,
    };
    let fix = Fix::new(at(marker.length), marker.instead);
    let sign = words[..marker.length].trim_end().to_owned();
    slips.tell_fix(at(sign.len()), &fix, |span, written| nearly::item(span, severity, &sign, written));
}

/// Tells whether a paragraph is what somebody said, whose name can follow behind a dash.
fn is_said_above(shown: &Printed<'_>, above: Option<&PrintedBlock>) -> bool {
    above.is_some_and(|above| {
        let words = shown.text[above.range.clone()].trim_end_matches(['*', '_']);
        above.is_quoted || words.ends_with(['”', '"', '’', '\'', '»']) || words.starts_with(['*', '_'])
    })
}

/// Returns how long the box to tick is that a line begins with: `[]`, `[ ]`, `[x]`, with words after it.
fn box_length(words: &str) -> Option<usize> {
    let (inner, rest) = words.strip_prefix('[')?.split_once(']')?;
    let is_box = matches!(inner.trim(), "" | "x" | "X" | "✓" | "✔") && inner.len() < 5;
    let begins = rest.trim_start().starts_with(char::is_alphanumeric);
    (is_box && begins && rest.len() > rest.trim_start().len()).then_some(inner.len() + 2)
}

/// A box to tick that Markdown doesn't see as one: it has no space in it, or no hyphen before it.
fn tick_box(shown: &Printed<'_>, line: &Range<usize>, length: usize, placement: Placement, slips: &mut Slips<'_, '_>) {
    let before = &shown.text[shown.whole_lines(line).start..line.start];
    let is_item = !before.trim_matches([' ', '\t', '>']).is_empty();
    let sign = &shown.text[line.start..line.start + length];
    let boxed = if sign.trim_matches(['[', ']', ' ']).is_empty() { "[ ]" } else { "[x]" };
    if is_item && sign == boxed {
        return;
    }
    let severity = match placement {
        Placement::Alone => Severity::Warning,
        Placement::AmongOthers => Severity::Error,
    };
    let instead = if is_item { boxed.to_owned() } else { format!("- {boxed}") };
    let at = line.start..line.start + length;
    let fix = Fix::new(at.clone(), instead);
    slips.tell_fix(at, &fix, |span, written| nearly::item(span, severity, sign, written));
}

fn hashes(words: &str, line: Range<usize>, placement: Placement, slips: &mut Slips<'_, '_>) {
    let rest = words.trim_start_matches('#');
    let count = words.len() - rest.len();
    let is_title = placement == Placement::Alone && rest.len() < 60 && !rest.ends_with(['.', ',', '!', '?']);
    let is_hashtag = count == 1 && !(is_title && rest.starts_with(char::is_uppercase));
    if rest.trim().is_empty() || is_hashtag || count == 1 && !rest.contains(' ') {
        return;
    }
    let space = rest.len() - rest.trim_start().len();
    let fix = Fix::new(line.start..line.start + count + space, "## ");
    slips.tell_fix(line.start..line.start + count, &fix, |span, written| nearly::heading(span, count, written));
}

/// Looks for a numbered list in the middle of a paragraph: Markdown begins one there only with the number 1. `last` is the last number
/// above it that a line begins with. `block` is the place of the paragraph among all.
fn numbered(
    shown: &Printed<'_>,
    lines: &[Range<usize>],
    (block, last): (usize, Option<&Number>),
    slips: &mut Slips<'_, '_>,
) {
    let is_item = |line: &Range<usize>| {
        let words = &shown.mask[shown.first_word(line)..line.end];
        marker(words)
            .is_some_and(|marker| marker.begins == Begins::Numbered && marker.sure == Sure::Known && marker.length < 5)
    };
    let mut items = (1..lines.len()).filter(|number| is_item(&lines[*number]));
    let (Some(first), second) = (items.next(), items.next()) else { return };
    let line = &lines[first];
    let at = shown.first_word(line);
    // After a line end of the author's own the words stand on a line of their own anyway.
    if shown.mask[..line.start].ends_with(BREAK) || !shown.begins(at) {
        return;
    }
    let goes_on = Number::of(shown, line, (block, first))
        .and_then(|number| last.filter(|last| last.value.checked_add(1) == Some(number.value)));
    if let Some(last) = goes_on {
        return interrupted(shown, (&lines[0], block), at..line.end, last, slips);
    }
    let severity = if second.is_some() { Severity::Error } else { Severity::Warning };
    if second.is_some() || begins_anew(shown, &lines[first - 1], line) {
        let fix = shown.line_above(line);
        slips.tell_fix(at..line.end, &fix, |span, _| nearly::list_needs_a_line(span, severity));
    }
}

/// Tells whether one line ends a sentence and the next one begins an item with a capital letter.
fn begins_anew(shown: &Printed<'_>, above: &Range<usize>, line: &Range<usize>) -> bool {
    let words = &shown.mask[shown.first_word(line)..line.end];
    let item = words.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let ended = shown.mask[above.clone()].trim_end_matches([USED, ' ', '\t']).ends_with(['.', ':', '!', '?', ';']);
    ended && item.starts_with(char::is_uppercase)
}

/// Tells of an item that runs together with a paragraph between it and the item before, whose part the paragraph was to be.
fn interrupted(
    shown: &Printed<'_>,
    (paragraph, block): (&Range<usize>, usize),
    at: Range<usize>,
    last: &Number,
    slips: &mut Slips<'_, '_>,
) {
    let start = shown.whole_lines(paragraph).start;
    let written = &shown.text[start..paragraph.end];
    let quote = quote_length(written);
    let words = written[quote..].trim_start();
    let from = start + quote..start + written.len() - words.len();
    let sign = shown.text[at.clone()].split_whitespace().next().unwrap_or_default();
    let problem = |span, _: &str| nearly::list_interrupted(span, sign, words, last.width);
    let is_lines_own = shown.text[from.clone()].trim().is_empty();
    let is_next = last.is_item() && last.block + 1 == block;
    if is_next && is_lines_own {
        slips.tell_fix(at.clone(), &Fix::new(from, " ".repeat(last.width)), problem);
    } else {
        slips.tell(at.clone(), |span| problem(span, ""));
    }
}
