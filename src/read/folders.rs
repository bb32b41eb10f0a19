//! Folders that can't be meant.

use std::path::{Path, PathBuf};

use super::disk::is_there;
use super::{Folders, shown};
use crate::problem::fault::{self, Fault};

/// Looks whether the folders can be used: there is content, and the site isn't written into it.
pub fn look(folders: &Folders, output: Option<&Path>) -> Result<(), Fault> {
    let content = &folders.content;
    if !content.is_dir() {
        let shown = shown(content);
        // Somebody who has gone into the content folder and runs a command there.
        let is_inside = shown == "content" && Path::new("pack.yaml").is_file();
        return Err(if is_inside { fault::content::is_one_itself(&shown) } else { fault::content::no_folder(&shown) });
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

/// Looks whether a site can be published into a folder: it is there or can be made, and is no folder of the pack.
pub fn look_at_target(content: &Path, site: &Path, target: &Path) -> Result<(), Fault> {
    if is_there(target) && !target.is_dir() {
        return Err(fault::publishing::no_folder(&shown(target)));
    }
    // A share that isn't connected must not become a folder of this computer.
    let parent = std::path::absolute(target).ok().and_then(|path| path.parent().map(Path::to_owned));
    if let Some(parent) = parent.filter(|parent| !target.is_dir() && !parent.is_dir()) {
        return Err(fault::publishing::no_way_there(&shown(target), &shown(&parent)));
    }
    for (what, folder) in [("the content folder", content), ("the folder of the built site", site)] {
        let (here, there) = (real(folder), real(target));
        if here.starts_with(&there) || there.starts_with(&here) {
            return Err(fault::publishing::one_in_the_other(&shown(target), what, &shown(folder)));
        }
    }
    Ok(())
}

/// Returns the path with links followed as far as it exists.
pub(super) fn real(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let existing = absolute.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
    existing.map_or(absolute.clone(), |(part, real)| real.join(absolute.strip_prefix(part).unwrap_or(Path::new(""))))
}
