//! Lines of plain text, such as titles and names: what isn't finished in them, and Markdown, which would be printed. Example:
//! `title: Call **now**`, `title: Safe wards &amp; <b>more</b>`.

use crate::parse::locate::Locator;
use crate::problem::Problem;
use crate::problem::catalogue::{nearly, placeholders};

/// Reports the slips in a line of plain text.
pub(in crate::parse) fn look(text: &str, locator: &Locator<'_>, problems: &mut Vec<Problem>) {
    for gap in super::gaps::gaps(text) {
        let words = &text[gap.at.clone()];
        problems.push(placeholders::unfinished(locator.span(gap.at.clone()), words, gap.severity));
    }
    if let Some((range, plain)) = markup(text).or_else(|| html(text)) {
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

/// The tags that come along from Word and web pages.
const TAGS: [&str; 18] = [
    "a", "abbr", "b", "br", "div", "em", "font", "h1", "h2", "i", "li", "p", "small", "span", "strong", "sub", "sup",
    "u",
];
/// Signs as HTML writes them.
const ENTITIES: [(&str, &str); 8] = [
    ("&nbsp;", " "),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&apos;", "'"),
    ("&ndash;", "–"),
    ("&amp;", "&"),
];

/// Finds tags and signs of HTML, and returns the words without them.
fn html(text: &str) -> Option<(std::ops::Range<usize>, String)> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        let inner = rest[open + 1..].trim_start_matches('/');
        let name = inner.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
        let close = rest[open..].find('>').filter(|_| TAGS.contains(&name.to_ascii_lowercase().as_str()));
        let end = close.map_or(open + 1, |close| open + close + 1);
        plain.push_str(&rest[..if close.is_some() { open } else { end }]);
        plain.push_str(if close.is_some() { " " } else { "" });
        rest = &rest[end..];
    }
    plain.push_str(rest);
    let plain = without_entities(&plain);
    (plain != text).then(|| (0..text.len(), plain.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// Returns a text with the signs that HTML has names for.
pub(in crate::parse) fn without_entities(text: &str) -> String {
    ENTITIES.iter().fold(text.to_owned(), |plain, (written, sign)| plain.replace(written, sign))
}
