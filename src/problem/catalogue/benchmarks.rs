//! Problems with benchmarks: who decided, how old they are, and what is rated where.

use jiff::civil::Date;

use super::super::{Code, Problem, Severity};
use crate::span::Span;

pub static CODES: &[&Code] = &[&EXPIRED, &WHO_DECIDED, &HOPEFUL, &WRONG_PLACE];

static EXPIRED: Code = Code {
    id: "D008",
    title: "A benchmark that is over a year old",
    meaning: "A ward changes: people come and go, and what was put right may have slipped. A benchmark counts for a year from the day on \
              which the group agreed. An older one stays on the site for comparison, once there is a newer one of the same place.",
    instead: "Copy the file under a new name, rate everything again together, and write the new day: `on: 2026-11-26`.",
};

pub fn expired(span: Span, title: &str, day: Date) -> Problem {
    Problem::warning(&EXPIRED, span.into(), format!("“{title}” was agreed on {day}, more than a year ago"))
        .label("over a year old")
        .help("copy the file under a new name, and rate everything again in the group")
}

/// Nobody can say how old it is.
pub fn undated(span: Span, title: &str) -> Problem {
    Problem::warning(&EXPIRED, span.into(), format!("“{title}” doesn't say on which day the group agreed"))
        .label("no day")
        .help("write the day, such as on: 2026-11-26")
}

static WHO_DECIDED: Code = Code {
    id: "C022",
    title: "A benchmark without patients or carers",
    meaning: "People who live with the answers, and those close to them, are part of the group that decides. Without them a benchmark says \
              what the service thinks of itself.",
    instead: "Bring them in, rate again together, and say who took part: `took_part: [patients, carers, staff]`. The choices are patients, \
              carers, staff, advocates, leaders and partners.",
};

pub fn nobody_said(span: Span) -> Problem {
    Problem::warning(&WHO_DECIDED, span.into(), "the benchmark has ratings, but doesn't say which groups took part")
        .label("who decided?")
        .help("write who took part, patients and carers among them, such as took_part: [patients, carers, staff]")
}

/// `missing` are patients, carers or both.
pub fn not_in_group(span: Span, missing: &[&str]) -> Problem {
    let who = missing.join(" and ");
    Problem::warning(&WHO_DECIDED, span.into(), format!("{who} were not in the group that decided"))
        .label("not everybody who needs to be")
        .help(format!("talk it over with {who} and rate again, then add them here; until then the page says it"))
}

/// A rating says what people think who aren't said to have been there.
pub fn spoke_without_being_there(span: Span, group: &str) -> Problem {
    let message = format!("a rating says what {group} think, but they are not in the list of who took part");
    Problem::warning(&WHO_DECIDED, span.into(), message)
        .label("somebody is missing here")
        .help(format!("add {group} to the list, if they were there"))
}

static HOPEFUL: Code = Code {
    id: "C023",
    title: "A domain that is rated more hopefully than its standards",
    meaning: "“Fully confident” means that everything in the domain is in place, and “partially confident” that some of it is. Here its \
              standards say less: not all of them are met, or more than half not at all. It may be right; the group is asked to look again.",
    instead: "Look at the standards of the domain together again. Choose a lower level, or leave it and write under `why:` what makes it right.",
};

/// A note for the closing lines.
pub fn hopeful(span: Span, domain: &str) -> Problem {
    let message = format!("the level of “{domain}” is more hopeful than the levels of its standards");
    Problem { severity: Severity::Note, ..Problem::warning(&HOPEFUL, span.into(), message) }
        .help("look at its standards together again; the level can stay if why: says what makes it right")
}

static WRONG_PLACE: Code = Code {
    id: "R014",
    title: "A rating that stands twice or in another domain",
    meaning: "Each domain and each standard is rated once in a benchmark, and a standard below its own domain. Of two ratings nobody knows \
              which one counts.",
    instead: "Keep the rating that the group agreed on. What each group said, where they differ, goes into it: `by_group: {staff: full, \
              patients: partial}`.",
};

pub fn rated_twice(kind: &str, id: &str, span: Span, first: Span) -> Problem {
    Problem::error(&WRONG_PLACE, span.into(), format!("the {kind} “{id}” is rated twice"))
        .label("rated again")
        .related(first, "rated here first")
        .help("keep one; where groups differ, write what each said under by_group: in it")
}

pub fn other_domain(id: &str, span: Span, own: &str, here: &str) -> Problem {
    let message = format!("the standard “{id}” is in the domain “{own}”, and is rated below “{here}”");
    Problem::error(&WRONG_PLACE, span.into(), message)
        .label("in another domain")
        .help(format!("move it below the rating of {own}"))
}
