//! Folders that can't be meant.

use std::path::{Path, PathBuf};

use super::{Folders, shown};
use crate::problem::fault::{self, Fault};

/// Looks whether the folders can be used: there is content, and the site isn't written into it.
pub fn look(folders: &Folders, output: Option<&Path>) -> Result<(), Fault> {
    let content = &folders.content;
    if !content.is_dir() {
        return Err(fault::content::no_folder(&shown(content)));
    }
    // The output or, where it is still to be made, the first folder on the way to it that is there.
    let there = output.and_then(|output| output.ancestors().find(|part| part.symlink_metadata().is_ok()));
    match (there.filter(|part| !part.is_dir()), output) {
        (Some(file), Some(output)) if file == output => return Err(fault::output::no_folder(&shown(file))),
        (Some(file), Some(output)) => {
            return Err(fault::output::in_a_file(&shown(output), &shown(file)));
        }
        _ => {}
    }
    let inside = |output: &&Path| real(output).starts_with(real(content));
    match output.filter(inside) {
        Some(output) => Err(fault::output::inside_content(&shown(output), &shown(content))),
        None => Ok(()),
    }
}

/// Returns the path with links followed as far as it exists.
pub(super) fn real(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let existing = absolute.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
    existing.map_or(absolute.clone(), |(part, real)| real.join(absolute.strip_prefix(part).unwrap_or(Path::new(""))))
}
