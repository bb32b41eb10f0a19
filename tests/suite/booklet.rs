//! What the booklet of the Sexual Safety Collaborative names, thing by thing: each has its place in the shipped pack.
//! `booklet/things.txt` is the table.

use std::collections::BTreeMap;

use crate::support::{build, files, problem_lines, small_pack, write};

/// How many things the booklet names for wards to use.
const NAMED: usize = 51;

struct Thing<'a> {
    name: &'a str,
    is: &'a str,
    page: &'a str,
    /// Words of the page; of a slot, why it is one.
    words: &'a str,
}

fn things() -> Vec<Thing<'static>> {
    let lines = include_str!("booklet/things.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let thing = |line: &'static str| {
        let parts: Vec<&str> = line.split(" | ").collect();
        let [name, is, page, words] = parts[..] else { panic!("four parts: {line}") };
        Thing { name, is, page, words }
    };
    lines.map(thing).collect()
}

/// Returns the files of the shipped pack, with a ward, and a measure that has numbers.
fn site() -> BTreeMap<String, Vec<u8>> {
    let folder = small_pack();
    let folder = folder.path();
    let measure = b"title: Reports\nsummary: Reports.\ndefinition: Reports.\nunit: reports\n";
    write(folder, "content/measures/reports.yaml", measure);
    write(folder, "content/measures/reports.csv", b"month,count\n2026-01,12\n2026-02,14\n2026-03,11\n");
    let report = build(folder).unwrap();
    assert!(!report.refused, "{:#?}", problem_lines(&report, folder));
    files(&folder.join("output"))
}

#[test]
fn everything_that_the_booklet_names_has_its_place() {
    let (things, site) = (things(), site());
    assert_eq!(things.len(), NAMED);
    let mut wrong = Vec::new();
    for Thing { name, is, page, words } in things {
        let Some(found) = site.get(&format!("{page}/index.html")) else {
            wrong.push(format!("{name}: there is no page {page}"));
            continue;
        };
        let text = String::from_utf8_lossy(found);
        match is {
            "tool" | "page" if !text.contains(words) => wrong.push(format!("{name}: {page} lacks “{words}”")),
            "tool" | "page" => {}
            "slot" if words.split_whitespace().count() > 5 => {}
            _ => wrong.push(format!("{name}: neither a tool nor a page, nor a slot with its reason")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_sheet_of_principles_has_those_of_the_page_about_them() {
    let page = include_str!("../../content/trauma-informed-care/what-it-is.md");
    let rows =
        page.lines().skip_while(|line| !line.starts_with("| ---")).skip(1).take_while(|line| line.starts_with('|'));
    let principles: Vec<&str> = rows.filter_map(|row| row.split('|').nth(1)).map(str::trim).collect();
    assert_eq!(principles.len(), 6);
    let sheet = include_str!("../../content/forms/principles.yaml");
    assert!(sheet.contains(&format!("rows: [{}]", principles.join(", "))));
}
