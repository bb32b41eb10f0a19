//! What is printed on paper: which papers there are, what they say, and that none is printed again without need. The press here writes down
//! what it is given; where the program has Typst, the papers themselves are made too.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::Value;
use wardpack::audit;
use wardpack::ledger::{Ledger, TooLong};
use wardpack::model::audience::Audience;
use wardpack::parse::PerFile;
use wardpack::pipeline::{self, Drafts, Report, Request};
use wardpack::plan::view::paper::{PaperChoice, PaperKind};
use wardpack::plan::{self, PlannedFor};
use wardpack::print::press::{LoadedPress, Misprint, Press, PressFiles, PrintOrder, PrintedPaper, TemplateMistake};
use wardpack::print::{self, KnownPapers, PapersBefore};
use wardpack::resolve::left_out;
use wardpack::resolve::readers::Readers;

use crate::support::{self, Memory, WARD, problem_lines, run, small_pack, write};

mod bundles;
mod codes;
mod crosses;
mod drawings;
mod whole_pack;
mod charter_formats;
mod leaflet_formats;
mod too_long;
#[cfg(feature = "print")]
mod on_paper;

/// Prints what a paper says, as it is, and counts what it prints.
#[derive(Debug, Default)]
struct Scribe {
    printed: Mutex<Vec<Value>>,
    /// What comes of every paper, where none can be printed.
    fails: Option<Misprint>,
    /// The wards and kinds of which no paper fits.
    too_long: Vec<&'static str>,
}

impl Press for Scribe {
    fn version(&self) -> &'static str {
        // A press with other room is another one.
        if self.too_long.is_empty() { "scribe" } else { "scribe with little room" }
    }

    fn load(&self, _: PressFiles) -> LoadedPress<'_> {
        Box::new(|order: &PrintOrder<'_>| {
            let mut paper: Value = serde_json::from_str(&order.paper).unwrap();
            paper["t"] = Value::Null;
            paper["folding"] = order.folding.map(|folding| format!("{:?} {:?}", folding.fold, folding.spine)).into();
            self.printed.lock().unwrap().push(paper.clone());
            let is_of = |name: &&&str| paper["kind"] == ***name || paper["ward"]["words"] == ***name;
            if self.too_long.iter().find(is_of).is_some() {
                return Err(Misprint::TooLong(TooLong { pages: 90, points: 12.0 }));
            }
            let printed = PrintedPaper { pdf: paper.to_string().into_bytes(), pages: 2 };
            self.fails.clone().map_or(Ok(printed), Err)
        })
    }
}

impl Scribe {
    fn failing(misprint: Misprint) -> Arc<Self> {
        Arc::new(Scribe { fails: Some(misprint), ..Scribe::default() })
    }

    /// Returns the names of the papers printed since the last time, each with its ward.
    fn names(&self) -> Vec<String> {
        let printed = std::mem::take(&mut *self.printed.lock().unwrap());
        let words = |value: &Value| value.as_str().unwrap().to_owned();
        let mut names: Vec<String> = printed
            .iter()
            .map(|paper| {
                let ward = paper["ward"]["words"].as_str().unwrap_or("every ward");
                format!("{ward}: {}", words(&paper["kind"]))
            })
            .collect();
        names.sort();
        names
    }

    /// Returns the names of the charters printed since the last time, each with its ward.
    fn charters(&self) -> Vec<String> {
        let mut names = self.names();
        names.retain(|name| KINDS.iter().any(|kind| name.ends_with(&format!(": {kind}"))));
        names
    }

    /// Returns the papers of a kind that were printed so far.
    fn of_kind(&self, kind: &str) -> Vec<Value> {
        self.printed.lock().unwrap().iter().filter(|paper| paper["kind"] == kind).cloned().collect()
    }
}

fn request(folder: &Path, press: &Arc<Scribe>) -> Request {
    Request { press: Some(press.clone()), ..support::request(folder) }
}

fn build(folder: &Path, press: &Arc<Scribe>, memory: &mut Memory) -> Report {
    run(&request(folder, press), memory).unwrap()
}

fn papers(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = support::files(&folder.join("output"));
    files.retain(|path, _| path.ends_with(".pdf"));
    files
}

fn charters(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = papers(folder);
    files.retain(|path, _| path.contains("beach-charter-"));
    files
}

const KINDS: [&str; 6] = ["easy_read", "handout", "large_poster", "large_print", "poster", "slides"];

