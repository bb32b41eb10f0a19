//! What isn't finished is on no site but one that was asked for, and that one isn't published.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use wardpack::pipeline::{Drafts, Request};

use crate::support::{self, Memory, build, files, problem_lines, small_pack, wardpack, write};

const HEAD: &str = "reviewed: 2026-11-01\nreview_by: 2027-11-01\n";

/// A pack with a leaflet that isn't finished, in two languages and in Easy Read, and with a page whose translation isn't.
fn pack() -> tempfile::TempDir {
    let pack = small_pack();
    let folder = pack.path();
    let put = |path: &str, text: &str| drop(write(folder, path, text.as_bytes()));
    put("content/pack.yaml", "title: Test pack\nextends: built-in\nlanguages: [en, cy]\n");
    let leaflet = format!(
        "---\ntitle: Zanzibarring\nsummary: Quorling.\naudience: [patients]\ndraft: true\n{HEAD}---\n## Vexillology\n\nThe brumbling frobs.\n"
    );
    put("content/leaflets/zanzibar.md", &leaflet);
    put("content/leaflets/zanzibar.cy.md", "---\ntitle: Sansibarwm\nsummary: Cworlwm.\n---\nBrymblau ffrob.\n");
    let easy = format!(
        "title: Zanzibarring\nsummary: S.\n{HEAD}parts:\n  - {{title: Snark, rows: [{{picture: phone, text: The snark boojums.}}]}}\n"
    );
    put("content/leaflets/zanzibar.easy.yaml", &easy);
    put("content/pages/tea.md", &format!("---\ntitle: Tea\nsummary: When tea is.\n{HEAD}---\nTea is at three.\n"));
    put("content/pages/tea.cy.md", "---\ntitle: Tebotwm\nsummary: Pryd.\ndraft: true\n---\nTebotwm am dri.\n");
    put("content/forms/quizzing.yaml", &form());
    pack
}

fn form() -> String {
    format!(
        "title: Quizzing\nsummary: Flumpy.\ndraft: true\n{HEAD}parts:\n  - title: Wibbly\n    questions:\n      - {{id: a, ask: Was it grobbly?}}\n"
    )
}

/// Words that only drafts have.
const ONLY_IN_DRAFTS: [&str; 9] =
    ["zanzibar", "quorling", "vexillology", "brumbling", "sansibarwm", "boojums", "tebotwm", "quizzing", "grobbly"];

/// Returns the files that have any of the words, by their paths or what they hold.
fn telling(output: &BTreeMap<String, Vec<u8>>) -> Vec<&String> {
    let tells = |(path, bytes): &(&String, &Vec<u8>)| {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        ONLY_IN_DRAFTS.iter().any(|word| text.contains(word) || path.to_lowercase().contains(word))
    };
    output.iter().filter(tells).map(|(path, _)| path).collect()
}

fn page(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join("output").join(path)).unwrap_or_default()
}

