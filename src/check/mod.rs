//! Rules over a finished [`Site`], one a file. A rule sees the site and a date, and reports; it changes nothing.
//!
//! To add one: write `check/<rule>.rs`, add it to [`RULES`], and make a folder in `tests/cases/`.

mod agreements;
mod brand_contrast;
mod charter_parts;
mod contacts_checked;
mod easy_read_rows;
mod hospital_spellings;
mod independent_contact;
mod review_dates;
mod section_readers;
mod withdrawn;

use jiff::civil::Date;

use crate::problem::Problem;
use crate::resolve::Site;

/// A rule: returns the problems it finds. `as_of` is the day that counts as today.
type Rule = fn(site: &Site, as_of: Date) -> Vec<Problem>;

const RULES: [Rule; 10] = [
    brand_contrast::check,
    charter_parts::check,
    independent_contact::check,
    hospital_spellings::check,
    contacts_checked::check,
    review_dates::check,
    section_readers::check,
    easy_read_rows::check,
    agreements::check,
    withdrawn::check,
];

/// Returns the problems that all rules find.
pub fn check(site: &Site, as_of: Date) -> Vec<Problem> {
    RULES.iter().flat_map(|rule| rule(site, as_of)).collect()
}
