//! What stops a run that no change to the content would put right, by name: its wording stands here and nowhere else.
//!
//! A maker takes what is known as plain words, numbers and days, since every room further down uses it, and returns the [`Fault`].
//! One file a subject; nothing outside this folder can make a fault of words of its own.
//!
//! - `adopting.rs`: Files that can't be adopted or compared with those below
//! - `agreeing.rs`: What can't be written down as agreed, and what is no code
//! - `bundles.rs`: Bundles and updates that can't be made, read or compared
//! - `calls.rs`: Checks of services that can't be written down
//! - `content.rs`: Content that isn't there
//! - `detaching.rs`: Pages that can't be taken out of the site
//! - `exchanging.rs`: Workbooks of benchmarks that can't be made or taken back
//! - `importing.rs`: Sheets that nothing can be taken in from
//! - `output.rs`: Folders and files that can't be written
//! - `packs.rs`: Packs that can't be begun
//! - `printing.rs`: What can't be printed on paper
//! - `publishing.rs`: Releases that can't be published, brought back or compared
//! - `renaming.rs`: Items that can't get an id, or another one
//! - `rounds.rs`: Sheets that can't be written down as put up or taken down
//! - `running.rs`: What the program can't do here at all: threads, and codes of problems that it doesn't know
//! - `serving.rs`: Why a site can't be shown in a browser
//! - `starting.rs`: Pages that can't be started
//! - `ward_lists.rs`: Empty lists of wards that can't be begun
//! - `wards.rs`: Wards that aren't there, and wards that can't be begun

pub mod adopting;
pub mod agreeing;
pub mod bundles;
pub mod calls;
pub mod content;
pub mod detaching;
pub mod exchanging;
pub mod importing;
pub mod output;
pub mod packs;
pub mod printing;
pub mod publishing;
pub mod renaming;
pub mod rounds;
pub mod running;
pub mod serving;
pub mod starting;
pub mod ward_lists;
pub mod wards;

use super::Problem;

/// Wrong use, or the machine's fault: nothing that editing the content would put right.
#[derive(Debug)]
pub struct Fault {
    message: String,
    help: String,
}

impl Fault {
    /// Returns a fault. Only the files of this folder can, so that all wording stands here.
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Fault { message: message.into(), help: help.into() }
    }

    /// Returns what is wrong, as one sentence.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns what to do about it.
    pub fn help(&self) -> &str {
        &self.help
    }
}

impl From<&Problem> for Fault {
    /// Makes a problem of a file as a whole one that stops a run.
    fn from(problem: &Problem) -> Self {
        Fault::new(problem.message.clone(), problem.help.clone().unwrap_or_default())
    }
}
