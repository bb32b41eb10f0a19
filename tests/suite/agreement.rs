//! Charters that were agreed: what changes them, what the site says then, and what the code on a sheet of paper is of.

use std::fs;
use std::path::Path;

use crate::support::{self, build, files, problem_lines, small_pack, wardpack, write};

const TEMPLATE: &str = include_str!("../../content/charter/template.yaml");

fn agree(folder: &Path, ward: &str) -> (String, i32) {
    wardpack(folder, &["agree", ward, "--on", "2026-05-01", "--patients", "6", "--staff", "4", "--carers", "1"])
}

fn page(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join("output").join(path)).unwrap()
}

/// Four wards of one template: as it is, with a behaviour reworded, with one removed, with one added.
fn four_wards() -> tempfile::TempDir {
    let pack = small_pack();
    let folder = pack.path();
    write(folder, "content/charter/template.yaml", TEMPLATE.as_bytes());
    let ward = |name: &str, charter: &str| {
        let text = format!("{}{charter}", support::WARD.replace("Beach", name));
        write(folder, &format!("content/wards/{}.yaml", name.to_lowercase()), text.as_bytes());
    };
    ward("Beach", "");
    ward(
        "Cliff",
        "charter: {reword: {respect-others: {text: I am polite to every person here., easy_read: I am polite., picture: kind}}}\n",
    );
    ward("Dune", "charter: {remove: {respect-myself: The quokkas say so.}}\n");
    ward(
        "East",
        "charter: {add: [{id: door, after: respect-others, text: I knock at each door., easy_read: I knock first., picture: privacy}]}\n",
    );
    pack
}

#[test]
fn each_difference_is_on_its_own_page_and_nowhere_else() {
    let pack = four_wards();
    let folder = pack.path();
    let report = build(folder).unwrap();
    assert!(report.problems.is_empty(), "{:?}", problem_lines(&report, folder));
    let differences = |ward: &str| page(folder, &format!("wards/{ward}/charter/differences/index.html"));
    let holds_marks = |text: &str| text.contains("<del>") || text.contains("<ins>");
    assert!(!holds_marks(&differences("beach")));
    let marked = files(&folder.join("output"));
    let marked: Vec<&String> =
        marked.iter().filter(|(_, bytes)| holds_marks(&String::from_utf8_lossy(bytes))).map(|(path, _)| path).collect();
    assert_eq!(
        marked,
        ["cliff", "dune", "east"]
            .map(|ward| format!("wards/{ward}/charter/differences/index.html"))
            .iter()
            .collect::<Vec<_>>()
    );
    let cliff = differences("cliff");
    assert!(cliff.contains("</span>show respect</del>") && cliff.contains("</span>am polite</ins>"), "{cliff}");
    assert!(differences("dune").contains("The quokkas say so."));
    assert!(differences("east").contains("</span>I knock at each door.</ins>"));
    let said = files(&folder.join("output"));
    let quokkas = said.iter().filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("quokkas")).count();
    assert_eq!(quokkas, 1, "why a line was removed is for the trust's lead");
}

#[test]
fn a_change_makes_those_charters_suspect_whose_agreed_words_it_touches() {
    let pack = four_wards();
    let folder = pack.path();
    for ward in ["beach", "cliff", "dune"] {
        let (said, code) = agree(folder, ward);
        assert_eq!(code, 0, "{said}");
    }
    assert!(build(folder).unwrap().problems.is_empty());
    let status = |ward: &str| {
        let page = page(folder, &format!("wards/{ward}/charter/index.html"));
        ["Being reviewed", "Agreed<", "Draft"].into_iter().find(|word| page.contains(word)).unwrap().to_owned()
    };
    let all = || ["beach", "cliff", "dune", "east"].map(status);
    assert_eq!(all(), ["Agreed<", "Agreed<", "Agreed<", "Draft"]);

    // Markup, comments and line breaks are no words.
    let rewrapped = TEMPLATE.replace("I show respect to every", "I **show respect** to every");
    write(folder, "content/charter/template.yaml", rewrapped.as_bytes());
    assert!(build(folder).unwrap().problems.is_empty());
    assert_eq!(all(), ["Agreed<", "Agreed<", "Agreed<", "Draft"]);

    // Cliff says this line in its own words, and East has agreed nothing.
    write(folder, "content/charter/template.yaml", TEMPLATE.replace("respect to every", "respect to each").as_bytes());
    let report = build(folder).unwrap();
    let lines = problem_lines(&report, folder);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].starts_with("C011 warning content/charter/template.yaml:14:11: "), "{lines:?}");
    assert!(lines[0].contains("(Beach ward, Dune ward; first on 2026-05-01)"), "{lines:?}");
    assert_eq!(all(), ["Being reviewed", "Agreed<", "Being reviewed", "Draft"]);
    let beach = page(folder, "wards/beach/charter/index.html");
    assert_eq!(beach.matches("This line has changed since it was agreed").count(), 1);
    let differences = page(folder, "wards/beach/charter/differences/index.html");
    assert!(differences.contains("</span>every</del>") && differences.contains("</span>each</ins>"));

    // Agreed again, it is agreed.
    agree(folder, "beach");
    build(folder).unwrap();
    assert_eq!(all(), ["Agreed<", "Agreed<", "Being reviewed", "Draft"]);
}

