//! Content that isn't there.

use super::Fault;

/// Says that there is no content folder of this name, and how to start one where that is the name that every command looks for.
pub fn no_folder(content: &str) -> Fault {
    let start = if content == "content" {
        "to start a pack in this folder, write wardpack init; if you have one, "
    } else {
        ""
    };
    Fault::new(
        format!("there is no content folder {content}"),
        format!("{start}go to the folder that holds it, or name it with --content"),
    )
}

/// Says that there is no content folder of this name here, and that this folder is one itself.
pub fn is_one_itself(content: &str) -> Fault {
    Fault::new(
        format!("there is no content folder {content}, and this folder has a pack.yaml: it is a content folder itself"),
        "go to the folder above it, or add --content .",
    )
}
