//! What pulldown-cmark says of a stretch of Markdown.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, OffsetIter, Options, Parser, Tag};

use crate::parse::prose::Callout;

/// The events of a stretch of a text, with their places in the whole.
pub(super) struct Events<'a> {
    events: OffsetIter<'a>,
    /// Where the stretch begins.
    start: usize,
}

impl<'a> Events<'a> {
    pub(super) fn of(value: &'a str, range: Range<usize>) -> Self {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_GFM
            | Options::ENABLE_WIKILINKS
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_DEFINITION_LIST;
        let parser = Parser::new_ext(&value[range.clone()], options);
        Events { events: parser.into_offset_iter(), start: range.start }
    }

    /// Returns the lines `[label]: address`, which are no events: their labels and places, in order.
    pub(super) fn definitions(&self) -> Vec<(String, Range<usize>)> {
        let all = self.events.reference_definitions().iter();
        let place = |range: &Range<usize>| range.start + self.start..range.end + self.start;
        let mut all: Vec<_> = all.map(|(label, found)| (label.to_owned(), place(&found.span))).collect();
        all.sort_by_key(|(_, range)| range.start);
        all
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
    match tag {
        Tag::Emphasis
        | Tag::Strong
        | Tag::Strikethrough
        | Tag::Superscript
        | Tag::Subscript
        | Tag::Link { .. }
        | Tag::Image { .. } => false,
        Tag::Paragraph
        | Tag::Heading { .. }
        | Tag::BlockQuote(_)
        | Tag::CodeBlock(_)
        | Tag::HtmlBlock
        | Tag::List(_)
        | Tag::Item
        | Tag::FootnoteDefinition(_)
        | Tag::DefinitionList
        | Tag::DefinitionListTitle
        | Tag::DefinitionListDefinition
        | Tag::Table(_)
        | Tag::TableHead
        | Tag::TableRow
        | Tag::TableCell
        | Tag::MetadataBlock(_) => true,
    }
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