#[test]
fn a_line_of_the_ward_that_comes_or_goes_is_told() {
    let pack = four_wards();
    let folder = pack.path();
    agree(folder, "east");
    write(folder, "content/wards/east.yaml", support::WARD.replace("Beach", "East").as_bytes());
    let lines = problem_lines(&build(folder).unwrap(), folder);
    assert_eq!(
        lines,
        [
            "C011 warning content/wards/east.agreed.yaml:3:5: the line “behaviours/door” was agreed and isn't in the charter any more (East ward)"
        ]
    );
    fs::rename(folder.join("content/wards/east.agreed.yaml"), folder.join("content/wards/eats.agreed.yaml")).unwrap();
    let lines = problem_lines(&build(folder).unwrap(), folder);
    assert_eq!(
        lines,
        ["C012 error content/wards/eats.agreed.yaml:3:5: this is what “eats” agreed, but there is no such ward"]
    );
}

#[test]
fn the_trusts_words_and_easy_read_are_agreed_too_and_another_order_is_no_change() {
    let pack = four_wards();
    let folder = pack.path();
    let trust = |text: &str| drop(write(folder, "content/charter/trust.yaml", text.as_bytes()));
    trust("add: [{id: lead, text: I know who leads., easy_read: I know who., picture: ask-staff}]\n");
    agree(folder, "beach");
    agree(folder, "cliff");
    assert!(build(folder).unwrap().problems.is_empty());
    let code = || page(folder, "wards/beach/charter/index.html").split(", code ").nth(1).unwrap()[..7].to_owned();
    let agreed = code();
    trust("add: [{id: lead, text: I know who leads., easy_read: I know who., picture: ask-staff}]\norder: [lead]\n");
    assert!(build(folder).unwrap().problems.is_empty());
    assert_eq!(code(), agreed, "the same words in another order");
    let beach = page(folder, "wards/beach/charter/index.html");
    assert!(beach.find("I know who leads.") < beach.find("behaviour-respect-myself"), "the order is the trust's");

    trust("add: [{id: lead, text: I know who leads., easy_read: I know whom., picture: ask-staff}]\n");
    let report = build(folder).unwrap();
    assert_eq!(
        problem_lines(&report, folder),
        [
            "C011 warning content/charter/trust.yaml:1:54: these words have changed since they were agreed (Beach ward, Cliff ward; first on 2026-05-01)"
        ]
    );
    let beach = page(folder, "wards/beach/charter/index.html");
    assert!(beach.contains("I know whom. <span class=\"small changed\">"), "{beach}");
}

