//! A publication, tool or page outside the pack.

use std::sync::Arc;

use super::address::WebAddress;
use super::audience::Audience;
use super::checked::{Checked, SeenIn};
use crate::model::read::fields::{FromNode, Reader};
use crate::model::read::single_values::{Id, choice};
use crate::parse::yaml::Node;
use crate::span::Spanned;
use crate::text::line::Line;
use crate::text::prose::Prose;

#[derive(Clone, Debug)]
pub struct Resource {
    pub id: Id,
    pub title: Line,
    pub author: Option<Line>,
    pub year: Option<i64>,
    /// What it is: a report, a leaflet … as a word of [`KINDS`].
    pub kind: &'static str,
    pub url: WebAddress,
    /// How large the file is that the address leads to, such as 1.2 MB.
    pub size: Option<Line>,
    pub summary: Option<Arc<Prose>>,
    pub audience: Vec<Audience>,
    /// `free`, `subscription` or `ask`.
    pub access: Option<&'static str>,
    /// What its author lets others do with it, such as a licence.
    pub licence: Option<Line>,
    /// What our words on it come from.
    pub seen_in: Option<SeenIn>,
    pub checked: Checked,
}

/// The words for what a resource is.
pub const KINDS: [(&str, &str); 11] = [
    ("report", "report"),
    ("guidance", "guidance"),
    ("standards", "standards"),
    ("template", "template"),
    ("tool", "tool"),
    ("leaflet", "leaflet"),
    ("video", "video"),
    ("article", "article"),
    ("web-page", "web-page"),
    ("book", "book"),
    ("law", "law"),
];
const ACCESS: [(&str, &str); 3] = [("free", "free"), ("subscription", "subscription"), ("ask", "ask")];

impl FromNode for Resource {
    const EXAMPLE: &'static str = "{id: cqc-2018, title: …, kind: report, url: https://…}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a resource", Self::EXAMPLE)?;
        let (id, title) = (fields.required("id"), fields.required("title"));
        let (author, year) = (fields.optional("author"), fields.optional("year"));
        let word: Option<Spanned<String>> = fields.required("kind");
        let kind = word.and_then(|word| choice(&word, "a kind of resource", &KINDS, fields.reader));
        let (url, size) = (fields.required("url"), fields.optional("size"));
        let summary = fields.optional("summary");
        let audience = Audience::read(&mut fields);
        let word: Option<Spanned<String>> = fields.optional("access");
        let access = word.and_then(|word| choice(&word, "a kind of access", &ACCESS, fields.reader));
        let licence = fields.optional("licence");
        let seen_in = SeenIn::read(&mut fields);
        let checked = Checked::read(&mut fields);
        fields.finish();
        Some(Resource {
            id: id?,
            title: title?,
            author,
            year,
            kind: kind?,
            url: url?,
            size,
            summary,
            audience,
            access,
            licence,
            seen_in,
            checked,
        })
    }
}
