//! The keys of every kind of file. The readers of the model are asked: a group that holds one unknown key and nothing else is
//! answered with the keys that the place can have, and with those that it must have.
//!
//! What a key means stands in `keys.txt`, and the examples are a pack of their own, `docs/reference/example`.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use wardpack::pipeline;

use super::kinds::{ALIKE, KINDS, Kind, LEFT_OUT};
use super::meanings::Meanings;
use super::schemas::Schemas;
use crate::support;

/// What a group of settings can hold, as its reader says.
struct Answer {
    of: String,
    keys: Vec<String>,
    required: BTreeSet<String>,
}

/// Returns the page of all kinds and their keys, and their schemas.
pub fn page() -> (String, Schemas) {
    let mut meanings = Meanings::read();
    let mut page = HEAD.to_owned();
    let mut sections = String::new();
    let (mut asked, mut schemas) = (BTreeSet::new(), Schemas::default());
    let pack = tempfile::tempdir().unwrap();
    for kind in KINDS {
        assert!(is_of_pack(kind.path), "{} isn't the path of a file that a pack has", kind.path);
        let mut needed = Vec::new();
        writeln!(sections, "\n## {}\n\n{}.", heading(kind), kind.what).unwrap();
        for (name, wrapper) in kind.groups {
            let answer = ask(pack.path(), kind.example, wrapper);
            if name.is_empty() {
                needed.extend(self::needed(&answer));
            } else {
                writeln!(sections, "\n### {name}").unwrap();
            }
            sections.push_str("\n| Key | Needed | What it says |\n|---|---|---|\n");
            let known = answer
                .keys
                .iter()
                .map(|key| (key.clone(), answer.required.contains(key), meanings.of(&answer.of, key).to_owned()));
            let known: Vec<(String, bool, String)> = known.collect();
            for (key, is_needed, meaning) in &known {
                let is_needed = if *is_needed { "yes" } else { "" };
                writeln!(sections, "| `{key}` | {is_needed} | {meaning} |").unwrap();
            }
            schemas.add(kind.path, kind.what, (name, wrapper), &known);
            asked.insert(answer.of);
        }
        let example = fs::read_to_string(examples().join(kind.example)).unwrap();
        let language = if kind.example.ends_with(".md") { "markdown" } else { "yaml" };
        writeln!(sections, "\n`{}`:\n\n```{language}\n{}\n```", kind.example, example.trim_end()).unwrap();
        let (path, anchor) = (kind.path, anchor(&heading(kind)));
        writeln!(page, "| [`{path}`](#{anchor}) | {} | {} |", kind.what, needed.join(", ")).unwrap();
    }
    for (path, what, like) in ALIKE {
        assert!(is_of_pack(path), "{path} isn't the path of a file that a pack has");
        let kind = KINDS.iter().find(|kind| kind.path == like).unwrap();
        schemas.add_path(path, like);
        let answer = ask(pack.path(), kind.example, kind.groups[0].1);
        let needed: Vec<String> = needed(&answer).collect();
        writeln!(page, "| [`{path}`](#{}) | {what} | {} |", anchor(&heading(kind)), needed.join(", ")).unwrap();
    }
    page.push_str(FOOT);
    meanings.have_all_been_used();
    every_reader_was_asked(&asked);
    (page + &sections, schemas)
}

const HEAD: &str = "# Keys

The folder says what a file is, and the file's name is its id. The examples on this page are a pack of their own, `docs/reference/example`: `wardpack build --content docs/reference/example/content` builds it. Its names are made up, and its numbers are ones that nobody has.

| In `content/` | What | Needed |
|---|---|---|
";

const FOOT: &str = "| [`measures/<id>.csv`](numbers.md) | The numbers of a measure, by month or week | |
| [`wards.xlsx` or `wards.csv`](ward-list.md) | A list with a ward in each row | |
| `images/` | Pictures: png, jpg, svg, webp, gif, avif | |

A key that is not in these tables is refused. Words that pages show can be for each language where a ward or a trust writes them: `{en: …, cy: …}`. Days are written 2026-11-23.
";

/// Returns the keys that a file must have, in the order in which they are read.
fn needed(answer: &Answer) -> impl Iterator<Item = String> {
    answer.keys.iter().filter(|key| answer.required.contains(*key)).map(|key| format!("`{key}`"))
}

/// Tells whether a pack has such a file.
fn is_of_pack(path: &str) -> bool {
    let path = path.replace("<id>", "beach").replace("<n>-<domain>", "3-staff");
    wardpack::model::place::place(&path).is_some()
}

fn heading(kind: &Kind) -> String {
    let closed = if kind.example == "wards/shore.yaml" { ", closed" } else { "" };
    format!("`{}`{closed}", kind.path)
}

/// Returns the anchor that GitHub gives a heading.
fn anchor(heading: &str) -> String {
    let letters = heading.to_lowercase().replace(' ', "-");
    letters.chars().filter(|letter| letter.is_alphanumeric() || "-_".contains(*letter)).collect()
}

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference/example/content")
}

