//! Stars, underscores, tildes and backticks that are printed: a space is in the wrong place, or the other half is missing. Examples:
//! `**Bold with space **here`, `**Call:**01632`, `in__side__words`. `2 * 3`, `f***`, `*.docx` and “press *, then #” are as they should be.

use std::ops::Range;

use super::printed::{BREAK, OPAQUE, Printed, PrintedBlock, PrintedKind, USED};
use super::{Fix, NEAR, Slips};
use crate::problem::Severity;
use crate::problem::catalogue::nearly;
use crate::span::floor_char_boundary;

/// A run of one sign that is printed.
struct SignRun {
    sign: char,
    at: Range<usize>,
    before: Option<char>,
    after: Option<char>,
}

impl SignRun {
    fn length(&self) -> usize {
        self.at.len()
    }

    /// Tells whether words begin right after it, or end right before it.
    fn is_before_word(&self) -> bool {
        self.after.is_some_and(|letter| !is_space(letter))
    }

    fn is_after_word(&self) -> bool {
        self.before.is_some_and(|letter| !is_space(letter))
    }
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace() || letter == BREAK
}

fn is_word(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| letter.is_alphanumeric() || letter == OPAQUE)
}

pub(super) fn look(shown: &Printed<'_>, slips: &mut Slips<'_, '_>) {
    for block in shown.blocks.iter().filter(|block| block.kind != PrintedKind::IndentedCode) {
        backticks(shown, block, slips);
        for sign in ['*', '_', '~'] {
            let runs: Vec<SignRun> = runs(shown, block, sign).into_iter().filter(is_slip).collect();
            let mut rest = runs.as_slice();
            while let [first, others @ ..] = rest {
                let closing = others.first().filter(|second| are_pair(first, second));
                rest = match closing {
                    Some(second) if pair(shown, first, second, slips) => &others[1..],
                    _ => {
                        alone(shown, first, slips);
                        others
                    }
                };
            }
        }
    }
}

fn runs(shown: &Printed<'_>, block: &PrintedBlock, sign: char) -> Vec<SignRun> {
    let text = &shown.mask[block.range.clone()];
    let mut runs = Vec::new();
    let mut start = 0;
    while let Some(first) = text[start..].find(sign).map(|at| start + at) {
        let end = text[first..].find(|letter| letter != sign).map_or(text.len(), |at| first + at);
        // What Markdown has used up right beside it is part of the words.
        let before = text[..first].chars().next_back();
        let after = text[end..].chars().next();
        let at = block.range.start + first..block.range.start + end;
        let is_in_used = before == Some(USED) && shown.text[..at.start].ends_with(sign);
        if !is_in_used {
            runs.push(SignRun {
                sign,
                at,
                before: before.filter(|letter| *letter != USED || !starts_line(text, first)),
                after,
            });
        }
        start = end;
    }
    runs
}

/// Tells whether only signs of quotes and lists are before a place in its line.
fn starts_line(text: &str, at: usize) -> bool {
    let line = text[..at].rfind(['\n', BREAK]).map_or(0, |newline| newline + 1);
    at - line < 40 && text[line..at].chars().all(|letter| letter == USED || letter == ' ')
}

/// Tells whether a run can be a slip at all.
fn is_slip(run: &SignRun) -> bool {
    let is_in_word = is_word(run.before) && is_word(run.after);
    match (run.sign, run.length()) {
        // A line to write on, and words that are crossed out by their writer: f***.
        ('_', 3..) | ('~', 1 | 3..) => false,
        ('*', 3..) if is_word(run.before) => false,
        // 2 * 3, and 5*3.
        (_, 1) if !run.is_before_word() && !run.is_after_word() => false,
        // The key of a telephone, and names of files: “press *, then #”, *.docx.
        ('*', 1) if !run.is_after_word() && run.after.is_some_and(|letter| ".,;:)?!/".contains(letter)) => false,
        ('*', 1) if run.before.is_some_and(|letter| "(“\"‘'".contains(letter)) && is_closing(run.after) => false,
        ('*', 1) if is_in_word => false,
        ('_', 1) if is_in_word || run.before == Some('_') => false,
        _ => true,
    }
}

fn is_closing(letter: Option<char>) -> bool {
    letter.is_none_or(|letter| is_space(letter) || ".,;:)?!/”\"’'".contains(letter))
}

