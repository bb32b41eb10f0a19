//! A privacy statement doesn't contradict itself, is no older than a year, and has the parts that the law asks for.
//!
//! Source: UK General Data Protection Regulation (UK GDPR), Article 13; the list of the Information Commissioner's Office for it. That it is
//! looked at each year is our own rule, as for the accessibility statement.
//! Example: `keeps: nothing`, with a list of what is kept.

use jiff::civil::Date;

use super::statement_parts;
use crate::model::article::Statement;
use crate::model::privacy::{Keeping, Privacy, VisitRecord};
use crate::problem::Problem;
use crate::problem::catalogue::{privacy as problems_of, unfinished};
use crate::resolve::{Site, values};

pub fn check(site: &Site, as_of: Date) -> Vec<Problem> {
    let Some(said) = &site.pack.settings.privacy else {
        return statement_parts::is_shown(site, Statement::Privacy).then(unfinished::no_privacy).into_iter().collect();
    };
    let mut problems = contradictions(said);
    let days = [("written", said.written.as_ref()), ("reviewed", said.reviewed.as_ref())];
    problems.extend(statement_parts::in_future("privacy", days, as_of));
    let looked_at = statement_parts::looked_at_too_long_ago(said.written.as_ref(), said.reviewed.as_ref(), as_of);
    problems.extend(looked_at.map(|day| problems_of::not_looked_at(day.span, day.value)));
    let lacking = lacking(said, statement_parts::has_contact(site));
    problems.extend((!lacking.is_empty()).then(|| unfinished::privacy(&lacking)));
    problems
}

/// Reports what is written down though nothing is, as it says.
fn contradictions(said: &Privacy) -> Vec<Problem> {
    let records = said.records.iter().filter(|_| said.keeps == Keeping::Nothing);
    records.map(|record| problems_of::nothing_but(record.span, &values::plain(&record.what))).collect()
}

/// Returns in words what the statement doesn't say yet, though the law asks for it.
fn lacking(said: &Privacy, has_contact: bool) -> Vec<&'static str> {
    let keeps_records = said.keeps == Keeping::Records;
    let some_lacks = |lacks: fn(&VisitRecord) -> bool| keeps_records && said.records.iter().any(lacks);
    let officer = said.officer.as_ref().filter(|officer| officer.phone.is_some() || officer.email.is_some());
    statement_parts::lacking([
        (keeps_records && said.records.is_empty(), "what is written down (records)"),
        (some_lacks(|record| record.why.is_none()), "why each is written down (why)"),
        (some_lacks(|record| record.lawful_basis.is_none()), "the lawful basis of each (lawful_basis)"),
        (some_lacks(|record| record.kept_for.is_none()), "how long each is kept (kept_for)"),
        (officer.is_none(), "how to reach your data protection officer (officer)"),
        (said.written.is_none(), "when it was first written (written)"),
        (!has_contact, "a phone number or an email address to reach you (publisher)"),
    ])
}
