//! What a workbook says beside its values: which sheets, rows and columns Excel shows, which cells are merged, and which formulas
//! have no value. calamine reads none of it.

use std::collections::BTreeSet;
use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use roxmltree::{Document, Node};

use super::grid::Position;
use super::package::Package;
use super::{CellContent, MOST_COLUMNS, MOST_ROWS};
use crate::problem::catalogue::lists::Unreadable;

/// A sheet of a workbook, and the part that holds it.
pub struct SheetPart {
    pub name: String,
    path: String,
    pub is_visible: bool,
}

/// Returns the sheets of a workbook in their order, without those of charts.
pub fn parts(package: &mut Package<'_>) -> Result<Vec<SheetPart>, Unreadable> {
    let no_workbook = || Unreadable::NoWorkbook;
    let roots = package.text("_rels/.rels").ok_or_else(no_workbook)?;
    let workbook = relations(&roots, "").into_iter().find(|relation| relation.kind == "officeDocument");
    let path = workbook.ok_or_else(no_workbook)?.target;
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let relations = package.text(&format!("{folder}/_rels/{name}.rels")).map(|text| relations(&text, folder));
    let relations = relations.ok_or_else(no_workbook)?;
    let text = package.text(&path).ok_or_else(no_workbook)?;
    let document = Document::parse(&text).map_err(damaged)?;
    let sheets = document.descendants().filter(|node| node.tag_name().name() == "sheet");
    let part = |sheet: Node<'_, '_>| {
        let id = sheet.attributes().find(|attribute| attribute.name() == "id")?.value();
        let relation = relations.iter().find(|relation| relation.id == id && relation.kind == "worksheet")?;
        let is_visible = sheet.attribute("state").is_none_or(|state| state == "visible");
        Some(SheetPart { name: sheet.attribute("name")?.to_owned(), path: relation.target.clone(), is_visible })
    };
    Ok(sheets.filter_map(part).collect())
}

/// Where one part leads to another.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

fn relations(text: &str, folder: &str) -> Vec<Relation> {
    let Ok(document) = Document::parse(text) else { return Vec::new() };
    let relation = |node: Node<'_, '_>| {
        let target = node.attribute("Target")?;
        let target = target.strip_prefix('/').map_or_else(|| format!("{folder}/{target}"), str::to_owned);
        let kind = node.attribute("Type")?.rsplit('/').next()?.to_owned();
        Some(Relation { id: node.attribute("Id")?.to_owned(), kind, target: target.trim_start_matches('/').to_owned() })
    };
    document.descendants().filter_map(relation).collect()
}

/// Reports a workbook that says it has more strings than it could hold: calamine makes room for as many as it says.
pub fn check_sizes(package: &mut Package<'_>) -> Result<(), Unreadable> {
    let Some(part) = package.part("xl/sharedStrings.xml") else { return Ok(()) };
    let mut reader = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start) | Event::Empty(start)) if is(&start, "sst") => {
                let count = attribute(&start, "uniqueCount").and_then(|count| count.parse::<u64>().ok()).unwrap_or(0);
                let is_possible = count <= (MOST_ROWS * MOST_COLUMNS) as u64;
                return if is_possible {
                    Ok(())
                } else {
                    Err(damaged("it says that it has more texts than it can hold"))
                };
            }
            Ok(Event::Eof) | Err(_) => return Ok(()),
            Ok(_) => {}
        }
    }
}

/// What a sheet says beside its values. Rows and columns count from 0.
#[derive(Default)]
pub struct Layout {
    pub hidden_rows: BTreeSet<usize>,
    pub hidden_columns: BTreeSet<usize>,
    /// The first and the last cell of those that were merged.
    pub merges: Vec<(Position, Position)>,
    /// Errors, and formulas without a result.
    pub without_value: Vec<(Position, String, CellContent)>,
    /// The cells whose value a formula gave.
    pub formulas: BTreeSet<Position>,
}

/// Where in a sheet its reader is.
#[derive(Default)]
struct SheetPosition {
    row: usize,
    column: usize,
    is_error: bool,
    /// The result is text, and may be none.
    is_text: bool,
    formula: Option<String>,
    value: Option<String>,
    /// The element whose text is read.
    inside: Option<&'static str>,
}

