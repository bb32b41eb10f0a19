//! Who called or opened what: nothing is said to be checked that nobody checked, and no check is lost.

use std::path::Path;
use std::process::{Command, Output};

use crate::support::{self, build, files, small_pack, write};

fn wardpack(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(assert_cmd::cargo::cargo_bin!("wardpack")).current_dir(folder).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn called(folder: &Path, id: &str, more: &[&str]) -> Output {
    let all = [&["called", id, "--on", "2026-11-20", "--by", "Sexual safety lead"], more].concat();
    wardpack(folder, &all)
}

#[test]
fn a_new_site_says_of_nothing_that_its_publisher_checked_or_reviewed_it() {
    let folder = small_pack();
    // The only check of the pack's own is that of its ward.
    let ward = support::WARD.replace(", checked_on: 2026-11-01", "");
    write(folder.path(), "content/wards/beach.yaml", ward.as_bytes());
    build(folder.path()).unwrap();
    for (path, bytes) in files(&folder.path().join("output")).iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = text(bytes);
        for claim in ["checked on", "Called on", "opened on", "Last reviewed"] {
            assert!(!page.contains(claim), "{path} says “{claim}”");
        }
    }
}

#[test]
fn a_check_is_written_down_beside_the_others_and_leaves_the_list() {
    let folder = small_pack();
    let folder = folder.path();
    let before = text(&wardpack(folder, &["calls"]).stdout);
    assert!(before.contains("[ ] Samaritans (samaritans)") && before.contains("Phone: 116 123"), "{before}");
    assert!(before.contains("Do not call this number to try it."), "nobody tries 999: {before}");
    for id in ["samaritans", "resource/cqc-2018", "sarc"] {
        assert_eq!(called(folder, id, &[]).status.code(), Some(0), "{id}");
    }
    let written = std::fs::read_to_string(folder.join("content/checked.yaml")).unwrap();
    for id in ["  samaritans:", "  cqc-2018:", "  sarc:", "how: called", "how: opened"] {
        assert!(written.contains(id), "{written}");
    }
    let after = text(&wardpack(folder, &["calls"]).stdout);
    assert!(!after.contains("(samaritans)") && !after.contains("(sarc)") && after.contains("(childline)"), "{after}");
    assert!(text(&wardpack(folder, &["calls", "--all", "--format", "csv"]).stdout).contains("2026-11-20"));
    let check = text(&wardpack(folder, &["check", "--deny-warnings", "--as-of", "2026-11-26"]).stdout);
    assert!(check.contains("16 services have not been called or opened by your trust"), "{check}");
}

#[test]
fn what_cannot_be_so_is_refused_and_nothing_is_lost() {
    let folder = small_pack();
    let folder = folder.path();
    let near = called(folder, "samaritan", &[]);
    assert!(text(&near.stderr).contains("did you mean samaritans?"), "{}", text(&near.stderr));
    for refused in [
        &["called", "samaritans", "--on", "2999-01-01", "--by", "Librarian"][..],
        &["called", "samaritans", "--on", "2026-11-20", "--by", " "],
        &["called", "samaritans", "--on", "2026-11-20", "--by", "Librarian", "--how", "rang"],
        &["called", "samaritans", "--on", "2026-11-20"],
    ] {
        assert_eq!(wardpack(folder, refused).status.code(), Some(2), "{refused:?}");
    }
    assert!(!folder.join("content/checked.yaml").exists());
    let broken = b"services:\n  sarc: {on: 2026-11-20\n";
    write(folder, "content/checked.yaml", broken);
    assert_eq!(called(folder, "samaritans", &[]).status.code(), Some(1));
    assert_eq!(std::fs::read(folder.join("content/checked.yaml")).unwrap(), broken);
}
