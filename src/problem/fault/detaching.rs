//! Pages that can't be taken out of the site.

use super::Fault;
use crate::problem::suggest::{list, some};

/// An address at which nothing is to be read, and the one that was meant, if that is known.
#[derive(Debug)]
pub struct UnknownAddress {
    pub written: String,
    /// Whether the page had this address before.
    pub is_earlier: bool,
    pub meant: Option<String>,
}

/// Says which addresses are no pages of the site, and which were meant.
pub fn no_pages(unknown: &[UnknownAddress]) -> Fault {
    let one = |address: &UnknownAddress| match (&address.meant, address.is_earlier) {
        (Some(meant), true) => format!("“{}” only leads on to {meant}", address.written),
        (Some(meant), false) => format!("“{}” is no page of this site; did you mean {meant}?", address.written),
        (None, _) => format!("“{}” is no page of this site", address.written),
    };
    let lines: Vec<String> = unknown.iter().map(one).collect();
    Fault::new(
        lines.join("\n  "),
        "write the address of a page as it stands behind that of the site, such as leaflets/keeping-safe/; the page “All pages” of the \
         site leads to each of them; nothing was written",
    )
}

/// Says that files are there already that say something else.
pub fn there_already(shown: &[String]) -> Fault {
    let files: Vec<&str> = shown.iter().map(String::as_str).collect();
    Fault::new(
        format!(
            "there already, with something else in it: {}",
            if files.len() > 6 { some(shown) } else { list(&files) }
        ),
        "add --replace if what is in it is no longer needed, or give another place with --output; nothing was changed",
    )
}

/// Says that two pages would be written to one file.
pub fn one_name(name: &str) -> Fault {
    Fault::new(
        format!("two of these pages would both be {name}"),
        "take them out one at a time, each with another --output; nothing was written",
    )
}

/// Says that a page of a theme can't be read as HTML.
pub fn unreadable(path: &str, error: &dyn std::fmt::Display) -> Fault {
    Fault::new(
        format!("{path} can't be taken out of the site: {error}"),
        "look at the templates of your theme; nothing was written",
    )
}
