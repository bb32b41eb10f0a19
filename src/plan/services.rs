//! The services that stand round every page: the urgent ones, for the ages of those who read it.

use super::frames::service;
use super::view::{Contact, Said, Service};
use super::voice::Voice;
use crate::model::support::Support;
use crate::model::ward;

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
