//! `wardpack promises`

use std::path::PathBuf;

use clap::Args;

use super::agree::request;
use super::run::{print_fault, print_problems, today};
use super::{FINE, Format, PROBLEMS};
use crate::pipeline::{no_ward, site};
use crate::resolve::{Site, promises, values};

#[derive(Debug, Args)]
pub struct Promises {
    /// The ward's id, such as beach. All wards, if left out
    ward: Option<String>,
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

/// Prints what the leaflets of wards promise, and returns the exit code.
pub fn promises(asked: &Promises) -> u8 {
    let (site, report) = match site(&request(&asked.content, today())) {
        Err(fault) => return print_fault(&fault, Format::Text),
        Ok(found) => found,
    };
    let Some(site) = site else {
        print_problems(&report);
        return PROBLEMS;
    };
    let wards: Vec<_> =
        site.pack.wards.iter().filter(|ward| asked.ward.as_ref().is_none_or(|id| ward.id == *id)).collect();
    if let (Some(id), true) = (&asked.ward, wards.is_empty()) {
        return print_fault(&no_ward(&site.pack, id), Format::Text);
    }
    for ward in wards {
        list(&site, ward);
    }
    FINE
}

fn list(site: &Site, ward: &crate::model::ward::Ward) {
    outln!("{}", values::plain(&ward.name));
    match ward.promises.confirmed.as_ref().filter(|_| promises::are_confirmed(&site.pack, ward)) {
        Some(confirmed) => outln!("Confirmed on {} by {}", confirmed.on.value, values::plain(&confirmed.by)),
        None => outln!("Read each with the people who work here. Tick what the ward keeps:"),
    }
    for promise in promises::of_ward(&site.pack, ward) {
        let mark = if ward.promises.not_kept.iter().any(|id| id.value == promise.id) { "not kept" } else { "[ ]" };
        outln!("  {mark} {} ({}, in the leaflet {})", promise.words, promise.id, promise.leaflet);
    }
    let path = site.paths.get(&ward.file).map_or("", String::as_str);
    outln!("Then write into {path}:");
    outln!("  promises:\n    confirmed: {{on: {}, by: Ward manager}}\n    not_kept: []\n", today());
}
