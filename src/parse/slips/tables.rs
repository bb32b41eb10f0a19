//! Tables that aren't one for Markdown: the line of hyphens below the first row is missing or has other columns, or tabs part the
//! columns, as in what is pasted from Word and Excel, or semicolons or wide spaces do. Example: `| Who | Number |` and nothing below but
//! rows.

use std::ops::Range;

use super::printed::{Printed, PrintedKind};
use super::{Fix, Slips};
use crate::problem::Severity;
use crate::problem::catalogue::nearly;

pub(super) fn look(shown: &Printed<'_>, slips: &mut Slips<'_, '_>) {
    for block in shown.blocks.iter().filter(|block| block.kind == PrintedKind::Paragraph) {
        // A line by itself is a table only between bars.
        if !shown.text[block.range.clone()].contains(['\n', '|']) {
            continue;
        }
        let lines = shown.lines(block);
        let words: Vec<PrintedLine<'_>> = lines.iter().map(|line| PrintedLine::of(shown, line)).collect();
        for table in tables(&words) {
            tell(shown, &lines, &table, slips);
        }
    }
}

/// A line as it is written, and what is printed of it byte for byte.
#[derive(Clone, Copy)]
struct PrintedLine<'a> {
    text: &'a str,
    printed: &'a str,
}

impl<'a> PrintedLine<'a> {
    fn of(shown: &'a Printed<'_>, line: &Range<usize>) -> Self {
        let start = shown.first_sign(line);
        PrintedLine { text: &shown.text[start..line.end], printed: &shown.mask[start..line.end] }
    }
}

/// Lines of a paragraph that were to be a table.
struct PipeTable {
    lines: Range<usize>,
    rows: Vec<Vec<String>>,
    /// A warning where the signs between the columns can be others.
    severity: Severity,
}

/// Tells of a table in the lines of a paragraph.
fn tell(shown: &Printed<'_>, lines: &[Range<usize>], table: &PipeTable, slips: &mut Slips<'_, '_>) {
    let (first, last) = (&lines[table.lines.start], &lines[table.lines.end - 1]);
    let at = shown.first_sign(first)..last.end;
    slips.tables.push(at.clone());
    // In a quote or a list each line has signs before it, and the table is written behind them.
    let prefix = &shown.text[shown.whole_lines(&at).start..at.start];
    let prefix: String = prefix.chars().map(|sign| if sign == '>' || sign == '\t' { sign } else { ' ' }).collect();
    let drawn = draw(&table.rows);
    let is_one = Printed::of(&drawn.join("\n")).blocks.iter().all(|block| block.kind == PrintedKind::Cell);
    let problem = |span, written: &str| nearly::table(span, table.severity, written);
    if is_one {
        // A table doesn't begin in the middle of a paragraph, and whatever follows without an empty line is its next row.
        let empty = format!("\n{prefix}");
        let before = if table.lines.start > 0 { &*empty } else { "" };
        let after = if table.lines.end < lines.len() { &*empty } else { "" };
        let fix = Fix::new(at.clone(), format!("{before}{}{after}", drawn.join(&format!("\n{prefix}"))));
        slips.tell_fix(first_line(&at, shown), &fix, problem);
    } else {
        slips.tell(first_line(&at, shown), |span| problem(span, &drawn.join("\n")));
    }
}

fn first_line(at: &Range<usize>, shown: &Printed<'_>) -> Range<usize> {
    let length = shown.text[at.clone()].lines().next().map_or(0, str::len);
    at.start..at.start + length
}