/// Returns what the reader of a group says. Where a group is only known as one by a key of its own, `wrapper` holds several
/// with other keys, and each is asked.
fn ask(pack: &Path, file: &str, wrapper: &str) -> Answer {
    let answers = wrapper.split(" or ").map(|wrapper| ask_once(pack, file, wrapper));
    answers
        .reduce(|one, other| Answer {
            of: one.of,
            keys: [other.keys, one.keys].concat(),
            required: &one.required | &other.required,
        })
        .unwrap()
}

/// Puts a group with one unknown key into a file of the example pack, and returns what its reader says.
fn ask_once(pack: &Path, file: &str, wrapper: &str) -> Answer {
    const UNKNOWN: &str = "zzzz";
    support::copy(&examples(), &pack.join("content"));
    let yaml = wrapper.replace("HOLE", &format!("{UNKNOWN}: 1"));
    let text = if file.ends_with(".md") { format!("---\n{yaml}\n---\nWords.\n") } else { yaml };
    fs::write(pack.join("content").join(file), text).unwrap();
    let (_, report) = pipeline::site(&support::request(pack)).unwrap();
    let is_unknown = |problem: &&wardpack::problem::Problem| problem.message.contains(UNKNOWN);
    let unknown = report.problems.iter().find(is_unknown).unwrap_or_else(|| panic!("{file}: {wrapper}: not refused"));
    let of = unknown.message.split(" has no setting").next().unwrap().to_owned();
    let help = unknown.help.as_deref().unwrap();
    let known = help.strip_prefix("it can have: ").unwrap_or_else(|| panic!("{file}: {wrapper}: {help}"));
    let keys = known.split(", ").flat_map(|part| part.split(" and ")).map(str::to_owned).collect();
    let missing = |message: &str| Some(message.strip_prefix(&format!("{of} has no “"))?.strip_suffix('”')?.to_owned());
    let required = report.problems.iter().filter_map(|problem| missing(&problem.message)).collect();
    Answer { of, keys, required }
}

/// Holds that no group of settings was forgotten: each that the model reads, by the name it has in messages, was asked.
fn every_reader_was_asked(asked: &BTreeSet<String>) {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model");
    let files = walkdir::WalkDir::new(model).into_iter().flatten();
    for entry in files.filter(|entry| entry.file_type().is_file()) {
        let text = fs::read_to_string(entry.path()).unwrap();
        for call in ["reader.fields(node, \"", "reader.group(node, \""] {
            for of in text.split(call).skip(1).map(|rest| rest.split('"').next().unwrap()) {
                assert!(
                    asked.contains(of),
                    "tests/suite/reference/kinds.rs has no group for “{of}” ({})",
                    entry.path().display()
                );
            }
        }
    }
}

/// Holds that the examples are a good pack, and that every key is in one of them.
#[test]
fn the_examples_are_a_pack_without_a_problem_and_have_every_key() {
    let pack = tempfile::tempdir().unwrap();
    support::copy(&examples(), &pack.path().join("content"));
    let report = support::build(pack.path()).unwrap();
    let lines = support::problem_lines(&report, pack.path());
    assert!(lines.is_empty(), "docs/reference/example: {lines:#?}");
    let mut unshown = Vec::new();
    let probes = tempfile::tempdir().unwrap();
    for kind in KINDS {
        let example = fs::read_to_string(examples().join(kind.example)).unwrap();
        for (name, wrapper) in kind.groups.iter().filter(|(name, _)| !LEFT_OUT.contains(name)) {
            for key in ask(probes.path(), kind.example, wrapper).keys {
                let has = example.contains(&format!("{key}:")) || LEFT_OUT.contains(&&*key);
                if !has {
                    unshown.push(format!("{}: {name}: {key}", kind.example));
                }
            }
        }
    }
    assert!(unshown.is_empty(), "no example shows:\n{}", unshown.join("\n"));
}

/// Holds that every file of settings of the shipped pack and of the examples is one by its schema.
#[test]
fn the_shipped_pack_is_one_by_its_schemas() {
    let mut wrong = Vec::new();
    for folder in [Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), examples()] {
        for (path, bytes) in support::files(&folder) {
            let text = String::from_utf8_lossy(&bytes);
            let settings = match Path::new(&path).extension().and_then(|ending| ending.to_str()) {
                Some("yaml") => &*text,
                Some("md") => text.split("---\n").nth(1).unwrap_or_default(),
                _ => continue,
            };
            let Some(kind) = wardpack::keys::FileKeys::of(&path) else {
                wrong.push(format!("{path}: of no kind"));
                continue;
            };
            let value: serde_json::Value = serde_yaml::from_str(settings).unwrap();
            let schema: serde_json::Value = serde_json::from_str(&kind.schema()).unwrap();
            wrong.extend(super::schemas::refused(&schema, &value, &path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
