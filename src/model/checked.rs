//! Who called or opened something of others, and where the words on it come from: two facts, since a copy of a page says nothing of
//! whether a number still rings.

use jiff::civil::Date;

use super::address::WebAddress;
use super::kind::Kind;
use super::piece::{ChangeProse, Holds, See};
use crate::model::read::fields::{Fields, FromNode, Reader};
use crate::model::read::single_values::choice;
use crate::parse::yaml::{Node, Value};
use crate::problem::catalogue::fields as problems_of;
use crate::span::{FileId, Spanned};
use crate::text::line::Line;

/// What somebody did to know that a number or a page is right.
pub const HOW: [(&str, &str); 2] = [("called", "called"), ("opened", "opened")];

/// When somebody called a number or opened a page, and who: a role, never a person's name. Empty where nobody did.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    pub on: Option<Spanned<Date>>,
    pub by: Option<Line>,
    /// A word of [`HOW`].
    pub how: Option<&'static str>,
    /// Something is written there, whether or not it can be read.
    pub is_written: bool,
}

impl Checked {
    /// Reads `checked:`, or its short form `checked_on:`. Reports both side by side.
    pub fn read(fields: &mut Fields<'_, '_>) -> Self {
        let is_written = fields.node("checked").is_some() || fields.node("checked_on").is_some();
        let whole = fields.optional::<Checked>("checked");
        let short = fields.optional::<Spanned<Date>>("checked_on");
        if let (Some(span), true) = (fields.key_span("checked_on"), fields.node("checked").is_some()) {
            fields.reader.problems.push(problems_of::short_and_long("checked_on", "checked", span));
        }
        let checked = whole.unwrap_or(Checked { on: short, ..Checked::default() });
        Checked { is_written, ..checked }
    }
}

impl FromNode for Checked {
    const EXAMPLE: &'static str = "{on: 2026-11-01, by: Sexual safety lead}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a check", Self::EXAMPLE)?;
        let (on, by) = (fields.required("on"), fields.optional("by"));
        let word: Option<Spanned<String>> = fields.optional("how");
        let how = word.and_then(|word| choice(&word, "a way to check", &HOW, fields.reader));
        fields.finish();
        Some(Checked { on: Some(on?), by, how, is_written: true })
    }
}

/// Where words come from.
#[derive(Clone, Debug)]
pub struct SeenIn {
    pub source: Option<Source>,
    /// The day of the copy that was read; nothing for one without a day.
    pub dated: Option<Spanned<Date>>,
}

/// A page, or what else words were taken from.
#[derive(Clone, Debug)]
pub enum Source {
    Page(WebAddress),
    Words(Line),
}

impl Holds for Source {
    fn each_piece<'a>(&'a self, see: See<'_, 'a>) {
        match self {
            Source::Page(address) => address.each_piece(see),
            Source::Words(line) => line.each_piece(see),
        }
    }

    fn each_prose(&mut self, _: ChangeProse<'_>) {}
}

impl SeenIn {
    /// Reads `seen_in:`, or its short form `source:`. Reports both side by side.
    pub fn read(fields: &mut Fields<'_, '_>) -> Option<Self> {
        let whole = fields.optional::<SeenIn>("seen_in");
        let short = fields.optional::<WebAddress>("source");
        if let (Some(span), true) = (fields.key_span("source"), fields.node("seen_in").is_some()) {
            fields.reader.problems.push(problems_of::short_and_long("source", "seen_in", span));
        }
        whole.or_else(|| short.map(|page| SeenIn { source: Some(Source::Page(page)), dated: None }))
    }
}

impl FromNode for SeenIn {
    const EXAMPLE: &'static str = "{source: https://www.example.org, dated: 2026-11-01}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "where it was seen", Self::EXAMPLE)?;
        let source = fields.optional("source");
        let is_undated = fields.node("dated").is_some_and(
            |node| matches!(&node.value, Value::Text(word) if word.trim().eq_ignore_ascii_case("undated")),
        );
        let dated = if is_undated { None } else { fields.optional("dated") };
        fields.finish();
        Some(SeenIn { source, dated })
    }
}

impl FromNode for Source {
    const EXAMPLE: &'static str = WebAddress::EXAMPLE;
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let is_page = matches!(&node.value, Value::Text(words) if words.contains("://") || words.starts_with("www."));
        if is_page {
            WebAddress::from_node(node, reader).map(Source::Page)
        } else {
            Line::from_node(node, reader).map(Source::Words)
        }
    }
}

/// Checks by the id of what was checked.
pub type Entries = Vec<(Spanned<String>, Checked)>;

/// checked.yaml: who checked which services and resources, whatever layer these are of. So a check outlives a newer pack below.
#[derive(Clone, Debug)]
pub struct Checks {
    pub file: FileId,
    pub services: Entries,
    pub resources: Entries,
}

impl Checks {
    pub fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        const ENTRY: &str = "{samaritans: {on: 2026-11-01, by: Sexual safety lead}}";
        let file = reader.file;
        let mut fields = reader.group(node, "checked.yaml", "services: …")?;
        let (services, resources) = (fields.map("services", ENTRY), fields.map("resources", ENTRY));
        fields.finish();
        Some(Checks { file, services, resources })
    }

    /// Returns what is said to be checked.
    pub fn names(&self) -> impl Iterator<Item = (Kind, &Spanned<String>)> {
        let services = self.services.iter().map(|(id, _)| (Kind::Support, id));
        services.chain(self.resources.iter().map(|(id, _)| (Kind::Resource, id)))
    }
}
