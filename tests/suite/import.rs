//! Standards taken in from a sheet: what is written, what is told, and that nothing is written over unasked.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use rust_xlsxwriter::{Format, Formula, Workbook};

/// The numbers of the sample's standards by domain: 26 in all, as there are in the published document.
const DOMAINS: [(&str, usize); 7] = [
    ("Needs of the individual", 4),
    ("2", 4),
    ("3. Staff", 4),
    ("Domain 4", 4),
    ("Multi-agency working", 4),
    ("Responding to an incident", 4),
    ("7: Recording and data", 2),
];

fn pack(folder: &Path) {
    fs::create_dir_all(folder.join("content")).unwrap();
    fs::write(folder.join("content/pack.yaml"), "title: A pack\nextends: built-in\npublisher: {name: Sample trust}\n")
        .unwrap();
}

/// A workbook whose columns are in an order of their own, with all that sheets have and standards don't.
fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Benchmark").unwrap();
    sheet.write(0, 0, "Our copy of the standards").unwrap();
    for (column, heading) in
        ["Guidance", "Outcomes", "Standard", "Footnote", "Standard no.", "Domain", "Title"].into_iter().enumerate()
    {
        sheet.write(2, u16::try_from(column).unwrap(), heading).unwrap();
    }
    let mut row = 3;
    for (domain, (name, count)) in DOMAINS.into_iter().enumerate() {
        for number in 1..=count {
            let id = format!("{}.{number}", domain + 1);
            sheet.write(row, 0, format!("How to meet {id}: *talk*, and {{write}} it down")).unwrap();
            sheet.write(row, 1, format!("• First of {id}\n• (Second) of {id}")).unwrap();
            sheet.write(row, 2, format!("Sample wording of {id}.")).unwrap();
            sheet.write(row, 4, &id).unwrap();
            sheet.write(row, 5, name).unwrap();
            sheet.write(row, 6, format!("Sample title {id}")).unwrap();
            // An empty row between two standards.
            row += if id == "3.3" { 2 } else { 1 };
        }
    }
    sheet.merge_range(3, 5, 6, 5, DOMAINS[0].0, &Format::new()).unwrap();
    sheet.write(4, 3, "see page 3").unwrap();
    sheet.write_formula(5, 6, Formula::new("=\"Sample \"&\"title\"").set_result("Calculated title")).unwrap();
    sheet.write(row, 1, "A further outcome").unwrap();
    sheet.write(row + 1, 2, "A standard of nowhere").unwrap();
    sheet.write(row + 1, 5, "Other domain").unwrap();
    workbook.save_to_buffer().unwrap()
}

fn import(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::cargo_bin("wardpack").unwrap();
    let output = command.current_dir(folder).args(["import", "standards"]).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_workbook_in_another_order_is_shown_taken_in_and_then_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    pack(folder);
    fs::write(folder.join("sheet.xlsx"), workbook()).unwrap();
    let shown = import(folder, &["sheet.xlsx"]);
    for line in [
        "26 standards in sheet.xlsx, sheet “Benchmark”:",
        "7 Incident recording and data analysis: 7.1, 7.2",
        "“Standard no.” is the number",
        "column D, “Footnote”: a standard has no place for it, so it isn't taken in (1 row)",
        "row 15: empty, so it is passed over",
        "F4:F7: merged cells; “Needs of the individual” counts for each of these rows",
        "G6: a formula; what it shows now, “Calculated title”, is taken in",
        "row 32: the domain “Other domain”, which the pack doesn't have, so it isn't taken in",
        "26 new, 0 there already with the same words, 0 there with other words",
        "Nothing was written.",
    ] {
        assert!(shown.contains(line), "{line}\nis not in\n{shown}");
    }
    assert!(!folder.join("content/standards").exists(), "a preview writes nothing");
    import(folder, &["sheet.xlsx", "--write"]);
    let last = fs::read_to_string(folder.join("content/standards/7-recording-and-data/7.2.md")).unwrap();
    assert!(last.contains("- First of 7.2\n- (Second) of 7.2\n- A further outcome\n"), "{last}");
    let again = import(folder, &["sheet.xlsx", "--write"]);
    assert!(again.contains("0 new, 26 there already") && again.contains("Nothing to write."), "{again}");
    let built = Command::cargo_bin("wardpack").unwrap().current_dir(folder).arg("build").output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let page = fs::read_to_string(folder.join("output/standards/1.2/index.html")).unwrap();
    assert!(page.contains("Sample wording of 1.2."), "each standard has its page");
    let ids: Vec<String> = (1..)
        .zip(DOMAINS)
        .flat_map(|(domain, (_, count))| (1..=count).map(move |number| format!("{domain}.{number}")))
        .collect();
    assert_eq!(ids.len(), 26);
    for path in ["standards/in-this-pack", "benchmarks/fill-in", "benchmarks/first-benchmark"] {
        let page = fs::read_to_string(folder.join("output").join(path).join("index.html")).unwrap();
        let lacks: Vec<&String> =
            ids.iter().filter(|id| !page.contains(&format!("standards/{id}/index.html"))).collect();
        assert!(lacks.is_empty(), "{path} lacks the standards {lacks:?}");
    }
    let form = fs::read_to_string(folder.join("output/benchmarks/fill-in/index.html")).unwrap();
    assert_eq!(form.matches("data-kind=\"standard\"").count(), 26, "each standard is asked about once");
}

#[test]
fn nothing_is_written_over_unless_it_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    pack(folder);
    let sheet = "sep=;\nStandard;Domain\nFirst wording;3\nSecond wording;3\n";
    fs::write(folder.join("sheet.csv"), sheet).unwrap();
    import(folder, &["sheet.csv", "--write"]);
    let path = folder.join("content/standards/3-staff/3.1.md");
    let written = fs::read_to_string(&path).unwrap();
    let own = written.replace("First wording", "Words of our own").replace("Sexual safety lead", "Matron");
    fs::write(&path, &own).unwrap();
    let shown = import(folder, &["sheet.csv", "--write"]);
    assert!(shown.contains("0 new, 1 there already with the same words, 1 there with other words"), "{shown}");
    assert_eq!(fs::read_to_string(&path).unwrap(), own);
    import(folder, &["sheet.csv", "--write", "--replace"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), written);
}

#[test]
fn a_sheet_without_wording_says_which_columns_there_should_be() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    pack(folder);
    fs::write(folder.join("sheet.csv"), "Domain,Number\n3,3.1\n").unwrap();
    let mut command = Command::cargo_bin("wardpack").unwrap();
    let output = command.current_dir(folder).args(["import", "standards", "sheet.csv"]).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(told.contains("“Standard” is for the wording"), "{told}");
}
