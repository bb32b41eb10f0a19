//! Puts hostile texts (`hostile/texts.txt`) into every field of a pack that takes text: whatever a build takes, no page runs it, loads it
//! or takes it for a part of the page, no table of the site has it as a formula, and no message has it as a sign of the terminal.

mod drawings;
mod lists;
mod templates;
mod theme;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use wardpack::problem::text::{self, Medium};
use wardpack::problem::{Place, Severity};
use wardpack::span::{Files, line_column};

use crate::support::{build, copy, files, problem_lines, sequences};

/// How many packs are made in a day's run: each has another text in each field.
const TURNS: u32 = 4;

/// The address of the example's site, which its page for lost addresses names in full.
const ADDRESS: &str = "https://www.example.org/sexual-safety/";

/// Returns the hostile texts. `\u{…}` in the list is the letter of that number, and `\\` a backslash.
fn texts() -> Vec<String> {
    let lines = include_str!("hostile/texts.txt").lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    lines.map(unescaped).collect()
}

fn unescaped(line: &str) -> String {
    let (mut text, mut rest) = (String::new(), line);
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let number = after.strip_prefix("u{").and_then(|after| after.split_once('}'));
        match number.and_then(|(number, after)| Some((char::from_u32(u32::from_str_radix(number, 16).ok()?)?, after))) {
            Some((letter, after)) => {
                text.push(letter);
                rest = after;
            }
            None => {
                text.push('\\');
                rest = after.strip_prefix('\\').unwrap_or(after);
            }
        }
    }
    text + rest
}

/// One file of the pack, in lines of which each that holds a text can be either the one that was there or a hostile one.
struct Field {
    good: String,
    hostile: Option<String>,
}

/// Returns the lines of a file of settings with a hostile text for each value of one line; `next` gives the texts.
fn of_settings(text: &str, next: &mut dyn FnMut() -> String) -> Vec<Field> {
    let value: serde_yaml::Value = serde_yaml::from_str(text).unwrap();
    let plain = serde_yaml::to_string(&value).unwrap();
    let field = |line: &str| {
        let (before, words) = value_of(line)?;
        let is_text = !words.is_empty() && !words.starts_with(['|', '>', '[', '{']) && words.parse::<f64>().is_err();
        is_text.then(|| format!("{before}{}", serde_json::to_string(&next()).unwrap().replace('\u{7f}', "\\x7f")))
    };
    plain
        .lines()
        .map(|line| (line.to_owned(), line))
        .map({
            let mut field = field;
            move |(good, line)| Field { hostile: field(line), good }
        })
        .collect()
}

/// Returns what stands before the value of a line of settings, and the value.
fn value_of(line: &str) -> Option<(&str, &str)> {
    let indent = line.len() - line.trim_start_matches([' ', '-']).len();
    let words = &line[indent..];
    let key =
        words.split_once(": ").filter(|(key, _)| key.chars().all(|sign| sign.is_alphanumeric() || "_-".contains(sign)));
    match key {
        Some((key, words)) => Some((&line[..indent + key.len() + 2], words)),
        None if line[..indent].contains('-') && !words.ends_with(':') => Some((&line[..indent], words)),
        None => None,
    }
}

/// Returns the lines of a page: its settings, its own text, and hostile texts after it, each a paragraph.
fn of_page(text: &str, next: &mut dyn FnMut() -> String) -> Vec<Field> {
    let Some((front, body)) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) else {
        return text.lines().map(|line| Field { good: line.to_owned(), hostile: None }).collect();
    };
    let fixed = |good: &str| Field { good: good.to_owned(), hostile: None };
    let mut fields = vec![fixed("---")];
    fields.extend(of_settings(front, next));
    fields.push(fixed("---"));
    fields.extend(body.lines().map(fixed));
    for sign in ["", "- ", "> ", "1. ", "*", "## x "] {
        fields.push(fixed(""));
        fields.push(Field { good: String::new(), hostile: Some(format!("{sign}{}", next())) });
    }
    fields
}

/// Returns what gives one hostile text after another, and in each turn others first.
fn in_turn(turn: u32) -> impl FnMut() -> String {
    let texts = texts();
    // A step that shares no factor with the number of texts meets each of them.
    let mut at = turn as usize * 53;
    move || {
        at += 1;
        texts[at % texts.len()].clone()
    }
}

/// Files in fields, by their path in the folder that the pack and its theme are in.
type Fields = BTreeMap<String, Vec<Field>>;

fn hostile_pack(folder: &Path, turn: u32) -> Fields {
    let mut next = in_turn(turn);
    let mut fields = Fields::new();
    for (path, bytes) in files(&folder.join("content")) {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let in_folder = format!("content/{path}");
        match Path::new(&path).extension().and_then(|ending| ending.to_str()) {
            Some("yaml") => drop(fields.insert(in_folder, of_settings(&text, &mut next))),
            Some("md") => drop(fields.insert(in_folder, of_page(&text, &mut next))),
            _ => {}
        }
    }
    fields
}

fn write(folder: &Path, fields: &Fields) {
    for (path, lines) in fields {
        let lines: Vec<&str> = lines.iter().map(|line| line.hostile.as_deref().unwrap_or(&line.good)).collect();
        fs::write(folder.join(path), lines.join("\n") + "\n").unwrap();
    }
}

