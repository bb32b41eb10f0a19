//! Another id: files, references and addresses go with it, and nothing else changes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::{self, files, small_pack, wardpack, write};

const HEAD: &str = "reviewed: 2026-11-01\nreview_by: 2027-11-01\n";

/// A pack that refers to the leaflet `on-visits` and to the ward `beach` in every way there is.
fn pack() -> tempfile::TempDir {
    let pack = small_pack();
    let folder = pack.path();
    let put = |path: &str, text: &str| drop(write(folder, path, text.as_bytes()));
    put("content/pack.yaml", "title: Test pack\nextends: built-in\nlanguages: [en, cy]\n");
    let leaflet = format!(
        "---\n# A comment that stays\ntitle: On visits # and this one\nsummary: S.\naudience: [visitors]\n{HEAD}---\n## Before you come\n\nRing.\n"
    );
    put("content/leaflets/on-visits.md", &leaflet);
    put(
        "content/leaflets/on-visits.cy.md",
        "---\ntitle: Ymweld\nsummary: S.\ntranslation: {by: Translator, checked_by: Welsh lead, on: 2026-11-01}\n---\nFfoniwch.\n",
    );
    let easy = format!(
        "title: On visits\nsummary: S.\n{HEAD}parts:\n  - {{title: Ring, rows: [{{picture: phone, text: Ring first.}}]}}\n"
    );
    put("content/leaflets/on-visits.easy.yaml", &easy);
    let refers = "[[leaflet/on-visits]], [[leaflet/on-visits|these words]] and [a file](../leaflets/on-visits.md#before-you-come). \
                  Not [[leaflet/visiting]], nor leaflet/on-visits-too in words.";
    put("content/pages/page.md", &format!("---\ntitle: A page\nsummary: S.\n{HEAD}---\n{refers}\n"));
    put(
        "content/pages/gone.md",
        &format!(
            "---\ntitle: Gone\nsummary: S.\n{HEAD}withdrawn: {{on: 2026-11-01, instead: leaflet/on-visits}}\n---\nText.\n"
        ),
    );
    put("content/search.yaml", "searches:\n  - words: [visit us]\n    pages: [leaflet/on-visits]\n");
    let ward =
        format!("{}leaflets:\n  leave_out: ['on-visits'] # quoted\nabout: See [[leaflet/on-visits]].\n", support::WARD);
    put("content/wards/beach.yaml", &ward);
    put(
        "content/wards/beach.sheets.yaml",
        "sheets:\n  - {place: Day room, sheet: leaflet/on-visits, language: en, code: ABCDEFG, on: 2026-11-01}\n",
    );
    pack
}