fn of_ward(ward: &str) -> Vec<String> {
    KINDS.map(|kind| format!("{ward}: {kind}")).into()
}

#[test]
fn a_charter_lists_its_papers_as_they_are() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    let report = build(folder, &press, &mut Memory::default());
    assert!(!report.refused, "{:?}", problem_lines(&report, folder));
    assert_eq!(press.charters(), of_ward("Beach ward"));
    let papers = charters(folder);
    let names: Vec<&str> = papers.keys().map(String::as_str).collect();
    let expected = ["easy-read", "handout", "large-print", "poster-a3", "poster-a4", "slides"];
    assert_eq!(names, expected.map(|name| format!("wards/beach/charter/beach-charter-{name}.pdf")));
    for page in ["wards/beach/charter/index.html", "wards/beach/charter/easy-read/index.html"] {
        let html = fs::read_to_string(folder.join("output").join(page)).unwrap();
        for (path, bytes) in &papers {
            let sheet = if path.contains("a3") {
                "A3"
            } else if path.contains("slides") {
                "16:9"
            } else {
                "A4"
            };
            let said =
                format!("(PDF)</a> <span class=small>{sheet}, 2 pages, {} kB</span>", bytes.len().div_ceil(1000));
            let listed = html.split("<li>").find(|item| item.contains(path.as_str())).unwrap_or_default();
            assert!(listed.contains(&said), "{page}: {path} is {} bytes\n{listed}", bytes.len());
        }
    }
}

#[test]
fn a_paper_says_what_its_page_says() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    write(
        folder,
        "content/pack.yaml",
        b"title: Test pack\nextends: built-in\nweb_address: https://trust.example.org/safety\n",
    );
    build(folder, &press, &mut Memory::default());
    let printed: Vec<Value> = KINDS.iter().flat_map(|kind| press.of_kind(kind)).collect();
    assert_eq!(printed.len(), KINDS.len());
    for paper in &printed {
        let all = paper.to_string();
        let name = &paper["kind"];
        for words in ["Sexual safety on Beach ward", "Test advocacy", "01632 960 001", "\"999\"", "116 123", "code "] {
            assert!(all.contains(words), "{name} has {words}");
        }
        let at = if name == "easy_read" { "charter/easy-read" } else { "charter" };
        let shown = format!("trust.example.org/safety/wards/beach/{at}");
        assert_eq!(paper["address"], serde_json::json!([format!("https://{shown}/"), shown]));
        let day = if name == "easy_read" { "rows" } else { "behaviours" };
        assert!(paper[day].as_array().unwrap().len() > 5, "{name}");
        assert_eq!(paper["code"], printed[0]["code"]);
    }
    let easy = printed.iter().find(|paper| paper["kind"] == "easy_read").unwrap();
    assert_eq!(easy["rows"][0]["picture"]["href"], "images/easy-read/kind-to-myself.svg");
}

#[test]
fn only_what_changed_is_printed_again() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    write(folder, "content/wards/hill.yaml", WARD.replace("Beach", "Hill").as_bytes());
    let mut memory = Memory::default();
    build(folder, &press, &mut memory);
    assert_eq!(press.charters(), [of_ward("Beach ward"), of_ward("Hill ward")].concat());
    build(folder, &press, &mut memory);
    assert_eq!(press.names(), [""; 0], "nothing changed");
    write(folder, "content/wards/hill.yaml", WARD.replace("Beach", "Hill").replace("960 001", "960 009").as_bytes());
    build(folder, &press, &mut memory);
    let names = press.names();
    assert!(names.iter().all(|name| name.starts_with("Hill ward: ")) && names.len() > 5, "another number: {names:?}");
    write(folder, "themes/ward/print/charter_handout.typ", b"// another one");
    let report = build(folder, &press, &mut memory);
    assert!(!report.refused);
    assert_eq!(press.charters().len(), 2 * KINDS.len(), "another template");
    write(folder, "content/images/easy-read/knock.svg", b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>");
    build(folder, &press, &mut memory);
    let of_ward = |ward: &str| ["easy_read", "easy_read_leaflet", "form"].map(|kind| format!("{ward} ward: {kind}"));
    let general = vec!["every ward: easy_read_leaflet".to_owned(); 2];
    let with_the_picture = [of_ward("Beach").to_vec(), of_ward("Hill").to_vec(), general].concat();
    assert_eq!(press.names(), with_the_picture, "another picture");
    let kept = papers(folder);
    fs::remove_dir_all(folder.join("output")).unwrap();
    build(folder, &press, &mut Memory::default());
    assert_eq!(papers(folder), kept, "from nothing it gives the same");
}

