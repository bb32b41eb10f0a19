//! Contacts are looked at again within the pack's period, so that nobody who needs help reaches the wrong place.
//!
//! Source: `contacts_checked_within_months` of pack.yaml. Example: a helpline whose `checked_on:` is two years ago.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::contact::{Contact, Origin};
use crate::problem::Problem;
use crate::problem::catalogue::review;
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
            if contact.checked_on.is_some() {
                look(contact.span, whose.clone(), contact.checked_on.as_ref());
            }
        }
        // A day that can't be read has been told.
        if let Some(Contact { span, checked_on, is_dated, .. }) = own(&contacts.support)
            && (checked_on.is_some() || !is_dated)
        {
            look(span, whose, checked_on.as_ref());
        }
    }
    for service in site.pack.support.iter().flat_map(|support| &support.items) {
        let has_number = service.phone.is_some() || service.text.is_some();
        let is_told = service.checked_on.is_none() && service.is_dated;
        if (has_number || service.checked_on.is_none()) && !is_told {
            look(service.span, values::plain(&service.name), service.checked_on.as_ref());
        }
    }
    problems
}

/// Returns the problem of a contact last checked on `checked`, if the period has passed.
fn stale(span: Span, what: &str, checked: Option<&Spanned<Date>>, months: i64, as_of: Date) -> Option<Problem> {
    let Some(checked) = checked else { return Some(review::not_checked(span, what, None, months)) };
    if checked.value > as_of {
        return Some(review::in_future(checked.span, "checked_on", checked.value));
    }
    let limit = checked.value.checked_add(months.months()).unwrap_or(Date::MAX);
    (limit < as_of).then(|| review::not_checked(checked.span, what, Some(checked.value), months))
}
