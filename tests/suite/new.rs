//! Starting a ward, by flags and by questions, and the empty lists.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use calamine::{Reader, Xlsx};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use wardpack::cli::new::ask;
use wardpack::model::ward_list::{COLUMNS, WardColumn, needed};
use wardpack::new::question::{SupportIsGiven, WardAnswers, WardQuestion, check};
use wardpack::new::{self, KnownWards};
use wardpack::parse::line::line;
use wardpack::pipeline::{self, Memory, Report, Request};
use wardpack::span::{FileId, Span};

use crate::support::{
    build, files, is_of_overdue_reviews, problem_lines, request, run, sequences, small_pack, wardpack, write,
};

const ALL: [&str; 14] = [
    "--name",
    "Dune ward",
    "--site",
    "Test hospital",
    "--kind",
    "acute",
    "--support-organisation",
    "Test advocacy",
    "--support-phone",
    "01632 960 002",
    "--support-hours",
    "9am to 5pm",
    "--checked-on",
    "today",
];

/// Runs `wardpack new ward` with all flags but those that are given again.
fn new_ward(folder: &Path, more: &[&str]) -> (String, i32) {
    let kept = ALL.chunks(2).filter(|flag| !more.contains(&flag[0])).flatten();
    let arguments: Vec<&str> = ["new", "ward"].iter().chain(more).chain(kept).copied().collect();
    wardpack(folder, &arguments)
}

/// Builds on the computer's own day, which stands in what the program has just written.
fn build_today(folder: &Path) -> Report {
    let request = Request { as_of: jiff::Zoned::now().date(), ..request(folder) };
    run(&request, &mut Memory::default()).unwrap()
}

/// Tells whether a problem is one of the day alone: what the small pack and the pack inside the program say was looked at on days of
/// their own.
fn is_of_the_day(line: &str) -> bool {
    line.starts_with('D') || line.starts_with("F014") && is_of_overdue_reviews(line)
}

fn known(folder: &Path) -> KnownWards {
    new::known(&request(folder)).unwrap().0.unwrap()
}

fn ward(folder: &Path, id: &str) -> String {
    fs::read_to_string(folder.join(format!("content/wards/{id}.yaml"))).unwrap()
}

/// Answers the questions with these lines. Returns the answers, and what was asked.
fn answered(known: &KnownWards, given: WardAnswers, lines: &[u8]) -> (Option<WardAnswers>, String) {
    let mut asked = Vec::new();
    let answers = ask(known, given, SupportIsGiven::Now, &mut Cursor::new(lines), &mut asked).unwrap();
    (answers, String::from_utf8(asked).unwrap())
}

#[test]
fn a_ward_by_flags_has_no_problem() {
    let pack = small_pack();
    let folder = pack.path();
    let (said, code) = new_ward(folder, &[]);
    assert_eq!(code, 0, "{said}");
    assert!(said.starts_with("content/wards/dune-ward.yaml is written\nNext:\n  wardpack check\n"), "{said}");
    assert!(ward(folder, "dune-ward").contains("    phone: \"01632 960 002\"\n"));
    let report = build_today(folder);
    let lines = problem_lines(&report, folder);
    assert!(lines.iter().all(|line| is_of_the_day(line)), "{lines:?}");
    assert_eq!(report.site.unwrap().wards, 2);
    assert_eq!(files(&folder.join("content/wards")).len(), 2, "nothing is left beside it");
}

