//! Files that can't be adopted or compared with those below.

use super::super::suggest;
use super::Fault;

/// More names than this are too many for one line of help.
const MANY: usize = 8;

const EXAMPLE: &str = "write the path inside the content folder, such as leaflets/visiting.md";

/// Says that a pack on the way down can't be read.
pub fn unclear(pack: &str) -> Fault {
    Fault::new(
        format!("{pack} can't be read, so it isn't clear what the pack stands on"),
        "`wardpack check` says what is wrong in it; put that right first",
    )
}

/// Says that there is no layer below.
pub fn no_layers(pack: &str) -> Fault {
    Fault::new(
        format!("this pack stands on no other: {pack} has no “extends:”"),
        "write “extends: built-in”, or the path of another content folder, such as ../../base/content",
    )
}

/// Says that a path leads somewhere else.
pub fn not_in_content(written: &str) -> Fault {
    Fault::new(format!("{written} is not in the content folder"), EXAMPLE)
}

/// Says that a path is none.
pub fn names_no_file(written: &str) -> Fault {
    Fault::new(format!("“{written}” names no file"), EXAMPLE)
}

/// Says that pack.yaml never comes from below as a whole; `content` is the user's own folder.
pub fn merged(content: &str) -> Fault {
    Fault::new(
        "pack.yaml is not adopted: it is merged key by key",
        format!("write only the keys that differ into {content}/pack.yaml; the others come from below"),
    )
}

/// Says that wards never come from below; `content` is the user's own folder.
pub fn is_a_ward(path: &str, content: &str) -> Fault {
    Fault::new(
        format!("{path} is not adopted: wards are never taken from a layer below"),
        format!("a pack has the wards in its own {content}/wards; write a file for yours there"),
    )
}

/// Says that a file is the user's own; `shown` is its name as the author knows it.
pub fn yours_already(shown: &str, path: &str) -> Fault {
    Fault::new(
        format!("{shown} is yours already"),
        format!("edit it as it is; `wardpack diff-base {path}` says what has changed below"),
    )
}

/// Says that something stands at the file's place that is no part of a pack.
pub fn place_taken(file: &str) -> Fault {
    Fault::new(
        format!("something that wardpack doesn't read is at {file} already"),
        "move it away, or give it another name",
    )
}

/// Says that a file would come to lie outside the content folder.
pub fn leads_out(file: &str) -> Fault {
    Fault::new(
        format!("a link on the way to {file} leads out of the content folder"),
        "put a folder in the place of the link",
    )
}

/// Says that no layer below has ever had a file of the user's own.
pub fn yours_alone(shown: &str) -> Fault {
    Fault::new(format!("{shown} is yours alone: no layer below has it"), "nothing that changes below concerns it")
}

/// Says that a file is only below.
pub fn only_below(path: &str) -> Fault {
    Fault::new(
        format!("you have no {path} of your own: the one below is used, with all its changes"),
        format!("to edit it, write `wardpack adopt {path}`"),
    )
}

/// Says that there is no such file, here or below, and which one was probably meant.
pub fn no_file(path: &str, near: Option<&str>) -> Fault {
    Fault::new(format!("you have no file {path}"), meant(near))
}

/// Says that there is no such file below, and which one was probably meant.
pub fn not_below(path: &str, near: Option<&str>) -> Fault {
    Fault::new(format!("no layer below has a file {path}"), meant(near))
}

/// Says that files are adopted one by one, and which `files` are in a folder.
pub fn is_a_folder(path: &str, files: &[&str]) -> Fault {
    let names = if files.len() > MANY { format!("{}, …", files[..MANY].join(", ")) } else { suggest::list(files) };
    Fault::new(format!("{path} is a folder"), format!("name its files: {names}"))
}

fn meant(near: Option<&str>) -> String {
    near.map_or_else(|| EXAMPLE.to_owned(), |near| format!("did you mean {near}?"))
}
