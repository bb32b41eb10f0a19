//! The program as its users run it.

#![allow(clippy::disallowed_methods, reason = "tests touch the disk and the clock")]

mod support;

use std::path::Path;
use std::process::{Command, Output};

use support::{WARD, files, small_pack, write};

fn wardpack(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(assert_cmd::cargo::cargo_bin!("wardpack")).current_dir(folder).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn builds_says_what_it_did_and_does_nothing_twice() {
    let folder = small_pack();
    let first = wardpack(folder.path(), &["build", "--as-of", "2026-11-26"]);
    assert_eq!(first.status.code(), Some(0), "{}", text(&first.stderr));
    assert!(text(&first.stdout).starts_with("output/index.html: "), "{}", text(&first.stdout));
    let second = wardpack(folder.path(), &["build", "--as-of", "2026-11-26"]);
    assert!(text(&second.stdout).contains("; 0 written, "), "{}", text(&second.stdout));
    assert!(text(&second.stdout).contains("0 removed"), "{}", text(&second.stdout));
}

#[test]
fn exit_codes_tell_content_from_misuse() {
    let folder = small_pack();
    assert_eq!(wardpack(folder.path(), &["check"]).status.code(), Some(0));
    write(folder.path(), "content/wards/dune.yaml", WARD.replace("2026-11-01", "2020-01-01").as_bytes());
    assert_eq!(wardpack(folder.path(), &["check"]).status.code(), Some(0), "a warning doesn't refuse");
    assert_eq!(wardpack(folder.path(), &["check", "--deny-warnings"]).status.code(), Some(1));
    write(folder.path(), "content/wards/dune.yaml", b"name: Dune\n");
    assert_eq!(wardpack(folder.path(), &["build"]).status.code(), Some(1));
    assert!(!folder.path().join("output").exists(), "a refused build makes nothing");
    for misuse in
        [&["build", "--content", "nowhere"][..], &["build", "--ward", "nobody"], &["explain", "Z999"], &["biuld"]]
    {
        assert_eq!(wardpack(folder.path(), misuse).status.code(), Some(2), "{misuse:?}");
    }
}

#[test]
fn a_ward_can_be_built_alone() {
    let folder = small_pack();
    write(folder.path(), "content/wards/dune.yaml", WARD.replace("Beach", "Dune").as_bytes());
    write(
        folder.path(),
        "content/pages/both.md",
        b"---\ntitle: Both\nsummary: Both.\n---\n[[ward/beach]] and [[ward/dune]]\n",
    );
    assert_eq!(wardpack(folder.path(), &["build", "--ward", "dune"]).status.code(), Some(0));
    let site = files(&folder.path().join("output"));
    assert!(site.contains_key("wards/dune/charter/index.html"));
    assert!(!site.keys().any(|path| path.starts_with("wards/beach")));
    assert!(!text(&site["both/index.html"]).contains("wards/beach"));
}

#[test]
fn json_holds_the_same_facts() {
    let folder = small_pack();
    write(folder.path(), "content/wards/beach.yaml", WARD.replace("kind", "knid").as_bytes());
    let output = wardpack(folder.path(), &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    let problems = report["problems"].as_array().unwrap();
    let unknown = problems.iter().find(|problem| problem["code"] == "Y101").unwrap();
    assert_eq!(unknown["file"], "content/wards/beach.yaml");
    assert_eq!((&unknown["line"], &unknown["column"]), (&serde_json::json!(3), &serde_json::json!(1)));
    assert_eq!(unknown["source"], "knid: acute");
    assert_eq!(unknown["help"], "did you mean “kind”?");
}

#[test]
fn the_text_shows_the_line_and_what_to_write() {
    let folder = small_pack();
    write(
        folder.path(),
        "content/pages/test.md",
        "---\ntitle: Test\nsummary: Ünïcode.\n---\n\nSee [[leaflet/vistiing]].\n".as_bytes(),
    );
    let shown = text(&wardpack(folder.path(), &["check"]).stderr);
    for part in [
        "error[R001]",
        "content/pages/test.md:6:5",
        "See [[leaflet/vistiing]].",
        "^^^^",
        "did you mean leaflet/visiting?",
    ] {
        assert!(shown.contains(part), "“{part}” is not in\n{shown}");
    }
    assert!(!shown.contains('\u{1b}'), "colours only on a terminal");
}

#[test]
fn every_code_is_explained() {
    let folder = tempfile::tempdir().unwrap();
    let list = text(&wardpack(folder.path(), &["explain"]).stdout);
    assert!(list.lines().count() > 50);
    for code in list.lines().map(|line| &line[..4]) {
        let explained = text(&wardpack(folder.path(), &["explain", &code.to_lowercase()]).stdout);
        assert!(explained.starts_with(code) && explained.contains("What to do: "), "{explained}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_on_any_number_of_threads() {
    let folder = small_pack();
    for (jobs, output) in [("1", "one"), ("7", "seven")] {
        let built = wardpack(folder.path(), &["build", "--jobs", jobs, "--output", output]);
        assert_eq!(built.status.code(), Some(0));
    }
    assert!(files(&folder.path().join("one")) == files(&folder.path().join("seven")));
}

/// Kills builds at random moments over an older site: what is there is whole, and one more run completes it.
#[cfg(unix)]
#[test]
fn killed_at_any_moment_every_file_is_whole_and_the_next_run_completes() {
    let folder = small_pack();
    for number in 0..60 {
        let ward = WARD.replace("Beach", &format!("Ward {number}"));
        write(folder.path(), &format!("content/wards/w{number}.yaml"), ward.as_bytes());
    }
    assert!(wardpack(folder.path(), &["build"]).status.success());
    let old = files(&folder.path().join("output"));
    write(folder.path(), "content/pack.yaml", b"title: Another title\nextends: built-in\n");
    assert!(wardpack(folder.path(), &["build", "--output", "clean"]).status.success());
    let new = files(&folder.path().join("clean"));
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..25 {
        write(folder.path(), "content/pack.yaml", b"title: Test pack\nextends: built-in\n");
        assert!(wardpack(folder.path(), &["build"]).status.success());
        write(folder.path(), "content/pack.yaml", b"title: Another title\nextends: built-in\n");
        let program = assert_cmd::cargo::cargo_bin!("wardpack");
        let mut child = Command::new(program)
            .arg("build")
            .current_dir(folder.path())
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        std::thread::sleep(std::time::Duration::from_micros(seed % 400_000));
        child.kill().unwrap();
        child.wait().unwrap();
        for (path, bytes) in files(&folder.path().join("output")) {
            assert!(old.get(&path) == Some(&bytes) || new.get(&path) == Some(&bytes), "{path} is not whole");
        }
        assert!(wardpack(folder.path(), &["build"]).status.success());
        assert!(files(&folder.path().join("output")) == new, "the next run gives the clean build");
    }
}
