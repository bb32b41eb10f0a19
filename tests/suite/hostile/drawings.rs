//! Hostile drawings (`hostile/drawings.txt`): each is refused where it lies, or its pages hold a drawing and no more.

use std::collections::BTreeSet;

use wardpack::model::picture;
use wardpack::problem::text::{self, Medium};

use super::{look_at_messages, look_at_output};
use crate::support::{build, small_pack, write};

/// Returns the drawings, each with whether it is to be refused.
fn drawings() -> Vec<(bool, String)> {
    let lines = include_str!("drawings.txt").lines().filter(|line| !line.starts_with('#'));
    let whole = |written: &str| {
        let is_file = ["<?xml ", "<!DOCTYPE", "<svg", "<html"].iter().any(|start| written.starts_with(start));
        if is_file { written.to_owned() } else { inside(written) }
    };
    lines.map(|line| (line.starts_with('!'), whole(&line[2..]))).collect()
}

fn inside(written: &str) -> String {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9'>{written}</svg>"
    )
}

/// Drawings that are too much to write down.
fn large() -> [String; 4] {
    let many = |one: &str, number: usize| inside(&one.repeat(number));
    let laugh = |number| format!("<!ENTITY a{number} \"&a{0};&a{0};&a{0};&a{0};\">", number - 1);
    let laughs = (1..30).map(laugh).collect::<Vec<_>>().concat();
    [
        many("<g>", 50_000),
        inside(&format!("{}{}", "<g>".repeat(50_000), "</g>".repeat(50_000))),
        many("<g a='url(", 20_000),
        format!("<!DOCTYPE svg [<!ENTITY a0 \"ha\">{laughs}]><svg xmlns='http://www.w3.org/2000/svg'>&a29;</svg>"),
    ]
}

#[test]
fn hostile_drawings_are_refused_or_hold_a_drawing() {
    let folder = small_pack();
    let (mut page, mut refused) = ("---\ntitle: Drawings\nsummary: Drawings.\n---\n".to_owned(), BTreeSet::new());
    for (number, (is_refused, drawing)) in drawings().into_iter().enumerate() {
        let path = format!("images/drawing-{number}.svg");
        write(folder.path(), &format!("content/{path}"), drawing.as_bytes());
        page.push_str(&format!("\n![Drawing {number}](../{path})\n"));
        let looked = picture::look(&path, &path, drawing.as_bytes());
        assert_eq!(looked.is_err(), is_refused, "{drawing}: {looked:?}");
        if is_refused {
            refused.insert(path);
        }
    }
    assert!(refused.len() > 60);
    write(folder.path(), "content/pages/drawings.md", page.as_bytes());
    let report = build(folder.path()).unwrap();
    let (mut wrong, mut messages) = (Vec::new(), Vec::new());
    for problem in &report.problems {
        messages.push(text::render(problem, &report.sources, Medium::Plain));
        let path = problem.path(&report.sources);
        assert!(refused.iter().any(|refused| path.ends_with(refused)), "{messages:?}");
    }
    assert!(report.refused);
    look_at_messages(&messages, &mut wrong);
    // Once they are gone, the others are shown.
    for path in &refused {
        std::fs::remove_file(folder.path().join("content").join(path)).unwrap();
        page = page.replace(&format!("](../{path})"), "](../images/drawing.svg)");
    }
    write(folder.path(), "content/images/drawing.svg", inside("<rect/>").as_bytes());
    write(folder.path(), "content/pages/drawings.md", page.as_bytes());
    assert!(!build(folder.path()).unwrap().refused);
    look_at_output(folder.path(), &mut wrong);
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn drawings_without_end_are_looked_at_in_no_time() {
    for drawing in large() {
        let looked = picture::look("x.svg", "x.svg", drawing.as_bytes());
        assert!(looked.is_err() || drawing.ends_with("</g></svg>"), "{looked:?}");
    }
}
