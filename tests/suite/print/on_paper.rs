//! The papers that Typst makes. `tests/paper/run` looks at all those of the shipped pack with checkers of others.

use std::fs;
use std::path::Path;

use wardpack::pipeline::{Report, Request};
use wardpack::print;

use super::{charters, papers};
use crate::support::{self, Memory, WARD, problem_lines, run, small_pack, wardpack, write};

fn build(folder: &Path, memory: &mut Memory) -> Report {
    run(&Request { press: print::press(), ..support::request(folder) }, memory).unwrap()
}

fn command(folder: &Path, arguments: &[&str]) -> assert_cmd::assert::Assert {
    assert_cmd::Command::cargo_bin("wardpack").unwrap().current_dir(folder).args(arguments).assert()
}

#[test]
fn papers_are_tagged_and_the_same_each_time() {
    let folder = small_pack();
    let folder = folder.path();
    let lists = format!("{}\n- One\n  - in one\n    - in one\n", super::LEAFLET);
    write(folder, "content/leaflets/ours.md", lists.as_bytes());
    write(folder, "content/measures/rare.yaml", super::drawings::RARE.as_bytes());
    write(folder, "content/measures/rare.csv", b"month,count\n2025-10,1\n2025-11,6\n");
    let report = build(folder, &mut Memory::default());
    assert!(!report.refused, "{:?}", problem_lines(&report, folder));
    let first = papers(folder);
    assert_eq!(charters(folder).len(), 6);
    for (path, bytes) in &first {
        let text = String::from_utf8_lossy(bytes);
        assert!(text.starts_with("%PDF-1.7") && text.contains("pdfuaid:part"), "{path} says that it is PDF/UA");
        assert!(text.contains("/StructTreeRoot") && text.contains("/Lang"), "{path} is tagged");
    }
    let arguments = ["build", "--as-of", "2026-11-26", "--output", "again", "--jobs"];
    for jobs in ["1", "3"] {
        command(folder, &[&arguments[..], &[jobs]].concat()).success();
        let again = support::files(&folder.join("again"));
        assert!(first.iter().all(|(path, bytes)| again.get(path) == Some(bytes)), "with {jobs} threads");
    }
    command(folder, &["build", "--as-of", "2026-11-26", "--no-print"]).success();
    assert!(papers(folder).is_empty());
}

#[test]
fn one_paper_is_printed_alone() {
    let folder = small_pack();
    let folder = folder.path();
    let said = command(folder, &["print", "beach", "poster-a3", "--as-of", "2026-11-26"]).success();
    assert_eq!(said.get_output().stdout, b"print/beach-charter-poster-a3.pdf\n1 file to print.\n");
    let alone = fs::read(folder.join("print/beach-charter-poster-a3.pdf")).unwrap();
    build(folder, &mut Memory::default());
    assert_eq!(papers(folder)["wards/beach/charter/beach-charter-poster-a3.pdf"], alone, "the one beside the page");
    command(folder, &["print", "hill"]).code(2);
    command(folder, &["print", "beach", "poster"]).code(2);
}

#[test]
fn a_template_that_not_everybody_could_read_is_refused_at_its_line() {
    let folder = small_pack();
    let folder = folder.path();
    let handout = include_str!("../../../themes/ward/print/charter_handout.typ");
    let line = handout.lines().count() + 1;
    for (fault, says) in [
        ("#image(\"/images/easy-read/knock.svg\")", "alt"),
        ("=== Words\n==== Words\n====== Words", "heading"),
        ("#text(font: \"Comic Sans\")[Words]", "font"),
        ("#image(\"/images/gone.svg\", alt: \"A door\")", "not found"),
        ("#paper.gone", "key"),
    ] {
        write(folder, "themes/ward/print/charter_handout.typ", format!("{handout}{fault}\n").as_bytes());
        let report = build(folder, &mut Memory::default());
        let lines = problem_lines(&report, folder);
        assert!(report.refused, "{fault}");
        let place = |line: usize| format!("T001 error themes/ward/print/charter_handout.typ:{line}:");
        let is_told =
            |told: &String| (line..line + 3).any(|line| told.starts_with(&place(line))) && told.contains(says);
        assert!(lines.iter().any(is_told), "{fault}: {lines:#?}");
    }
}

#[test]
fn many_words_go_on_a_second_page_and_too_many_are_told() {
    let folder = small_pack();
    let folder = folder.path();
    let line = |number: usize, words: usize| {
        let text = "We listen to each other and we take our time. ".repeat(words);
        format!("    - {{id: line-{number}, text: \"{}\", easy_read: We listen., picture: ask}}\n", text.trim())
    };
    let ward = |lines: usize, words: usize| {
        let lines: String = (0..lines).map(|number| line(number, words)).collect();
        format!("{}charter:\n  add:\n{lines}", WARD.replace("Beach ward", &"Long name of a ward ".repeat(12)))
    };
    write(folder, "content/wards/beach.yaml", ward(11, 2).as_bytes());
    let report = build(folder, &mut Memory::default());
    assert!(!report.refused, "20 lines and a name of 60 words: {:?}", problem_lines(&report, folder));
    let page = fs::read_to_string(folder.join("output/wards/beach/charter/index.html")).unwrap();
    assert!(page.contains("A4, 2 pages"), "they go on");
    write(folder, "content/wards/beach.yaml", ward(11, 40).as_bytes());
    let report = build(folder, &mut Memory::default());
    let lines = problem_lines(&report, folder);
    assert!(
        report.refused && lines.iter().any(|line| line.starts_with("A014 error content/wards/beach.yaml:1:7:")),
        "{lines:#?}"
    );
}

#[test]
fn a_file_of_somebody_else_is_not_printed_over_and_an_own_one_is() {
    let folder = small_pack();
    write(folder.path(), "print/beach-charter-handout.pdf", b"mine");
    let (said, code) = wardpack(folder.path(), &["print", "beach", "handout"]);
    assert!(code == 2 && said.contains("wardpack did not make them: print/beach-charter-handout.pdf"), "{said}");
    assert_eq!(fs::read(folder.path().join("print/beach-charter-handout.pdf")).unwrap(), b"mine");
    for _ in 0..2 {
        let (said, code) = wardpack(folder.path(), &["print", "beach", "handout", "--output", "paper"]);
        assert_eq!(code, 0, "{said}");
    }
    let (said, code) = wardpack(folder.path(), &["print", "beach", "handout", "--output", "content"]);
    assert!(code == 2, "{said}");
}

#[test]
fn every_letter_of_the_packs_words_is_in_a_typeface() {
    for (words, missing) in [
        ("Keeping safe – “Ymddiried”, ŵ ŷ £ ½ é ł ğ ő", ""),
        ("جنسی تحفظ، ۱۲۳", ""),
        ("a → b ☎ → c हि", "हि→☎"),
        ("isolates \u{2068}x\u{2069} and joiners \u{200D}", ""),
    ] {
        let found: String = wardpack_print::missing_letters(words).into_iter().collect();
        assert_eq!(found, missing, "{words}");
    }
}
