//! Lists of wards in Excel. What can be said in a CSV file is said by the cases.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use wardpack::pipeline;
use wardpack::problem::Severity;

use crate::support::{build, problem_lines, request, sequences, small_pack, write};

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

/// Returns the problem lines of a pack whose wards are in this workbook.
fn told(bytes: &[u8]) -> Vec<String> {
    let pack = pack();
    write(pack.path(), "content/wards.xlsx", bytes);
    problem_lines(&pipeline::site(&request(pack.path())).unwrap().1, pack.path())
}

/// Returns the cells of problems, in their order.
fn cells(lines: &[String]) -> Vec<&str> {
    lines.iter().filter_map(|line| Some(line.rsplit_once(", row ")?.1.trim_end_matches(')'))).collect()
}

/// Returns a workbook of one sheet with some good wards, changed by `change`.
fn small_workbook(name: &str, change: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    change(fill(book.add_worksheet().set_name(name).unwrap(), 2..6));
    book.save_to_buffer().unwrap()
}

/// Writes the headings and good wards into a sheet.
fn fill(sheet: &mut Worksheet, rows: std::ops::Range<usize>) -> &mut Worksheet {
    for (column, name) in (0..).zip(HEAD) {
        sheet.write(0, column, name).unwrap();
    }
    for row in rows {
        for (column, cell) in (0..).zip(good_row(row)) {
            let Cell::Words(words) = cell else { continue };
            sheet.write(u32::try_from(row - 1).unwrap(), column, words).unwrap();
        }
    }
    sheet
}

/// Returns a workbook with some words of its parts changed.
fn edited(bytes: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut edited = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        edited.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        edited.write_all(change(&name, text).as_bytes()).unwrap();
    }
    edited.finish().unwrap().into_inner()
}

/// The mistakes of the three lists of 300 wards in `tests/lists/`: code and cell.
const PLANTED: [&str; 15] = [
    "L002 235, column P",
    "L003 220, column A",
    "L005 55, column F",
    "L006 10, column B",
    "L006 130, column B",
    "L006 25, column C",
    "L006 40, column L",
    "L007 145, column L",
    "L007 205, column J",
    "L009 85, column A",
    "L010 100, column A",
    "L012 70, column B",
    "L016 160, column C",
    "R006 175, column A",
    "Y107 115, column D",
];

#[test]
fn fifteen_mistakes_are_found_whichever_program_wrote_the_workbook() {
    let lists = [
        ("openpyxl", include_bytes!("../lists/openpyxl.xlsx").to_vec()),
        ("LibreOffice", include_bytes!("../lists/libreoffice.xlsx").to_vec()),
        ("rust_xlsxwriter", list_with_mistakes()),
    ];
    for (writer, list) in lists {
        let lines = told(&list);
        let code = |line: &String| line.split(' ').next().unwrap_or_default().to_owned();
        let mut found: Vec<String> =
            lines.iter().zip(cells(&lines)).map(|(line, cell)| format!("{} {cell}", code(line))).collect();
        found.sort();
        assert_eq!(found, PLANTED, "{writer}: {lines:#?}");
    }
}

