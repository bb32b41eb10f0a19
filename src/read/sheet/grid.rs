//! Cells by row and column, as a file gives them → the sheet that they make.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cell, CellContent, LINE_BREAK, MOST_COLUMNS, MOST_ROWS, Sheet, SheetRow, Wanted, encoding, letters};
use crate::problem::catalogue::lists::Flaw;

/// A row and a column, counted from 0.
pub type Position = (usize, usize);

/// The cells of one sheet that say something.
#[derive(Debug, Default)]
pub struct Grid {
    rows: BTreeMap<usize, BTreeMap<usize, (String, CellContent)>>,
    pub hidden_rows: BTreeSet<usize>,
    pub hidden_columns: BTreeSet<usize>,
    /// The first and the last cell of those that were merged.
    pub merges: Vec<(Position, Position)>,
    /// The cells whose value a formula gave.
    pub formulas: BTreeSet<Position>,
    /// Words are taken as they stand, with the spaces in them.
    pub is_verbatim: bool,
    flaws: Vec<(Option<Position>, Flaw)>,
    /// The first cell that is further down or right than any list goes.
    stray: Option<(Position, String)>,
}

impl Grid {
    /// Takes a cell in. One without words counts for nothing.
    pub fn put(&mut self, (row, column): Position, words: &str, content: CellContent) {
        let is_stray = row >= MOST_ROWS || column >= MOST_COLUMNS;
        // One of them is told, and the others, of which there may be very many, needn't be looked at.
        if is_stray && self.stray.is_some() {
            return;
        }
        let words = if self.is_verbatim { words.trim_end().to_owned() } else { clean(words) };
        if words.is_empty() {
            return;
        }
        if is_stray {
            self.stray.get_or_insert(((row, column), words));
            return;
        }
        if let Some((written, meant)) = encoding::misread(&words) {
            self.flaws.push((Some((row, column)), Flaw::Letters { written, meant }));
        }
        self.rows.entry(row).or_default().insert(column, (words, content));
    }

    /// Notes what is wrong with a cell, or with the list as a whole.
    pub fn tell(&mut self, at: Option<Position>, flaw: Flaw) {
        self.flaws.push((at, flaw));
    }

    /// Tells whether one of the rows names the columns of the table that is wanted.
    pub fn has_head(&self, wanted: &Wanted) -> bool {
        self.rows.values().any(|row| wanted.is_head(row.values().map(|(words, _)| words.as_str())))
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the sheet that the cells make.
    pub fn into_sheet(mut self, name: Option<String>) -> Sheet {
        let copied = self.copy_down();
        let width = self.rows.values().filter_map(|row| row.last_key_value()).map(|(column, _)| column + 1).max();
        let mut sheet =
            Sheet { name, hidden_columns: self.hidden_columns.iter().copied().collect(), ..Sheet::default() };
        let is_torn = |(at, flaw): &(Option<Position>, Flaw)| flaw.tears_row().then_some(at.as_ref()?.0);
        let torn: BTreeSet<usize> = self.flaws.iter().filter_map(is_torn).collect();
        let mut merged = self.merged();
        let mut lines = 0;
        for (number, mut filled) in std::mem::take(&mut self.rows) {
            sheet.shown.push_str(&"\n".repeat(number - lines));
            lines = number + 1;
            let cells = (0..width.unwrap_or(0)).map(|column| {
                if column > 0 {
                    sheet.shown.push('\t');
                }
                let start = sheet.shown.len();
                let (words, content) = filled.remove(&column).unwrap_or((String::new(), CellContent::Words));
                sheet.shown.extend(words.chars().map(|letter| if letter == '\n' { LINE_BREAK } else { letter }));
                let is_copied = copied.contains(&(number, column));
                let is_formula = self.formulas.contains(&(number, column));
                Cell { words, content, is_copied, is_formula, at: start..sheet.shown.len() }
            });
            let cells = cells.collect();
            sheet.shown.push('\n');
            let (is_hidden, is_torn) = (self.hidden_rows.contains(&number), torn.contains(&number));
            let merged = merged.remove(&number);
            sheet.rows.push(SheetRow { number: number + 1, cells, is_hidden, is_torn, merged });
        }
        sheet.flaws = self.placed_flaws(&sheet);
        sheet
    }

    /// Gives the value of cells that were merged downwards to each of them, since that is how Excel shows it. Rows that say nothing else
    /// stay empty. Returns the cells that have got one.
    fn copy_down(&mut self) -> BTreeSet<Position> {
        let mut copied = BTreeSet::new();
        for ((first, column), (last, last_column)) in &self.merges {
            let Some(value) = self.rows.get(first).and_then(|row| row.get(column)).cloned() else { continue };
            if column != last_column || first >= last {
                continue;
            }
            for (number, row) in self.rows.range_mut(first + 1..=*last) {
                row.insert(*column, value.clone());
                copied.insert((*number, *column));
            }
        }
        copied
    }

    /// Returns, by row, the first cell that says something and was merged with those on its right.
    fn merged(&self) -> BTreeMap<usize, (usize, String)> {
        let name = |(row, column): Position| format!("{}{}", letters(column), row + 1);
        let mut across: Vec<&(Position, Position)> =
            self.merges.iter().filter(|(first, last)| last.1 > first.1).collect();
        across.sort_unstable_by(|one, other| other.cmp(one));
        // The first of a row comes last, and takes the place of those after it.
        across
            .into_iter()
            .map(|(first, last)| (first.0, (first.1, format!("{}:{}", name(*first), name(*last)))))
            .collect()
    }

    fn placed_flaws(&mut self, sheet: &Sheet) -> Vec<(Option<std::ops::Range<usize>>, Flaw)> {
        let place = |(row, column): Position| {
            let found = sheet.rows.binary_search_by_key(&(row + 1), |row| row.number).ok()?;
            sheet.rows[found].cells.get(column).map(|cell| cell.at.clone())
        };
        let flaws = std::mem::take(&mut self.flaws).into_iter();
        let mut placed: Vec<_> = flaws.map(|(at, flaw)| (at.and_then(place), flaw)).collect();
        placed.extend(self.stray.take().map(|((row, column), words)| {
            let cell = format!("{}{}", letters(column), row + 1);
            (None, Flaw::TooFar { cell, words, rows: MOST_ROWS, columns: letters(MOST_COLUMNS - 1) })
        }));
        placed
    }
}

/// Returns the words of a cell: its lines, without spaces around them and empty lines around them all. What can't be seen and breaks no
/// word is left out: it comes with copied text, and makes two ids of one. So are marks of the direction of writing that stand beside
/// nothing but ASCII, as in phone numbers copied from an address book.
fn clean(words: &str) -> String {
    let is_break = |letter: char| matches!(letter, '\n' | '\u{B}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let is_mark =
        |letter: char| matches!(letter, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    let words = words.replace(['\u{AD}', '\u{200B}', '\u{2060}', '\u{FEFF}'], "");
    let has_letters_of_ascii = words.chars().all(|letter| letter.is_ascii() || is_mark(letter));
    let words = if has_letters_of_ascii { words.replace(is_mark, "") } else { words };
    let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    words.split(is_break).map(line).collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned()
}