fn content(folder: &Path) -> BTreeMap<String, String> {
    let all = files(&folder.join("content")).into_iter();
    all.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

#[test]
fn files_and_references_get_the_new_id_and_all_else_stays() {
    let pack = pack();
    let folder = pack.path();
    let before = content(folder);
    let (said, code) = wardpack(folder, &["rename", "leaflet/on-visits", "for-visitors"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("content/leaflets/on-visits.cy.md is content/leaflets/for-visitors.cy.md now"), "{said}");
    let after = content(folder);
    for (path, text) in &before {
        let path = path.replace("on-visits", "for-visitors");
        let renamed =
            text.replace("on-visits-too", "@").replace("on-visits", "for-visitors").replace('@', "on-visits-too");
        assert_eq!(after[&path].replace("formerly: [on-visits]\n", ""), renamed, "{path}");
    }
    assert_eq!(before.len(), after.len());
    let leaflet = &after["leaflets/for-visitors.md"];
    assert!(leaflet.contains("title: On visits # and this one\nformerly: [on-visits]\nsummary: S.\n"), "{leaflet}");
    let (said, code) = wardpack(folder, &["build", "--as-of", "2026-11-26"]);
    assert_eq!(code, 0, "{said}");
    assert!(folder.join("output/cy/leaflets/on-visits/index.html").is_file());

    // Once more, and back again.
    assert_eq!(wardpack(folder, &["rename", "leaflet/for-visitors", "visitors"]).1, 0);
    let leaflet = content(folder)["leaflets/visitors.md"].clone();
    assert!(leaflet.contains("formerly: [on-visits, for-visitors]\n"), "{leaflet}");
    assert_eq!(wardpack(folder, &["rename", "leaflet/visitors", "on-visits"]).1, 0);
    let leaflet = content(folder)["leaflets/on-visits.md"].clone();
    assert!(leaflet.contains("formerly: [visitors, for-visitors]\n"), "{leaflet}");
    let (said, code) = wardpack(folder, &["check", "--as-of", "2026-11-26"]);
    assert_eq!(code, 0, "{said}");
}

#[test]
fn links_whose_address_stands_apart_are_rewritten_there() {
    let pack = pack();
    let folder = pack.path();
    let text = "[The leaflet][ref], [again][REF] and [ref][], and [another][other].\n\n> [quoted]\n>\n> [quoted]: <../leaflets/on-visits.md>\n\n\
                [ref]: ../leaflets/on-visits.md#before-you-come \"On visits\"\n[other]: ../leaflets/visiting.md\n";
    write(folder, "content/pages/page.md", format!("---\ntitle: A page\nsummary: S.\n{HEAD}---\n{text}").as_bytes());
    let ward = format!("{}about: |\n  See [the leaflet][a].\n\n  [a]: ../leaflets/on-visits.md\n", support::WARD);
    write(folder, "content/wards/beach.yaml", ward.as_bytes());
    let before = content(folder);
    let (said, code) = wardpack(folder, &["rename", "leaflet/on-visits", "for-visitors"]);
    assert_eq!(code, 0, "{said}");
    let after = content(folder);
    for path in ["pages/page.md", "wards/beach.yaml"] {
        assert_eq!(after[path], before[path].replace("/on-visits.md", "/for-visitors.md"), "{path}");
    }
    let (said, code) = wardpack(folder, &["check", "--as-of", "2026-11-26"]);
    assert_eq!(code, 0, "{said}");
    // What stands in other letters is named with its line, and nothing is changed.
    let written = format!("---\ntitle: A page\nsummary: S.\n{HEAD}---\n[x](../leaflets/for&#45;visitors.md)\n");
    write(folder, "content/pages/page.md", written.as_bytes());
    let before = content(folder);
    let (said, code) = wardpack(folder, &["rename", "leaflet/for-visitors", "visitors"]);
    assert!(code == 2 && said.contains("other letters") && said.contains("content/pages/page.md:7"), "{said}");
    assert_eq!(before, content(folder));
}

#[test]
fn a_ward_takes_its_records_along() {
    let pack = pack();
    let folder = pack.path();
    write(
        folder,
        "content/pages/page.md",
        format!("---\ntitle: A page\nsummary: S.\n{HEAD}---\n[[ward/beach]]\n").as_bytes(),
    );
    let (said, code) = wardpack(folder, &["rename", "ward/beach", "shore"]);
    assert!(code == 0 && said.contains("content/wards/shore.sheets.yaml"), "{said}");
    let after = content(folder);
    assert!(
        after["pages/page.md"].contains("[[ward/shore]]") && after["wards/shore.yaml"].contains("formerly: [beach]\n")
    );
    let (said, code) = wardpack(folder, &["build", "--as-of", "2026-11-26"]);
    assert_eq!(code, 0, "{said}");
    let old = fs::read_to_string(folder.join("output/wards/beach/charter/index.html")).unwrap();
    assert!(old.contains("../../../wards/shore/charter/index.html"), "{old}");
}

#[test]
fn what_cannot_be_renamed_is_told_and_nothing_is_changed() {
    let pack = pack();
    let folder = pack.path();
    let before = content(folder);
    for (item, new, told) in [
        ("leaflet/on-visit", "x", "did you mean leaflet/on-visits?"),
        ("on-visits", "x", "such as leaflet/visiting"),
        ("leaflet/on-visits", "For Visitors", "write for-visitors"),
        ("leaflet/on-visits", "visiting", "called “visiting” already"),
        ("leaflet/on-visits", "con", "can't be the name of a file"),
        ("page/page", "sitemap", "has the address sitemap/ already"),
        ("page/page", "cy", "has the address cy/ already"),
        ("leaflet/on-visits", "on.easy", "can't be the name of a file"),
        ("leaflet/visiting", "x", "wardpack adopt leaflets/visiting.md"),
        ("term/consent", "x", "stands in a list"),
        ("section/leaflets", "x", "its id is that of its folder"),
    ] {
        let (said, code) = wardpack(folder, &["rename", item, new]);
        assert!(code == 2 && said.contains(told), "{item}: {said}");
    }
    let adopted = wardpack(folder, &["adopt", "leaflets/visiting.md"]);
    assert_eq!(adopted.1, 0, "{}", adopted.0);
    let (said, code) = wardpack(folder, &["rename", "leaflet/visiting", "visits"]);
    assert!(code == 2 && said.contains("refers to it") && said.contains("wardpack adopt"), "{said}");
    let after = content(folder);
    assert!(before.iter().all(|(path, text)| after.get(path) == Some(text)));
}

#[test]
fn publishing_lists_the_addresses_and_a_page_that_goes_without_a_word_refuses_the_build() {
    let pack = pack();
    let folder = pack.path();
    let run = |arguments: &[&str]| wardpack(folder, arguments);
    let build = || run(&["build", "--as-of", "2026-11-26"]);
    assert_eq!(build().1, 0);
    let (said, code) = run(&["publish", "share", "--write"]);
    assert!(
        code == 0 && said.contains("content/published.yaml has") && said.contains("keep it with the pack"),
        "{said}"
    );
    let list = content(folder)["published.yaml"].clone();
    assert!(list.contains("  - \"leaflets/on-visits/index.html\"\n") && !list.contains("404"), "{list}");
    fs::write(folder.join("content/published.yaml"), list.replace("addresses:", "# Ours\naddresses:")).unwrap();
    write(folder, "content/pages/new.md", format!("---\ntitle: New\nsummary: S.\n{HEAD}---\nText.\n").as_bytes());
    assert_eq!(build().1, 0);
    assert!(run(&["publish", "share", "--write"]).0.contains("has 1 new address:"));
    let list = content(folder)["published.yaml"].clone();
    assert!(list.contains("# Ours\n") && list.ends_with("  - \"new/index.html\"\n"), "{list}");

    // A list that was lost comes back, though there is nothing new to publish.
    fs::remove_file(folder.join("content/published.yaml")).unwrap();
    let (said, code) = run(&["publish", "share"]);
    assert!(code == 0 && said.contains("nothing to publish") && said.contains("to list them, add --write"), "{said}");
    let (said, code) = run(&["publish", "share", "--write"]);
    assert!(code == 0 && said.contains("content/published.yaml has ") && said.contains(" new addresses"), "{said}");
    assert!(content(folder)["published.yaml"].contains("  - \"new/index.html\"\n"));

    fs::remove_file(folder.join("content/pages/new.md")).unwrap();
    let (said, code) = build();
    assert!(
        code == 1 && said.contains("R020") && said.contains("formerly: [new]") && said.contains("withdrawn"),
        "{said}"
    );
    assert!(folder.join("output/new/index.html").is_file(), "a refused build touches nothing");
    let gone = format!("---\ntitle: New\nsummary: S.\n{HEAD}withdrawn: {{on: 2026-11-01, why: It is over.}}\n---\n");
    write(folder, "content/pages/new.md", gone.as_bytes());
    assert_eq!(build().1, 0, "{}", build().0);
    // A part of the site is held against the list too: only what it leaves out is no fault.
    write(folder, "content/wards/dune.yaml", support::WARD.replace("Beach", "Dune").as_bytes());
    let staff = format!("---\ntitle: Ours\nsummary: S.\naudience: [staff]\nformerly: [theirs]\n{HEAD}---\nText.\n");
    write(folder, "content/pages/ours.md", staff.as_bytes());
    assert_eq!(build().1, 0, "{}", build().0);
    assert_eq!(run(&["publish", "share", "--write"]).1, 0);
    let part = |flags: &[&str]| run(&[&["build", "--as-of", "2026-11-26", "--output", "part"], flags].concat());
    for flags in [&["--ward", "beach"][..], &["--audience", "patients"]] {
        let (said, code) = part(flags);
        assert_eq!(code, 0, "{flags:?}: {said}");
    }
    fs::remove_file(folder.join("content/pages/new.md")).unwrap();
    for flags in [&["--ward", "beach"][..], &["--audience", "patients"]] {
        let (said, code) = part(flags);
        assert!(
            code == 1 && said.matches("error[R020]").count() == 1 && said.contains("new/index.html was published"),
            "{said}"
        );
    }
}
