//! Holds `docs/reference`: every page of it is written from what the program knows, so that none can say what isn't so.
//!
//! `BLESS=1 cargo test --test suite reference::` writes the pages; read the difference before you commit it.

mod commands;
mod keys;
mod kinds;
mod meanings;
mod schemas;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use wardpack::model::numbers;
use wardpack::model::placeholder::Placeholder;
use wardpack::model::ward_list::{COLUMNS, needed};
use wardpack::problem::catalogue;

/// Writes a page with `BLESS=1`, and otherwise compares it with what the program says now.
fn holds(name: &str, page: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference").join(name);
    let page = format!("{}\n", page.trim_end());
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let there = fs::read_to_string(&path).unwrap_or_default();
    let differs = there.lines().zip(page.lines()).find(|(there, now)| there != now);
    assert!(
        there == page,
        "docs/reference/{name} isn't what the program says now: BLESS=1 cargo test --test suite reference:: writes it.\n{differs:?}"
    );
}

/// Returns words as Markdown shows them unchanged; what stands between backticks is code already.
fn escaped(words: &str) -> String {
    let part = |(number, part): (usize, &str)| {
        let escaped = |letter: char| {
            let is_sign = number % 2 == 0 && "\\[]<>*_~".contains(letter);
            if is_sign { format!("\\{letter}") } else { letter.to_string() }
        };
        part.chars().map(escaped).collect::<String>()
    };
    words.split('`').enumerate().map(part).collect::<Vec<_>>().join("`")
}

#[test]
fn commands_are_those_of_the_program() {
    holds("commands.md", &commands::page());
}

#[test]
fn keys_are_those_that_the_readers_ask_for() {
    let (page, schemas) = keys::page();
    holds("keys.md", &page);
    let mut names = Vec::new();
    for (name, schema) in schemas.files() {
        holds(&format!("schemas/{name}"), &schema);
        names.push(name);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference/schemas");
    let there = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let idle: Vec<String> = there.filter(|name| !names.contains(name)).collect();
    assert!(idle.is_empty(), "docs/reference/schemas has files of no kind: {idle:?}");
}

#[test]
fn problems_are_those_of_the_catalogue() {
    let mut page = String::from(
        "# Problems\n\nEvery problem has a code. `wardpack explain CODE` says the same as this page. The letter says what a problem is of: A finished \
         pages, C charters and wards, D dates, E Easy Read, F files, L lists of wards and tables of numbers, M Markdown, P placeholders, R references, T themes, Y \
         settings.\n",
    );
    for code in catalogue::all() {
        let [title, meaning, instead] = [code.title, code.meaning, code.instead].map(escaped);
        write!(page, "\n## {}\n\n**{title}.** {meaning}\n\nWhat to do: {instead}\n", code.id).unwrap();
    }
    holds("problems.md", &page);
}

#[test]
fn columns_of_numbers_are_those_that_are_read() {
    let mut page = String::from(
        "# Columns of the numbers of a measure\n\n`measures/<id>.csv` has a month or a week in each row, and these columns in any order. \
         [Measures and charts](../guide/measures.md) says how it is read.\n\n| Column | Needed | What it holds | Example |\n|---|---|---|---|\n",
    );
    for (name, what, example) in numbers::COLUMNS {
        let needed = match name {
            "note" => "no",
            "count" => "yes",
            _ => "one of the two",
        };
        writeln!(page, "| `{name}` | {needed} | {} | {example} |", escaped(what)).unwrap();
    }
    holds("numbers.md", &page);
}

#[test]
fn placeholders_are_those_of_the_model() {
    let mut page = String::from(
        "# Placeholders\n\nA placeholder stands for a value of the ward or the pack. [Writing](../guide/writing.md#placeholders) says what to write \
         where a ward may have no value.\n\n| Placeholder | Where its value comes from | Every ward has it |\n|---|---|---|\n",
    );
    for one in Placeholder::names().into_iter().filter_map(Placeholder::named) {
        let always = if one.is_required() { "yes" } else { "no" };
        writeln!(page, "| `{{{}}}` | {} | {always} |", one.name(), one.comes_from()).unwrap();
    }
    holds("placeholders.md", &page);
}

#[test]
fn columns_are_those_that_a_list_of_wards_is_read_by() {
    let mut page = String::from(
        "# Columns of the list of wards\n\n`wards.xlsx` and `wards.csv` have a ward in each row, and these columns in any order. [Many wards in one \
         list](../guide/ward-lists.md) says how a list is read.\n\n| Column | Needed | What it holds | Example |\n|---|---|---|---|\n",
    );
    for (name, _, holds, example) in &COLUMNS {
        writeln!(page, "| `{name}` | {} | {holds} | {example} |", needed(name)).unwrap();
    }
    holds("ward-list.md", &page);
}

/// Every crate is there for a reason, which stands beside it in Cargo.toml.
#[test]
fn dependencies_are_those_of_cargo_toml() {
    let mut page = String::from(
        "# Dependencies\n\nWhat wardpack exists for, we write ourselves. For the rest we take well-kept libraries, each with as few of its features \
         as will do. The reasons stand in `Cargo.toml`, and this page is written from there.\n",
    );
    for (section, title) in [("[dependencies]", "For the program"), ("[dev-dependencies]", "For tests only")] {
        write!(page, "\n## {title}\n\n| Crate | Reason |\n|---|---|\n").unwrap();
        let lines = include_str!("../../Cargo.toml").lines().skip_while(|line| *line != section).skip(1);
        for line in lines.take_while(|line| !line.starts_with('[')).filter(|line| !line.is_empty()) {
            let (dependency, reason) = line.split_once(" # ").unwrap_or_else(|| panic!("no reason: {line}"));
            let name = dependency.split(' ').next().unwrap();
            let renamed = dependency.split_once("package = \"").and_then(|(_, rest)| rest.split('"').next());
            let name = renamed.map_or_else(|| format!("`{name}`"), |package| format!("`{package}` (as `{name}`)"));
            let optional = if dependency.contains("optional = true") { " (optional)" } else { "" };
            writeln!(page, "| {name}{optional} | {reason} |").unwrap();
        }
    }
    page.push_str(
        "\nThe optional ones belong to the features `links`, `mimalloc`, `minify` and `serve`, all on by default, and `print`. In the browser tests: \
         `playwright-core` (drives Chromium), `puppeteer-core` (drives Firefox), `axe-core` (finds barriers), `vnu-jar` (the Nu HTML checker) and \
         `yaml-language-server` (what editors know of YAML).\n",
    );
    holds("../developers/dependencies.md", &page);
}
