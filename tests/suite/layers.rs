//! Layers: the built-in pack and theme below the user's own, and packs that stand on each other.

use std::fs;
use std::path::Path;

use jiff::civil::date;
use wardpack::pipeline::Request;

use crate::support::{
    self, Memory, WARD, build, build_from_nothing, build_with, copy, files, problem_lines, small_pack, write,
};

fn page(folder: &std::path::Path, path: &str) -> String {
    fs::read_to_string(folder.join("output").join(path)).unwrap_or_default()
}

#[test]
fn a_pack_stands_on_another_which_stands_on_the_built_in_one() {
    let folder = small_pack();
    let folder = folder.path();
    write(folder, "content/pack.yaml", b"title: Own\nextends: ../base\n");
    write(folder, "base/pack.yaml", b"title: Base\npublisher: {name: Base trust}\nextends: built-in\n");
    write(folder, "base/wards/other.yaml", WARD.replace("Beach", "Other").as_bytes());
    write(folder, "base/leaflets/visiting.md", b"---\ntitle: Visiting, by the base\nsummary: S.\n---\nText.\n");
    write(folder, "base/leaflets/keeping-safe.md", b"---\ntitle: Keeping safe, by the base\nsummary: S.\n---\nText.\n");
    write(folder, "content/leaflets/keeping-safe.md", b"---\ntitle: Keeping safe, our own\nsummary: S.\n---\nText.\n");
    let report = build(folder).unwrap();
    assert!(report.problems.is_empty(), "{:?}", problem_lines(&report, folder));
    assert!(page(folder, "leaflets/visiting/index.html").contains("Visiting, by the base"));
    assert!(page(folder, "leaflets/keeping-safe/index.html").contains("Keeping safe, our own"));
    assert!(page(folder, "conversation-models/better/index.html").contains("BETTER"));
    assert!(!folder.join("output/wards/other").exists(), "a ward belongs to the pack that names it");
    assert!(!folder.join("output/wards/sample-acute").exists());
    assert!(!page(folder, "index.html").contains("Base trust"), "nobody is named as publisher of another's pack");
    assert!(!folder.join("output/cy/leaflets").exists(), "a translation of words that were replaced is left out");
}

#[test]
fn packs_in_a_circle_or_on_nothing_are_refused() {
    for (extends, base) in [("../base", "../content"), ("../nothing", "built-in"), ("builtin", "built-in")] {
        let folder = small_pack();
        write(folder.path(), "content/pack.yaml", format!("title: Own\nextends: {extends}\n").as_bytes());
        write(folder.path(), "base/pack.yaml", format!("title: Base\nextends: {base}\n").as_bytes());
        let lines = problem_lines(&build(folder.path()).unwrap(), folder.path());
        assert!(lines.iter().any(|line| line.starts_with("F011 error")), "{lines:?}");
    }
}

#[test]
fn a_theme_of_the_users_own_lies_over_the_built_in_one() {
    let folder = small_pack();
    write(folder.path(), "themes/plain/css/ward.css", b"body { color: black }\n");
    let mut request = support::request(folder.path());
    request.folders.theme = Some("plain".into());
    assert!(!support::run(&request, &mut support::Memory::default()).unwrap().refused);
    assert_eq!(page(folder.path(), "css/ward.css"), "body { color: black }\n");
    assert!(page(folder.path(), "index.html").contains("<h1"));
    request.folders.theme = Some("nowhere".into());
    let report = support::run(&request, &mut support::Memory::default()).unwrap();
    assert!(report.refused);
    assert!(problem_lines(&report, folder.path())[0].starts_with("F011"));
}

#[test]
fn a_pack_of_one_language_and_a_pack_without_pack_yaml() {
    let folder = small_pack();
    write(folder.path(), "content/pack.yaml", b"title: Own\nextends: built-in\nlanguages: [en]\n");
    let lines = problem_lines(&build(folder.path()).unwrap(), folder.path());
    assert!(lines.is_empty(), "{lines:?}");
    fs::remove_file(folder.path().join("content/pack.yaml")).unwrap();
    let report = build(folder.path()).unwrap();
    assert_eq!(problem_lines(&report, folder.path()), ["F012 error content: the content folder has no pack.yaml"]);
}

#[test]
fn a_pack_with_its_own_kinds_of_ward_can_stand_on_the_built_in_one() {
    let folder = small_pack();
    write(
        folder.path(),
        "content/pack.yaml",
        b"title: Own\nextends: built-in\nward_kinds: [{id: acute, name: Acute}]\n",
    );
    let lines = problem_lines(&build(folder.path()).unwrap(), folder.path());
    assert!(lines.is_empty(), "{lines:?}");
}

#[test]
fn a_slip_in_extends_gets_the_nearest_base() {
    let folder = small_pack();
    write(folder.path(), "content/pack.yaml", b"title: Own\nextends: ../../base\n");
    let pack = folder.path().join("trust");
    fs::create_dir_all(&pack).unwrap();
    support::copy(&folder.path().join("content"), &pack.join("content"));
    write(folder.path(), "base/content/pack.yaml", b"title: Base\nextends: built-in\n");
    let report = build(&pack).unwrap();
    let help: Vec<_> = report.problems.iter().filter_map(|problem| problem.help.as_deref()).collect();
    assert!(help.contains(&"did you mean ../../base/content?"), "{help:?}");
}

