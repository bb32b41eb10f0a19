//! Holds the rules of the house: the order of the modules, who may touch the disk, and the size of files.

use std::fs;
use std::path::{Path, PathBuf};

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let entries = walkdir::WalkDir::new(&root).into_iter().flatten();
    let rust = entries.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"));
    rust.map(|entry| {
        let path = entry.path().strip_prefix(&root).unwrap().to_owned();
        (path, fs::read_to_string(entry.path()).unwrap())
    })
    .collect()
}

/// Returns the modules in the order of lib.rs.
fn order(files: &[(PathBuf, String)]) -> Vec<String> {
    let (_, lib) = files.iter().find(|(path, _)| path == Path::new("lib.rs")).unwrap();
    lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).map(str::to_owned).collect()
}

/// Returns the module of lib.rs that a file belongs to.
fn module(path: &Path) -> String {
    let first = path.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

#[test]
fn a_module_uses_only_the_modules_above_it() {
    let files = sources();
    let order = order(&files);
    let place = |name: &str| order.iter().position(|known| known == name);
    let mut wrong = Vec::new();
    for (path, text) in &files {
        let Some(own) = place(&module(path)) else { continue };
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for used in line.split("crate::").skip(1) {
                let name: String =
                    used.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                if place(&name).is_some_and(|other| other > own) {
                    wrong.push(format!("{}: {}", path.display(), line.trim()));
                }
            }
        }
    }
    assert!(order.len() > 10, "lib.rs lists the modules");
    assert!(wrong.is_empty(), "these look down the line:\n{}", wrong.join("\n"));
}

#[test]
fn only_the_outer_rooms_touch_the_disk_the_clock_or_the_terminal() {
    let forbidden = [
        "std::fs",
        "fs::",
        "File::",
        "println!",
        "eprintln!",
        "print!(",
        "Instant::now",
        "SystemTime",
        "Zoned::now",
        "std::env",
    ];
    let allowed = ["read", "write", "watch", "serve", "cli", "main", "lib"];
    for (path, text) in sources() {
        if allowed.contains(&module(&path).as_str()) {
            continue;
        }
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let found = forbidden.iter().find(|word| line.contains(*word));
            assert!(found.is_none(), "{} touches the world: {}", path.display(), line.trim());
        }
    }
}

#[test]
fn render_never_sees_a_site() {
    for (path, text) in sources().iter().filter(|(path, _)| module(path) == "render") {
        for name in ["crate::resolve", "crate::model", "crate::check"] {
            assert!(!text.contains(name), "{} reaches past the view: {name}", path.display());
        }
    }
}

#[test]
fn files_can_be_taken_in() {
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= 300, "{} has {lines} lines", path.display());
    }
}

/// A file that main.rs doesn't name is never compiled, and no test of it is ever run.
#[test]
fn every_file_of_tests_is_in_the_suite() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let main = fs::read_to_string(tests.join("suite/main.rs")).unwrap();
    let names = |folder: &Path| -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let is_module =
            |path: &PathBuf| path.join("mod.rs").is_file() || path.extension().is_some_and(|end| end == "rs");
        entries.filter(is_module).map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
    };
    let unnamed: Vec<String> = names(&tests.join("suite"))
        .into_iter()
        .filter(|name| name != "main" && !main.contains(&format!("mod {name};")))
        .collect();
    assert!(unnamed.is_empty(), "tests/suite/main.rs doesn't name {unnamed:?}");
    assert!(names(&tests).is_empty(), "a test outside the suite is never run: {:?}", names(&tests));
}
