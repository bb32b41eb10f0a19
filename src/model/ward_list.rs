//! wards.xlsx or wards.csv: a ward in each row. A row becomes what a ward's own file would say, and is read like one.

mod cells;
mod columns;
mod head;
mod no_value;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::ward::Ward;
use crate::model::read::fields::Reader;
use crate::model::read::id::{as_id, is_id};
use crate::parse::list::{List, ListCell, ListRow};
use crate::parse::yaml::{Key, Node, Value};
use crate::problem::catalogue::{fields, lists, references, sheets};
use crate::span::Span;
pub use columns::{COLUMNS, WardColumn, needed};
use columns::{SUPPORT, is_of_support, is_required};
use head::{Heading, WardListHead, head, whole};

/// A cell with something in it, and its column.
type FilledCell<'r> = (&'static WardColumn, &'r ListCell);

/// The wards of a list, and the ids of its rows that can't be read.
#[derive(Default)]
struct ListedWards {
    good: Vec<Arc<Ward>>,
    broken: Vec<String>,
    /// Where each id stands first.
    first: HashMap<String, Span>,
    /// The ids as disks know them that make no difference between cases.
    in_lower_case: HashSet<String>,
    /// The columns without a name that were told.
    told: HashSet<usize>,
}

/// Returns the wards of a list, and the ids of rows that can't be read. Reports what isn't right about its columns, rows that are no ward
/// or hidden, cells that hold no value, and whatever a ward's own file would be told.
pub fn read(list: &List, reader: &mut Reader<'_>) -> (Vec<Arc<Ward>>, Vec<String>) {
    // Without its columns, any ward may be in it.
    let Some(head) = head(&list.rows, reader) else { return (Vec::new(), vec![String::new()]) };
    let mut wards = ListedWards::default();
    let below = &list.rows[head.row + 1..];
    for row in below {
        wards.add(row, &head, list, reader);
    }
    let mut hidden = below.iter().filter(|row| row.is_hidden);
    if let Some(first) = hidden.next() {
        let place = first.cells.iter().find(|cell| cell.is_filled()).unwrap_or(&first.cells[0]);
        reader.problems.push(sheets::hidden_rows(hidden.count() + 1, place.span));
    }
    for (column, heading) in
        list.rows[head.row].cells.iter().enumerate().filter(|(at, _)| list.hidden_columns.contains(at))
    {
        let says_something = below.iter().any(|row| row.cells[column].is_filled());
        if let Heading::Known((name, ..)) = head.headings[column]
            && says_something
        {
            reader.problems.push(sheets::hidden_column(name, heading.span));
        }
    }
    (wards.good, wards.broken)
}

impl ListedWards {
    /// Reads a row. Whatever is wrong with it, all the rest of it is read too.
    fn add(&mut self, row: &ListRow, head: &WardListHead, list: &List, reader: &mut Reader<'_>) {
        if head.is_again(row) {
            reader.problems.push(lists::headings_again(head.span, whole(row)));
            return;
        }
        let id = head.cells(row).find(|(column, cell)| column.0 == "id" && cell.is_filled()).map(|(_, cell)| cell);
        if !row.is_torn && row.merged.is_none() && is_no_ward(row, head, reader) {
            self.broken.extend(id.filter(|id| is_id(&id.words)).map(|id| id.words.clone()));
            return;
        }
        if self.is_uncertain(row, head, list, reader) {
            self.broken.push(id.map(|id| id.words.clone()).unwrap_or_default());
            return;
        }
        let (mut good, mut bad): (Vec<FilledCell<'_>>, Vec<FilledCell<'_>>) = (Vec::new(), Vec::new());
        for (column, cell) in head.cells(row).filter(|(_, cell)| cell.is_filled()) {
            let mistake = cells::mistake(column, cell);
            if mistake.is_some() { &mut bad } else { &mut good }.push((column, cell));
            reader.problems.extend(mistake);
        }
        let has_support = good.iter().chain(&bad).any(|(column, _)| is_of_support(column));
        let must_be = |column: &WardColumn| is_required(column.0) || has_support && SUPPORT.contains(&column.0);
        let empty: Vec<_> = head.cells(row).filter(|(column, cell)| !cell.is_filled() && must_be(column)).collect();
        let is_told = |(column, _): &&(&WardColumn, &ListCell)| column.0 != "id";
        reader
            .problems
            .extend(empty.iter().filter(is_told).map(|(column, cell)| sheets::empty_cell(column.0, cell.span)));
        let place = id.unwrap_or(&row.cells[head.position("id").unwrap_or(0)]).span;
        if id.is_none() {
            reader.problems.push(sheets::no_id(place));
        }
        let is_new = self.is_new(&good, reader);
        let is_right = is_new && bad.is_empty() && empty.is_empty();
        let mut tree = tree(&good, place, reader);
        for ((name, path, ..), cell) in
            bad.iter().chain(&empty).filter(|(column, _)| is_required(column.0) && column.0 != "id")
        {
            put(&mut tree, path, Value::Text((*name).to_owned()), cell.span);
        }
        place_contacts(&mut tree, head, row);
        let words = id.map(|id| id.words.clone()).unwrap_or_default();
        match Ward::read(words.clone(), &tree, reader).filter(|_| is_right) {
            Some(ward) => self.good.push(Arc::new(Ward { named: place, ..ward })),
            None => self.broken.push(words),
        }
    }

