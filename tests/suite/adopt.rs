//! Taking files of the layers below up for editing: what comes along, what is refused, and what is told of later changes below.

use std::fs;
use std::path::Path;

use crate::support::{self, build, files, problem_lines, small_pack, wardpack, write};

/// A pack that stands on a folder beside it, which stands on the built-in pack.
fn on_a_base() -> tempfile::TempDir {
    let pack = small_pack();
    let folder = pack.path();
    write(folder, "content/pack.yaml", b"title: Own\nextends: ../base/content\nlanguages: [en, cy]\n");
    write(folder, "base/content/pack.yaml", b"title: Base\nextends: built-in\nlanguages: [en, cy]\n");
    write(folder, "base/content/leaflets/visiting.md", leaflet("Visiting", "Ring the bell.").as_bytes());
    write(folder, "base/content/leaflets/visiting.cy.md", leaflet("Ymweld", "Canwch y gloch.").as_bytes());
    write(folder, "base/content/leaflets/visiting.ur.md", leaflet("ملاقات", "گھنٹی بجائیں۔").as_bytes());
    write(folder, "base/content/wards/other.yaml", support::WARD.as_bytes());
    write(folder, "base/content/images/plan.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>");
    pack
}

fn leaflet(title: &str, text: &str) -> String {
    format!("---\ntitle: {title}\nsummary: S.\n---\n{text}\n")
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap_or_default()
}

#[test]
fn a_file_is_copied_with_what_says_it_in_another_way_and_only_whose_words_they_are_changes() {
    let pack = small_pack();
    let folder = pack.path();
    write(folder, "content/pack.yaml", b"title: Test pack\nextends: built-in\nlanguages: [en, cy, ur]\n");
    assert!(!build(folder).unwrap().refused);
    let before = files(&folder.join("output"));
    let (said, code) = wardpack(folder, &["adopt", "built-in/content/leaflets/keeping-safe.md"]);
    assert_eq!(code, 0, "{said}");
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "content/leaflets/keeping-safe.md: adopted from built-in/content/leaflets/keeping-safe.md");
    for also in [
        "keeping-safe.cy.md",
        "keeping-safe.easy.cy.yaml",
        "keeping-safe.easy.ur.yaml",
        "keeping-safe.easy.yaml",
        "keeping-safe.ur.md",
    ] {
        let own = read(folder, &format!("content/leaflets/{also}"));
        assert!(!own.is_empty() && own == read(folder, &format!("content/.adopted/leaflets/{also}")), "{also}");
        assert!(said.contains(&format!("content/leaflets/{also}: adopted with leaflets/keeping-safe.md, ")), "{said}");
    }
    assert!(lines[6].contains("Change them too.") && lines[7].starts_with("6 files adopted; "), "{said}");
    let report = build(folder).unwrap();
    assert!(report.problems.is_empty(), "{:?}", problem_lines(&report, folder));
    // The only news is on their own pages: these are now the words of whoever took them up.
    let after = files(&folder.join("output"));
    assert!(after.keys().eq(before.keys()), "files that are the same make the same pages");
    let changed: Vec<&String> = after.keys().filter(|path| after[*path] != before[*path]).collect();
    assert!(changed.iter().all(|path| path.contains("keeping-safe")), "{changed:?}");
    let page = |site: &std::collections::BTreeMap<String, Vec<u8>>| {
        String::from_utf8_lossy(&site["leaflets/keeping-safe/index.html"]).contains("come with wardpack")
    };
    assert!(page(&before) && !page(&after));
    assert!(!files(folder).keys().any(|path| path.ends_with(".new")), "nothing half done is left");
}

#[test]
fn the_nearest_layer_counts_and_only_the_languages_of_the_pack() {
    let pack = on_a_base();
    let folder = pack.path();
    let (said, code) = wardpack(folder, &["adopt", "./content/leaflets/visiting.md", "leaflets\\for-carers.md"]);
    assert_eq!(code, 0, "{said}");
    assert!(read(folder, "content/leaflets/visiting.md").contains("Ring the bell"), "the base's, not the built-in one");
    assert!(read(folder, "content/leaflets/visiting.cy.md").contains("Canwch"));
    assert!(!folder.join("content/leaflets/visiting.ur.md").exists(), "the pack isn't in Urdu: {said}");
    assert!(folder.join("content/leaflets/for-carers.md").is_file());
    let report = build(folder).unwrap();
    assert!(report.problems.is_empty(), "{:?}", problem_lines(&report, folder));
}

