//! Problems with theories of change, measurement plans and the tests of change ideas.

use super::super::{Code, Problem, Severity};
use crate::span::{Span, Spanned};

pub static CODES: &[&Code] = &[&EMPTY, &SAID_TWICE, &APART, &STAFF_CONFIDENCE];

static EMPTY: Code = Code {
    id: "Y017",
    title: "A theory, a plan or a log with nothing in it",
    meaning: "A theory of change shows its drivers, a measurement plan its outcomes, and a test log its tests. Without any, the page would \
              have nothing to say.",
    instead: "Write the first one, or delete the file until there is something to write. In a theory of change, a driver that you don't know \
              yet can say what belongs there: `to_fill: What else has to change? Ask patients and staff.`",
};

fn empty(span: Span, message: &str, help: &str) -> Problem {
    Problem::error(&EMPTY, span.into(), message).label("nothing here yet").help(help)
}

pub fn no_drivers(span: Span) -> Problem {
    empty(
        span,
        "the theory of change has no drivers",
        "write the first one, such as primary_drivers: [{name: A culture of openness}]; or say what belongs there with to_fill:",
    )
}

pub fn no_outcomes(span: Span) -> Problem {
    empty(
        span,
        "the measurement plan has no outcomes",
        "write the first one, with outcome:, definition:, how_often: and tool:",
    )
}

pub fn no_tests(span: Span) -> Problem {
    empty(
        span,
        "the test log has no tests",
        "write the first one, such as tests: [{on: 2026-09-07, plan: Try the card with 3 people}]; or delete the file",
    )
}

static SAID_TWICE: Code = Code {
    id: "Y018",
    title: "Something that is said in two places",
    meaning: "What a measure counts, and how often, stands in the file of the measure. If a plan said it too, one of the two would soon be \
              out of date. And a driver has a name, or a place that is still to be filled, but not both.",
    instead: "Keep one of the two.",
};

/// `key` is what the plan says although its measure says it.
pub fn defined_twice(key: &str, span: Span, measure: &Spanned<String>) -> Problem {
    let message = format!("measures/{}.yaml says this already, and the page shows it from there", measure.value);
    Problem::error(&SAID_TWICE, span.into(), message)
        .label("said twice")
        .related(measure.span, "the measure")
        .help(format!("take {key}: out here; what you want to change, change in the file of the measure"))
}

pub fn filled_and_to_fill(span: Span, name: Span) -> Problem {
    Problem::error(&SAID_TWICE, span.into(), "the driver has a name, so its place is not to be filled any more")
        .label("no longer needed")
        .related(name, "its name")
        .help("take to_fill: out; what you want to say about the driver can stand under text:")
}

static APART: Code = Code {
    id: "R017",
    title: "A change idea apart from the theory of change",
    meaning: "Each change idea helps a driver, and each driver helps the aim: otherwise nobody can say why it is tried. And a log of tests \
              is the log of an idea that is there.",
    instead: "Name the idea under the driver that it helps: `ideas: [request-cards]` in the theory of change. Give a log the name of its \
              idea: request-cards.tests.yaml beside request-cards.md.",
};

/// An idea beside a theory of change of this pack, into which its editors can put it.
pub fn idea_without_driver(span: Span, id: &str) -> Problem {
    no_driver(span, id).help(format!("add {id} to the ideas: of a driver in theories-of-change"))
}

/// An idea of the author's beside theories of change that are all of a layer below.
pub fn idea_without_inherited_driver(span: Span, id: &str) -> Problem {
    let help =
        "to show why it is tried, take the theory of change up with wardpack adopt, and name the idea under a driver";
    Problem { severity: Severity::Note, ..no_driver(span, id) }.help(help)
}

fn no_driver(span: Span, id: &str) -> Problem {
    Problem::warning(&APART, span.into(), format!("no driver of the theory of change has the idea “{id}”"))
        .label("which driver does it help?")
}

pub fn log_of_nothing(span: Span, id: &str, near: Option<&str>) -> Problem {
    let problem =
        Problem::error(&APART, span.into(), format!("there is no change idea “{id}” that these are tests of"))
            .label("tests of what?");
    match near {
        Some(near) => problem.help(format!("did you mean “{near}”? Then rename the file {near}.tests.yaml")),
        None => problem.help(format!("write the idea as {id}.md beside it, or give the file the name of its idea")),
    }
}

static STAFF_CONFIDENCE: Code = Code {
    id: "D010",
    title: "A measurement plan that doesn't ask staff",
    meaning: "Wards of the Sexual Safety Collaborative found that numbers took long to change, if they did at all. How confident staff feel \
              to talk about sexual safety can change first, so the collaborative advises every project to measure it.",
    instead: "Add an outcome for it, and mark it: `staff_confidence: yes`.",
};

/// A note for the closing lines.
pub fn staff_not_asked(span: Span, title: &str) -> Problem {
    let message = format!("“{title}” doesn't measure how confident staff feel to talk about sexual safety");
    Problem { severity: Severity::Note, ..Problem::warning(&STAFF_CONFIDENCE, span.into(), message) }
        .help("add an outcome for it, such as a short survey every 3 months, and write staff_confidence: yes in it")
}