#[test]
fn another_command_prints_only_what_changed_since_the_last_one() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    write(folder, "content/wards/hill.yaml", WARD.replace("Beach", "Hill").as_bytes());
    let anew = || {
        let report = build(folder, &press, &mut Memory::default());
        assert!(!report.refused, "{:?}", problem_lines(&report, folder));
        press.names()
    };
    let all = anew();
    let site = support::files(&folder.join("output"));
    assert_eq!(anew(), [""; 0], "nothing changed");
    assert_eq!(support::files(&folder.join("output")), site, "and the pages still say how long they are");
    write(folder, "content/wards/hill.yaml", WARD.replace("Beach", "Hill").replace("960 001", "960 009").as_bytes());
    let of_hill: Vec<String> = all.iter().filter(|name| name.starts_with("Hill ward")).cloned().collect();
    assert_eq!(anew(), of_hill, "another number on one ward");
    assert_eq!(anew(), [""; 0], "and that is known too");
    let one = "wards/beach/charter/beach-charter-handout.pdf";
    for edit in [Some(&b"scribbled on"[..]), None] {
        let path = folder.join("output").join(one);
        edit.map_or_else(|| fs::remove_file(&path), |bytes| fs::write(&path, bytes)).unwrap();
        assert_eq!(anew(), ["Beach ward: handout"], "what isn't as it was printed");
    }
    write(folder, "output/wardpack-manifest.json", b"{ broken");
    assert!(!build(folder, &press, &mut Memory::default()).refused, "what can't be read is printed anew");
}

#[test]
fn a_pack_can_leave_the_qr_codes_out() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    for (setting, has) in [("", true), ("qr_codes: no\n", false)] {
        let pack = "title: Test pack\nextends: built-in\nweb_address: https://trust.example.org/safety\n";
        write(folder, "content/pack.yaml", format!("{pack}{setting}").as_bytes());
        build(folder, &press, &mut Memory::default());
        for paper in std::mem::take(&mut *press.printed.lock().unwrap()) {
            assert_eq!((&paper["qr_code"], paper["address"].is_array()), (&Value::Bool(has), true), "{setting}");
        }
    }
}

#[test]
fn without_a_press_the_site_is_the_same_but_for_its_papers() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    build(folder, &press, &mut Memory::default());
    let mut with = support::files(&folder.join("output"));
    support::build(folder).unwrap();
    let without = support::files(&folder.join("output"));
    assert!(without.keys().all(|path| !path.ends_with(".pdf")), "papers of the run before are taken away");
    with.retain(|path, bytes| !path.ends_with(".pdf") && without.get(path) != Some(&*bytes));
    let html = fs::read_to_string(folder.join("output/wards/beach/charter/index.html")).unwrap();
    assert!(!html.contains(".pdf"), "and so are the lists of them");
    with.remove("wardpack-manifest.json");
    let lists = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("class=papers");
    assert!(with.len() > 20 && with.values().all(lists), "{:?}", with.keys());
}

/// Without a filter the proof finds what should have been left out, although nobody could search the PDF for it.
#[test]
fn words_left_out_are_looked_for_on_paper_too() {
    let folder = small_pack();
    let folder = folder.path();
    let passage = "charter:\n  means_here: |\n    We knock.\n\n    ::: {audience: patients}\n    Quokkazepam is in the cupboard.\n    :::\n";
    write(folder, "content/wards/beach.yaml", format!("{WARD}{passage}").as_bytes());
    let (site, report) = wardpack::pipeline::site(&support::request(folder)).unwrap();
    let (site, sources) = (site.unwrap(), &report.sources);
    let readers = Readers { audience: Some(Audience::Carers), ..Readers::default() };
    let left_out = left_out::of(&site, &readers, sources);
    let (ledger, mut problems) = (Ledger::default(), Vec::new());
    let mut plan = plan::plan(
        &site,
        PlannedFor { prints: true, ..PlannedFor::default() },
        sources,
        &ledger,
        &mut PerFile::default(),
        &mut problems,
    );
    let press = Scribe::default();
    let on_paper = print::print(
        &mut plan,
        sources,
        &press,
        PapersBefore::none(&ledger),
        &mut KnownPapers::default(),
        &mut problems,
    );
    assert!(problems.is_empty() && on_paper.len() > KINDS.len());
    let told: Vec<String> =
        audit::leaks(&left_out, &plan, &on_paper, sources).into_iter().map(|one| one.message).collect();
    let has = |words: &str| told.iter().any(|line| line.contains(words) && line.contains("beach-charter-"));
    assert!(has("Quokkazepam is in the cupboard."), "{told:#?}");
}

