//! Words between brackets that are to be replaced: “[insert the ward's number]”, and `{insert number}`.

use std::ops::Range;

use super::LONGEST;

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
/// Finds what is to be replaced between brackets.
pub(super) fn all(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Most words have none, and bytes are looked through more quickly than letters.
    if !text.bytes().any(|byte| matches!(byte, b'[' | b'{' | b'<' | b'\xC2')) {
        return found;
    }
    let mut end = 0;
    for (at, letter) in text.match_indices(['[', '{', '<', '«']) {
        let letter = letter.chars().next().unwrap_or_default();
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