/// Backticks that are printed: the other half is missing, or they stand for an apostrophe.
fn backticks(shown: &Printed<'_>, block: &PrintedBlock, slips: &mut Slips<'_, '_>) {
    for run in runs(shown, block, '`') {
        let signs = &shown.text[run.at.clone()];
        if is_word(run.before) && run.after.is_some_and(char::is_alphabetic) && run.length() == 1 {
            let fix = Fix::new(run.at.clone(), "’");
            slips.tell_fix(run.at.clone(), &fix, nearly::backtick_as_apostrophe);
        } else if run.is_before_word() || run.is_after_word() {
            let escaped = "\\`".repeat(run.length());
            slips.tell(run.at, |span| nearly::sign_alone(span, Severity::Warning, signs, &escaped));
        }
    }
}

fn are_pair(first: &SignRun, second: &SignRun) -> bool {
    if first.length() != second.length() {
        return false;
    }
    match first.length() {
        1 => first.is_before_word() && !is_word(first.before) && (second.is_after_word() || is_word(second.after)),
        _ => true,
    }
}

/// Reports two runs that were to be round some words; false where they weren't, and each is to be looked at alone.
fn pair(shown: &Printed<'_>, first: &SignRun, second: &SignRun, slips: &mut Slips<'_, '_>) -> bool {
    let inner = &shown.text[first.at.end..second.at.start];
    let words = inner.trim();
    if words.is_empty() || inner.len() > NEAR {
        return false;
    }
    let sign = match (first.sign, first.length()) {
        ('_', length) => "*".repeat(length),
        (sign, length) => sign.to_string().repeat(length),
    };
    let is_spaced = |space: &str| if space.is_empty() { "" } else { " " };
    // Before a full stop and behind a bracket there is none.
    let is_tight = second.after.is_some_and(|letter| ".,;:!?)]”’".contains(letter));
    let is_tight_before = first.before.is_some_and(|letter| "([“‘".contains(letter));
    let start = &inner[..inner.len() - inner.trim_start().len()];
    let end = &inner[inner.trim_end().len()..];
    // A space that stood inside moves out, and words on both sides of a sign get one between them.
    let left = if is_word(first.before) && first.sign != '_' { " " } else { is_spaced(start) };
    let right = if is_word(second.after) && first.sign != '_' { " " } else { is_spaced(end) };
    let (left, right) = (if is_tight_before { "" } else { left }, if is_tight { "" } else { right });
    let left = if first.is_after_word() || left.is_empty() && !is_word(first.before) { left } else { "" };
    let right = if second.is_before_word() || right.is_empty() && !is_word(second.after) { right } else { "" };
    let fixed = format!("{left}{sign}{words}{sign}{right}");
    let at = first.at.start..second.at.end;
    let around = [first.before.unwrap_or(' '), second.after.unwrap_or(' ')]
        .map(|letter| if is_word(Some(letter)) { 'a' } else { letter });
    let then = Printed::of(&format!("{}{fixed}{}", around[0], around[1])).mask;
    if fixed == shown.text[at.clone()] || then.contains(first.sign) || then.contains('*') {
        return false;
    }
    let can_be_blanks = first.sign == '_' && !first.is_before_word() && !first.is_after_word();
    let fix = Fix::new(at.clone(), fixed);
    let problem = if can_be_blanks { nearly::signs_or_blanks } else { nearly::signs };
    slips.tell_fix(at, &fix, |span, written| problem(span, first.sign, written));
    true
}

/// A run without its other half.
fn alone(shown: &Printed<'_>, run: &SignRun, slips: &mut Slips<'_, '_>) {
    let signs = &shown.text[run.at.clone()];
    let is_in_word = is_word(run.before) && is_word(run.after);
    if run.length() > 1 && (is_in_word || !run.is_before_word() && !run.is_after_word()) {
        return;
    }
    let is_item =
        run.sign == '*' && run.length() == 1 && run.before.is_none_or(|letter| letter == '\n' || letter == BREAK);
    if is_item && is_word(run.after) {
        let fix = Fix::new(run.at.clone(), "- ");
        // Below words with a star of their own it is a footnote.
        let above = &shown.mask[floor_char_boundary(&shown.mask, run.at.start.saturating_sub(1000))..run.at.start];
        let is_note = above.match_indices('*').any(|(at, _)| above[..at].ends_with(char::is_alphanumeric));
        let severity = if is_note { Severity::Warning } else { Severity::Error };
        return slips.tell_fix(run.at.clone(), &fix, |span, written| nearly::item(span, severity, "*", written));
    }
    // Behind a word the signs can be those of a footnote.
    let is_note = run.sign == '*' && run.is_after_word() && !run.is_before_word();
    let severity = if run.length() > 1 && !is_note { Severity::Error } else { Severity::Warning };
    let escaped = format!("\\{}", run.sign).repeat(run.length());
    slips.tell(run.at.clone(), |span| nearly::sign_alone(span, severity, signs, &escaped));
}
