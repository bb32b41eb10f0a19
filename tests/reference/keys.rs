//! The keys of every kind of file. The readers of the model are asked: a group that holds one unknown key and nothing else is
//! answered with the keys that the place can have, and with those that it must have.
//!
//! What a key means stands in `keys.txt`, and the examples are a pack of their own, `docs/reference/example`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use wardpack::pipeline;

use crate::support;

/// A kind of file: its path in a pack, what it is, its example, and the groups of keys in it.
struct Kind {
    path: &'static str,
    what: &'static str,
    example: &'static str,
    groups: &'static [Group],
}

/// A group of keys: its heading, and a file in which `HOLE` stands for it.
type Group = (&'static str, &'static str);

/// The group that is the file itself.
const FILE: Group = ("", "HOLE");
const WITHDRAWN: Group = ("withdrawn", "withdrawn: {HOLE}");

const KINDS: &[Kind] = &[
    Kind {
        path: "pack.yaml",
        what: "The pack: whose it is, its languages, kinds of ward, hospitals and the contacts of the trust",
        example: "pack.yaml",
        groups: &[
            FILE,
            ("publisher", "publisher: {HOLE}"),
            ("ward_kinds: each kind", "ward_kinds: [{HOLE}]"),
            ("contacts", "contacts: {HOLE}"),
            ("hospitals: each hospital", "hospitals: [{HOLE}]"),
            ("quick_exit", "quick_exit: {HOLE}"),
            ("brand", "brand: {HOLE}"),
            ("brand: logo", "brand: {logo: {HOLE}}"),
        ],
    },
    Kind {
        path: "wards/<id>.yaml",
        what: "A ward",
        example: "wards/beach.yaml",
        groups: &[
            FILE,
            ("contacts", "contacts: {HOLE}"),
            ("contacts: each contact", "contacts: {ward: {HOLE}}"),
            ("A phone number, wherever one stands", "contacts: {ward: {phone: {HOLE}}}"),
            ("charter", "charter: {HOLE}"),
            ("charter: coproduced", "charter: {coproduced: {HOLE}}"),
            (
                "charter: reword: each behaviour",
                "charter: {reword: {respect-others: {text: Words., HOLE}}} or charter: {reword: {respect-others: {easy_read: Words., HOLE}}}",
            ),
            ("charter: add: each behaviour", "charter: {add: [{HOLE}]}"),
            ("leaflets", "leaflets: {HOLE}"),
        ],
    },
    Kind {
        path: "wards/<id>.yaml",
        what: "A ward that is no longer there",
        example: "wards/shore.yaml",
        groups: &[WITHDRAWN],
    },
    Kind {
        path: "wards/<id>.agreed.yaml",
        what: "What a ward agreed; `wardpack agree` writes it, and nobody changes it by hand",
        example: "wards/beach.agreed.yaml",
        groups: &[FILE],
    },
    Kind {
        path: "charter/template.yaml",
        what: "The charter that every ward starts from",
        example: "charter/template.yaml",
        groups: &[FILE, ("behaviours: each behaviour", "behaviours: [{HOLE}]")],
    },
    Kind {
        path: "charter/trust.yaml",
        what: "What the charters of all your wards say differently from the template",
        example: "charter/trust.yaml",
        groups: &[FILE],
    },
    Kind {
        path: "leaflets/<id>.md",
        what: "A leaflet; every ward that gives it out has its own copy. `trauma-informed-care/`, `improvement/`, \
               `improvement/change-ideas/`, `stories/` and `pages/` hold pages with the same keys",
        example: "leaflets/visiting.md",
        groups: &[FILE],
    },
    Kind {
        path: "leaflets/<id>.easy.yaml",
        what: "The same leaflet in Easy Read; the other pages can have one too",
        example: "leaflets/visiting.easy.yaml",
        groups: &[FILE, ("parts: each part", "parts: [{HOLE}]"), ("rows: each row", "parts: [{rows: [{HOLE}]}]")],
    },
    Kind {
        path: "_index.md",
        what: "The home page. `<folder>/_index.md` is the introduction to a section, with the same keys but for `starts`",
        example: "_index.md",
        groups: &[FILE, ("starts: each start", "starts: [{HOLE}]")],
    },
    Kind {
        path: "conversation-models/<id>.yaml",
        what: "A way to start a conversation, in steps",
        example: "conversation-models/steps.yaml",
        groups: &[FILE, ("steps: each step", "steps: [{HOLE}]")],
    },
    Kind {
        path: "standards/<n>-<domain>/_domain.md",
        what: "A domain of the standards",
        example: "standards/3-staff/_domain.md",
        groups: &[FILE],
    },
    Kind {
        path: "standards/<n>-<domain>/<id>.md",
        what: "A standard in it",
        example: "standards/3-staff/3.1.md",
        groups: &[FILE],
    },
    Kind {
        path: "benchmarks/<id>.yaml",
        what: "A benchmarking exercise",
        example: "benchmarks/first.yaml",
        groups: &[
            FILE,
            ("ratings: each rating", "ratings: [{HOLE}]"),
            ("actions: each action", "ratings: [{actions: [{HOLE}]}]"),
        ],
    },
    Kind {
        path: "resources.yaml",
        what: "Publications, tools and pages elsewhere",
        example: "resources.yaml",
        groups: &[FILE, ("resources: each resource", "resources: [{HOLE}]")],
    },
    Kind {
        path: "support.yaml",
        what: "Services that help",
        example: "support.yaml",
        groups: &[FILE, ("services: each service", "services: [{HOLE}]")],
    },
    Kind {
        path: "glossary.yaml",
        what: "Words and what they mean",
        example: "glossary.yaml",
        groups: &[FILE, ("terms: each term", "terms: [{HOLE}]")],
    },
];

