//! Four spaces or a tab before a paragraph, as Word indents the first line: Markdown takes it for code. Example: `    We can talk.`

use super::printed::{Printed, PrintedKind};
use super::{Fix, Slips};
use crate::problem::Severity;
use crate::problem::catalogue::nearly;

pub(super) fn look(shown: &Printed<'_>, slips: &mut Slips<'_, '_>) {
    for block in shown.blocks.iter().filter(|block| block.kind == PrintedKind::IndentedCode) {
        let text = &shown.text[block.range.clone()];
        let words = text.trim_start();
        let at = block.range.start + text.len() - words.len()..block.range.end;
        let first = at.start..at.start + words.lines().next().map_or(0, str::len);
        let line = shown.whole_lines(&(first.start..first.start));
        let before = &shown.text[line.start..first.start];
        let kept = before.trim_end_matches([' ', '\t']).len();
        let kept = if kept > 0 { (kept + 1).min(before.len()) } else { 0 };
        let lines: Vec<&str> = words.lines().map(str::trim_start).collect();
        let fix = Fix::new(line.start + kept..at.end, lines.join(&format!("\n{}", &before[..kept])));
        let is_sentence = lines[0].split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count() > 2;
        let severity = if is_sentence { Severity::Error } else { Severity::Warning };
        let shown_line = lines[0];
        slips.tell_fix(first, &fix, |span, _| nearly::indented(span, severity, shown_line));
    }
}
