//! Arguments as types, and what each subcommand prints.
//!
//! - `adopt.rs`: `wardpack adopt` and `wardpack diff-base`
//! - `agree.rs`: `wardpack agree` and `wardpack code`
//! - `bundle.rs`: `wardpack bundle`
//! - `calls.rs`: `wardpack calls` and `wardpack called`
//! - `changes.rs`: `wardpack changes`
//! - `explain.rs`: `wardpack explain CODE`
//! - `export.rs`: `wardpack export`
//! - `help.rs`: Examples and exit codes for `--help`
//! - `import.rs`: `wardpack import`
//! - `init.rs`: `wardpack init`
//! - `new.rs`: `wardpack new`: asks about a ward and writes its file, or writes an empty list
//! - `place.rs`: Where a bundle is put, as a folder or a zip file
//! - `progress.rs`: The progress line: only on a terminal, and only while there is something to wait for
//! - `promises.rs`: `wardpack promises`
//! - `publish.rs`: `wardpack publish`
//! - `round.rs`: `wardpack round`
//! - `run.rs`: `wardpack build` and `wardpack check`
//! - `serve.rs`: `wardpack serve`
//! - `stats.rs`: `--stats`: how long each stage of a build took, how much processor time, and how much was gone through
//! - `stream.rs`: What is printed, and what becomes of a stream that takes no more
//! - `update.rs`: `wardpack bundle --update`
//! - `flag_values.rs`: The values of flags that are more than words and numbers
//! - `verify.rs`: `wardpack verify`
//! - `watch.rs`: `wardpack build --watch`, and what `wardpack serve` prints too: one line a round
//! - `words.rs`: Numbers and lists in words

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "this is where the clock and the terminal are"
)]

#[macro_use]
mod stream;

mod adopt;
mod agree;
mod bundle;
mod calls;
mod changes;
mod explain;
mod export;
mod help;
mod import;
pub mod init;
pub mod new;
mod place;
mod progress;
mod promises;
mod publish;
mod round;
mod run;
#[cfg(feature = "serve")]
mod serve;
mod stats;
mod update;
mod flag_values;
mod verify;
mod watch;
mod words;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, Parser, Subcommand, error::ErrorKind};
use jiff::civil::Date;

use crate::model::audience::Audience;
use flag_values::Format;
pub use help::command;

/// Fine: nothing refused the build.
pub const FINE: u8 = 0;
/// There are problems in the content.
pub const PROBLEMS: u8 = 1;
/// Wrong use, or the machine's fault.
pub const FAULT: u8 = 2;

#[derive(Debug, Parser)]
#[command(
    name = "wardpack",
    version,
    about = "Turns a folder of YAML and Markdown into a ward's website on sexual safety",
    long_about = help::ABOUT,
    after_help = help::PROGRAM
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start a pack in a folder: asks, and writes a complete small one to change
    #[command(after_help = help::INIT)]
    Init(init::Init),
    /// Build the site: content/ becomes output/
    #[command(after_help = help::BUILD)]
    Build(Build),
    /// Show the site in a browser while you write: each save is on the page at once
    #[cfg(feature = "serve")]
    #[command(after_help = help::SERVE)]
    Serve(Serve),
    /// Look for mistakes without writing anything
    #[command(after_help = help::CHECK)]
    Check(SharedFlags),
    /// Write down which words of a ward's charter were agreed, when, and by how many
    #[command(after_help = help::AGREE)]
    Agree(agree::Agree),
    /// Say which ward's charter a code on paper is of, and whether the sheet is current
    #[command(after_help = help::CODE)]
    Code(agree::Code),
    /// List which sheets hang on a ward, what to take down and what to put up; or write down what was put up
    #[command(after_help = help::ROUND)]
    Round(round::RoundAsked),
    /// List the services to call or open before patients read the pack: a sheet to print
    #[command(after_help = help::CALLS)]
    Calls(calls::Calls),
    /// Write down that somebody called or opened a service, and it was right
    #[command(after_help = help::CALLED)]
    Called(calls::Called),
    /// List what leaflets promise of each ward, for the ward manager to confirm
    #[command(after_help = help::PROMISES)]
    Promises(promises::Promises),
    /// Start a ward, or a list of many: writes the file to fill in
    #[command(subcommand)]
    New(new::New),
    /// Write something out for another program: a benchmark as a workbook to fill in
    #[command(subcommand)]
    Export(export::Export),
    /// Take in what a trust has in a sheet: the wording of the standards, or a benchmark that was filled in
    #[command(subcommand)]
    Import(import::Import),
    /// Take files of the pack below up for editing, and remember what they said
    Adopt(adopt::Adopt),
    /// Say what the pack below has changed since you adopted your files
    DiffBase(adopt::DiffBase),
    /// Make a ward's own pack, for a share or a USB stick: its pages and no other ward's
    Bundle(bundle::Bundle),
    /// Put the built site where people read it, and keep the release before
    #[command(after_help = help::PUBLISH)]
    Publish(publish::Publish),
    /// Say what has changed between two built sites, in words for an approval
    #[command(after_help = help::CHANGES)]
    Changes(changes::ComparedSites),
    /// Say whether a copy of a ward's own pack is whole, and how far behind it is; or whether a published site is
    #[command(after_help = help::VERIFY)]
    Verify(verify::Verify),
    /// Say what a problem's code means and what to write instead
    #[command(after_help = help::EXPLAIN)]
    Explain {
        /// The code, such as R001; leave it out for a list of all codes
        code: Option<String>,
    },
}

