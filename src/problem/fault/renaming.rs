//! Items that can't get an id, or another one.

use super::super::suggest::{list, nearest, some};
use super::Fault;

const SEE_CHECK: &str = "nothing was changed; wardpack check says what is wrong";

/// Says that the pack can't be read.
pub fn pack_unreadable() -> Fault {
    Fault::new("the pack can't be read, so nothing in it can be renamed", SEE_CHECK)
}

/// Says that an item is named by its kind and id.
pub fn not_a_reference(written: &str) -> Fault {
    Fault::new(
        format!("“{written}” doesn't say what kind of item is meant, and which"),
        "write its kind, a slash and its id, such as leaflet/visiting or ward/beach",
    )
}

/// Says that sections and domains have the names of their folders.
pub fn no_id_of_its_own(kind: &str) -> Fault {
    Fault::new(format!("a {kind} can't be renamed: its id is that of its folder"), "nothing was changed")
}

/// Says that an item stands in a list, where its id is written.
pub fn in_a_list(kind: &str, id: &str) -> Fault {
    let kind = kind.replace('-', " ");
    Fault::new(
        format!("the {kind} “{id}” stands in a list, not in a file of its own"),
        "change its id in the list; wardpack check then names every reference to change; a list of wards has a column “formerly” for the \
         earlier id",
    )
}

/// Says that there is no such item.
pub fn not_there(kind: &str, id: &str, ids: &[&str]) -> Fault {
    let help = nearest(id, ids.iter().copied())
        .map_or_else(|| "check the id; nothing was changed".to_owned(), |near| format!("did you mean {kind}/{near}?"));
    Fault::new(format!("there is no {} called “{id}”", kind.replace('-', " ")), help)
}

/// Says that a word can't be an id, and what could.
pub fn no_id(written: &str, meant: &str) -> Fault {
    let help = if meant.is_empty() {
        "write lower-case letters, digits and hyphens".to_owned()
    } else {
        format!("write {meant}")
    };
    Fault::new(format!("“{written}” can't be an id: it becomes part of an address"), help)
}

/// Says that another item has the id.
pub fn taken(kind: &str, id: &str) -> Fault {
    Fault::new(
        format!("there is a {} called “{id}” already", kind.replace('-', " ")),
        "choose another id; nothing was changed",
    )
}

/// Says that an id can't be the name of a file on every computer.
pub fn no_file_name(id: &str) -> Fault {
    Fault::new(
        format!(
            "“{id}” can't be the name of a file: Windows keeps it, or what stands after its dot is taken for a form of a page"
        ),
        "choose another id, with lower-case letters, digits and hyphens; nothing was changed",
    )
}

/// Says that a page would have the address of a part of the site.
pub fn address_taken(id: &str) -> Fault {
    Fault::new(format!("a part of the site has the address {id}/ already"), "choose another id; nothing was changed")
}

/// Says that a file isn't the author's own.
pub fn of_the_pack_below(shown: &str, path: &str) -> Fault {
    Fault::new(
        format!("{shown} is of the pack below, so it can't be renamed here"),
        format!("take it up first: wardpack adopt {path}; nothing was changed"),
    )
}

/// Says that files refer to the item that can't be changed from here.
pub fn referred_to_below(shown: &[String]) -> Fault {
    let files: Vec<&str> = shown.iter().map(String::as_str).collect();
    Fault::new(
        format!(
            "what can't be changed from here refers to it: {}",
            if files.len() > 6 { some(shown) } else { list(&files) }
        ),
        "take those files up with wardpack adopt first, and change a list of wards in Excel by hand; nothing was changed",
    )
}

/// Says that places refer to the item in other letters than those of its id, such as %2D for a hyphen.
pub fn written_otherwise(places: &[String]) -> Fault {
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    Fault::new(
        format!("a link to it is written in other letters than its id has: {}", list(&places)),
        "write [[kind/id]] there, or the name of the file as it is, then run the same command again; nothing was changed",
    )
}
