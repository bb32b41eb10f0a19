//! Problems with what a trust says of how accessible its copy is.

use jiff::civil::Date;

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&UNTESTED, &OUT_OF_DATE];

static UNTESTED: Code = Code {
    id: "C026",
    title: "A claim of accessibility that its facts don't bear",
    meaning: "The accessibility statement says that the copy fully meets version 2.2 AA of the Web Content Accessibility Guidelines. No program \
              can tell that: people have to test it, with a keyboard, a screen reader and other ways to read. And nothing may be left that \
              doesn't meet them.",
    instead: "Write who tested it, when and how, under “accessibility” in pack.yaml:\n  tested: {on: 2026-11-01, by: Digital team of the trust, how: …}\nOr say meets: partly, and what isn't accessible.",
};

/// A copy that fully meets the guidelines, as it says, and that nobody has tested.
pub fn fully_untested(span: Span) -> Problem {
    Problem::error(&UNTESTED, span.into(), "the copy is said to be fully accessible, and not to have been tested")
        .label("nobody has tested it")
        .help("write who tested it, when and how, as tested: {on: …, by: …, how: …}; or write meets: partly")
}

/// A copy that fully meets the guidelines, as it says, though something in it doesn't.
pub fn fully_but(span: Span, what: &str) -> Problem {
    Problem::error(&UNTESTED, span.into(), format!("the copy is said to be fully accessible, and this isn't: {what}"))
        .label("this doesn't meet the guidelines")
        .help("write meets: partly; or, if the rules don't ask for this part, its reason: out-of-scope")
}

static OUT_OF_DATE: Code = Code {
    id: "D011",
    title: "An accessibility statement that is out of date",
    meaning: "An accessibility statement is looked at each year, and says by when what isn't accessible is put right. A day that has passed tells \
              readers that nobody cares.",
    instead: "Look at the statement and at each part of it. Then set reviewed: to that day, take away what was put right, and give the rest a \
              new day.",
};

/// A statement that nobody has looked at for a year.
pub fn not_looked_at(span: Span, date: Date) -> Problem {
    Problem::warning(
        &OUT_OF_DATE,
        span.into(),
        format!("the accessibility statement was last looked at on {date}, more than 12 months ago"),
    )
    .label("more than a year ago")
    .help("look at it again, then write the day: reviewed: 2026-11-23")
}

/// Something that was to be put right by a day that has passed.
pub fn not_put_right(span: Span, what: &str, date: Date) -> Problem {
    Problem::warning(&OUT_OF_DATE, span.into(), format!("this was to be put right by {date}: {what}"))
        .label("this day has passed")
        .help("take it away if it was put right; else write a new day")
}