/// Takes the hostile texts out that a build refuses, until it takes the rest; returns the messages of all builds.
fn until_it_is_taken(folder: &Path, fields: &mut Fields) -> Vec<String> {
    let mut messages = Vec::new();
    for _ in 0..60 {
        write(folder, fields);
        let report = build(folder).unwrap();
        messages.extend(report.problems.iter().map(|one| text::render(one, &report.sources, Medium::Plain)));
        if !report.refused {
            return messages;
        }
        let mut refused = BTreeSet::new();
        for problem in report.problems.iter().filter(|problem| problem.severity == Severity::Error) {
            let Place::At(span) = problem.place else { continue };
            let line = line_column(report.sources.text(span.file), span.start as usize).line;
            let shown = report.sources.shown(span.file);
            let path = fields.keys().find(|path| shown.ends_with(path.as_str())).map_or(shown, String::as_str);
            refused.insert((path.to_owned(), line));
        }
        let mut is_changed = false;
        for (path, line) in &refused {
            let Some(lines) = fields.get_mut(path) else { continue };
            if lines.get_mut(line - 1).and_then(|line| line.hostile.take()).is_some() {
                is_changed = true;
            }
        }
        if !is_changed {
            // What is refused stands on a line that is as it was: something that it depends on is hostile.
            let path =
                refused.iter().map(|(path, _)| path).find(|path| fields.get(*path).is_some_and(|lines| any(lines)));
            let path =
                path.cloned().or_else(|| fields.iter().find(|(_, lines)| any(lines)).map(|(path, _)| path.clone()));
            let path =
                path.unwrap_or_else(|| panic!("the pack itself is refused: {:#?}", problem_lines(&report, folder)));
            fields.get_mut(&path).unwrap().iter_mut().for_each(|line| line.hostile = None);
        }
    }
    panic!("no pack comes of it: {messages:#?}")
}

fn any(lines: &[Field]) -> bool {
    lines.iter().any(|line| line.hostile.is_some())
}

/// Adds what of a page could run, load or lead where it must not.
fn look(node: &Handle, page: &str, wrong: &mut Vec<String>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let tag = name.local.to_string();
        let attributes: BTreeMap<String, String> =
            attrs.borrow().iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect();
        let is_own = |address: &str| !address.trim_start_matches(ADDRESS).contains("//") && address.ends_with(".js");
        match tag.as_str() {
            "script" if !attributes.get("src").is_some_and(|src| is_own(src)) => {
                wrong.push(format!("{page}: a script"));
            }
            "iframe" | "object" | "embed" | "base" | "applet" | "frame" | "frameset" | "style" | "marquee"
            | "portal" => {
                wrong.push(format!("{page}: <{tag}>"));
            }
            _ => {}
        }
        for (name, value) in &attributes {
            let letters: String = value.chars().filter(|sign| !sign.is_whitespace() && !sign.is_control()).collect();
            let letters = letters.to_lowercase();
            let runs = ["javascript:", "vbscript:", "data:"].iter().any(|scheme| letters.starts_with(scheme));
            let leads =
                ["href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href"].contains(&&**name);
            if name.starts_with("on") || name == "style" || name == "srcdoc" || leads && runs {
                wrong.push(format!("{page}: {name}=\"{value}\" on <{tag}>"));
            }
        }
    }
    node.children.borrow().iter().for_each(|child| look(child, page, wrong));
}

/// Adds messages that a terminal would obey.
fn look_at_messages(messages: &[String], wrong: &mut Vec<String>) {
    let is_sign = |sign: char| sign.is_control() && !"\n\t".contains(sign) || ('\u{202a}'..='\u{202e}').contains(&sign);
    let obeyed = messages.iter().filter(|message| message.contains(is_sign));
    wrong.extend(obeyed.map(|message| format!("message: {message:?}")));
}

/// Adds what is wrong with the pages and the tables of a site.
fn look_at_output(folder: &Path, wrong: &mut Vec<String>) {
    for (path, bytes) in files(&folder.join("output")) {
        match Path::new(&path).extension().and_then(|ending| ending.to_str()) {
            Some("html" | "svg") => {
                let page = parse_document(RcDom::default(), ParseOpts::default()).from_utf8().one(&*bytes);
                look(&page.document, &path, wrong);
            }
            Some("csv") => {
                let mut rows = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&*bytes);
                let cells = rows.records().flatten().flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>());
                let is_formula =
                    |cell: &String| cell.trim_start_matches('\u{feff}').starts_with(['=', '+', '-', '@', '\t', '\r']);
                wrong.extend(cells.filter(is_formula).map(|cell| format!("{path}: the cell {cell:?}")));
            }
            _ => {}
        }
    }
}

#[test]
fn hostile_texts_in_every_field_stay_texts() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference/example/content");
    let (mut wrong, mut taken) = (Vec::new(), 0);
    let turns = sequences(TURNS);
    for turn in 0..turns {
        let folder = tempfile::tempdir().unwrap();
        copy(&example, &folder.path().join("content"));
        let mut fields = hostile_pack(folder.path(), turn);
        let messages = until_it_is_taken(folder.path(), &mut fields);
        taken += fields.values().flatten().filter(|line| line.hostile.is_some()).count();
        look_at_messages(&messages, &mut wrong);
        look_at_output(folder.path(), &mut wrong);
        if let Ok(kept) = std::env::var("WARDPACK_HOSTILE") {
            copy(&folder.path().join("output"), &Path::new(&kept).join(turn.to_string()));
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(taken > 30 * turns as usize, "only {taken} fields take a text");
}
