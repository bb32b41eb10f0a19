//! Characters that come along with text from Word, a PDF or a web page and say nothing: soft hyphens, spaces of no width, and
//! letters that are glued together. Example: `sa­fe` with a soft hyphen is `safe`, and `ﬁrst` is `first`.

use std::borrow::Cow;

/// Tells whether a character can be taken out without anybody seeing a difference. Joiners stay, which Urdu and pictograms need.
pub fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{180E}' | '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

/// Returns the letters of a ligature, as typesetters use it for the eye (Unicode, Alphabetic Presentation Forms).
fn letters(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// Returns what stands for a character, given the one before it; nothing where it stays.
pub(super) fn plain(letter: char, before: char) -> Option<&'static str> {
    // Thai, Burmese and Khmer have no spaces between words: there a space of no width says where a line may end.
    let parts_words = letter == '\u{200B}'
        && matches!(before, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}');
    if is_unseen(letter) && !parts_words { Some("") } else { letters(letter) }
}

/// Returns a value without such characters.
pub fn seen(words: &str) -> Cow<'_, str> {
    if words.is_ascii() || !words.chars().any(|letter| plain(letter, ' ').is_some()) {
        return Cow::Borrowed(words);
    }
    let (mut seen, mut before) = (String::with_capacity(words.len()), ' ');
    for letter in words.chars() {
        match plain(letter, before) {
            Some(letters) => seen.push_str(letters),
            None => seen.push(letter),
        }
        before = letter;
    }
    Cow::Owned(seen)
}
