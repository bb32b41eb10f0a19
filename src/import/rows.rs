//! The rows of a sheet → standards, and what of it is none.

use std::collections::BTreeMap;

use super::columns::{StandardColumn, WANTED, column};
use super::file::after_bullet;
use super::{KnownDomain, SheetStandard};
use crate::model::read::id::is_id;
use crate::problem::fault::{Fault, importing};
use crate::problem::suggest;
use crate::read::sheet::{Cell, CellContent, Sheet, SheetRow, letters, plain_heading};

/// What the rows of a sheet say.
#[derive(Debug, Default)]
pub struct Rows {
    pub columns: Vec<(String, &'static str)>,
    pub standards: Vec<SheetStandard>,
    pub notes: Vec<String>,
}

/// Returns the standards of a sheet; a fault where no row names its columns.
pub fn read(sheet: &Sheet, domains: &[KnownDomain], shown: &str) -> Result<Rows, Fault> {
    let is_head = |row: &&SheetRow| WANTED.is_head(row.cells.iter().map(|cell| cell.words.as_str()));
    let Some(head) = sheet.rows.iter().find(is_head) else { return Err(importing::no_columns(shown)) };
    let mut rows = Rows::default();
    let columns = rows.columns(head);
    if !columns.values().any(|found| *found == StandardColumn::Text) {
        return Err(importing::no_columns(shown));
    }
    let below: Vec<&SheetRow> = sheet.rows.iter().filter(|row| row.number > head.number).collect();
    rows.tell_left_out(head, &below, &columns);
    rows.tell_empty(head.number, &below);
    rows.tell_merged(&below, &columns);
    for row in &below {
        rows.add(row, &columns, domains);
    }
    Ok(rows)
}

impl Rows {
    /// Returns what each column holds, by its place.
    fn columns(&mut self, head: &SheetRow) -> BTreeMap<usize, StandardColumn> {
        let mut columns = BTreeMap::new();
        for (at, cell) in head.cells.iter().enumerate().filter(|(_, cell)| !cell.words.is_empty()) {
            let Some(found) = column(&cell.words) else { continue };
            let is_of_many = matches!(found, StandardColumn::Outcomes | StandardColumn::Guidance);
            if !is_of_many && columns.values().any(|other| *other == found) {
                let place = letters(at);
                self.notes.push(format!(
                    "column {place}, “{}”: another column is {} already",
                    cell.words,
                    found.name()
                ));
                continue;
            }
            self.columns.push((cell.words.clone(), found.name()));
            columns.insert(at, found);
        }
        columns
    }

    /// Tells of columns that a standard has no place for, where they say something.
    fn tell_left_out(&mut self, head: &SheetRow, below: &[&SheetRow], columns: &BTreeMap<usize, StandardColumn>) {
        for (at, heading) in head.cells.iter().enumerate().filter(|(at, _)| !columns.contains_key(at)) {
            let filled = below.iter().filter(|row| row.cells.get(at).is_some_and(|cell| !cell.words.is_empty()));
            let count = filled.count();
            if column(&heading.words).is_some() || heading.words.is_empty() && count == 0 {
                continue;
            }
            let name = if heading.words.is_empty() {
                "without a heading".to_owned()
            } else {
                format!("“{}”", heading.words)
            };
            let rows = if count == 1 { "1 row" } else { &format!("{count} rows") };
            self.notes.push(format!(
                "column {}, {name}: a standard has no place for it, so it isn't taken in ({rows})",
                letters(at)
            ));
        }
    }

    fn tell_empty(&mut self, head: usize, below: &[&SheetRow]) {
        let last = below.last().map_or(head, |row| row.number);
        let is_there = |number: &usize| below.iter().any(|row| row.number == *number);
        let empty: Vec<String> =
            (head + 1..=last).filter(|number| !is_there(number)).map(|row| row.to_string()).collect();
        match empty.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            [] => {}
            [row] => self.notes.push(format!("row {row}: empty, so it is passed over")),
            rows => self.notes.push(format!("rows {}: empty, so they are passed over", suggest::list(rows))),
        }
    }

