//! Boxes whose first line isn't right. Examples: `> [!DANGER]`, `> [! NOTE]`, `> [!NOTE] Title`, and `[!NOTE]` without the `>`.

use super::printed::{Printed, PrintedBlock, PrintedKind};
use super::{Fix, Slips};
use crate::problem::catalogue::nearly;

/// What people call a box, and the one that there is.
const KINDS: [(&str, &str); 30] = [
    ("NOTE", "NOTE"),
    ("NOTES", "NOTE"),
    ("INFO", "NOTE"),
    ("INFORMATION", "NOTE"),
    ("SUMMARY", "NOTE"),
    ("ABSTRACT", "NOTE"),
    ("EXAMPLE", "NOTE"),
    ("QUESTION", "NOTE"),
    ("FAQ", "NOTE"),
    ("QUOTE", "NOTE"),
    ("NODYN", "NOTE"),
    ("IMPORTANT", "IMPORTANT"),
    ("WARNING", "IMPORTANT"),
    ("WARN", "IMPORTANT"),
    ("DANGER", "IMPORTANT"),
    ("ALERT", "IMPORTANT"),
    ("ATTENTION", "IMPORTANT"),
    ("URGENT", "IMPORTANT"),
    ("ERROR", "IMPORTANT"),
    ("CRITICAL", "IMPORTANT"),
    ("EMERGENCY", "IMPORTANT"),
    ("TIP", "TIP"),
    ("TIPS", "TIP"),
    ("HINT", "TIP"),
    ("DO", "TIP"),
    ("SUCCESS", "TIP"),
    ("CHECK", "TIP"),
    ("CAUTION", "CAUTION"),
    ("DON'T", "CAUTION"),
    ("DONT", "CAUTION"),
];

pub(super) fn look(shown: &Printed<'_>, slips: &mut Slips<'_, '_>) {
    for block in shown.blocks.iter().filter(|block| block.kind == PrintedKind::Paragraph) {
        let lines = shown.lines(block);
        let Some(line) = lines.first() else { continue };
        let first = shown.first_word(line);
        let Some((kind, rest)) = opening(&shown.mask[first..line.end], block) else { continue };
        let sign = first..line.end - rest.len();
        let meant = KINDS.iter().find(|(name, _)| name.eq_ignore_ascii_case(kind)).map_or("NOTE", |(_, meant)| *meant);
        let rest = shown.text[sign.end..line.end].trim();
        let below = if rest.is_empty() { String::new() } else { format!("\n> {rest}") };
        let written = format!("> [!{meant}]{below}");
        let is_known = kind.eq_ignore_ascii_case(meant);
        let of_kind = if is_known { nearly::box_not_begun } else { nearly::unknown_box };
        let problem = |span, _: &str| of_kind(span, kind, &written);
        let start = shown.whole_lines(line).start;
        let has_another = lines[1..].iter().any(|line| shown.mask[line.clone()].contains("[!"));
        if !has_another
            && shown.text[start..first].chars().all(|letter| letter == ' ' || letter == '>')
            && !rest.starts_with('[')
        {
            let is_after_words = !shown.text[..start].lines().next_back().unwrap_or_default().trim().is_empty();
            let gap = if is_after_words { "\n" } else { "" };
            let others = lines[1..].iter().map(|line| format!("\n> {}", &shown.text[shown.first_word(line)..line.end]));
            let words = format!("{gap}{written}{}", others.collect::<String>());
            slips.tell_fix(sign, &Fix::new(start..block.range.end, words), problem);
        } else {
            slips.tell(sign, |span| problem(span, ""));
        }
    }
}

/// Returns the kind that a line names as the opening of a box, and what follows.
fn opening<'a>(line: &'a str, block: &PrintedBlock) -> Option<(&'a str, &'a str)> {
    let is_bracket = line.starts_with('[');
    let inner = line.strip_prefix('[').unwrap_or(line).trim_start();
    let is_marked = inner.starts_with('!');
    let inner = inner.strip_prefix('!').unwrap_or(inner).trim_start();
    let end = inner.find(|letter: char| !letter.is_alphabetic() && !"'’-_".contains(letter)).unwrap_or(inner.len());
    let (kind, rest) = inner.split_at(end);
    let rest = rest.trim_start();
    let is_closed = rest.starts_with(']');
    let is_name = KINDS.iter().any(|(name, _)| name.eq_ignore_ascii_case(kind));
    let is_capitals = kind.chars().all(char::is_uppercase);
    let is_opening = match (is_bracket, is_marked) {
        (true, true) => true,
        (false, true) => is_name && is_capitals,
        (true, false) => is_name && is_capitals && is_closed && block.is_quoted && block.is_first_of_quote,
        (false, false) => false,
    };
    let rest = rest.strip_prefix(']').unwrap_or(rest);
    let rest = rest.strip_prefix(['+', '-', ':']).unwrap_or(rest);
    (is_opening && !kind.is_empty()).then_some((kind, rest))
}