impl Layout {
    /// Reads a sheet from its start to its end, piece by piece.
    pub fn read(package: &mut Package<'_>, part: &SheetPart) -> Result<Layout, Unreadable> {
        let source = package.part(&part.path).ok_or(Unreadable::NoWorkbook)?;
        let mut reader = Reader::from_reader(BufReader::new(source));
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().check_end_names = false;
        let (mut layout, mut here, mut buffer) = (Layout::default(), SheetPosition::default(), Vec::new());
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(start)) => layout.start(&start, &mut here)?,
                Ok(Event::End(end)) => layout.end(end.local_name().as_ref(), &mut here),
                Ok(Event::Text(text)) => here.text(&text.xml10_content()),
                Ok(Event::GeneralRef(name)) => here.text(resolve_predefined_entity(name.as_ref()).unwrap_or("?")),
                // As many as the rows of a list: what is looked up for each row stays quick.
                Ok(Event::Eof) if layout.merges.len() <= MOST_ROWS => return Ok(layout),
                Ok(Event::Eof) => return Err(damaged("it has more merged cells than a list has rows")),
                Ok(_) => {}
                Err(error) => return Err(damaged(error)),
            }
        }
    }

    fn start(&mut self, start: &BytesStart<'_>, here: &mut SheetPosition) -> Result<(), Unreadable> {
        match start.local_name().as_ref() {
            "dimension" => {
                let is_right = attribute(start, "ref").and_then(|range| cells(&range)).is_some();
                return if is_right { Ok(()) } else { Err(damaged("the size of its sheet is none")) };
            }
            "col" if is_on(start, "hidden") || is_nothing(start, "width") => {
                let number = |name| attribute(start, name).and_then(|number| number.parse::<usize>().ok()).unwrap_or(0);
                let last = number("max").min(MOST_COLUMNS);
                self.hidden_columns.extend((number("min").max(1)..=last).map(|column| column - 1));
            }
            "row" => {
                here.row = attribute(start, "r")
                    .and_then(|row| row.parse().ok())
                    .map_or(here.row, |row: usize| row.saturating_sub(1));
                if (is_on(start, "hidden") || is_nothing(start, "ht")) && here.row < MOST_ROWS {
                    self.hidden_rows.insert(here.row);
                }
            }
            "c" => {
                let at = attribute(start, "r").and_then(|name| cell(&name));
                (here.row, here.column) = at.unwrap_or((here.row, here.column));
                let kind = attribute(start, "t").unwrap_or_default();
                (here.is_error, here.is_text) = (kind == "e", kind == "str");
                (here.formula, here.value) = (None, None);
            }
            "f" => (here.formula, here.inside) = (Some(String::new()), Some("f")),
            "v" => (here.value, here.inside) = (Some(String::new()), Some("v")),
            "is" => here.value = Some(String::from("words")),
            "mergeCell" => self.merges.extend(attribute(start, "ref").and_then(|range| cells(&range)).filter(is_near)),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str, here: &mut SheetPosition) {
        match name {
            "f" | "v" => here.inside = None,
            "row" => (here.row, here.column) = (here.row + 1, 0),
            "c" => {
                let at = (here.row, here.column);
                let is_empty = here.value.as_ref().is_none_or(String::is_empty);
                if here.is_error {
                    let words =
                        here.value.take().filter(|words| !words.is_empty()).unwrap_or_else(|| "#N/A".to_owned());
                    self.without_value.push((at, words, CellContent::Error));
                } else if let Some(formula) = here.formula.take() {
                    if is_empty && !here.is_text {
                        self.without_value.push((at, format!("={formula}"), CellContent::Uncalculated));
                    } else if is_near(&(at, at)) {
                        self.formulas.insert(at);
                    }
                }
                here.column += 1;
            }
            _ => {}
        }
    }
}

impl SheetPosition {
    fn text(&mut self, words: &str) {
        let value = match self.inside {
            Some("f") => &mut self.formula,
            Some(_) => &mut self.value,
            None => return,
        };
        if let Some(value) = value {
            value.push_str(words);
        }
    }
}

fn damaged(why: impl ToString) -> Unreadable {
    Unreadable::Damaged { why: why.to_string() }
}

fn is(start: &BytesStart<'_>, name: &str) -> bool {
    start.local_name().as_ref() == name
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    Some(start.try_get_attribute(name).ok()??.value.into_owned())
}

fn is_on(start: &BytesStart<'_>, name: &str) -> bool {
    attribute(start, name).is_some_and(|value| value == "1" || value == "true")
}

/// Tells whether a width or a height is nothing, which hides too.
fn is_nothing(start: &BytesStart<'_>, name: &str) -> bool {
    attribute(start, name).and_then(|size| size.parse::<f64>().ok()).is_some_and(|size| size <= 0.0)
}

/// Returns the first and the last cell of a range such as `A5:F5`.
fn cells(range: &str) -> Option<(Position, Position)> {
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    let (first, last) = (cell(first)?, cell(last)?);
    (first.0 <= last.0 && first.1 <= last.1).then_some((first, last))
}

fn cell(name: &str) -> Option<Position> {
    let name = name.replace('$', "");
    let digits = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let number = |letter: char| letter.is_ascii_uppercase().then_some(letter as usize - 'A' as usize + 1);
    let column =
        letters.chars().try_fold(0_usize, |column, letter| column.checked_mul(26)?.checked_add(number(letter)?))?;
    Some((row.parse::<usize>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

fn is_near(range: &(Position, Position)) -> bool {
    range.0.0 < MOST_ROWS && range.0.1 < MOST_COLUMNS
}
