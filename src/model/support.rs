//! A service that helps: a helpline, an advocate, the police.

use std::sync::Arc;

use super::address::{Email, WebAddress};
use super::ages::Ages;
use super::charter_changes::InLanguages;
use super::checked::{Checked, SeenIn};
use super::nation::Nation;
use super::phone::{Phone, TextNumber};
use crate::model::read::fields::{FromNode, Reader};
use crate::model::read::single_values::Id;
use crate::parse::yaml::Node;
use crate::span::Span;
use crate::text::line::Line;
use crate::text::prose::Prose;

#[derive(Clone, Debug)]
pub struct Support {
    pub id: Id,
    pub span: Span,
    pub name: InLanguages<Line>,
    /// Who it is for.
    pub audience: Option<InLanguages<Line>>,
    /// How old those are whom it takes; everyone, where nothing is said.
    pub ages: Option<Ages>,
    /// Where it is there; none means in every nation.
    pub nations: Vec<Nation>,
    pub phone: Option<Phone>,
    /// A number for text messages.
    pub text: Option<Phone>,
    pub email: Option<Line>,
    pub website: Option<WebAddress>,
    pub hours: Option<InLanguages<Line>>,
    pub cost: Option<InLanguages<Line>>,
    /// Shown in the help panel of every page.
    pub urgent: bool,
    pub note: Option<InLanguages<Arc<Prose>>>,
    /// Where the contact was seen.
    pub seen_in: Option<SeenIn>,
    pub checked: Checked,
}

impl Support {
    /// Takes over what isn't words from the same service in another language: a number that changes is changed once.
    pub fn complete_from(&mut self, original: &Support) {
        let Support { ages, phone, text, email, website, urgent, seen_in, checked, .. } = self;
        if phone.is_none() && text.is_none() && email.is_none() && website.is_none() {
            (*phone, *text) = (original.phone.clone(), original.text.clone());
            (*email, *website) = (original.email.clone(), original.website.clone());
        }
        *urgent |= original.urgent;
        *ages = ages.take().or_else(|| original.ages.clone());
        *seen_in = seen_in.take().or_else(|| original.seen_in.clone());
        if checked.on.is_none() {
            *checked = original.checked.clone();
        }
    }
}

impl FromNode for Support {
    const EXAMPLE: &'static str = "{id: samaritans, name: Samaritans, phone: '116 123'}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a service", Self::EXAMPLE)?;
        let span = fields.key_span("name").unwrap_or(node.span);
        let (id, name) = (fields.required("id"), fields.required("name"));
        let audience = fields.optional("for");
        let (ages, nations) = (fields.optional("ages"), Nation::read_all(&mut fields));
        let phone = fields.optional("phone");
        let text = fields.optional("text").map(|TextNumber(phone)| phone);
        let email = fields.optional("email").map(|Email(line)| line);
        let website = fields.optional("website");
        let (hours, cost) = (fields.optional("hours"), fields.optional("cost"));
        let urgent = fields.optional("urgent").unwrap_or(false);
        let note = fields.optional("note");
        let seen_in = SeenIn::read(&mut fields);
        let checked = Checked::read(&mut fields);
        fields.finish();
        Some(Support {
            id: id?,
            span,
            name: name?,
            audience,
            ages,
            nations,
            phone,
            text,
            email,
            website,
            hours,
            cost,
            urgent,
            note,
            seen_in,
            checked,
        })
    }
}
