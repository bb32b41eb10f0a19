//! Numbers and lists in words.

use crate::pipeline::Report;
use crate::problem::reported::ReportedCounts;

/// Returns "2 errors, 1 warning; ", or nothing where there are none.
pub fn counts(report: &Report) -> String {
    let ReportedCounts { errors, warnings } = report.counts;
    let parts: Vec<String> = [(errors, "error"), (warnings, "warning")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| plural(count, word))
        .collect();
    if parts.is_empty() { String::new() } else { format!("{}; ", parts.join(", ")) }
}

pub fn plural(count: usize, word: &str) -> String {
    format!("{} {word}{}", number(count), if count == 1 { "" } else { "s" })
}

/// Returns a number with commas from 1,000 on, as NHS style asks.
pub fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Returns "a", "a and b" or "a and 12 others".
pub fn some(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, other] => format!("{one} and {other}"),
        [one, others @ ..] => format!("{one} and {} others", number(others.len())),
    }
}
