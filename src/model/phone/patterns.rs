//! What people write before, round and behind a phone number, in English and Welsh.

use std::sync::LazyLock;

use regex_lite::Regex;

/// Words that say what a number is, and nothing else.
const LABEL: &str =
    r"(?i)^(?:tel(?:ephone)?|phone|ff[oô]n|mob(?:ile)?|call|ring|number|no|direct(?: line)?|switchboard)\b[\s.:-]*";
/// Words that say that a number takes text messages only: before it, and after it.
const TEXT_BEFORE: &str =
    r"(?i)^(?:texts?(?: messages?)?(?: only)?|txts?(?: only)?|sms(?: only)?|tecst(?:iwch)?)\b[\s:.-]*(?:to\s+|on\s+)?";
const TEXT_AFTER: &str = r"(?i)[\s,(:-]+(?:(?:by )?texts?(?: messages?)?(?: only)?|sms(?: only)?)\s*\)?$";
/// Words that say that a number is called through Relay UK.
const RELAY: &str = r"(?i)^(?:(?:bt\s+)?text\s?relay|relay(?:\s+uk)?|typetalk|ngt|textphone|minicom)\b[\s,.:-]*";
/// The numbers that Relay UK puts before the one that is called (Relay UK, how to use it: 18001 from a textphone or the app, 18002 to one).
const RELAY_PREFIX: &str = r"^(1800[12])[\s,-]*([+0(].*)$";
/// A number of the hospital's own phones.
const INSIDE: &str =
    r"(?i)^(?:internal(?:ly)?(?:\s+(?:ext(?:ension|n)?|number|phone))?|ext(?:ension|n)?|x|estyniad)[\s.:#-]*(\d{2,6})$";
const NUMBER: &str = r"^\+?\s*[\d(][\d ()-]*";
/// What stands between a number and what comes after it.
const BETWEEN: &str = r"(?i)^(?:[\s,;.()–—-]|and\b|then\b|yna\b|please\b)*";
const EXTENSION: &str = r"(?i)^(?:ext(?:ension|n)?|ex|x|estyniad)[\s.:#-]*(?:no\.?\s*|number\s*)?(\d{1,8})";
const OPTION: &str = r"(?i)^(?:(?:choose|select|press|pick|pwyswch)\s+(?:options?\s+|opsiwn\s+)?|opt(?:ion)?s?[\s.:#-]*|opsiwn\s+)([0-9*#]|one|two|three|four|five|six|seven|eight|nine)";
const BLEEP: &str =
    r"(?i)^(?:(?:and\s+)?ask\s+for\s+)?(?:bleep|bleeper|pager)[\s.:#-]*(?:no\.?\s*|number\s*)?(\d{2,6})";
const KEY: &str = r"^([0-9*#])";
/// Something that may be a whole number, wherever it stands.
const WHOLE: &str = r"\+?(?:\(0\d{1,5}\)|\d)[\d -]*(?:\(0\))?[\d -]*\d";

pub struct PhonePatterns {
    pub label: Regex,
    pub text_before: Regex,
    pub text_after: Regex,
    pub relay: Regex,
    pub relay_prefix: Regex,
    pub inside: Regex,
    pub number: Regex,
    pub between: Regex,
    pub extension: Regex,
    pub option: Regex,
    pub bleep: Regex,
    pub key: Regex,
    pub whole: Regex,
}

/// The patterns, ready to look with.
pub static PATTERNS: LazyLock<PhonePatterns> = LazyLock::new(|| {
    let regex = |pattern: &str| Regex::new(pattern).expect("a test compiles every pattern");
    PhonePatterns {
        label: regex(LABEL),
        text_before: regex(TEXT_BEFORE),
        text_after: regex(TEXT_AFTER),
        relay: regex(RELAY),
        relay_prefix: regex(RELAY_PREFIX),
        inside: regex(INSIDE),
        number: regex(NUMBER),
        between: regex(BETWEEN),
        extension: regex(EXTENSION),
        option: regex(OPTION),
        bleep: regex(BLEEP),
        key: regex(KEY),
        whole: regex(WHOLE),
    }
});
