//! Lists of wards in Excel and as CSV.

#![allow(clippy::disallowed_methods, reason = "tests touch the disk")]

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use support::{build, problem_lines, small_pack, write};

const HEAD: [&str; 11] = [
    "Id",
    "Name",
    "Site",
    "Kind",
    "Support organisation",
    "Support phone",
    "Support checked on",
    "Languages",
    "Leave out",
    "Ward phone",
    "Review by",
];
const WARDS: usize = 1000;

/// What stands in a cell.
#[derive(Clone)]
enum Cell {
    Words(String),
    Number(f64),
}

/// Returns the cells of a good row; the rows of a workbook count from 1, and the head is the first.
fn good_row(row: usize) -> Vec<Cell> {
    let words = [
        format!("ward-{row}"),
        format!("Ward {row}"),
        format!("Hospital {}", row % 20),
        "acute".into(),
        "Test advocacy".into(),
        "01632 960 001".into(),
        "2026-11-01".into(),
        "en".into(),
        "visiting".into(),
        "01632 960 002".into(),
        "2027-05-01".into(),
    ];
    words.into_iter().map(Cell::Words).collect()
}

/// Writes a workbook with good rows but for some cells, by Excel's names of them.
fn workbook(folder: &Path, planted: &BTreeMap<(usize, char), Cell>) {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Notes").unwrap().write(0, 0, "Read me").unwrap();
    let sheet = book.add_worksheet().set_name("Wards").unwrap();
    let date = Format::new().set_num_format("dd/mm/yyyy");
    for (column, name) in (0..).zip(HEAD) {
        sheet.write(0, column, name).unwrap();
    }
    for row in 2..WARDS + 2 {
        for (column, cell) in (0..).zip(good_row(row)) {
            let name = char::from(b'A' + u8::try_from(column).unwrap());
            let line = u32::try_from(row - 1).unwrap();
            match planted.get(&(row, name)).cloned().unwrap_or(cell) {
                // A date as Excel keeps it, shown the British way.
                Cell::Words(words) if words == "2026-11-01" => {
                    let day = ExcelDateTime::from_ymd(2026, 11, 1).unwrap();
                    sheet.write_with_format(line, column, &day, &date).unwrap()
                }
                Cell::Words(words) => sheet.write(line, column, words).unwrap(),
                Cell::Number(number) => sheet.write(line, column, number).unwrap(),
            };
        }
    }
    write(folder, "content/wards.xlsx", &book.save_to_buffer().unwrap());
}

fn pack() -> tempfile::TempDir {
    let pack = small_pack();
    std::fs::remove_file(pack.path().join("content/wards/beach.yaml")).unwrap();
    pack
}

#[test]
fn a_thousand_wards_come_from_one_workbook() {
    let pack = pack();
    workbook(pack.path(), &BTreeMap::new());
    let report = build(pack.path()).unwrap();
    assert!(report.problems.is_empty(), "{:?}", problem_lines(&report, pack.path()));
    assert_eq!(report.site.unwrap().wards, WARDS);
    let home = std::fs::read_to_string(pack.path().join("output/wards/ward-501/index.html")).unwrap();
    assert!(home.contains("Ward 501") && home.contains("Details checked on 1 November 2026"), "{home}");
    assert!(!pack.path().join("output/wards/ward-501/leaflets/visiting").exists());
}

#[test]
fn twenty_mistakes_are_twenty_problems_each_with_its_cell() {
    let words = |words: &str| Cell::Words(words.to_owned());
    let planted = BTreeMap::from([
        ((3, 'A'), words("")),
        ((20, 'A'), words("Ward 20")),
        ((40, 'A'), words("ward-41")),
        ((60, 'B'), words("")),
        ((80, 'C'), words("")),
        ((100, 'D'), words("acut")),
        ((120, 'D'), words("")),
        ((140, 'E'), words("")),
        ((160, 'F'), words("")),
        ((180, 'F'), words("ask the ward")),
        ((200, 'F'), Cell::Number(1_632_960_001.0)),
        ((220, 'G'), words("1st November")),
        ((240, 'G'), words("2024-01-01")),
        ((260, 'G'), words("")),
        ((280, 'H'), words("en, fr")),
        ((300, 'I'), words("visitting")),
        ((320, 'J'), words("none yet")),
        ((340, 'K'), words("next year")),
        ((360, 'K'), words("2026-05-01")),
        ((1001, 'B'), words("[insert name]")),
    ]);
    let pack = pack();
    workbook(pack.path(), &planted);
    let lines = problem_lines(&build(pack.path()).unwrap(), pack.path());
    let cell = |line: &String| line.rsplit_once(" (").map(|(_, cell)| cell.to_owned()).unwrap_or_default();
    let mut found: Vec<String> = lines.iter().map(cell).collect();
    let mut expected: Vec<String> = (planted.keys())
        .map(|(row, column)| match (row, column) {
            // The second ward with an id is the one that is told.
            (40, 'A') => "sheet Wards, row 41, column A)".to_owned(),
            // A day that isn't written is told where the organisation is.
            (260, 'G') => "sheet Wards, row 260, column E)".to_owned(),
            (row, column) => format!("sheet Wards, row {row}, column {column})"),
        })
        .collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected, "{lines:#?}");
    let is_zero = |line: &String| line.starts_with("L005 ") && line.ends_with("row 200, column F)");
    assert!(lines.iter().any(is_zero), "{lines:#?}");
}

#[test]
fn what_is_no_list_is_told_and_a_list_stands_beside_files() {
    let pack = small_pack();
    let folder = pack.path();
    let csv = "id,name,site,kind,support organisation,support phone,support checked on\r\n\
               cliff,\"Cliff ward, upper\",Test hospital,acute,Test advocacy,01632 960 001,2026-11-01\r\n\r\n";
    write(folder, "content/wards.csv", csv.as_bytes());
    let report = build(folder).unwrap();
    assert!(report.problems.is_empty(), "{:?}", problem_lines(&report, folder));
    assert_eq!(report.site.unwrap().wards, 2);
    write(folder, "content/wards.csv", csv.replace("cliff,", "beach,").as_bytes());
    let lines = problem_lines(&build(folder).unwrap(), folder);
    assert!(lines.len() == 1 && lines[0].contains("beach"), "{lines:?}");
    write(folder, "content/wards.csv", csv.replace("support phone", "telephone").as_bytes());
    let lines = problem_lines(&build(folder).unwrap(), folder);
    assert!(lines.iter().all(|line| line.starts_with("L002 error content/wards.csv:1:")), "{lines:?}");
    assert_eq!(lines.len(), 2);
    std::fs::remove_file(folder.join("content/wards.csv")).unwrap();
    write(folder, "content/wards.xlsx", b"no workbook");
    let lines = problem_lines(&build(folder).unwrap(), folder);
    assert!(lines.len() == 1 && lines[0].starts_with("L001 error content/wards.xlsx"), "{lines:?}");
}
