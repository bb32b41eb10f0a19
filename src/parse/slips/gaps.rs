//! Text that isn't finished: “TODO”, “TBC”, “[insert the ward's number]”, “xx/xx/xxxx”, “Lorem ipsum”.
//!
//! Example: `Call [insert number].` Every word of it would be published.

use std::ops::Range;

use crate::problem::Severity;

/// Words that stand for words still to come, in capitals.
const IN_CAPITALS: [&str; 5] = ["TODO", "FIXME", "TBC", "TBD", "TBA"];
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
/// What the words between brackets begin with where they are to be replaced, and more words follow.
const VERBS: [&str; 19] = [
    "insert",
    "enter",
    "add",
    "type here",
    "type your",
    "type text",
    "your",
    "fill in",
    "to be",
    "name of",
    "the name of",
    "number of",
    "number for",
    "phone number of",
    "date of",
    "rhowch",
    "nodwch",
    "mewnosod",
    "mewnosodwch",
];
/// What stands between brackets as a whole where it is to be replaced.
const NAMES: [&str; 49] = [
    "insert",
    "name",
    "your name",
    "ward",
    "ward name",
    "name of ward",
    "the ward name",
    "hospital",
    "hospital name",
    "trust",
    "trust name",
    "organisation",
    "organisation name",
    "service name",
    "phone",
    "phone number",
    "telephone",
    "telephone number",
    "tel",
    "number",
    "your number",
    "email",
    "email address",
    "website",
    "web address",
    "address",
    "date",
    "time",
    "day",
    "month",
    "year",
    "title",
    "text",
    "link",
    "url",
    "todo",
    "to do",
    "to-do",
    "tbc",
    "tbd",
    "tba",
    "xx",
    "xxx",
    "xxxx",
    "?",
    "??",
    "???",
    "placeholder",
    "fill in",
];

/// Names of HTML that are among these words.
const TAGS: [&str; 6] = ["address", "link", "select", "text", "time", "title"];
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
    found.extend(in_brackets(text).into_iter().map(|at| SuspectedGap { at, severity: Severity::Error }));
    found.extend(words(text));
    let lower = text.to_ascii_lowercase();
    for phrase in PHRASES {
        let at = lower.match_indices(phrase).map(|(at, _)| at..at + phrase.len());
        found.extend(at.map(|at| SuspectedGap { at, severity: Severity::Error }));
    }
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
    let tags = in_brackets(line).into_iter().map(|range| range.start);
    tags.filter(|at| line[*at..].starts_with('<') && !is_escaped(*at)).collect()
}

/// The longest words between brackets that can be a gap, in bytes.
const LONGEST: usize = 120;

fn in_brackets(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut end = 0;
    for (at, letter) in text.char_indices().filter(|(_, letter)| "[{<«".contains(*letter)) {
        let close = match letter {
            '[' => ']',
            '{' => '}',
            '<' => '>',
            _ => '»',
        };
        let start = at + letter.len_utf8();
        let near = text[start..].char_indices().take_while(|(place, letter)| *place <= LONGEST && *letter != '\n');
        let Some((length, _)) = near.into_iter().find(|(_, next)| *next == close || *next == letter) else { continue };
        let inner = &text[start..start + length];
        let after = start + length + close.len_utf8();
        let is_closed = text[start + length..].starts_with(close);
        // What a link or a placeholder has in it is theirs to say.
        let is_link = letter == '['
            && (text[..at].ends_with(['[', '!']) || text[after.min(text.len())..].starts_with(['(', ':']));
        let is_name = letter == '{' && !inner.trim().contains(' ');
        if at >= end && is_closed && !is_link && !is_name && is_to_be_replaced(inner, letter) {
            end = after;
            found.push(at..after);
        }
    }
    found
}