#[test]
fn odd_names_are_kept_to_the_letter() {
    let pack = small_pack();
    let folder = pack.path();
    let names = [
        "Beach: \"ward\" #1",
        "St Mary's - [x]",
        "7",
        "true",
        "~",
        "& a - b",
        "*Dune* 🏖️",
        "null",
        "3.10",
        "%",
        "وارڈ",
        "'",
        "a > b",
    ];
    for (number, name) in names.iter().enumerate() {
        let id = format!("w{number}");
        let (said, code) = new_ward(folder, &[&id, "--name", name, "--support-organisation", name]);
        assert_eq!(code, 0, "{name}: {said}");
    }
    let report = build_today(folder);
    let lines = problem_lines(&report, folder);
    let is_expected = |line: &&String| {
        // The name in Urdu is kept, and its ward's pages are English.
        is_of_the_day(line) || line.starts_with("A011") && line.contains("وارڈ")
    };
    assert!(lines.iter().all(|line| is_expected(&line)), "the day is the computer's own: {lines:?}");
    let page = fs::read_to_string(folder.join("output/wards/w0/index.html")).unwrap();
    assert!(page.contains("<h1>Beach: &quot;ward&quot; #1</h1>"), "{page}");
    assert!(fs::read_to_string(folder.join("output/wards/w6/index.html")).unwrap().contains("*Dune* 🏖️"));
}

#[test]
fn the_id_comes_from_the_name_or_has_to_be_given() {
    let pack = small_pack();
    let folder = pack.path();
    assert_eq!(new_ward(folder, &["--name", "Beach: \"ward\" #1"]).1, 0);
    assert!(folder.join("content/wards/beach-ward-1.yaml").is_file());
    for (arguments, told) in [
        (&["--name", "وارڈ"][..], "“وارڈ” makes no id"),
        (&["--name", "Beach"], "“beach”, which is taken already, by content/wards/beach.yaml"),
        (&["Dune-Ward"], "“Dune-Ward” can't be an id; write dune-ward"),
        (&["beach"], "taken already, by content/wards/beach.yaml"),
        (&["dune.cy"], "“dune.cy.yaml” would not be read as the file of a ward; write dune-cy"),
        (&["dune.agreed"], "write dune-agreed"),
        (&["con"], "Windows keeps the name “con” for itself"),
        (&["../dune"], "can't be an id"),
    ] {
        let (said, code) = new_ward(folder, arguments);
        assert!(code == 2 && said.contains(told), "{said}");
    }
    assert_eq!(files(&folder.join("content/wards")).len(), 2, "nothing was written");
}

#[test]
fn what_is_there_is_never_written_over() {
    let pack = small_pack();
    let folder = pack.path();
    let before = files(folder);
    let (said, code) = new_ward(folder, &["beach"]);
    assert!(code == 2 && said.contains("taken already, by content/wards/beach.yaml"), "{said}");
    let row = "id,name,site,kind,support organisation,support phone,support checked on\r\n\
               cliff,Cliff,Test hospital,acute,Test advocacy,01632 960 001,2026-11-01\r\n\
               dune,,Test hospital,acute,Test advocacy,01632 960 001,2026-11-01\r\n";
    write(folder, "content/wards.csv", row.as_bytes());
    let (said, code) = new_ward(folder, &["cliff"]);
    assert!(code == 2 && said.contains("taken already, by content/wards.csv"), "{said}");
    let (said, code) = new_ward(folder, &["dune"]);
    assert!(code == 2 && said.contains("taken already, by a list of wards"), "{said}");
    fs::remove_file(folder.join("content/wards.csv")).unwrap();
    assert_eq!(files(folder), before);
    write(folder, "content/wards/dune.agreed.yaml", b"on: 2026-05-01\n");
    let (said, code) = new_ward(folder, &["dune"]);
    assert!(code == 2 && said.contains("taken already, by content/wards/dune.agreed.yaml"), "{said}");
    // What reading can't see is there all the same.
    fs::create_dir(folder.join("content/wards/shore.yaml")).unwrap();
    let (said, code) = new_ward(folder, &["shore"]);
    assert!(code == 2 && said.contains("taken already, by wards/shore.yaml, which can't be read"), "{said}");
}

