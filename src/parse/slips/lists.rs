//! Lines that nearly begin an item of a list, or a heading: what is certain is made one before the text is read, and the rest would run
//! together with the line above. Examples: `-Ask` as the only one of its kind, `(1) Ask` and `(2) Tell` below each other.

use std::ops::Range;

use super::markers::{Begins, Sure, is_bullet, marker};
use super::shown::{BREAK, Block, Kind, Shown};
use super::{Fix, Slips};
use crate::problem::Severity;
use crate::problem::catalogue::nearly;

pub(super) fn look(shown: &Shown<'_>, slips: &mut Slips<'_, '_>) {
    for block in shown.blocks.iter().filter(|block| block.kind == Kind::Paragraph) {
        let lines = shown.lines(block);
        numbered(shown, &lines, slips);
        for (number, line) in lines.iter().enumerate() {
            let first = shown.first_word(line);
            single(shown, block, first..line.end, number == 0, lines.len(), slips);
        }
    }
    in_order(shown, slips);
}

/// Looks at one line by itself. `is_first` says that it begins its paragraph, which has `count` lines.
fn single(
    shown: &Shown<'_>,
    block: &Block,
    line: Range<usize>,
    is_first: bool,
    count: usize,
    slips: &mut Slips<'_, '_>,
) {
    let words = shown.printed(&line);
    if !shown.begins(line.start) {
        return;
    }
    let at = |length: usize| line.start..line.start + length;
    if words.starts_with('#') {
        return hashes(words, line.clone(), is_first && count == 1, slips);
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
        Begins::Item('—') => return,
        Begins::Item('–') if !is_first || block.is_quoted => return,
        Begins::Item('–') => Severity::Warning,
        Begins::Item('-') if words.starts_with('+') => Severity::Warning,
        _ => Severity::Error,
    };
    let fix = Fix::new(at(marker.length), marker.instead);
    let sign = words[..marker.length].trim_end().to_owned();
    slips.tell_fix(at(sign.len()), &fix, |span, written| nearly::item(span, severity, &sign, written));
}

fn hashes(words: &str, line: Range<usize>, is_alone: bool, slips: &mut Slips<'_, '_>) {
    let rest = words.trim_start_matches('#');
    let count = words.len() - rest.len();
    let is_title = is_alone && rest.len() < 60 && !rest.ends_with(['.', ',', '!', '?']);
    let is_hashtag = count == 1 && !(is_title && rest.starts_with(char::is_uppercase));
    if rest.trim().is_empty() || is_hashtag || count == 1 && !rest.contains(' ') {
        return;
    }
    let space = rest.len() - rest.trim_start().len();
    let fix = Fix::new(line.start..line.start + count + space, "## ");
    slips.tell_fix(line.start..line.start + count, &fix, |span, written| nearly::heading(span, count, written));
}

/// Looks for a numbered list in the middle of a paragraph: Markdown begins one there only with the number 1.
fn numbered(shown: &Shown<'_>, lines: &[Range<usize>], slips: &mut Slips<'_, '_>) {
    let is_item = |line: &&Range<usize>| {
        let words = &shown.mask[shown.first_word(line)..line.end];
        marker(words)
            .is_some_and(|marker| marker.begins == Begins::Numbered && marker.sure == Sure::Known && marker.length < 5)
    };
    let mut items = lines.iter().skip(1).filter(is_item);
    if let (Some(first), Some(_)) = (items.next(), items.next()) {
        let at = shown.first_word(first);
        // After a line end of the author's own the words stand on a line of their own anyway.
        if shown.mask[..first.start].ends_with(BREAK) {
            return;
        }
        let fix = shown.line_above(first);
        slips.tell_fix(at..first.end, &fix, |span, _| nearly::list_needs_a_line(span));
    }
}

/// A line such as `(1) Ask` or `b) Tell`.
struct Ordered {
    /// 1 for (1), (a) and (i).
    order: usize,
    is_letter: bool,
    /// The sign and the white space after it.
    sign: Range<usize>,
    block: usize,
    is_after_break: bool,
}

/// Looks for lists whose numbers or letters Markdown doesn't know, by two that follow each other.
fn in_order(shown: &Shown<'_>, slips: &mut Slips<'_, '_>) {
    let mut run: Vec<Ordered> = Vec::new();
    for (number, block) in shown.blocks.iter().enumerate() {
        let lines = shown.lines(block);
        let mut is_broken = block.kind != Kind::Paragraph;
        for line in lines {
            let next = ordered(shown, &line, number).filter(|_| !is_broken);
            let Some(next) = next else { continue };
            let follows = run.last().is_some_and(|last| {
                last.order + 1 == next.order && last.is_letter == next.is_letter && number <= last.block + 1
            });
            if !follows {
                tell_run(shown, &std::mem::take(&mut run), slips);
            }
            run.push(next);
            is_broken = false;
        }
    }
    tell_run(shown, &run, slips);
}

fn tell_run(shown: &Shown<'_>, run: &[Ordered], slips: &mut Slips<'_, '_>) {
    let [first, second, ..] = run else { return };
    let runs_together = first.block == second.block && !second.is_after_break;
    let severity = if runs_together { Severity::Error } else { Severity::Warning };
    if first.order != 1 && !runs_together {
        return;
    }
    let last = run.last().map_or(first.sign.end, |last| last.sign.end);
    let (mut words, mut done) = (String::new(), first.sign.start);
    for item in run {
        words.push_str(&format!("{}{}. ", &shown.text[done..item.sign.start], item.order));
        done = item.sign.end;
    }
    let fix = Fix::new(first.sign.start..last, words);
    let sign = shown.text[first.sign.clone()].trim().to_owned();
    let at = first.sign.start..first.sign.start + sign.len();
    slips.tell_fix(at, &fix, |span, _| nearly::numbered(span, severity, &sign, &format!("{}.", first.order)));
}

fn ordered(shown: &Shown<'_>, line: &Range<usize>, block: usize) -> Option<Ordered> {
    let first = shown.first_word(line);
    if !shown.begins(first) {
        return None;
    }
    let words = &shown.mask[first..line.end];
    let inner = words.strip_prefix('(').unwrap_or(words);
    let end = inner.find(|letter: char| !letter.is_ascii_alphanumeric()).filter(|end| (1..=2).contains(end))?;
    let (sign, after) = inner.split_at(end);
    let rest = after.strip_prefix(')').or_else(|| after.strip_prefix('.').filter(|_| inner.len() == words.len()))?;
    let space = rest.len() - rest.trim_start().len();
    let is_letter = sign.chars().all(|letter| letter.is_ascii_lowercase());
    let order = match sign {
        _ if sign.chars().all(|letter| letter.is_ascii_digit()) => sign.parse().ok()?,
        _ if !is_letter || rest.trim().is_empty() => return None,
        one if one.len() == 1 => usize::from(one.as_bytes()[0] - b'a' + 1),
        _ => return None,
    };
    let length = words.len() - rest.len() + space;
    let is_after_break = shown.mask[..line.start].ends_with(BREAK);
    // “1. Ask” is Markdown's own, and “a. m.” is no list.
    let is_known = inner.len() == words.len() && !is_letter;
    (!is_known).then_some(Ordered { order, is_letter, sign: first..first + length, block, is_after_break })
}
