//! Files to download: what readers are told of them, who gets them, and what is told of those that can't be right.

use std::fs;
use std::path::Path;

use wardpack::model::audience::Audience;
use wardpack::pipeline::Request;

use crate::support::{self, Memory, build, files, problem_lines, small_pack, wardpack, write};

const HEAD: &str = "reviewed: 2026-11-01\nreview_by: 2027-11-01\n";

fn pack(text: &str) -> tempfile::TempDir {
    let pack = small_pack();
    let folder = pack.path();
    write(folder, "content/pages/plan.md", format!("---\ntitle: Plan\nsummary: S.\n{HEAD}---\n{text}").as_bytes());
    write(folder, "content/files/Our plan.PDF", &[b"%PDF-1.7\n".to_vec(), vec![b'x'; 544_500]].concat());
    write(folder, "content/files/film.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n");
    write(folder, "content/files/sheets/wards.csv", b"a,b\n1,2\n");
    pack
}

fn page(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join("output").join(path)).unwrap()
}

#[test]
fn a_link_to_a_file_says_what_it_is_and_how_large() {
    let text = "[Our plan](<../files/Our plan.PDF>), [captions](../files/film.vtt) and [a CSV table](../files/sheets/wards.csv).\n\n\
                ::: {audience: staff}\n[For staff](../files/rota.xlsx)\n:::\n";
    let pack = pack(text);
    let folder = pack.path();
    write(folder, "content/files/rota.xlsx", b"PK\x03\x04 xl/workbook.xml");
    let report = build(folder).unwrap();
    assert_eq!(problem_lines(&report, folder), Vec::<String>::new());
    let html = page(folder, "plan/index.html");
    for link in [
        "href=../files/our-plan.pdf>Our plan (PDF, 545KB)</a>",
        "href=../files/film.vtt>captions (VTT, 1KB)</a>",
        "href=../files/sheets/wards.csv>a CSV table (1KB)</a>",
        "For staff (Excel, 1KB)</a>",
    ] {
        assert!(html.contains(link), "{link}: {html}");
    }
    let output = files(&folder.join("output"));
    assert_eq!(output["files/our-plan.pdf"].len(), 544_509);
    assert!(output.contains_key("files/rota.xlsx"));

    // For patients, what only staff are led to isn't there.
    let patients = Request { audience: Some(Audience::Patients), ..support::request(folder) };
    support::run(&patients, &mut Memory::default()).unwrap();
    let output = files(&folder.join("output"));
    assert!(output.contains_key("files/our-plan.pdf") && !output.contains_key("files/rota.xlsx"));
    assert!(!page(folder, "plan/index.html").contains("rota"));

    let (said, code) = wardpack(folder, &["bundle", "beach", "--audience", "patients"]);
    assert_eq!(code, 0, "{said}");
    let bundle = files(&folder.join("bundles"));
    assert!(bundle.keys().any(|path| path.ends_with("files/our-plan.pdf")), "{:?}", bundle.keys());
    assert!(!bundle.keys().any(|path| path.contains("rota")));
}

#[test]
fn what_cannot_be_right_is_told() {
    let text = "[Plan](../files/our-plan.pdf), [lost](../files/lost.pdf), ![Film](../files/film.vtt), [x](../files/sheets/wards.csv).\n";
    let pack = pack(text);
    let folder = pack.path();
    let html = b"<!doctype html><title>404</title><p>Not found".as_slice();
    for (path, bytes) in
        [("wrong.docx", html), ("empty.pdf", b"".as_slice()), ("unused.pdf", b"%PDF-1.7"), ("run.exe", b"MZ")]
    {
        write(folder, &format!("content/files/{path}"), bytes);
    }
    let report = build(folder).unwrap();
    let told = problem_lines(&report, folder).join("\n");
    for line in [
        "F027 error content/files/empty.pdf: content/files/empty.pdf is empty",
        "F027 error content/files/wrong.docx: content/files/wrong.docx is no Word file, whatever its name says: it is a web page",
        "F027 error content/pages/plan.md:7:59: files/film.vtt is a file to download, and no picture",
        "F028 warning content/files/unused.pdf:1:1: no page leads to files/unused.pdf, so it isn't on the site",
        "R003 error content/pages/plan.md:7:",
        "content/files/run.exe",
    ] {
        assert!(told.contains(line), "{line} is not in\n{told}");
    }
    assert!(report.refused);
}

#[test]
fn a_file_that_no_page_leads_to_is_on_no_site() {
    let pack = pack("[Our plan](<../files/Our plan.PDF>)\n");
    let folder = pack.path();
    let mut memory = Memory::default();
    let request = support::request(folder);
    let report = support::run(&request, &mut memory).unwrap();
    assert!(!report.refused && !folder.join("output/files/film.vtt").exists());
    assert!(folder.join("output/files/our-plan.pdf").exists());
    // With a link it comes, and with other bytes its size is another.
    let text = format!(
        "---\ntitle: Plan\nsummary: S.\n{HEAD}---\n[Our plan](../files/our-plan.pdf), [film](../files/film.vtt)\n"
    );
    write(folder, "content/pages/plan.md", text.as_bytes());
    write(folder, "content/files/Our plan.PDF", b"%PDF-1.7\nshort");
    support::run(&request, &mut memory).unwrap();
    assert_eq!(files(&folder.join("output")), support::build_from_nothing(folder));
    assert!(page(folder, "plan/index.html").contains("Our plan (PDF, 1KB)"));
}
