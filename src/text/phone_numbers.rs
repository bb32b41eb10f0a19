//! What is written as phone numbers are, in any words.

use std::sync::LazyLock;

use regex_lite::Regex;

use super::plain;
use super::prose::Prose;

/// Figures that begin as a phone number does, in groups that spaces keep apart, hard ones too.
static WRITTEN: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?:\+44[ \xA0]?(?:\(0\)[ \xA0]?)?|\b0|\b116[ \xA0])[0-9][0-9 \xA0-]*[0-9]\b";
    Regex::new(pattern).expect("a fixed pattern")
});

impl Prose {
    /// Returns what this text has of figures that are written as phone numbers, looked for when it is first asked.
    pub fn numbers(&self) -> &[String] {
        self.known.numbers.get_or_init(|| numbers(&plain::words(self)).collect())
    }
}

/// Returns what words have of figures that are written as phone numbers, with plain spaces; whether each is one is for others to say.
pub fn numbers(words: &str) -> impl Iterator<Item = String> {
    let can_be_there = may_give_a_number(words);
    let found = can_be_there.then(|| WRITTEN.find_iter(words)).into_iter().flatten();
    found.map(|found| found.as_str().replace('\u{a0}', " "))
}

/// Tells whether the pattern can match, in far less time than it takes to find out: few texts give a number.
fn may_give_a_number(words: &str) -> bool {
    let is_digit = |at: usize| words.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    if !words.bytes().any(|byte| matches!(byte, b'0' | b'1' | b'+')) {
        return false;
    }
    let begins = |at: usize| at == 0 || !words.as_bytes()[at - 1].is_ascii_alphanumeric();
    words.contains("116")
        || words.contains("+44")
        || words.match_indices('0').any(|(at, _)| is_digit(at + 1) && begins(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_that_are_written_as_phone_numbers_are_found() {
        let found = |words| numbers(words).collect::<Vec<_>>();
        assert_eq!(found("Call 01632 960 001 or +44 (0)1632 960 002."), ["01632 960 001", "+44 (0)1632 960 002"]);
        assert_eq!(found("116 123 is free"), ["116 123"]);
        assert_eq!(found("01632\u{a0}960\u{a0}001 or 116\u{a0}123"), ["01632 960 001", "116 123"]);
        assert_eq!(found("(01632) 960001"), ["01632"]);
        for none in ["Number 0.", "2007 and A01", "at 10.05", "0", ""] {
            assert!(found(none).is_empty(), "{none}");
        }
    }
}