    fn add(&mut self, row: &SheetRow, columns: &BTreeMap<usize, StandardColumn>, domains: &[KnownDomain]) {
        self.tell_cells(row, columns);
        let cell = |wanted: StandardColumn| {
            let found = columns.iter().filter(move |(_, column)| **column == wanted).map(|(at, _)| *at);
            found.filter_map(|at| row.cells.get(at)).filter(|cell| !cell.words.is_empty())
        };
        let is_taken = |one: &&Cell| !matches!(one.content, CellContent::Error | CellContent::Uncalculated);
        let words = |wanted: StandardColumn| cell(wanted).filter(is_taken).map(|one| one.words.clone());
        let more = SheetStandard {
            outcomes: each(&words(StandardColumn::Outcomes).collect::<Vec<_>>()),
            guidance: words(StandardColumn::Guidance).collect(),
            ..SheetStandard::default()
        };
        match cell(StandardColumn::Text).find(|one| !one.is_copied) {
            Some(text) if is_taken(&text) => {
                let standard = SheetStandard { text: text.words.clone(), ..more };
                let [number, domain, title] =
                    [StandardColumn::Number, StandardColumn::Domain, StandardColumn::Title].map(|of| words(of).next());
                match placed(standard, number, domain, title, domains, &self.standards) {
                    Ok(standard) => self.standards.push(standard),
                    Err(why) => self.notes.push(format!("row {}: {why}, so it isn't taken in", row.number)),
                }
            }
            // Its words are an error or a formula, as was told; what stands beside it belongs to no other standard.
            Some(_) => {}
            None => self.add_to_last(more, row.number),
        }
    }

    /// Adds outcomes and guidance that stand below a standard, whose cell may be merged with theirs.
    fn add_to_last(&mut self, more: SheetStandard, row: usize) {
        let has_more = !more.outcomes.is_empty() || !more.guidance.is_empty();
        let Some(last) = self.standards.last_mut().filter(|_| has_more) else {
            self.notes.push(format!("row {row}: no words of a standard, so nothing of it is taken in"));
            return;
        };
        last.outcomes.extend(more.outcomes);
        for words in more.guidance {
            if !last.guidance.contains(&words) {
                last.guidance.push(words);
            }
        }
    }

    fn tell_cells(&mut self, row: &SheetRow, columns: &BTreeMap<usize, StandardColumn>) {
        for at in columns.keys() {
            if let Some(cell) = row.cells.get(*at) {
                self.tell_cell(row, *at, cell);
            }
        }
        if let Some((at, range)) = &row.merged {
            let words = row.cells.get(*at).map_or("", |cell| cell.words.as_str());
            let place = columns.get(at).map_or("no column of a standard", |column| column.name());
            self.notes.push(format!("{range}: merged cells; “{}” counts for {place} alone", start(words)));
        }
    }

    /// Tells of a cell whose value isn't simply what somebody wrote into it.
    fn tell_cell(&mut self, row: &SheetRow, at: usize, cell: &Cell) {
        let place = format!("{}{}", letters(at), row.number);
        let words = start(&cell.words);
        let note = match cell.content {
            CellContent::Error => format!("{place}: Excel shows the error {words}, so it isn't taken in"),
            CellContent::Uncalculated => format!("{place}: a formula without a result, so it isn't taken in"),
            _ if cell.is_formula => format!("{place}: a formula; what it shows now, “{words}”, is taken in"),
            _ => return,
        };
        self.notes.push(note);
    }

