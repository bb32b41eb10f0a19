//! What the web is told of a site with a public address, for some readers and in a ward's own pack.

use std::collections::BTreeSet;

use wardpack::model::audience::Audience;
use wardpack::pipeline::Request;

use crate::support::{self, Memory, files, run, small_pack, wardpack, write};

const SITE: &str = "https://safety.example.org/";

fn pack() -> tempfile::TempDir {
    let pack = small_pack();
    let settings = format!("title: Test pack\nextends: built-in\nlanguages: [en, cy]\nweb_address: {SITE}\n");
    write(pack.path(), "content/pack.yaml", settings.as_bytes());
    pack
}

#[test]
fn the_list_of_a_site_for_some_readers_has_each_page_that_says_its_address_and_no_other() {
    let pack = pack();
    let page = b"---\ntitle: For staff\nsummary: S.\naudience: [staff]\n---\nOnly for us.\n";
    write(pack.path(), "content/pages/for-staff.md", page);
    let request = Request { audience: Some(Audience::Patients), ..support::request(pack.path()) };
    assert!(!run(&request, &mut Memory::default()).unwrap().refused);
    let site = files(&pack.path().join("output"));
    let text = |path: &str| String::from_utf8_lossy(&site[path]).into_owned();
    let list = text("sitemap.xml");
    let listed: BTreeSet<String> =
        list.split("<loc>").skip(1).filter_map(|rest| Some(rest.split_once("</loc>")?.0.to_owned())).collect();
    let of_page = |path: &String| {
        let page = text(path);
        let (_, rest) = page.split_once("\" rel=canonical>").map(|(before, rest)| (rest, before))?;
        let address = rest.rsplit_once('"')?.1.to_owned();
        assert_eq!(address, format!("{SITE}{}", path.trim_end_matches("index.html")));
        assert!(!page.contains("content=noindex"), "{path}");
        Some(address)
    };
    let said: BTreeSet<String> = site.keys().filter(|path| path.ends_with(".html")).filter_map(of_page).collect();
    assert_eq!(listed, said);
    assert!(listed.contains(&format!("{SITE}cy/support/")) && !list.contains("for-staff"), "{list}");
    assert!(text("robots.txt").ends_with("Sitemap: https://safety.example.org/sitemap.xml\n"));
    assert!(text("wardpack-manifest.json").contains("\"sitemap.xml\""));
}

#[test]
fn a_ward_s_own_pack_is_not_on_the_web() {
    let pack = pack();
    let (said, code) = wardpack(pack.path(), &["bundle", "beach", "--as-of", "2026-11-26"]);
    assert_eq!(code, 0, "{said}");
    let bundle = files(&pack.path().join("bundles/beach-sexual-safety"));
    let is_web = |path: &&String| path.ends_with("sitemap.xml") || path.ends_with("robots.txt");
    assert_eq!(bundle.keys().filter(is_web).count(), 0);
    let says = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("rel=canonical");
    assert_eq!(bundle.values().filter(|bytes| says(bytes)).count(), 0);
}
