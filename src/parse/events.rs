//! What pulldown-cmark says of a stretch of Markdown.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use pulldown_cmark::{BlockQuoteKind, BrokenLink, CowStr, Event, OffsetIter, Options, Parser, Tag};

use crate::text::prose::Callout;

/// The events of a stretch of a text, with their places in the whole.
pub struct Events<'a> {
    events: OffsetIter<'a, Find<'a>>,
    /// Where the stretch begins.
    start: usize,
}

/// The addresses that lines `[label]: address` give anywhere in a text, by their labels.
pub type Addresses = Rc<HashMap<String, String>>;

/// Finds the address of a link that its own stretch doesn't give.
pub type Find<'a> = Box<dyn FnMut(BrokenLink<'a>) -> Option<(CowStr<'a>, CowStr<'a>)> + 'a>;

impl<'a> Events<'a> {
    /// Returns the events of a stretch; `addresses` are those of the whole text.
    pub fn of(value: &'a str, range: Range<usize>, addresses: Addresses) -> Self {
        Events { events: raw(&value[range.clone()], addresses), start: range.start }
    }

    /// Returns the addresses that the lines `[label]: address` of these stretches give.
    pub fn addresses(value: &'a str, stretches: &[Range<usize>]) -> Addresses {
        let mut all = HashMap::new();
        for range in stretches {
            let events = Events::of(value, range.clone(), Rc::default());
            for (label, found) in events.events.reference_definitions().iter() {
                all.entry(label.to_lowercase()).or_insert_with(|| found.dest.to_string());
            }
        }
        Rc::new(all)
    }

    /// Returns the lines `[label]: address`, which are no events: their labels and places, in order.
    pub fn definitions(&self) -> Vec<(String, Range<usize>)> {
        let all = self.events.reference_definitions().iter();
        let place = |range: &Range<usize>| range.start + self.start..range.end + self.start;
        let mut all: Vec<_> = all.map(|(label, found)| (label.to_owned(), place(&found.span))).collect();
        all.sort_by_key(|(_, range)| range.start);
        all
    }
}

/// Returns the events of a text by itself, given what others give as addresses of links.
pub fn raw<'a>(text: &'a str, addresses: Addresses) -> OffsetIter<'a, Find<'a>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST;
    let find: Find<'a> = Box::new(move |link| {
        let address = addresses.get(&link.reference.to_lowercase())?;
        Some((CowStr::from(address.clone()), CowStr::Borrowed("")))
    });
    Parser::new_with_broken_link_callback(text, options, Some(find)).into_offset_iter()
}

impl<'a> Iterator for Events<'a> {
    type Item = (Event<'a>, Range<usize>);
    fn next(&mut self) -> Option<Self::Item> {
        let (event, range) = self.events.next()?;
        Some((event, range.start + self.start..range.end + self.start))
    }
}

/// Tells whether a tag stands on its own and not in a line.
pub fn is_block(tag: &Tag<'_>) -> bool {
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
pub fn callout(kind: BlockQuoteKind) -> Callout {
    match kind {
        BlockQuoteKind::Note => Callout::Note,
        BlockQuoteKind::Important | BlockQuoteKind::Warning => Callout::Important,
        BlockQuoteKind::Tip => Callout::Do,
        BlockQuoteKind::Caution => Callout::DoNot,
    }
}
