//! Words that don't fit their paper: what is told, and what is printed all the same.

use std::fs;
use std::sync::Arc;

use wardpack::pipeline::{self, Request, Silent};
use wardpack::plan::view::paper::{PaperChoice, PaperKind};

use super::{Scribe, build, papers, request};
use crate::support::{Memory, WARD, note_lines, problem_lines, small_pack, write};

#[test]
fn every_ward_whose_paper_does_not_fit_is_told_in_one_run_and_the_others_are_printed() {
    let folder = small_pack();
    let folder = folder.path();
    for name in ["Hill", "Lake"] {
        let path = format!("content/wards/{}.yaml", name.to_lowercase());
        write(folder, &path, WARD.replace("Beach", name).as_bytes());
    }
    let press = Arc::new(Scribe { too_long: vec!["Hill ward", "Lake ward"], ..Scribe::default() });
    let report = build(folder, &press, &mut Memory::default());
    assert!(report.refused);
    let lines = problem_lines(&report, folder);
    for ward in ["hill", "lake"] {
        for paper in ["Poster, A4", "Poster, A3", "To give out", "Large print"] {
            let place = format!("A014 error content/wards/{ward}.yaml:1:7:");
            let is_told = |line: &&String| line.starts_with(&place) && line.contains(&format!("as “{paper}”"));
            assert!(lines.iter().any(|line| is_told(&line) && line.contains("it fills 90 pages")), "{lines:#?}");
        }
    }
    assert!(!lines.iter().any(|line| line.contains("wards/beach.yaml")), "{lines:#?}");
    let print = |ward: &str| {
        let choice = PaperChoice { ward: Some(ward.to_owned()), kind: Some(PaperKind::Handout), month: None };
        let request = Request { papers: Some(choice), output: None, ..request(folder, &press) };
        pipeline::unwritten(&request, &Silent).unwrap()
    };
    let (files, _) = print("beach");
    assert!(files.unwrap().iter().any(|file| file.path.ends_with("beach-charter-handout.pdf")), "it fits");
    let (files, report) = print("hill");
    assert!(files.is_none() && report.problems.len() == 1, "{:?}", problem_lines(&report, folder));
}

#[test]
fn a_tri_fold_that_is_too_long_is_left_out_and_no_warning() {
    let folder = small_pack();
    let folder = folder.path();
    write(folder, "content/pack.yaml", b"title: Test pack\nextends: built-in\nleaflet_formats: [tri-fold]\n");
    write(folder, "content/leaflets/ours.md", super::LEAFLET.as_bytes());
    let press = Arc::new(Scribe { too_long: vec!["tri_fold"], ..Scribe::default() });
    let report = build(folder, &press, &mut Memory::default());
    let told = "A016 note content/leaflets/ours.md:2:8: “A leaflet of ours” isn't made as a tri-fold: it would have 90 panels, and 6 is the most";
    assert!(!problem_lines(&report, folder).iter().any(|line| line.starts_with("A016")), "one sheet has little room");
    let notes = note_lines(&report, folder);
    assert!(!report.refused && notes.iter().any(|line| line == told), "{notes:#?}");
    let page = fs::read_to_string(folder.join("output/wards/beach/leaflets/visiting/index.html")).unwrap();
    assert!(page.contains("beach-leaflet-visiting.pdf") && !page.contains("tri-fold"), "the page lists what there is");
}

#[test]
fn a_booklet_that_is_too_long_is_left_out_with_a_word() {
    let folder = small_pack();
    let folder = folder.path();
    let pack = "title: Test pack\nextends: built-in\nleaflet_formats: [booklet]\n";
    write(folder, "content/pack.yaml", pack.as_bytes());
    write(folder, "content/leaflets/ours.md", super::LEAFLET.as_bytes());
    let page = || fs::read_to_string(folder.join("output/wards/beach/leaflets/visiting/index.html")).unwrap();
    let booklets = || papers(folder).into_keys().filter(|path| path.contains("booklet-")).count();
    let press = Arc::new(Scribe { too_long: vec!["booklet"], ..Scribe::default() });
    let mut memory = Memory::default();
    for _ in 0..2 {
        let report = build(folder, &press, &mut memory);
        let lines = problem_lines(&report, folder);
        let told = "A016 warning content/leaflets/ours.md:2:8: “A leaflet of ours” isn't made as a booklet: it would have 90 pages of A5, and 48 is the most";
        assert!(!report.refused && lines.iter().filter(|line| *line == told).count() == 1, "{lines:#?}");
        assert!(
            page().contains("beach-leaflet-visiting.pdf") && !page().contains("booklet"),
            "the page lists what there is"
        );
        assert_eq!(booklets(), 0);
        let manifest = fs::read_to_string(folder.join("output/wardpack-manifest.json")).unwrap();
        assert!(!manifest.contains("booklet"), "nothing is listed that isn't there");
    }
    let tried = press.of_kind("booklet").len();
    assert!(tried > 0);
    for memory in [&mut memory, &mut Memory::default()] {
        let report = build(folder, &press, memory);
        let told = problem_lines(&report, folder).iter().filter(|line| line.starts_with("A016")).count();
        assert!(told > 0, "it is told each time");
        assert_eq!(
            press.of_kind("booklet").len(),
            tried,
            "what was too long is not laid out again before its words change, by the next command either"
        );
    }
    let report = build(folder, &Arc::new(Scribe::default()), &mut memory);
    assert!(
        !report.refused && booklets() > 0 && page().contains("beach-booklet-visiting.pdf"),
        "it is short enough now"
    );
}
