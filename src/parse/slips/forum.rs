//! Words of a forum in square brackets, and raised and lowered words between signs. Examples: `[b]bold[/b]`,
//! `[url=https://www.nhs.uk]NHS[/url]`, `H~2~O`, `x^2^`.

use std::ops::Range;

use super::printed::{OPAQUE, Printed, PrintedBlock};
use super::raised::{OffTheLine, figures};
use super::web::written;
use super::{Fix, Slips, near};
use crate::problem::catalogue::nearly;

/// The names of forums' tags, what to put round the words here, and what it is.
const TAGS: [(&str, &str, &str); 18] = [
    ("b", "**", "bold words"),
    ("i", "*", "slanted words"),
    ("u", "", "underlined words"),
    ("s", "~~", "crossed out words"),
    ("em", "*", "slanted words"),
    ("strong", "**", "bold words"),
    ("url", "", "a link"),
    ("link", "", "a link"),
    ("email", "", "a link"),
    ("img", "", "a picture"),
    ("color", "", "coloured words"),
    ("colour", "", "coloured words"),
    ("size", "", "large or small words"),
    ("font", "", "words in another font"),
    ("center", "", "words in the middle"),
    ("quote", "", "a quotation"),
    ("code", "`", "code"),
    ("list", "", "a list"),
];

pub(super) fn look(shown: &Printed<'_>, block: &PrintedBlock, slips: &mut Slips<'_, '_>) {
    let (text, mask) = (&shown.text[block.range.clone()], &shown.mask[block.range.clone()]);
    for (close, _) in mask.match_indices("[/") {
        let Some((name, end)) = name(&mask[close + 2..]) else { continue };
        let Some((tag, round, what)) = TAGS.iter().find(|(tag, ..)| tag.eq_ignore_ascii_case(name)) else { continue };
        let Some((open, inner)) = opening(&mask[..close], &text[..close], tag) else { continue };
        let at = block.range.start + open..block.range.start + close + 2 + end;
        let words = &shown.text[block.range.start + inner..block.range.start + close];
        let value = shown.text[at.start..block.range.start + inner]
            .split_once('=')
            .map(|(_, value)| value.trim_end_matches(']').trim_matches(['"', '\'', ' ']));
        let instead = match (*what, value) {
            ("a link", Some(address)) => format!("[{words}]({})", written(address)),
            ("a picture", _) => format!("![what it tells]({words})"),
            _ => format!("{round}{words}{round}"),
        };
        let what = format!("{what} of a forum");
        let fix = Fix::new(at.clone(), instead.clone());
        slips.tell_fix(at.clone(), &fix, |span, _| nearly::foreign(span, &what, &shown.text[at], &instead));
    }
    raised(shown, block, slips);
}

/// Returns the name that a text begins with, and where the bracket behind it ends.
fn name(text: &str) -> Option<(&str, usize)> {
    let end = text.find(|letter: char| !letter.is_ascii_alphabetic())?;
    (end > 0 && text[end..].starts_with(']')).then_some((&text[..end], end + 1))
}

/// Finds the last opening of a tag in a text: where it begins, and where it ends. Its bracket is printed; an address in it is none of
/// the printed words.
fn opening(mask: &str, text: &str, tag: &str) -> Option<(usize, usize)> {
    let start = mask.len().saturating_sub(super::NEAR);
    let near = mask.char_indices().rev().take_while(|(at, _)| *at >= start);
    near.filter(|(_, letter)| *letter == '[').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let after = rest.get(tag.len()..)?;
        let end = after.find(']')?;
        let is_one = rest[..tag.len()].eq_ignore_ascii_case(tag) && after.starts_with([']', '=']);
        is_one.then_some((at, at + 1 + tag.len() + end + 1))
    })
}

/// `x^2^` and `H~2~O`
fn raised(shown: &Printed<'_>, block: &PrintedBlock, slips: &mut Slips<'_, '_>) {
    let (text, mask) = (&shown.text[block.range.clone()], &shown.mask[block.range.clone()]);
    for (sign, place) in [('^', OffTheLine::Raised), ('~', OffTheLine::Lowered)] {
        let mut done = 0;
        while let Some(open) = text[done..].find(sign).map(|at| done + at) {
            done = open + 1;
            let rest = near(&text[done..]);
            let Some(length) = rest.find(sign).filter(|length| (1..=4).contains(length)) else { continue };
            let words = &rest[..length];
            let is_free = text[..open].ends_with(|letter: char| letter.is_alphanumeric() || letter == ')');
            let is_short = words.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-".contains(letter));
            let has_figures = words.contains(|letter: char| letter.is_ascii_digit() || "+-".contains(letter));
            // Two numbers can have a tilde for “about” each: 5~10 and 15~20.
            let is_meant = place == OffTheLine::Raised
                || has_figures && !text[..open].ends_with(|letter: char| letter.is_ascii_digit());
            if !is_free || !is_short || !is_meant || mask[open..done + length].contains(OPAQUE) {
                continue;
            }
            let at: Range<usize> = block.range.start + open..block.range.start + done + length + 1;
            let instead = figures(words, place).unwrap_or_else(|| words.to_owned());
            let what = match place {
                OffTheLine::Raised => "raised words",
                OffTheLine::Lowered => "lowered words",
            };
            let fix = Fix::new(at.clone(), instead.clone());
            slips.tell_fix(at.clone(), &fix, |span, line| nearly::foreign(span, what, &shown.text[at], line));
            done += length + 1;
        }
    }
}
