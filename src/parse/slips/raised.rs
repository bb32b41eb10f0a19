//! Raised and lowered figures, which Markdown has no signs for, but Unicode has characters: 10² and H₂O.

use std::ops::Range;

use crate::span::floor_char_boundary;

/// Figures and signs, raised and lowered.
const FIGURES: [(char, char, char); 15] = [
    ('0', '⁰', '₀'),
    ('1', '¹', '₁'),
    ('2', '²', '₂'),
    ('3', '³', '₃'),
    ('4', '⁴', '₄'),
    ('5', '⁵', '₅'),
    ('6', '⁶', '₆'),
    ('7', '⁷', '₇'),
    ('8', '⁸', '₈'),
    ('9', '⁹', '₉'),
    ('+', '⁺', '₊'),
    ('-', '⁻', '₋'),
    ('−', '⁻', '₋'),
    ('(', '⁽', '₍'),
    (')', '⁾', '₎'),
];

/// What stands behind a number and is read the same on the line: 1st.
const ENDINGS: [&str; 10] = ["st", "nd", "rd", "th", "af", "il", "ydd", "fed", "eg", "tm"];

/// Where words stand that don't stand on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OffTheLine {
    Raised,
    Lowered,
}

/// Returns words as raised or lowered ones, if there are characters for them.
pub(super) fn figures(words: &str, place: OffTheLine) -> Option<String> {
    let one = |letter| {
        let (_, raised, lowered) = FIGURES.iter().find(|(plain, ..)| *plain == letter)?;
        Some(match place {
            OffTheLine::Raised => *raised,
            OffTheLine::Lowered => *lowered,
        })
    };
    (!words.is_empty() && words.len() <= 12).then(|| words.chars().map(one).collect())?
}

/// Returns what stands between `<sup>` or `<sub>` and its end in a line and can be written without the tags, with what it is then.
pub(super) fn tags(line: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let lower = line.to_ascii_lowercase();
    for (open, close, place) in [("<sup>", "</sup>", OffTheLine::Raised), ("<sub>", "</sub>", OffTheLine::Lowered)] {
        for (at, _) in lower.match_indices(open) {
            let start = at + open.len();
            let near = &lower[start..floor_char_boundary(&lower, start + 30)];
            let Some(length) = near.find(close) else { continue };
            let words = line[start..start + length].trim();
            let is_ending = ENDINGS.contains(&words.to_ascii_lowercase().as_str());
            let plain = figures(words, place).or_else(|| is_ending.then(|| words.to_owned()));
            found.extend(plain.map(|plain| (at..start + length + close.len(), plain)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_raised_and_endings_stay() {
        let only = |line: &str| tags(line).into_iter().map(|(_, words)| words).collect::<Vec<_>>();
        assert_eq!(only("10<sup>2</sup> and H<SUB>2</SUB>O"), ["²", "₂"]);
        assert_eq!(only("the 1<sup>st</sup> of May, 10<sup>x</sup>"), ["st"]);
        assert_eq!(figures("-12", OffTheLine::Raised).as_deref(), Some("⁻¹²"));
    }
}
