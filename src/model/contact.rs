//! Whom to call: a ward's own contacts, and those of a hospital or trust that its wards inherit.

use super::address::{Email, WebAddress};
use super::charter_changes::InLanguages;
use super::checked::{Checked, SeenIn};
use super::phone::Phone;
use super::piece::{ChangeProse, Holds, See};
use crate::model::read::fields::{Fields, FromNode, Reader};
use crate::model::read::single_values::Id;
use crate::parse::yaml::Node;
use crate::span::Span;
use crate::text::line::Line;

/// Whom to call. Only the independent support is required, of the ward itself or of a hospital or trust it inherits from.
#[derive(Clone, Debug)]
pub struct Contacts {
    /// Where `contacts:` stands, or the ward's name where it is missing.
    pub span: Span,
    pub ward: Option<Contact>,
    pub support: Option<Contact>,
    pub safeguarding: Option<Contact>,
    pub pals: Option<Contact>,
}

/// Whose contact it is: a ward that doesn't give one has its hospital's, or else the trust's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    Ward,
    Hospital,
    Trust,
}

#[derive(Clone, Debug)]
pub struct Contact {
    pub span: Span,
    /// Who gives it.
    pub origin: Origin,
    pub organisation: Option<InLanguages<Line>>,
    pub phone: Option<Phone>,
    pub email: Option<Line>,
    pub hours: Option<InLanguages<Line>>,
    pub website: Option<WebAddress>,
    /// Where the contact was seen.
    pub seen_in: Option<SeenIn>,
    pub checked: Checked,
}

/// A hospital: its wards have the contacts of it that they don't give themselves.
#[derive(Clone, Debug)]
pub struct Hospital {
    pub id: Id,
    pub name: InLanguages<Line>,
    pub contacts: SharedContacts,
}

/// Contacts that many wards have. Staff on a ward aren't among them.
#[derive(Clone, Debug)]
pub struct SharedContacts(pub Contacts);

impl Contacts {
    pub fn none(span: Span) -> Self {
        Contacts { span, ward: None, support: None, safeguarding: None, pals: None }
    }

    /// Returns the contacts that a hospital or a trust can give too.
    fn shared(fields: &mut Fields<'_, '_>) -> Self {
        Contacts {
            span: fields.span,
            ward: None,
            support: contact_at(fields, "support"),
            safeguarding: fields.optional("safeguarding"),
            pals: fields.optional("pals"),
        }
    }

    /// Takes over whole contacts where there are none: half of one and half of another would be nobody's.
    pub fn complete_from(&mut self, shared: &SharedContacts, origin: Origin) {
        let SharedContacts(shared) = shared;
        let take = |own: &mut Option<Contact>, shared: &Option<Contact>| {
            if own.is_none() {
                *own = shared.clone().map(|contact| Contact { origin, ..contact });
            }
        };
        take(&mut self.support, &shared.support);
        take(&mut self.safeguarding, &shared.safeguarding);
        take(&mut self.pals, &shared.pals);
    }

    /// Returns what is said in words, and may be in several languages.
    pub(super) fn lines(&mut self) -> impl Iterator<Item = &mut InLanguages<Line>> {
        let all = [&mut self.ward, &mut self.support, &mut self.safeguarding, &mut self.pals];
        all.into_iter().flatten().flat_map(|contact| contact.organisation.iter_mut().chain(&mut contact.hours))
    }

    pub(super) fn put_first(&mut self, language: &str) {
        self.lines().for_each(|line| line.put_first(language));
    }

    pub fn iter(&self) -> impl Iterator<Item = &Contact> {
        [&self.ward, &self.support, &self.safeguarding, &self.pals].into_iter().flatten()
    }
}

/// Contacts that a ward has from its hospital or its trust are told where those give them.
impl Holds for Contacts {
    fn each_piece<'a>(&'a self, see: See<'_, 'a>) {
        let Contacts { span: _, ward, support, safeguarding, pals } = self;
        let own = [ward, support, safeguarding, pals].into_iter().flatten();
        for contact in own.filter(|contact| contact.origin == Origin::Ward) {
            contact.each_piece(see);
        }
    }

    fn each_prose(&mut self, change: ChangeProse<'_>) {
        let Contacts { span: _, ward, support, safeguarding, pals } = self;
        for contact in [ward, support, safeguarding, pals] {
            contact.each_prose(change);
        }
    }
}

impl Holds for SharedContacts {
    fn each_piece<'a>(&'a self, see: See<'_, 'a>) {
        self.0.each_piece(see);
    }

    fn each_prose(&mut self, change: ChangeProse<'_>) {
        self.0.each_prose(change);
    }
}

impl FromNode for Contacts {
    const EXAMPLE: &'static str = "{support: {organisation: …, phone: …}}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "the contacts", Self::EXAMPLE)?;
        let ward = fields.optional("ward");
        let contacts = Contacts { ward, ..Contacts::shared(&mut fields) };
        fields.finish();
        Some(contacts)
    }
}

/// Reads a contact whose problems should point at its name, since that is what the author sees.
fn contact_at(fields: &mut crate::model::read::fields::Fields<'_, '_>, key: &'static str) -> Option<Contact> {
    // Asked for whether it is there or not: what nobody asks for isn't among the settings that a message offers.
    let contact = fields.optional::<Contact>(key)?;
    Some(Contact { span: fields.key_span(key).unwrap_or(contact.span), ..contact })
}

impl FromNode for Contact {
    const EXAMPLE: &'static str = "{phone: '0808 808 1111'}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a contact", "{organisation: …, phone: '01632 960 002'}")?;
        let contact = Contact {
            span: node.span,
            origin: Origin::Ward,
            organisation: fields.optional("organisation"),
            phone: fields.optional("phone"),
            email: fields.optional("email").map(|Email(line)| line),
            hours: fields.optional("hours"),
            website: fields.optional("website"),
            seen_in: SeenIn::read(&mut fields),
            checked: Checked::read(&mut fields),
        };
        fields.finish();
        Some(contact)
    }
}

impl FromNode for SharedContacts {
    const EXAMPLE: &'static str = "{support: {organisation: …, phone: …}}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "this group of contacts", Self::EXAMPLE)?;
        let contacts = Contacts::shared(&mut fields);
        fields.finish();
        Some(SharedContacts(contacts))
    }
}

impl FromNode for Hospital {
    const EXAMPLE: &'static str = "{id: northgate, name: Northgate Hospital}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a hospital", Self::EXAMPLE)?;
        let (id, name) = (fields.required("id"), fields.required("name"));
        let contacts = fields.optional("contacts").unwrap_or(SharedContacts(Contacts::none(node.span)));
        fields.finish();
        Some(Hospital { id: id?, name: name?, contacts })
    }
}
