//! The record of what hangs on a ward names sheets that there are, each once in a place, with codes that can be codes.
//!
//! Example: `language: welsh`, or a leaflet that was deleted while its sheet hung in the day room.

use jiff::civil::Date;

use crate::model::kind::Kind;
use crate::model::sheet_record::{HangingSheet, SheetRecord};
use crate::problem::Problem;
use crate::problem::catalogue::{review, sheet_records as problems_of};
use crate::resolve::Site;
use crate::resolve::charter::languages;
use crate::resolve::charter::standing::{CODE_LENGTH, is_code};
use crate::resolve::ward_sheets::{self, WardSheet};

pub fn check(site: &Site, as_of: Date) -> Vec<Problem> {
    let pack = &site.pack;
    let ids = || pack.wards.iter().map(|ward| ward.id.as_str());
    let of_record = |record: &std::sync::Arc<SheetRecord>| {
        let mut problems: Vec<Problem> = written(record, as_of);
        if let Some(ward) = pack.wards.iter().find(|ward| ward.id == record.ward) {
            let sheets = ward_sheets::of_ward(site, ward);
            let known = languages(ward, &pack.settings);
            problems.extend(record.sheets.iter().filter_map(|sheet| unknown(sheet, &sheets, &known)));
        } else if !site.names.has(Kind::Ward, &record.ward) {
            problems.push(problems_of::no_ward(record.span, &record.ward, ids()));
        }
        problems
    };
    pack.sheet_records.values().flat_map(of_record).collect()
}

/// Returns what is wrong with a record, whatever the ward has.
fn written(record: &SheetRecord, as_of: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (number, sheet) in record.sheets.iter().enumerate() {
        let HangingSheet { place, code, on, .. } = sheet;
        if !is_code(code) {
            problems.push(problems_of::bad_code(code.span, code, CODE_LENGTH));
        }
        if on.value > as_of {
            problems.push(review::in_future(on.span, "on", on.value, as_of));
        }
        let is_it = |other: &&HangingSheet| other.stands_for(place, &sheet.sheet, &sheet.language);
        if let Some(first) = record.sheets[..number].iter().find(is_it) {
            problems.push(problems_of::twice(place.span, place, first.place.span));
        }
    }
    problems
}

/// Returns that a ward has no such sheet, or not in this language. It may have had one, so this stops nothing.
fn unknown(hanging: &HangingSheet, sheets: &[WardSheet], known: &[String]) -> Option<Problem> {
    let HangingSheet { sheet, language, .. } = hanging;
    if !known.contains(&language.value) {
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        return Some(problems_of::unknown_language(language.span, language, &known));
    }
    let mut names = sheets.iter().filter(|one| one.language == language.value).map(|one| one.name.as_str());
    let is_there = names.clone().any(|name| name == sheet.value);
    (!is_there).then(|| problems_of::unknown_sheet(sheet.span, sheet, names.by_ref()))
}
