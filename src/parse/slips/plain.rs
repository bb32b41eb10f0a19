//! Lines of plain text, such as titles and names: what isn't finished in them, and Markdown, which would be printed. Example:
//! `title: Call **now**`.

use crate::parse::locate::Locator;
use crate::problem::Problem;
use crate::problem::catalogue::{nearly, placeholders};

/// Reports the slips in a line of plain text.
pub(in crate::parse) fn look(text: &str, locator: &Locator<'_>, problems: &mut Vec<Problem>) {
    for gap in super::gaps::gaps(text) {
        let words = &text[gap.at.clone()];
        problems.push(placeholders::unfinished(locator.span(gap.at.clone()), words, gap.severity));
    }
    if let Some((range, plain)) = markup(text) {
        problems.push(nearly::plain_text(locator.span(range.clone()), &text[range], &plain));
    }
}

/// Finds signs of Markdown round words, and returns the words alone.
fn markup(text: &str) -> Option<(std::ops::Range<usize>, String)> {
    for sign in ["**", "__", "`"] {
        let Some(start) = text.find(sign) else { continue };
        let inner = &text[start + sign.len()..];
        let Some(length) = inner.find(sign).filter(|length| *length > 0) else { continue };
        let words = &inner[..length];
        if words.trim() == words && !words.starts_with(['_', '*', '`']) {
            return Some((start..start + 2 * sign.len() + length, words.to_owned()));
        }
    }
    if let Some(close) = text.find("](") {
        let open = text[..close].rfind('[')?;
        let length = text[close..].find(')')?;
        let start = if text[..open].ends_with('!') { open - 1 } else { open };
        return Some((start..close + length + 1, text[open + 1..close].to_owned()));
    }
    let words = text.trim_start_matches('#');
    let is_heading = words.len() < text.len() && words.starts_with(' ');
    is_heading.then(|| (0..text.len() - words.len(), String::new()))
}