#[test]
fn without_a_terminal_all_that_is_missing_or_wrong_is_told_at_once() {
    let pack = small_pack();
    let folder = pack.path();
    let before = files(folder);
    let (said, code) = wardpack(folder, &["new", "ward"]);
    assert_eq!(code, 2);
    for flag in ["--name", "--site", "--kind", "--support-organisation", "--support-phone"] {
        assert!(said.contains(&format!("{flag} is missing; write {flag} \"")), "{said}");
    }
    assert!(!said.contains("--support-hours") && !said.contains("--checked-on"), "{said}");
    let wrong = [
        ("--kind", "acut", "did you mean “acute”?"),
        ("--support-phone", "ask the ward", "“ask the ward” can't be dialled; write its digits, such as 01632 960 002"),
        ("--checked-on", "1/11/2026", "write 2026-11-01"),
        ("--site", "[insert the site]", "was left in the text"),
        ("--name", "{ward.name}", "write it without the braces"),
        ("--support-organisation", " \u{200B}", "nothing is written"),
    ];
    let flags: Vec<&str> = wrong.iter().flat_map(|(flag, written, _)| [*flag, *written]).collect();
    let (said, code) = new_ward(folder, &flags);
    assert!(
        code == 2 && wrong.iter().all(|(flag, _, told)| said.contains(&format!("{flag}: ")) && said.contains(told)),
        "{said}"
    );
    assert!(new_ward(folder, &["--checked-on", "2999-01-01"]).0.contains("a day that hasn't come yet"));
    assert_eq!(files(folder), before, "nothing was written");
}

#[test]
fn support_can_come_later_and_check_says_so() {
    let pack = small_pack();
    let folder = pack.path();
    let basics = ["new", "ward", "--name", "Dune", "--site", "Test hospital", "--kind", "acute", "--support-later"];
    let (said, code) = wardpack(folder, &basics);
    assert!(code == 0 && said.contains("`wardpack check` says so, and the site can't be built"), "{said}");
    let (said, code) = wardpack(folder, &["check"]);
    assert!(code == 1 && said.matches("error[").count() == 1 && said.contains("error[C002]: Dune has no"), "{said}");
    let filled = ward(folder, "dune").replace(
        "#contacts:\n#  support:\n#    organisation:\n#    phone: \"\"",
        "contacts:\n  support:\n    organisation: Test advocacy\n    phone: \"01632 960 002\"",
    );
    write(folder, "content/wards/dune.yaml", filled.as_bytes());
    let (said, code) = wardpack(folder, &["check"]);
    assert!(code == 0 && said.contains("warning[D002]"), "{said}");
    let half = ["--support-organisation", "Test advocacy"];
    let (said, code) = wardpack(folder, &[&basics[..2], &["shore"], &basics[2..], &half].concat());
    assert!(code == 0 && said.contains("not there yet"), "{said}");
    assert!(wardpack(folder, &["check"]).0.contains("“contacts: support: phone” is missing"));
}

#[test]
fn the_notes_are_right_once_their_hash_is_gone() {
    let pack = small_pack();
    let folder = pack.path();
    assert_eq!(new_ward(folder, &["dune"]).1, 0);
    let is_note = |line: &str| {
        line.strip_prefix("# ").is_some_and(|words| words.starts_with(|first: char| !first.is_whitespace()))
    };
    let text = ward(folder, "dune");
    let used = text.lines().map(|line| if is_note(line) { line } else { line.strip_prefix('#').unwrap_or(line) });
    let used = used.collect::<Vec<_>>().join("\n");
    write(folder, "content/wards/dune.yaml", used.as_bytes());
    let lines = problem_lines(&build(folder).unwrap(), folder);
    let told = |part: &str| lines.iter().filter(|line| line.contains(part)).count();
    assert_eq!(told("[insert "), 7, "what is to be replaced is told: {lines:#?}");
    assert_eq!(told("nothing is written"), 3, "{lines:#?}");
    let filled = used
        .replace("[insert", "A line")
        .replace(']', ".")
        .replace("[en, cy.", "[en]")
        .replace("phone: \"\"", "phone: \"01632 960 003\"");
    let filled = filled.replace("[for-carers.", "[for-carers]");
    write(folder, "content/wards/dune.yaml", filled.as_bytes());
    let lines = problem_lines(&build(folder).unwrap(), folder);
    assert!(lines.iter().all(|line| line.starts_with("D003")), "{lines:#?}");
}

