//! How what a form says of its own questions is found in it: the choices that something comes next for, and the answers in its sentence.

use super::values;
use crate::model::form::Question;
use crate::model::read::id::is_id;

/// A run of the sentence that is made of the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run<'a> {
    Words(&'a str),
    /// The id of the question whose answer stands here.
    Answer(&'a str),
}

/// Returns the runs of a sentence: what stands in round brackets and can be an id is the answer to that question.
pub fn runs(sentence: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let (mut from, mut look) = (0, 0);
    while let Some(open) = sentence[look..].find('(').map(|at| look + at) {
        let Some(close) = sentence[open..].find(')').map(|at| open + at) else { break };
        let inner = &sentence[open + 1..close];
        if is_id(inner) {
            runs.push(Run::Words(&sentence[from..open]));
            runs.push(Run::Answer(inner));
            from = close + 1;
        }
        look = if is_id(inner) { close + 1 } else { open + 1 };
    }
    runs.push(Run::Words(&sentence[from..]));
    runs.retain(|run| *run != Run::Words(""));
    runs
}

/// Returns the number of the choice that some words are, counted from 1.
pub fn number_of(question: &Question, words: &str) -> Option<usize> {
    let place = question.choices.iter().position(|choice| values::plain(choice) == words.trim());
    place.map(|place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_in_round_brackets_are_answers_and_all_else_is_words() {
        use Run::{Answer, Words};
        assert_eq!(
            runs("By (when), (who) will."),
            [Words("By "), Answer("when"), Words(", "), Answer("who"), Words(" will.")]
        );
        assert_eq!(
            runs("No answer (not an id) (or (how) half ("),
            [Words("No answer (not an id) (or "), Answer("how"), Words(" half (")]
        );
        assert!(runs("").is_empty());
    }
}
