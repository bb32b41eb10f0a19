//! Publishing: what is shown first, what is written, the release before, and shares that drop.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use wardpack::ledger::MANIFEST;
use wardpack::publish::{self, PublishedRelease, SUMS};
use wardpack::render::RenderedFile;
use wardpack::write::disk::RealDisk;
use wardpack::write::{Output, previous};

use crate::support::failing_disk::FailingDisk;
use crate::support::{files, small_pack, wardpack, write};

/// Returns a built site with these files.
fn site(folder: &Path, files: &[(&str, &str)]) -> PublishedRelease {
    let file = |(path, text): &(&str, &str)| RenderedFile {
        path: (*path).into(),
        bytes: text.as_bytes().to_vec().into(),
        key: 0,
    };
    let files: Vec<RenderedFile> = files.iter().map(file).collect();
    let paths = files.iter().map(|file| file.path.to_string()).collect();
    wardpack::write::write(Output { files: &files, paths: Some(&paths), papers: None }, folder, &RealDisk).unwrap();
    publish::of_site(folder).unwrap()
}

/// Returns the files of a folder without wardpack's own lists.
fn pages(folder: &Path) -> BTreeMap<String, String> {
    let own = [MANIFEST, SUMS];
    let all = files(folder).into_iter().filter(|(path, _)| !own.contains(&path.as_str()));
    all.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

fn expected(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

const OLDEST: &[(&str, &str)] = &[("index.html", "oldest home")];
const OLD: &[(&str, &str)] = &[
    ("a/index.html", "old a"),
    ("b/index.html", "same"),
    ("gone/index.html", "gone"),
    ("index.html", "old home"),
    ("turned", "a file that becomes a folder"),
];
const NEW: &[(&str, &str)] = &[
    ("a/index.html", "new a, longer"),
    ("b/index.html", "same"),
    ("index.html", "new home"),
    ("new/index.html", "new"),
    ("turned/index.html", "a folder now"),
];

/// As many steps as publishing these sites takes, and more.
const ENOUGH: usize = 70;

#[test]
fn a_share_that_drops_after_any_step_keeps_the_old_release_and_the_next_run_brings_the_new_one() {
    let mut dropped = 0;
    for left in 0..ENOUGH {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("share");
        for files in [OLDEST, OLD] {
            publish::publish(&site(&folder.path().join("output"), files), &target, &RealDisk).unwrap();
        }
        fs::write(target.join("own.txt"), "somebody else's").unwrap();
        let new = site(&folder.path().join("output"), NEW);
        let share = FailingDisk::after(left, io::ErrorKind::NetworkUnreachable);
        let result = publish::publish(&new, &target, &share);
        dropped += usize::from(result.is_err());
        for (path, text) in pages(&target) {
            let known = OLD.iter().chain(NEW).chain(&[("own.txt", "somebody else's")]);
            assert!(known.into_iter().any(|one| *one == (&*path, &*text)), "after {left} steps {path} holds “{text}”");
        }
        // Whatever has come of it, the release before can be brought back.
        if result.is_err() && publish::before(&target).is_ok_and(|before| before.count() == OLD.len()) {
            let copy = tempfile::tempdir().unwrap();
            crate::support::copy(folder.path(), copy.path());
            let copied = copy.path().join("share");
            publish::roll_back(&publish::before(&copied).unwrap(), &copied, &RealDisk).unwrap();
            let mut old = expected(OLD);
            old.insert("own.txt".to_owned(), "somebody else's".to_owned());
            assert_eq!(pages(&copied), old, "rolled back after {left} steps");
        }
        publish::publish(&new, &target, &RealDisk).unwrap_or_else(|error| panic!("after {left} steps: {error:?}"));
        let mut all = expected(NEW);
        all.insert("own.txt".to_owned(), "somebody else's".to_owned());
        assert_eq!(pages(&target), all, "after {left} steps");
        let kept = pages(&previous(&target));
        assert!(kept == expected(OLD) || result.is_ok(), "after {left} steps the release before is {kept:?}");
        assert!(
            publish::changes(&new, &target).is_empty() && publish::verify(&files(&target)).unwrap().missing.is_empty()
        );
    }
    assert!((20..ENOUGH).contains(&dropped), "{dropped} runs were interrupted");
}

#[test]
fn publishing_shows_first_asks_and_can_be_taken_back() {
    let pack = small_pack();
    let folder = pack.path();
    let (said, code) = wardpack(folder, &["publish", "share"]);
    assert!(code == 2 && said.contains("run wardpack build first"), "{said}");
    assert_eq!(wardpack(folder, &["build", "--as-of", "2026-11-26"]).1, 0);
    for arguments in [&["publish", "share"][..], &["publish", "share", "--dry-run"]] {
        let (said, code) = wardpack(folder, arguments);
        assert!(code == 0 && said.contains(" new, 0 changed, 0 removed, 0 unchanged; "), "{said}");
        assert!(said.contains("Nothing was written.") && !folder.join("share").exists(), "{said}");
    }
    let (said, code) = wardpack(folder, &["publish", "share", "--write"]);
    assert!(code == 0 && said.contains("share is release "), "{said}");
    let first = files(&folder.join("share"));
    assert!(first.len() == files(&folder.join("output")).len() + 1, "all files, and their sums");
    let (said, code) = wardpack(folder, &["publish", "share", "--write"]);
    assert!(code == 0 && said.contains("there is nothing to publish"), "{said}");
    let (said, code) = wardpack(folder, &["publish", "share", "--rollback", "--write"]);
    assert!(code == 2 && said.contains("there is no release to bring back"), "{said}");

    write(folder, "share/own.txt", b"the web server's own");
    write(folder, "content/pages/tea.md", b"---\ntitle: Tea\nsummary: Tea at three.\n---\nTea is at three.\n");
    assert_eq!(wardpack(folder, &["build", "--as-of", "2026-11-26"]).1, 0);
    let (said, _) = wardpack(folder, &["publish", "share", "--write"]);
    assert!(said.contains("new: tea/index.html") && said.contains("--rollback brings it back"), "{said}");
    let second = files(&folder.join("share"));
    assert!(second.contains_key("tea/index.html") && second["own.txt"] == b"the web server's own");
    let (said, code) = wardpack(folder, &["publish", "share", "--rollback", "--write"]);
    assert!(code == 0 && said.contains("removed: tea/index.html"), "{said}");
    let mut back = files(&folder.join("share"));
    assert_eq!(back.remove("own.txt").unwrap(), b"the web server's own");
    assert!(back == first, "the first release, byte for byte");
    assert_eq!(wardpack(folder, &["publish", "share", "--rollback", "--write"]).1, 0);
    assert!(files(&folder.join("share")) == second, "and forward again");
}

#[test]
fn a_published_site_says_whether_it_is_whole() {
    let pack = small_pack();
    let folder = pack.path();
    assert_eq!(wardpack(folder, &["build", "--as-of", "2026-11-26"]).1, 0);
    assert_eq!(wardpack(folder, &["publish", "share", "--write"]).1, 0);
    let (said, code) = wardpack(folder, &["verify", "share"]);
    assert!(code == 0 && said.ends_with(", whole\n"), "{said}");
    write(folder, "share/index.html", b"changed by somebody");
    fs::remove_file(folder.join("share/404.html")).unwrap();
    write(folder, "share/own.txt", b"the web server's own");
    let (said, code) = wardpack(folder, &["verify", "share"]);
    assert!(code == 1 && said.starts_with("changed: index.html\nmissing: 404.html\nrelease "), "{said}");
    assert!(said.ends_with(", not whole\n"), "{said}");
    assert_eq!(wardpack(folder, &["publish", "share", "--write"]).1, 0);
    assert_eq!(wardpack(folder, &["verify", "share"]).1, 0, "publishing again mends it");
}

#[test]
fn a_target_that_cannot_be_meant_is_refused_and_nothing_of_others_is_written_over() {
    let pack = small_pack();
    let folder = pack.path();
    assert_eq!(wardpack(folder, &["build", "--as-of", "2026-11-26"]).1, 0);
    write(folder, "file.txt", b"a file");
    write(folder, "others/index.html", b"somebody else's");
    write(folder, "others/about/index.html", b"somebody else's");
    write(folder, "folder/about", b"a file where a folder goes");
    let before = files(folder);
    for (target, told) in [
        ("content", "the content folder content are the same folder, or one lies in the other"),
        ("content/site", "the content folder content"),
        (".", "the content folder content"),
        ("output", "the folder of the built site output"),
        ("output/site", "the folder of the built site output"),
        ("file.txt", "file.txt is a file or a broken link, not a folder"),
        ("not-connected/share", "connect the share or the drive"),
        ("others", "did not put there are in the way in others:\n  others/about/index.html\n  others/index.html"),
        ("folder", "did not put there are in the way in folder:\n  folder/about"),
    ] {
        let (said, code) = wardpack(folder, &["publish", target, "--write"]);
        assert!(code == 2 && said.contains(told) && said.contains("nothing was changed"), "{target}: {said}");
        assert!(files(folder) == before, "{target}: something was changed");
    }
}

const PROFILES: &str = "publish_profiles:\n  - {id: for-patients, target: ../website, audience: patients, web_address: https://www.example.org/safety/}\n  \
                        - {id: lost, target: ../not/there}\n";

/// Puts profiles into the pack of a folder.
fn with_profiles(folder: &Path) {
    let pack = folder.join("content/pack.yaml");
    let text = fs::read_to_string(&pack).unwrap() + PROFILES;
    fs::write(&pack, text).unwrap();
    write(
        folder,
        "content/leaflets/for-staff.md",
        b"---\ntitle: For the office\nsummary: Words.\naudience: staff\n---\nWords for colleagues.\n",
    );
}

#[test]
fn a_profile_is_built_for_its_readers_and_published_where_it_says() {
    let pack = small_pack();
    let folder = pack.path();
    with_profiles(folder);
    let publish = |more: &[&str]| {
        wardpack(
            folder,
            &[&["publish", "--profile", "for-patients", "--as-of", "2026-11-26", "--no-print"], more].concat(),
        )
    };
    let (said, code) = publish(&[]);
    assert!(code == 0 && said.contains("to website:") && said.contains("To publish it, add --write"), "{said}");
    assert!(folder.join("output-for-patients/index.html").is_file(), "it can be looked at first");
    assert!(!folder.join("website").exists() && !folder.join("output").exists());
    let (said, code) = publish(&["--write"]);
    assert!(code == 0 && said.contains("website is release"), "{said}");
    let published = files(&folder.join("website"));
    assert!(published.contains_key("wards/beach/charter/index.html"));
    assert!(
        !published.values().any(|bytes| String::from_utf8_lossy(bytes).contains("For the office")),
        "it is for patients"
    );
    assert!(String::from_utf8_lossy(&published["sitemap.xml"]).contains("https://www.example.org/safety/wards/"));
    assert!(publish(&["--write"]).0.contains("there is nothing to publish"));

    let ward = folder.join("content/wards/beach.yaml");
    fs::write(&ward, fs::read_to_string(&ward).unwrap().replace("01632 960 001", "01632 960 009")).unwrap();
    let (said, _) = publish(&["--write"]);
    assert!(said.contains("wardpack publish --profile for-patients --rollback brings it back"), "{said}");
    let (said, code) = wardpack(folder, &["publish", "--profile", "for-patients", "--rollback", "--write"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(files(&folder.join("website"))["wards/beach/index.html"], published["wards/beach/index.html"]);
}

#[test]
fn a_profile_that_cannot_be_published_leaves_everything_as_it_was() {
    let pack = small_pack();
    let folder = pack.path();
    with_profiles(folder);
    let before = files(folder);
    for (name, told) in [
        ("for-patient", "did you mean for-patients?"),
        ("somewhere", "write one of its profiles: for-patients, lost"),
        ("lost", "there is no folder"),
    ] {
        let (said, code) = wardpack(folder, &["publish", "--profile", name, "--write"]);
        assert!(code == 2 && said.contains(told), "{said}");
    }
    assert_eq!(files(folder), before);
    write(
        folder,
        "content/leaflets/broken.md",
        b"---\ntitle: Broken\nsummary: Words.\n---\nSee [[leaflet/nowhere]].\n",
    );
    let (said, code) = wardpack(folder, &["publish", "--profile", "for-patients", "--write"]);
    assert!(code == 1 && said.contains("R001") && said.contains("Nothing was published"), "{said}");
    assert!(!folder.join("website").exists());
    assert_eq!(wardpack(folder, &["publish", "--profile", "for-patients", "elsewhere"]).1, 2, "one of the two");
    assert_eq!(wardpack(folder, &["publish"]).1, 2);
}
