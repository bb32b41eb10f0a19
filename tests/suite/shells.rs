//! What shells and `man` are told of the commands, and how loud and colourful the program is.

use std::path::Path;

use assert_cmd::Command;

use crate::support::{files, small_pack, write};

fn wardpack(folder: &Path, arguments: &[&str]) -> (String, String, i32) {
    let output = Command::cargo_bin("wardpack").unwrap().current_dir(folder).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

#[test]
fn every_shell_is_told_of_every_command() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (script, _, code) = wardpack(folder.path(), &["completions", shell]);
        assert_eq!(code, 0, "{shell}");
        for word in ["wardpack", "publish", "rename", "deny-unfinished", "easy-read"] {
            assert!(script.contains(word), "{shell} isn't told of {word}");
        }
    }
    assert_eq!(wardpack(folder.path(), &["completions", "dos"]).2, 2);
    // Where bash is there, it reads its own.
    let (script, _, _) = wardpack(folder.path(), &["completions", "bash"]);
    write(folder.path(), "wardpack.bash", script.as_bytes());
    if let Ok(read) = std::process::Command::new("bash").arg("-n").arg(folder.path().join("wardpack.bash")).status() {
        assert!(read.success());
    }
}

#[test]
fn each_command_has_a_page_for_man() {
    let folder = tempfile::tempdir().unwrap();
    let (said, _, code) = wardpack(folder.path(), &["man", "pages"]);
    assert!(code == 0 && said.ends_with("pages written to pages\n"), "{said}");
    let pages = files(&folder.path().join("pages"));
    for (name, words) in
        [("wardpack.1", "wardpack\\-publish(1)"), ("wardpack-publish.1", "rollback"), ("wardpack-new-ward.1", "site")]
    {
        let page = String::from_utf8_lossy(&pages[name]).into_owned();
        assert!(page.starts_with(".ie") || page.contains(".TH"), "{page}");
        assert!(page.contains(words), "{name} lacks {words}: {page}");
    }
    assert!(!pages.contains_key("wardpack-man.1"));
    assert_eq!(pages, {
        wardpack(folder.path(), &["man", "again"]);
        files(&folder.path().join("again"))
    });
}

#[test]
fn quiet_prints_problems_only_and_colours_are_as_wanted() {
    let pack = small_pack();
    let folder = pack.path();
    for command in ["build", "check"] {
        let (out, error, code) = wardpack(folder, &[command, "--quiet", "--as-of", "2026-11-26"]);
        assert_eq!((out.as_str(), error.as_str(), code), ("", "", 0), "{command}");
    }
    write(folder, "content/pages/page.md", b"---\ntitle: A page\nsummary: S.\n---\nSee [[leaflet/nowhere]].\n");
    let check = |more: &[&str]| wardpack(folder, &[&["check", "--quiet", "--as-of", "2026-11-26"], more].concat());
    let (out, plain, code) = check(&[]);
    assert!(out.is_empty() && plain.starts_with("error[R001]") && code == 1, "{out}{plain}");
    assert_eq!(check(&["--color", "never"]).1, plain);
    let coloured = check(&["--color", "always"]).1;
    assert!(coloured.contains("\u{1b}[") && !plain.contains('\u{1b}'), "{coloured}");
    assert_eq!(check(&["--color", "sometimes"]).2, 2);
    assert_eq!(wardpack(folder, &["build", "--quiet", "--stats"]).2, 2);
}
