//! Every ward names an independent organisation and its phone number, for somebody who can't talk to staff.
//!
//! Source: the Sexual Safety Collaborative's booklet, section 2. Example: a ward whose `contacts: support:` is missing.

use jiff::civil::Date;

use crate::model::contact::Origin;
use crate::problem::Problem;
use crate::problem::catalogue::wards;
use crate::resolve::{Site, values};

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    for ward in site.pack.wards.iter().filter(|ward| ward.contacts.support.is_none()) {
        let name = values::plain(&ward.name);
        problems.push(wards::no_independent_contact(ward.contacts.span, &name, "contacts: support"));
    }
    // A contact that wards inherit is told once, with its hospital or trust.
    let of_wards = site.pack.wards.iter().map(|ward| (values::plain(&ward.name), &ward.contacts));
    for (name, contacts) in of_wards.chain(site.pack.settings.shared_contacts()) {
        let Some(support) = contacts.support.as_ref().filter(|support| support.origin == Origin::Ward) else {
            continue;
        };
        let missing = [("organisation", support.organisation.is_none()), ("phone", support.phone.is_none())];
        for (field, _) in missing.into_iter().filter(|(_, missing)| *missing) {
            problems.push(wards::no_independent_contact(support.span, &name, &format!("contacts: support: {field}")));
        }
    }
    problems
}
