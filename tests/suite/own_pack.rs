//! A ward's own pack as its readers meet it: whoever begins at the page to open and follows the links comes to the ward's own charter
//! and leaflets with the ward's own numbers, and never to the copies for everyone.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use assert_cmd::Command;

use crate::support::{files, small_pack, wardpack, write};

/// What copies for everyone say in the place of a value of the ward.
const GENERAL: [&str; 3] = ["on your ward's charter", "on your ward’s charter", "your independent support service"];

/// A pack of two wards and a trust with contacts of its own. The ward has numbers of its own for some, and leaves out a leaflet.
fn pack() -> tempfile::TempDir {
    let pack = small_pack();
    let settings = "title: Test pack\nextends: built-in\nlanguages: [en, cy]\npublisher: {name: Test trust, phone: '01632 960 090'}\n\
                    contacts:\n  pals: {phone: '01632 960 091'}\n  safeguarding: {phone: '01632 960 092'}\n";
    write(pack.path(), "content/pack.yaml", settings.as_bytes());
    let ward = "name: Beach ward\nsite: Test hospital\nkind: acute\nleaflets: {leave_out: [for-carers]}\ncontacts:\n  ward: {phone: '01632 960 003'}\n  \
                support: {organisation: Test advocacy, phone: '01632 960 001', hours: Always, checked_on: 2026-11-01}\n  \
                pals: {phone: '01632 960 004', email: pals@example.org}\n";
    write(pack.path(), "content/wards/beach.yaml", ward.as_bytes());
    let other = ward.replace("Beach", "Quokka").replace("960 0", "960 1");
    write(pack.path(), "content/wards/quokka.yaml", other.as_bytes());
    let page = "---\ntitle: Numbers\nsummary: S.\n---\nCall {ward.support.phone}, {ward.phone} or {ward.pals.phone}. See \
                [[section/wards]], [[section/charter|charters]], [[leaflet/visiting]] and [[leaflet/for-carers]].\n";
    write(pack.path(), "content/pages/numbers.md", page.as_bytes());
    let leaflet = "---\ntitle: Who to call\nsummary: S.\nreviewed: 2026-11-01\nreview_by: 2027-11-01\naudience: [patients]\n---\n\
                   Call {ward.support.organisation} on {ward.support.phone}, or PALS on {ward.pals.phone}.\n";
    write(pack.path(), "content/leaflets/who-to-call.md", leaflet.as_bytes());
    pack
}

/// The pack, and the bundle of the ward; made once for all tests.
static BUNDLED: LazyLock<(tempfile::TempDir, BTreeMap<String, Vec<u8>>)> = LazyLock::new(|| {
    let pack = pack();
    let arguments = ["bundle", "beach", "--as-of", "2026-11-26"];
    let output = Command::cargo_bin("wardpack").unwrap().current_dir(pack.path()).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files = files(&pack.path().join("bundles/beach-sexual-safety"));
    (pack, files)
});

/// Returns the files that the links of a page lead to, as seen from the folder of the bundle.
fn links(path: &str, html: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for written in html.split("href=").skip(1) {
        let end = if written.starts_with('"') { '"' } else { ' ' };
        let written = written.trim_start_matches('"').split([end, '>', '#']).next().unwrap();
        if written.is_empty() || written.contains(':') {
            continue;
        }
        let mut parts: Vec<&str> = path.split('/').collect();
        parts.pop();
        for part in written.split('/') {
            if part == ".." {
                parts.pop().unwrap_or_else(|| panic!("{path}: {written} leads out of the bundle"));
            } else {
                parts.push(part);
            }
        }
        found.insert(parts.join("/"));
    }
    found
}

/// Returns every page that can be reached from the page to open.
fn reached(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    let mut open = vec!["index.html".to_owned()];
    while let Some(path) = open.pop() {
        let bytes = files.get(&path).unwrap_or_else(|| panic!("a link leads to {path}, which isn't there"));
        if pages.contains_key(&path) || !path.ends_with(".html") {
            continue;
        }
        let html = String::from_utf8(bytes.clone()).unwrap();
        open.extend(links(&path, &html));
        pages.insert(path, html);
    }
    pages
}

#[test]
fn from_its_start_page_no_page_shows_a_general_number_where_the_ward_has_one() {
    let (_, files) = &*BUNDLED;
    let pages = reached(files);
    assert!(pages.len() > 150, "{}", pages.len());
    for (path, html) in &pages {
        let general = GENERAL.iter().find(|words| html.contains(**words));
        assert_eq!(general, None, "{path}");
        // The trust's own number for PALS; the ward has none of its own for safeguarding.
        assert!(!html.contains("960 091"), "{path} has the number of the trust");
        let has_help = !["blank/index.html", "404.html"].iter().any(|without| path.ends_with(without));
        assert!(!has_help || html.contains("01632 960 001"), "{path} doesn't have the ward's own contact");
    }
    let found: String =
        files.iter().filter(|(path, _)| path.ends_with(".js")).map(|(_, js)| String::from_utf8_lossy(js)).collect();
    assert_eq!(GENERAL.iter().find(|words| found.contains(**words)), None, "search");
    let numbers = &pages["site/numbers/index.html"];
    for own in [
        "960 001",
        "960 003",
        "960 004",
        "../wards/beach/index.html",
        "../wards/beach/charter/index.html",
        "wards/beach/leaflets/visiting/index.html",
    ] {
        assert!(numbers.contains(own), "{own}");
    }
    assert!(pages.contains_key("site/wards/beach/leaflets/who-to-call/index.html"));
}