#[test]
fn what_cannot_be_printed_is_told_where_it_stands() {
    let folder = small_pack();
    let folder = folder.path();
    write(folder, "content/leaflets/ours.md", LEAFLET.as_bytes());
    let refused = |press: Arc<Scribe>| {
        let report = build(folder, &press, &mut Memory::default());
        assert!(report.refused && !folder.join("output").exists());
        problem_lines(&report, folder)
    };
    let lines = refused(Scribe::failing(Misprint::TooLong(TooLong { pages: 13, points: 14.0 })));
    let poster = "A014 error content/wards/beach.yaml:1:7: “Sexual safety on Beach ward” doesn't fit as “Poster, A4”: in 14 point it fills 13 pages, and 2 is the most";
    assert!(lines.contains(&poster.to_owned()), "{lines:?}");
    let leaflet = "“A leaflet of ours” doesn't fit as “Leaflet”: in 14 point it fills 13 pages, and 40 is the most";
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("A014 error content/leaflets/ours.md:2:8:") && line.ends_with(leaflet)),
        "{lines:#?}"
    );
    let text = include_str!("../../themes/ward/print/words.typ");
    write(folder, "themes/ward/print/words.typ", text.as_bytes());
    let at = text.find("#let body").unwrap();
    let mistake = TemplateMistake {
        file: Some("print/words.typ".to_owned()),
        range: Some(at..at + 9),
        message: "missing alt text".to_owned(),
    };
    let line = text[..at].lines().count() + 1;
    let lines = refused(Scribe::failing(Misprint::Template(vec![mistake])));
    let expected =
        format!("T001 error themes/ward/print/words.typ:{line}:1: this template can't be drawn: missing alt text");
    assert!(lines.len() == 1 && lines[0].starts_with(&expected), "told once: {lines:?}");
}

#[cfg(not(feature = "print"))]
#[test]
fn a_program_without_a_press_says_how_to_get_one() {
    let folder = small_pack();
    let mut command = assert_cmd::Command::cargo_bin("wardpack").unwrap();
    let run = command.current_dir(folder.path()).args(["print", "beach"]).assert().code(2);
    let said = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(said.contains("cargo build --release --features print"), "{said}");
}

thread_local! {
    /// How many papers this thread has begun and not ended.
    static BEGUN: Cell<usize> = const { Cell::new(0) };
}

/// Shares its work on a paper among the cores, as Typst does, and notes the most papers that a thread had begun at once.
#[derive(Debug, Default)]
struct SharingPress {
    most: AtomicUsize,
}

impl Press for SharingPress {
    fn version(&self) -> &'static str {
        "sharing"
    }

    fn load(&self, _: PressFiles) -> LoadedPress<'_> {
        Box::new(|order: &PrintOrder<'_>| {
            let begun = BEGUN.replace(BEGUN.get() + 1) + 1;
            self.most.fetch_max(begun, Ordering::Relaxed);
            // One who waits for the other cores does what else there is to do.
            rayon::yield_now();
            BEGUN.set(BEGUN.get() - 1);
            Ok(PrintedPaper { pdf: order.paper.clone().into_bytes(), pages: 1 })
        })
    }
}

#[test]
fn no_thread_begins_a_paper_while_it_waits_for_another() {
    let folder = small_pack();
    for name in ["Cliff", "Dune", "Field", "Hill", "Lake", "Meadow", "River", "Stream"] {
        let path = format!("content/wards/{}.yaml", name.to_lowercase());
        write(folder.path(), &path, WARD.replace("Beach", name).as_bytes());
    }
    let press = Arc::new(SharingPress::default());
    let request = Request { press: Some(press.clone()), ..support::request(folder.path()) };
    let report = run(&request, &mut Memory::default()).unwrap();
    assert!(!report.refused, "{:?}", problem_lines(&report, folder.path()));
    assert_eq!(press.most.load(Ordering::Relaxed), 1, "each paper that is begun takes its room in memory");
}

