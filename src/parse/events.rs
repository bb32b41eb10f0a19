//! What pulldown-cmark says of a stretch of Markdown.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, OffsetIter, Options, Parser, Tag, TextMergeWithOffset};

use super::prose::Callout;

/// The events of a stretch of a text, with their places in the whole.
pub(super) struct Events<'a> {
    events: TextMergeWithOffset<'a, OffsetIter<'a>>,
    /// Where the stretch begins.
    start: usize,
}

impl<'a> Events<'a> {
    pub(super) fn of(value: &'a str, range: Range<usize>) -> Self {
        let options = Options::ENABLE_TABLES | Options::ENABLE_GFM | Options::ENABLE_WIKILINKS;
        let parser = Parser::new_ext(&value[range.clone()], options);
        Events { events: TextMergeWithOffset::new(parser.into_offset_iter()), start: range.start }
    }
}

impl<'a> Iterator for Events<'a> {
    type Item = (Event<'a>, Range<usize>);
    fn next(&mut self) -> Option<Self::Item> {
        let (event, range) = self.events.next()?;
        Some((event, range.start + self.start..range.end + self.start))
    }
}

/// Tells whether a tag stands on its own and not in a line.
pub(super) fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(tag, Tag::Strong | Tag::Emphasis | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

/// Returns what a box with a word of GitHub's Markdown is here.
pub(super) fn callout(kind: BlockQuoteKind) -> Callout {
    match kind {
        BlockQuoteKind::Note => Callout::Note,
        BlockQuoteKind::Important | BlockQuoteKind::Warning => Callout::Important,
        BlockQuoteKind::Tip => Callout::Do,
        BlockQuoteKind::Caution => Callout::DoNot,
    }
}