#[test]
fn the_code_on_a_sheet_says_whose_it_is_and_whether_it_is_current() {
    let pack = four_wards();
    let folder = pack.path();
    let (said, _) = agree(folder, "beach");
    assert!(said.starts_with("English: 12 lines, code "), "{said}");
    let code = said.split("code ").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    build(folder).unwrap();
    assert!(page(folder, "wards/beach/charter/index.html").contains(&code));
    let look_up = |code: &str| wardpack(folder, &["code", code]);
    assert_eq!(
        look_up(&code.to_lowercase()),
        ("Beach ward, charter in English: agreed on 2026-05-01; current\n".into(), 0)
    );
    write(folder, "content/charter/template.yaml", TEMPLATE.replace("respect to every", "respect to each").as_bytes());
    let (said, exit) = look_up(&code);
    assert_eq!((said.contains("not current"), exit), (true, 1), "{said}");
    build(folder).unwrap();
    assert!(!page(folder, "wards/beach/charter/index.html").contains(&code), "other words, another code");
    assert_eq!(look_up("ZZZZZZZ").1, 1);
    let (said, exit) = wardpack(folder, &["agree", "beach", "--on", "1/5/2026", "--patients", "6", "--staff", "4"]);
    assert!(exit == 2 && said.contains("write 2026-05-01"), "{said}");
    let (said, exit) = look_up("ZZZZZZ");
    assert!(exit == 2 && said.contains("a code has 7 letters and digits"), "{said}");
}

#[test]
fn nothing_is_agreed_by_mistake() {
    let pack = four_wards();
    let folder = pack.path();
    let none = || !folder.join("content/wards/beach.agreed.yaml").exists();
    let (said, code) = agree(folder, "baech");
    assert!(code == 2 && said.contains("did you mean beach?"), "{said}");
    let who = ["--patients", "1", "--staff", "1"];
    let (said, code) = wardpack(folder, &[&["agree", "beach", "--on", "2999-01-01"][..], &who].concat());
    assert!(code == 2 && said.contains("hasn't come yet") && none(), "{said}");
    write(folder, "content/wards/broken.yaml", b"name: [\n");
    let (said, code) = agree(folder, "beach");
    assert!(code == 1 && said.contains("Nothing was written") && none(), "{said}");
}

#[test]
fn a_charter_agreed_without_its_words_is_told() {
    let pack = four_wards();
    let folder = pack.path();
    let ward = format!("{}charter: {{coproduced: {{on: 2026-05-01, patients: 3}}}}\n", support::WARD);
    write(folder, "content/wards/beach.yaml", ward.as_bytes());
    let lines = problem_lines(&build(folder).unwrap(), folder);
    assert_eq!(lines, ["C010 warning content/wards/beach.yaml:6:28: the words that were agreed aren't written down"]);
}

#[test]
fn a_leaflet_has_a_code_for_its_words_and_its_numbers() {
    let pack = four_wards();
    let folder = pack.path();
    let leaflet = "---\ntitle: Kept\nsummary: S.\nreviewed: 2026-11-01\n---\nCall **{ward.support.phone}**.\n\n::: {audience: staff}\nFor \
                   staff.\n:::\n";
    write(folder, "content/leaflets/kept.md", leaflet.as_bytes());
    build(folder).unwrap();
    let code = |path: &str| {
        let page = page(folder, path);
        let line = page.split("1 November 2026, code ").nth(1).unwrap_or_else(|| panic!("{page}"));
        line[..7].to_owned()
    };
    let (beach, cliff) = ("wards/beach/leaflets/kept/index.html", "wards/cliff/leaflets/kept/index.html");
    let first = code(beach);
    assert_ne!(first, code(cliff));
    let look_up = |code: &str| wardpack(folder, &["code", code]);
    assert_eq!(look_up(&first), ("Beach ward, leaflet “Kept” in English: current\n".into(), 0));
    assert_eq!(look_up(&code("leaflets/kept/index.html")), ("leaflet “Kept” in English: current\n".into(), 0));
    let easy = page(folder, "wards/beach/leaflets/keeping-safe/easy-read/index.html");
    let easy = easy.split("code ").nth(1).unwrap()[..7].to_owned();
    let (said, _) = look_up(&easy);
    assert!(said.starts_with("Beach ward, leaflet “Keeping safe"), "{said}");
    assert!(said.ends_with(" in English, Easy Read: current\n"), "{said}");
    // A sheet of the patients' site is known too.
    let request = wardpack::pipeline::Request {
        audience: Some(wardpack::model::audience::Audience::Patients),
        ..support::request(folder)
    };
    support::run(&request, &mut support::Memory::default()).unwrap();
    assert_ne!(code(beach), first);
    assert_eq!(look_up(&code(beach)).1, 0);

    write(folder, "content/leaflets/kept.md", leaflet.replace("**", "").as_bytes());
    build(folder).unwrap();
    assert_eq!(code(beach), first, "bold type is no word");
    let other = support::WARD.replace("960 001", "960 009");
    write(folder, "content/wards/beach.yaml", other.as_bytes());
    build(folder).unwrap();
    assert_ne!(code(beach), first, "another number");
    let (said, exit) = look_up(&first);
    assert!(exit == 1 && said.starts_with("No charter, leaflet, card or form"), "{said}");
}

