//! A line of hyphens or equals signs right below a sentence: it makes the whole paragraph a heading. Example: a sentence, and below it
//! `---` that was to be a line across the page.

use super::printed::{Printed, PrintedKind};
use super::{Fix, Slips};
use crate::problem::Severity;
use crate::problem::catalogue::nearly;

/// More letters than this are a sentence and no title.
const LONGEST_TITLE: usize = 80;

pub(super) fn look(shown: &Printed<'_>, slips: &mut Slips<'_, '_>) {
    for block in shown.blocks.iter().filter(|block| block.kind == (PrintedKind::Heading { underlined: true })) {
        let lines = shown.lines(block);
        let [words @ .., underline] = lines.as_slice() else { continue };
        let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
        let sign = shown.first_word(underline);
        let line = sign..underline.end;
        let start = shown.text[underline.clone()].find(['-', '=']).map_or(sign, |at| underline.start + at);
        let line = start.min(line.start)..line.end;
        let title = shown.text[first.start..last.end].trim();
        let is_sentence =
            words.len() > 1 || title.ends_with(['.', ',', ';', ':', '!']) || title.chars().count() > LONGEST_TITLE;
        if is_sentence {
            let fix = shown.line_above(underline);
            slips.tell_fix(line, &fix, |span, _| nearly::underlined_sentence(span));
        } else if shown.text[line.clone()].starts_with('-') {
            let fix = Fix::new(first.start..underline.end, format!("## {title}"));
            slips.tell_fix(line, &fix, |span, written| nearly::underlined_title(span, Severity::Warning, written));
        }
    }
}
