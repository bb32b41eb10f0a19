//! What has changed between two sites, as a ward reads it; and the way from an empty folder to a release that is taken back.

use std::fs;
#[cfg(feature = "serve")]
use std::io::{BufRead, BufReader, Read, Write};
#[cfg(feature = "serve")]
use std::net::TcpStream;
use std::path::Path;
#[cfg(feature = "serve")]
use std::process::Stdio;

use crate::support::{WARD, copy, files, small_pack, wardpack, write};

fn build(folder: &Path) {
    let (said, code) = wardpack(folder, &["build", "--as-of", "2026-11-26"]);
    assert_eq!(code, 0, "{said}");
}

const LEAFLET: &str = "---\ntitle: Coming to see us\nsummary: When to come.\n---\nRing the bell.\n\nThen sit down.\n";

#[test]
fn each_kind_of_change_is_told_once_in_words() {
    let pack = small_pack();
    let folder = pack.path();
    write(folder, "content/wards/dune.yaml", WARD.replace("Beach", "Dune").as_bytes());
    write(folder, "content/leaflets/coming.md", LEAFLET.as_bytes());
    write(folder, "content/pages/tea.md", b"---\ntitle: Tea\nsummary: When tea is.\n---\nTea is at three.\n");
    build(folder);
    copy(&folder.join("output"), &folder.join("old"));
    let (said, code) = wardpack(folder, &["changes", "old"]);
    assert!(code == 0 && said == "Nothing has changed\n", "{said}");

    write(folder, "content/wards/beach.yaml", WARD.replace("960 001", "960 009").as_bytes());
    write(folder, "content/leaflets/coming.md", LEAFLET.replace("the bell", "the bell and wait").as_bytes());
    fs::remove_file(folder.join("content/pages/tea.md")).unwrap();
    write(folder, "content/pages/cake.md", b"---\ntitle: Cake\nsummary: When cake is.\n---\nCake is at four.\n");
    write(folder, "output/own.html", b"<main>somebody else's</main>");
    build(folder);
    let (said, code) = wardpack(folder, &["changes", "old", "output"]);
    assert_eq!(code, 1, "{said}");
    for words in [
        "Beach ward: phone number changed\n  - 01632 960 001\n  + 01632 960 009\n",
        "“Cake” new\n",
        "“Tea” gone\n",
        "“Coming to see us” reworded, and so on 2 wards\n  - Ring the bell.\n  + Ring the bell and wait.\n",
    ] {
        assert_eq!(said.matches(words).count(), 1, "“{words}” is not once in\n{said}");
    }
    assert!(
        !said.contains("Dune ward: phone") && !said.contains("Then sit down") && !said.contains("else's"),
        "{said}"
    );
    assert!(!said.contains("“A to Z”") && said.contains("Only lists of other pages differ on "), "{said}");

    let (markdown, _) = wardpack(folder, &["changes", "old", "output", "--format", "markdown"]);
    assert!(markdown.contains("- **Beach ward: phone number changed**\n  - Before: 01632 960 001\n"), "{markdown}");
    let (csv, _) = wardpack(folder, &["changes", "old", "output", "--format", "csv"]);
    assert!(csv.starts_with("ward,page,change,before,now\n"), "{csv}");
    assert!(csv.contains("Beach ward,,phone number changed,01632 960 001,01632 960 009\n"), "{csv}");
    let (said, code) = wardpack(folder, &["changes", "content", "output"]);
    assert!(code == 2 && said.contains("content holds no site that wardpack built"), "{said}");
}

