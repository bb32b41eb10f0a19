//! Problems with whom a page says to call: nobody answers there, or somebody else does.

use super::super::{Code, Problem, Severity};
use crate::span::Span;

pub static CODES: &[&Code] = &[&WRONG_NUMBER, &NO_WAY];

static WRONG_NUMBER: Code = Code {
    id: "C017",
    title: "A number that reaches somebody else, or nobody",
    meaning: "Pages say whom a number reaches. Numbers such as 999, 101 and 111 are nobody's own: every page has those that matter. A number \
              that works only on phones of the hospital is no use to somebody at home. And the independent contact is for people who can't \
              talk to the ward, so it can't be the ward's own number.",
    instead: "Write the organisation's own number, with the code of its area: '01632 960 002', or '01632 960 001 ext 123' for a phone inside \
              the hospital that a switchboard connects.",
};

/// A short number as the one of somebody whom it may reach in a roundabout way; as that of the independent contact it is an error.
pub fn hardly_its_own(span: Span, number: &str, whose: &str) -> Problem {
    Problem { severity: Severity::Warning, ..nobodys_own(span, number, whose) }
}

pub fn nobodys_own(span: Span, number: &str, whose: &str) -> Problem {
    let message = format!("{number} isn't the number of {whose}: anybody can call it, and others answer");
    Problem::error(&WRONG_NUMBER, span.into(), message)
        .label("reaches somebody else")
        .help("write the number at which they answer themselves, such as 01632 960 002")
}

/// An independent contact that only phones of the hospital reach.
pub fn inside_only(span: Span, number: &str) -> Problem {
    let message =
        format!("{number} works only on phones of the hospital, and everybody must reach the independent contact");
    Problem::error(&WRONG_NUMBER, span.into(), message).label("nobody at home reaches it").help(whole(number))
}

/// Another contact that only phones of the hospital reach.
pub fn inside_for_some(span: Span, number: &str) -> Problem {
    let message = format!("{number} works only on phones of the hospital, so nobody who reads this at home reaches it");
    Problem::warning(&WRONG_NUMBER, span.into(), message).label("nobody at home reaches it").help(whole(number))
}

fn whole(number: &str) -> String {
    format!("write the whole number, or the switchboard's with this one behind it, such as 01632 960 001 {number}")
}

/// An independent contact whose number is that of somebody who isn't independent.
pub fn not_independent(span: Span, whose: &str, other: Span) -> Problem {
    let message = format!("this is also the number of {whose}, and this contact is for people who can't talk to staff");
    Problem::error(&WRONG_NUMBER, span.into(), message)
        .label("not independent of the ward")
        .related(other, "the same number")
        .help("write the number of an organisation that isn't part of the ward")
}

static NO_WAY: Code = Code {
    id: "C018",
    title: "A service that nobody can reach",
    meaning: "The service is listed among those that help, and has no phone number, no number for texts, no email address and no website, and \
              its note leads to nobody who could help further.",
    instead: "Add one of `phone:`, `text:`, `email:` and `website:`, or a link in its note to whoever connects people, or \
              take the service out.",
};

pub fn no_way(span: Span, name: &str) -> Problem {
    Problem::error(&NO_WAY, span.into(), format!("there is no way to reach {name}"))
        .label("no phone, text, email or website")
        .help("add a line such as: phone: '01632 960 002'; or take the service out")
}
