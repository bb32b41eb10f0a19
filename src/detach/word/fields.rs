//! What is to be filled in on a page, as it is filled in by pen.

use wardpack_html::PageElement;

/// A box to tick.
pub(super) const TICK: &str = "☐ ";

/// What stands for something to fill in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum PenField {
    Tick,
    /// So many lines to write on.
    Lines(usize),
    /// Words to choose from.
    Choices(String),
}

/// Returns what stands for something to fill in; nothing for what only works on a page.
pub(super) fn pen_field(element: &PageElement) -> Option<PenField> {
    match &*element.name {
        "input" => match element.attribute("type").unwrap_or("text") {
            "checkbox" | "radio" => Some(PenField::Tick),
            "text" | "date" | "number" | "tel" | "email" | "month" | "time" => Some(PenField::Lines(1)),
            _ => None,
        },
        "textarea" => {
            let lines = element.attribute("rows").and_then(|rows| rows.parse().ok()).unwrap_or(2);
            Some(PenField::Lines(lines.clamp(1, 12)))
        }
        "select" => {
            let mut choices = Vec::new();
            element.every(&mut |option| {
                let words = option.words().trim().to_owned();
                if option.name == "option" && words.contains(char::is_alphanumeric) {
                    choices.push(words);
                }
            });
            Some(PenField::Choices(choices.join(" · ")))
        }
        _ => None,
    }
}
