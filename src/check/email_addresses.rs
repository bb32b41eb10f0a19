//! Email addresses can be written to: each has an @ and no spaces.
//!
//! Source: readers tap the address. Example: a contact whose `email:` is “ask the ward”.

use jiff::civil::Date;

use crate::model::contact::{Contacts, Origin};
use crate::parse::line::Line;
use crate::problem::Problem;
use crate::problem::catalogue::fields;
use crate::resolve::{Site, values};

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let pack = &site.pack;
    let of_wards = pack.wards.iter().map(|ward| &ward.contacts);
    let shared = pack.settings.shared_contacts().map(|(_, contacts)| contacts);
    // A contact that wards inherit is told once, with its hospital or trust.
    let contacts = of_wards.chain(shared).flat_map(Contacts::iter);
    let contacts =
        contacts.filter(|contact| contact.origin == Origin::Ward).filter_map(|contact| contact.email.as_ref());
    let services = pack.support.iter().flat_map(|support| &support.items).filter_map(|service| service.email.as_ref());
    contacts.chain(services).chain(&pack.settings.publisher.email).filter_map(problem).collect()
}

/// Returns the problem of an address that can't be one. What a placeholder stands for is looked at where it is written.
fn problem(email: &Line) -> Option<Problem> {
    let written = values::plain(email);
    let is_right = !email.placeholders.is_empty() || is_address(&written);
    (!is_right).then(|| fields::bad_email(email.span, &written))
}

fn is_address(written: &str) -> bool {
    let is_one = |(name, host): (&str, &str)| !name.is_empty() && !host.is_empty() && !host.contains('@');
    written.split_once('@').is_some_and(is_one) && !written.contains(char::is_whitespace)
}
