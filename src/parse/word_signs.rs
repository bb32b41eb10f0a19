//! Signs that Word, a phone or a web page puts in place of those that YAML knows: quotes, colons, dashes and spaces.

use crate::problem::Problem;
use crate::problem::catalogue::word_signs as problems_of;
use crate::span::{FileId, Span};

/// Colons that aren't YAML's: of full width, small, of a ratio.
const COLONS: [char; 3] = ['：', '﹕', '∶'];
const OPENING: [char; 6] = ['“', '„', '”', '‘', '‚', '’'];
const CLOSING: [char; 4] = ['”', '“', '’', '‘'];
/// What Word begins the items of a list with.
const BULLETS: [char; 6] = ['–', '—', '•', '·', '▪', '\u{F0B7}'];

/// Returns what stands inside Word's quotes, where the whole value does.
pub fn inside_quotes(words: &str) -> Option<&str> {
    let inner = words.strip_prefix(OPENING)?.strip_suffix(CLOSING)?;
    (!inner.is_empty() && !inner.contains(['“', '”', '„'])).then_some(inner)
}

/// Tells whether words begin as the item of a list does in Word, with a dash or a dot.
pub fn is_item(words: &str) -> bool {
    words.strip_prefix(BULLETS).is_some_and(|rest| rest.starts_with([' ', '\u{A0}', '\t']))
}

/// Returns the problem of items of a list that begin with Word's signs; `raw` is how they stand in the file.
pub fn items(span: Span, raw: &str) -> Problem {
    let item = |line: &str| {
        let text = line.trim_start();
        let indent = &line[..line.len() - text.len()];
        if is_item(text) { format!("{indent}- {}", text.trim_start_matches(BULLETS).trim()) } else { line.to_owned() }
    };
    problems_of::bullets(span, &raw.lines().map(item).collect::<Vec<_>>().join("\n"))
}

/// Returns the problems of all signs that keep a text from being read as YAML. `offset` is where it starts in its file.
pub fn all(file: FileId, text: &str, offset: usize) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut start = offset;
    for line in text.split_inclusive('\n') {
        let span = |at: usize, end: usize| Span::new(file, start + at, start + end);
        if let Some((at, end)) = colon(line) {
            problems.push(problems_of::colon(span(at, end)));
        } else if let Some((at, end)) = hard_space(line) {
            problems.push(problems_of::hard_space(span(at, end), &" ".repeat(line[at..end].chars().count())));
        } else if let Some((at, sign, straight)) = closing_quote(line) {
            problems.push(problems_of::closing_quote(span(at, at + sign.len_utf8()), sign, straight));
        }
        start += line.len();
    }
    problems
}

/// Tells whether words can be the name of a setting.
fn is_name(words: &str) -> bool {
    let words = words.trim().trim_start_matches("- ");
    !words.is_empty() && words.chars().all(|letter| letter.is_ascii_alphanumeric() || " _-".contains(letter))
}

/// Finds another colon behind the name of a setting, with the spaces round it.
fn colon(line: &str) -> Option<(usize, usize)> {
    let at = line.find(COLONS).filter(|at| is_name(&line[..*at]))?;
    let before = line[..at].trim_end().len();
    let after = line[at..].trim_start_matches(COLONS);
    let text = after.trim_start_matches([' ', '\u{A0}']);
    Some((before, line.len() - text.len()))
}

/// Finds spaces that don't break where YAML needs ordinary ones: before a line, or behind a colon.
fn hard_space(line: &str) -> Option<(usize, usize)> {
    let is_space = |letter: char| letter == ' ' || letter == '\u{A0}';
    let text = line.trim_start_matches(is_space);
    let indent = line.len() - text.len();
    if line[..indent].contains('\u{A0}') {
        return (is_name(text.split(':').next().unwrap_or_default()) && text.contains(':')).then_some((0, indent));
    }
    let at = line.find(":\u{A0}").filter(|at| is_name(&line[..*at]))? + 1;
    Some((at, at + '\u{A0}'.len_utf8()))
}

/// Returns the problem of spaces that don't break before a name, wherever it stands: inside brackets, behind a hyphen, or in quotes.
pub fn space_before(name: Span, text: &str, offset: usize) -> Problem {
    let start = name.start as usize - offset;
    let written = &text[start..];
    let quote = usize::from(written.starts_with(['"', '\'']));
    let spaces = written[quote..].len() - written[quote..].trim_start_matches('\u{A0}').len();
    let above = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let is_first = text[above..start].trim().is_empty();
    let span = Span::new(name.file, offset + start + quote, offset + start + quote + spaces);
    // At the start of a line they are its depth.
    problems_of::hard_space(span, &" ".repeat(if is_first && quote == 0 { spaces / '\u{A0}'.len_utf8() } else { 0 }))
}

/// Finds Word's quote at the end of a value that begins with a straight one.
fn closing_quote(line: &str) -> Option<(usize, char, char)> {
    let text = line.trim_end();
    let sign = text.chars().next_back().filter(|sign| CLOSING.contains(sign))?;
    let value =
        text.split_once(": ").map(|(_, value)| value).or_else(|| text.trim_start().strip_prefix("- "))?.trim_start();
    let straight = value.chars().next().filter(|first| "\"'".contains(*first))?;
    (value.matches(straight).count() == 1).then(|| (text.len() - sign.len_utf8(), sign, straight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_values_stand_in_quotes() {
        assert_eq!(inside_quotes("“acute”"), Some("acute"));
        assert_eq!(inside_quotes("‘01632 960 001’"), Some("01632 960 001"));
        for words in ["“Consent” and you", "“One” and “two”", "St Mary’s", "acute", "”"] {
            assert_eq!(inside_quotes(words), None, "{words}");
        }
    }
}
