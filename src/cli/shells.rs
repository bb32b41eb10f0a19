//! `wardpack completions` and `wardpack man`: what shells and `man` know of the commands, made of the same flags as `--help`.

use std::path::PathBuf;

use clap::{Args, Command};
use clap_complete::Shell;
use clap_mangen::Man;

use super::run::print_fault;
use super::words::plural;
use super::{FINE, Format, stream};
use crate::read;
use crate::write::disk::RealDisk;
use crate::write::whole;

#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

#[derive(Debug, Args)]
pub struct ManPages {
    /// The folder that the pages are put into
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Prints what a shell needs to complete commands and flags, and returns the exit code.
pub fn completions(asked: &Completions, mut program: Command) -> u8 {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut program, "wardpack", &mut script);
    stream::out(format_args!("{}", String::from_utf8_lossy(&script)));
    FINE
}

/// Writes a page for `man` for the program and for each command, and returns the exit code.
pub fn man(asked: &ManPages, mut program: Command) -> u8 {
    program.build();
    let mut pages = Vec::new();
    add_page(&program, &mut pages);
    let files: Vec<(&str, &[u8])> = pages.iter().map(|(name, page)| (name.as_str(), page.as_slice())).collect();
    match whole::put(&asked.folder, &files, &RealDisk) {
        Ok(()) => {
            outln!("{} written to {}", plural(files.len(), "page"), read::shown(&asked.folder));
            FINE
        }
        Err(error) => print_fault(&error.of_files(&asked.folder), Format::Text),
    }
}

/// Adds the page of a command, and those of the commands below it that `--help` shows.
fn add_page(command: &Command, pages: &mut Vec<(String, Vec<u8>)>) {
    let page = Man::new(command.clone());
    let (name, mut bytes) = (page.get_filename(), Vec::new());
    // What is written into memory is always written.
    if page.render(&mut bytes).is_ok() {
        pages.push((name, bytes));
    }
    let shown = command.get_subcommands().filter(|below| !below.is_hide_set() && below.get_name() != "help");
    shown.for_each(|below| add_page(below, pages));
}
