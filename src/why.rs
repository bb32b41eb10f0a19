//! Why a page was drawn again: the parts of its view, its template's files and the words that differ from last time.

use serde_json::Value;

use crate::ledger::Ledger;
use crate::plan::{Content, Page, Plan};
use crate::render::LoadedTemplates;

/// How much of a value is shown: enough to know it by.
const SHOWN: usize = 60;

/// What is known of the page that was asked about.
#[derive(Debug, Default)]
pub struct Why {
    path: String,
    last: Option<DrawnFrom>,
    answer: Vec<String>,
}

/// What a page was drawn from.
#[derive(Debug)]
struct DrawnFrom {
    shown: Value,
    /// The files of the template, and the words, each with its hash.
    files: Vec<(String, u128)>,
}

impl Why {
    /// Asks about a page, as its path in the output folder or its address on the site.
    pub fn new(path: &str) -> Self {
        let path = path.trim_start_matches('/');
        let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        Why { path, ..Why::default() }
    }

    /// Forgets what was said of the run before.
    pub fn forget_answer(&mut self) {
        self.answer = vec!["nothing was drawn, since there are problems".to_owned()];
    }

    /// Compares the page with what it was; a page that is kept as it is isn't in the plan.
    pub fn look(&mut self, plan: &Plan, ledger: &Ledger, templates: &LoadedTemplates) {
        if ledger.is_in(&self.path, &plan.kept) {
            self.answer = vec!["nothing of it changed: none of its sources did".to_owned()];
            return;
        }
        let now = plan.files.iter().find(|file| *file.path == *self.path).and_then(|file| match &file.content {
            Content::Page(page) => Some(DrawnFrom::new(page, templates)),
            Content::Search(_) | Content::Paper(_) | Content::Bytes(..) | Content::Photo(_) => None,
        });
        self.answer = match (&self.last, &now) {
            (_, None) => vec!["the site has no such page".to_owned()],
            (None, Some(_)) => vec!["the page is new".to_owned()],
            (Some(last), Some(now)) => last.differences(now),
        };
        self.last = now;
    }

    /// Returns what differs, one line each.
    pub fn answer(&self) -> Vec<String> {
        self.answer.iter().map(|line| format!("{}: {line}", self.path)).collect()
    }
}

impl DrawnFrom {
    fn new(page: &Page, templates: &LoadedTemplates) -> Self {
        let part = |value: Result<Value, serde_json::Error>| value.unwrap_or_default();
        let mut shown = serde_json::Map::new();
        shown.insert("frame".into(), part(serde_json::to_value(&page.frame)));
        shown.insert("view".into(), part(serde_json::to_value(&page.view)));
        DrawnFrom { shown: Value::Object(shown), files: templates.files_of(page) }
    }

    fn differences(&self, now: &DrawnFrom) -> Vec<String> {
        let mut lines = Vec::new();
        compare(&self.shown, &now.shown, "", &mut lines);
        let is_other = |file: &&(String, u128)| !now.files.contains(file);
        lines.extend(self.files.iter().filter(is_other).map(|(name, _)| format!("the theme's {name} changed")));
        if lines.is_empty() {
            lines.push("nothing of it changed: it was not drawn again".to_owned());
        }
        lines
    }
}

/// Adds a line for each part that differs, named by its way from the top: `frame.help.contacts[0].phone`.
fn compare(old: &Value, new: &Value, way: &str, lines: &mut Vec<String>) {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            let names = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name)));
            for name in names {
                let way = if way.is_empty() { name.clone() } else { format!("{way}.{name}") };
                compare(old.get(name).unwrap_or(&Value::Null), new.get(name).unwrap_or(&Value::Null), &way, lines);
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            for number in 0..old.len().max(new.len()) {
                let (old, new) = (old.get(number).unwrap_or(&Value::Null), new.get(number).unwrap_or(&Value::Null));
                compare(old, new, &format!("{way}[{number}]"), lines);
            }
        }
        (old, new) if old != new => lines.push(format!("{way}: {}", change(old, new))),
        _ => {}
    }
}

/// Returns "“old” is now “new”", with the part of long texts that differs.
fn change(old: &Value, new: &Value) -> String {
    let text = |value: &Value| match value {
        Value::Null => "nothing".to_owned(),
        Value::String(text) => format!("“{text}”"),
        other => other.to_string(),
    };
    let (old, new) = (text(old), text(new));
    let same = old.chars().zip(new.chars()).take_while(|(old, new)| old == new).count();
    // A few words before the difference say where it is.
    let from = if old.chars().count().max(new.chars().count()) <= SHOWN { 0 } else { same.saturating_sub(SHOWN / 3) };
    format!("{} is now {}", cut(&old, from), cut(&new, from))
}

fn cut(text: &str, from: usize) -> String {
    let (length, mut shown) = (text.chars().count(), text.chars().skip(from).take(SHOWN).collect::<String>());
    if from > 0 {
        shown.insert(0, '…');
    }
    if length > from + SHOWN {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_part_that_differs_is_named() {
        let mut lines = Vec::new();
        let old = json!({ "help": { "contacts": [{ "phone": "1" }] }, "title": "A", "gone": true });
        let new = json!({ "help": { "contacts": [{ "phone": "2" }, { "phone": "3" }] }, "title": "A" });
        compare(&old, &new, "", &mut lines);
        assert_eq!(
            lines,
            [
                "help.contacts[0].phone: “1” is now “2”",
                "help.contacts[1]: nothing is now {\"phone\":\"3\"}",
                "gone: true is now nothing"
            ]
        );
    }

    #[test]
    fn a_long_text_is_shown_where_it_differs() {
        let text = |end: &str| {
            Value::String(format!("{}{end} and more of it to come after that, for a while", "word ".repeat(40)))
        };
        let line = change(&text("old"), &text("new"));
        assert!(line.contains("old and more") && line.contains("new and more") && line.chars().count() < 160, "{line}");
    }
}
