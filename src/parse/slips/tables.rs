//! Tables that aren't one for Markdown: the line of hyphens below the first row is missing or has other columns, or tabs part the
//! columns, as in what is pasted from Word and Excel. Example: `| Who | Number |` and nothing below but rows.

use std::ops::Range;

use super::shown::{Kind, Shown};
use super::{Fix, Slips};
use crate::problem::catalogue::nearly;

pub(super) fn look(shown: &Shown<'_>, slips: &mut Slips<'_, '_>) {
    for block in shown.blocks.iter().filter(|block| block.kind == Kind::Paragraph) {
        let lines = shown.lines(block);
        let words: Vec<&str> = lines.iter().map(|line| &shown.text[shown.first_word(line)..line.end]).collect();
        for (range, rows) in tables(&words) {
            tell(shown, &lines, &range, &rows, slips);
        }
    }
}

/// Tells of a table in the lines of a paragraph.
fn tell(
    shown: &Shown<'_>,
    lines: &[Range<usize>],
    range: &Range<usize>,
    rows: &[Vec<String>],
    slips: &mut Slips<'_, '_>,
) {
    let (first, last) = (&lines[range.start], &lines[range.end - 1]);
    let at = shown.first_word(first)..last.end;
    if !shown.begins(at.start) {
        return;
    }
    // In a quote or a list each line has signs before it, and the table is written behind them.
    let prefix = &shown.text[shown.whole_lines(&at).start..at.start];
    let prefix: String = prefix.chars().map(|sign| if sign == '>' || sign == '\t' { sign } else { ' ' }).collect();
    let drawn = draw(rows);
    let is_one = Shown::of(&drawn.join("\n")).blocks.iter().all(|block| block.kind == Kind::Cell);
    if is_one {
        // A table doesn't begin in the middle of a paragraph.
        let gap = if range.start > 0 { format!("\n{prefix}") } else { String::new() };
        let fix = Fix::new(at.clone(), format!("{gap}{}", drawn.join(&format!("\n{prefix}"))));
        slips.tell_fix(first_line(&at, shown), &fix, nearly::table);
    } else {
        slips.tell(first_line(&at, shown), |span| nearly::table(span, &drawn.join("\n")));
    }
}

fn first_line(at: &Range<usize>, shown: &Shown<'_>) -> Range<usize> {
    let length = shown.text[at.clone()].lines().next().map_or(0, str::len);
    at.start..at.start + length
}

/// Finds the lines of a paragraph that are rows of tables, and returns the cells of each table.
fn tables(lines: &[&str]) -> Vec<(Range<usize>, Vec<Vec<String>>)> {
    for columns in [by_bars, by_tabs] {
        let rows: Vec<Option<Vec<String>>> = lines.iter().map(|line| columns(line)).collect();
        let mut found = Vec::new();
        let mut done = 0;
        while let Some(start) = rows[done..].iter().position(Option::is_some).map(|at| done + at) {
            let end = start + rows[start..].iter().take_while(|row| row.is_some()).count();
            let cells: Vec<Vec<String>> =
                rows[start..end].iter().flatten().filter(|row| !is_line(row)).cloned().collect();
            let first = lines[start].trim();
            let is_framed = first.len() > 1 && first.starts_with('|') && first.ends_with('|');
            if cells.len() > 1 || is_framed && !cells.is_empty() {
                found.push((start..end, cells));
            }
            done = end;
        }
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

fn by_bars(line: &str) -> Option<Vec<String>> {
    let line = line.trim();
    let is_frame = line.starts_with('+') && line.len() > 2 && line.chars().all(|letter| "+-=".contains(letter));
    if is_frame {
        return Some(vec!["-".to_owned()]);
    }
    let is_row = line.starts_with('|') && line[1..].contains('|') || line.contains(" | ");
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

fn by_tabs(line: &str) -> Option<Vec<String>> {
    let line = line.trim();
    line.contains('\t').then(|| line.split('\t').map(|cell| cell.trim().replace('|', "\\|")).collect())
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
