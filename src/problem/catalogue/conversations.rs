//! Problems with conversation models: what nobody could follow on shift.

use super::super::{Code, Problem};
use crate::span::Span;

pub static CODES: &[&Code] = &[&SAID_AND_AVOIDED, &OTHER_STEPS];

static SAID_AND_AVOIDED: Code = Code {
    id: "Y019",
    title: "A phrase to say and to avoid",
    meaning: "A conversation model lists words that staff could use (`say:`) and words to avoid (`avoid:`). The same words under both can't \
              be followed.",
    instead: "Keep the phrase in the one place where it belongs.",
};

pub fn said_and_avoided(words: &str, span: Span, say: Span) -> Problem {
    Problem::error(&SAID_AND_AVOIDED, span.into(), format!("“{words}” is to be said and to be avoided"))
        .label("to be avoided")
        .related(say, "to be said")
        .help("take it out here, or there")
}

static OTHER_STEPS: Code = Code {
    id: "R019",
    title: "A translated conversation model with other steps",
    meaning: "Staff who read a model in another language take the same steps, and the pages of both are set beside each other.",
    instead: "Give the translation the steps of the original, in the same order. Without `steps:` it says why they aren't there with \
              `steps_missing:`.",
};

pub fn other_steps(span: Span, own: usize, meant: usize, original: Span) -> Problem {
    let count = |number: usize| if number == 1 { "1 step".to_owned() } else { format!("{number} steps") };
    let message = format!("this translation has {}, and the original has {}", count(own), count(meant));
    Problem::error(&OTHER_STEPS, span.into(), message)
        .label("not the same steps")
        .related(original, "the original")
        .help("write the same steps in the same order, each in the words of the language")
}
