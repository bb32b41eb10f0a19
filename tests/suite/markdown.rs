//! Every word of an author's text is on the page, or a problem names where it went.
//!
//! Held over the examples of `CommonMark`'s and GitHub's specifications, which pulldown-cmark's published source brings along, and over random
//! documents. A word is a run of letters and digits. Not looked for: addresses and titles of links, tags of HTML and what stands in them,
//! comments, the numbers of lists and notes, and the names of boxes, which are signs and no words.

use std::path::{Path, PathBuf};
use std::{env, fs};

use proptest::prelude::*;
use proptest::sample::select;
use pulldown_cmark::{Event, Options, Parser, Tag};
use wardpack::parse::markdown;
use wardpack::plan::view::{FilledLink, Filling, Said, ShownPicture};
use wardpack::problem::{Place, Problem};
use wardpack::render::prose;
use wardpack::span::{FileId, Span};
use wardpack::text::plain;
use wardpack::text::prose::{LinkTarget, Prose};

use crate::support::sequences;

/// Returns the words of a text that are neither on its page nor in a problem, as often as they stand in it.
fn lost(text: &str) -> Vec<String> {
    let mut problems = Vec::new();
    let found = markdown::prose(text, Span::new(FileId(0), 0, text.len()), text, &mut problems);
    if problems.iter().any(|problem| problem.code.id == "M006") {
        // Text nested too deeply is told once, where it begins.
        return Vec::new();
    }
    let filling = filling(&found);
    let addresses =
        filling.links.iter().map(|link| link.href.as_str()).chain(filling.images.iter().map(|one| one.href.as_str()));
    let mut kept = vec![decoded(&prose::html(&found, &filling)), signs(text), addresses.collect()];
    kept.extend(problems.iter().map(|problem| told(problem, text)));
    // A link that is refused is told where it stands; its address may be on a line of its own.
    if problems.iter().any(|problem| problem.code.id == "M002") {
        kept.extend(text.lines().filter(|line| line.contains("]:")).map(str::to_owned));
    }
    let count = |text: &str, word: &str| text.matches(word).count();
    let source = without_entities(text);
    // The numbers of a list are signs; they are counted anew, and M025 tells where that makes a difference.
    let has_numbers = kept[0].contains("<ol");
    let is_number = |word: &str| has_numbers && word.chars().all(|letter| letter.is_ascii_digit());
    let is_box = |word: &str| text.contains(&format!("[!{word}]"));
    let is_sign = |word: &str| is_number(word) || is_box(word);
    let is_kept = |word: &str| count(&source, word) <= kept.iter().map(|text| count(text, word)).sum::<usize>();
    words(&source).filter(|word| !is_sign(word) && !is_kept(word)).map(str::to_owned).collect()
}

/// Returns what a text is filled with where there is no pack: its own addresses, and the names of its placeholders.
fn filling(prose: &Prose) -> Filling {
    let link = |target: &LinkTarget| match target {
        LinkTarget::Reference { kind, id } => format!("{kind}/{id}"),
        LinkTarget::File { path, fragment } => format!("{path} {}", fragment.as_deref().unwrap_or_default()),
        LinkTarget::Heading(address) | LinkTarget::Outside(address) => address.clone(),
    };
    let placeholder = |name: &str, fallback: Option<&str>| Said {
        words: format!("{name} {}", fallback.unwrap_or_default()),
        lang: None,
    };
    Filling {
        placeholders: prose
            .placeholders
            .iter()
            .map(|one| placeholder(&one.name, one.fallback().map(String::as_str)))
            .collect(),
        links: (prose.links.iter())
            .map(|one| FilledLink {
                href: link(&one.target),
                words: link(&one.target),
                outside: false,
                elsewhere: None,
                file_type: None,
                file_size: None,
            })
            .collect(),
        images: prose.images.iter().map(|one| ShownPicture { href: one.path.clone(), size: None }).collect(),
        passages: prose.passages.iter().map(|_| String::new()).collect(),
        ..Filling::default()
    }
}

/// Returns what a problem points at. A comment without an end takes all that follows, and says so.
fn told(problem: &Problem, text: &str) -> String {
    let Place::At(span) = problem.place else { return String::new() };
    let end = if problem.message.starts_with("this comment has no end") { text.len() } else { span.end as usize };
    text[span.start as usize..end].to_owned()
}

/// Returns the parts of a text that are signs and no words, as pulldown-cmark sees them.
fn signs(text: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST;
    let events = Parser::new_ext(text, options).into_offset_iter();
    let mut signs: Vec<String> =
        events.reference_definitions().iter().map(|(_, found)| text[found.span.clone()].to_owned()).collect();
    for (event, range) in events {
        match event {
            Event::Start(Tag::Link { dest_url, title, id, .. } | Tag::Image { dest_url, title, id, .. }) => {
                signs.push(format!("{dest_url} {title} {id}"));
            }
            Event::Start(Tag::FootnoteDefinition(label)) | Event::FootnoteReference(label) => {
                signs.push(label.into_string());
            }
            Event::InlineHtml(html) => signs.push(tags(&html)),
            Event::Start(Tag::HtmlBlock) => signs.push(tags(&text[range])),
            _ => {}
        }
    }
    signs.join(" ")
}

/// Begins what XML takes for plain words.
const CDATA: &str = "![CDATA[";

/// Returns the tags of HTML and what stands in them, and its comments.
fn tags(html: &str) -> String {
    let (mut signs, mut rest) = (String::new(), html);
    while let Some((_, part)) = rest.split_once('<') {
        let end = match part {
            comment if part.starts_with("!--") => comment.find("-->"),
            // What follows is no attribute: it is words, tags and comments of its own.
            _ if part.starts_with(CDATA) => Some(CDATA.len()),
            tag => tag_end(tag),
        };
        let (tag, after) = part.split_at(end.unwrap_or(0));
        signs.push_str(tag);
        signs.push(' ');
        rest = after;
    }
    signs
}

/// Returns where a tag ends: at the first bracket that isn't in quotes.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    let end = tag.char_indices().find_map(|(at, letter)| match (quote, letter) {
        (None, '>') => Some(Some(at)),
        (None, '<') => Some(None),
        (None, '"' | '\'') => {
            quote = Some(letter);
            None
        }
        (Some(open), letter) if open == letter => {
            quote = None;
            None
        }
        _ => None,
    });
    end.flatten()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Returns what a reader of some HTML sees, tags and all.
fn decoded(html: &str) -> String {
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Returns a text with a space in place of each entity, whose name is no word.
fn without_entities(text: &str) -> String {
    let mut parts = text.split('&');
    let mut all = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '#').unwrap_or(part.len());
        all.push(' ');
        all.push_str(if part[end..].starts_with(';') { &part[end..] } else { part });
    }
    all
}

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