#[test]
fn a_page_or_a_ward_that_has_another_address_is_told_as_moved() {
    let pack = small_pack();
    let folder = pack.path();
    write(folder, "content/leaflets/coming.md", LEAFLET.as_bytes());
    write(folder, "content/pages/tea.md", b"---\ntitle: Tea\nsummary: When tea is.\n---\nTea is at three.\n");
    build(folder);
    copy(&folder.join("output"), &folder.join("old"));
    for (item, new) in [("ward/beach", "shore"), ("page/tea", "tea-times")] {
        let (said, code) = wardpack(folder, &["rename", item, new]);
        assert_eq!(code, 0, "{said}");
    }
    write(folder, "content/leaflets/coming.md", LEAFLET.replace("the bell", "the bell and wait").as_bytes());
    build(folder);
    let (said, code) = wardpack(folder, &["changes", "old"]);
    assert_eq!(code, 1, "{said}");
    for words in [
        "Beach ward: pages moved to other addresses; the old ones lead on to them\n",
        "“Tea” moved to another address; the old one leads on to it\n",
        "“Coming to see us” reworded, and so on 1 ward\n",
        // The code on a charter is made of the ward's id too.
        "Beach ward: “Sexual safety on Beach ward” reworded\n",
    ] {
        assert_eq!(said.matches(words).count(), 1, "“{words}” is not once in\n{said}");
    }
    assert!(!said.contains("” new") && !said.contains(" gone") && said.contains("4 changes;"), "{said}");
}

/// Returns a page as `wardpack serve` shows it.
#[cfg(feature = "serve")]
fn served(folder: &Path, path: &str) -> String {
    let program = assert_cmd::cargo::cargo_bin("wardpack");
    let serve = ["serve", "--port", "0"];
    let mut child = std::process::Command::new(program)
        .current_dir(folder)
        .args(serve)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let address = lines.map_while(Result::ok).find_map(|line| Some(line[line.find("http://")?..].to_owned())).unwrap();
    let host = address.trim_start_matches("http://").split(['/', ' ']).next().unwrap().to_owned();
    let mut stream = TcpStream::connect(&host).unwrap();
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut said = Vec::new();
    stream.read_to_end(&mut said).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    String::from_utf8_lossy(&said).into_owned()
}

#[test]
fn from_an_empty_folder_to_a_release_that_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let says = |arguments: &[&str], code: i32, words: &[&str]| {
        let (said, ended) = wardpack(folder, arguments);
        let lacks: Vec<&&str> = words.iter().filter(|part| !said.contains(**part)).collect();
        assert!(ended == code && lacks.is_empty(), "{arguments:?} ended with {ended} and lacks {lacks:?}:\n{said}");
    };
    says(&["build"], 2, &["there is no content folder content", "write wardpack init"]);
    says(&["init", "--publisher", "Northgate NHS trust"], 0, &["A pack is begun:", "content/pack.yaml", "Next:\n"]);
    says(&["build"], 0, &["output/index.html: ", ", 1 ward; "]);
    #[cfg(feature = "serve")]
    assert!(served(folder, "leaflets/sample-leaflet/index.html").contains("You can ask for a break."));
    says(&["publish", "share"], 0, &["Release ", " new, 0 changed, ", "Nothing was written.", "add --write"]);
    says(&["publish", "share", "--write"], 0, &["share is release "]);
    let first = files(&folder.join("share"));
    let leaflet = folder.join("content/leaflets/sample-leaflet.md");
    let edited = fs::read_to_string(&leaflet).unwrap().replace("You can ask for a break.", "You can stop at any time.");
    fs::write(&leaflet, edited).unwrap();
    says(&["changes", "share"], 0, &["Nothing has changed"]);
    says(&["new", "leaflet", "for-visitors"], 0, &["content/leaflets/for-visitors.md is written"]);
    says(&["build"], 0, &["output/index.html: "]);
    let went =
        "“Sample leaflet” reworded, and so on 1 ward\n  - You can ask for a break.\n  + You can stop at any time.\n";
    says(&["changes", "share"], 1, &[went, "For visitors"]);
    says(
        &["publish", "share", "--write"],
        0,
        &["changed: leaflets/sample-leaflet/index.html", "--rollback brings it back"],
    );
    says(&["changes", "share"], 0, &["Nothing has changed"]);
    says(&["publish", "share", "--rollback", "--write"], 0, &["share is release ", "is kept in "]);
    assert!(files(&folder.join("share")) == first, "the first release, byte for byte");
    says(&["verify", "share"], 0, &[", whole"]);
}
