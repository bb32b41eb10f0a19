//! Whether a site could be written, tried without changing it.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::{join, paths, work_folder};

/// Returns the folder or file that refuses to be written to, and why; nothing where a site can be written. Tries it with a file of
/// its own, beside the output and in it, and takes that away again.
pub fn refusal(output: &Path) -> Option<(PathBuf, io::Error)> {
    let beside = work_folder(output);
    let above = beside.ancestors().skip(1).find(|part| part.symlink_metadata().is_ok()).map(Path::to_owned);
    let own = output.symlink_metadata().is_ok().then(|| output.to_owned());
    above.into_iter().chain(own).find_map(|folder| tried(&folder).err().map(|error| (folder, error)))
}

fn tried(folder: &Path) -> io::Result<()> {
    let file = folder.join(format!(".wardpack-doctor-{}", std::process::id()));
    File::create_new(&file)?;
    std::fs::remove_file(&file)
}

/// Returns the files of the site on disk that can't be changed, because another program has them open or they may only be read. Only
/// Windows keeps a file from being replaced because of that; elsewhere there are none.
pub fn locked(output: &Path) -> Vec<String> {
    if cfg!(not(windows)) {
        return Vec::new();
    }
    let refuses = |path: &String| {
        let file = join(output, path);
        file.is_file() && File::options().write(true).open(file).is_err()
    };
    paths(output).into_iter().filter(refuses).collect()
}

/// Returns how many bytes the site on disk has.
pub fn size(output: &Path) -> u64 {
    paths(output).iter().filter_map(|path| join(output, path).metadata().ok()).map(|found| found.len()).sum()
}
