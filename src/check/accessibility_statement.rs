//! An accessibility statement claims no more than was tested, is no older than a year, and has the parts that the regulations ask for.
//!
//! Source: Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018; the model statement of GOV.UK.
//! Example: `meets: fully`, where nobody has tested the copy.

use jiff::civil::Date;

use super::statement_parts;
use crate::model::accessibility::{Accessibility, Conformance, NotAccessible, Reason};
use crate::model::article::Statement;
use crate::problem::Problem;
use crate::problem::catalogue::{accessibility as problems_of, unfinished};
use crate::resolve::{Site, values};

pub fn check(site: &Site, as_of: Date) -> Vec<Problem> {
    let Some(said) = &site.pack.settings.accessibility else {
        let is_shown = statement_parts::is_shown(site, Statement::Accessibility);
        return is_shown.then(unfinished::no_accessibility).into_iter().collect();
    };
    let mut problems = claims(said);
    let tested = said.tested.as_ref().map(|tested| &tested.on);
    let days = [("tested: on", tested), ("written", said.written.as_ref()), ("reviewed", said.reviewed.as_ref())];
    problems.extend(statement_parts::in_future("accessibility", days, as_of));
    problems.extend(out_of_date(said, as_of));
    let lacking = lacking(said, statement_parts::has_contact(site));
    problems.extend((!lacking.is_empty()).then(|| unfinished::accessibility(&lacking)));
    problems
}

/// Reports that a copy is said to meet the rules in full, though nobody has tested it or something of it doesn't.
fn claims(said: &Accessibility) -> Vec<Problem> {
    if said.meets != Conformance::Fully {
        return Vec::new();
    }
    let mut problems: Vec<Problem> =
        said.tested.is_none().then(|| problems_of::fully_untested(said.span)).into_iter().collect();
    problems.extend(not_met(said).map(|one| problems_of::fully_but(one.span, &values::plain(&one.what))));
    problems
}

/// Returns what doesn't meet the guidelines, and isn't left so for a reason.
fn not_met(said: &Accessibility) -> impl Iterator<Item = &NotAccessible> {
    said.not_accessible.iter().filter(|one| one.reason == Reason::NotMet)
}

/// Reports a statement that nobody has looked at for a year, and what should have been put right by now.
fn out_of_date(said: &Accessibility, as_of: Date) -> Vec<Problem> {
    let looked_at = statement_parts::looked_at_too_long_ago(said.written.as_ref(), said.reviewed.as_ref(), as_of);
    let mut problems: Vec<Problem> =
        looked_at.map(|day| problems_of::not_looked_at(day.span, day.value)).into_iter().collect();
    for one in &said.not_accessible {
        let passed = one.put_right_by.as_ref().filter(|day| day.value < as_of);
        problems.extend(passed.map(|day| problems_of::not_put_right(day.span, &values::plain(&one.what), day.value)));
    }
    problems
}

/// Returns in words what the statement doesn't say yet, though the regulations ask for it.
fn lacking(said: &Accessibility, has_contact: bool) -> Vec<&'static str> {
    let is_short = said.meets != Conformance::Fully;
    statement_parts::lacking([
        (said.tested.is_none(), "who tested the copy, when and how (tested)"),
        (is_short && said.not_accessible.is_empty(), "what is not accessible (not_accessible)"),
        (not_met(said).any(|one| one.criterion.is_none()), "the success criterion of each part (criterion)"),
        (not_met(said).any(|one| one.put_right_by.is_none()), "by when each part is put right (put_right_by)"),
        (
            said.not_accessible.iter().any(|one| one.reason != Reason::NotMet && one.why.is_none()),
            "why a part is left as it is (why)",
        ),
        (said.answered_within.is_none(), "how soon you answer (answered_within)"),
        (said.written.is_none(), "when it was first written (written)"),
        (!has_contact, "a phone number or an email address to tell you of problems (publisher)"),
    ])
}