    /// Tells of cells that were merged downwards: their words count for each of their rows.
    fn tell_merged(&mut self, below: &[&SheetRow], columns: &BTreeMap<usize, StandardColumn>) {
        for at in columns.keys() {
            let is_copied = |row: &&SheetRow| row.cells.get(*at).is_some_and(|cell| cell.is_copied);
            for rows in below.chunk_by(|_, next| is_copied(next)).filter(|rows| rows.iter().any(is_copied)) {
                let (Some(first), Some(last)) = (rows.first(), rows.last()) else { continue };
                let (letters, words) = (letters(*at), first.cells.get(*at).map_or("", |cell| cell.words.as_str()));
                self.notes.push(format!(
                    "{letters}{}:{letters}{}: merged cells; “{}” counts for each of these rows",
                    first.number,
                    last.number,
                    start(words)
                ));
            }
        }
    }
}

/// Returns a standard with its number, domain and title, or why it has no place among the others.
fn placed(
    standard: SheetStandard,
    number: Option<String>,
    domain: Option<String>,
    title: Option<String>,
    domains: &[KnownDomain],
    others: &[SheetStandard],
) -> Result<SheetStandard, String> {
    let number = number.map(|words| bare_number(&words));
    let Some(place) = place(domain.as_deref(), number.as_deref(), domains) else {
        let said = domain.map_or_else(|| "no domain".to_owned(), |domain| format!("the domain “{}”", start(&domain)));
        return Err(format!("{said}, which the pack doesn't have"));
    };
    let in_domain = others.iter().filter(|other| other.domain == place).count();
    let id = number.unwrap_or_else(|| format!("{}.{}", domains[place].number, in_domain + 1));
    if !is_id(&id) {
        return Err(format!("“{id}” can't be a number of a standard"));
    }
    if others.iter().any(|other| other.id == id) {
        return Err(format!("a standard {id} stands further up"));
    }
    let title = title.map_or_else(|| format!("Standard {id}"), |title| title.replace('\n', " "));
    Ok(SheetStandard { id, domain: place, title, ..standard })
}

/// Returns the first words of a cell.
fn start(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default();
    let short: String = line.chars().take(40).collect();
    if short.len() < words.len() { format!("{short}…") } else { short }
}

/// Returns each outcome of some cells: a line of a cell is one where all its lines are items of a list.
fn each(cells: &[String]) -> Vec<String> {
    let split = |cell: &String| -> Vec<String> {
        let lines: Vec<&str> = cell.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let items: Option<Vec<String>> = lines.iter().map(|line| after_bullet(line).map(str::to_owned)).collect();
        items.filter(|items| items.len() > 1).unwrap_or_else(|| vec![cell.clone()])
    };
    cells.iter().flat_map(split).collect()
}

/// Returns the number of a standard without what is written around it: `Standard 3.1:` is `3.1`.
fn bare_number(words: &str) -> String {
    let plain = words.trim().to_lowercase();
    let bare = plain.strip_prefix("standard").unwrap_or(&plain);
    bare.trim_matches(|letter: char| letter.is_whitespace() || ".:)#(".contains(letter)).replace(' ', "-")
}

/// Returns the domain that a cell means, by its number or its words, or else the one that a number such as `3.1` begins with.
fn place(said: Option<&str>, number: Option<&str>, domains: &[KnownDomain]) -> Option<usize> {
    let leading = |words: &str| -> Option<i64> {
        let words = words.trim().to_lowercase();
        let words = words.strip_prefix("domain").unwrap_or(&words).trim_start();
        let digits: String = words.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    };
    let numbered = |number: i64| domains.iter().position(|domain| domain.number == number);
    let Some(said) = said else {
        return number.filter(|number| number.contains('.')).and_then(leading).and_then(numbered);
    };
    if let Some(number) = leading(said) {
        return numbered(number);
    }
    let plain = |words: &str| plain_heading(&words.replace(['&', ','], " ").replace(" and ", " "));
    let said = plain(said);
    let is_it = |domain: &KnownDomain| {
        let title = plain(&domain.title);
        [title.as_str(), &plain(&domain.id)].contains(&said.as_str()) || said.len() > 4 && title.starts_with(&said)
    };
    domains.iter().position(is_it)
}
