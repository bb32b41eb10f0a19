//! What `wardpack doctor` says of a folder and the machine, through the program.

use std::fs;

use crate::support::{files, small_pack, wardpack, write};

#[test]
fn a_pack_without_trouble_is_fine_before_and_after_a_build() {
    let pack = small_pack();
    let folder = pack.path();
    let (said, code) = wardpack(folder, &["doctor"]);
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains("2 files of the pack: each can be read") && said.contains("there is no site in output yet"),
        "{said}"
    );
    assert!(said.ends_with("Nothing here will keep a build from working\n"), "{said}");
    wardpack(folder, &["build", "--as-of", "2026-11-26"]);
    let before = files(folder);
    let (said, code) = wardpack(folder, &["doctor", "."]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("Windows can open every file of the site") && !said.contains("trouble"), "{said}");
    assert!(files(folder) == before, "a look changes nothing");
}

#[test]
fn every_trouble_of_a_folder_is_told_in_one_run() {
    let pack = small_pack();
    let folder = pack.path();
    for name in ["visiting.md", "Visiting.md", "con.md", "visits.", "a\u{7f}b.md"] {
        write(folder, &format!("content/leaflets/{name}"), b"Words.");
    }
    write(folder, "output", b"a file");
    write(folder, "themes/ward/fonts/ours.woff2", b"<!doctype html><title>Not found</title>");
    let before = files(folder);
    let (said, code) = wardpack(folder, &["doctor"]);
    assert_eq!(code, 1, "{said}");
    for words in [
        "content/leaflets/visiting.md differ only by capital letters",
        "Windows keeps the name “con” for itself",
        "themes/ward/fonts/ours.woff2 is no typeface",
        "Windows drops a dot or space at the end of a name",
        "the site can't be written into output: output is a file or a broken link, not a folder",
    ] {
        assert_eq!(said.matches(words).count(), 1, "“{words}” is not once in\n{said}");
    }
    assert!(said.ends_with("6 troubles\n"), "{said}");
    assert!(files(folder) == before, "a look changes nothing");
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_or_in_circles_are_told_and_names_are_no_commands() {
    let pack = small_pack();
    let folder = pack.path();
    fs::create_dir_all(folder.join("content/leaflets")).unwrap();
    std::os::unix::fs::symlink("/etc", folder.join("content/leaflets/out")).unwrap();
    write(folder, "content/leaflets/a\u{1b}[31mred\nFiles: fine.md", b"Words.");
    std::os::unix::fs::symlink("../leaflets", folder.join("content/leaflets/round")).unwrap();
    let (said, code) = wardpack(folder, &["doctor"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("content/leaflets/out is a link that leads out of the folder"), "{said}");
    assert!(said.contains("content/leaflets/round") && said.ends_with("3 troubles\n"), "{said}");
    assert!(
        !said.contains('\u{1b}') && !said.contains("\nFiles: fine"),
        "no name of a file speaks to the terminal: {said}"
    );
}

#[test]
fn a_folder_with_a_long_path_is_told_with_the_room_that_windows_leaves() {
    let pack = small_pack();
    let long = format!("{}/{}", "o".repeat(120), "p".repeat(120));
    wardpack(pack.path(), &["build", "--as-of", "2026-11-26", "--output", &long]);
    let (said, code) = wardpack(pack.path(), &["doctor", "--output", &long]);
    assert_eq!(code, i32::from(cfg!(windows)), "{said}");
    assert!(said.contains("many programs on Windows can't open a path of more than 259 letters"), "{said}");
}

#[test]
fn a_folder_without_a_pack_is_told_what_to_name() {
    let empty = tempfile::tempdir().unwrap();
    let (said, code) = wardpack(empty.path(), &["doctor"]);
    assert!(code == 1 && said.contains("there is no folder content") && said.contains("wardpack init"), "{said}");
    std::fs::create_dir(empty.path().join("content")).unwrap();
    let (said, code) = wardpack(empty.path(), &["doctor"]);
    assert!(code == 1 && said.contains("there is no file in content") && said.contains("wardpack init"), "{said}");
    let pack = small_pack();
    let (said, code) = wardpack(&pack.path().join("content"), &["doctor"]);
    assert!(code == 1 && said.contains("this is the content folder itself"), "{said}");
}

#[test]
fn programs_read_the_same_as_people() {
    let pack = small_pack();
    write(pack.path(), "content/leaflets/con.md", b"Words.");
    let (said, code) = wardpack(pack.path(), &["doctor", "--format", "json"]);
    let read: serde_json::Value = serde_json::from_str(&said).unwrap();
    let findings = read["findings"].as_array().unwrap();
    assert_eq!(code, 1, "{said}");
    assert!(findings[0]["about"] == "Files" && findings[0]["state"] == "trouble", "{said}");
    assert!(findings.iter().all(|finding| finding["says"].is_string()), "{said}");
    assert_eq!(findings.iter().filter(|finding| finding["about"] == "Files").count(), 1, "{said}");
}