/// Returns the list that `tests/lists/make.py` makes, as `rust_xlsxwriter` writes it.
fn list_with_mistakes() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Read me").unwrap().write(0, 0, "How to fill in this list").unwrap();
    let sheet = book.add_worksheet().set_name("Our list").unwrap();
    let (date, none) = (Format::new().set_num_format("d-mmm"), Format::new());
    sheet.merge_range(0, 0, 0, 5, "Wards of the trust", &none).unwrap();
    let head = HEAD.into_iter().chain(["Quiet place", "About", "# Notes"]);
    for (column, name) in (0..).zip(head) {
        sheet.write(1, column, name).unwrap();
    }
    for row in 3..303 {
        let mut cells = good_row(row);
        cells.extend(["The garden", "An acute ward.\nFor adults.", "#N/A"].map(|words| Cell::Words(words.into())));
        for (column, cell) in (0..).zip(cells).filter(|(column, _)| row != 100 || *column > 5) {
            let Cell::Words(words) = cell else { continue };
            sheet.write(u32::try_from(row - 1).unwrap(), column, words).unwrap();
        }
    }
    let error = |formula: &str, result: &str| Formula::new(formula).set_result(result);
    sheet.write_formula(9, 1, error("=NA()", "#N/A")).unwrap();
    sheet.write_formula(24, 2, error("=1/0", "#DIV/0!")).unwrap();
    sheet.write(39, 11, "#VALUE!").unwrap();
    sheet.write(54, 5, 1_632_960_001_u32).unwrap();
    sheet.write(69, 1, "Ward 70\nupper floor").unwrap();
    sheet.set_row_hidden(84).unwrap();
    sheet.merge_range(99, 0, 99, 5, "Southgate Hospital", &none).unwrap();
    sheet.write(114, 3, "acut").unwrap();
    sheet.write(129, 1, true).unwrap();
    sheet.write_with_format(144, 11, ExcelDateTime::from_ymd(2026, 5, 9).unwrap(), &date).unwrap();
    sheet.write(159, 2, "hospital 0").unwrap();
    sheet.write(174, 0, "ward-174").unwrap();
    sheet.write(204, 9, "1.63E+09").unwrap();
    sheet.write(219, 0, " ").unwrap();
    sheet.write(234, 15, "ask Ann").unwrap();
    sheet.write(1_048_575, 16_383, " ").unwrap();
    fill(book.add_worksheet().set_name("Last year").unwrap(), 400..402).set_hidden(true);
    book.save_to_buffer().unwrap()
}

#[test]
fn a_stray_cell_is_told_and_takes_no_memory() {
    for (row, column, name) in
        [(1_048_575, 16_383, "XFD1048576"), (1_048_575, 1, "B1048576"), (3, 200, "GS4"), (10_000, 0, "A10001")]
    {
        for blank in [" ", "\u{A0}", "\n"] {
            assert_eq!(told(&small_workbook("Wards", |sheet| _ = sheet.write(row, column, blank).unwrap())), [""; 0]);
        }
        let lines = told(&small_workbook("Wards", |sheet| _ = sheet.write(row, column, "x").unwrap()));
        assert!(lines.len() == 1 && lines[0].starts_with("L011") && lines[0].contains(name), "{lines:?}");
    }
    // Cells that are merged down to the end of the sheet, as programs write them, and a format for all of it.
    let book = small_workbook("Wards", |sheet| {
        sheet.merge_range(1, 10, 9, 10, "2027-05-01", &Format::new()).unwrap();
        sheet.set_column_range_format(0, 16_383, &Format::new().set_bold()).unwrap();
    });
    let rows: Vec<String> =
        (11..=1_048_576).map(|row| format!("<row r=\"{row}\"><c r=\"K{row}\" s=\"1\"/></row>")).collect();
    let book = edited(&book, |name, text| match name {
        "xl/worksheets/sheet1.xml" => {
            assert!(text.contains("\"K2:K10\""));
            text.replace("</sheetData>", &format!("{}</sheetData>", rows.concat())).replace("K2:K10", "K2:K1048576")
        }
        _ => text,
    });
    assert_eq!(told(&book), [""; 0]);
}

#[test]
fn the_first_sheet_that_is_shown_and_is_a_list_is_read() {
    let book = |sheets: &[(&str, usize, bool)]| {
        let mut book = Workbook::new();
        for (name, row, is_hidden) in sheets {
            let sheet = book.add_worksheet().set_name(*name).unwrap();
            if *row > 0 {
                // A kind that there isn't, so that the row tells which sheet was read.
                fill(sheet, *row..row + 1).write(u32::try_from(row - 1).unwrap(), 3, *name).unwrap();
            }
            if *is_hidden {
                sheet.set_very_hidden(true);
            } else {
                sheet.set_active(true);
            }
        }
        told(&book.save_to_buffer().unwrap())
    };
    for (sheets, read) in [
        (vec![("Old", 2, true), ("Now", 3, false)], "Now"),
        (vec![("Read me", 0, false), ("Now", 3, false)], "Now"),
        (vec![("Archive", 2, false), (" wards", 3, false)], " wards"),
        (vec![("Wards", 2, true), ("Now", 3, false)], "Now"),
    ] {
        let lines = book(&sheets);
        assert!(lines[0].contains(&format!("“{}” is not a ward kind", read.trim())), "{lines:?}");
        // A list that anybody can see and that isn't read is told.
        let is_beside = sheets.iter().any(|(name, _, is_hidden)| *name == "Archive" && !is_hidden);
        assert_eq!(
            lines[1..].iter().filter(|line| line.contains("sheet “Archive” too")).count(),
            usize::from(is_beside)
        );
        assert_eq!(lines.len(), 1 + usize::from(is_beside), "{lines:?}");
    }
    let lines = book(&[("Wards", 2, true), ("Front", 0, false)]);
    assert!(lines.len() == 1 && lines[0].starts_with("L001") && lines[0].contains("“Wards”, is hidden"), "{lines:?}");
    let lines = book(&[("North", 2, false), ("South", 3, false)]);
    assert!(lines.iter().any(|line| line.starts_with("L014") && line.contains("“North” and “South”")), "{lines:?}");
}

