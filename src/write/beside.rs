//! Folders beside the output: the one that a run works in, and the one that keeps the release before.

use std::path::{Path, PathBuf};

/// Returns the folder beside the output that a run works in: on the same disk, so that renaming is one step. Where the output is a
/// link, it is beside what that leads to.
pub fn work_folder(output: &Path) -> PathBuf {
    beside(output, "wardpack")
}

/// Returns the folder beside a published site that keeps the release before it.
pub fn previous(published: &Path) -> PathBuf {
    beside(published, "previous")
}

/// Returns the folder that a run works in where the output is a disk of its own.
pub(super) fn inner_work_folder(output: &Path) -> PathBuf {
    output.join(".wardpack")
}

fn beside(output: &Path, ending: &str) -> PathBuf {
    let is_link = output.symlink_metadata().is_ok_and(|found| found.is_symlink());
    let real = if is_link { output.canonicalize().ok() } else { std::path::absolute(output).ok() };
    let absolute = real.unwrap_or_else(|| output.to_owned());
    let name = absolute.file_name().map_or("output".into(), |name| name.to_string_lossy().into_owned());
    absolute.parent().unwrap_or(&absolute).join(format!(".{name}.{ending}"))
}
