//! Text that isn't finished. Example: `Call [insert number].` What counts as unfinished is in [`gaps`](super::gaps).

use super::shown::{Kind, OPAQUE, Shown};
use super::{Slips, gaps};
use crate::problem::catalogue::placeholders;

pub(super) fn look(shown: &Shown<'_>, slips: &mut Slips<'_, '_>) {
    for block in shown.blocks.iter().filter(|block| block.kind != Kind::IndentedCode) {
        // What was escaped so that it isn't read as HTML is looked at as it is written.
        let printed = shown.printed(&block.range).replace(OPAQUE, "<");
        for gap in gaps::gaps(&printed) {
            let at = block.range.start + gap.at.start..block.range.start + gap.at.end;
            let words = &shown.text[at.clone()];
            slips.tell(at.clone(), |span| placeholders::unfinished_in_text(span, words, gap.severity));
        }
    }
}