#[test]
fn questions_are_asked_one_at_a_time_and_again_with_the_reason() {
    let pack = small_pack();
    let known = known(pack.path());
    let lines = "\nBeach: \"ward\" #1\r\nBeach\nbeach\n\nTest hospital\nacut\nAcute WARD\nTest advocacy\ncall us\n01632 960 002\n\n31/10/2026\n2027-01-01\n2026-10-31\n";
    let (answers, asked) = answered(&known, WardAnswers::new(), lines.as_bytes());
    let answers: Vec<String> = answers.unwrap().into_values().collect();
    let expected = [
        "Beach: \"ward\" #1",
        "beach-ward-1",
        "Test hospital",
        "acute",
        "Test advocacy",
        "01632 960 002",
        "2026-10-31",
    ];
    assert_eq!(answers, expected, "{asked}");
    for part in [
        "Press Enter for beach-ward-1",
        "    young-people             Children and young people's ward",
        "“Beach” can't be an id; write beach",
        "the id “beach” is taken already",
        "did you mean “acute”?",
        "“call us” can't be dialled",
        "Press Enter to leave it out",
        "write 2026-10-31",
        "2027-01-01 is a day that hasn't come yet",
        "Write “later” if you don't know yet. Until it is filled in, wardpack check says so",
    ] {
        assert!(asked.contains(part), "“{part}” is not in\n{asked}");
    }
}

#[test]
fn what_flags_say_is_not_asked_and_later_ends_the_questions() {
    let pack = small_pack();
    let known = known(pack.path());
    let given = [(WardQuestion::Name, "Dune"), (WardQuestion::Kind, "acute")]
        .map(|(question, words)| (question, words.to_owned()));
    let given = check(&WardAnswers::from(given), &known).unwrap();
    let (answers, asked) = answered(&known, given.clone(), b"\nTest hospital\nLater\n");
    assert_eq!(answers.unwrap().into_values().collect::<Vec<_>>(), ["Dune", "dune", "Test hospital", "acute"]);
    assert!(
        !asked.contains("called?") && !asked.contains("kind of ward") && !asked.contains("phone number?"),
        "{asked}"
    );
    let (answers, _) = answered(&known, given.clone(), b"\nTest hospital\n");
    assert!(answers.is_none(), "the answers ended too soon");
    let (answers, asked) = answered(&known, given, b"\n\xFFhospital\n\x1B[A\nTest hospital\nlater\n");
    assert!(answers.is_some() && asked.contains("can't be read"), "{asked}");
}

#[test]
fn the_pack_has_to_be_readable_and_have_kinds() {
    let pack = small_pack();
    let folder = pack.path();
    write(folder, "content/leaflets/broken.md", b"no front matter");
    assert_eq!(new_ward(folder, &["dune"]).1, 0, "mistakes elsewhere are check's to tell");
    write(folder, "content/pack.yaml", b"title: [\n");
    let (said, code) = new_ward(folder, &["shore"]);
    assert!(code == 1 && said.contains("content/pack.yaml") && said.contains("Nothing was written"), "{said}");
    write(folder, "content/pack.yaml", b"title: Bare\n");
    let (said, code) = new_ward(folder, &["shore"]);
    assert!(code == 2 && said.contains("ward_kinds:"), "{said}");
    let (said, code) = wardpack(folder, &["new", "wards.csv", "--content", "nowhere"]);
    assert!(code == 2 && said.contains("there is no content folder nowhere"), "{said}");
    fs::rename(folder.join("content"), folder.join("our pack")).unwrap();
    write(folder, "our pack/pack.yaml", b"title: Test pack\nextends: built-in\n");
    let (said, _) = new_ward(folder, &["shore", "--content", "our pack"]);
    assert!(said.contains("wardpack check --content \"our pack\""), "{said}");
}

