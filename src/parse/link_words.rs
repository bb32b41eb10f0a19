//! Words of a link that say nothing to somebody who hears the links of a page one after the other (WCAG 2.2, 2.4.4).

const SAY_NOTHING: [&str; 20] = [
    "here",
    "click here",
    "see here",
    "this",
    "this link",
    "this page",
    "link",
    "more",
    "read more",
    "see more",
    "learn more",
    "find out more",
    "more information",
    "details",
    "yma",
    "cliciwch yma",
    "mwy",
    "darllenwch fwy",
    "یہاں",
    "مزید",
];

/// Tells whether a link's words say nothing on their own.
pub fn say_nothing(words: &str) -> bool {
    let words = words.trim().trim_end_matches(['.', '…', ':', '!', '>', '»']).trim_end();
    SAY_NOTHING.contains(&words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().as_str())
}
