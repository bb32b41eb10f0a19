//! What placeholders stand for: on a ward's pages the ward's own values, elsewhere words such as "your ward".

use crate::model::charter_changes::InLanguages;
use crate::model::phone::Phone;
use crate::model::placeholder::Placeholder;
use crate::model::settings::Settings;
use crate::model::ward::Ward;
use crate::text::line::Line;
use crate::text::prose::PlaceholderUse;

/// Returns the value of a placeholder for a ward, or nothing if its file doesn't say.
pub fn of_ward(placeholder: Placeholder, ward: &Ward, settings: &Settings, language: &str) -> Option<String> {
    let words =
        |said: &InLanguages<Line>| Some(own_words(in_words(said, settings, language), ward, settings, language));
    let contacts = &ward.contacts;
    let support = contacts.support.as_ref();
    match placeholder {
        Placeholder::WardName => words(&ward.name),
        Placeholder::WardSite => words(&ward.site),
        Placeholder::WardKind => Some(kind_words(ward, settings, language)),
        Placeholder::WardQuietPlace => words(ward.quiet_place.as_ref()?),
        Placeholder::SupportOrganisation => words(support?.organisation.as_ref()?),
        Placeholder::SupportHours => words(support?.hours.as_ref()?),
        Placeholder::SupportWebsite => Some(support?.website.as_ref()?.0.value.clone()),
        Placeholder::PalsEmail => Some(own_words(contacts.pals.as_ref()?.email.as_ref()?, ward, settings, language)),
        Placeholder::WardPhone
        | Placeholder::SupportPhone
        | Placeholder::SafeguardingPhone
        | Placeholder::PalsPhone
        | Placeholder::PublisherPhone => phone(placeholder, Some(ward), settings).map(Phone::written),
        Placeholder::PackTitle
        | Placeholder::PublisherName
        | Placeholder::PublisherEmail
        | Placeholder::YoungWhoIsTold
        | Placeholder::YoungParents
        | Placeholder::YoungConsentLaw
        | Placeholder::YoungPictureLaw
        | Placeholder::YoungAdviser
        | Placeholder::Promise => of_pack(placeholder, settings, language),
    }
}

/// Returns the language in which the value of a placeholder is said, for a ward or outside one; nothing for a value that is in none, such
/// as a number.
pub fn language_of<'a>(
    placeholder: Placeholder,
    ward: Option<&'a Ward>,
    settings: &'a Settings,
    language: &'a str,
) -> Option<&'a str> {
    let support = || ward?.contacts.support.as_ref();
    let said = match placeholder {
        Placeholder::WardName => &ward?.name,
        Placeholder::WardSite => &ward?.site,
        Placeholder::WardKind => kind(ward?, settings)?,
        Placeholder::WardQuietPlace => ward?.quiet_place.as_ref()?,
        Placeholder::SupportOrganisation => support()?.organisation.as_ref()?,
        Placeholder::SupportHours => support()?.hours.as_ref()?,
        Placeholder::PackTitle => &settings.title,
        Placeholder::PublisherName => settings.publisher.name.as_ref()?,
        _ => return None,
    };
    Some(said.nearest(language, settings.first_language()).0)
}

/// Returns the value of a placeholder that pack.yaml gives, or nothing for one that only a ward has.
pub fn of_pack(placeholder: Placeholder, settings: &Settings, language: &str) -> Option<String> {
    let words = |said| plain(in_words(said, settings, language));
    let young = &settings.young_people;
    match placeholder {
        Placeholder::PackTitle => Some(words(&settings.title)),
        Placeholder::PublisherName => settings.publisher.name.as_ref().map(words),
        Placeholder::PublisherPhone => phone(placeholder, None, settings).map(Phone::written),
        Placeholder::PublisherEmail => settings.publisher.email.as_ref().map(plain),
        Placeholder::Promise => Some(String::new()),
        Placeholder::YoungWhoIsTold => young.who_is_told.as_ref().map(plain),
        Placeholder::YoungParents => young.parents.as_ref().map(plain),
        Placeholder::YoungConsentLaw => young.consent_law.as_ref().map(plain),
        Placeholder::YoungPictureLaw => young.picture_law.as_ref().map(plain),
        Placeholder::YoungAdviser => young.adviser.as_ref().map(plain),
        _ => None,
    }
}

/// Returns the phone number that a placeholder stands for, for a ward or outside one; nothing for other placeholders.
pub fn phone<'a>(placeholder: Placeholder, ward: Option<&'a Ward>, settings: &'a Settings) -> Option<&'a Phone> {
    let contacts = ward.map(|ward| &ward.contacts);
    let contact = match placeholder {
        Placeholder::WardPhone => contacts?.ward.as_ref()?,
        Placeholder::SupportPhone => contacts?.support.as_ref()?,
        Placeholder::SafeguardingPhone => contacts?.safeguarding.as_ref()?,
        Placeholder::PalsPhone => contacts?.pals.as_ref()?,
        Placeholder::PublisherPhone => return settings.publisher.phone.as_ref(),
        _ => return None,
    };
    contact.phone.as_ref()
}

/// Returns the words of a line that itself stands in a ward's file. Such a line may name the ward and the pack, and no more:
/// values that stand on each other could go in circles.
pub fn own_words(line: &Line, ward: &Ward, settings: &Settings, language: &str) -> String {
    line.fill(|used| match Placeholder::named(&used.name) {
        Some(Placeholder::WardName) => plain(in_words(&ward.name, settings, language)),
        Some(placeholder) => of_pack(placeholder, settings, language).unwrap_or_default(),
        None => String::new(),
    })
}

/// Returns the words of a line without its placeholders.
pub fn plain(line: &Line) -> String {
    line.fill(|_| String::new())
}

/// Returns what pack.yaml or a ward's file says, in a language or in the nearest that it is said in.
pub fn in_words<'a>(said: &'a InLanguages<Line>, settings: &'a Settings, language: &'a str) -> &'a Line {
    said.nearest(language, settings.first_language()).1
}

/// Returns the name of the ward's kind, as pack.yaml gives it.
pub fn kind_words(ward: &Ward, settings: &Settings, language: &str) -> String {
    let named = kind(ward, settings);
    named.map_or_else(|| ward.kind.value.clone(), |name| plain(in_words(name, settings, language)))
}

/// Returns the name of the ward's kind in all languages.
pub fn kind<'a>(ward: &Ward, settings: &'a Settings) -> Option<&'a InLanguages<Line>> {
    let kind = settings.ward_kinds.iter().find(|kind| kind.id.0.value == ward.kind.value);
    kind.map(|kind| &kind.name)
}

/// Returns what a use of a placeholder shows on a ward's page: the value, or the words given for wards without one.
pub fn shown_for_ward(used: &PlaceholderUse, ward: &Ward, settings: &Settings, language: &str) -> String {
    let value = Placeholder::named(&used.name).and_then(|placeholder| of_ward(placeholder, ward, settings, language));
    value.or_else(|| used.fallback().cloned()).unwrap_or_default()
}
