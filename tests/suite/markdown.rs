//! Every word of an author's text is on the page, or a problem names where it went.
//!
//! Held over the examples of `CommonMark`'s and GitHub's specifications, which pulldown-cmark's published source brings along, and over random
//! documents. A word is a run of letters and digits. Not looked for: addresses and titles of links, tags of HTML and what stands in them,
//! comments, the numbers of lists and notes, and the names of boxes, which are signs and no words.

mod lost;

use std::path::{Path, PathBuf};
use std::{env, fs};

use proptest::prelude::*;
use proptest::sample::select;
use wardpack::parse::markdown;
use wardpack::span::{FileId, Span};
use wardpack::text::plain;

use crate::support::sequences;
use lost::lost;

/// Returns the folder that Cargo has unpacked a package into. `cargo metadata` would know it too, and wants every package of the
/// workspace to be there for it, those of other systems and of optional parts among them.
fn package_folder(name: &str) -> PathBuf {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let entry = lock.split(&format!("name = \"{name}\"\nversion = \"")).nth(1).unwrap();
    let folder = format!("{name}-{}", entry.split('"').next().unwrap());
    let cargo = env::var_os("CARGO_HOME").map_or_else(|| env::home_dir().unwrap().join(".cargo"), PathBuf::from);
    let mut registries = fs::read_dir(cargo.join("registry/src")).unwrap().map(|entry| entry.unwrap().path());
    let find = registries.find_map(|registry| Some(registry.join(&folder)).filter(|folder| folder.exists()));
    find.unwrap_or_else(|| panic!("there is no {folder} in {}", cargo.display()))
}

/// Returns the examples that pulldown-cmark is tested with, which are those of the specifications and of its own bug reports.
fn examples() -> Vec<String> {
    let folder = package_folder("pulldown-cmark").join("tests/suite");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let sources: Vec<String> = files.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let starts = sources.iter().flat_map(|source| source.split("let original = r##\"").skip(1));
    starts.map(|rest| rest.split("\"##;").next().unwrap().to_owned()).collect()
}

#[test]
fn no_word_of_the_specifications_examples_is_lost() {
    let examples = examples();
    assert!(examples.len() > 1000, "{} examples", examples.len());
    let failures: Vec<String> = examples
        .iter()
        .filter_map(|text| {
            let lost = lost(text);
            (!lost.is_empty()).then(|| format!("{lost:?} of {text:?}"))
        })
        .collect();
    assert!(failures.is_empty(), "{} lose words:\n{}", failures.len(), failures.join("\n"));
}

/// What is woven between words.
const SIGNS: &[&str] = &[
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "  \n",
    "\t",
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "`",
    "``",
    "\n```\n",
    "\n~~~ ",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "[[",
    "]]",
    "|",
    " | ",
    "\n| ",
    "\n|---|\n",
    "\n|---|---|\n",
    "\n- ",
    "\n* ",
    "\n1. ",
    "\n3) ",
    "\n  - ",
    "\n> ",
    "\n> [!NOTE]\n> ",
    "\n# ",
    "\n## ",
    "\n###### ",
    "\n---\n",
    "\n===\n",
    "\n\n    ",
    "\n    ",
    "<br>",
    "<p>",
    "</p>",
    "\n<div>\n",
    "\n</div>\n\n",
    "<b>",
    "</b>",
    "<td>",
    "<script>",
    "</script>",
    "\n<style>",
    "</style>\n",
    "<!-- ",
    " -->",
    "\n<!-- ",
    "<?",
    "?>",
    "<![CDATA[",
    "]]>",
    "<o:p>",
    "<span class=\"",
    "\">",
    "<",
    ">",
    "[^1]",
    "[^2]",
    "\n\n[^1]: ",
    "\n[^1]: ",
    "\n: ",
    "\n\n: ",
    ":",
    "::",
    "{",
    "}",
    " {#",
    "{ward.name}",
    "{ward.phone|",
    "https://",
    "http://x.uk/",
    "www.",
    "@",
    ".uk",
    ".",
    ",",
    "\\",
    "&",
    "&amp;",
    "&lt;",
    "&#42;",
    "\"",
    "'",
    "\n- [ ] ",
    "\n- [x] ",
    "\n[",
    "]: ",
    "\n[x]: ",
    "[x]",
    "][x]",
    " \"",
    "$",
    "^",
    "=",
    "+",
    "\n+ ",
    "é",
    "ŷ",
    "اردو",
    "\u{a0}",
    "\r\n",
    "<https://",
    "mailto:",
    "(<",
    ">)",
    "[[lang/cy|",
    "[[term/",
    "![](",
    "!",
    "-",
    "--",
    "#",
    "\n#",
];

fn document() -> impl Strategy<Value = String> {
    let piece = (select(SIGNS), select(SIGNS), any::<bool>());
    prop::collection::vec(piece, 1..40).prop_map(|pieces| {
        let mut text = String::new();
        for (number, (before, after, has_both)) in pieces.into_iter().enumerate() {
            text.push_str(before);
            // Each word is there once.
            text.push_str(&format!("q{number:02}z"));
            if has_both {
                text.push_str(after);
            }
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: sequences(4_000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_a_random_document_is_lost(text in document()) {
        // The words among the signs are labels and parts of addresses.
        let lost: Vec<String> = lost(&text).into_iter().filter(|word| word.starts_with('q')).collect();
        prop_assert!(lost.is_empty(), "{lost:?} of {text:?}");
    }
}

/// What people agree when they read it aloud.
#[test]
fn markup_makes_no_difference_to_the_words() {
    let words =
        |text: &str| plain::words(&markdown::prose(text, Span::new(FileId(0), 0, text.len()), text, &mut Vec::new()));
    let one = words("I **ask**\nfirst, see [[term/consent|consent]].\n\n- on {ward.name}\n- call {ward.phone|us}");
    assert_eq!(one, words("I ask first, see consent.\n\n* on {ward.name}\n* call {ward.phone|us}"));
    assert_eq!(one, "I ask first, see consent.\n- on {ward.name}\n- call {ward.phone|us}");
    assert_eq!(words("See [[term/consent]]."), "See [[term/consent]].");
}