    /// Tells whether the values of a row may be those of other columns, and reports why: merged cells, or a value too many. Reports the
    /// first value of each column without a name.
    fn is_uncertain(&mut self, row: &ListRow, head: &WardListHead, list: &List, reader: &mut Reader<'_>) -> bool {
        if row.is_torn {
            return true;
        }
        if let Some((column, cells)) = &row.merged
            && !matches!(head.headings[*column], Heading::NotRead)
        {
            reader.problems.push(sheets::merged(cells, row.cells[*column].span));
            return true;
        }
        for (column, cell) in head.unnamed(row) {
            // In a CSV file a comma in a value has moved the ones after it to the next columns.
            if !list.is_workbook && column >= head.width() {
                reader.problems.push(sheets::unnamed_column(&cell.words, cell.span));
                return true;
            }
            if self.told.insert(column) {
                reader.problems.push(sheets::unnamed_column(&cell.words, cell.span));
            }
        }
        false
    }

    /// Tells whether the id of a row is the first of its kind. Reports one that isn't, and one that can't be an id.
    fn is_new(&mut self, cells: &[FilledCell<'_>], reader: &mut Reader<'_>) -> bool {
        let Some((_, id)) = cells.iter().find(|(column, _)| column.0 == "id") else { return true };
        if !is_id(&id.words) {
            // A better one that another ward has would be one more mistake.
            let better = as_id(&id.words);
            let better = if self.first.contains_key(&better) { format!("{better}-2") } else { better };
            reader.problems.push(fields::bad_id(id.span, &id.words, &better));
        }
        // Of two that differ by capitals, one can't be an id, and that is what is told.
        let differs_by_case = !self.in_lower_case.insert(id.words.to_lowercase());
        let first = *self.first.entry(id.words.clone()).or_insert(id.span);
        if first != id.span {
            reader.problems.push(references::same_id("ward", &id.words, id.span, first));
        }
        first == id.span && !differs_by_case
    }
}

/// Tells whether a row has so little of what every ward has that it is a note, a sum or a ward that was only begun, and reports it.
fn is_no_ward(row: &ListRow, head: &WardListHead, reader: &mut Reader<'_>) -> bool {
    let required: Vec<_> = head.cells(row).filter(|(column, _)| is_required(column.0)).collect();
    let missing: Vec<&str> =
        required.iter().filter(|(_, cell)| !cell.is_filled()).map(|(column, _)| column.0).collect();
    let has_id = required.iter().any(|(column, cell)| column.0 == "id" && is_id(&cell.words));
    let is_no_ward = missing.len() > 2 || missing.len() == 2 && !missing.contains(&"id") && !has_id;
    if is_no_ward {
        let filled: Vec<&ListCell> = row.cells.iter().filter(|cell| cell.is_filled()).collect();
        let only = if let [one] = filled[..] { Some(one.words.as_str()) } else { None };
        reader.problems.push(lists::no_ward(only, &missing, whole(row)));
    }
    is_no_ward
}

/// Puts the place of a row's contacts where its independent contact is to be written, filled or not: that is what a ward without one
/// is told.
fn place_contacts(tree: &mut Node, head: &WardListHead, row: &ListRow) {
    let Some(cell) = head.position(SUPPORT[0]).and_then(|place| row.cells.get(place)) else { return };
    let Value::Map(entries) = &mut tree.value else { return };
    match entries.iter_mut().find(|(key, _)| key.name == "contacts") {
        Some((key, _)) => key.span = cell.span,
        None => {
            let key = Key { name: "contacts".to_owned(), span: cell.span };
            entries.push((key, Node { span: cell.span, value: Value::Map(Vec::new()) }));
        }
    }
}

/// Returns a row as the tree of a ward's file. Each part stands where its cell does, and a group where its first cell is.
fn tree(cells: &[FilledCell<'_>], row: Span, reader: &mut Reader<'_>) -> Node {
    let mut root = Node { span: row, value: Value::Map(Vec::new()) };
    for (column, cell) in cells.iter().filter(|(column, _)| !column.1.is_empty()) {
        put(&mut root, column.1, cells::value(column, cell, &mut reader.problems), cell.span);
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
