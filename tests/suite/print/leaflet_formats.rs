//! What leaflets are printed as, beside clear print on A4.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use serde_json::Value;

use super::{Scribe, build, papers};
use crate::support::{Memory, problem_lines, small_pack, write};

const PACK: &str = "title: Test pack\nextends: built-in\nlanguages: [en, ur]\n";

#[test]
fn a_pack_says_what_its_leaflets_are_printed_as() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    let mut memory = Memory::default();
    for (formats, expected) in [
        ("", &["easy_read_leaflet", "large_print_leaflet", "leaflet"][..]),
        ("leaflet_formats: [booklet]\n", &["booklet", "leaflet"]),
        ("leaflet_formats: [tri-fold]\n", &["leaflet", "tri_fold"]),
        ("leaflet_formats: []\n", &["leaflet"]),
        ("leaflet_formats: easy-read\n", &["easy_read_leaflet", "leaflet"]),
    ] {
        write(folder, "content/pack.yaml", format!("{PACK}{formats}").as_bytes());
        let report = build(folder, &press, &mut memory);
        assert!(!report.refused, "{:?}", problem_lines(&report, folder));
        let paths: Vec<String> = papers(folder).into_keys().collect();
        let kind = |path: &String| {
            let kinds = ["easy-read-leaflet", "large-print-leaflet", "booklet", "tri-fold", "leaflet"];
            let name = path.rsplit('/').next().unwrap().trim_start_matches("beach-");
            kinds.into_iter().find(|kind| name.starts_with(kind)).map(|kind| kind.replace('-', "_"))
        };
        let kinds: BTreeSet<String> = paths.iter().filter_map(kind).collect();
        assert_eq!(kinds.iter().map(String::as_str).collect::<Vec<_>>(), expected, "{formats}");
    }
}

#[test]
fn what_is_folded_is_bound_where_its_language_begins_and_the_page_says_which_file_is_to_be_read() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    write(folder, "content/pack.yaml", format!("{PACK}leaflet_formats: [booklet, tri-fold]\n").as_bytes());
    build(folder, &press, &mut Memory::default());
    let (booklets, tri_folds) = (press.of_kind("booklet"), press.of_kind("tri_fold"));
    for (papers, fold) in [(&booklets, "Booklet"), (&tri_folds, "TriFold")] {
        for (lang, side) in [("en", "Left"), ("ur", "Right")] {
            let here: Vec<&Value> = papers.iter().filter(|paper| paper["lang"] == lang).collect();
            let folding = format!("{fold} {side}");
            assert!(!here.is_empty() && here.iter().all(|paper| paper["folding"] == folding), "{folding}");
        }
    }
    let leaflets = press.of_kind("leaflet");
    assert!(leaflets.iter().all(|paper| paper["folding"].is_null()), "no other paper is folded");
    let said = |papers: &[Value]| {
        let said = papers.iter().map(|paper| format!("{} {} {}", paper["lang"], paper["title"], paper["body"]));
        said.collect::<BTreeSet<String>>()
    };
    assert!(said(&booklets) == said(&leaflets) && said(&tri_folds) == said(&leaflets), "they say the same");
    let html = fs::read_to_string(folder.join("output/leaflets/visiting/index.html")).unwrap();
    let listed = html.split("<li>").find(|item| item.contains("booklet-visiting.pdf")).unwrap();
    assert!(listed.contains("To read on a screen or to listen, take the leaflet."), "{listed}");
    let listed = html.split("<li>").find(|item| item.contains("tri-fold-visiting.pdf")).unwrap();
    assert!(
        listed.contains("Fold the narrowest third in first") && listed.contains("take the first leaflet"),
        "{listed}"
    );
    assert_eq!(html.matches("To read on a screen").count(), 2, "only what is folded is for printing alone");
    let at = |name: &str| html.split("<li>").position(|item| item.contains(name)).unwrap();
    assert!(at("leaflet-visiting.pdf") < at("booklet-visiting.pdf"), "the one to be read comes first");
}

#[test]
fn a_leaflet_in_easy_read_has_the_rows_of_its_page_with_their_pictures() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    build(folder, &press, &mut Memory::default());
    let all = press.of_kind("easy_read_leaflet");
    let of_ward =
        |paper: &&Value| paper["ward"]["words"] == "Beach ward" && paper["title"].as_str().unwrap().contains("Visit");
    let paper = all.iter().find(of_ward).unwrap();
    let html = fs::read_to_string(folder.join("output/wards/beach/leaflets/visiting/easy-read/index.html")).unwrap();
    let rows: Vec<&Value> =
        paper["parts"].as_array().unwrap().iter().flat_map(|part| part["rows"].as_array().unwrap()).collect();
    assert!(rows.len() > 5);
    for row in rows {
        let picture = row["picture"]["href"].as_str().unwrap();
        assert!(picture.starts_with("images/") && html.contains(picture), "{picture} is on the page");
        assert!(row["text"].as_array().is_some_and(|text| !text.is_empty()), "{row}");
    }
    assert_eq!(paper["contacts"][0]["phone"]["written"], "01632 960 001", "with the ward's numbers");
    assert!(paper["version"].as_str().unwrap().contains("code "), "{paper}");
}