#[test]
fn all_mistakes_are_told_at_once_and_then_nothing_is_written() {
    let pack = on_a_base();
    let folder = pack.path();
    write(folder, "content/leaflets/Keeping-Safe.md", leaflet("Own", "Own words.").as_bytes());
    write(folder, "content/leaflets/.hidden.md", b"");
    let before = files(folder);
    let asked = [
        ("leaflets/visiting.md", ""),
        ("leaflets/visting.md", "did you mean leaflets/visiting.md?"),
        ("visiting.md", "did you mean leaflets/visiting.md?"),
        ("leaflets/medicines.md", "no layer below has a file leaflets/medicines.md"),
        ("leaflets/", "name its files: leaflets/_index.md"),
        ("leaflets/keeping-safe.md", "content/leaflets/Keeping-Safe.md is yours already"),
        ("content/pack.yaml", "write only the keys that differ into content/pack.yaml"),
        ("../base/content/wards/other.yaml", "wards are never taken from a layer below"),
        ("wards.csv", "wards are never taken from a layer below"),
        ("../secret.md", "../secret.md is not in the content folder"),
        ("content/../../secret.md", "is not in the content folder"),
        ("/etc/hostname", "/etc/hostname is not in the content folder"),
        ("C:\\secret.md", "C:\\secret.md is not in the content folder"),
        (".", "“.” names no file"),
        ("", "“” names no file"),
    ];
    let paths = asked.map(|(path, _)| path);
    let (said, code) = wardpack(folder, &[&["adopt"], &paths[..]].concat());
    assert_eq!(code, 2, "{said}");
    assert!(asked.iter().all(|(_, told)| said.contains(told)), "{said}");
    assert_eq!(said.matches("error: ").count(), asked.len() - 1, "{said}");
    assert!(said.ends_with("Nothing was adopted.\n"));
    // Where something can't be read, nobody can say what it holds.
    fs::create_dir_all(folder.join("content/images/plan.svg")).unwrap();
    let (said, code) = wardpack(folder, &["adopt", "images/plan.svg"]);
    assert!(code == 2 && said.contains("content/images/plan.svg is a folder, but it has the name of a file"), "{said}");
    assert!(files(folder) == before, "nothing is written");
}

#[test]
fn adopting_twice_never_overwrites() {
    let pack = on_a_base();
    let folder = pack.path();
    assert_eq!(wardpack(folder, &["adopt", "leaflets/visiting.md", "leaflets/visiting.md"]).1, 0);
    write(folder, "content/leaflets/visiting.md", leaflet("Visiting", "Our words.").as_bytes());
    let before = files(folder);
    let (said, code) = wardpack(folder, &["adopt", "leaflets/visiting.md"]);
    assert!(code == 2 && said.contains("content/leaflets/visiting.md is yours already"), "{said}");
    assert!(said.contains("`wardpack diff-base leaflets/visiting.md`"), "{said}");
    assert!(files(folder) == before);
}

#[test]
fn what_the_pack_stands_on_has_to_be_known() {
    let pack = on_a_base();
    let folder = pack.path();
    let refused = |told: &str| {
        for command in [&["adopt", "leaflets/visiting.md"][..], &["diff-base"]] {
            let (said, code) = wardpack(folder, command);
            assert!(code == 2 && said.contains(told), "{said}");
        }
        assert!(!folder.join("content/.adopted").exists());
    };
    write(folder, "base/content/pack.yaml", b"title: [Base\n");
    refused("../base/content/pack.yaml can't be read".trim_start_matches("../"));
    write(folder, "content/pack.yaml", b"title: Own\nextends: ../bsae/content\n");
    refused("“extends: ../bsae/content” names no folder");
    write(folder, "content/pack.yaml", b"title: Own\n");
    refused("this pack stands on no other");
    fs::remove_file(folder.join("content/pack.yaml")).unwrap();
    refused("the content folder has no pack.yaml");
    assert_eq!(wardpack(folder, &["adopt", "x.md", "--content", "nowhere"]).1, 2);
    assert_eq!(wardpack(folder, &["adopt"]).1, 2);
}

