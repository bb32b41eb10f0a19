//! A ward's own pack: complete, of that ward alone, the same bytes each time, and checked against its list.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use zip::ZipArchive;

use crate::support::{self, files, small_pack, wardpack, write};

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
        let (said, code) = wardpack(folder, &[&["bundle", "beach", "--as-of", "2026-11-26"], more].concat());
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
        readme.contains("26 November 2026") && readme.contains("After 26 November 2027") && readme.contains("\r\n")
    );

    let zip = folder.join("bundles/beach-sexual-safety.zip");
    let first = fs::read(&zip).unwrap();
    let day = ZipArchive::new(Cursor::new(&first)).unwrap().by_index(0).unwrap().last_modified().unwrap();
    assert_eq!((day.year(), day.month(), day.day()), (2026, 11, 26));
    let mut inside = unzipped(&zip);
    let expected: BTreeMap<String, Vec<u8>> =
        (bundle.iter()).map(|(path, bytes)| (format!("beach-sexual-safety/{path}"), bytes.clone())).collect();
    assert_eq!(inside.len(), expected.len());
    inside.retain(|path, bytes| expected.get(path) != Some(&*bytes));
    assert!(inside.is_empty(), "{:?}", inside.keys());
    fs::remove_file(&zip).unwrap();
    make(&["--zip", "--jobs", "1"]);
    assert!(fs::read(&zip).unwrap() == first, "the same pack gives the same zip file");
    let version = |said: &str| said.split("version ").nth(1).unwrap()[..7].to_owned();
    let before = version(&make(&[]));
    assert_eq!(version(&make(&[])), before);
    let footer = include_str!("../../themes/ward/templates/footer.html").replace("<footer", "<footer id=\"page-foot\"");
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

/// Puts an update over an old folder as its note says: copies all files, then deletes those that the note lists.
fn apply(update: &Path, old: &Path) {
    support::copy(update, old);
    let note = fs::read_to_string(update.join("UPDATE.txt")).unwrap();
    for path in note.lines().filter_map(|line| line.strip_prefix("  ")) {
        fs::remove_file(old.join(path)).unwrap();
    }
}

/// Returns the files that belong to a bundle.
fn of_bundle(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = files(folder);
    files.retain(|path, _| !["wardpack-manifest.json", "UPDATE.txt"].contains(&path.as_str()));
    files
}

#[test]
fn an_update_put_over_the_old_folder_gives_the_new_bundle() {
    let pack = two_wards();
    let folder = pack.path();
    let on = |day: &str, more: &[&str]| {
        let (said, code) = wardpack(folder, &[&["bundle", "beach", "--as-of", day], more].concat());
        assert_eq!(code, 0, "{said}");
        said
    };
    write(folder, "content/pages/gone.md", b"---\ntitle: Gone\nsummary: S.\n---\nSoon gone.\n");
    let (bundles, old) = (folder.join("bundles"), folder.join("old"));
    on("2026-11-01", &[]);
    on("2026-11-01", &["--zip"]);
    support::copy(&bundles.join("beach-sexual-safety"), &old);
    fs::rename(bundles.join("beach-sexual-safety.zip"), folder.join("old.zip")).unwrap();

    fs::remove_file(folder.join("content/pages/gone.md")).unwrap();
    write(folder, "content/pages/new.md", "---\ntitle: New\nsummary: S.\n---\nNew words.\n".as_bytes());
    let said = on("2026-11-26", &["--update", "old"]);
    assert!(said.starts_with("bundles/beach-sexual-safety-update: Beach ward, "), "{said}");
    assert!(
        said.contains(", 1 file to delete; from version ") && said.contains("made on 1 November 2026, to version ")
    );
    on("2026-11-26", &[]);
    let new = of_bundle(&bundles.join("beach-sexual-safety"));
    let update = files(&bundles.join("beach-sexual-safety-update"));
    assert!(update.len() < new.len() && update.contains_key("site/new/index.html"));
    assert!(!update.contains_key("site/css/ward.css") && !update.keys().any(|path| path.contains("gone")));
    let note = String::from_utf8_lossy(&update["UPDATE.txt"]).into_owned();
    assert!(note.starts_with("Beach ward: an update") && note.contains("\r\n  site/gone/index.html\r\n"), "{note}");
    assert!(note.contains("made on 1 November 2026,") && note.contains("made on 26 November 2026,"), "{note}");
    assert!(!note.contains('{') && !note.replace("\r\n", "").contains('\n'), "{note}");

    on("2026-11-26", &["--update", "old.zip", "--zip"]);
    let zip = bundles.join("beach-sexual-safety-update.zip");
    let first = fs::read(&zip).unwrap();
    let mut inside = unzipped(&zip);
    assert_eq!(inside.len(), update.len());
    inside.retain(|path, bytes| update.get(path.strip_prefix("beach-sexual-safety-update/").unwrap()) != Some(&*bytes));
    assert!(inside.is_empty(), "a folder and a zip file give the same: {:?}", inside.keys());
    fs::remove_file(&zip).unwrap();
    on("2026-11-26", &["--update", "old", "--zip", "--jobs", "1"]);
    assert!(fs::read(&zip).unwrap() == first, "the same update gives the same zip file");

    apply(&bundles.join("beach-sexual-safety-update"), &old);
    assert!(of_bundle(&old) == new);
    let (said, code) = wardpack(folder, &["verify", "old"]);
    assert!(code == 0 && said.ends_with(", whole\n") && said.lines().count() == 1, "{said}");
    let said = on("2026-11-26", &["--update", "old", "--output", "elsewhere"]);
    assert!(said.starts_with("Beach ward: nothing has changed since version ") && !folder.join("elsewhere").exists());
}

