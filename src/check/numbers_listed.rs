//! A phone number that a text gives is in one of the pack's lists: there it has a source and a day on which it was checked, and one who
//! corrects it finds every text that still has the old one.
//!
//! Source: NHS service manual, “Phone numbers” and the standard for creating health content (keep what is published correct). Example: a
//! leaflet says 0808 500 2222, and support.yaml has another number since last week.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::model::contact::Contacts;
use crate::model::kind::Kind;
use crate::model::pack::item::Item;
use crate::model::phone::{self, Phone};
use crate::model::piece::NounPiece;
use crate::problem::Problem;
use crate::problem::catalogue::phones::in_no_list;
use crate::resolve::Site;
use crate::text::line::Line;
use crate::text::{phone_numbers, plain};

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    if are_lists_broken(site) {
        return Vec::new();
    }
    let listed = listed(site);
    let given = |item: &Item<'_>| -> Vec<Problem> {
        let mut found = BTreeMap::new();
        let mut look = |number: &str| {
            if phone::mistake(number).is_none() && !listed.contains(&same(number)) {
                found.entry(number.to_owned()).or_insert_with(|| in_no_list(item.span, number));
            }
        };
        item.noun.each_piece(&mut |piece| match piece {
            NounPiece::Prose(prose) => prose.numbers().iter().for_each(|number| look(number)),
            NounPiece::Line(line) => phone_numbers::numbers(&plain::line(line)).for_each(|number| look(&number)),
            NounPiece::Reference(..) | NounPiece::Address(_) | NounPiece::Language(_) => {}
        });
        found.into_values().collect()
    };
    // All words of the pack are looked at, which is worth every core.
    let items = site.pack.items();
    let items = items.par_iter().filter(|item| !item.is_gone && item.kind != Kind::Support);
    items.flat_map_iter(given).collect()
}

/// Tells whether a service or a ward can't be read: its number, too, would seem to be in no list.
fn are_lists_broken(site: &Site) -> bool {
    let pack = &site.pack;
    let is_broken = |(kind, id): &(Kind, String)| match kind {
        Kind::Ward => true,
        // Services of another nation are left out whole, and so are the lines that lead to them.
        Kind::Support => id.is_empty() || pack.support.iter().any(|list| list.lost.contains(id)),
        _ => false,
    };
    pack.broken.iter().any(is_broken)
}

/// Returns the numbers of all services and contacts, those among them that their own words give (a second number, by night).
fn listed(site: &Site) -> BTreeSet<String> {
    let pack = &site.pack;
    let services = pack.support.iter().flat_map(|support| &support.items);
    let of_services = services.flat_map(|service| service.phone.iter().chain(&service.text));
    let of_wards = pack.wards.iter().flat_map(|ward| of_contacts(&ward.contacts));
    let shared = pack.settings.shared_contacts().flat_map(|(_, contacts)| of_contacts(contacts));
    let all = of_services.chain(of_wards).chain(shared).chain(&pack.settings.publisher.phone);
    let mut listed: BTreeSet<String> = all.map(|phone| same(phone.number())).collect();
    let mut see = |line: &Line| listed.extend(phone_numbers::numbers(&plain::line(line)).map(|number| same(&number)));
    let hours_of_services =
        pack.support.iter().flat_map(|list| &list.items).filter_map(|service| service.hours.as_ref());
    let contacts = pack.wards.iter().map(|ward| &ward.contacts);
    let contacts = contacts.chain(pack.settings.shared_contacts().map(|(_, contacts)| contacts));
    let hours_of_contacts = contacts.flat_map(Contacts::iter).filter_map(|contact| contact.hours.as_ref());
    for hours in hours_of_services.chain(hours_of_contacts) {
        hours.each().for_each(|(_, line)| see(line));
    }
    listed
}

fn of_contacts(contacts: &Contacts) -> impl Iterator<Item = &Phone> {
    let Contacts { span: _, ward, support, safeguarding, pals } = contacts;
    [ward, support, safeguarding, pals].into_iter().flatten().filter_map(|contact| contact.phone.as_ref())
}

/// Returns what two ways of writing one number have in common.
fn same(number: &str) -> String {
    phone::digits(&phone::at_home(number))
}
