//! The placeholders: a closed list, and what each stands for.

use super::promises::PROMISE;
use crate::model::read::id::is_id;

/// `{ward.name}` and its like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Placeholder {
    WardName,
    WardSite,
    WardKind,
    WardPhone,
    WardQuietPlace,
    SupportOrganisation,
    SupportPhone,
    SupportHours,
    SupportWebsite,
    SafeguardingPhone,
    PalsPhone,
    PalsEmail,
    PackTitle,
    PublisherName,
    PublisherPhone,
    PublisherEmail,
    YoungWhoIsTold,
    YoungParents,
    YoungConsentLaw,
    YoungPictureLaw,
    YoungAdviser,
    /// A promise, whatever its id: it shows nothing, and takes its line away on wards that don't keep it.
    Promise,
}

use Placeholder as P;

/// Each placeholder with its name and the setting its value comes from, as a way through the ward's file or pack.yaml.
const TABLE: [(Placeholder, &str, &str); 21] = [
    (P::WardName, "ward.name", "name"),
    (P::WardSite, "ward.site", "site"),
    (P::WardKind, "ward.kind", "kind"),
    (P::WardPhone, "ward.phone", "contacts: ward: phone"),
    (P::WardQuietPlace, "ward.quiet_place", "quiet_place"),
    (P::SupportOrganisation, "ward.support.organisation", "contacts: support: organisation"),
    (P::SupportPhone, "ward.support.phone", "contacts: support: phone"),
    (P::SupportHours, "ward.support.hours", "contacts: support: hours"),
    (P::SupportWebsite, "ward.support.website", "contacts: support: website"),
    (P::SafeguardingPhone, "ward.safeguarding.phone", "contacts: safeguarding: phone"),
    (P::PalsPhone, "ward.pals.phone", "contacts: pals: phone"),
    (P::PalsEmail, "ward.pals.email", "contacts: pals: email"),
    (P::PackTitle, "pack.title", "title"),
    (P::PublisherName, "pack.publisher.name", "publisher: name"),
    (P::PublisherPhone, "pack.publisher.phone", "publisher: phone"),
    (P::PublisherEmail, "pack.publisher.email", "publisher: email"),
    (P::YoungWhoIsTold, "pack.young_people.who_is_told", "young_people: who_is_told"),
    (P::YoungParents, "pack.young_people.parents", "young_people: parents"),
    (P::YoungConsentLaw, "pack.young_people.consent_law", "young_people: consent_law"),
    (P::YoungPictureLaw, "pack.young_people.picture_law", "young_people: picture_law"),
    (P::YoungAdviser, "pack.young_people.adviser", "young_people: adviser"),
];

impl Placeholder {
    pub fn named(name: &str) -> Option<Placeholder> {
        if name.strip_prefix(PROMISE).is_some_and(is_id) {
            return Some(P::Promise);
        }
        TABLE.iter().find(|(_, known, _)| *known == name).map(|(placeholder, ..)| *placeholder)
    }

    /// Returns the names of all placeholders.
    pub fn names() -> Vec<&'static str> {
        TABLE.iter().map(|(_, name, _)| *name).collect()
    }

    pub fn name(self) -> &'static str {
        TABLE.iter().find(|(known, ..)| *known == self).map_or("", |(_, name, _)| name)
    }

    /// Returns where an author writes the value: `contacts: ward: phone`.
    pub fn setting(self) -> &'static str {
        TABLE.iter().find(|(known, ..)| *known == self).map_or("", |(.., setting)| setting)
    }

    /// Says where the value comes from.
    pub fn comes_from(self) -> String {
        let setting = self.setting();
        match self.name() {
            name if name.starts_with("pack.") => format!("`{setting}` in pack.yaml"),
            "ward.site" => format!("`{setting}` of the ward; the hospital's name, if pack.yaml lists hospitals"),
            _ if self.is_shared() => format!("`{setting}` of the ward, or else of its hospital, or else of the trust"),
            _ => format!("`{setting}` of the ward"),
        }
    }

    /// Tells whether a ward can have the value from its hospital or its trust.
    fn is_shared(self) -> bool {
        self.setting().starts_with("contacts:") && self != P::WardPhone
    }

    /// Tells whether every ward must have the value; its absence is then a problem of its own.
    pub fn is_required(self) -> bool {
        matches!(self, P::Promise | P::WardName | P::WardSite | P::WardKind | P::SupportOrganisation | P::SupportPhone)
    }
}
