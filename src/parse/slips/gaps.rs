//! Text that isn't finished: “TODO”, “TBC”, “[insert the ward's number]”, “xx/xx/xxxx”, “Lorem ipsum”.
//!
//! Example: `Call [insert number].` Every word of it would be published.

mod bracketed;
mod words;

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::problem::Severity;
pub(in crate::parse) use bracketed::is_to_be_replaced;

/// What templates and Word leave, in any letters.
const PHRASES: [&str; 8] = [
    "lorem ipsum",
    "click or tap here to enter text",
    "click here to enter text",
    "click or tap to enter a date",
    "click to add text",
    "error! reference source not found",
    "error! bookmark not defined",
    "your text here",
];

/// Finds these phrases, all in one turn.
static PHRASES_IN_TEXT: LazyLock<AhoCorasick> =
    LazyLock::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build(PHRASES).expect("fixed phrases"));

/// The longest words between brackets that can be a gap, in bytes.
const LONGEST: usize = 120;

/// A gap and how sure it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SuspectedGap {
    pub at: Range<usize>,
    /// A warning where the words can be meant: “The day is TBC.”
    pub severity: Severity,
}

/// Finds what is unfinished in words that are printed as they stand.
pub(super) fn gaps(text: &str) -> Vec<SuspectedGap> {
    let mut found = Vec::new();
    found.extend(bracketed::all(text).into_iter().map(|at| SuspectedGap { at, severity: Severity::Error }));
    found.extend(words::all(text));
    let phrases = PHRASES_IN_TEXT.find_iter(text);
    found.extend(phrases.map(|phrase| SuspectedGap { at: phrase.range(), severity: Severity::Error }));
    found.sort_by_key(|gap| (gap.at.start, std::cmp::Reverse(gap.at.end)));
    // Of one in another, such as [TBC], the outer one is told.
    let mut end = 0;
    found.retain(|gap| {
        let is_outer = gap.at.start >= end;
        end = end.max(gap.at.end);
        is_outer
    });
    found
}

/// Finds words between < and > that are to be replaced, and returns where each < is.
pub(super) fn like_tags(line: &str) -> Vec<usize> {
    let is_escaped = |at: usize| line[..at].ends_with('\\');
    let tags = bracketed::all(line).into_iter().map(|range| range.start);
    tags.filter(|at| line[*at..].starts_with('<') && !is_escaped(*at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        gaps(text).into_iter().map(|gap| &text[gap.at]).collect()
    }

    #[test]
    fn unfinished_text_is_found_whatever_it_looks_like() {
        for gap in [
            "TODO",
            "[TBC]",
            "[your ward]",
            "[insert the number]",
            "{insert number}",
            "<insert>",
            "XXX",
            "xx/xx/xxxx",
            "??",
            "Lorem ipsum",
            "XX/XX/2026",
            "07xxx",
            "«Ward_name»",
            "[ name ]",
            "<ward name>",
            "[Rhowch enw'r ward]",
            "FIXME",
            "TBC",
            "[to be agreed]",
            "xxxx",
        ] {
            assert_eq!(found(&format!("Call {gap} now.")), [gap]);
        }
        assert_eq!(found("tbc"), ["tbc"]);
        assert_eq!(found("???"), ["???"]);
        assert_eq!(found("dd/mm/yyyy"), ["dd/mm/yyyy"]);
    }

    #[test]
    fn ordinary_words_are_none() {
        for words in [
            "What you want to do is up to you.",
            "Really???",
            "Todo está bien.",
            "The HTBC group",
            "I love you xxx",
            "[sic]",
            "[…]",
            "a list [name removed]",
            "Yes / No [delete as appropriate]",
            "[type 2 diabetes]",
            "{ward.name}",
            "[[term/consent]]",
            "an XXX-rated film",
            "e.g. Malcolm X",
            "[1]",
            "Text [add](x.md)",
            "write the day as dd/mm/yyyy",
            "« merci »",
            "x < y and y > z",
            "mutual/consensual",
            "[they] said",
            "The word \"TODO\" is on the board, and so are “TBC” and 'XXX'.",
        ] {
            assert!(found(words).is_empty(), "{words}");
        }
    }
}
