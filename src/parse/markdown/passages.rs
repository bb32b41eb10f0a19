//! Passages that are for some readers only: the lines between `::: {audience: staff}` and `:::`.
//!
//! What stands in the braces is written as in front matter. A text is cut at these lines, and each cut is Markdown of its own.

use std::ops::Range;

use super::{DEEPEST, ProseBuilder};
use crate::parse::slips;
use crate::parse::verbatim::Verbatim;
use crate::parse::yaml::{self, Node, Value};
use crate::problem::Problem;
use crate::problem::catalogue::{fields, markdown as markdown_problems, passages as problems_of};
use crate::problem::synonyms;
use crate::span::{Span, Spanned};
use crate::text::prose::{Block, Passage};

/// What begins the lines round a passage.
pub const FENCE: &str = ":::";
/// What a passage can say of its readers.
const KEYS: [&str; 2] = ["audience", "ward_kinds"];

/// A stretch of a text: Markdown, or a line that opens or closes a passage.
enum Stretch {
    Text(Range<usize>),
    /// The line, and where its braces are.
    Open(Range<usize>, Range<usize>),
    Close(Range<usize>),
}

impl Stretch {
    fn text(&self) -> Option<Range<usize>> {
        match self {
            Stretch::Text(range) => Some(range.clone()),
            Stretch::Open(..) | Stretch::Close(_) => None,
        }
    }
}

/// A passage whose end hasn't come yet.
struct OpenPassage {
    passage: usize,
    span: Span,
    blocks: Vec<Block>,
}

/// Returns the blocks of a text with passages. Reports passages that aren't closed, or don't say who they are for.
pub(super) fn blocks(builder: &mut ProseBuilder<'_, '_>, value: &str) -> Vec<Block> {
    let (mut whole, mut open) = (Vec::new(), Vec::<OpenPassage>::new());
    let stretches = stretches(value);
    let texts: Vec<Range<usize>> = stretches.iter().filter_map(Stretch::text).collect();
    builder.know_addresses(&texts);
    for stretch in stretches {
        match stretch {
            Stretch::Text(range) => {
                near_misses(builder, &value[range.clone()], range.start);
                builder.inside = open.iter().map(|open| open.passage).collect();
                let blocks = builder.text(range);
                open.last_mut().map_or(&mut whole, |open| &mut open.blocks).extend(blocks);
            }
            Stretch::Open(line, _) if open.len() >= DEEPEST => {
                builder.is_markup(&(line.start..value.len()));
                let span = builder.span(&line);
                builder.problems.push(markdown_problems::too_deep(span, DEEPEST));
                return whole;
            }
            Stretch::Open(line, braces) => {
                builder.is_markup(&line);
                let span = builder.span(&line);
                let passage = read(&value[braces.clone()], span, braces.start - line.start, builder.problems);
                open.push(OpenPassage { passage: builder.passages.len(), span, blocks: Vec::new() });
                builder.passages.push(passage);
            }
            Stretch::Close(line) => match open.pop() {
                Some(passage) => close(passage, &mut open, &mut whole),
                None => {
                    let span = builder.span(&line);
                    builder.problems.push(problems_of::nothing_to_close(span));
                }
            },
        }
    }
    while let Some(passage) = open.pop() {
        builder.problems.push(problems_of::not_closed(passage.span));
        close(passage, &mut open, &mut whole);
    }
    whole
}

/// Reports what looks like the beginning of a passage and isn't one, be it in a box, in code or with a colon too few: its words would
/// be shown to everyone. So are the slips of Markdown told. The text starts `start` bytes into the whole.
pub(super) fn near_misses(builder: &mut ProseBuilder<'_, '_>, text: &str, start: usize) {
    slips::look(text, start, &builder.addresses, &builder.locator, builder.problems);
    for (at, _) in text.match_indices('{') {
        let rest = &text[at..];
        let word = rest[1..].trim_start().trim_start_matches(['"', '\'']);
        let is_key = |key: &str| {
            let after = word.get(key.len()..).unwrap_or_default().trim_start_matches(['"', '\'', ' ']);
            after.starts_with([':', '=']) && word[..key.len()].eq_ignore_ascii_case(key)
        };
        if KEYS.iter().any(|key| is_key(key)) {
            let end = rest.find(['}', '\n']).map_or(rest.len(), |end| end + 1);
            let span = builder.span(&(start + at..start + at + end));
            builder.problems.push(problems_of::near_miss(span, rest[..end].trim_end()));
        }
    }
}

/// Ends a passage: it becomes a block of the passage round it, or of the whole text.
fn close(OpenPassage { passage, blocks, .. }: OpenPassage, open: &mut [OpenPassage], whole: &mut Vec<Block>) {
    open.last_mut().map_or(whole, |open| &mut open.blocks).push(Block::Passage { passage, blocks });
}

/// Cuts a text at the lines round passages. Those inside code are part of it.
fn stretches(value: &str) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let (mut start, mut at, mut verbatim) = (0, 0, Verbatim::default());
    for line in value.split_inclusive('\n') {
        let words = line.trim();
        let is_code = verbatim.holds(words);
        let rest = words.strip_prefix(FENCE).map(|rest| rest.trim_start_matches(':').trim());
        if let Some(rest) = rest.filter(|_| !is_code) {
            stretches.push(Stretch::Text(start..at));
            let from = at + line.len() - line.trim_start().len();
            let range = from..from + words.len();
            stretches.push(match rest {
                "" => Stretch::Close(range),
                rest => Stretch::Open(range.clone(), range.end - rest.len()..range.end),
            });
            start = at + line.len();
        }
        at += line.len();
    }
    stretches.push(Stretch::Text(start..value.len()));
    stretches
}

/// Reads what stands in the braces, which are `shift` bytes into the line at `span`.
fn read(braces: &str, span: Span, shift: usize, problems: &mut Vec<Problem>) -> Passage {
    let mut passage = Passage { span, audience: Vec::new(), ward_kinds: Vec::new() };
    let before = problems.len();
    let is_braced = braces.starts_with('{') && braces.ends_with('}');
    let tree = is_braced.then(|| yaml::tree(span.file, braces, span.start as usize + shift, problems)).flatten();
    if let Some(Node { value: Value::Map(entries), .. }) = tree {
        for (key, node) in &entries {
            match key.name.as_str() {
                "audience" => passage.audience = words(node),
                "ward_kinds" => passage.ward_kinds = words(node),
                name => {
                    problems.push(fields::unknown_key(name, key.span, "a passage", synonyms::key(name, &KEYS), &KEYS));
                }
            }
        }
    }
    if passage.audience.is_empty() && passage.ward_kinds.is_empty() && problems.len() == before {
        problems.push(problems_of::for_nobody(span));
    }
    passage
}

fn words(node: &Node) -> Vec<Spanned<String>> {
    match &node.value {
        Value::List(items) => items.iter().flat_map(words).collect(),
        Value::Text(word) | Value::Number(word) => vec![Spanned::new(word.clone(), node.span)],
        _ => Vec::new(),
    }
}
