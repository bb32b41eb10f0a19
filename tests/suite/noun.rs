//! Adds a noun to what says which nouns there are, and forgets everything else: the compiler must name each file that the recipe of a page
//! kind says it names, and no other.
//!
//! The program is compiled once more for it, as far as its types: most of a minute of a processor. So `tests/run` runs it, and `cargo test`
//! leaves it out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::architecture::NAMED_BY_THE_COMPILER;

/// What says which nouns there are: a file, a line of it, and the line that the new noun gets below.
const SAYS_WHICH: [(&str, &str, &str); 6] = [
    ("src/model/mod.rs", "pub mod ward;\n", "pub mod pledge;\n"),
    ("src/model/kind.rs", "pub enum Kind {\n", "    Pledge,\n"),
    ("src/model/place.rs", "pub enum FileRole {\n", "    Pledge,\n"),
    ("src/model/pack/mod.rs", "pub struct Pack {\n", "    pub pledges: Vec<Arc<crate::model::pledge::Pledge>>,\n"),
    ("src/model/pack/typed.rs", "pub(super) enum FileContent {\n", "    Pledge(Arc<crate::model::pledge::Pledge>),\n"),
    ("src/plan/view/pages.rs", "pub enum View {\n", "    Pledge(NotFound),\n"),
];

#[test]
#[ignore = "it compiles the program once more, so tests/run runs it by itself"]
fn the_compiler_names_every_file_where_a_new_noun_is_forgotten() {
    let copy = target().join("noun");
    copy_program(&copy);
    for (file, line, new) in SAYS_WHICH {
        let text = fs::read_to_string(copy.join(file)).unwrap();
        assert_eq!(text.matches(line).count(), 1, "{file} has {line:?} once");
        fs::write(copy.join(file), text.replace(line, &format!("{line}{new}"))).unwrap();
    }
    fs::write(copy.join("src/model/pledge.rs"), "/// A new noun.\n#[derive(Clone, Debug)]\npub struct Pledge;\n")
        .unwrap();
    assert_eq!(files_with_errors(&copy), BTreeSet::from(NAMED_BY_THE_COMPILER.map(str::to_owned)));
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the folder that this test was compiled into, so that what the program depends on isn't compiled again.
fn target() -> PathBuf {
    // target/debug/deps/suite-…
    std::env::current_exe().unwrap().ancestors().nth(3).unwrap().to_owned()
}

/// Copies the source of the program. The packages beside it are its own, and the pack and the theme inside it are empty.
fn copy_program(copy: &Path) {
    if copy.exists() {
        fs::remove_dir_all(copy).unwrap();
    }
    let folders = ["src", "benches"].map(|folder| walkdir::WalkDir::new(root().join(folder)));
    for entry in folders.into_iter().flatten().map(Result::unwrap) {
        let to = copy.join(entry.path().strip_prefix(root()).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
    let folder = |name: &str| format!("{}/{name}", root().display()).replace('\\', "/");
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let manifest = manifest.replace("members = [\"crates/*\"]", "members = []");
    let manifest = manifest.replace("default-members = [\".\", \"crates/html\", \"crates/photo\"]", "");
    let manifest = manifest.replace("path = \"crates/", &format!("path = \"{}", folder("crates/")));
    let manifest = manifest.replace("path = \"tests/", &format!("path = \"{}", folder("tests/")));
    fs::write(copy.join("Cargo.toml"), manifest).unwrap();
    for folder in ["content", "themes/ward", "docs/reference/schemas"] {
        fs::create_dir_all(copy.join(folder)).unwrap();
    }
    for name in ["Cargo.lock", "build.rs"] {
        fs::copy(root().join(name), copy.join(name)).unwrap();
    }
}

/// Compiles the copy, and returns the files with errors.
fn files_with_errors(copy: &Path) -> BTreeSet<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--lib", "--offline", "--quiet", "--message-format=json"]);
    let output = cargo.current_dir(copy).env("CARGO_TARGET_DIR", target()).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let messages = said.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let messages = messages.filter(|line| line["reason"] == "compiler-message").map(|line| line["message"].clone());
    let errors: Vec<Value> = messages.filter(|message| message["level"] == "error").collect();
    assert!(!errors.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let spans = errors.iter().filter_map(|error| error["spans"].as_array()).flatten();
    let places = spans.filter(|span| span["is_primary"] == true).filter_map(|span| span["file_name"].as_str());
    places.map(|file| file.replace('\\', "/")).collect()
}
