//! wards.xlsx or wards.csv: a ward in each row. A row becomes what a ward's own file would say, and is read like one.

use std::sync::Arc;

use super::fields::Reader;
use super::values::{as_id, is_id};
use super::ward::Ward;
use crate::parse::Cell;
use crate::parse::yaml::{Key, Node, Value};
use crate::problem::catalogue::{fields, sheets};
use crate::span::Span;

/// The columns, and where their values stand in a ward's file.
const COLUMNS: [(&str, &[&str]); 21] = [
    ("id", &[]),
    ("name", &["name"]),
    ("site", &["site"]),
    ("kind", &["kind"]),
    ("support organisation", &["contacts", "support", "organisation"]),
    ("support phone", &["contacts", "support", "phone"]),
    ("support checked on", &["contacts", "support", "checked_on"]),
    ("support hours", &["contacts", "support", "hours"]),
    ("support website", &["contacts", "support", "website"]),
    ("ward phone", &["contacts", "ward", "phone"]),
    ("ward email", &["contacts", "ward", "email"]),
    ("ward hours", &["contacts", "ward", "hours"]),
    ("safeguarding phone", &["contacts", "safeguarding", "phone"]),
    ("pals phone", &["contacts", "pals", "phone"]),
    ("pals email", &["contacts", "pals", "email"]),
    ("quiet place", &["quiet_place"]),
    ("about", &["about"]),
    ("languages", &["languages"]),
    ("leave out", &["leaflets", "leave_out"]),
    ("owner", &["charter", "owner"]),
    ("review by", &["charter", "review_by"]),
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
    let Some(columns) = rows.next().and_then(|head| columns(head, reader)) else { return (Vec::new(), Vec::new()) };
    let (mut wards, mut broken) = (Vec::new(), Vec::new());
    for row in rows {
        let cells = columns.iter().zip(row).filter(|(_, cell)| !cell.words.is_empty());
        let cells: Vec<(&Column, &Cell)> = cells.filter_map(|(column, cell)| Some(((*column)?, cell))).collect();
        let Some((_, id)) = cells.iter().find(|(column, _)| column.0 == "id") else {
            reader.problems.push(sheets::no_id(row[0].span));
            continue;
        };
        let empty = columns.iter().zip(row).filter_map(|(column, cell)| Some(((*column)?, cell)));
        let empty: Vec<_> =
            empty.filter(|(column, cell)| cell.words.is_empty() && is_required(column.0, &cells)).collect();
        reader.problems.extend(empty.iter().map(|(column, cell)| sheets::empty_cell(column.0, cell.span)));
        if !is_id(&id.words) {
            reader.problems.push(fields::bad_id(id.span, &id.words, &as_id(&id.words)));
        }
        // A row with empty cells is read all the same, for what else is wrong with it.
        let mut tree = tree(&cells, id.span);
        for ((name, path), cell) in empty.iter().filter(|(column, _)| !SUPPORT.contains(&column.0)) {
            put(&mut tree, path, Value::Text((*name).to_owned()), cell.span);
        }
        place_contacts(&mut tree, &columns, row);
        match Ward::read(id.words.clone(), &tree, reader).filter(|_| empty.is_empty()) {
            Some(ward) => wards.push(Arc::new(ward)),
            None => broken.push(id.words.clone()),
        }
    }
    (wards, broken)
}

fn is_required(column: &str, filled: &[(&Column, &Cell)]) -> bool {
    let is_of_support = |(column, _): &(&Column, &Cell)| column.1.starts_with(&["contacts", "support"]);
    let has_support = SUPPORT.contains(&column) && filled.iter().any(is_of_support);
    has_support || COLUMNS[..REQUIRED].iter().any(|(name, _)| *name == column)
}

/// Puts the place of a row's contacts where its independent contact is to be written, filled or not: that is what a ward without one
/// is told.
fn place_contacts(tree: &mut Node, columns: &[Option<&Column>], row: &[Cell]) {
    let place = columns.iter().position(|column| column.is_some_and(|(name, _)| *name == SUPPORT[0]));
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

type Column = (&'static str, &'static [&'static str]);

/// Returns the column of each cell of the first row; nothing where the list can't be used for want of one.
fn columns(head: &[Cell], reader: &mut Reader<'_>) -> Option<Vec<Option<&'static Column>>> {
    let known: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
    let simple = |words: &str| {
        words.to_lowercase().replace(['_', '-', ':'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut found = Vec::new();
    for cell in head {
        let column = COLUMNS.iter().find(|(name, _)| *name == simple(&cell.words));
        if column.is_none() && !cell.words.is_empty() {
            reader.problems.push(sheets::unknown_column(&cell.words, cell.span, &known));
        }
        found.push(column);
    }
    let has_support = found.iter().flatten().any(|(_, path)| path.starts_with(&["contacts", "support"]));
    let missing: Vec<&str> = (known[..REQUIRED].iter().copied())
        .chain(SUPPORT.into_iter().filter(|_| has_support))
        .filter(|name| !found.iter().flatten().any(|(known, _)| known == name))
        .collect();
    let span = Span::new(reader.file, head[0].span.start as usize, head[head.len() - 1].span.end as usize);
    reader.problems.extend(missing.iter().map(|name| sheets::missing_column(name, span)));
    missing.is_empty().then_some(found)
}

/// Returns a row as the tree of a ward's file. Each part stands where its cell does, and a group where its first cell is.
fn tree(cells: &[(&Column, &Cell)], row: Span) -> Node {
    let mut root = Node { span: row, value: Value::Map(Vec::new()) };
    for ((name, path), cell) in cells.iter().filter(|(column, _)| !column.1.is_empty()) {
        put(&mut root, path, value(name, cell), cell.span);
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

fn value(column: &str, cell: &Cell) -> Value {
    let words = cell.words.clone();
    if LISTS.contains(&column) {
        let item = |words: &str| Node { span: cell.span, value: Value::Text(words.trim().to_owned()) };
        return Value::List(words.split([',', ';']).filter(|words| !words.trim().is_empty()).map(item).collect());
    }
    if cell.is_number { Value::Number(words) } else { Value::Text(words) }
}
