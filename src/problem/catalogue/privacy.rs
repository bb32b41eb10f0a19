//! Problems with what a trust says of the privacy of those who read its copy.

use jiff::civil::Date;

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&CONTRADICTED, &OUT_OF_DATE];

static CONTRADICTED: Code = Code {
    id: "C027",
    title: "A claim of privacy that its facts don't bear",
    meaning: "The privacy statement says that nothing is written down about people who read the copy, and then lists what is. People decide by \
              it what is safe for them to read, and where.",
    instead: "Ask whoever runs the web server and the network what they write down. Then write keeps: records under “privacy” in pack.yaml, or \
              take the list away.",
};

/// Something that is written down, where nothing is, as it says.
pub fn nothing_but(span: Span, what: &str) -> Problem {
    Problem::error(&CONTRADICTED, span.into(), format!("nothing is said to be written down, and this is: {what}"))
        .label("this is written down")
        .help("write keeps: records; or take this away, if it isn't written down")
}

static OUT_OF_DATE: Code = Code {
    id: "D012",
    title: "A privacy statement that is out of date",
    meaning: "Servers and networks change, and with them what they write down. A statement that nobody has looked at for a year may no longer \
              be true.",
    instead: "Ask whoever runs the web server and the network whether each part is still so. Then set reviewed: to that day.",
};

/// A statement that nobody has looked at for a year.
pub fn not_looked_at(span: Span, date: Date) -> Problem {
    Problem::warning(
        &OUT_OF_DATE,
        span.into(),
        format!("the privacy statement was last looked at on {date}, more than 12 months ago"),
    )
    .label("more than a year ago")
    .help("look at it again, then write the day: reviewed: 2026-11-23")
}
