//! Words as they stand in a file of settings.

/// Returns words in quotes where YAML would take them for something else.
pub fn as_value(words: &str) -> String {
    let is_plain = !words.contains([',', '{', '}', '[', ']', '"', '\n'])
        && !words.contains(": ")
        && !words.contains(" #")
        && !words.ends_with(':')
        && !["true", "false", "null"].contains(&words.to_lowercase().as_str())
        && words.starts_with(|first: char| first.is_alphabetic() || first == '…');
    let is_day = words.len() == 10 && words.chars().all(|letter| letter.is_ascii_digit() || letter == '-');
    let is_digits = words.starts_with(|first: char| first.is_ascii_digit());
    match () {
        () if is_plain || is_day => words.to_owned(),
        () if is_digits && !words.contains('\'') => format!("'{words}'"),
        () => format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}
