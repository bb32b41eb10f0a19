//! Text that isn't finished. Example: `Call [insert number].` What counts as unfinished is in [`gaps`](super::gaps).

use std::borrow::Cow;

use super::printed::{OPAQUE, Printed, PrintedKind};
use super::{Slips, gaps};
use crate::problem::catalogue::placeholders;

pub(super) fn look(shown: &Printed<'_>, slips: &mut Slips<'_, '_>) {
    for block in shown.blocks.iter().filter(|block| block.kind != PrintedKind::IndentedCode) {
        // What was escaped so that it isn't read as HTML is looked at as it is written.
        let mut printed = Cow::Borrowed(shown.printed(&block.range));
        if printed.contains(OPAQUE) {
            printed = Cow::Owned(printed.replace(OPAQUE, "<"));
        }
        for gap in gaps::gaps(&printed) {
            // What is masked is masked byte by byte, so a gap may begin or end inside a letter.
            let is_between = |at: &usize| shown.text.is_char_boundary(*at);
            let (start, end) = (block.range.start + gap.at.start, block.range.start + gap.at.end);
            let start = (0..=start).rev().find(is_between).unwrap_or(start);
            let at = start..(end..).take(4).find(is_between).unwrap_or(shown.text.len());
            let words = &shown.text[at.clone()];
            slips.tell(at.clone(), |span| placeholders::unfinished_in_text(span, words, gap.severity));
        }
    }
}
