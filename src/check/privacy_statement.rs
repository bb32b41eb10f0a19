//! A privacy statement doesn't contradict itself, is no older than a year, and has the parts that the law asks for.
//!
//! Source: UK General Data Protection Regulation (UK GDPR), Article 13; the list of the Information Commissioner's Office for it. That it is
//! looked at each year is our own rule, as for the accessibility statement.
//! Example: `keeps: nothing`, with a list of what is kept.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::article::Statement;
use crate::model::privacy::{Keeping, Privacy, VisitRecord};
use crate::problem::Problem;
use crate::problem::catalogue::{privacy as problems_of, review, unfinished};
use crate::resolve::{Site, values};
use crate::span::Spanned;

/// How long a statement counts as looked at, in months.
const MONTHS: i64 = 12;

pub fn check(site: &Site, as_of: Date) -> Vec<Problem> {
    let settings = &site.pack.settings;
    let Some(said) = &settings.privacy else {
        let pages = || site.pack.articles.iter().filter(|page| page.withdrawn.is_none());
        let has_statement = pages().any(|page| page.statement == Some(Statement::Privacy));
        return has_statement.then(unfinished::no_privacy).into_iter().collect();
    };
    let mut problems = contradictions(said);
    problems.extend(days(said, as_of));
    let has_contact = settings.publisher.phone.is_some() || settings.publisher.email.is_some();
    let lacking = lacking(said, has_contact);
    problems.extend((!lacking.is_empty()).then(|| unfinished::privacy(&lacking)));
    problems
}

/// Reports what is written down though nothing is, as it says.
fn contradictions(said: &Privacy) -> Vec<Problem> {
    let records = said.records.iter().filter(|_| said.keeps == Keeping::Nothing);
    records.map(|record| problems_of::nothing_but(record.span, &values::plain(&record.what))).collect()
}

/// Reports days that haven't come yet, and a statement that nobody has looked at for a year.
fn days(said: &Privacy, as_of: Date) -> Vec<Problem> {
    let days = [("written", &said.written), ("reviewed", &said.reviewed)];
    let later = days.into_iter().filter_map(|(key, day)| Some((key, day.as_ref().filter(|day| day.value > as_of)?)));
    let mut problems: Vec<Problem> =
        later.map(|(key, day)| review::in_future(day.span, &format!("privacy: {key}"), day.value, as_of)).collect();
    let is_old = |day: &&Spanned<Date>| day.value.checked_add(MONTHS.months()).unwrap_or(Date::MAX) < as_of;
    let looked_at = said.reviewed.as_ref().or(said.written.as_ref()).filter(is_old);
    problems.extend(looked_at.map(|day| problems_of::not_looked_at(day.span, day.value)));
    problems
}

/// Returns in words what the statement doesn't say yet, though the law asks for it.
fn lacking(said: &Privacy, has_contact: bool) -> Vec<&'static str> {
    let keeps_records = said.keeps == Keeping::Records;
    let some_lacks = |lacks: fn(&VisitRecord) -> bool| keeps_records && said.records.iter().any(lacks);
    let officer = said.officer.as_ref().filter(|officer| officer.phone.is_some() || officer.email.is_some());
    let lacks = [
        (keeps_records && said.records.is_empty(), "what is written down (records)"),
        (some_lacks(|record| record.why.is_none()), "why each is written down (why)"),
        (some_lacks(|record| record.lawful_basis.is_none()), "the lawful basis of each (lawful_basis)"),
        (some_lacks(|record| record.kept_for.is_none()), "how long each is kept (kept_for)"),
        (officer.is_none(), "how to reach your data protection officer (officer)"),
        (said.written.is_none(), "when it was first written (written)"),
        (!has_contact, "a phone number or an email address to reach you (publisher)"),
    ];
    lacks.into_iter().filter(|(is_lacking, _)| *is_lacking).map(|(_, words)| words).collect()
}
