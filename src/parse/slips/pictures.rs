//! Pictures whose words are only their file's name, or the word “image”. Example: `![IMG_2026.jpg](../images/garden.jpg)`.
//!
//! Source: WCAG 2.2, 1.1.1, failure F30 (text alternatives that are not alternatives).

use super::Slips;
use super::printed::Printed;
use crate::problem::catalogue::nearly_links as problems_of;

/// Words that say that there is a picture, and not what it tells.
const NAMES: [&str; 24] = [
    "image",
    "picture",
    "photo",
    "photograph",
    "graphic",
    "icon",
    "logo",
    "screenshot",
    "screen shot",
    "diagram",
    "chart",
    "figure",
    "untitled",
    "alt",
    "alt text",
    "alternative text",
    "description",
    "words",
    "spacer",
    "placeholder",
    "llun",
    "delwedd",
    "pic",
    "img",
];
const ENDINGS: [&str; 11] =
    [".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif", ".avif", ".heic", ".bmp", ".tif", ".tiff"];
/// What cameras, telephones and programs begin the names of files with.
const CAMERAS: [&str; 9] = ["img_", "img-", "dsc_", "dscn", "dsc0", "dcim", "pxl_", "screenshot 20", "whatsapp image"];

pub(super) fn look(shown: &Printed<'_>, slips: &mut Slips<'_, '_>) {
    for picture in shown.pictures.iter().filter(|picture| says_nothing(&picture.words)) {
        slips.tell(picture.range.clone(), |span| {
            problems_of::picture_words(span, picture.words.trim(), &picture.address)
        });
    }
}

/// Tells whether the words for a picture say nothing of it.
pub(super) fn says_nothing(words: &str) -> bool {
    let lower = words.trim().to_lowercase();
    let lower = lower.trim_end_matches(['.', ':']);
    let bare = lower.trim_end_matches(|letter: char| letter.is_ascii_digit() || " _-()".contains(letter));
    let is_file = ENDINGS.iter().any(|ending| lower.ends_with(ending)) && !lower.contains(". ");
    is_file && lower.split(' ').count() < 6
        || CAMERAS.iter().any(|start| lower.starts_with(start))
        || !bare.is_empty() && NAMES.contains(&bare)
        || !lower.is_empty() && bare.is_empty()
}
