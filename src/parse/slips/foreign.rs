//! Signs of other programs' Markdown, of wikis and of forums, which are printed here. Examples: `[TOC]`, `==marked==`, `:smile:`, `$x$`.

use std::ops::Range;

use super::printed::{Printed, PrintedBlock, PrintedKind};
use super::{Fix, Slips, forum, near};
use crate::problem::catalogue::nearly;
use crate::problem::{Problem, Severity};

/// Two signs round words, and what they would be here: the sign before, the sign after, what to put round the words, what it is.
const ROUND: [(&str, &str, &str, &str); 8] = [
    ("{++", "++}", "", "words that were added"),
    ("{--", "--}", "", "words that were taken out"),
    ("==", "==", "**", "a highlight"),
    ("++", "++", "", "underlined words"),
    ("||", "||", "", "hidden words"),
    ("%%", "%%", "", "a note"),
    ("'''", "'''", "**", "bold words of a wiki"),
    ("$$", "$$", "", "a formula"),
];

pub(super) fn look(shown: &Printed<'_>, slips: &mut Slips<'_, '_>) {
    for block in shown.blocks.iter().filter(|block| block.kind != PrintedKind::IndentedCode) {
        let bytes = Bytes::of(shown.printed(&block.range));
        contents(shown, block, slips);
        round(shown, block, &bytes, slips);
        if bytes.have(b':') {
            shortcodes(shown, block, slips);
        }
        formulas(shown, block, slips);
        // In braces behind a heading stands its id, and whatever else stands there is told with it.
        if bytes.have(b'{') && !matches!(block.kind, PrintedKind::Heading { .. }) {
            attributes(shown, block, slips);
        }
        admonition(shown, block, slips);
        forum::look(shown, block, slips);
    }
}

/// The bytes that stand in some words. Most words have none of the signs that are looked for, and are gone over this once.
struct Bytes([bool; 256]);

impl Bytes {
    fn of(words: &str) -> Self {
        let mut found = [false; 256];
        words.bytes().for_each(|byte| found[usize::from(byte)] = true);
        Bytes(found)
    }

    fn have(&self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }
}

/// `[TOC]` and the like in a paragraph of its own.
fn contents(shown: &Printed<'_>, block: &PrintedBlock, slips: &mut Slips<'_, '_>) {
    let words = shown.printed(&block.range).trim();
    if !words.starts_with(['[', '{']) {
        return;
    }
    let name = words.trim_matches(['[', ']', '{', '}', '_', '.', ' ', '%']).to_uppercase();
    if matches!(name.as_str(), "TOC" | "TABLE OF CONTENTS" | "CONTENTS" | ":TOC" | "PAGEBREAK" | "NEWPAGE") {
        slips.tell(block.range.clone(), |span| nearly::contents(span, words));
    }
}

fn round(shown: &Printed<'_>, block: &PrintedBlock, bytes: &Bytes, slips: &mut Slips<'_, '_>) {
    let text = &shown.mask[block.range.clone()];
    for (open, close, instead, what) in ROUND.into_iter().filter(|(open, ..)| open.bytes().all(|sign| bytes.have(sign)))
    {
        let mut done = 0;
        while let Some(start) = text[done..].find(open).map(|at| done + at) {
            let inner = start + open.len();
            done = inner;
            let line = near(&text[inner..]).lines().next().unwrap_or_default();
            let is_opening = !text[..start].ends_with(char::is_alphanumeric)
                && line.starts_with(|letter: char| letter.is_alphanumeric() || "“\"'({[".contains(letter));
            let Some(length) = line.find(close).filter(|_| is_opening) else { continue };
            let is_closing = !line[..length].ends_with(char::is_whitespace)
                && !line[length + close.len()..].starts_with(char::is_alphanumeric);
            if is_closing {
                let at = block.range.start + start..block.range.start + inner + length + close.len();
                let words = &shown.text[block.range.start + inner..block.range.start + inner + length];
                let instead = format!("{instead}{words}{instead}");
                let fix = Fix::new(at.clone(), instead.clone());
                slips.tell_fix(at.clone(), &fix, |span, _| nearly::foreign(span, what, &shown.text[at], &instead));
                done = inner + length + close.len();
            }
        }
    }
}

