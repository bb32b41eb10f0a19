//! Benchmarks as workbooks: what is filled in comes back word for word, nothing is written over unasked, and what can't be understood is told
//! with its cell.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use rust_xlsxwriter::Workbook;

use crate::support::small_pack;

/// All that a benchmark can say, and words that programs like to change.
const BENCHMARK: &str = r#"title: "2026"
summary: 'Yes: "how sure" we are, and #1'
level: ward
ward: beach
on: 2026-11-10
took_part: [patients, carers, staff, partners]
decided_by: |
  Two patients, a carer – and staff.

  - An advocate sat beside them
    - in the day room
introduction: =1+1 is no sum here
audience: [staff, patients]
ratings:
  - domain: needs-of-the-individual
  - domain: staff
    confidence: full
    by_group: {staff: full, patients: none, partners: partial}
    why: "no"
    evidence: |
      Line one
      line two
    good_practice: The lead says “hello” – *each* day.
    comment: "0123"
    actions:
      - {what: Put the lead's name up, who: Ward manager, by: 2027-03-31}
      - what: "true"
    standards:
      - standard: "3.1"
        confidence: other-team
        team: "The team: training"
        comment: Look again.
      - standard: "3.10"
        confidence: partial
        actions: {what: Ask at night, by: 2027-01-31}
source: sexual-safety-standards
owner: Sexual safety lead
written: 2026-11-12
review_by: 2027-11-12
"#;

fn pack() -> tempfile::TempDir {
    let folder = small_pack();
    let content = folder.path().join("content");
    for id in ["3.1", "3.2", "3.10"] {
        let standard = format!("---\ntitle: Sample {id}\ntext: Sample words of {id}.\n---\nSample guidance of {id}.\n");
        fs::create_dir_all(content.join("standards/3-staff")).unwrap();
        fs::write(content.join(format!("standards/3-staff/{id}.md")), standard).unwrap();
    }
    fs::create_dir_all(content.join("benchmarks")).unwrap();
    fs::write(content.join("benchmarks/beach-2026.yaml"), BENCHMARK).unwrap();
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let output = Command::cargo_bin("wardpack").unwrap().current_dir(folder).args(arguments).output().unwrap();
    let words = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(words).unwrap())
}

fn fine(folder: &Path, arguments: &[&str]) -> String {
    let (is_fine, words) = run(folder, arguments);
    assert!(is_fine, "{arguments:?}: {words}");
    words
}

/// What a file says, with one value as the list of one that it means, and without empty lines at the end of a text.
fn said(path: &Path) -> serde_yaml::Value {
    fn tidy(value: serde_yaml::Value) -> serde_yaml::Value {
        use serde_yaml::Value;
        match value {
            Value::String(words) => words.trim_end().into(),
            Value::Sequence(items) => Value::Sequence(items.into_iter().map(tidy).collect()),
            Value::Mapping(entries) => {
                let is_list = |key: &Value| ["source", "actions"].iter().any(|list| key == list);
                let listed = |key: &Value, value: Value| match value {
                    value if is_list(key) && !value.is_sequence() => Value::Sequence(vec![value]),
                    value => value,
                };
                Value::Mapping(
                    entries.into_iter().map(|(key, value)| (key.clone(), tidy(listed(&key, value)))).collect(),
                )
            }
            other => other,
        }
    }
    let tree: serde_yaml::Value = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut tree = tidy(tree);
    // Domains that nobody has rated say nothing.
    let ratings = tree.get_mut("ratings").unwrap().as_sequence_mut().unwrap();
    ratings.retain(|rating| rating.as_mapping().unwrap().len() > 1);
    tree
}

#[test]
fn a_workbook_brings_back_every_word() {
    let folder = pack();
    let folder = folder.path();
    let file = folder.join("content/benchmarks/beach-2026.yaml");
    let before = said(&file);
    fine(folder, &["export", "benchmark", "beach-2026"]);
    let same = fine(folder, &["import", "benchmark", "beach-2026.xlsx", "--write", "--replace"]);
    assert!(same.contains("says the same already") && same.contains("Nothing to write"), "{same}");
    assert_eq!(fs::read_to_string(&file).unwrap(), BENCHMARK, "the file is as it was");
    fs::remove_file(&file).unwrap();
    let preview = fine(folder, &["import", "benchmark", "beach-2026.xlsx"]);
    assert!(preview.contains("is new") && preview.contains("1 domain, 2 standards and 3 actions"), "{preview}");
    assert!(!preview.contains("Look at these first"), "{preview}");
    assert!(!file.exists(), "a preview writes nothing");
    fine(folder, &["import", "benchmark", "beach-2026.xlsx", "--write"]);
    assert_eq!(said(&file), before);
    let checked = fine(folder, &["check", "--as-of", "2026-11-26"]);
    assert!(!checked.contains("beach-2026.yaml:"), "{checked}");
    let again = fs::read_to_string(&file).unwrap();
    fine(folder, &["export", "benchmark", "beach-2026", "second.xlsx"]);
    fine(folder, &["import", "benchmark", "second.xlsx", "--write", "--replace"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), again);
}

