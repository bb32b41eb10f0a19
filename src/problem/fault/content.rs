//! Content that isn't there.

use super::Fault;

/// Says that there is no content folder of this name.
pub fn no_folder(content: &str) -> Fault {
    Fault::new(
        format!("there is no content folder {content}"),
        "go to the folder that holds it, or name it with --content",
    )
}
