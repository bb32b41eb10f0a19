//! Folders and files that can't be written.

use std::fmt::Display;

use super::super::suggest;
use super::Fault;

const ANOTHER_FOLDER: &str = "name another folder with --output";

/// Says that the output is a file, or a link to nothing.
pub fn no_folder(output: &str) -> Fault {
    Fault::new(format!("{output} is a file or a broken link, not a folder"), ANOTHER_FOLDER)
}

/// Says that what the output is to lie in is a file, or a link to nothing.
pub fn in_a_file(output: &str, file: &str) -> Fault {
    Fault::new(format!("{output} can't be written: {file} is a file or a broken link, not a folder"), ANOTHER_FOLDER)
}

/// Says that the output lies in the content folder, so that the site would become part of its own source.
pub fn inside_content(output: &str, content: &str) -> Fault {
    Fault::new(format!("the output folder {output} lies inside the content folder {content}"), ANOTHER_FOLDER)
}

/// Says that another run has a folder.
pub fn busy(folder: &str) -> Fault {
    Fault::new(format!("another wardpack is writing to {folder}"), "wait until it has finished, then try again")
}

/// Says that a run that goes on watching has the output folder; `who` is what that one says of itself.
pub fn watched(output: &str, who: &str) -> Fault {
    let who = if who.is_empty() { String::new() } else { format!(" ({who})") };
    Fault::new(
        format!("another wardpack keeps {output} up to date already{who}"),
        "use that one, or stop it first, or name another folder with --output",
    )
}

/// Says what of others stands where the site's files go.
pub fn in_the_way(output: &str, paths: &[String]) -> Fault {
    let paths: Vec<String> = paths.iter().map(|path| format!("  {path}")).collect();
    Fault::new(
        format!("files or links that wardpack did not make are in the way in {output}:\n{}", paths.join("\n")),
        "move them away, or name another folder with --output; nothing was changed",
    )
}

/// Says that the disk refused a file of the site.
pub fn site_refused(path: &str, error: &dyn Display) -> Fault {
    Fault::new(
        format!("{path} can't be written: {error}"),
        "check that the disk has room and that you may write there; the site in the output folder has whole files only, and the next build completes it",
    )
}

/// Says that links or folders stand in the place of single files.
pub fn files_in_the_way(paths: &[String]) -> Fault {
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    Fault::new(
        format!("a link or a folder is in the way of {}", suggest::list(&paths)),
        "move it away: wardpack writes through no link; nothing was changed",
    )
}

/// Says that the disk refused a single file.
pub fn file_refused(path: &str, error: &dyn Display) -> Fault {
    Fault::new(
        format!("{path} can't be written: {error}"),
        "check that the disk has room and that you may write there, then try again",
    )
}