#[test]
fn an_empty_list_is_fine_and_there_is_only_one() {
    for name in ["wards.xlsx", "wards.csv"] {
        let pack = small_pack();
        let folder = pack.path();
        let (said, code) = wardpack(folder, &["new", name]);
        assert!(code == 0 && said.starts_with(&format!("content/{name} is written")), "{said}");
        let report = build(folder).unwrap();
        assert!(report.problems.is_empty(), "{:?}", problem_lines(&report, folder));
        assert_eq!(report.site.unwrap().wards, 1);
        let before = files(folder);
        for again in ["wards.xlsx", "wards.csv"] {
            let (said, code) = wardpack(folder, &["new", again]);
            assert!(code == 2 && said.contains(&format!("already: content/{name}")), "{said}");
        }
        assert_eq!(files(folder), before);
    }
}

#[test]
fn a_list_filled_in_builds() {
    // The ward is there still.
    let example = |(_, path, _, example): &WardColumn| if path.contains(&"withdrawn") { "" } else { *example };
    let examples: Vec<&str> = COLUMNS.iter().map(example).collect();
    let quoted: Vec<String> = examples.iter().map(|words| format!("\"{words}\"")).collect();
    let pack = small_pack();
    let folder = pack.path();
    fs::remove_file(folder.join("content/wards/beach.yaml")).unwrap();
    write(folder, "content/pack.yaml", b"title: Test pack\nextends: built-in\nlanguages: [en, cy]\n");
    assert_eq!(wardpack(folder, &["new", "wards.csv"]).1, 0);
    let path = folder.join("content/wards.csv");
    let csv = fs::read_to_string(&path).unwrap();
    assert!(csv.starts_with('\u{FEFF}'));
    fs::write(&path, format!("{csv}{}\r\n", quoted.join(","))).unwrap();
    let report = build(folder).unwrap();
    assert!(report.problems.is_empty(), "{:?}", problem_lines(&report, folder));
    assert_eq!(report.site.unwrap().wards, 1);
    fs::remove_file(&path).unwrap();
    // The workbook as somebody saves it: the head that wardpack wrote, and a row below it.
    assert_eq!(wardpack(folder, &["new", "wards.xlsx"]).1, 0);
    let bytes = fs::read(folder.join("content/wards.xlsx")).unwrap();
    let mut made: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let head = made.worksheet_range("Wards").unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Wards").unwrap();
    for ((number, example), name) in (0..).zip(&examples).zip(head.rows().next().unwrap()) {
        sheet.write(0, number, name.to_string()).unwrap().write(1, number, *example).unwrap();
    }
    book.save(folder.join("content/wards.xlsx")).unwrap();
    let report = build(folder).unwrap();
    assert!(report.problems.is_empty(), "{:?}", problem_lines(&report, folder));
    assert_eq!(report.site.unwrap().wards, 1);
}

/// Returns a part of a workbook as Excel sees it.
fn part(workbook: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
}

#[test]
fn the_workbook_guides_whoever_fills_it_in() {
    let pack = small_pack();
    let folder = pack.path();
    assert_eq!(wardpack(folder, &["new", "wards.xlsx"]).1, 0);
    let bytes = fs::read(folder.join("content/wards.xlsx")).unwrap();
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes.clone())).unwrap();
    assert_eq!(book.sheet_names(), ["Wards", "Help"]);
    let help = book.worksheet_range("Help").unwrap();
    for (row, (name, _, holds, example)) in (1..).zip(COLUMNS) {
        let wanted = needed(name);
        let cells = (0..4).map(|column| help.get((row, column)).unwrap().to_string()).collect::<Vec<_>>();
        assert_eq!(cells, [name, wanted, holds, example]);
    }
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("sqref=\"D2:D1048576\""), "{sheet}");
    let kinds = sheet.split("<formula1>").nth(1).unwrap().split('<').next().unwrap();
    let rows = kinds.strip_prefix("Help!$A$").unwrap().split_once(":$A$").unwrap();
    let (first, last): (usize, usize) = (rows.0.parse().unwrap(), rows.1.parse().unwrap());
    let listed: Vec<String> = (first - 1..last).map(|row| help.get((row, 0)).unwrap().to_string()).collect();
    assert_eq!(listed, ["acute", "rehabilitation", "learning-disability", "young-people"]);
    // A number put into a new cell takes the format of its column: the days and Excel's own text.
    let styles = part(&bytes, "xl/styles.xml");
    let formats: Vec<&str> = styles.split("<cellXfs").nth(1).unwrap().split("<xf numFmtId=\"").skip(1).collect();
    let number = |text: &str, name: &str| -> usize {
        text.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    let columns: Vec<&str> = sheet.split("<col ").skip(1).collect();
    for (place, (name, ..)) in (1..).zip(COLUMNS) {
        let is_it = |column: &&&str| (number(column, "min")..=number(column, "max")).contains(&place);
        let style = number(columns.iter().find(is_it).unwrap(), "style");
        assert_eq!(
            formats[style].starts_with("49\""),
            !["support checked on", "review by", "withdrawn on"].contains(&name),
            "{name}"
        );
    }
}