#[test]
fn nothing_is_written_over_unasked() {
    let folder = pack();
    let folder = folder.path();
    let file = folder.join("content/benchmarks/beach-2026.yaml");
    fine(folder, &["export", "benchmark", "beach-2026"]);
    let (is_fine, words) = run(folder, &["export", "benchmark", "beach-2026"]);
    assert!(!is_fine && words.contains("there is a file beach-2026.xlsx already"), "{words}");
    let own = BENCHMARK.replace("Look again.", "Words of our own.").replace("withdrawn", "");
    fs::write(&file, &own).unwrap();
    let shown = fine(folder, &["import", "benchmark", "beach-2026.xlsx", "--write"]);
    assert!(shown.contains("3.1: comment") && shown.contains("Nothing was written."), "{shown}");
    assert_eq!(fs::read_to_string(&file).unwrap(), own);
    fine(folder, &["import", "benchmark", "beach-2026.xlsx", "--write", "--replace"]);
    assert!(fs::read_to_string(&file).unwrap().contains("Look again."));
    fs::write(&file, BENCHMARK.replace("confidence: full", "confidence: fairly")).unwrap();
    let (is_fine, words) = run(folder, &["import", "benchmark", "beach-2026.xlsx", "--write", "--replace"]);
    assert!(!is_fine && words.contains("has mistakes"), "what can't be read isn't written over: {words}");
}

#[test]
fn a_new_name_gets_an_empty_workbook_with_every_standard() {
    let folder = pack();
    let folder = folder.path();
    let shown = fine(folder, &["export", "benchmark", "trust-2027"]);
    assert!(shown.contains("There is no benchmark trust-2027 yet"), "{shown}");
    let found = fine(folder, &["import", "benchmark", "trust-2027.xlsx"]);
    assert!(found.contains("it has no title yet") && found.contains("0 domains, 0 standards and 0 actions"), "{found}");
    let (is_fine, words) = run(folder, &["export", "benchmark", "Trust 2027"]);
    assert!(!is_fine && words.contains("trust-2027"), "{words}");
}

#[test]
fn what_cannot_be_understood_is_told_with_its_cell() {
    let folder = pack();
    let folder = folder.path();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Benchmark").unwrap();
    let about = [
        ["Answer", "Question"],
        ["beach-2027", "Name of the file"],
        ["Beach", "title"],
        ["the moon", "What you look at"],
        ["10/11/2026", "Agreed on"],
        ["perhaps", "Carers took part"],
        ["yes", "patients took part"],
        ["Matron", "Favourite colour"],
    ];
    for (row, cells) in (0..).zip(about) {
        for (column, words) in (0..).zip(cells) {
            sheet.write(row, column, words).unwrap();
        }
    }
    let sheet = book.add_worksheet().set_name("Staff").unwrap();
    let staff = [
        ["How confident", "Number", "Notes", "Patients say"],
        ["fully confident", "staff", "", "none"],
        ["quite", "3.1", "a note", ""],
        ["Not confident", "9.9", "", ""],
        ["Not confident", "", "", ""],
        ["Not confident", "3.2", "", "Another team does it"],
        ["Fully confident", "3.2", "", ""],
    ];
    for (row, cells) in (0..).zip(staff) {
        for (column, words) in (0..).zip(cells) {
            sheet.write(row, column, words).unwrap();
        }
    }
    let sheet = book.add_worksheet().set_name("Plan").unwrap();
    let plan = [
        ["For", "What will be done", "Who (a role)", "By when (a day)"],
        ["3.2", "Ask", "Matron", "31 March 2027"],
        ["3.2", "Ask again", "", "soon"],
        ["", "Ask nobody", "", ""],
        ["8.8", "Ask elsewhere", "", ""],
        ["staff", "", "Matron", ""],
    ];
    for (row, cells) in (0..).zip(plan) {
        for (column, words) in (0..).zip(cells) {
            sheet.write(row, column, words).unwrap();
        }
    }
    book.save(folder.join("own.xlsx")).unwrap();
    let shown = fine(folder, &["import", "benchmark", "own.xlsx", "--write"]);
    for note in [
        "Benchmark, A4: “the moon” is not understood",
        "Benchmark, A6: “perhaps” is neither Yes nor No",
        "Benchmark, A8: a benchmark has no place for “Favourite colour”",
        "Staff, column C, “Notes”: a benchmark has no place for it",
        "Staff, A3: “quite” is none of the choices",
        "“9.9”: the pack has no such domain or standard",
        "Staff, B5: no number",
        "“3.2” has two rows",
        "Plan, D3: “soon” is not a day",
        "Plan, A4: an action for nothing",
        "Plan, A5: “8.8” is no domain or standard here",
        "Plan, A6: an action without words",
    ] {
        assert!(shown.contains(note), "{note}\nis not in\n{shown}");
    }
    let written = said(&folder.join("content/benchmarks/beach-2027.yaml"));
    assert_eq!(written.get("on").unwrap(), "2026-11-10");
    let text = fs::read_to_string(folder.join("content/benchmarks/beach-2027.yaml")).unwrap();
    assert!(text.contains("2027-03-31") && text.contains("Ask again") && text.contains("patients: none"), "{text}");
    fs::write(folder.join("other.xlsx"), Workbook::new().save_to_buffer().unwrap()).unwrap();
    let (is_fine, words) = run(folder, &["import", "benchmark", "other.xlsx"]);
    assert!(!is_fine && words.contains("no workbook of a benchmark"), "{words}");
}