#[test]
fn a_poster_has_nothing_for_staff_and_says_which_number_is_for_texts() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    let ward = WARD.replace("'01632 960 001'", "'text 07700 900 022'")
        + "charter:\n  means_here: {text: \"Words for all.\\n\\n::: {audience: staff}\\nQuernstone.\\n:::\\n\\n\\\n       \
           ::: {audience: [staff, patients]}\\nLodestar.\\n:::\"}\n";
    write(folder, "content/wards/beach.yaml", ward.as_bytes());
    let report = build(folder, &press, &mut Memory::default());
    assert!(!report.refused, "{:?}", problem_lines(&report, folder));
    let papers: Vec<Value> = KINDS.iter().flat_map(|kind| press.of_kind(kind)).collect();
    for paper in &papers {
        let said = paper.to_string();
        assert!(!said.contains("Quernstone"), "{said}");
        assert_eq!(paper["contacts"][0]["phone"]["is_text"], Value::Bool(true), "{said}");
    }
    assert!(papers.iter().any(|paper| paper.to_string().contains("Lodestar")));
    let page = fs::read_to_string(folder.join("output/wards/beach/charter/index.html")).unwrap();
    assert!(page.contains("Quernstone"), "the page has it, and says for whom");
    // Where all of it is for staff, its heading goes too.
    let ward = WARD.to_owned() + "charter:\n  means_here: {text: \"::: {audience: staff}\\nQuernstone.\\n:::\"}\n";
    write(folder, "content/wards/beach.yaml", ward.as_bytes());
    build(folder, &press, &mut Memory::default());
    assert_eq!(press.of_kind("poster").last().unwrap()["means_here"], Value::Null);
}

#[test]
fn letters_that_cannot_be_printed_are_told_at_the_ward() {
    let folder = small_pack();
    let folder = folder.path();
    let press = Scribe::failing(Misprint::Letters(vec!['→', '☎']));
    let lines = || {
        let mut lines = problem_lines(&build(folder, &press, &mut Memory::default()), folder);
        lines.retain(|line| line.contains("content/wards/"));
        lines
    };
    assert_eq!(
        lines(),
        ["A015 error content/wards/beach.yaml:1:7: what is printed for Beach ward can't show “→”, “☎”"]
    );
    let passage = "# → and ☎\ncharter:\n  means_here: |\n    We knock.\n\n    First → then ☎ then →.\n";
    let ward = WARD.replace("Test hospital", "Test → hospital");
    write(folder, "content/wards/beach.yaml", format!("{WARD}{passage}").as_bytes());
    let told = |place: &str, letters: &str| {
        format!("A015 error content/wards/beach.yaml:{place}: what is printed for Beach ward can't show {letters}")
    };
    assert_eq!(lines(), [told("11:11", "“→”, “☎”")], "in the text, and not in a comment");
    write(folder, "content/wards/beach.yaml", format!("{ward}# ☎\n").as_bytes());
    assert_eq!(lines(), [told("1:7", "“☎”"), told("2:12", "“→”")], "in the ward's details");
}

const LEAFLET: &str = "---\ntitle: A leaflet of ours\nsummary: A leaflet.\nowner: Ward manager\nwritten: 2026-11-01\n---\n\
    You are on {ward.name|a ward}, and can call {ward.support.phone|somebody}.\n\n\
    ::: {audience: staff}\nQuernstone.\n:::\n\n::: {audience: carers}\nLodestar.\n:::\n";