#[derive(Debug, Args)]
struct Build {
    #[command(flatten)]
    shared: SharedFlags,
    /// The folder the site is written to; not inside the content folder
    #[arg(long, value_name = "DIR", default_value = "output")]
    output: PathBuf,
    /// Go on: build again after each change, until you press Ctrl+C
    #[arg(long)]
    watch: bool,
    /// Print how long each stage took, how much processor time, what it went through, and the most memory at once
    #[arg(long, conflicts_with = "watch")]
    stats: bool,
    #[command(flatten)]
    watching: Watching,
}

#[cfg(feature = "serve")]
#[derive(Debug, Args)]
struct Serve {
    #[command(flatten)]
    shared: SharedFlags,
    /// The folder the site is written to; not inside the content folder
    #[arg(long, value_name = "DIR", default_value = "output")]
    output: PathBuf,
    #[command(flatten)]
    watching: Watching,
    /// Open the site in your browser
    #[arg(long)]
    open: bool,
    /// The port of the address; 1111 or the next free one if left out
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Serve to other computers too, on this name or address of this one; without it nobody else can see the site
    #[arg(long, value_name = "NAME")]
    host: Option<String>,
    /// The path that the pack will have on the intranet, such as /sexual-safety/
    #[arg(long, value_name = "PATH", default_value = "/", value_parser = crate::serve::base)]
    base: String,
    /// How the list of problems opens a file: an address with {file}, {line} and {column}; none to show no links
    #[arg(long, value_name = "ADDRESS", default_value = "vscode://file/{file}:{line}:{column}", value_parser = flag_values::editor)]
    editor: String,
}

#[derive(Debug, Args)]
struct Watching {
    /// Look for changes twice a second and compare contents: for drives that don't tell of changes. On drives known for it, this is done without being asked for
    #[arg(long)]
    poll: bool,
    /// After each change build from nothing too, and report any byte that differs
    #[arg(long)]
    verify: bool,
    /// After each change say what changed in this page, such as wards/beach/index.html
    #[arg(long, value_name = "PAGE")]
    why: Option<String>,
}

impl Watching {
    fn is_asked_for(&self) -> bool {
        self.poll || self.verify || self.why.is_some()
    }
}

#[derive(Debug, Args)]
struct SharedFlags {
    /// The folder that holds pack.yaml
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
    /// The theme: a folder of that name in themes/ beside the content folder, laid over the one inside wardpack; if left out, the one that pack.yaml names, or ward
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    /// Only this ward (can be given several times): the site then has no other ward
    #[arg(long, value_name = "ID")]
    ward: Vec<String>,
    /// Only what is meant for these readers: patients, carers, staff or visitors. Pages for others are in no file of the site, nor are their titles. What doesn't say who it is for is for everyone
    #[arg(long, value_name = "WHO", value_parser = flag_values::audience)]
    audience: Option<Audience>,
    /// How many threads to use, from 1 to 1024; as many as the computer has cores if left out
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
    /// The day that counts as today for reviews and checked contacts, such as 2026-11-23
    #[arg(long, value_name = "DATE", value_parser = flag_values::date)]
    as_of: Option<Date>,
    /// Refuse the build on warnings too
    #[arg(long)]
    deny_warnings: bool,
    /// Refuse the build while something is still to do, such as a charter that nobody has agreed
    #[arg(long)]
    deny_unfinished: bool,
    /// How to print problems and the result; json prints one object, and one a line after each change. Where a help is exact, its mend says which text takes the place of which, or what the file is to be called
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Runs what the command line asks for, and returns the exit code.
pub fn main() -> ExitCode {
    let code = match Arguments::try_parse() {
        Ok(arguments) => run(arguments.command),
        Err(error) => explain_use(&error),
    };
    stream::end(code)
}

/// Prints what was asked for with `--help` or `--version`, or what is wrong with the arguments. Returns the exit code.
fn explain_use(error: &clap::Error) -> u8 {
    if let Err(error) = error.print().and_then(|()| io::stdout().flush()) {
        stream::note(error);
    }
    if error.use_stderr() { FAULT } else { FINE }
}

fn run(command: Command) -> u8 {
    match command {
        Command::Build(build) if build.watch => watch::build(&build.shared, &build.watching, &build.output),
        Command::Build(build) if build.watching.is_asked_for() => explain_use(
            &Arguments::command().error(ErrorKind::MissingRequiredArgument, "--poll, --verify and --why need --watch"),
        ),
        Command::Build(build) => run::run(&build.shared, Some(&build.output), build.stats),
        #[cfg(feature = "serve")]
        Command::Serve(serve) => serve::serve(&serve),
        Command::Check(shared) => run::run(&shared, None, false),
        Command::Agree(asked) => agree::agree(&asked),
        Command::Code(asked) => agree::code(&asked),
        Command::Round(asked) => round::round(&asked),
        Command::Calls(asked) => calls::calls(&asked),
        Command::Called(asked) => calls::called(&asked),
        Command::Promises(asked) => promises::promises(&asked),
        Command::Init(asked) => init::init(&asked),
        Command::New(asked) => new::new(&asked),
        Command::Export(export::Export::Benchmark(asked)) => export::benchmark(&asked),
        Command::Import(import::Import::Standards(asked)) => import::standards(&asked),
        Command::Import(import::Import::Benchmark(asked)) => import::benchmark(&asked),
        Command::Adopt(asked) => adopt::adopt(&asked),
        Command::DiffBase(asked) => adopt::diff_base(&asked),
        Command::Bundle(asked) => bundle::bundle(&asked),
        Command::Publish(asked) => publish::publish(&asked),
        Command::Changes(asked) => changes::changes(&asked),
        Command::Verify(asked) => verify::verify(&asked),
        Command::Explain { code } => explain::explain(code.as_deref()),
    }
}
