//! A word that a PDF or Word has broken at the end of a line: its hyphen and a space would be in the middle of it. Example: a line that
//! ends in `consen-` above one that begins with `sual`.

use super::Slips;
use super::printed::{Printed, PrintedKind};
use crate::problem::catalogue::nearly;

/// What follows a hyphen that is meant: “pre- and post-natal”.
const JOINING: [&str; 9] = ["and", "or", "to", "nor", "but", "as", "a", "ac", "neu"];

pub(super) fn look(shown: &Printed<'_>, slips: &mut Slips<'_, '_>) {
    for block in
        shown.blocks.iter().filter(|block| matches!(block.kind, PrintedKind::Paragraph | PrintedKind::Heading { .. }))
    {
        for pair in shown.lines(block).windows(2) {
            let (line, next) = (&pair[0], &pair[1]);
            let Some(words) = shown.mask[line.clone()].trim_end_matches([' ', '\r']).strip_suffix('-') else {
                continue;
            };
            let first = &words[words
                .rfind(|letter: char| !letter.is_alphabetic() && letter != '-')
                .map_or(0, |at| at + words[at..].chars().next().map_or(1, char::len_utf8))..];
            let after = &shown.mask[shown.first_word(next)..next.end];
            let second = &after[..after.find(|letter: char| !letter.is_alphabetic()).unwrap_or(after.len())];
            let is_word = first.ends_with(char::is_alphabetic) && second.starts_with(char::is_lowercase);
            if is_word && !JOINING.contains(&second) {
                let end = line.start + words.len() + 1;
                slips.tell(end - first.len() - 1..end, |span| nearly::broken_word(span, first, second));
            }
        }
    }
}
