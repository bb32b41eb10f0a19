//! Links and pictures that Markdown doesn't see as such, and addresses that can't be right. Examples: `[The form](a form.pdf)`,
//! `[Read] (https://www.nhs.uk)`, `(Read)[https://www.nhs.uk]`, `[Call](tel:01632 960 001)`, `[z][nope]`.

use std::ops::Range;

use super::printed::{BREAK, Printed};
use super::web::{is_address, is_empty, mended, written};
use super::{Fix, NEAR, Slips};
use crate::problem::catalogue::nearly_links as problems_of;
use crate::span::floor_char_boundary;

pub(super) fn look(shown: &Printed<'_>, slips: &mut Slips<'_, '_>) {
    for block in &shown.blocks {
        for (at, letter) in
            shown.mask[block.range.clone()].char_indices().filter(|(_, letter)| "])<![".contains(*letter))
        {
            let at = block.range.start + at;
            let start = block.range.start.max(floor_char_boundary(shown.text, at.saturating_sub(NEAR)));
            let end = block.range.end.min(floor_char_boundary(shown.text, at + NEAR));
            one(shown, at, letter, &(start..end), slips);
        }
    }
    for link in &shown.links {
        if is_empty(&link.address) {
            let words = &shown.text[link.range.clone()];
            slips.tell(link.range.clone(), |span| problems_of::address_missing(span, words, &link.address));
        } else if let Some(better) = mended(&link.address) {
            let fixed = shown.text[link.range.clone()].replacen(&link.address, &better, 1);
            let fix = Fix::new(link.range.clone(), fixed);
            slips.tell_fix(link.range.clone(), &fix, |span, _| problems_of::address(span, &link.address, &better));
        }
    }
}

/// Looks at one bracket that is printed, at `at`; nothing outside of `near` can belong to it.
fn one(shown: &Printed<'_>, at: usize, letter: char, near: &Range<usize>, slips: &mut Slips<'_, '_>) {
    let after = &shown.mask[at + 1..near.end];
    let rest = &shown.text[at + 1..near.end];
    match letter {
        ']' if after.starts_with('(') => inline(shown, at, at + 2, near, slips),
        ']' if after.starts_with('[') => reference(shown, at, near, slips),
        ']' => {
            let inner = rest.trim_start_matches([' ', '\n', '\t']);
            let space = rest.len() - inner.len();
            if with_bar(shown, at, near, slips) {
                return;
            }
            let opening = inner.chars().next().filter(|letter| "({<".contains(*letter) || space == 0 && *letter == 'h');
            let address = inner.trim_start_matches(['(', '{', '<']);
            if opening.is_some()
                && !rest[..space].contains("\n\n")
                && !after.contains(BREAK)
                && is_address(first_part(address))
            {
                inline(shown, at, near.end - address.len(), near, slips);
            }
        }
        ')' if after.starts_with('[') && is_address(first_part(&rest[1..])) => swapped(shown, at, near, slips),
        '<' => pointed(shown, at, near, slips),
        '!' if after.starts_with('[') => without_file(shown, at, near, slips),
        _ => {}
    }
}

/// Returns what stands up to the end of the brackets round it.
fn first_part(words: &str) -> &str {
    words[..words.find([')', ']', '}', '>', '\n']).unwrap_or(words.len())].trim()
}

/// Finds the bracket that a `]` or `)` at `at` closes.
fn opening(shown: &Printed<'_>, at: usize, near: &Range<usize>, open: char, close: char) -> Option<usize> {
    let mut depth = 0;
    for (place, letter) in shown.mask[near.start..at].char_indices().rev() {
        match letter {
            _ if letter == open && depth == 0 => return Some(near.start + place),
            _ if letter == open => depth -= 1,
            _ if letter == close => depth += 1,
            _ => {}
        }
    }
    None
}

/// Words in square brackets, and an address that begins at `address` and isn't seen as one.
fn inline(shown: &Printed<'_>, close: usize, address: usize, near: &Range<usize>, slips: &mut Slips<'_, '_>) {
    let Some(open) = opening(shown, close, near, '[', ']') else {
        return slips.tell(close..close + 1, problems_of::link_unclear);
    };
    // A note's number inside is what makes it no link, and told as such.
    if shown.text[open..close].contains("[^") {
        return;
    }
    let open = if shown.text[..open].ends_with('!') { open - 1 } else { open };
    let line = &shown.text[address..near.end];
    let line = &line[..line.find('\n').unwrap_or(line.len())];
    let (length, closing) = match closing(line) {
        Some(at) => (at, 1),
        None => (line.find(char::is_whitespace).unwrap_or(line.len()), 0),
    };
    let (inner, title) = split_title(line[..length].trim_end_matches(['.', ',', '>', '}']));
    let until = address + if closing == 1 { length + 1 } else { inner.len() };
    let link = format!("{}({}{title})", &shown.text[open..=close], written(inner));
    tell(open..until, &link, slips);
}

