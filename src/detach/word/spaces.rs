//! The words of a paragraph as they are shown: with single spaces, and in their own direction inside others.

use super::paragraph::ParagraphPart;
use crate::direction::Direction;

/// Begins words from left to right inside others, begins words from right to left, and ends either (U+202A, U+202B, U+202C): Word knows
/// these for longer than isolates.
const EMBEDDINGS: [char; 3] = ['\u{202a}', '\u{202b}', '\u{202c}'];

/// Returns the sign that begins words of a direction inside others, and the one that ends them.
pub(super) fn embedding(direction: Direction) -> (char, char) {
    let [left, right, end] = EMBEDDINGS;
    (if direction == Direction::LeftToRight { left } else { right }, end)
}

/// Returns the parts of a paragraph as they are shown: with single spaces, and none at its ends. Nothing where nothing is shown.
pub(super) fn as_shown(runs: Vec<ParagraphPart>, is_as_written: bool) -> Vec<ParagraphPart> {
    let mut shown: Vec<ParagraphPart> = Vec::new();
    let mut is_after_space = true;
    for run in runs {
        match run {
            ParagraphPart::Words(words, look) if !is_as_written => {
                let words = single_spaced(&words, &mut is_after_space);
                if !words.is_empty() {
                    shown.push(ParagraphPart::Words(words, look));
                }
            }
            run => {
                is_after_space = matches!(run, ParagraphPart::Break);
                if is_after_space {
                    trim_end(&mut shown);
                }
                shown.push(run);
            }
        }
    }
    trim_end(&mut shown);
    let is_something = |run: &ParagraphPart| match run {
        ParagraphPart::Words(words, _) => {
            words.contains(|letter: char| !letter.is_whitespace() && !EMBEDDINGS.contains(&letter))
        }
        ParagraphPart::Break => false,
        ParagraphPart::Picture(_) => true,
    };
    if shown.iter().any(is_something) { shown } else { Vec::new() }
}

fn single_spaced(words: &str, is_after_space: &mut bool) -> String {
    let mut single = String::with_capacity(words.len());
    for letter in words.chars() {
        let is_space = letter.is_ascii_whitespace();
        if !(is_space && *is_after_space) {
            single.push(if is_space { ' ' } else { letter });
        }
        // What nobody sees makes no second space.
        *is_after_space = is_space || *is_after_space && EMBEDDINGS.contains(&letter);
    }
    single
}

fn trim_end(runs: &mut Vec<ParagraphPart>) {
    while let Some(ParagraphPart::Words(words, _)) = runs.last_mut() {
        words.truncate(words.trim_end_matches(|letter: char| letter.is_ascii_whitespace()).len());
        if !words.is_empty() {
            return;
        }
        runs.pop();
    }
}
