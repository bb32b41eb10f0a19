//! Every ward names an independent organisation and its phone number, for somebody who can't talk to staff.
//!
//! The number is one that everybody reaches, and at which neither the emergency services nor the ward answer.
//!
//! Source: the Sexual Safety Collaborative's booklet, section 2. Example: a ward whose `contacts: support:` is missing, or is 999.

use jiff::civil::Date;

use crate::model::contact::{Contact, Contacts, Origin};
use crate::problem::Problem;
use crate::problem::catalogue::{contacts, wards};
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
        problems.extend(not_independent(support, contacts));
    }
    problems
}

/// Returns why the number of an independent contact isn't one: everybody's, only for phones inside, or another contact's.
fn not_independent(support: &Contact, contacts: &Contacts) -> Option<Problem> {
    let phone = support.phone.as_ref()?;
    let span = phone.span;
    if phone.is_short() {
        return Some(contacts::nobodys_own(span, phone.number(), "an independent organisation"));
    }
    if phone.is_inside() {
        return Some(contacts::inside_only(span, &phone.written()));
    }
    let others = [("the ward", &contacts.ward), ("the safeguarding team", &contacts.safeguarding)];
    let numbers = others.into_iter().filter_map(|(whose, other)| Some((whose, other.as_ref()?.phone.as_ref()?)));
    let mut same = numbers.filter(|(_, number)| number.is_same_as(phone));
    same.next().map(|(whose, number)| contacts::not_independent(span, whose, number.span))
}
