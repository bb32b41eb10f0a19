//! Folders that can't be meant.

use std::path::{Path, PathBuf};

use super::{Folders, shown};

/// Why a folder can't be used.
#[derive(Debug, PartialEq, Eq)]
pub enum Unusable {
    /// There is no content folder of this name.
    NoContent(String),
    /// The output is a file, or a link to nothing.
    OutputNoFolder(String),
    /// What the output is to lie in is a file, or a link to nothing.
    OutputInFile { output: String, file: String },
    /// The output folder lies in the content folder, so that the site would become part of its own source.
    OutputInside { output: String, content: String },
}

/// Looks whether the folders can be used: there is content, and the site isn't written into it.
pub fn look(folders: &Folders, output: Option<&Path>) -> Result<(), Unusable> {
    let content = &folders.content;
    if !content.is_dir() {
        return Err(Unusable::NoContent(shown(content)));
    }
    // The output or, where it is still to be made, the first folder on the way to it that is there.
    let there = output.and_then(|output| output.ancestors().find(|part| part.symlink_metadata().is_ok()));
    match (there.filter(|part| !part.is_dir()), output) {
        (Some(file), Some(output)) if file == output => return Err(Unusable::OutputNoFolder(shown(file))),
        (Some(file), Some(output)) => {
            return Err(Unusable::OutputInFile { output: shown(output), file: shown(file) });
        }
        _ => {}
    }
    let inside = |output: &&Path| real(output).starts_with(real(content));
    match output.filter(inside) {
        Some(output) => Err(Unusable::OutputInside { output: shown(output), content: shown(content) }),
        None => Ok(()),
    }
}

/// Returns the path with links followed as far as it exists.
pub(super) fn real(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let existing = absolute.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
    existing.map_or(absolute.clone(), |(part, real)| real.join(absolute.strip_prefix(part).unwrap_or(Path::new(""))))
}
