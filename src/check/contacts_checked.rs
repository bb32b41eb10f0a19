//! Contacts are looked at again within the pack's period, so that nobody who needs help reaches the wrong place.
//!
//! Source: `contacts_checked_within_months` of pack.yaml. Example: a helpline whose `checked_on:` is two years ago.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::checked::Checked;
use crate::model::contact::{Contact, Origin};
use crate::problem::catalogue::review;
use crate::problem::{Place, Problem};
use crate::resolve::{Site, values};
use crate::span::{Span, Spanned};

pub fn check(site: &Site, as_of: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    let months = site.pack.settings.contacts_checked_within_months;
    let mut look = |span: Span, what: String, checked: Option<&Spanned<Date>>| {
        problems.extend(stale(span, &what, checked, months, as_of));
    };
    let wards = site.pack.wards.iter().map(|ward| (values::plain(&ward.name), &ward.contacts));
    for (whose, contacts) in wards.clone().chain(site.pack.settings.shared_contacts()) {
        // An inherited contact is told once, with its hospital or trust.
        let own = |contact: &Option<Contact>| contact.clone().filter(|contact| contact.origin == Origin::Ward);
        for contact in [&contacts.ward, &contacts.safeguarding, &contacts.pals].into_iter().filter_map(own) {
            if contact.checked.on.is_some() {
                look(contact.span, whose.clone(), contact.checked.on.as_ref());
            }
        }
        // A day that can't be read has been told, and one of which is said where it was seen is counted below.
        if let Some(Contact { span, checked, seen_in, .. }) = own(&contacts.support)
            && (checked.on.is_some() || !checked.is_written && seen_in.is_none())
        {
            look(span, whose, checked.on.as_ref());
        }
    }
    for service in site.pack.support.iter().flat_map(|support| &support.items) {
        let has_number = service.phone.is_some() || service.text.is_some();
        if let Some(on) = service.checked.on.as_ref().filter(|on| has_number || on.value > as_of) {
            look(service.span, values::plain(&service.name), Some(on));
        }
    }
    for resource in site.pack.resources.iter().flat_map(|resources| &resources.items) {
        if let Some(on) = resource.checked.on.as_ref().filter(|on| on.value > as_of) {
            look(on.span, values::plain(&resource.title), Some(on));
        }
    }
    problems.extend(unchecked(site));
    problems
}

/// Returns one note of all services, and of all independent contacts seen somewhere, that nobody of the publisher has called or opened.
fn unchecked(site: &Site) -> Option<Problem> {
    let is_unchecked = |checked: &Checked| checked.on.is_none() && !checked.is_written;
    let support = site.pack.support.iter().find(|support| support.language.is_first());
    let services = support.iter().flat_map(|support| &support.items);
    let services = services.filter(|service| is_unchecked(&service.checked)).count();
    let wards = site.pack.wards.iter().map(|ward| &ward.contacts);
    let all = wards.chain(site.pack.settings.shared_contacts().map(|(_, contacts)| contacts));
    let own = all.filter_map(|contacts| contacts.support.as_ref()).filter(|contact| contact.origin == Origin::Ward);
    let contacts = own.filter(|contact| contact.seen_in.is_some() && is_unchecked(&contact.checked)).count();
    let path = support.and_then(|support| site.paths.get(&support.file)).map_or("support.yaml", String::as_str);
    let publisher = site.pack.settings.publisher.name.as_ref().map(|name| values::plain(name));
    let counted = review::Unchecked { services, contacts };
    (services + contacts > 0).then(|| review::unchecked(Place::Path(path.to_owned()), counted, publisher.as_deref()))
}

/// Returns the problem of a contact last checked on `checked`, if the period has passed.
fn stale(span: Span, what: &str, checked: Option<&Spanned<Date>>, months: i64, as_of: Date) -> Option<Problem> {
    let Some(checked) = checked else { return Some(review::not_checked(span, what, None, months)) };
    if checked.value > as_of {
        return Some(review::in_future(checked.span, "checked", checked.value, as_of));
    }
    let limit = checked.value.checked_add(months.months()).unwrap_or(Date::MAX);
    (limit < as_of).then(|| review::not_checked(checked.span, what, Some(checked.value), months))
}
