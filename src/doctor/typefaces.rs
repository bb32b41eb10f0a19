//! Whether the typefaces of a theme are ones: a browser passes over a file that is none without a word, and shows another typeface.

use super::{Diagnosis, State};

/// What the files of typefaces begin with, and what such a file is: TrueType, OpenType, a collection, and the two made for the web.
///
/// Sources: OpenType specification (the sfnt version); WOFF File Format 1.0 and 2.0 (W3C), the signature.
const SIGNATURES: [&[u8; 4]; 6] = [&[0, 1, 0, 0], b"true", b"OTTO", b"ttcf", b"wOFF", b"wOF2"];
/// The endings of files of typefaces.
const ENDINGS: [&str; 5] = ["ttf", "otf", "ttc", "woff", "woff2"];

/// A file of the theme that is to be a typeface.
pub struct SeenTypeface {
    pub shown: String,
    pub is_one: bool,
}

impl SeenTypeface {
    /// Returns what a file of a theme is, as a typeface; nothing for one that isn't called so.
    pub fn of(shown: &str, bytes: &[u8]) -> Option<Self> {
        let ending = shown.rsplit_once('.')?.1.to_ascii_lowercase();
        let is_one = SIGNATURES.iter().any(|signature| bytes.starts_with(*signature));
        ENDINGS.contains(&&*ending).then(|| SeenTypeface { shown: shown.to_owned(), is_one })
    }
}

pub(super) fn typefaces(seen: &[SeenTypeface]) -> Vec<Diagnosis> {
    const ABOUT: &str = "Typefaces";
    if seen.is_empty() {
        let says = "the theme brings none: pages are in the sans-serif typeface of the reader's device, and files to print bring theirs";
        return vec![Diagnosis::new(ABOUT, State::Fine, says)];
    }
    let broken = seen.iter().filter(|typeface| !typeface.is_one).map(|typeface| {
        let says =
            format!("{} is no typeface, whatever its name says: browsers would show another one", typeface.shown);
        Diagnosis::new(ABOUT, State::Trouble, says)
            .help("copy it again from where it came from; it may be a web page that was saved under that name")
    });
    let broken: Vec<Diagnosis> = broken.collect();
    if broken.is_empty() {
        let files = if seen.len() == 1 {
            "1 file is a typeface".to_owned()
        } else {
            format!("{} files are typefaces", seen.len())
        };
        return vec![Diagnosis::new(
            ABOUT,
            State::Fine,
            format!("{files} of the theme's own; files to print bring theirs"),
        )];
    }
    broken
}