#[test]
fn a_newer_date_alone_is_said_and_a_second_update_leaves_nothing_of_the_first() {
    let pack = two_wards();
    let folder = pack.path();
    let bundle = |more: &[&str]| {
        let (said, code) = wardpack(folder, &[&["bundle", "beach", "--as-of"], more].concat());
        assert_eq!(code, 0, "{said}");
        said
    };
    bundle(&["2026-11-01"]);
    let own = folder.join("bundles/beach-sexual-safety");
    let update = folder.join("bundles/beach-sexual-safety-update");
    write(folder, "content/pages/page.md", b"---\ntitle: A page\nsummary: S.\n---\nOther words.\n");
    bundle(&["2026-11-01", "--update", "bundles/beach-sexual-safety"]);
    assert!(update.join("site/page/index.html").is_file());
    write(folder, "content/pages/page.md", b"---\ntitle: A page\nsummary: S.\n---\nFind [[ward/quokka|a ward]].\n");
    let said = bundle(&["2026-11-02", "--update", "bundles/beach-sexual-safety"]);
    assert!(said.contains("the pages are the same, only what the copy says of itself is new"), "{said}");
    let paths: Vec<String> = files(&update).into_keys().collect();
    assert_eq!(paths, ["README.txt", "UPDATE.txt", "bundle.json", "index.html", "wardpack-manifest.json"]);
    let note = fs::read_to_string(update.join("UPDATE.txt")).unwrap();
    assert!(!note.contains("delete") && !note.contains("\r\n\r\n\r\n"), "{note}");

    // Put over the very folder that bundles are made in, it leaves it a folder of ours.
    apply(&update, &own);
    bundle(&["2026-11-03"]);
    assert!(!own.join("UPDATE.txt").exists());
    assert_eq!(wardpack(folder, &["verify", "bundles/beach-sexual-safety"]).1, 0);
}

#[test]
fn an_old_copy_that_is_damaged_is_mended_by_the_update() {
    let pack = two_wards();
    let folder = pack.path();
    wardpack(folder, &["bundle", "beach", "--as-of", "2026-11-26"]);
    let old = folder.join("old");
    support::copy(&folder.join("bundles/beach-sexual-safety"), &old);
    write(&old, "site/css/ward.css", b"damaged");
    fs::remove_file(old.join("README.txt")).unwrap();
    let (said, code) = wardpack(folder, &["bundle", "beach", "--as-of", "2026-11-26", "--update", "old"]);
    assert!(
        code == 0 && said.contains("2 changed or new files (2 files of the old bundle not as its list says)"),
        "{said}"
    );
    apply(&folder.join("bundles/beach-sexual-safety-update"), &old);
    assert!(of_bundle(&old) == of_bundle(&folder.join("bundles/beach-sexual-safety")));

    // An earlier bundle with a paper, made by a program that prints: the version is of the pages, which are the same.
    let (paper, bytes) = ("site/leaflets/visiting/visiting.pdf", b"%PDF-1.7");
    write(&old, paper, bytes);
    let mut list: serde_json::Value = serde_json::from_slice(&fs::read(old.join("bundle.json")).unwrap()).unwrap();
    list["files"][paper] = format!("{:032x}", twox_hash::XxHash3_128::oneshot(bytes)).into();
    write(&old, "bundle.json", list.to_string().as_bytes());
    let (said, code) = wardpack(folder, &["bundle", "beach", "--as-of", "2026-11-26", "--update", "old"]);
    let words = "1 file to delete; from version ";
    let other = "; the pages are the same, and what has changed are other files, such as papers; ";
    assert!(code == 0 && said.contains(words) && said.contains(other), "{said}");
    let note = fs::read_to_string(folder.join("bundles/beach-sexual-safety-update/UPDATE.txt")).unwrap();
    assert!(note.contains(&format!("\r\n  {paper}\r\n")), "{note}");
}

