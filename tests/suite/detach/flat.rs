//! The whole site in one folder: every reference leads to a file beside the page, and nothing of it is lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::{build, files, wardpack, write};

use super::values;

fn flat(folder: &Path, more: &[&str]) -> (String, i32) {
    wardpack(folder, &[&["export", "flat", "--as-of", "2026-11-26", "--no-print"], more].concat())
}

/// Returns the addresses on a page that lead to files beside it, without their parts.
fn addresses(html: &str) -> Vec<String> {
    let single = values(html, &["href", "src", "poster", "data-exit"]).into_iter().map(|(_, address)| address);
    let several = values(html, &["srcset"]).into_iter().flat_map(|(_, addresses)| {
        addresses.split(", ").filter_map(|one| Some(one.split(' ').next()?.to_owned())).collect::<Vec<_>>()
    });
    let refreshed = values(html, &["content"]);
    let refreshed = refreshed.iter().filter_map(|(_, how)| Some(how.split_once("url=")?.1.to_owned()));
    let all = single.chain(several).chain(refreshed).filter(|address| !address.contains(':'));
    all.map(|address| address.split('#').next().unwrap_or_default().to_owned())
        .filter(|path| !path.is_empty())
        .collect()
}

/// Returns the words of a page: what stands in it, without the tags.
fn words(html: &[u8]) -> String {
    let mut words = String::new();
    wardpack_html::read(html, &mut |token| {
        if let wardpack_html::Token::Words(text) = token {
            words.push_str(text);
        }
    });
    words
}

fn pages(all: &BTreeMap<String, Vec<u8>>) -> Vec<(&str, &[u8])> {
    all.iter().filter(|(path, _)| path.ends_with(".html")).map(|(path, bytes)| (path.as_str(), &**bytes)).collect()
}

#[test]
fn every_page_is_there_and_every_reference_leads_to_a_file_beside_it() {
    let pack = super::pack();
    let folder = pack.path();
    write(folder, "content/images/plan.css.svg", b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>");
    write(folder, "themes/ward/css/own.css", b"@import 'part.css';\nmain { background: url(../images/logo.svg) }\n");
    write(folder, "themes/ward/css/part.css", b"p { background: url(\"../images/logo.svg#a\") }\n");
    write(folder, "themes/ward/images/logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>");
    let leaflet = fs::read_to_string(folder.join("content/leaflets/ours.md")).unwrap();
    write(folder, "content/leaflets/ours.md", leaflet.replace("summary:", "formerly: [earlier]\nsummary:").as_bytes());
    let (said, code) = flat(folder, &[]);
    assert!(code == 0 && said.contains("flat/index.html: ") && said.contains(" in one folder"), "{said}");
    let flat = files(&folder.join("flat"));
    assert!(flat.keys().all(|path| !path.contains('/')), "{:?}", flat.keys());
    let mut references = 0;
    for (path, bytes) in pages(&flat) {
        for address in addresses(&String::from_utf8_lossy(bytes)) {
            assert!(flat.contains_key(&address), "{path} refers to {address}");
            references += 1;
        }
    }
    assert!(references > 1_000, "{references}");
    let moved = String::from_utf8_lossy(&flat["leaflets-earlier.html"]).into_owned();
    assert!(moved.contains("url=leaflets-ours.html"), "without scripts too: {moved}");
    let own = String::from_utf8_lossy(&flat["css-own.css"]).into_owned();
    assert!(own.contains("\"css-part.css\"") && own.contains("url(\"images-logo.svg\")"), "{own}");
    assert!(String::from_utf8_lossy(&flat["css-part.css"]).contains("images-logo.svg#a"));
    let index = String::from_utf8_lossy(&flat["search-index.js"]).into_owned();
    let found: Vec<&str> = index.split('"').filter(|piece| piece.contains(".html")).collect();
    assert!(found.contains(&"leaflets-ours.html") && found.contains(&"index.html"), "{found:?}");
    assert!(found.iter().all(|address| flat.contains_key(address.split('#').next().unwrap())), "{found:?}");
    assert!(String::from_utf8_lossy(&flat["search.html"]).contains("data-root=\"\""));
}

#[test]
fn its_pages_say_what_those_of_the_site_say() {
    let pack = super::pack();
    let folder = pack.path();
    assert!(!build(folder).unwrap().refused);
    assert_eq!(flat(folder, &[]).1, 0);
    let (site, flat) = (files(&folder.join("output")), files(&folder.join("flat")));
    let without = |path: &&(&str, &[u8])| path.0 != "404.html";
    let said = |all: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
        let mut said: Vec<String> = pages(all).iter().filter(without).map(|(_, html)| words(html)).collect();
        said.sort();
        said
    };
    assert_eq!(said(&site), said(&flat));
    let others = |all: &BTreeMap<String, Vec<u8>>| {
        all.keys().filter(|path| [".svg", ".css", ".js"].iter().any(|end| path.ends_with(end))).count()
    };
    assert_eq!(others(&site), others(&flat));
}

#[test]
fn a_second_run_writes_what_changed_and_removes_what_is_gone() {
    let pack = super::pack();
    let folder = pack.path();
    assert_eq!(flat(folder, &[]).1, 0);
    write(folder, "flat/our-own.txt", b"Somebody else's.");
    assert!(flat(folder, &[]).0.contains("; 0 written, 0 removed"));
    fs::remove_file(folder.join("content/leaflets/ours.md")).unwrap();
    let (said, code) = flat(folder, &[]);
    assert!(code == 0 && !folder.join("flat/leaflets-ours.html").exists(), "{said}");
    assert!(folder.join("flat/our-own.txt").is_file(), "files of others stay");
    let before = files(&folder.join("flat"));
    write(folder, "content/leaflets/broken.md", b"---\ntitle: Broken\nsummary: S.\n---\nSee [[leaflet/nowhere]].\n");
    let (said, code) = flat(folder, &[]);
    assert!(code == 1 && said.contains("Nothing was written"), "{said}");
    assert_eq!(files(&folder.join("flat")), before);
    assert_eq!(flat(folder, &["--output", "content/flat"]).1, 2, "a site inside the pack would be read as part of it");
}
