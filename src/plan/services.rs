//! The services that stand round every page: the urgent ones, for the ages of those who read it.

use super::url;
use super::view::{Contact, Said, Service};
use super::voice::Voice;
use crate::model::charter_changes::InLanguages;
use crate::model::support::Support;
use crate::model::ward;
use crate::text::line::Line;

/// Returns the urgent services for people on a ward, without those that are among its own contacts already: nobody needs a number twice.
pub fn for_ward(voice: &Voice<'_>, ward: &ward::Ward, own: &[Contact]) -> Vec<Service> {
    let dialled = |contact: &Contact| contact.phone.as_ref().and_then(|phone| phone.dialled.clone());
    let own: Vec<String> = own.iter().filter_map(dialled).collect();
    let is_own = |service: &Service| {
        service.phone.as_ref().is_some_and(|phone| phone.dialled.as_ref().is_some_and(|dialled| own.contains(dialled)))
    };
    let mut services = urgent(voice, voice.shared.settings.ages_of(&ward.kind));
    services.retain(|service| !is_own(service));
    services
}

/// Returns the urgent services, in short, that take people of some ages.
pub fn urgent(voice: &Voice<'_>, (from, to): (u8, Option<u8>)) -> Vec<Service> {
    let services = voice.shared.services(voice.language()).into_iter().filter(|service| service.urgent);
    let services = services.filter(|service| service.ages.as_ref().is_none_or(|ages| ages.meet(from, to)));
    services.map(|one| service(voice, one, None)).collect()
}

/// Returns a service of support.yaml as pages show it. `note_root` is the way from the page to the site's root; without it, the service is
/// one in short: no note, and nothing of who checked it, so that a check changes no other page.
pub fn service(voice: &Voice<'_>, service: &Support, note_root: Option<&str>) -> Service {
    let written_in = voice.shared.language_of(service.id.0.span.file);
    let said = |said: &InLanguages<Line>| voice.said_of(said, written_in);
    let note = note_root.map(|root| voice.said_piece(service.note.as_ref(), written_in, root));
    let (note, note_lang) = note.unwrap_or_default();
    Service {
        id: service.id.0.value.clone(),
        name: if note_root.is_none() {
            name_with_ages(voice, service, said(&service.name))
        } else {
            said(&service.name)
        },
        audience: service.audience.as_ref().map(said),
        phone: voice.phone(service.phone.as_ref()),
        text: voice.phone(service.text.as_ref()),
        email: voice.optional_line(service.email.as_ref()),
        website: service.website.as_ref().map(|website| website.0.value.clone()),
        website_words: service.website.as_ref().map(|website| url::shown(&website.0)),
        hours: service.hours.as_ref().map(said),
        cost: service.cost.as_ref().map(said),
        note,
        note_lang,
        checked: note_root.and_then(|_| voice.checked("contact", &service.checked)),
        unchecked: note_root.and_then(|_| voice.unchecked("contact", &service.checked)),
        seen_in: note_root.and_then(|_| voice.seen_in(service.seen_in.as_ref())),
        urgent: service.urgent,
    }
}

/// Returns the name of a service, with the ages of those whom it takes where these aren't all.
pub fn name_with_ages(voice: &Voice<'_>, service: &Support, name: Said) -> Said {
    let Some(ages) = &service.ages else { return name };
    let of = match (ages.from, ages.to) {
        (0, None) => return name,
        (from, None) => voice.words_with(&["ages", "over"], "{from}", &from.to_string()),
        (0, Some(to)) => voice.words_with(&["ages", "under"], "{to}", &(u16::from(to) + 1).to_string()),
        (from, Some(to)) => {
            voice.words_with(&["ages", "between"], "{from}", &from.to_string()).replace("{to}", &to.to_string())
        }
    };
    Said { words: format!("{} ({of})", name.words), ..name }
}