#[test]
fn later_changes_below_are_told_until_they_are_taken_over() {
    let pack = on_a_base();
    let folder = pack.path();
    let diff = || wardpack(folder, &["diff-base"]);
    assert_eq!(diff(), ("No file of yours stands over one below\n".into(), 0));
    assert_eq!(wardpack(folder, &["adopt", "leaflets/visiting.md", "images/plan.svg"]).1, 0);
    let (said, code) = diff();
    assert_eq!(code, 0);
    assert!(said.contains("content/leaflets/visiting.md: the same as below; delete it"), "{said}");
    assert!(
        said.contains("content/leaflets/visiting.cy.md: the same as below; keep it as long as leaflets/visiting.md")
    );
    let own = leaflet("Visiting", "Ring twice.");
    write(folder, "content/leaflets/visiting.md", own.as_bytes());
    write(folder, "content/images/plan.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='2' height='1'/>");
    let (said, code) = diff();
    assert_eq!(code, 0);
    assert!(
        said.ends_with("3 files of yours stand over one below: 1 the same as below, 2 unchanged below\n"),
        "{said}"
    );

    write(folder, "base/content/leaflets/visiting.md", leaflet("Visiting", "Ring the bell.\nWait.").as_bytes());
    write(folder, "base/content/images/plan.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='3' height='1'/>");
    fs::remove_file(folder.join("base/content/leaflets/visiting.cy.md")).unwrap();
    let (said, code) = diff();
    assert_eq!(code, 1);
    let difference = "content/leaflets/visiting.md: changed below; take over what you want, then write `wardpack adopt \
                      --again leaflets/visiting.md`\n\
                      --- base/content/leaflets/visiting.md (when you adopted it)\n\
                      +++ base/content/leaflets/visiting.md (now)\n\
                      @@ -3,3 +3,4 @@\n summary: S.\n ---\n Ring the bell.\n+Wait.\n";
    assert!(said.contains(difference), "{said}");
    assert!(said.contains("content/images/plan.svg: changed below; ") && !said.contains("svg (now)"), "{said}");
    assert!(said.contains("content/leaflets/visiting.cy.md: gone below; "), "{said}");
    assert!(said.ends_with("3 files of yours stand over one below: 2 changed below, 1 gone below\n"), "{said}");
    assert_eq!(wardpack(folder, &["diff-base", "images"]).1, 1);

    let again = ["adopt", "--again", "leaflets/visiting.md", "leaflets/visiting.cy.md", "images/plan.svg"];
    let (said, code) = wardpack(folder, &again);
    assert!(code == 0 && said.contains("content/leaflets/visiting.cy.md: no layer below has it"), "{said}");
    assert_eq!(read(folder, "content/leaflets/visiting.md"), own, "the user's file is as it was");
    let (said, code) = diff();
    assert_eq!(code, 0);
    assert!(said.ends_with("2 files of yours stand over one below: 2 unchanged below\n"), "{said}");
}

#[test]
fn a_file_that_was_copied_by_hand_can_be_recorded() {
    let pack = on_a_base();
    let folder = pack.path();
    write(folder, "content/leaflets/visiting.md", leaflet("Visiting", "By hand.").as_bytes());
    write(folder, "content/leaflets/own.md", leaflet("Own", "Own.").as_bytes());
    let (said, code) = wardpack(folder, &["diff-base"]);
    assert!(code == 0 && said.contains("never adopted") && said.lines().count() == 2, "{said}");
    assert!(said.contains("`wardpack adopt --again leaflets/visiting.md`"), "{said}");
    assert_eq!(wardpack(folder, &["adopt", "--again", "content/leaflets/visiting.md", "leaflets/visiting.md"]).1, 0);
    assert!(wardpack(folder, &["diff-base"]).0.starts_with("content/leaflets/visiting.md: unchanged below\n"));

    let before = files(folder);
    for command in [&["adopt", "--again"][..], &["diff-base"]] {
        for (path, told) in [
            ("leaflets/own.md", "is yours alone"),
            ("leaflets/for-carers.md", "you have no leaflets/for-carers.md of your own"),
            ("leaflets/visitin.md", "did you mean leaflets/visiting.md?"),
            ("pack.yaml", "merged key by key"),
            ("wards/beach.yaml", "wards are never taken"),
            ("../x", "not in the content folder"),
        ] {
            let (said, code) = wardpack(folder, &[command, &["leaflets/visiting.md", path]].concat());
            assert!(code == 2 && said.contains(told), "{path}: {said}");
        }
    }
    assert!(files(folder) == before);
}

