//! What a disk is like: how much room it has, and whether it tells names apart by capital letters.

use std::path::Path;

/// Returns the room that is left where a path is or would be, in bytes; nothing where the disk doesn't say.
pub fn room(path: &Path) -> Option<u64> {
    let absolute = std::path::absolute(path).ok()?;
    let there = absolute.ancestors().find(|part| part.exists())?;
    fs4::available_space(there).ok()
}

/// Tells whether the disk takes two names for one that differ only by capital letters, given a file that is there; nothing where it isn't.
pub fn ignores_case(file: &Path) -> Option<bool> {
    let name = file.file_name()?.to_str()?;
    let other = file.with_file_name(name.to_uppercase());
    file.is_file().then(|| other.symlink_metadata().is_ok())
}