#[test]
fn what_excel_does_not_show_and_what_it_merges_is_told() {
    let none = Format::new();
    let lines = told(&small_workbook("Wards", |sheet| {
        sheet.set_column_hidden(4).unwrap().set_row_hidden(2).unwrap().set_row_hidden(4).unwrap();
    }));
    assert_eq!(cells(&lines), ["3, column A", "1, column E"]);
    assert!(lines[0].starts_with("L009 error") && lines[0].contains("2 rows"), "{lines:?}");
    assert!(lines[1].starts_with("L009 warning"), "{lines:?}");
    let flat = edited(&small_workbook("Wards", |_| {}), |_, text| {
        text.replace("<row r=\"3\"", "<row ht=\"0\" customHeight=\"1\" r=\"3\"")
    });
    assert_eq!(cells(&told(&flat)), ["3, column A"]);
    // Merged downwards, a value is that of each row; not so an id or a name.
    let merged = |column: u16| {
        told(&small_workbook("Wards", |sheet| _ = sheet.merge_range(1, column, 3, column, "acute", &none).unwrap()))
    };
    assert_eq!(merged(3), [""; 0]);
    assert_eq!(cells(&merged(0)), ["3, column A", "4, column A"]);
    assert_eq!(cells(&merged(1)), ["3, column B", "4, column B"]);
}

#[test]
fn what_excel_holds_as_another_kind_of_value_is_read_or_told() {
    let text = Format::new();
    let time = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let list = small_workbook("Wards", |sheet| {
        let day = ExcelDateTime::from_ymd(2026, 11, 1).unwrap().and_hms(9, 30, 0).unwrap();
        sheet.write_with_format(1, 6, &day, &time).unwrap();
        sheet.write(2, 6, 46_327).unwrap();
        sheet.write(3, 6, "01/11/2026 00:00").unwrap();
        sheet.write(4, 1, 12).unwrap();
        sheet
            .write(1, 1, " Ward\u{A0}2 \u{200B}")
            .unwrap()
            .write(2, 0, "ward-3\u{200B}")
            .unwrap()
            .write(3, 5, "\u{202D}01632 960 001\u{202C}")
            .unwrap();
    });
    assert_eq!(told(&list), [""; 0]);
    let list = small_workbook("Wards", |sheet| {
        sheet
            .write_with_format(1, 1, ExcelDateTime::from_hms(9, 0, 0).unwrap(), &Format::new().set_num_format("hh:mm"))
            .unwrap();
        sheet.write_with_format(2, 2, ExcelDateTime::from_ymd(2026, 5, 9).unwrap(), &time).unwrap();
        sheet.write_with_format(3, 1, "a\u{202D}é", &text).unwrap();
    });
    assert_eq!(cells(&told(&list)), ["2, column B", "3, column C", "4, column B"]);
    // An error that is younger than the library that reads the cells.
    let list = edited(&small_workbook("Wards", |sheet| _ = sheet.write(1, 1, true).unwrap()), |_, text| {
        text.replace("t=\"b\"><v>1</v>", "t=\"e\"><v>#PYTHON!</v>")
    });
    let lines = told(&list);
    assert!(lines.len() == 1 && lines[0].contains("“#PYTHON!”"), "{lines:?}");
}

