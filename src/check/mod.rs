//! Rules over a finished [`Site`], one a file. A rule sees the site and a date, and reports; it changes nothing.
//!
//! To add one: write `check/<rule>.rs`, add it to [`RULES`], and make a folder in `tests/cases/`.
//!
//! - `accessibility_statement.rs`: An accessibility statement claims no more than was tested, is no older than a year, and has the parts that the regulations ask for
//! - `agreements.rs`: What a ward agreed is written down, and the charter still says it
//! - `benchmarks.rs`: A benchmark says who decided, patients and carers among them; rates each domain and standard once; and is no older than a year
//! - `brand_contrast.rs`: A trust's own colour can be told from the page (WCAG 2.2, 1.4.3 contrast)
//! - `charter_parts.rs`: A charter has four parts: an explanation, a statement of intent, the expected behaviour, and how to get independent support
//! - `claims_sourced.rs`: A number or a study that a text relies on has a source that readers can follow
//! - `contacts_checked.rs`: Contacts are looked at again within the pack's period, so that nobody who needs help reaches the wrong place
//! - `conversations.rs`: What a conversation model says can be followed: no phrase is both to say and to avoid, and a translation has the steps of its original
//! - `downloads_linked.rs`: Each file to download is one that a page leads to: no reader finds another
//! - `drafts_linked.rs`: Nothing that is published leads to what isn't finished: readers would find words in place of a link, or a line less
//! - `easy_read_pictures.rs`: A row of Easy Read has a picture, and a picture says one thing on a page
//! - `easy_read_rows.rs`: A row of Easy Read is one short sentence
//! - `easy_words.rs`: Where a charter has easier words, a line that a trust or a ward says in words of its own has them too, in each of its languages
//! - `forms.rs`: A form asks something, each question of it can be answered, and what it says of its own answers fits them
//! - `happened_headings.rs`: The heading that start pages lead to, if something happened, is there
//! - `hospital_spellings.rs`: A hospital's name is written in one way for all its wards
//! - `improvement.rs`: Each change idea helps a driver of the theory of change, each test is of an idea that is there and has begun, and a measurement plan asks staff how confident they feel
//! - `independent_contact.rs`: Every ward names an independent organisation and its phone number, for somebody who can't talk to staff
//! - `measures.rs`: The numbers of a measure are of days gone by, are numbers of something, and what is starred isn't told elsewhere
//! - `numbers_listed.rs`: A phone number that a text gives is one of a service or a contact, so that it is checked and corrected with it
//! - `privacy_statement.rs`: A privacy statement doesn't contradict itself, is no older than a year, and has the parts that the law asks for
//! - `promises_kept.rs`: What the leaflets of a ward promise is confirmed by somebody who answers for the ward, by role and day
//! - `review_dates.rs`: Nothing is overdue for review, and nothing was reviewed in the future
//! - `search_words.rs`: What people type leads to pages that are there, and to one set of them
//! - `section_readers.rs`: A section that is for some readers only is so with all its pages (`resolve/left_out.rs`)
//! - `sheet_records.rs`: The record of what hangs on a ward names sheets that there are, each once in a place, with codes that can be codes
//! - `statement_parts.rs`: What the statements of a trust have in common: a page that shows one, days that can be true, a look each year, and parts that are lacking
//! - `surveys.rs`: The answers to a survey are answers to its questions, and there is a survey that they belong to
//! - `translations.rs`: Somebody who reads both languages has read each translation beside its original
//! - `unfinished.rs`: What is still to do before a pack is finished, as notes for its editors
//! - `ways_to_reach.rs`: Whom a page says to call can be reached by everybody who reads it, at home too
//! - `whom_it_suits.rs`: What a ward gets suits the people on it: no text for adults reaches a ward for children and young people unless somebody has said that it suits them
//! - `withdrawn.rs`: Nothing leads to what was withdrawn, and what was withdrawn says where to go

mod accessibility_statement;
mod agreements;
mod benchmarks;
mod brand_contrast;
mod charter_parts;
mod claims_sourced;
mod contacts_checked;
mod conversations;
mod downloads_linked;
mod drafts_linked;
mod easy_read_pictures;
mod easy_read_rows;
mod easy_words;
mod forms;
mod happened_headings;
mod hospital_spellings;
mod improvement;
mod independent_contact;
mod measures;
mod numbers_listed;
mod privacy_statement;
mod promises_kept;
mod review_dates;
mod search_words;
mod section_readers;
mod sheet_records;
mod statement_parts;
mod surveys;
mod translations;
mod unfinished;
mod ways_to_reach;
mod whom_it_suits;
mod withdrawn;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::problem::Problem;
use crate::resolve::Site;

/// A rule: returns the problems it finds. `as_of` is the day that counts as today.
type Rule = fn(site: &Site, as_of: Date) -> Vec<Problem>;

const RULES: [Rule; 32] = [
    brand_contrast::check,
    charter_parts::check,
    independent_contact::check,
    ways_to_reach::check,
    happened_headings::check,
    hospital_spellings::check,
    contacts_checked::check,
    review_dates::check,
    section_readers::check,
    search_words::check,
    easy_read_rows::check,
    easy_read_pictures::check,
    easy_words::check,
    agreements::check,
    benchmarks::check,
    conversations::check,
    forms::check,
    sheet_records::check,
    surveys::check,
    measures::check,
    improvement::check,
    promises_kept::check,
    claims_sourced::check,
    numbers_listed::check,
    translations::check,
    accessibility_statement::check,
    privacy_statement::check,
    whom_it_suits::check,
    withdrawn::check,
    downloads_linked::check,
    drafts_linked::check,
    unfinished::check,
];

/// Returns the problems that all rules find, in the order of the rules.
pub fn check(site: &Site, as_of: Date) -> Vec<Problem> {
    RULES.par_iter().flat_map_iter(|rule| rule(site, as_of)).collect()
}