/// What a group of settings can hold, as its reader says.
struct Answer {
    of: String,
    keys: Vec<String>,
    required: BTreeSet<String>,
}

/// Returns the page of all kinds and their keys.
pub fn page() -> String {
    let meanings = Meanings::read();
    let mut page = HEAD.to_owned();
    let mut sections = String::new();
    let mut asked = BTreeSet::new();
    let pack = tempfile::tempdir().unwrap();
    for kind in KINDS {
        let mut needed = Vec::new();
        writeln!(sections, "\n## {}\n\n{}.", heading(kind), kind.what).unwrap();
        for (name, wrapper) in kind.groups {
            let answer = ask(pack.path(), kind.example, wrapper);
            if name.is_empty() {
                let is_needed = |key: &&String| answer.required.contains(*key);
                needed.extend(answer.keys.iter().filter(is_needed).map(|key| format!("`{key}`")));
            } else {
                writeln!(sections, "\n### {name}").unwrap();
            }
            sections.push_str("\n| Key | Needed | What it says |\n|---|---|---|\n");
            for key in &answer.keys {
                let is_needed = if answer.required.contains(key) { "yes" } else { "" };
                let meaning = meanings.of(&answer.of, key);
                writeln!(sections, "| `{key}` | {is_needed} | {meaning} |").unwrap();
            }
            asked.insert(answer.of);
        }
        let example = fs::read_to_string(examples().join(kind.example)).unwrap();
        let language = if kind.example.ends_with(".md") { "markdown" } else { "yaml" };
        writeln!(sections, "\n`{}`:\n\n```{language}\n{}\n```", kind.example, example.trim_end()).unwrap();
        let (path, anchor) = (kind.path, anchor(&heading(kind)));
        writeln!(page, "| [`{path}`](#{anchor}) | {} | {} |", kind.what, needed.join(", ")).unwrap();
    }
    page.push_str(FOOT);
    meanings.have_all_been_used();
    every_reader_was_asked(&asked);
    page + &sections
}

const HEAD: &str = "# Keys

The folder says what a file is, and the file's name is its id. The examples on this page are a pack of their own, `docs/reference/example`: `wardpack build --content docs/reference/example/content` builds it. Its names are made up, and its numbers are ones that nobody has.

| In `content/` | What | Needed |
|---|---|---|
";

const FOOT: &str = "| [`wards.xlsx` or `wards.csv`](ward-list.md) | A list with a ward in each row | |
| `images/` | Pictures: png, jpg, svg, webp, gif, avif | |

A key that is not in these tables is refused. Words that pages show can be for each language where a ward or a trust writes them: `{en: …, cy: …}`. Days are written 2026-11-23.
";

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

/// What the keys mean: lines `key: words` under the group they are of, `[a ward]`, or under `[any]`.
struct Meanings {
    words: BTreeMap<(String, String), String>,
    used: std::cell::RefCell<BTreeSet<(String, String)>>,
    lacking: std::cell::RefCell<BTreeSet<String>>,
}

impl Meanings {
    fn read() -> Self {
        let mut words = BTreeMap::new();
        let mut group = String::new();
        for line in include_str!("keys.txt").lines().filter(|line| !line.is_empty()) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(name) => name.clone_into(&mut group),
                None => {
                    let (key, meaning) = line.split_once(": ").unwrap_or_else(|| panic!("keys.txt: {line}"));
                    words.insert((group.clone(), key.to_owned()), meaning.to_owned());
                }
            }
        }
        Meanings { words, used: Default::default(), lacking: Default::default() }
    }

    fn of(&self, group: &str, key: &str) -> &str {
        for name in [group, "any"] {
            let place = (name.to_owned(), key.to_owned());
            if let Some(words) = self.words.get(&place) {
                self.used.borrow_mut().insert(place);
                return words;
            }
        }
        self.lacking.borrow_mut().insert(format!("[{group}] {key}: …"));
        ""
    }

    fn have_all_been_used(&self) {
        let lacking = self.lacking.borrow();
        assert!(
            lacking.is_empty(),
            "tests/reference/keys.txt lacks:\n{}",
            Vec::from_iter(lacking.iter().map(String::as_str)).join("\n")
        );
        let used = self.used.borrow();
        let idle: Vec<_> = self.words.keys().filter(|place| !used.contains(*place)).collect();
        assert!(idle.is_empty(), "tests/reference/keys.txt has words for keys that nobody reads: {idle:?}");
    }
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
                    "tests/reference/keys.rs asks nothing of “{of}” ({})",
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

/// What the examples don't show: an older way to write what `wardpack agree` writes, the layer below, parts of phone numbers that
/// don't go together, and what would take a part of the pack away.
const LEFT_OUT: [&str; 9] = [
    "coproduced",
    "charter: coproduced",
    "extends",
    "earlier",
    "A phone number, wherever one stands",
    "withdrawn",
    "audience",
    "ward_kinds",
    "content_note",
];
