//! Whom a page says to call can be reached by everybody who reads it, at home too.
//!
//! Source: `independent_contact.rs` holds the independent contact to more. Examples: a ward's phone that is `ext 4321`, PALS on 999, and
//! a service without a number, an address or a website.

use jiff::civil::Date;

use crate::model::contact::{Contacts, Origin};
use crate::model::phone::Phone;
use crate::problem::Problem;
use crate::problem::catalogue::contacts;
use crate::resolve::{Site, values};

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let settings = &site.pack.settings;
    let shared = settings.shared_contacts().map(|(_, contacts)| contacts);
    let mut problems: Vec<Problem> =
        site.pack.wards.iter().map(|ward| &ward.contacts).chain(shared).flat_map(of_contacts).collect();
    problems.extend(settings.publisher.phone.iter().filter_map(|phone| fault(phone, "the publisher")));
    for service in site.pack.support.iter().flat_map(|support| &support.items) {
        let numbers = [&service.phone, &service.text];
        // A note may lead to whoever connects: another service, or each ward's own number.
        let leads_on = service.note.as_ref().is_some_and(|note| !note.links.is_empty());
        let has_address = service.email.is_some() || service.website.is_some();
        if !has_address && !leads_on && numbers.iter().all(|number| number.is_none()) {
            problems.push(contacts::no_way(service.span, &values::plain(&service.name)));
        }
        let inside = numbers.into_iter().flatten().find(|phone| phone.is_inside());
        problems.extend(inside.map(|phone| contacts::inside_for_some(phone.span, &phone.written())));
    }
    problems
}

/// Returns the problems of a ward's own contacts, or of those of a hospital or the trust.
fn of_contacts(contacts: &Contacts) -> Vec<Problem> {
    let all =
        [("the ward", &contacts.ward), ("the safeguarding team", &contacts.safeguarding), ("PALS", &contacts.pals)];
    // One that a ward has from its hospital or trust is told there.
    let own = all.into_iter().filter_map(|(whose, contact)| Some((whose, contact.as_ref()?)));
    let own = own.filter(|(_, contact)| contact.origin == Origin::Ward);
    own.filter_map(|(whose, contact)| fault(contact.phone.as_ref()?, whose)).collect()
}

fn fault(phone: &Phone, whose: &str) -> Option<Problem> {
    match () {
        () if phone.is_short() => Some(contacts::hardly_its_own(phone.span, phone.number(), whose)),
        () if phone.is_inside() => Some(contacts::inside_for_some(phone.span, &phone.written())),
        () => None,
    }
}