/// Finds the lines of a paragraph that are rows of tables, and returns the cells of each table.
fn tables(lines: &[PrintedLine<'_>]) -> Vec<PipeTable> {
    let mut found = Vec::new();
    let mut done = 0;
    while done < lines.len() {
        let table =
            [by_bars, by_tabs].iter().find_map(|columns| sure(lines, done, columns)).or_else(|| guess(lines, done));
        done = table.as_ref().map_or(done + 1, |table| table.lines.end);
        found.extend(table);
    }
    found
}

/// Returns the table that begins with a line, by signs that nothing else can mean.
fn sure(
    lines: &[PrintedLine<'_>],
    start: usize,
    columns: &dyn Fn(&PrintedLine<'_>) -> Option<Vec<String>>,
) -> Option<PipeTable> {
    let rows: Vec<Vec<String>> = lines[start..].iter().map_while(columns).collect();
    let end = start + rows.len();
    let rows: Vec<Vec<String>> = rows.into_iter().filter(|row| !is_line(row)).collect();
    let first = lines[start].text.trim();
    let is_framed = first.len() > 1 && first.starts_with('|') && first.ends_with('|');
    let is_table = rows.len() > 1 || is_framed && !rows.is_empty();
    is_table.then_some(PipeTable { lines: start..end, rows, severity: Severity::Error })
}

/// Returns the table that begins with a line, by signs that are the same number of times in each line.
fn guess(lines: &[PrintedLine<'_>], start: usize) -> Option<PipeTable> {
    [by_semicolons, by_commas, by_spaces].iter().find_map(|columns| {
        let width = columns(&lines[start])?.len();
        let rows = lines[start..].iter().map_while(|line| columns(line).filter(|row| row.len() == width));
        let rows: Vec<Vec<String>> = rows.collect();
        let lines = start..start + rows.len();
        (rows.len() > 1).then_some(PipeTable { lines, rows, severity: Severity::Warning })
    })
}

fn by_bars(line: &PrintedLine<'_>) -> Option<Vec<String>> {
    if !line.text.contains('|') && !line.text.contains('+') {
        return None;
    }
    let is_printed = line.printed.contains(['|', '+']);
    let line = line.text.trim();
    let is_frame = line.starts_with('+') && line.len() > 2 && line.chars().all(|letter| "+-=".contains(letter));
    if is_frame {
        return Some(vec!["-".to_owned()]);
    }
    let is_row = is_printed && (line.starts_with('|') && line[1..].contains('|') || line.contains(" | "));
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    is_row.then(|| cells(inner))
}

/// Parts a row at its bars, but not at those inside references and placeholders, nor at those that are escaped.
fn cells(row: &str) -> Vec<String> {
    let (mut cells, mut cell, mut depth, mut before) = (Vec::new(), String::new(), 0usize, ' ');
    for letter in row.chars() {
        match letter {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if letter == '|' && depth == 0 && before != '\\' {
            cells.push(std::mem::take(&mut cell).trim().to_owned());
        } else {
            if letter == '|' && before != '\\' {
                cell.push('\\');
            }
            cell.push(letter);
        }
        before = letter;
    }
    cells.push(cell.trim().to_owned());
    cells
}

fn by_tabs(line: &PrintedLine<'_>) -> Option<Vec<String>> {
    let line = line.text.trim();
    line.contains('\t').then(|| line.split('\t').map(cell).collect())
}

fn cell(words: &str) -> String {
    words.trim().replace('|', "\\|")
}

/// Parts a line at semicolons; those of a sentence have a space after them, and there are seldom two.
fn by_semicolons(line: &PrintedLine<'_>) -> Option<Vec<String>> {
    let printed = line.printed.trim_end();
    let places: Vec<usize> = printed.match_indices(';').map(|(at, _)| at).collect();
    let is_tight = places.iter().all(|at| !printed[at + 1..].starts_with(' '));
    let is_row = !places.is_empty() && (is_tight || places.len() > 1) && !printed.ends_with(['.', ';', '!', '?']);
    is_row.then(|| parts(line.text, &places))
}

/// Parts a line at commas without a space after them, but not in numbers such as 1,000.
fn by_commas(line: &PrintedLine<'_>) -> Option<Vec<String>> {
    let printed = line.printed.trim_end();
    let all: Vec<usize> = printed.match_indices(',').map(|(at, _)| at).collect();
    let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let is_of_number = |at: usize| digit(printed[..at].chars().next_back()) && digit(printed[at + 1..].chars().next());
    let places: Vec<usize> = all.into_iter().filter(|at| !is_of_number(*at)).collect();
    let is_row = !places.is_empty()
        && places
            .iter()
            .all(|at| printed[at + 1..].starts_with(|letter: char| letter.is_alphanumeric() || letter == ','))
        && !printed.ends_with(['.', ',', '!', '?']);
    is_row.then(|| parts(line.text, &places))
}

/// Parts a line at gaps of spaces: wide ones, or several of two that don't follow a full stop.
fn by_spaces(line: &PrintedLine<'_>) -> Option<Vec<String>> {
    let printed = line.printed.trim_end();
    let (mut cells, mut done, mut widest, mut at) = (Vec::new(), 0, 0, 0);
    while let Some(gap) = printed[at..].find("  ").map(|gap| at + gap) {
        let length = printed[gap..].len() - printed[gap..].trim_start_matches(' ').len();
        at = gap + length;
        if length > 2 || !printed[..gap].ends_with(['.', '!', '?', ':', ';', ',']) {
            cells.push(cell(&line.text[done..gap]));
            (done, widest) = (at, widest.max(length));
        }
    }
    cells.push(cell(&line.text[done..]));
    (cells.len() > 1 && cells.iter().all(|cell| !cell.is_empty()) && (widest > 2 || cells.len() > 2)).then_some(cells)
}

/// Parts a line at signs of one byte.
fn parts(text: &str, places: &[usize]) -> Vec<String> {
    let mut cells = Vec::new();
    let mut done = 0;
    for at in places {
        cells.push(cell(&text[done..*at]));
        done = at + 1;
    }
    cells.push(cell(&text[done..]));
    cells
}

/// Tells whether a row is the line between head and rows.
fn is_line(row: &[String]) -> bool {
    row.iter().all(|cell| cell.chars().all(|letter| "-:= ".contains(letter)))
        && row.iter().any(|cell| cell.contains(['-', '=']))
}

fn draw(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(1);
    let row = |cells: &[String]| {
        let missing = std::iter::repeat_n(String::new(), columns - cells.len());
        format!("| {} |", cells.iter().cloned().chain(missing).collect::<Vec<_>>().join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(|cells| row(cells)).collect();
    lines.insert(1, format!("|{}", " --- |".repeat(columns)));
    lines
}