#[test]
fn a_leaflet_is_on_paper_for_every_ward_and_with_the_numbers_of_each() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    write(folder, "content/leaflets/ours.md", LEAFLET.as_bytes());
    let report = build(folder, &press, &mut Memory::default());
    assert!(!report.refused, "{:?}", problem_lines(&report, folder));
    let leaflets = press.of_kind("leaflet");
    let ours: Vec<&Value> = leaflets.iter().filter(|paper| paper["title"] == "A leaflet of ours").collect();
    assert_eq!(ours.len(), 2, "one for every ward, and the ward's own");
    let large = press.of_kind("large_print_leaflet").into_iter().filter(|paper| paper["title"] == "A leaflet of ours");
    assert!(
        large.map(|paper| paper["body"].clone()).eq(ours.iter().map(|paper| paper["body"].clone())),
        "in large print too"
    );
    for paper in &ours {
        let said = paper.to_string();
        assert!(!said.contains("Quernstone") && said.contains("Lodestar"), "for those who get it: {said}");
        for words in ["999", "116 123", "code ", "Ward manager"] {
            assert!(said.contains(words), "{words} in {said}");
        }
        let is_ward = paper["ward"]["words"] == "Beach ward";
        assert_eq!(said.contains("01632 960 001"), is_ward, "{said}");
        assert_eq!(paper["contacts"].as_array().unwrap().len(), usize::from(is_ward));
        assert_eq!(paper["day"], serde_json::json!([2026, 11, 1]));
    }
    let papers = papers(folder);
    for (page, paper) in [
        ("leaflets/ours", "leaflet-ours.pdf"),
        ("wards/beach/leaflets/ours", "beach-leaflet-ours.pdf"),
        ("wards/beach/leaflets/ours", "beach-large-print-leaflet-ours.pdf"),
        ("wards/beach/leaflets/visiting/easy-read", "beach-easy-read-leaflet-visiting.pdf"),
        ("leaflets/visiting/easy-read", "easy-read-leaflet-visiting.pdf"),
        ("wards/beach", "beach-numbers-card.pdf"),
        ("conversation-models/better", "pocket-card-better.pdf"),
        ("forms/request-cards", "cards-request-cards.pdf"),
        ("forms/staff-confidence", "form-staff-confidence.pdf"),
        ("benchmarks/fill-in", "form-of-a-benchmark.pdf"),
        ("measures/safety-cross", "safety-cross-safety-cross.pdf"),
        ("wards/beach/charter/sheet", "beach-form-charter.pdf"),
    ] {
        let path = format!("{page}/{paper}");
        let html = fs::read_to_string(folder.join("output").join(page).join("index.html")).unwrap();
        assert!(papers.contains_key(&path), "{path} in {:?}", papers.keys());
        assert!(html.contains(&path), "{page} lists {path}");
    }
    assert!(!papers.keys().any(|path| path.contains("pocket-card-starter")), "a model without letters has no card");
}

#[test]
fn cards_have_what_the_pack_has_and_nothing_else() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    build(folder.path(), &press, &mut Memory::default());
    let numbers = &press.of_kind("numbers_card")[0];
    assert_eq!(numbers["contacts"][0]["phone"]["written"], "01632 960 001");
    let always: Vec<&str> =
        numbers["always"].as_array().unwrap().iter().map(|it| it["phone"]["written"].as_str().unwrap()).collect();
    assert!(always.contains(&"999") && always.contains(&"116 123"), "{always:?}");
    let letters = |paper: &Value| {
        let steps = paper["steps"].as_array().unwrap().iter().map(|step| step["letter"].as_str().unwrap().to_owned());
        steps.collect::<String>()
    };
    assert_eq!(press.of_kind("pocket_card").iter().map(letters).collect::<Vec<_>>(), ["BETTER"]);
    let cards = press.of_kind("cards");
    assert!(cards.iter().any(|paper| paper["cards"] == 8 && paper["parts"][0]["title"] == "I would like to talk"));
}

#[test]
fn one_ward_or_what_is_for_every_ward_can_be_printed_alone() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    let print = |ward: Option<&str>, kind: Option<PaperKind>| {
        let papers = Some(PaperChoice { ward: ward.map(str::to_owned), kind, month: None });
        let request = Request { papers, output: None, ..request(folder, &press) };
        pipeline::unwritten(&request, &pipeline::Silent).unwrap();
        press.names()
    };
    assert_eq!(print(Some("beach"), Some(PaperKind::Poster)), ["Beach ward: poster"]);
    assert!(print(Some("beach"), None).iter().all(|name| name.starts_with("Beach ward: ")));
    let general = print(None, None);
    assert!(general.len() > 20 && general.iter().all(|name| name.starts_with("every ward: ")), "{general:?}");
}

#[test]
fn a_paper_of_a_draft_says_so() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    write(folder.path(), "content/leaflets/ours.md", LEAFLET.replace("owner:", "draft: true\nowner:").as_bytes());
    for (drafts, expected) in [(Drafts::LeftOut, vec![]), (Drafts::Shown, vec![true, true])] {
        let request = Request { drafts, ..request(folder.path(), &press) };
        run(&request, &mut Memory::default()).unwrap();
        let ours = press.of_kind("leaflet").into_iter().filter(|paper| paper["title"] == "A leaflet of ours");
        assert_eq!(ours.map(|paper| paper["is_draft"] == true).collect::<Vec<_>>(), expected);
    }
}