/// Tells of a link that is to be written in the place of `at`, if it is one then.
fn tell(at: Range<usize>, link: &str, slips: &mut Slips<'_, '_>) {
    let then = Printed::of(link);
    let is_one = then.links.len() + then.pictures.len() > 0 && !then.mask.contains(['[', ']', '(', ')', '<']);
    if is_one {
        slips.tell_fix(at.clone(), &Fix::new(at, link), |span, _| problems_of::link(span, link));
    } else {
        slips.tell(at, problems_of::link_unclear);
    }
}

/// Finds the round bracket that closes an address; those of the address itself come in pairs.
fn closing(line: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, letter) in line.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    line.find([')', '}', '>'])
}

/// Splits the title off an address, whatever quotes it has, and returns it in straight ones.
fn split_title(inner: &str) -> (&str, String) {
    let Some((address, title)) =
        inner.split_once([' ']).filter(|(_, title)| title.trim_start().starts_with(['“', '”', '"', '‘', '\'']))
    else {
        return (inner, String::new());
    };
    let title = title.trim().trim_matches(['“', '”', '"', '‘', '’', '\'']).replace('"', "'");
    (address, format!(" \"{title}\""))
}

/// `[words|address]` and `[address|words]`, as wikis have links. Returns whether it is one.
fn with_bar(shown: &Printed<'_>, close: usize, near: &Range<usize>, slips: &mut Slips<'_, '_>) -> bool {
    if !shown.text[near.start..close].contains('|') {
        return false;
    }
    let Some(open) = opening(shown, close, near, '[', ']') else { return false };
    let Some((first, second)) = shown.text[open + 1..close].split_once('|') else { return false };
    let is_web = |words: &str| ["http", "www.", "mailto:", "tel:"].iter().any(|start| words.trim().starts_with(start));
    let (words, address) = match (is_web(first), is_web(second)) {
        (false, true) => (first, second),
        (true, false) => (second, first),
        _ => return false,
    };
    if !shown.text[..open].ends_with('[') {
        tell(open..close + 1, &format!("[{}]({})", words.trim(), written(address)), slips);
    }
    true
}

/// `[words][label]` without an address for the label.
fn reference(shown: &Printed<'_>, close: usize, near: &Range<usize>, slips: &mut Slips<'_, '_>) {
    let Some(open) = opening(shown, close, near, '[', ']') else { return };
    let words = &shown.text[open..=close];
    let label = &shown.text[close + 1..near.end];
    let Some(length) = label.find(']').map(|at| at + 1) else { return };
    let inner = &label[1..length - 1];
    let is_note = words.starts_with("[^") || inner.starts_with('^') || inner.contains('\n');
    if !is_note {
        let at = open..close + 1 + length;
        if is_address(inner) {
            return tell(at, &format!("{words}({})", written(inner)), slips);
        }
        slips.tell(at, |span| problems_of::link_without_address(span, words, inner));
    }
}

/// `(words)[address]`
fn swapped(shown: &Printed<'_>, close: usize, near: &Range<usize>, slips: &mut Slips<'_, '_>) {
    let Some(open) = opening(shown, close, near, '(', ')') else { return };
    let rest = &shown.text[close + 2..near.end];
    let Some(length) = rest.find(']') else { return };
    let link = format!("[{}]({})", &shown.text[open + 1..close], written(&rest[..length]));
    tell(open..close + 3 + length, &link, slips);
}

/// `<www.example.org>` or `<https://example.org/a b>`
fn pointed(shown: &Printed<'_>, at: usize, near: &Range<usize>, slips: &mut Slips<'_, '_>) {
    let rest = &shown.text[at + 1..near.end];
    if !["http", "HTTP", "Http", "www.", "WWW.", "Www."].iter().any(|start| rest.starts_with(start)) {
        return;
    }
    let Some(length) = rest.find('>').filter(|length| !rest[..*length].contains('\n')) else { return };
    if is_address(&rest[..length]) {
        tell(at..at + length + 2, &format!("<{}>", written(&rest[..length])), slips);
    }
}

/// `![words]` without a file.
fn without_file(shown: &Printed<'_>, at: usize, near: &Range<usize>, slips: &mut Slips<'_, '_>) {
    let rest = &shown.text[at + 2..near.end];
    let is_box = |inner: &str| inner.trim_start().starts_with('!');
    let Some(length) = rest.find(']').filter(|length| !rest[..*length].contains('\n') && !is_box(&rest[..*length]))
    else {
        return;
    };
    if !rest[length + 1..].trim_start().starts_with(['(', '[', '{']) {
        let range: Range<usize> = at..at + length + 3;
        let words = &rest[..length];
        slips.tell(range, |span| problems_of::picture_without_file(span, words));
    }
}
