//! The file of one standard: its title, words and outcomes in front of the page, the guidance as its body.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{KnownDomain, SheetStandard, StandardsOwner};

/// Returns where the file goes, below the content folder.
pub fn path(standard: &SheetStandard, domains: &[KnownDomain]) -> String {
    let domain = &domains[standard.domain];
    format!("standards/{}-{}/{}.md", domain.number, domain.id, standard.id)
}

pub fn text(standard: &SheetStandard, keeper: &StandardsOwner) -> String {
    let mut tree = serde_yaml::Mapping::new();
    tree.insert("title".into(), literal(&standard.title).into());
    tree.insert("text".into(), prose(&standard.text).into());
    if !standard.outcomes.is_empty() {
        let outcomes: Vec<serde_yaml::Value> = standard.outcomes.iter().map(|outcome| prose(outcome).into()).collect();
        tree.insert("outcomes".into(), outcomes.into());
    }
    tree.insert("owner".into(), literal(&keeper.owner).into());
    let front = serde_yaml::to_string(&tree).unwrap_or_default();
    let review_by = keeper.today.checked_add(1.year()).unwrap_or(Date::MAX);
    let guidance: Vec<String> = standard.guidance.iter().map(|words| prose(words)).collect();
    let mut text =
        format!("---\n{front}written: {}\nreview_by: {review_by}\n---\n{}", keeper.today, guidance.join("\n\n"));
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// Returns what a file says of the standard itself: all but who looks after it, and its dates.
pub fn says(text: &str) -> Vec<&str> {
    let of_trust = ["owner:", "written:", "reviewed:", "review_by:"];
    text.lines().map(str::trim_end).filter(|line| !of_trust.iter().any(|key| line.starts_with(key))).collect()
}

/// Signs that stand before the items of a list in a cell.
const BULLETS: [char; 9] = ['•', '·', '▪', '◦', '‣', '●', '–', '-', '*'];

/// Returns the lines of a cell as Markdown that shows them as they stand: those that begin with a bullet or a number are a list, and
/// each other one is a paragraph.
fn prose(words: &str) -> String {
    let mut text = String::new();
    let mut was_item = false;
    for line in words.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let item = item(line);
        let is_item = item.is_some();
        if !text.is_empty() {
            text.push_str(if was_item && is_item { "\n" } else { "\n\n" });
        }
        text.push_str(&item.unwrap_or_else(|| literal(line)));
        was_item = is_item;
    }
    text
}

/// Returns the words after the bullet that a line begins with, if it does.
pub fn after_bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(BULLETS)?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
}

/// Returns a line as an item of a list, if it is one.
fn item(line: &str) -> Option<String> {
    if let Some(words) = after_bullet(line) {
        return Some(format!("- {}", literal(words)));
    }
    let digits = line.find(|letter: char| !letter.is_ascii_digit()).filter(|digits| (1..=2).contains(digits))?;
    let rest = line[digits..].strip_prefix(['.', ')'])?;
    rest.starts_with(' ').then(|| format!("{}. {}", &line[..digits], literal(rest.trim_start())))
}

/// Returns words with a backslash before each sign that Markdown would read. What stands in braces, which would be a placeholder, is marked
/// as code.
fn literal(words: &str) -> String {
    let is_read = |letter: char| "\\`*_[]<>|~".contains(letter);
    let mut text = String::new();
    let mut rest = words;
    while let Some(letter) = rest.chars().next() {
        let in_braces = rest.starts_with('{').then(|| rest.find('}')).flatten();
        if let Some(end) = in_braces {
            text.push_str(&format!("`{}`", rest[..=end].replace('`', "'")));
            rest = &rest[end + 1..];
            continue;
        }
        if is_read(letter) || text.is_empty() && "#+>-=".contains(letter) {
            text.push('\\');
        }
        text.push(letter);
        rest = &rest[letter.len_utf8()..];
    }
    text
}
