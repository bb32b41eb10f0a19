//! pack.yaml: what the pack is called, who publishes it, its languages and kinds of ward.

use super::accessibility::Accessibility;
use super::address::{Email, SiteAddress, WebAddress};
use super::ages::Ages;
use super::brand::Brand;
use super::charter_changes::InLanguages;
use super::charter_format::CharterFormat;
use super::contact::{Contacts, Hospital, SharedContacts};
use super::language::Tag;
use super::leaflet_format::LeafletFormat;
use super::nation::Nation;
use super::phone::Phone;
use super::privacy::Privacy;
use super::publish_profile::PublishProfile;
use super::review::ReviewedBase;
use super::young_people::YoungPeople;
use crate::measure::small_numbers::SmallNumbersRule;
use crate::model::read::fields::{FromNode, Reader};
use crate::model::read::single_values::{Id, choice};
use crate::parse::yaml::Node;
use crate::problem::Problem;
use crate::problem::catalogue::yaml;
use crate::span::{FileId, Spanned};
use crate::text::line::Line;
use crate::text::plain;

/// Where the exit link leads when pack.yaml doesn't say: a page that is neutral and the same for everyone
/// (GOV.UK Design System, exit this page).
const QUIET_PLACE_ON_THE_WEB: &str = "https://www.bbc.co.uk/weather";
/// How long a contact counts as checked when pack.yaml doesn't say, in months.
const CONTACT_MONTHS: i64 = 12;

#[derive(Clone, Debug)]
pub struct Settings {
    pub title: InLanguages<Line>,
    pub publisher: Publisher,
    /// Tags of the pack's languages; the first is the one that files without a language in their name are in.
    pub languages: Vec<Spanned<String>>,
    /// The nation whose services its readers can use.
    pub nation: Option<Nation>,
    pub ward_kinds: Vec<WardKind>,
    /// Some kind can't be read, so nobody knows which others there are.
    pub has_broken_kinds: bool,
    /// What wards have that don't give it themselves, and whose hospital doesn't.
    pub contacts: Option<SharedContacts>,
    pub hospitals: Vec<Hospital>,
    pub contacts_checked_within_months: i64,
    /// Which numbers of measures are too small to be shown.
    pub small_numbers: SmallNumbersRule,
    pub quick_exit: String,
    /// The address that the site has on the web, where known: the page for addresses that don't exist needs it, papers have it, and
    /// search engines are told it.
    pub web_address: Option<WebAddress>,
    /// Whether the address of a page is on its papers as a QR code too.
    pub qr_codes: bool,
    /// What its charters are printed as, beside the handout in clear print.
    pub charter_formats: Vec<CharterFormat>,
    /// What its leaflets are printed as, beside clear print on A4.
    pub leaflet_formats: Vec<LeafletFormat>,
    pub brand: Brand,
    /// What the trust tells young people in its own words.
    pub young_people: YoungPeople,
    /// What the trust says of how accessible its copy is.
    pub accessibility: Option<Accessibility>,
    /// What the trust says of the privacy of those who read its copy.
    pub privacy: Option<Privacy>,
    /// The copies of the site that are published, each with where to.
    pub publish_profiles: Vec<PublishProfile>,
    /// When the publisher read the texts that it has from the layers below, and who did: a role.
    pub reviewed_base: Option<ReviewedBase>,
    /// The pack.yaml of each layer below, and who publishes it.
    pub below: Vec<(FileId, Option<String>)>,
}

/// Who answers for the pack.
#[derive(Clone, Debug, Default)]
pub struct Publisher {
    pub name: Option<InLanguages<Line>>,
    pub phone: Option<Phone>,
    pub email: Option<Line>,
    pub website: Option<WebAddress>,
}

/// A kind of ward, such as acute.
#[derive(Clone, Debug)]
pub struct WardKind {
    pub id: Id,
    pub name: InLanguages<Line>,
    /// How old the people on such a ward are; adults, where nothing is said.
    pub ages: Option<Ages>,
}

/// Reports a language listed twice and keeps the first.
fn without_repeats(languages: Vec<Spanned<String>>, problems: &mut Vec<Problem>) -> Vec<Spanned<String>> {
    let mut kept: Vec<Spanned<String>> = Vec::new();
    for language in languages {
        match kept.iter().find(|other| other.value == language.value) {
            Some(first) => problems.push(yaml::duplicate_key(&language, language.span, first.span)),
            None => kept.push(language),
        }
    }
    kept
}

