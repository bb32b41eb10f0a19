//! Text with markup, as a small tree. Links, placeholders and pictures are numbered, and listed with their places, so that
//! the tree itself is parsed once and never changed, whichever ward it is shown for.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::span::{Span, Spanned};

/// A piece of Markdown.
#[derive(Clone, Debug)]
pub struct Prose {
    pub span: Span,
    pub blocks: Vec<Block>,
    pub placeholders: Vec<PlaceholderUse>,
    pub links: Vec<LinkUse>,
    pub images: Vec<ImageUse>,
    pub passages: Vec<Passage>,
    /// xxh3-128 of the Markdown itself: the tree depends on nothing else.
    pub fingerprint: u128,
    /// What has been worked out from the tree: nothing, for a new one.
    pub known: WorkedOut,
}

/// What is worked out from a text once, when it is first asked for.
#[derive(Clone, Debug, Default)]
pub struct WorkedOut {
    /// The words that search finds the text by.
    pub(super) terms: OnceLock<Terms>,
    /// xxh3-128 of the words without their markup.
    pub(super) said: OnceLock<u128>,
    /// What is written as phone numbers are, as it is written.
    pub(super) numbers: OnceLock<Box<[String]>>,
    /// The first paragraph that claims what it has no source for, once the check of claims has looked.
    pub unsupported_claim: OnceLock<Option<String>>,
}

/// The words of a text.
pub type Terms = FxHashMap<Box<str>, Count>;

/// How often a word stands in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub in_headings: u32,
    pub in_text: u32,
}

/// `{ward.phone}`, `{ward.phone|the ward's number}` or `{ward.phone?}`
#[derive(Clone, Debug)]
pub struct PlaceholderUse {
    pub name: String,
    pub otherwise: Otherwise,
    pub span: Span,
}

/// What is shown where there is no value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Otherwise {
    /// There has to be one.
    Problem,
    /// The words after `|`.
    Words(String),
    /// Nothing: after `?`, the line that the placeholder stands in goes too.
    NoLine,
}

impl PlaceholderUse {
    /// Returns the words for where there is no value, if the author gave any.
    pub fn fallback(&self) -> Option<&String> {
        match &self.otherwise {
            Otherwise::Words(words) => Some(words),
            Otherwise::Problem | Otherwise::NoLine => None,
        }
    }

    /// Tells whether its line is there only with a value.
    pub fn takes_its_line(&self) -> bool {
        self.otherwise == Otherwise::NoLine
    }
}

/// A link, and whether the author gave it words of its own.
#[derive(Clone, Debug)]
pub struct LinkUse {
    pub target: LinkTarget,
    pub has_words: bool,
    pub span: Span,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// `[[kind/id]]`, still a name.
    Reference { kind: String, id: String },
    /// A relative link to a content file.
    File { path: String, fragment: Option<String> },
    /// `#heading` on the same page.
    Heading(String),
    /// An address outside the pack: https, mailto, tel.
    Outside(String),
}

/// Who a passage is for, as its author wrote it. An empty list means everyone.
#[derive(Clone, Debug)]
pub struct Passage {
    pub span: Span,
    pub audience: Vec<Spanned<String>>,
    pub ward_kinds: Vec<Spanned<String>>,
}

/// A picture: its path as written.
#[derive(Clone, Debug)]
pub struct ImageUse {
    pub path: String,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum Block {
    Heading {
        level: u8,
        id: String,
        words: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    /// Words without a paragraph of their own, as in a list whose items follow close on each other.
    Plain(Vec<Inline>),
    List {
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Quote(Vec<Block>),
    Callout {
        kind: Callout,
        blocks: Vec<Block>,
    },
    Table {
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A passage for some readers only.
    Passage {
        passage: usize,
        blocks: Vec<Block>,
    },
    Code(String),
    /// Words and what they mean, as a list.
    Definitions(Vec<Definition>),
    /// The notes at the end of the text, in the order in which it refers to them.
    Footnotes(Vec<Vec<Block>>),
    Rule,
}

/// A word or some words, and each of their meanings.
#[derive(Clone, Debug)]
pub struct Definition {
    pub term: Vec<Inline>,
    pub meanings: Vec<Vec<Block>>,
}

/// A box in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callout {
    Note,
    Important,
    /// What to do, as a list with ticks.
    Do,
    /// What not to do, as a list with crosses.
    DoNot,
}

/// The box of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickBox {
    Ticked,
    ToTick,
}

/// Which of the numbers that lead to a note it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteMention {
    First,
    Again,
}

#[derive(Clone, Debug)]
pub enum Inline {
    Words(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    /// Words that are crossed out: `~~words~~`.
    Struck(Vec<Inline>),
    Code(String),
    LineBreak,
    /// The box of a task: `- [x]`.
    TickBox(TickBox),
    /// A number that leads to a note at the end, counted from 0; the way back leads to its first.
    FootnoteReference {
        note: usize,
        mention: NoteMention,
    },
    Placeholder(usize),
    Link {
        link: usize,
        words: Vec<Inline>,
    },
    /// Words in another language: `[[lang/cy|Croeso]]`.
    Foreign {
        language: String,
        words: Vec<Inline>,
    },
    /// A picture, and the words for it: nothing but words and placeholders.
    Image {
        image: usize,
        alt: Vec<Inline>,
    },
}

/// Returns the words of inline text, without placeholders and markup.
pub fn plain_words(inlines: &[Inline]) -> String {
    let mut words = String::new();
    for inline in inlines {
        match inline {
            Inline::Words(text) | Inline::Code(text) => words.push_str(text),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Struck(inner)
            | Inline::Image { alt: inner, .. }
            | Inline::Link { words: inner, .. }
            | Inline::Foreign { words: inner, .. } => {
                words.push_str(&plain_words(inner));
            }
            Inline::LineBreak => words.push(' '),
            Inline::Placeholder(_) | Inline::TickBox(_) | Inline::FootnoteReference { .. } => {}
        }
    }
    words
}

/// Tells whether there are words, or something that brings some.
pub fn can_be_read(inlines: &[Inline]) -> bool {
    let brings_words = |inline: &Inline| matches!(inline, Inline::Placeholder(_) | Inline::Image { .. });
    !plain_words(inlines).trim().is_empty() || inlines.iter().any(brings_words)
}
