//! wards.xlsx or wards.csv: a ward in each row. A row becomes what a ward's own file would say, and is read like one.

use std::sync::Arc;

use super::fields::Reader;
use super::phone;
use super::values::{as_id, is_id};
use super::ward::Ward;
use crate::parse::Cell;
use crate::parse::yaml::{Key, Node, Value};
use crate::problem::catalogue::{fields, sheets};
use crate::span::Span;

/// A column: its name, where its values stand in a ward's file, what it holds, and an example.
pub type Column = (&'static str, &'static [&'static str], &'static str, &'static str);

/// The columns. Reading goes by this table, and so do the empty list that `wardpack new` writes and the README.
pub const COLUMNS: [Column; 24] = [
    ("id", &[], "The ward's part of web addresses: lower-case letters, digits and hyphens. Keep it for good", "beach"),
    ("name", &["name"], "The ward's name, as people say it", "Beach ward"),
    ("site", &["site"], "The hospital or place that the ward is in", "Northgate Hospital"),
    ("kind", &["kind"], "The kind of ward: one of the ids under ward_kinds in pack.yaml", "acute"),
    (
        "support organisation",
        &["contacts", "support", "organisation"],
        "An independent organisation that people can call, such as an advocacy service",
        "Northgate Advocacy",
    ),
    ("support phone", &["contacts", "support", "phone"], "The phone number of that organisation", "01632 960 002"),
    (
        "support checked on",
        &["contacts", "support", "checked_on"],
        "The day somebody last called that number and it was right",
        "2026-11-01",
    ),
    (
        "support hours",
        &["contacts", "support", "hours"],
        "When that number is answered",
        "Monday to Friday, 9am to 5pm",
    ),
    (
        "support website",
        &["contacts", "support", "website"],
        "The website of that organisation, with https:// at the start",
        "https://www.example.org",
    ),
    ("ward phone", &["contacts", "ward", "phone"], "The ward's own phone number", "01632 960 001"),
    ("ward email", &["contacts", "ward", "email"], "The ward's own email address", "beach@example.org"),
    ("ward hours", &["contacts", "ward", "hours"], "When the ward answers", "Day and night, every day"),
    (
        "safeguarding phone",
        &["contacts", "safeguarding", "phone"],
        "The phone number of the safeguarding team",
        "01632 960 003",
    ),
    (
        "pals phone",
        &["contacts", "pals", "phone"],
        "The phone number of the Patient Advice and Liaison Service (PALS)",
        "01632 960 004",
    ),
    ("pals email", &["contacts", "pals", "email"], "The email address of PALS", "pals@example.org"),
    ("quiet place", &["quiet_place"], "A place on the ward to talk undisturbed", "The quiet room by the garden door"),
    ("about", &["about"], "A few sentences about the ward", "An acute ward for adults."),
    (
        "languages",
        &["languages"],
        "The languages of the ward's pages, by their tags in pack.yaml, with commas",
        "en, cy",
    ),
    (
        "leave out",
        &["leaflets", "leave_out"],
        "The ids of leaflets that the ward does not give out, with commas",
        "visiting",
    ),
    ("owner", &["charter", "owner"], "Who looks after the charter: a role, not a person's name", "Ward manager"),
    ("review by", &["charter", "review_by"], "The day by which the charter is to be read again", "2027-10-05"),
    ("withdrawn on", &["withdrawn", "on"], "The day since when the ward is no longer there", "2026-11-01"),
    ("withdrawn why", &["withdrawn", "why"], "Why it is no longer there", "The ward has moved to another hospital."),
    ("go instead to", &["withdrawn", "instead"], "Where its readers go instead, as references name it", "ward/cliff"),
];
/// The columns that every list has: the first ones.
const REQUIRED: usize = 4;
/// The cells of an independent contact that a row with any cell of one must have. A row without one has its hospital's or trust's.
const SUPPORT: [&str; 2] = ["support organisation", "support phone"];
/// The columns that hold several values, with commas.
const LISTS: [&str; 2] = ["languages", "leave out"];

/// Returns the wards of a list, and the ids of rows that can't be read. Reports columns that aren't known or are missing, rows
/// without an id, and whatever a ward's own file would be told.
pub fn read(rows: &[Vec<Cell>], reader: &mut Reader<'_>) -> (Vec<Arc<Ward>>, Vec<String>) {
    let is_filled = |row: &&Vec<Cell>| row.iter().any(|cell| !cell.words.is_empty());
    let mut rows = rows.iter().filter(is_filled);
    let Some(head) = rows.next() else { return (Vec::new(), Vec::new()) };
    let Some(columns) = columns(head, reader) else { return (Vec::new(), Vec::new()) };
    let beyond = |row: &Vec<Cell>| row.iter().skip(head.len()).find(|cell| !cell.words.is_empty()).cloned();
    check_unnamed(head, rows.clone().filter(|row| beyond(row).is_none()), reader);
    let (mut wards, mut broken) = (Vec::new(), Vec::new());
    for row in rows {
        let cells = columns.iter().zip(row).filter(|(_, cell)| !cell.words.is_empty());
        let cells: Vec<(&Column, &Cell)> = cells.filter_map(|(column, cell)| Some(((*column)?, cell))).collect();
        let Some((_, id)) = cells.iter().find(|(column, _)| column.0 == "id") else {
            reader.problems.push(sheets::no_id(row[0].span));
            continue;
        };
        // A comma in a value has moved the ones after it to the next columns, so nothing else that is wrong there is so.
        if let Some(cell) = beyond(row) {
            reader.problems.push(sheets::unnamed_column(&cell.words, cell.span));
            broken.push(id.words.clone());
            continue;
        }
        let empty = columns.iter().zip(row).filter_map(|(column, cell)| Some(((*column)?, cell)));
        let empty: Vec<_> =
            empty.filter(|(column, cell)| cell.words.is_empty() && must_be_filled(column.0, &cells)).collect();
        reader.problems.extend(empty.iter().map(|(column, cell)| sheets::empty_cell(column.0, cell.span)));
        if !is_id(&id.words) {
            reader.problems.push(fields::bad_id(id.span, &id.words, &as_id(&id.words)));
        }
        // A row with empty cells is read all the same, for what else is wrong with it.
        let mut tree = tree(&cells, id.span, reader);
        for ((name, path, ..), cell) in empty.iter().filter(|(column, _)| !SUPPORT.contains(&column.0)) {
            put(&mut tree, path, Value::Text((*name).to_owned()), cell.span);
        }
        place_contacts(&mut tree, &columns, row);
        match Ward::read(id.words.clone(), &tree, reader).filter(|_| empty.is_empty()) {
            Some(ward) => wards.push(Arc::new(Ward { named: id.span, ..ward })),
            None => broken.push(id.words.clone()),
        }
    }
    (wards, broken)
}

/// Says whether a column is needed.
pub fn needed(column: &str) -> &'static str {
    match column {
        column if is_required(column) => "yes",
        column if SUPPORT.contains(&column) => "yes, if not in pack.yaml",
        _ => "no",
    }
}

/// Tells whether every row must have a value in this column.
fn is_required(column: &str) -> bool {
    COLUMNS[..REQUIRED].iter().any(|(name, ..)| *name == column)
}

/// Tells whether a row must have a value in this column: one that names an independent contact names all of it.
fn must_be_filled(column: &str, filled: &[(&Column, &Cell)]) -> bool {
    let is_of_support = |(column, _): &(&Column, &Cell)| column.1.starts_with(&["contacts", "support"]);
    let has_support = SUPPORT.contains(&column) && filled.iter().any(is_of_support);
    has_support || is_required(column)
}

/// Puts the place of a row's contacts where its independent contact is to be written, filled or not: that is what a ward without one
/// is told.
fn place_contacts(tree: &mut Node, columns: &[Option<&Column>], row: &[Cell]) {
    let place = columns.iter().position(|column| column.is_some_and(|(name, ..)| *name == SUPPORT[0]));
    let Some(cell) = place.and_then(|place| row.get(place)) else { return };
    let Value::Map(entries) = &mut tree.value else { return };
    match entries.iter_mut().find(|(key, _)| key.name == "contacts") {
        Some((key, _)) => key.span = cell.span,
        None => {
            let key = Key { name: "contacts".to_owned(), span: cell.span };
            entries.push((key, Node { span: cell.span, value: Value::Map(Vec::new()) }));
        }
    }
}

/// Returns the column of each cell of the first row; nothing where the list can't be used for want of one.
fn columns(head: &[Cell], reader: &mut Reader<'_>) -> Option<Vec<Option<&'static Column>>> {
    let known: Vec<&str> = COLUMNS.iter().map(|(name, ..)| *name).collect();
    let simple = |words: &str| {
        words.to_lowercase().replace(['_', '-', ':'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut found = Vec::new();
    for cell in head {
        let column = COLUMNS.iter().find(|(name, ..)| *name == simple(&cell.words));
        if column.is_none() && !cell.words.is_empty() {
            reader.problems.push(sheets::unknown_column(&cell.words, cell.span, &known));
        }
        found.push(column);
    }
    let has_support = found.iter().flatten().any(|(_, path, ..)| path.starts_with(&["contacts", "support"]));
    let missing: Vec<&str> = (known[..REQUIRED].iter().copied())
        .chain(SUPPORT.into_iter().filter(|_| has_support))
        .filter(|name| !found.iter().flatten().any(|(known, ..)| known == name))
        .collect();
    let span = Span::new(reader.file, head[0].span.start as usize, head[head.len() - 1].span.end as usize);
    reader.problems.extend(missing.iter().map(|name| sheets::missing_column(name, span)));
    missing.is_empty().then_some(found)
}

/// Reports the first value of each column without a name, which would be lost.
fn check_unnamed<'a>(head: &[Cell], rows: impl Iterator<Item = &'a Vec<Cell>> + Clone, reader: &mut Reader<'_>) {
    for number in (0..head.len()).filter(|number| head[*number].words.is_empty()) {
        let mut values = rows.clone().filter_map(|row| row.get(number)).filter(|cell| !cell.words.is_empty());
        reader.problems.extend(values.next().map(|cell| sheets::unnamed_column(&cell.words, cell.span)));
    }
}

/// Returns a row as the tree of a ward's file. Each part stands where its cell does, and a group where its first cell is.
fn tree(cells: &[(&Column, &Cell)], row: Span, reader: &mut Reader<'_>) -> Node {
    let mut root = Node { span: row, value: Value::Map(Vec::new()) };
    for (column, cell) in cells.iter().filter(|(column, _)| !column.1.is_empty()) {
        put(&mut root, column.1, value(column, cell, reader), cell.span);
    }
    root
}

fn put(node: &mut Node, path: &[&str], value: Value, span: Span) {
    let Value::Map(entries) = &mut node.value else { return };
    let (first, rest) = (path[0], &path[1..]);
    let place = entries.iter().position(|(key, _)| key.name == first).unwrap_or_else(|| {
        let key = Key { name: first.to_owned(), span };
        entries.push((key, Node { span, value: Value::Map(Vec::new()) }));
        entries.len() - 1
    });
    let inner = &mut entries[place].1;
    if rest.is_empty() {
        *inner = Node { span, value };
    } else {
        put(inner, rest, value, span);
    }
}

/// Returns the value of a cell. Numbers are text too: only in a phone number does it matter that Excel takes it for one.
fn value((column, path, ..): &Column, cell: &Cell, reader: &mut Reader<'_>) -> Value {
    let words = cell.words.clone();
    if path.ends_with(&["phone"])
        && let Some(whole) = phone::with_zero(&words, cell.is_number)
    {
        reader.problems.push(sheets::zero_dropped(&whole, cell.span));
        return Value::Text(whole);
    }
    if LISTS.contains(column) {
        let item = |words: &str| Node { span: cell.span, value: Value::Text(words.trim().to_owned()) };
        return Value::List(words.split([',', ';']).filter(|words| !words.trim().is_empty()).map(item).collect());
    }
    Value::Text(words)
}
