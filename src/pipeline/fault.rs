//! What stops a run that no change to the content would put right, in words.

use std::path::Path;

use crate::model::pack::Pack;
use crate::problem::{Problem, suggest};
use crate::read::{self, Unusable};
use crate::resolve::values;
use crate::write::WriteError;

/// Wrong use, or the machine's fault: nothing that editing the content would put right.
#[derive(Debug)]
pub struct Fault {
    pub message: String,
    pub help: String,
}

impl From<&Problem> for Fault {
    /// Makes a problem of a file as a whole one that stops a run.
    fn from(problem: &Problem) -> Self {
        Fault { message: problem.message.clone(), help: problem.help.clone().unwrap_or_default() }
    }
}

pub fn unusable(reason: Unusable) -> Fault {
    match reason {
        Unusable::NoContent(content) => Fault {
            message: format!("there is no content folder {content}"),
            help: "go to the folder that holds it, or name it with --content".into(),
        },
        Unusable::OutputNoFolder(output) => Fault {
            message: format!("{output} is a file or a broken link, not a folder"),
            help: "name another folder with --output".into(),
        },
        Unusable::OutputInFile { output, file } => Fault {
            message: format!("{output} can't be written: {file} is a file or a broken link, not a folder"),
            help: "name another folder with --output".into(),
        },
        Unusable::OutputInside { output, content } => Fault {
            message: format!("the output folder {output} lies inside the content folder {content}"),
            help: "name another folder with --output".into(),
        },
    }
}

pub fn unwritable(error: WriteError, output: &Path) -> Fault {
    let shown = read::shown(output);
    match error {
        WriteError::Busy => Fault {
            message: format!("another wardpack is writing to {shown}"),
            help: "wait until it has finished, then try again".into(),
        },
        WriteError::Watched(who) => {
            let who = if who.is_empty() { String::new() } else { format!(" ({who})") };
            Fault {
                message: format!("another wardpack keeps {shown} up to date already{who}"),
                help: "use that one, or stop it first, or name another folder with --output".into(),
            }
        }
        WriteError::InTheWay(paths) => {
            let paths: Vec<String> = paths.iter().map(|path| format!("  {}", read::shown(path))).collect();
            Fault {
                message: format!(
                    "files or links that wardpack did not make are in the way in {shown}:\n{}",
                    paths.join("\n")
                ),
                help: "move them away, or name another folder with --output; nothing was changed".into(),
            }
        }
        WriteError::Disk { path, error } => Fault {
            message: format!("{} can't be written: {error}", read::shown(&path)),
            help: "check that the disk has room and that you may write there; the site in the output folder has whole files only, and the next build completes it".into(),
        },
    }
}

/// Says why single files couldn't be put into a folder.
pub fn not_put(error: WriteError, folder: &Path) -> Fault {
    let message = match error {
        WriteError::Busy | WriteError::Watched(_) => {
            return Fault {
                message: format!("another wardpack is writing to {}", read::shown(folder)),
                help: "wait until it has finished, then try again".into(),
            };
        }
        WriteError::InTheWay(paths) => {
            let paths: Vec<String> = paths.iter().map(|path| read::shown(path)).collect();
            let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
            return Fault {
                message: format!("a link or a folder is in the way of {}", suggest::list(&paths)),
                help: "move it away: wardpack writes through no link; nothing was changed".into(),
            };
        }
        WriteError::Disk { path, error } => format!("{} can't be written: {error}", read::shown(&path)),
    };
    Fault { message, help: "check that the disk has room and that you may write there, then try again".into() }
}

/// A ward was asked for that the pack doesn't have, or has no longer.
pub fn no_ward(pack: &Pack, id: &str) -> Fault {
    let withdrawn = pack.withdrawn_wards.iter().find(|ward| ward.id == id);
    if let Some((ward, withdrawn)) = withdrawn.and_then(|ward| Some((ward, ward.withdrawn.as_ref()?))) {
        let (name, on) = (values::plain(&ward.name), withdrawn.on.value);
        return Fault {
            message: format!("{name} was withdrawn on {on}"),
            help: format!("take “withdrawn” out of the ward's file, if {name} is there again"),
        };
    }
    let wards = pack.wards.iter().map(|ward| ward.id.as_str());
    Fault {
        message: format!("there is no ward “{id}”"),
        help: suggest::nearest(id, wards).map_or_else(
            || "a ward's id is its file's name without .yaml, or the id of its row in a list".into(),
            |near| format!("did you mean {near}?"),
        ),
    }
}
