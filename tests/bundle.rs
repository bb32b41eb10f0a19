//! A ward's own pack: complete, of that ward alone, the same bytes each time, and checked against its list.

#![allow(clippy::disallowed_methods, reason = "tests touch the disk")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use assert_cmd::Command;
use support::{files, small_pack, write};
use zip::ZipArchive;

fn wardpack(folder: &Path, arguments: &[&str]) -> (String, i32) {
    let output = Command::cargo_bin("wardpack").unwrap().current_dir(folder).args(arguments).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (String::from_utf8(said).unwrap(), output.status.code().unwrap())
}

/// A pack with the ward of the bundle, and another whose words must not be in it.
fn two_wards() -> tempfile::TempDir {
    let pack = small_pack();
    let ward = format!(
        "{}about: \"See [[leaflet/visiting]] and [a picture](../images/easy-read/safe.svg).\"\n",
        support::WARD
    );
    write(pack.path(), "content/wards/beach.yaml", ward.as_bytes());
    let other = support::WARD.replace("Beach", "Quokka").replace("Test hospital", "Wombat hospital");
    write(pack.path(), "content/wards/quokka.yaml", other.as_bytes());
    write(
        pack.path(),
        "content/pages/page.md",
        b"---\ntitle: A page\nsummary: S.\n---\nFind [[ward/quokka|a ward]].\n",
    );
    pack
}

fn unzipped(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(fs::read(path).unwrap())).unwrap();
    let mut found = BTreeMap::new();
    for number in 0..archive.len() {
        let mut file = archive.by_index(number).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        found.insert(file.name().unwrap().into_owned(), bytes);
    }
    found
}

#[test]
fn a_bundle_is_of_one_ward_alone_and_the_same_each_time() {
    let pack = two_wards();
    let folder = pack.path();
    let make = |more: &[&str]| {
        let (said, code) = wardpack(folder, &[&["bundle", "beach", "--as-of", "2026-11-23"], more].concat());
        assert_eq!(code, 0, "{said}");
        said
    };
    assert!(make(&[]).contains("Beach ward"));
    make(&["--zip"]);
    let bundle = files(&folder.join("bundles/beach-sexual-safety"));
    for (path, bytes) in &bundle {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let is_clean = ["quokka", "wombat"].iter().all(|word| !path.contains(word) && !text.contains(word));
        assert!(is_clean, "{path} has something of another ward");
    }
    let index = String::from_utf8_lossy(&bundle["index.html"]).into_owned();
    for link in [
        "site/css/ward.css",
        "site/wards/beach/charter/index.html",
        "site/wards/beach/leaflets/visiting/index.html",
        "site/images/easy-read/safe.svg",
    ] {
        assert!(index.contains(link) && bundle.contains_key(link), "{link}");
    }
    let readme = String::from_utf8_lossy(&bundle["README.txt"]).into_owned();
    assert!(
        readme.contains("23 November 2026") && readme.contains("After 23 November 2027") && readme.contains("\r\n")
    );

    let zip = folder.join("bundles/beach-sexual-safety.zip");
    let first = fs::read(&zip).unwrap();
    let mut inside = unzipped(&zip);
    let expected: BTreeMap<String, Vec<u8>> = (bundle.iter())
        .filter(|(path, _)| path.as_str() != "wardpack-manifest.json")
        .map(|(path, bytes)| (format!("beach-sexual-safety/{path}"), bytes.clone()))
        .collect();
    assert_eq!(inside.len(), expected.len());
    inside.retain(|path, bytes| expected.get(path) != Some(&*bytes));
    assert!(inside.is_empty(), "{:?}", inside.keys());
    fs::remove_file(&zip).unwrap();
    make(&["--zip", "--jobs", "1"]);
    assert!(fs::read(&zip).unwrap() == first, "the same pack gives the same zip file");
    let version = |said: &str| said.split("version ").nth(1).unwrap()[..7].to_owned();
    let before = version(&make(&[]));
    assert_eq!(version(&make(&[])), before);
    let footer = include_str!("../themes/ward/templates/footer.html").replace("<footer", "<footer id=\"page-foot\"");
    write(folder, "themes/ward/templates/footer.html", footer.as_bytes());
    assert_ne!(version(&make(&[])), before, "other pages, another version");
}

#[test]
fn a_copy_that_is_not_whole_or_behind_is_told() {
    let pack = two_wards();
    let folder = pack.path();
    wardpack(folder, &["bundle", "--all"]);
    assert!(folder.join("bundles/quokka-sexual-safety/index.html").is_file());
    let copy = folder.join("a copy of it");
    support::copy(&folder.join("bundles/beach-sexual-safety"), &copy);
    let verify = |more: &[&str]| wardpack(folder, &[&["verify", "a copy of it"], more].concat());
    let (said, code) = verify(&[]);
    assert!(code == 0 && said.ends_with("whole\n") && said.lines().count() == 1, "{said}");

    let mut page = fs::read(copy.join("site/index.html")).unwrap();
    page[200] ^= 1;
    fs::write(copy.join("site/index.html"), &page).unwrap();
    fs::remove_file(copy.join("README.txt")).unwrap();
    write(&copy, "site/leaflets/own.html", b"foreign");
    let (said, code) = verify(&[]);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(code, 1);
    assert_eq!(lines[..3], ["changed: site/index.html", "missing: README.txt", "foreign: site/leaflets/own.html"]);
    assert!(lines[3].ends_with("not whole") && lines.len() == 4, "{said}");

    support::copy(&folder.join("bundles/beach-sexual-safety"), &copy);
    fs::remove_file(copy.join("site/leaflets/own.html")).unwrap();
    assert_eq!(verify(&["--content", "content"]).1, 0);
    write(folder, "content/pages/page.md", b"---\ntitle: A page\nsummary: S.\n---\nOther words.\n");
    let (said, code) = verify(&["--content", "content"]);
    assert!(code == 1 && said.contains("behind: 2 files"), "the page, and what search finds: {said}");
}

#[test]
fn what_cannot_be_bundled_is_told() {
    let pack = two_wards();
    let folder = pack.path();
    let (said, code) = wardpack(folder, &["bundle", "baech"]);
    assert!(code == 2 && said.contains("did you mean beach?"), "{said}");
    assert_eq!(wardpack(folder, &["bundle"]).1, 2);
    assert!(wardpack(folder, &["verify", "content"]).0.contains("is no bundle"));
    assert_eq!(wardpack(folder, &["verify", "nowhere"]).1, 2);
    write(folder, "content/pages/page.md", b"No front matter");
    let (said, code) = wardpack(folder, &["bundle", "beach"]);
    assert!(code == 1 && said.contains("No bundle was made for beach"), "{said}");
    assert!(!folder.join("bundles").exists());
}
