//! Isolates in HTML: `<bdi>` in text. In attributes and in the title of a page, which hold no markup, they stay characters.

use crate::direction::{BEGIN_LEFT_TO_RIGHT, BEGIN_RIGHT_TO_LEFT, Direction, END as END_MARK};

/// Ends what [`begin`] has begun.
pub const END: &str = "</bdi>";

/// Returns the tag that begins what runs in a direction of its own.
pub fn begin(direction: Direction) -> &'static str {
    match direction {
        Direction::LeftToRight => "<bdi dir=ltr>",
        Direction::RightToLeft => "<bdi dir=rtl>",
    }
}

/// Returns escaped text with its isolates as tags.
pub fn tags(escaped: &str) -> String {
    let mut html = String::with_capacity(escaped.len() + 32);
    escaped.chars().for_each(|letter| push_letter(&mut html, letter));
    html
}

/// Returns HTML with the tags of its isolates as characters again.
pub fn marks(html: &str) -> String {
    let html = html.replace(begin(Direction::LeftToRight), &BEGIN_LEFT_TO_RIGHT.to_string());
    html.replace(begin(Direction::RightToLeft), &BEGIN_RIGHT_TO_LEFT.to_string()).replace(END, &END_MARK.to_string())
}

/// Adds text to HTML, escaped, with its isolates as tags.
pub fn push(html: &mut String, text: &str) {
    for letter in text.chars() {
        if !push_escaped(html, letter) {
            push_letter(html, letter);
        }
    }
}

/// Adds text to the value of an attribute, escaped.
pub fn push_attribute(html: &mut String, text: &str) {
    for letter in text.chars() {
        if !push_escaped(html, letter) {
            html.push(letter);
        }
    }
}

fn push_letter(html: &mut String, letter: char) {
    match letter {
        BEGIN_LEFT_TO_RIGHT => html.push_str(begin(Direction::LeftToRight)),
        BEGIN_RIGHT_TO_LEFT => html.push_str(begin(Direction::RightToLeft)),
        END_MARK => html.push_str(END),
        _ => html.push(letter),
    }
}

/// Adds a letter that could be taken for markup, escaped; returns whether it is one.
fn push_escaped(html: &mut String, letter: char) -> bool {
    html.push_str(match letter {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => return false,
    });
    true
}