#[test]
fn there_is_nothing_in_the_place_of_which_the_ward_has_its_own() {
    let (_, files) = &*BUNDLED;
    for gone in [
        "site/wards/index.html",
        "site/leaflets/visiting/index.html",
        "site/leaflets/visiting/easy-read/index.html",
        "site/easy-read/index.html",
        "site/charter/differences/index.html",
    ] {
        assert!(!files.contains_key(gone), "{gone}");
    }
    let text = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let made = text("site/charter/index.html");
    assert!(made.contains("Making a charter together") && made.contains("../wards/beach/charter/index.html"));
    assert!(!made.contains("page-template"), "the charter that others start from");
    for (path, html) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(html);
        if let Some(menu) = html.split("class=menu-panel>").nth(1).or(html.split("class=\"menu-panel\">").nth(1)) {
            let menu = menu.split("</nav>").next().unwrap();
            assert!(menu.contains("wards/beach/charter/index.html") && !menu.contains("Find your ward"), "{path}");
        }
    }
    let list = text("site/leaflets/index.html");
    assert!(list.contains("wards/beach/leaflets/visiting/index.html"));
    assert!(!list.contains("for-carers/index.html"), "a leaflet that the ward leaves out is in no list");
    let everywhere = text("site/a-to-z/index.html") + &text("site/sitemap/index.html");
    assert!(!everywhere.contains("for-carers/index.html"));
}

#[test]
fn the_notes_say_what_somebody_on_the_ward_can_do() {
    let (pack, files) = &*BUNDLED;
    let readme = String::from_utf8_lossy(&files["README.txt"]).into_owned();
    let extract = readme.find("Extract it first").unwrap();
    assert!(extract < readme.find("open index.html").unwrap(), "{readme}");
    for (language, words) in [("cy", "Extract all"), ("ur", "Extract all")] {
        let strings = fs::read_to_string(format!("themes/ward/strings/{language}.yaml")).unwrap();
        assert!(strings.split("readme: |").nth(1).unwrap().split("update: |").next().unwrap().contains(words));
    }
    write(pack.path(), "content/pages/numbers.md", b"---\ntitle: Numbers\nsummary: S.\n---\nOther words.\n");
    let more = ["bundle", "beach", "--as-of", "2026-11-27", "--update", "bundles/beach-sexual-safety"];
    Command::cargo_bin("wardpack").unwrap().current_dir(pack.path()).args(more).assert().success();
    let note = fs::read_to_string(pack.path().join("bundles/beach-sexual-safety-update/UPDATE.txt")).unwrap();
    assert!(!note.contains("wardpack") && note.contains("open README.txt in it: it says version"), "{note}");
}

#[test]
fn a_ward_without_pages_in_a_language_still_has_links_that_lead_somewhere() {
    let pack = pack();
    let ward = fs::read_to_string(pack.path().join("content/wards/beach.yaml")).unwrap();
    write(pack.path(), "content/wards/beach.yaml", format!("{ward}languages: [en]\n").as_bytes());
    let arguments = ["bundle", "beach", "--as-of", "2026-11-26"];
    Command::cargo_bin("wardpack").unwrap().current_dir(pack.path()).args(arguments).assert().success();
    let pages = reached(&files(&pack.path().join("bundles/beach-sexual-safety")));
    let welsh = &pages["site/cy/index.html"];
    assert!(welsh.contains("../wards/beach/charter/index.html") && welsh.contains("../cy/search/index.html"));
}

#[test]
fn no_page_of_a_ward_with_fewer_languages_than_its_pack_leads_to_nowhere() {
    let pack = small_pack();
    write(pack.path(), "content/pack.yaml", b"title: Test pack\nextends: built-in\nlanguages: [en, cy, ur]\n");
    let ward = crate::support::WARD.to_owned() + "languages: [en, ur]\n";
    write(pack.path(), "content/wards/beach.yaml", ward.as_bytes());
    let (said, code) = wardpack(pack.path(), &["bundle", "beach", "--as-of", "2026-11-26"]);
    assert_eq!(code, 0, "{said}");
    let files = files(&pack.path().join("bundles/beach-sexual-safety"));
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        for led_to in links(path, str::from_utf8(bytes).unwrap()) {
            assert!(files.contains_key(&led_to), "{path} leads to {led_to}, which isn't there");
        }
    }
}
