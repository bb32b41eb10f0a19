//! Hostile texts in the cells and headings of a list of wards, as CSV and as a workbook.

use std::collections::BTreeSet;
use std::fs;

use rust_xlsxwriter::Workbook;
use wardpack::pipeline::Report;
use wardpack::problem::Severity;
use wardpack::problem::text::{self, Medium};
use wardpack::problem::{Place, Problem};
use wardpack::span::{Files, line_column};

use super::{in_turn, look_at_messages, look_at_output};
use crate::support::{build, problem_lines, small_pack};

const HEAD: [&str; 10] = [
    "id",
    "name",
    "site",
    "kind",
    "support organisation",
    "support phone",
    "ward hours",
    "quiet place",
    "about",
    "owner",
];
/// The columns that hold words of an author's own.
const WORDS: [usize; 7] = [1, 2, 4, 6, 7, 8, 9];
const ROWS: usize = 42;

/// Returns rows with a hostile text in one cell each.
fn rows() -> Vec<Vec<String>> {
    let mut next = in_turn(3);
    let row = |number: usize| {
        let good = [
            &format!("ward-{number}"),
            &format!("Ward {number}"),
            "Test hospital",
            "acute",
            "Test advocacy",
            "01632 960 001",
            "Every day",
            "The garden",
            "A ward.",
            "Ward manager",
        ];
        let mut row = good.map(str::to_owned).to_vec();
        row[WORDS[number % WORDS.len()]] = next();
        row
    };
    (0..ROWS).map(row).collect()
}

fn csv_of(head: &[String], rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    writer.write_record(head).unwrap();
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

fn workbook_of(head: &[String], rows: &[Vec<String>]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Wards").unwrap();
    for (number, row) in (0..).zip(std::iter::once(head).chain(rows.iter().map(Vec::as_slice))) {
        for (column, words) in (0..).zip(row) {
            sheet.write_string(number, column, words).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn rendered(report: &Report) -> Vec<String> {
    report.problems.iter().map(|one| text::render(one, &report.sources, Medium::Plain)).collect()
}

/// Returns the ids that stand in the row of a problem.
fn ids_at<'r>(problem: &Problem, report: &Report, rows: &'r [Vec<String>]) -> Vec<&'r str> {
    let Place::At(span) = problem.place else { return Vec::new() };
    let text = report.sources.text(span.file);
    let (start, end) = (span.start as usize, span.end as usize);
    let line = line_column(text, start).line;
    let from = text[..start].rfind("\nward-").map_or(0, |at| at + 1);
    let to = text[end..].find("\nward-").map_or(text.len(), |at| end + at);
    let around = &text[from..to];
    let names = |row: &&Vec<String>| {
        around.contains(&*row[0]) || text.lines().nth(line - 1).is_some_and(|line| line.contains(&*row[0]))
    };
    rows.iter().filter(names).map(|row| row[0].as_str()).collect()
}

fn holds(file: &str, bytes_of: fn(&[String], &[Vec<String>]) -> Vec<u8>) {
    let folder = small_pack();
    let folder = folder.path();
    let head = HEAD.map(str::to_owned);
    let mut rows = rows();
    let (mut wrong, mut messages) = (Vec::new(), Vec::new());
    loop {
        fs::write(folder.join(file), bytes_of(&head, &rows)).unwrap();
        let report = build(folder).unwrap();
        messages.extend(rendered(&report));
        if !report.refused {
            break;
        }
        let errors = report.problems.iter().filter(|problem| problem.severity == Severity::Error);
        let refused: BTreeSet<String> =
            errors.flat_map(|problem| ids_at(problem, &report, &rows)).map(str::to_owned).collect();
        assert!(!refused.is_empty(), "refused for no row: {:#?}", problem_lines(&report, folder));
        rows.retain(|row| !refused.contains(&row[0]));
    }
    look_at_messages(&messages, &mut wrong);
    look_at_output(folder, &mut wrong);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(rows.len() >= 5, "only {} cells take a text", rows.len());
    // A heading is no value: one that isn't known is told, whatever it says.
    let mut next = in_turn(11);
    let headings: Vec<String> =
        HEAD.iter().map(|heading| (*heading).to_owned()).chain([next(), next(), next()]).collect();
    fs::write(folder.join(file), bytes_of(&headings, &rows)).unwrap();
    let report = build(folder).unwrap();
    look_at_messages(&rendered(&report), &mut wrong);
    look_at_output(folder, &mut wrong);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn hostile_cells_of_a_list_in_csv_stay_words() {
    holds("content/wards.csv", csv_of);
}

#[test]
fn hostile_cells_of_a_workbook_stay_words() {
    holds("content/wards.xlsx", workbook_of);
}
