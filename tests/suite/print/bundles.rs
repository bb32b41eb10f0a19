//! Papers in a ward's own pack: those of the ward and those for every ward, in its list, in an update, and in what says whether it is whole.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::date;
use wardpack::bundle;
use wardpack::pipeline::{self, Request, Silent};
use wardpack::plan::bundle::Bundle;
use wardpack::render::Rendered;

use super::{Scribe, request};
use crate::support::{WARD, small_pack, write};

/// Returns the files of the ward's own pack, its list among them.
fn own_pack(folder: &Path, press: &Arc<Scribe>) -> Rendered {
    let asked = request(folder, press);
    let ward = Bundle { ward: "beach".into(), audience: None, made_on: asked.as_of, stale_after: date(2027, 11, 26) };
    let asked = Request { wards: vec!["beach".into()], bundle: Some(ward), ..asked };
    let (made, _) = pipeline::bundle(&asked, &Silent).unwrap();
    let (mut files, label) = made.unwrap();
    bundle::list(&mut files, "beach", &label);
    files
}

fn by_path(files: &Rendered) -> BTreeMap<String, Vec<u8>> {
    files.iter().map(|file| (file.path.to_string(), file.bytes.to_vec())).collect()
}

fn papers(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    files.keys().map(String::as_str).filter(|path| path.ends_with(".pdf")).collect()
}

#[test]
fn a_wards_own_pack_has_its_papers_and_knows_when_one_is_changed_or_lost() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    write(
        folder,
        "content/wards/quokka.yaml",
        WARD.replace("Beach", "Quokka").replace("960 001", "960 007").as_bytes(),
    );
    let files = own_pack(folder, &press);
    let mut copy = by_path(&files);
    let there = papers(&copy);
    assert!(there.iter().any(|path| path.ends_with("beach-charter-poster-a3.pdf")), "{there:?}");
    assert!(there.iter().any(|path| path.ends_with("beach-leaflet-visiting.pdf")), "{there:?}");
    assert!(!there.iter().any(|path| path.contains("quokka")), "{there:?}");
    for path in &there {
        let said = String::from_utf8_lossy(&copy[*path]).into_owned();
        assert!(!said.contains("Quokka") && !said.contains("01632 960 007"), "{path} has something of another ward");
    }
    let verified = bundle::verify(&copy).unwrap();
    assert!(verified.is_whole(), "{verified:?}");
    assert!(by_path(&own_pack(folder, &press)) == copy, "the same bytes each time");

    let poster = there.iter().find(|path| path.ends_with("poster-a4.pdf")).unwrap().to_string();
    let whole = copy.clone();
    copy.get_mut(&poster).unwrap().push(b' ');
    assert!(!bundle::verify(&copy).unwrap().is_whole(), "a paper was changed");
    copy.remove(&poster);
    assert!(!bundle::verify(&copy).unwrap().is_whole(), "a paper is lost");

    write(folder, "content/wards/beach.yaml", WARD.replace("960 001", "960 009").as_bytes());
    let now = own_pack(folder, &press);
    let now_by_path = by_path(&now);
    assert!(now_by_path[&poster] != whole[&poster] && bundle::behind(&whole, &now) > 0);
    for path in papers(&now_by_path) {
        let said = String::from_utf8_lossy(&now_by_path[path]).into_owned();
        assert!(!said.contains("01632 960 001"), "{path} still has the old number");
        let is_other = whole.get(path) != now_by_path.get(path);
        assert_eq!(is_other, said.contains("01632 960 009"), "{path}: it changes if the number is on it");
    }
}