#[test]
fn an_earlier_agreement_is_still_known_and_mistakes_give_no_answer() {
    let pack = four_wards();
    let folder = pack.path();
    let code_of = |said: &str| said.split("code ").nth(1).unwrap()[..7].to_owned();
    let first = code_of(&agree(folder, "beach").0);
    write(folder, "content/charter/template.yaml", TEMPLATE.replace("respect to every", "respect to each").as_bytes());
    let again = ["agree", "beach", "--on", "2026-06-01", "--patients", "1", "--staff", "1"];
    let (said, code) = wardpack(folder, &again);
    assert!(code == 0 && said.contains("takes the place of what was agreed on 2026-05-01"), "{said}");
    let second = code_of(&said);
    let look_up = |code: &str| wardpack(folder, &["code", code]);
    assert_eq!(look_up(&second).1, 0);
    let (said, exit) = look_up(&first);
    assert!(exit == 1 && said.contains("Beach ward, charter in English: agreed on 2026-05-01; not current"), "{said}");

    // What was agreed before is no reason not to agree again, even if the file is broken.
    let file = folder.join("content/wards/beach.agreed.yaml");
    let broken = fs::read_to_string(&file).unwrap().replace("patients: 1", "patients: some");
    fs::write(&file, broken).unwrap();
    assert_eq!(wardpack(folder, &again).1, 0);
    let nobody = ["agree", "beach", "--on", "2026-06-01", "--patients", "0", "--staff", "0"];
    let (said, exit) = wardpack(folder, &nobody);
    assert!(exit == 2 && said.contains("nobody took part"), "{said}");

    let withdrawn = format!("{}withdrawn: {{on: 2026-10-01}}\n", support::WARD);
    write(folder, "content/wards/beach.yaml", withdrawn.as_bytes());
    let (said, exit) = look_up(&second);
    assert!(exit == 1 && said.contains("the ward was withdrawn on 2026-10-01"), "{said}");
    let (said, exit) = wardpack(folder, &again);
    assert!(exit == 2 && said.contains("Beach ward was withdrawn on 2026-10-01"), "{said}");

    write(folder, "content/wards/cliff.yaml", b"x: [");
    let (said, exit) = look_up(&second);
    assert!(exit == 2 && said.contains("Nobody can tell"), "{said}");
}

#[test]
fn what_sexual_safety_means_on_a_ward_is_agreed_with_its_charter() {
    let pack = small_pack();
    let folder = pack.path();
    let ward = |means_here: &str| {
        let text = format!("{}charter: {{{means_here}}}\n", support::WARD);
        write(folder, "content/wards/beach.yaml", text.as_bytes());
    };
    let told = || {
        let report = build(folder).unwrap();
        problem_lines(&report, folder)
    };
    ward("means_here: Staff knock and wait.");
    assert_eq!(agree(folder, "beach").1, 0);
    assert_eq!(told(), [""; 0]);
    let charter = || page(folder, "wards/beach/charter/index.html");
    assert!(charter().contains("Staff knock and wait.") && !charter().contains("being reviewed"));
    for other in ["means_here: Staff knock.", "signatures: 2"] {
        ward(other);
        let told = told();
        assert!(told.len() == 1 && told[0].starts_with("C011 warning"), "{told:?}");
        assert!(charter().contains("being reviewed"));
    }
    ward("means_here: {text: Staff **knock** and wait., agreed: {on: 2026-04-30, patients: 1}}");
    assert_eq!(told(), [""; 0], "who agreed it is no word of the charter");
    assert!(charter().contains("1 patient agreed this on 30 April 2026."));
}