impl Settings {
    pub fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.fields(node, "pack.yaml")?;
        // Reading decides by these two which files there are; here they are only looked at for mistakes.
        let _ = (fields.optional::<Spanned<String>>("extends"), fields.optional::<Spanned<String>>("theme"));
        let title = fields.required("title");
        let publisher = fields.optional("publisher").unwrap_or_default();
        let languages = without_repeats(Tag::read(&mut fields), &mut fields.reader.problems);
        let before = fields.reader.problems.len();
        let nation = Nation::read(&mut fields);
        let ward_kinds = fields.list("ward_kinds");
        let has_broken_kinds = fields.reader.problems.len() > before;
        let (contacts, hospitals) = (fields.optional("contacts"), fields.list("hospitals"));
        let months = fields.optional::<Months>("contacts_checked_within_months").map(|months| months.0);
        let small_numbers: Option<Spanned<String>> = fields.optional("small_numbers");
        let small_numbers = small_numbers
            .and_then(|word| choice(&word, "a rule for small numbers", &SmallNumbersRule::ALL, fields.reader));
        let quick_exit = fields.optional::<QuickExit>("quick_exit");
        let web_address = fields.optional("web_address").map(|SiteAddress(address)| WebAddress(address));
        let qr_codes = fields.optional("qr_codes").unwrap_or(true);
        let charter_formats = CharterFormat::read(&mut fields);
        let leaflet_formats = LeafletFormat::read(&mut fields);
        let brand = fields.optional::<Brand>("brand");
        let young_people = fields.optional("young_people").unwrap_or_default();
        let (accessibility, privacy) = (fields.optional("accessibility"), fields.optional("privacy"));
        let publish_profiles = fields.list("publish_profiles");
        let reviewed_base = fields.optional("reviewed_base");
        fields.finish();
        let english = || vec![Spanned::new("en".to_owned(), node.span)];
        Some(Settings {
            title: title?,
            publisher,
            languages: if languages.is_empty() { english() } else { languages },
            nation,
            ward_kinds,
            has_broken_kinds,
            contacts,
            hospitals,
            contacts_checked_within_months: months.unwrap_or(CONTACT_MONTHS),
            small_numbers: small_numbers.unwrap_or_default(),
            quick_exit: quick_exit.map_or_else(|| QUIET_PLACE_ON_THE_WEB.to_owned(), |exit| exit.0.0.value),
            web_address,
            qr_codes,
            charter_formats,
            leaflet_formats,
            brand: brand.unwrap_or_default(),
            young_people,
            accessibility,
            privacy,
            publish_profiles,
            reviewed_base,
            below: Vec::new(),
        })
    }

    /// Returns the hospital that a ward's `site:` means, by its id or its name.
    pub fn hospital(&self, site: &str) -> Option<&Hospital> {
        let is_it = |hospital: &&Hospital| hospital.id.0.value == site || plain::line(&hospital.name) == site;
        self.hospitals.iter().find(is_it)
    }

    /// Returns the contacts of each hospital and of the trust, with whose they are.
    pub fn shared_contacts(&self) -> impl Iterator<Item = (String, &Contacts)> {
        let hospitals = self.hospitals.iter().map(|hospital| (plain::line(&hospital.name), &hospital.contacts.0));
        hospitals.chain(self.contacts.iter().map(|contacts| ("the trust".to_owned(), &contacts.0)))
    }

    /// Returns the language of files without a language in their name.
    pub fn first_language(&self) -> &str {
        &self.languages[0]
    }
}

/// A number of months that a date can be moved by.
struct Months(i64);

impl FromNode for Months {
    const EXAMPLE: &'static str = "12";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let months = i64::from_node(node, reader)?;
        if !(1..=120).contains(&months) {
            let most = months.clamp(1, 120).to_string();
            reader.wrong_kind(node, "a number of months from 1 to 120", &most);
            return None;
        }
        Some(Months(months))
    }
}

struct QuickExit(WebAddress);

impl FromNode for QuickExit {
    const EXAMPLE: &'static str = "{url: https://www.bbc.co.uk/weather}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "quick_exit", Self::EXAMPLE)?;
        let url = fields.required("url");
        fields.finish();
        Some(QuickExit(url?))
    }
}

impl FromNode for Publisher {
    const EXAMPLE: &'static str = "{name: Your trust}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "the publisher", Self::EXAMPLE)?;
        let publisher = Publisher {
            name: fields.required("name"),
            phone: fields.optional("phone"),
            email: fields.optional("email").map(|Email(line)| line),
            website: fields.optional("website"),
        };
        fields.finish();
        Some(publisher)
    }
}

impl FromNode for WardKind {
    const EXAMPLE: &'static str = "{id: acute, name: Acute ward}";
    fn from_node(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut fields = reader.group(node, "a ward kind", Self::EXAMPLE)?;
        let (id, name) = (fields.required("id"), fields.required("name"));
        let ages = fields.optional("ages");
        fields.finish();
        Some(WardKind { id: id?, name: name?, ages })
    }
}
