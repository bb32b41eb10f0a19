//! Bytes as a text or as settings, whose words are kept or told.

use wardpack::parse::yaml::{self, Node, Value};
use wardpack::parse::{control_character, yaml::Key};
use wardpack::problem::{Place, Severity};
use wardpack::span::FileId;

use super::lost::lost;

/// Looks for each word of its own on the page that comes of a text. What else there is counts as signs: labels, parts of addresses, names
/// of elements.
pub fn words(bytes: &[u8]) {
    let Some(text) = with_words(bytes) else { return };
    let lost: Vec<String> = lost(&text).into_iter().filter(|word| word.starts_with('q')).collect();
    assert!(lost.is_empty(), "{lost:?} of {text:?}");
}

/// Looks for each word of its own in the tree of a file of settings that nothing refuses. Words behind a # are notes.
pub fn settings(bytes: &[u8]) {
    let Some(text) = with_words(bytes) else { return };
    let mut problems = Vec::new();
    let tree = yaml::tree(FileId(0), &text, 0, &mut problems);
    let Some(tree) = tree.filter(|_| problems.iter().all(|problem| problem.severity != Severity::Error)) else {
        assert!(!problems.is_empty(), "nothing comes of {text:?}");
        return;
    };
    let mut kept = String::new();
    keep(&tree, &mut kept);
    for problem in &problems {
        if let Place::At(span) = problem.place {
            kept.push_str(&text[span.range()]);
        }
    }
    for line in text.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']).filter(|line| !line.starts_with('%')) {
        let line = line.split('#').next().unwrap_or_default();
        for word in line.match_indices('q').filter_map(|(at, _)| line.get(at..at + 5)) {
            assert!(kept.contains(word), "{word} of {text:?}: {kept:?}");
        }
    }
}

/// Returns bytes as a text with a word of its own in the place of each `q`. A control character is refused before anything is read.
fn with_words(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| control_character(text).is_none())?;
    let mut parts = text.split('q');
    let mut written = parts.next().unwrap_or_default().to_owned();
    for (number, part) in parts.enumerate() {
        written.push_str(&format!(" q{:03}z{part}", number % 1_000));
    }
    Some(written)
}

/// Adds the names and values of a tree.
fn keep(node: &Node, kept: &mut String) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| keep(item, kept)),
        Value::Map(entries) => {
            for (Key { name, .. }, value) in entries {
                kept.push_str(name);
                kept.push('\n');
                keep(value, kept);
            }
        }
        Value::Text(words) | Value::Number(words) => {
            kept.push_str(words);
            kept.push('\n');
        }
        Value::Bool(_) | Value::Nothing => {}
    }
}
