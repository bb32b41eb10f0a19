//! Packs of any number of story pages with equal bodies, for wardpack and for programs that people use instead.

#![allow(
    dead_code,
    clippy::disallowed_methods,
    reason = "each benchmark uses some of it, and benchmarks touch the disk"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const WORDS: [&str; 24] = [
    "calm", "garden", "morning", "window", "paper", "table", "people", "listen", "kind", "quiet", "walk", "talk",
    "read", "write", "draw", "tea", "music", "light", "door", "chair", "river", "tree", "bread", "water",
];
const FOOT: &str = "owner: Lead\nwritten: 2026-11-01\nreview_by: 2027-11-01\n";

/// Returns the title and the Markdown of a story; `edit` changes a sentence of it.
pub fn story(number: usize, edit: usize) -> (String, String) {
    let mut seed = number.wrapping_mul(2_654_435_761).wrapping_add(99);
    let mut words = |count: usize| {
        let word = |_| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            WORDS[(seed >> 33) % WORDS.len()]
        };
        (0..count).map(word).collect::<Vec<_>>().join(" ")
    };
    let mut body = format!("Words number {edit}.\n\n");
    for _ in 0..3 {
        body += &format!("## {}\n\n{}.\n\n- {}\n- {}\n- {}\n\n", words(4), words(60), words(8), words(8), words(8));
    }
    (format!("Story {number}"), body)
}

/// Returns the file of a story of a pack.
pub fn story_file(number: usize, edit: usize) -> String {
    let (title, body) = story(number, edit);
    format!("---\ntitle: {title}\nsummary: What others did, number {number}.\n{FOOT}---\n{body}")
}

/// Writes a pack of so many stories into a folder, unless it is there.
pub fn pack(folder: &Path, pages: usize) {
    put(folder, "pack.yaml", &pack_file("Stories"));
    put(
        folder,
        "charter/template.yaml",
        &format!(
            "title: T\nexplanation: We say.\nintent: We want.\nbehaviours: [{{id: kind, text: I am kind.}}]\nsupport: Ask.\n{FOOT}"
        ),
    );
    for (path, title) in [("_index.md", "Home"), ("stories/_index.md", "Stories")] {
        put(folder, path, &format!("---\ntitle: {title}\nsummary: Start here.\n{FOOT}---\nWelcome.\n"));
    }
    for number in 0..pages {
        put(folder, &format!("stories/story-{number}.md"), &story_file(number, 0));
    }
}

/// Returns the settings of a pack.
pub fn pack_file(title: &str) -> String {
    format!(
        "title: {title}\nlanguages: [en]\nward_kinds: [{{id: acute, name: Acute ward}}]\npublisher: {{name: Sample trust}}\n"
    )
}

pub fn put(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Returns the program to measure: the one that was built with this benchmark, or that of the environment variable WARDPACK.
pub fn wardpack() -> PathBuf {
    std::env::var_os("WARDPACK").map_or_else(|| env!("CARGO_BIN_EXE_wardpack").into(), PathBuf::from)
}

/// Returns the command that builds a pack.
pub fn build(folder: &Path) -> Command {
    let mut command = Command::new(wardpack());
    command.args(["build", "--as-of", "2026-11-26", "--content"]).arg(folder.join("content"));
    command.arg("--output").arg(folder.join("output"));
    command
}

/// Returns the middle one of some figures.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
