//! Bytes as a text, whose words are on its page or told.

use super::lost::lost;

/// Puts a word of its own in the place of each `q`, and looks for each of them on the page that comes of it. What else there is counts as
/// signs: labels, parts of addresses, names of elements.
pub fn words(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    // What has these is refused before it is read as a text.
    if wardpack::parse::control_character(text).is_some() {
        return;
    }
    let mut parts = text.split('q');
    let mut written = parts.next().unwrap_or_default().to_owned();
    for (number, part) in parts.enumerate() {
        written.push_str(&format!(" q{number:03}z{part}"));
    }
    let lost: Vec<String> = lost(&written).into_iter().filter(|word| word.starts_with('q')).collect();
    assert!(lost.is_empty(), "{lost:?} of {written:?}");
}
