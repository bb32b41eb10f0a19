//! Pages that can't be started.

use super::Fault;

const ADOPT: &str = "wardpack adopt resources.yaml";

/// Says that no words stand after `--title`.
pub fn no_title() -> Fault {
    Fault::new(
        "nothing is written after --title",
        "write what the page is called, or leave --title out; nothing was written",
    )
}

/// Says that only some kinds of page have one in Easy Read beside them.
pub fn no_easy_read(kind: &str) -> Fault {
    Fault::new(
        format!("a {} has no page in Easy Read beside it", kind.replace('-', " ")),
        "name a leaflet or another page of text, such as leaflet/visiting",
    )
}

/// Says that a page is in Easy Read already.
pub fn easy_read_there(shown: &str) -> Fault {
    Fault::new(format!("{shown} is there already"), "change that file; wardpack adopt takes up one of the pack below")
}

/// Says that the pack has no list of resources of its own to add to.
pub fn no_list_of_resources() -> Fault {
    Fault::new(
        "your pack has no resources.yaml of its own: a new one would take the place of the list in the pack below",
        format!("take that list up first, and then run this once more: {ADOPT}"),
    )
}

/// Says that a list isn't written with an entry below the other.
pub fn list_of_another_shape(shown: &str) -> Fault {
    Fault::new(
        format!("{shown} isn't written with one entry below the other, so nothing was added"),
        "add the resource by hand; wardpack keys resources says what it can have",
    )
}