#[test]
fn drafts_are_in_no_file_of_the_site_unless_they_are_asked_for() {
    let pack = pack();
    let folder = pack.path();
    let (said, code) = wardpack(folder, &["build", "--as-of", "2026-11-26"]);
    assert!(code == 0 && said.contains("\n3 drafts are left out: "), "{said}");
    let without = files(&folder.join("output"));
    assert_eq!(telling(&without), Vec::<&String>::new());
    assert!(without.contains_key("tea/index.html") && !without.contains_key("cy/tea/index.html"));

    let (said, code) = wardpack(folder, &["build", "--as-of", "2026-11-26", "--drafts"]);
    assert!(code == 0 && !said.contains("left out"), "{said}");
    for path in [
        "leaflets/zanzibar/index.html",
        "cy/leaflets/zanzibar/index.html",
        "leaflets/zanzibar/easy-read/index.html",
        "wards/beach/leaflets/zanzibar/index.html",
        "cy/tea/index.html",
        "forms/quizzing/index.html",
    ] {
        let html = page(folder, path);
        let (label, noindex) = (if path.starts_with("cy/") { "Drafft" } else { "Draft" }, "content=noindex");
        assert!(html.contains(&format!("callout-label>{label}<")) && html.contains(noindex), "{path}: {html}");
    }
    for path in ["index.html", "tea/index.html", "leaflets/index.html", "wards/beach/index.html"] {
        let html = page(folder, path);
        assert!(!html.contains("callout-label>Draft<") && !html.contains("content=noindex"), "{path}: {html}");
    }
    assert!(page(folder, "leaflets/index.html").contains("Zanzibarring"));
    let (said, code) = wardpack(folder, &["publish", "share", "--write"]);
    assert!(code == 2 && said.contains("has drafts") && said.contains("content/leaflets/zanzibar.md"), "{said}");
    assert!(!folder.join("share").exists());

    // Without them it is the first site again, byte for byte.
    assert_eq!(wardpack(folder, &["build", "--as-of", "2026-11-26"]).1, 0);
    assert_eq!(files(&folder.join("output")), without);
    assert_eq!(wardpack(folder, &["publish", "share", "--write"]).1, 0);
    let (said, code) = wardpack(folder, &["bundle", "beach"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(telling(&files(&folder.join("bundles"))), Vec::<&String>::new());
}

#[test]
fn a_draft_that_is_finished_is_on_the_site_after_the_next_round() {
    let pack = pack();
    let folder = pack.path();
    for drafts in [Drafts::Shown, Drafts::LeftOut] {
        let request = Request { drafts, ..support::request(folder) };
        let mut memory = Memory::default();
        let same = |memory: &mut Memory| {
            support::run(&request, memory).unwrap();
            let clean = Request { output: Some(folder.join("clean")), ..request.clone() };
            support::run(&clean, &mut Memory::default()).unwrap();
            assert_eq!(files(&folder.join("output")), files(&folder.join("clean")));
        };
        same(&mut memory);
        let text = fs::read_to_string(folder.join("content/leaflets/zanzibar.md")).unwrap();
        write(folder, "content/leaflets/zanzibar.md", text.replace("draft: true\n", "").as_bytes());
        same(&mut memory);
        assert!(page(folder, "leaflets/zanzibar/index.html").contains("brumbling"));
        write(folder, "content/leaflets/zanzibar.md", text.as_bytes());
        same(&mut memory);
        let easy = fs::read_to_string(folder.join("content/leaflets/zanzibar.easy.yaml")).unwrap();
        write(folder, "content/leaflets/zanzibar.easy.yaml", format!("draft: true\n{easy}").as_bytes());
        same(&mut memory);
        write(folder, "content/leaflets/zanzibar.easy.yaml", easy.as_bytes());
        same(&mut memory);
    }
}

#[test]
fn what_is_published_and_leads_to_a_draft_is_told() {
    let pack = pack();
    let folder = pack.path();
    let text =
        "See [[leaflet/zanzibar]], [it](../leaflets/zanzibar.md) and [[page/tea]].\n\n- [[form/quizzing|This]]\n";
    write(folder, "content/pages/tea.md", format!("---\ntitle: Tea\nsummary: S.\n{HEAD}---\n{text}").as_bytes());
    write(folder, "content/leaflets/zanzibar.cy.md", b"---\ntitle: Sansibarwm\nsummary: S.\n---\n[[form/quizzing]]\n");
    let report = build(folder).unwrap();
    let told: Vec<String> = problem_lines(&report, folder).into_iter().filter(|line| line.contains("R021")).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told.iter().all(|line| line.starts_with("R021 warning content/pages/tea.md:")), "{told:?}");
    assert_eq!(telling(&files(&folder.join("output"))), Vec::<&String>::new());

    // What was published can't become a draft while people may have its address.
    write(folder, "content/published.yaml", b"addresses:\n  - \"leaflets/zanzibar/index.html\"\n");
    let told = problem_lines(&build(folder).unwrap(), folder);
    assert!(told.iter().any(|line| line.contains("R020") && line.contains("its page is a draft now")), "{told:?}");
}