#[test]
fn line_ends_are_no_change() {
    let pack = on_a_base();
    let folder = pack.path();
    assert_eq!(wardpack(folder, &["adopt", "leaflets/visiting.md"]).1, 0);
    let dos =
        |path: &str| write(folder, path, format!("\u{FEFF}{}", read(folder, path).replace('\n', "\r\n")).as_bytes());
    dos("content/leaflets/visiting.md");
    dos("content/.adopted/leaflets/visiting.md");
    assert!(wardpack(folder, &["diff-base", "leaflets/visiting.md"]).0.contains(": the same as below; delete it"));
    write(folder, "content/leaflets/visiting.md", b"---\r\ntitle: V\r\nsummary: S.\r\n---\r\nOwn.\r\n");
    assert!(wardpack(folder, &["diff-base", "leaflets/visiting.md"]).0.contains(": unchanged below"));
    write(folder, "base/content/leaflets/visiting.md", leaflet("Visiting", "Knock.\x1b[2J").as_bytes());
    let (said, code) = wardpack(folder, &["diff-base", "leaflets/visiting.md"]);
    assert_eq!(code, 1);
    assert!(said.contains("\n-Ring the bell.\n+Knock.\u{FFFD}[2J\n") && !said.contains("-title"), "{said}");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_out_of_the_folder() {
    let pack = on_a_base();
    let folder = pack.path();
    fs::create_dir_all(folder.join("elsewhere")).unwrap();
    std::os::unix::fs::symlink(folder.join("elsewhere"), folder.join("content/.adopted")).unwrap();
    let (said, code) = wardpack(folder, &["adopt", "leaflets/visiting.md"]);
    assert!(code == 2 && said.contains("leads out of the content folder"), "{said}");
    fs::remove_file(folder.join("content/.adopted")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.join("content/images")).unwrap();
    let (said, code) = wardpack(folder, &["adopt", "leaflets/visiting.md", "images/plan.svg"]);
    assert!(code == 2 && !said.contains("panicked"), "{said}");
    assert!(!folder.join("content/leaflets").exists() && files(&folder.join("elsewhere")).is_empty());
}

#[test]
fn what_can_be_adopted_is_listed_and_all_of_it_taken_up() {
    let pack = on_a_base();
    let folder = pack.path();
    let list = || wardpack(folder, &["adopt", "--list"]);
    let (listed, code) = list();
    assert_eq!(code, 0, "{listed}");
    for path in ["leaflets/visiting.md", "leaflets/visiting.cy.md", "support.yaml", "images/plan.svg"] {
        assert!(listed.lines().any(|line| line == path), "{path} isn't in {listed}");
    }
    for path in ["leaflets/visiting.ur.md", "pack.yaml", "wards/other.yaml"] {
        assert!(!listed.contains(path), "{path}");
    }
    assert_eq!(wardpack(folder, &["adopt", "leaflets/visiting.md"]).1, 0);
    assert!(!list().0.contains("leaflets/visiting."));
    let own = read(folder, "content/leaflets/visiting.md");
    let (said, code) = wardpack(folder, &["adopt", "--all"]);
    assert!(code == 0 && said.contains("files adopted; "), "{said}");
    assert_eq!(list(), (String::new(), 0));
    assert_eq!(read(folder, "content/leaflets/visiting.md"), own);
    let report = build(folder).unwrap();
    assert!(!report.refused, "{:?}", problem_lines(&report, folder));
    for wrong in [&["adopt"][..], &["adopt", "--list", "support.yaml"], &["adopt", "--all", "--list"]] {
        assert_eq!(wardpack(folder, wrong).1, 2, "{wrong:?}");
    }
}