#[test]
fn what_is_no_earlier_bundle_of_the_ward_is_told() {
    let pack = two_wards();
    let folder = pack.path();
    wardpack(folder, &["bundle", "--all", "--as-of", "2026-11-01"]);
    wardpack(folder, &["bundle", "beach", "--as-of", "2026-11-26", "--update", "bundles/beach-sexual-safety"]);
    let before = files(folder);
    let list = |files: &str| format!("{{\"ward\": \"beach\", \"files\": {files}}}");
    write(folder, "leaves/bundle.json", list("{\"../../secret\": \"00\"}").as_bytes());
    write(folder, "case/bundle.json", list("{\"site/CSS/ward.css\": \"00\"}").as_bytes());
    write(folder, "as-folder/bundle.json", list("{\"site/css\": \"00\"}").as_bytes());
    write(folder, "as-file/bundle.json", list("{\"index.html/x\": \"00\"}").as_bytes());
    write(folder, "broken/bundle.json", b"{");
    write(folder, "text.zip", b"no zip file");
    for (old, told) in [
        ("bundles/quokka-sexual-safety", "bundles/quokka-sexual-safety is a bundle of quokka, not of beach"),
        ("bundles/beach-sexual-safety-update", "is an update itself"),
        ("content", "content is no bundle: it has no bundle.json that can be read"),
        ("broken", "broken is no bundle"),
        ("leaves", "leaves is no bundle"),
        ("text.zip", "text.zip is no bundle"),
        ("nowhere", "nowhere can't be read"),
        ("case", "site/CSS/ward.css is in its way"),
        ("as-folder", "site/css is in its way"),
        ("as-file", "index.html/x is in its way"),
    ] {
        let (said, code) = wardpack(folder, &["bundle", "beach", "--update", old, "--output", "made"]);
        assert!(code == 2 && said.contains(told) && said.contains("help: "), "{old}: {said}");
    }
    let old = "bundles/beach-sexual-safety";
    assert!(wardpack(folder, &["bundle", "beach", "quokka", "--update", old]).0.contains("an update is of one ward"));
    assert_eq!(wardpack(folder, &["bundle", "--all", "--update", old]).1, 2);
    assert!(!folder.join("made").exists());
    assert!(before.iter().all(|(path, bytes)| fs::read(folder.join(path)).unwrap() == *bytes));
}

#[test]
fn a_bundle_for_some_readers_says_so_and_is_not_taken_for_another() {
    let pack = two_wards();
    let folder = pack.path();
    write(folder, "content/pages/staff.md", b"---\ntitle: Staff numbats\nsummary: S.\naudience: [staff]\n---\nText.\n");
    assert_eq!(wardpack(folder, &["bundle", "beach"]).1, 0);
    let (said, code) = wardpack(folder, &["bundle", "beach", "--audience", "patients"]);
    assert!(code == 0 && said.starts_with("bundles/beach-sexual-safety-patients: "), "{said}");
    let copy = folder.join("bundles/beach-sexual-safety-patients");
    assert!(fs::read_to_string(copy.join("README.txt")).unwrap().contains("For: Patients"));
    assert!(fs::read_to_string(copy.join("index.html")).unwrap().contains("<dd>Patients</dd>"));
    // Windows and macOS leave files of their own on a stick.
    write(&copy, "Thumbs.db", b"x");
    write(&copy, "site/.DS_Store", b"x");
    let copy = copy.to_str().unwrap();
    let (said, code) = wardpack(folder, &["verify", copy, "--content", "content"]);
    assert!(code == 0 && said.contains("beach: for patients, version"), "{said}");
    let (said, code) = wardpack(folder, &["bundle", "beach", "--update", copy]);
    assert!(
        code == 2 && said.contains("is a bundle for patients") && said.contains("add --audience patients"),
        "{said}"
    );
    let (said, code) = wardpack(folder, &["bundle", "beach", "--audience", "patients", "--update", copy]);
    assert!(code == 0 && said.contains("nothing has changed"), "{said}");
    for (flags, words) in [
        (["--stale-after", "2025-01-01"], "has come already"),
        (["--output", "content/bundles"], "lies inside the content folder"),
        (["--ward", "quokka"], "wardpack bundle quokka"),
    ] {
        let (said, code) = wardpack(folder, &[&["bundle", "beach"], &flags[..]].concat());
        assert!(code == 2 && said.contains(words), "{said}");
    }
}
