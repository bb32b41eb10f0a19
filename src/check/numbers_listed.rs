//! A phone number that a text gives is in one of the pack's lists: there it has a source and a day on which it was checked, and one who
//! corrects it finds every text that still has the old one.
//!
//! Source: NHS service manual, “Phone numbers” and the standard for creating health content (keep what is published correct). Example: a
//! leaflet says 0808 500 2222, and support.yaml has another number since last week.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;
use regex_lite::Regex;

use crate::model::contact::Contacts;
use crate::model::kind::Kind;
use crate::model::pack::item::Item;
use crate::model::phone::{self, Phone};
use crate::model::piece::NounPiece;
use crate::problem::Problem;
use crate::problem::catalogue::phones::in_no_list;
use crate::resolve::Site;
use crate::text::plain;

/// Figures that begin as a phone number does, in groups.
const WRITTEN: &str = r"(?:\+44[  ]?(?:\(0\)[  ]?)?|\b0|\b116[  ])[0-9][0-9  -]*[0-9]\b";

pub fn check(site: &Site, _as_of: Date) -> Vec<Problem> {
    let listed = listed(site);
    let written = Regex::new(WRITTEN).expect("a fixed pattern");
    let given = |item: &Item<'_>| -> Vec<Problem> {
        let mut numbers = BTreeMap::new();
        item.noun.each_piece(&mut |piece| {
            let words = match piece {
                NounPiece::Prose(prose) => plain::words(prose),
                NounPiece::Line(line) => plain::line(line),
                NounPiece::Reference(..) | NounPiece::Language(_) => return,
            };
            if !may_give_a_number(&words) {
                return;
            }
            for found in written.find_iter(&words) {
                let number = found.as_str();
                let is_number = phone::mistake(number).is_none();
                if is_number && !listed.contains(&same(number)) {
                    numbers.entry(number.to_owned()).or_insert_with(|| in_no_list(item.span, number));
                }
            }
        });
        numbers.into_values().collect()
    };
    // All words of the pack are looked at, which is worth every core.
    let items = site.pack.items();
    let items = items.par_iter().filter(|item| !item.is_gone && item.kind != Kind::Support);
    items.flat_map_iter(given).collect()
}

/// Tells whether the pattern can match, in far less time than it takes to find out: few texts give a number.
fn may_give_a_number(words: &str) -> bool {
    let begins = |pair: &[u8]| !pair[0].is_ascii_alphanumeric() && pair[1] == b'0';
    words.starts_with('0') || words.contains("116") || words.contains("+44") || words.as_bytes().windows(2).any(begins)
}

/// Returns the numbers of all services and contacts.
fn listed(site: &Site) -> BTreeSet<String> {
    let pack = &site.pack;
    let services = pack.support.iter().flat_map(|support| &support.items);
    let of_services = services.flat_map(|service| service.phone.iter().chain(&service.text));
    let of_wards = pack.wards.iter().flat_map(|ward| of_contacts(&ward.contacts));
    let shared = pack.settings.shared_contacts().flat_map(|(_, contacts)| of_contacts(contacts));
    let all = of_services.chain(of_wards).chain(shared).chain(&pack.settings.publisher.phone);
    all.map(|phone| same(phone.number())).collect()
}

fn of_contacts(contacts: &Contacts) -> impl Iterator<Item = &Phone> {
    let Contacts { span: _, ward, support, safeguarding, pals } = contacts;
    [ward, support, safeguarding, pals].into_iter().flatten().filter_map(|contact| contact.phone.as_ref())
}

/// Returns what two ways of writing one number have in common.
fn same(number: &str) -> String {
    phone::digits(&phone::at_home(number))
}
