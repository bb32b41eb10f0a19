//! `wardpack keys`

use std::path::{Path, PathBuf};

use clap::Args;

use super::run::print_fault;
use super::{FINE, Format};
use crate::keys::{self, FileKeys};
use crate::read;

#[derive(Debug, Args)]
pub struct Keys {
    /// A file of the content folder, whether it is there or not, or a kind of file, such as wards; leave it out for a list of all kinds
    file: Option<String>,
    /// Print the kind's JSON Schema, for an editor or another program
    #[arg(long, requires = "file")]
    schema: bool,
    /// Write the schemas of all kinds into a folder, and say how an editor is told of them
    #[arg(long, value_name = "DIR", conflicts_with = "file")]
    schemas: Option<PathBuf>,
}

/// Prints the keys of a kind of file. Returns the exit code.
pub fn keys(asked: &Keys) -> u8 {
    if let Some(folder) = &asked.schemas {
        return match keys::write(folder) {
            Ok(count) => told_to_editors(folder, count),
            Err(fault) => print_fault(&fault, Format::Text),
        };
    }
    let Some(file) = &asked.file else {
        for kind in FileKeys::all() {
            outln!("{:<32}  {}", kind.name, kind.what);
        }
        return FINE;
    };
    match FileKeys::of(file) {
        None => print_fault(&keys::unknown(file), Format::Text),
        Some(kind) if asked.schema => {
            outln!("{}", kind.schema().trim_end());
            FINE
        }
        Some(kind) => words(&kind),
    }
}

fn words(kind: &FileKeys) -> u8 {
    outln!("{}\n{}.\n", kind.paths.join(", "), kind.what);
    for key in kind.keys() {
        let needed = if key.is_needed { "(needed) " } else { "" };
        let name = format!("{:indent$}{}", "", key.name, indent = 2 * key.depth);
        outln!("{name:<24}  {needed}{}", key.meaning);
    }
    FINE
}

/// Says what to write into the settings of an editor, so that it knows which file has which keys.
fn told_to_editors(folder: &Path, count: usize) -> u8 {
    let (shown, dot) = (read::shown(folder), if folder.is_absolute() { "" } else { "./" });
    outln!(
        "{shown}: {count} schemas are written. For Visual Studio Code with the extension YAML (Red Hat), put this into .vscode/settings.json:\n"
    );
    let kinds: Vec<(String, Vec<String>)> =
        FileKeys::all().iter().map(|kind| (kind.name.clone(), kind.globs())).collect();
    let lines = kinds.iter().filter(|(_, globs)| !globs.is_empty()).map(|(name, globs)| {
        let globs: Vec<String> = globs.iter().map(|glob| format!("\"{glob}\"")).collect();
        format!("    \"{dot}{shown}/{name}.json\": [{}]", globs.join(", "))
    });
    outln!("{{\n  \"yaml.schemas\": {{\n{}\n  }}\n}}", lines.collect::<Vec<_>>().join(",\n"));
    FINE
}
