//! Packs that can't be begun.

use super::super::suggest;
use super::Fault;

/// Says that a folder has a pack already.
pub fn there_already(pack: &str) -> Fault {
    Fault::new(
        format!("there is a pack already: {pack}"),
        "open it and change it, or name another folder, such as wardpack init our-pack; nothing was changed",
    )
}

/// Says that a folder is a content folder itself, so that a pack in it would be one inside another.
pub fn inside_content(pack: &str) -> Fault {
    Fault::new(
        format!("this is a content folder already: it has {pack}"),
        "go to the folder above it, and run wardpack check there; nothing was changed",
    )
}

/// Says which of the files to begin are there.
pub fn files_there_already(files: &[String]) -> Fault {
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    Fault::new(
        format!("these are there already, and would be written over: {}", suggest::list(&files)),
        "move them away, or name another folder, such as wardpack init our-pack; nothing was changed",
    )
}

/// Says what of a new pack is missing or can't be right, a line each.
pub fn incomplete(lines: &[String]) -> Fault {
    Fault::new(
        format!("the pack can't be written yet:\n  {}", lines.join("\n  ")),
        "write the command again with these put right, or run wardpack init in a terminal, where it asks; nothing was \
         written",
    )
}

/// Says that the questions about a new pack weren't answered to the end.
pub fn unanswered() -> Fault {
    Fault::new(
        "the answers ended before the questions did, so nothing was written",
        "start again, or give the answers as flags: wardpack init --help lists them",
    )
}