/// Tells whether words between brackets are to be replaced.
pub(in crate::parse) fn is_to_be_replaced(inner: &str, bracket: char) -> bool {
    let words = inner.trim().trim_end_matches(['.', ':', '…']).to_lowercase();
    let begins = |verb: &&str| {
        words.strip_prefix(*verb).is_some_and(|rest| rest.starts_with([' ', ':', '\'', '’']) && rest.len() > 1)
    };
    // The fields of Word's mail merge: «Ward_name».
    let is_tag = bracket == '<' && words.split(' ').next().is_some_and(|first| TAGS.contains(&first));
    let is_field = bracket == '«' && inner.contains('_') && !inner.contains(' ');
    is_field || !is_tag && (NAMES.contains(&words.as_str()) && bracket != '«' || VERBS.iter().any(begins))
}

/// Finds single words that stand for others.
fn words(text: &str) -> Vec<SuspectedGap> {
    let mut found = Vec::new();
    let is_part = |letter: char| letter.is_alphanumeric() || "/-_?\u{1A}".contains(letter);
    let mut start = 0;
    while let Some(first) = text[start..].find(is_part).map(|at| start + at) {
        let end = text[first..].find(|letter| !is_part(letter)).map_or(text.len(), |at| first + at);
        start = end;
        let word = &text[first..end];
        if is_quoted(text, first..end) && (IN_CAPITALS.contains(&word) || word.chars().all(|letter| letter == 'X')) {
            continue;
        }
        let is_alone = text.len() < 2 * word.len() + 8 && text.trim_matches(|letter: char| !is_part(letter)) == word;
        if let Some(severity) = word_stands_for_another(word, &text[end..], is_alone) {
            found.push(SuspectedGap { at: first..end, severity });
        }
    }
    found
}

/// Tells whether a word stands in quotes: then it is spoken of, and stands for no other.
fn is_quoted(text: &str, word: Range<usize>) -> bool {
    let pair = (text[..word.start].chars().next_back(), text[word.end..].chars().next());
    matches!(pair, (Some('“' | '"'), Some('”' | '"')) | (Some('‘' | '\''), Some('’' | '\'')) | (Some('«'), Some('»')))
}

fn word_stands_for_another(word: &str, after: &str, is_alone: bool) -> Option<Severity> {
    let bare = word.trim_end_matches('?');
    if IN_CAPITALS.contains(&bare) || is_alone && IN_CAPITALS.contains(&bare.to_uppercase().as_str()) {
        let is_meant = bare.starts_with("TB") && !is_alone && !after.starts_with(':');
        return Some(if is_meant { Severity::Warning } else { Severity::Error });
    }
    let crosses = word.chars().filter(|letter| "xX".contains(*letter)).count();
    let is_crosses = |letters: &str| !letters.is_empty() && letters.chars().all(|letter| "xX".contains(letter));
    let is_capitals = (3..=LONGEST).contains(&crosses) && word.chars().all(|letter| letter == 'X');
    // Fewer small ones are kisses, and so many that nobody counts them are no gap either.
    let is_long = crosses == word.len() && (4..=LONGEST).contains(&crosses);
    // A day or a number with crosses for its figures: xx/xx/2026, 07xxx.
    let parts: Vec<&str> = word.split(['/', '-']).collect();
    let is_day = crosses > 1
        && parts.len() == 3
        && parts.iter().any(|part| is_crosses(part))
        && parts.iter().all(|part| is_figures(part));
    let is_number = word.starts_with('0') && crosses >= 3 && is_figures(word);
    let is_day_form = is_alone
        && matches!(word.to_ascii_lowercase().as_str(), "dd/mm/yyyy" | "dd/mm/yy" | "yyyy-mm-dd" | "dd-mm-yyyy");
    let is_asked = word == "??" || is_alone && !word.is_empty() && word.chars().all(|letter| letter == '?');
    (is_capitals || is_long || is_day || is_number || is_day_form || is_asked).then_some(Severity::Error)
}

fn is_figures(part: &str) -> bool {
    !part.is_empty() && part.chars().all(|letter| letter.is_ascii_digit() || "xX".contains(letter))
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