#[test]
fn what_a_layer_below_has_of_its_own_is_one_line() {
    let folder = small_pack();
    let folder = folder.path();
    write(folder, "content/pack.yaml", b"title: Own\nextends: ../base\n");
    write(folder, "base/pack.yaml", b"title: Base\nextends: built-in\n");
    let page = |number: usize, date: &str| {
        format!("---\ntitle: Page {number}\nsummary: S.\nreview_by: {date}\n---\n[[leaflet/none]]\n")
    };
    for number in 0..4 {
        write(folder, &format!("base/pages/p{number}.md"), page(number, "2026-01-01").as_bytes());
    }
    let report = build(folder).unwrap();
    let extends = "content/pack.yaml:2:1: the pack below, base, has 4";
    assert_eq!(
        problem_lines(&report, folder),
        [
            format!("F014 error {extends} errors: “A reference to something that isn't there” (4)"),
            format!("F014 warning {extends} warnings: “A review that is overdue” (4)"),
        ]
    );
    assert_eq!(report.problems[0].related.len(), 3, "the first errors are shown");
    write(folder, "content/pages/p0.md", page(10, "2027-01-01").as_bytes());
    let lines = problem_lines(&build(folder).unwrap(), folder);
    assert!(lines[0].starts_with("R001 error content/pages/p0.md:6:1"), "{lines:?}");
    assert!(lines[1].starts_with("F014 error") && lines[1].contains("has 3 errors"), "{lines:?}");
}

#[test]
fn a_pack_inside_the_program_that_is_overdue_is_one_line() {
    let folder = small_pack();
    let request = Request { as_of: date(2035, 1, 1), ..support::request(folder.path()) };
    let report = support::run(&request, &mut support::Memory::default()).unwrap();
    let lines = problem_lines(&report, folder.path());
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[1].starts_with("F014 warning content/pack.yaml:2:1: the pack inside wardpack"), "{lines:?}");
    assert!(lines[0].starts_with("D002 warning content/wards/beach.yaml:5:"), "{lines:?}");
    assert!(!report.refused);
}

#[test]
fn a_list_that_takes_the_place_of_another_is_told_what_it_lacks() {
    let folder = small_pack();
    let folder = folder.path();
    let list = |id: &str| {
        format!("title: Words\nsummary: Words.\nterms:\n  - {{id: {id}, term: A word, meaning: What it says.}}\n")
    };
    write(folder, "content/pack.yaml", b"title: Own\nextends: ../base\n");
    write(folder, "base/pack.yaml", b"title: Base\n");
    write(folder, "base/charter/template.yaml", include_bytes!("../../content/charter/template.yaml"));
    write(folder, "base/glossary.yaml", list("consent").as_bytes());
    for number in 0..3 {
        let page = format!("---\ntitle: Page {number}\nsummary: S.\n---\n[[term/consent]], [[term/consent|this]]\n");
        write(folder, &format!("base/pages/p{number}.md"), page.as_bytes());
    }
    let of_list = |lines: Vec<String>| lines.into_iter().filter(|line| line.contains("glossary")).collect::<Vec<_>>();
    assert_eq!(of_list(problem_lines(&build(folder).unwrap(), folder)), [""; 0]);
    write(folder, "content/glossary.yaml", list("harm").as_bytes());
    let lines = of_list(problem_lines(&build(folder).unwrap(), folder));
    let expected =
        "R001 error content/glossary.yaml:1:8: the pack below refers to what this list doesn't have: “consent”";
    assert!(lines.len() == 1 && lines[0].starts_with(expected), "{lines:?}");
}

/// Whoever takes a file up or gives it back changes no byte of it, but whose words its pages say they are.
#[test]
fn a_rebuild_sees_that_the_same_file_now_comes_from_another_layer() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for layer in ["content", "base"] {
        copy(&shipped, &folder.join(layer));
        fs::remove_dir_all(folder.join(layer).join("wards")).unwrap();
    }
    write(
        folder,
        "content/pack.yaml",
        b"title: Own\nlanguages: [en, cy, ur]\nextends: ../base\npublisher: {name: Own trust}\n",
    );
    write(
        folder,
        "base/pack.yaml",
        b"title: Base\nlanguages: [en, cy, ur]\nextends: built-in\npublisher: {name: Base trust}\n",
    );
    write(folder, "content/wards/beach.yaml", WARD.as_bytes());
    let mut memory = Memory::default();
    let mut footers = Vec::new();
    let mut rebuild = || {
        let report = build_with(folder, &mut memory).unwrap();
        assert!(!report.refused, "{:?}", problem_lines(&report, folder));
        let (again, anew) = (files(&folder.join("output")), build_from_nothing(folder));
        let differ: Vec<&String> =
            again.keys().chain(anew.keys()).filter(|path| again.get(*path) != anew.get(*path)).collect();
        assert!(differ.is_empty(), "{differ:?}");
        footers.push(page(folder, "conversation-models/better/index.html"));
    };
    rebuild();
    for layer in ["content", "base"] {
        fs::create_dir_all(folder.join("away").join(layer)).unwrap();
        for entry in fs::read_dir(folder.join(layer)).unwrap().map(Result::unwrap) {
            if !["pack.yaml", "wards"].iter().any(|stays| entry.file_name() == *stays) {
                fs::rename(entry.path(), folder.join("away").join(layer).join(entry.file_name())).unwrap();
            }
        }
        rebuild();
    }
    for layer in ["base", "content"] {
        copy(&folder.join("away").join(layer), &folder.join(layer));
        rebuild();
    }
    assert!(!footers[0].contains("Base trust") && footers[1].contains("Base trust"));
    assert!(footers[2].contains("come with wardpack"));
    assert!(footers[3] == footers[1] && footers[4] == footers[0]);
}