#[test]
fn what_is_no_workbook_is_told_by_what_it_is() {
    let wide = |name: &str| -> Vec<u8> { name.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let compound =
        |name: &str| [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), vec![0; 600], wide(name), vec![0; 600]].concat();
    let packed = |names: &[&str]| {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in names {
            archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    };
    let good = small_workbook("Wards", |_| {});
    let replaced = |from: &'static str, to: &'static str| edited(&good, move |_, text| text.replace(from, to));
    let bomb = edited(&good, |name, text| if name.ends_with("sheet1.xml") { " ".repeat(120 << 20) } else { text });
    for (bytes, says) in [
        (compound("EncryptedPackage"), "protected by a password"),
        (compound("Workbook"), "old versions of Excel"),
        (compound("WordDocument"), "a Word document"),
        (packed(&["[Content_Types].xml", "word/document.xml"]), "a Word document"),
        (packed(&["mimetype", "content.xml"]), "OpenDocument"),
        (packed(&["[Content_Types].xml", "xl/workbook.bin"]), "binary workbook"),
        (packed(&["photo.txt"]), "no workbook"),
        (b"\xEF\xBB\xBF<html><table>".to_vec(), "web page"),
        (b"id,name\r\nbeach,Beach ward\r\n".to_vec(), "as CSV"),
        (b"%PDF-1.7".to_vec(), "a PDF"),
        (Vec::new(), "nothing in it"),
        (good[..good.len() / 2].to_vec(), "isn't whole"),
        (bomb, "100 MB"),
        (replaced("uniqueCount=\"", "uniqueCount=\"99999999999"), "damaged"),
        (replaced("<dimension ref=\"A1:", "<dimension ref=\"ZZ99:"), "damaged"),
    ] {
        let lines = told(&bytes);
        assert!(lines.len() == 1 && lines[0].starts_with("L001") && lines[0].contains(says), "{says}: {lines:?}");
    }
}

/// Returns what is wrong with the pack in a folder, and all words of its wards.
fn words_of_wards(folder: &Path) -> (bool, String) {
    let (site, report) = pipeline::site(&request(folder)).unwrap();
    let is_refused = report.problems.iter().any(|problem| problem.severity == Severity::Error);
    (is_refused, site.map(|site| format!("{:?}", site.pack.wards)).unwrap_or_default())
}

const WORDS: [&str; 6] = ["qaaa", "qbbb", "qccc", "qddd", "qeee", "qfff"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(sequences(16)))]
    /// Wherever quotes, separators and line ends are put into a CSV file: a problem, or every word is a ward's.
    #[test]
    fn no_words_of_a_csv_file_are_lost(signs in prop::collection::vec((0_usize..400, "[\",;\n\t|'= ]{1,3}"), 0..5)) {
        let mut list = "id,name,site,kind,support organisation,support phone,quiet place,about\r\n".to_owned();
        for (number, words) in WORDS.chunks(3).enumerate() {
            let [name, place, about] = words else { unreachable!() };
            _ = write!(list, "ward-{number},{name},Hospital,acute,Advocacy,01632 960 001,\"{place}, near the door\",{about}\r\n");
        }
        for (at, sign) in signs {
            // Not into a word: it would be another one.
            let is_inside = |at: usize| list[..at].ends_with(char::is_alphanumeric) && list[at..].starts_with(char::is_alphanumeric);
            let at = (at % list.len()..=list.len()).find(|at| !is_inside(*at)).unwrap();
            list.insert_str(at, &sign);
        }
        let pack = pack();
        write(pack.path(), "content/wards.csv", list.as_bytes());
        let (is_refused, wards) = words_of_wards(pack.path());
        prop_assert!(is_refused || WORDS.iter().all(|word| wards.contains(word)), "{list}\n{wards}");
    }

    /// Wherever words stand in a sheet: a problem, or every word is a ward's.
    #[test]
    fn no_words_of_a_sheet_are_lost(places in prop::collection::vec((0_u32..9, 0_u16..14), WORDS.len()), is_merged: bool) {
        let list = small_workbook("Wards", |sheet| {
            if is_merged {
                sheet.merge_range(2, 8, 3, 9, "", &Format::new()).unwrap();
            }
            for ((row, column), word) in places.iter().zip(WORDS) {
                sheet.write(*row, *column, word).unwrap();
            }
        });
        let pack = pack();
        write(pack.path(), "content/wards.xlsx", &list);
        let (is_refused, wards) = words_of_wards(pack.path());
        prop_assert!(is_refused || WORDS.iter().all(|word| wards.contains(word)), "{places:?}");
    }
}
