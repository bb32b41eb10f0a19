//! A service that helps: a helpline, an advocate, the police.

use std::sync::Arc;

use jiff::civil::Date;

use super::address::{Email, WebAddress};
use super::fields::{FromNode, Reader};
use super::phone::{Phone, TextNumber};
use super::values::Id;
use crate::parse::line::Line;
use crate::parse::prose::Prose;
use crate::parse::yaml::Node;
use crate::span::{Span, Spanned};

#[derive(Clone, Debug)]
pub struct Support {
    pub id: Id,
    pub span: Span,
    pub name: Line,
    /// Who it is for.
    pub audience: Option<Line>,
    pub phone: Option<Phone>,
    /// A number for text messages.
    pub text: Option<Phone>,
    pub email: Option<Line>,
    pub website: Option<WebAddress>,
    pub hours: Option<Line>,
    pub cost: Option<Line>,
    /// Shown in the help panel of every page.
    pub urgent: bool,
    pub note: Option<Arc<Prose>>,
    /// The page where the contact was seen.
    pub source: Option<WebAddress>,
    pub checked_on: Option<Spanned<Date>>,
    /// A day is written there, whether or not it can be read as one.
    pub is_dated: bool,
}

impl FromNode for Support {
    const EXAMPLE: &'static str = "{id: samaritans, name: Samaritans, phone: '116 123', checked_on: 2026-08-20}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a service", Self::EXAMPLE)?;
        let span = fields.key_span("name").unwrap_or(node.span);
        let (id, name) = (fields.required("id"), fields.required("name"));
        let audience = fields.optional("for");
        let phone = fields.optional("phone");
        let text = fields.optional("text").map(|TextNumber(phone)| phone);
        let email = fields.optional("email").map(|Email(line)| line);
        let website = fields.optional("website");
        let (hours, cost) = (fields.optional("hours"), fields.optional("cost"));
        let urgent = fields.optional("urgent").unwrap_or(false);
        let note = fields.optional("note");
        let source = fields.optional("source");
        let checked_on = fields.optional("checked_on");
        let is_dated = fields.node("checked_on").is_some();
        fields.finish();
        Some(Support {
            id: id?,
            span,
            name: name?,
            audience,
            phone,
            text,
            email,
            website,
            hours,
            cost,
            urgent,
            note,
            source,
            checked_on,
            is_dated,
        })
    }
}
