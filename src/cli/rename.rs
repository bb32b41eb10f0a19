//! `wardpack rename`

use std::path::PathBuf;

use clap::Args;

use super::run::{print_fault, today};
use super::words::plural;
use super::{FINE, Format};
use crate::read;
use crate::rename;

#[derive(Debug, Args)]
pub struct Rename {
    /// What is renamed, by its kind and id, such as leaflet/visiting or ward/beach
    #[arg(value_name = "KIND/ID")]
    item: String,
    /// Its new id, which becomes the name of its files and part of its address
    #[arg(value_name = "NEW")]
    new: String,
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

/// Renames an item. Prints what was changed, and returns the exit code.
pub fn rename(asked: &Rename) -> u8 {
    let Rename { item, new, content } = asked;
    match rename::rename(&super::agree::request(content, today()), item, new) {
        Err(fault) => print_fault(&fault, Format::Text),
        Ok(renamed) => {
            for (from, to) in &renamed.files {
                outln!("{} is {} now", read::shown(&content.join(from)), read::shown(&content.join(to)));
            }
            let files: Vec<String> = renamed.referring.iter().map(|path| read::shown(&content.join(path))).collect();
            match renamed.references {
                0 => outln!("Nothing refers to it"),
                count if files.is_empty() => outln!("{} rewritten, in its own files", plural(count, "reference")),
                count => outln!("{} rewritten: {}", plural(count, "reference"), files.join(", ")),
            }
            if item.starts_with("ward/") {
                outln!(
                    "The codes on its sheets are others now, since they are made of its id too: print the sheets anew, and ask \
                     wardpack round {new} what to take down"
                );
            }
            outln!("Its earlier addresses lead on to it, by the line “formerly” in its file. Next: wardpack check");
            FINE
        }
    }
}
