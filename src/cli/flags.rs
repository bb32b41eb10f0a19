//! The flags of `build`, `serve` and `check`, and those that they share.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::flag_values::{self, Format};
#[cfg(feature = "links")]
use super::links::WantedAnswers;
use crate::model::audience::Audience;

#[derive(Debug, Args)]
pub(super) struct Build {
    #[command(flatten)]
    pub(super) shared: SharedFlags,
    /// The folder the site is written to; not inside the content folder
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub(super) output: PathBuf,
    /// Print problems only
    #[arg(long, short, conflicts_with_all = ["stats", "watch"])]
    pub(super) quiet: bool,
    /// Go on: build again after each change, until you press Ctrl+C
    #[arg(long)]
    pub(super) watch: bool,
    /// Print how long each stage took, how much processor time, what it went through, and the most memory at once
    #[arg(long, conflicts_with = "watch")]
    pub(super) stats: bool,
    #[command(flatten)]
    pub(super) watching: Watching,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) shared: SharedFlags,
    /// Print problems only
    #[arg(long, short)]
    pub(super) quiet: bool,
    /// Ask the sites that the pack links to whether the pages are still there. Nothing else that wardpack does asks another computer
    #[cfg(feature = "links")]
    #[arg(long, conflicts_with = "format")]
    links: bool,
    /// Ask again where a page opened or had moved longer ago than so many days; 0 asks everybody
    #[cfg(feature = "links")]
    #[arg(long, value_name = "DAYS", default_value_t = 7, requires = "links")]
    older_than: u16,
    /// Write down in checked.yaml of each resource on which day its link opened. What a person has written down stays
    #[cfg(feature = "links")]
    #[arg(long, requires = "links")]
    write_checked: bool,
}

#[cfg(feature = "links")]
impl Check {
    /// Returns what is wanted of the sites that the pack links to; nothing where they aren't to be asked.
    pub(super) fn wanted_answers(&self) -> Option<WantedAnswers> {
        let Check { older_than, write_checked, .. } = *self;
        self.links.then_some(WantedAnswers { older_than, write_checked })
    }
}

#[cfg(feature = "serve")]
#[derive(Debug, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    pub(super) shared: SharedFlags,
    /// The folder the site is written to; not inside the content folder
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub(super) output: PathBuf,
    #[command(flatten)]
    pub(super) watching: Watching,
    /// Open the site in your browser
    #[arg(long)]
    pub(super) open: bool,
    /// The port of the address; 1111 or the next free one if left out
    #[arg(long, value_name = "PORT")]
    pub(super) port: Option<u16>,
    /// Serve to other computers too, on this name or address of this one; without it nobody else can see the site
    #[arg(long, value_name = "NAME")]
    pub(super) host: Option<String>,
    /// The path that the pack will have on the intranet, such as /sexual-safety/
    #[arg(long, value_name = "PATH", default_value = "/", value_parser = crate::serve::base)]
    pub(super) base: String,
    /// How the list of problems opens a file: an address with {file}, {line} and {column}; none to show no links
    #[arg(long, value_name = "ADDRESS", default_value = "vscode://file/{file}:{line}:{column}", value_parser = flag_values::editor)]
    pub(super) editor: String,
}

#[derive(Debug, Args)]
pub(super) struct Watching {
    /// Look for changes twice a second and compare contents: for drives that don't tell of changes. On drives known for it, this is done without being asked for
    #[arg(long)]
    pub(super) poll: bool,
    /// After each change build from nothing too, and report any byte that differs
    #[arg(long)]
    pub(super) verify: bool,
    /// After each change say what changed in this page, such as wards/beach/index.html
    #[arg(long, value_name = "PAGE")]
    pub(super) why: Option<String>,
}

impl Watching {
    pub(super) fn is_asked_for(&self) -> bool {
        self.poll || self.verify || self.why.is_some()
    }
}

#[derive(Clone, Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own, as clap has them")]
pub(super) struct SharedFlags {
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
    /// The theme: a folder of that name in themes/ beside the content folder, laid over the one inside wardpack; if left out, the one that pack.yaml names, or ward
    #[arg(long, value_name = "NAME")]
    pub(super) theme: Option<String>,
    /// Only this ward (can be given several times): the site then has no other ward
    #[arg(long, value_name = "ID")]
    pub(super) ward: Vec<String>,
    /// Only what is meant for these readers: patients, carers, staff or visitors. Pages for others are in no file of the site, nor are their titles. What doesn't say who it is for is for everyone
    #[arg(long, value_name = "WHO", value_parser = flag_values::audience)]
    pub(super) audience: Option<Audience>,
    /// With what isn't finished (draft: true): its pages have a banner that says so, and aren't for publishing. Otherwise it is left out. `serve` shows it always
    #[arg(long)]
    pub(super) drafts: bool,
    /// How many threads to use, from 1 to 1024; as many as the computer has cores if left out
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(super) jobs: Option<u16>,
    /// The day that counts as today for reviews and checked contacts, such as 2026-11-23
    #[arg(long, value_name = "DATE", value_parser = flag_values::date)]
    pub(super) as_of: Option<Date>,
    /// Leave out the papers: the files to print beside the pages
    #[arg(long)]
    pub(super) no_print: bool,
    /// Refuse the build on warnings too
    #[arg(long)]
    pub(super) deny_warnings: bool,
    /// Refuse the build while something is still to do, such as a charter that nobody has agreed
    #[arg(long)]
    pub(super) deny_unfinished: bool,
    /// How to print problems and the result; json prints one object, and one a line after each change. Where a help is exact, its mend says which text takes the place of which, or what the file is to be called
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
}