#[test]
fn a_ward_of_a_hospital_with_contacts_needs_none_of_its_own() {
    let pack = small_pack();
    let folder = pack.path();
    let with_hospitals = "title: Test pack\nextends: built-in\nhospitals:\n  - id: north\n    name: Northgate Hospital\n    contacts: \
                          {support: {organisation: Northgate advocacy, phone: '01632 960 001', checked_on: 2026-11-01}}\n  \
                          - {id: test, name: Test hospital}\n";
    write(folder, "content/pack.yaml", with_hospitals.as_bytes());
    let new = |id: &str, site: &str| {
        wardpack(folder, &["new", "ward", id, "--name", "A ward", "--site", site, "--kind", "acute"])
    };
    let (said, code) = new("dune", "north");
    assert_eq!(code, 0, "{said}");
    let file = fs::read_to_string(folder.join("content/wards/dune.yaml")).unwrap();
    assert!(
        file.contains("site: Northgate Hospital\n") && file.contains("# This ward has the one of its hospital"),
        "{file}"
    );
    let lines = problem_lines(&build(folder).unwrap(), folder);
    assert!(lines.is_empty(), "{lines:?}");
    let (said, code) = new("east", "Test hospital");
    assert!(code == 2 && said.contains("--support-organisation is missing"), "{said}");
    let (said, code) = new("east", "Nowhere");
    assert!(code == 2 && said.contains("is not a hospital of pack.yaml") && said.contains("north"), "{said}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: sequences(48), failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_accepted_is_read_back_the_same(name in "\\PC{1,30}", hours in "[ -~]{1,30}") {
        let pack = small_pack();
        let folder = pack.path();
        let known = known(folder);
        let given = [
            (WardQuestion::Id, "dune"),
            (WardQuestion::Name, &name),
            (WardQuestion::Site, "Test hospital"),
            (WardQuestion::Kind, "acute"),
            (WardQuestion::SupportOrganisation, "Test advocacy"),
            (WardQuestion::SupportPhone, "01632 960 002"),
            (WardQuestion::SupportHours, &hours),
            (WardQuestion::CheckedOn, "2026-11-01"),
        ];
        let given = given.into_iter().map(|(question, words)| (question, words.to_owned())).collect();
        let Ok(answers) = check(&given, &known) else { return Ok(()) };
        new::ward(&known, &answers).unwrap();
        let (site, report) = pipeline::site(&request(folder)).unwrap();
        prop_assert!(report.problems.is_empty(), "{:?}", problem_lines(&report, folder));
        let site = site.unwrap();
        let ward = site.pack.wards.iter().find(|ward| ward.id == "dune").unwrap();
        // Letters that a file would be read without, such as joined ones of a PDF, are read so here too.
        let as_read = |words: &str| {
            let span = Span::new(FileId(0), 0, words.len());
            line(words, span, words, &mut Vec::new()).fill(|_| String::new())
        };
        prop_assert_eq!(ward.name.fill(|_| String::new()), as_read(&answers[&WardQuestion::Name]));
        let support = ward.contacts.support.as_ref().unwrap();
        prop_assert_eq!(support.hours.as_ref().unwrap().fill(|_| String::new()), as_read(&answers[&WardQuestion::SupportHours]));
    }
}
