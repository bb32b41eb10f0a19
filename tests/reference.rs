//! Holds `docs/reference`: every page of it is written from what the program knows, so that none can say what isn't so.
//!
//! `BLESS=1 cargo test --test reference` writes the pages; read the difference before you commit it.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "tests touch the disk")]

#[path = "reference/commands.rs"]
mod commands;
#[path = "reference/keys.rs"]
mod keys;
mod support;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use wardpack::model::placeholder::Placeholder;
use wardpack::model::ward_list::columns::{COLUMNS, needed};
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
        "docs/reference/{name} isn't what the program says now: BLESS=1 cargo test --test reference writes it.\n{differs:?}"
    );
}

#[test]
fn commands_are_those_of_the_program() {
    holds("commands.md", &commands::page());
}

#[test]
fn keys_are_those_that_the_readers_ask_for() {
    holds("keys.md", &keys::page());
}

#[test]
fn problems_are_those_of_the_catalogue() {
    let mut page = String::from(
        "# Problems\n\nEvery problem has a code. `wardpack explain CODE` says the same as this page. The letter says what a problem is of: A finished \
         pages, C charters and wards, D dates, E Easy Read, F files, L lists of wards, M Markdown, P placeholders, R references, T themes, Y \
         settings.\n",
    );
    for code in catalogue::all() {
        write!(page, "\n## {}\n\n**{}.** {}\n\nWhat to do: {}\n", code.id, code.title, code.meaning, code.instead).unwrap();
    }
    holds("problems.md", &page);
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