/// `:smile:`, which other programs make a pictogram.
fn shortcodes(shown: &Printed<'_>, block: &PrintedBlock, slips: &mut Slips<'_, '_>) {
    // At the beginning of a paragraph Markdown takes the first colon for the sign of what a word means.
    let is_used = shown.text[..block.range.start].ends_with(':');
    let first = block.range.start - usize::from(is_used);
    let text = &format!("{}{}", if is_used { ":" } else { "" }, &shown.mask[block.range.clone()]);
    let mut done = 0;
    while let Some(start) = text[done..].find(':').map(|at| done + at) {
        done = start + 1;
        let name = &text[done..];
        let length = name
            .find(|letter: char| !letter.is_ascii_lowercase() && !letter.is_ascii_digit() && !"_+-".contains(letter))
            .unwrap_or(name.len());
        let is_name = length > 1
            && (name.starts_with(|letter: char| letter.is_ascii_lowercase()) || name.starts_with(['+', '-']));
        let is_free = !text[..start].ends_with(char::is_alphanumeric)
            && !name[length..].get(1..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        if is_name && is_free && name[length..].starts_with(':') {
            let at = first + start..first + done + length + 1;
            done += length + 1;
            let words = &shown.text[at.clone()];
            slips.tell(at.clone(), |span| nearly::shortcode(span, words));
        }
    }
}

/// `$x^2$`
fn formulas(shown: &Printed<'_>, block: &PrintedBlock, slips: &mut Slips<'_, '_>) {
    let text = &shown.mask[block.range.clone()];
    let mut done = 0;
    while let Some(start) = text[done..].find('$').map(|at| done + at) {
        done = start + 1;
        let rest = near(&text[done..]);
        let Some(length) = rest.find(['$', '\n', ' ']).filter(|length| *length > 0 && rest[*length..].starts_with('$'))
        else {
            continue;
        };
        let inner = &rest[..length];
        let is_price = inner.starts_with(|letter: char| letter.is_ascii_digit()) && !inner.contains(['^', '=', '\\']);
        let is_formula = !is_price
            && !rest[length + 1..].starts_with(char::is_alphanumeric)
            && !text[..start].ends_with(char::is_alphanumeric);
        if is_formula {
            let at = block.range.start + start..block.range.start + done + length + 1;
            done += length + 1;
            let words = &shown.text[at.start + 1..at.end - 1];
            slips.tell(at.clone(), |span| Problem {
                severity: Severity::Warning,
                ..nearly::foreign(span, "a formula", &shown.text[at.clone()], words)
            });
        }
    }
}

/// `{.class}`, `{: .class}` and `{% include %}`.
fn attributes(shown: &Printed<'_>, block: &PrintedBlock, slips: &mut Slips<'_, '_>) {
    let text = &shown.mask[block.range.clone()];
    let begins = ["{.", "{:", "{%", "{#", "{!"];
    for (start, _) in
        text.match_indices('{').filter(|(at, _)| begins.iter().any(|begin| text[*at..].starts_with(begin)))
    {
        let rest = near(&text[start..]);
        let Some(length) = rest.find('}').filter(|length| !rest[..*length].contains('\n')) else { continue };
        let at: Range<usize> = block.range.start + start..block.range.start + start + length + 1;
        let words = &shown.text[at.clone()];
        slips.tell(at.clone(), |span| nearly::attribute(span, words));
    }
}

/// `!!! note`, a box of other programs, and `h2. Heading`, a heading.
fn admonition(shown: &Printed<'_>, block: &PrintedBlock, slips: &mut Slips<'_, '_>) {
    if !shown.printed(&block.range).starts_with(['!', '?', 'h']) {
        return;
    }
    let Some(line) = shown.lines(block).into_iter().next() else { return };
    let words = shown.printed(&line);
    let (sign, rest) = words.split_at(words.find(' ').unwrap_or(words.len()));
    let is_box =
        matches!(sign, "!!!" | "???" | "???+") && rest.trim().starts_with(|letter: char| letter.is_ascii_lowercase());
    let is_heading = sign.len() == 3
        && sign.starts_with('h')
        && sign.ends_with('.')
        && sign[1..2].chars().all(|letter| ('1'..='6').contains(&letter));
    if is_box {
        slips.tell(line, |span| nearly::foreign(span, "a box", words, "> [!NOTE]"));
    } else if is_heading {
        let instead = format!("## {}", rest.trim());
        slips.tell(line, |span| nearly::foreign(span, "a heading", words, &instead));
    }
}
