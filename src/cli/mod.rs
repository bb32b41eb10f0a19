//! Arguments as types, and what each subcommand prints.
//!
//! - `adopt.rs`: `wardpack adopt` and `wardpack diff-base`
//! - `agree.rs`: `wardpack agree` and `wardpack code`
//! - `bundle.rs`: `wardpack bundle`
//! - `calls.rs`: `wardpack calls` and `wardpack called`
//! - `changes.rs`: `wardpack changes`
//! - `doctor.rs`: `wardpack doctor`
//! - `evidence.rs`: `wardpack evidence`
//! - `explain.rs`: `wardpack explain CODE`
//! - `export.rs`: `wardpack export`
//! - `export_flat.rs`: `wardpack export flat`
//! - `export_page.rs`: `wardpack export page`
//! - `flags.rs`: The flags of `build`, `serve` and `check`, and those that they share
//! - `help.rs`: Examples and exit codes for `--help`
//! - `import.rs`: `wardpack import`
//! - `init.rs`: `wardpack init`
//! - `keys.rs`: `wardpack keys`
//! - `links.rs`: `wardpack check --links`
//! - `new.rs`: `wardpack new`: asks about a ward and writes its file, or writes an empty list
//! - `new_pages.rs`: `wardpack new leaflet` and the like: a file to start from
//! - `place.rs`: Where a bundle is put, as a folder or a zip file
//! - `print.rs`: `wardpack print`
//! - `progress.rs`: The progress line: only on a terminal, and only while there is something to wait for
//! - `promises.rs`: `wardpack promises`
//! - `publish.rs`: `wardpack publish`
//! - `publish_profile.rs`: The site of a profile of pack.yaml: built for its readers, to be published where it says
//! - `rename.rs`: `wardpack rename`
//! - `round.rs`: `wardpack round`
//! - `run.rs`: `wardpack build` and `wardpack check`
//! - `serve.rs`: `wardpack serve`
//! - `shells.rs`: `wardpack completions` and `wardpack man`: what shells and `man` know of the commands
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
mod doctor;
mod evidence;
mod explain;
mod export;
mod export_flat;
mod export_page;
mod flag_values;
mod flags;
mod help;
mod import;
pub mod init;
mod keys;
#[cfg(feature = "links")]
mod links;
pub mod new;
mod new_pages;
mod place;
mod print;
mod progress;
mod promises;
mod publish;
mod publish_profile;
mod rename;
mod round;
mod run;
#[cfg(feature = "serve")]
mod serve;
mod shells;
mod stats;
mod update;
mod verify;
mod watch;
mod words;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

use flag_values::{Colours, Format};
#[cfg(feature = "serve")]
use flags::Serve;
use flags::{Build, Check, SharedFlags, Watching};
pub use help::command;
use run::Printed;

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
    /// Whether to print in colours; auto does where the terminal shows them
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Colours::Auto)]
    color: Colours,
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
    Check(Check),
    /// Write down which words of a ward's charter were agreed, when, and by how many
    #[command(after_help = help::AGREE)]
    Agree(agree::Agree),
    /// Say which sheet a code on paper is of, and whether it is current
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
    /// List what the pack can show to whoever assesses how it is made, and what it can't
    #[command(after_help = help::EVIDENCE)]
    Evidence(evidence::Evidence),
    /// List what leaflets promise of each ward, for the ward manager to confirm
    #[command(after_help = help::PROMISES)]
    Promises(promises::Promises),
    /// Make the files to print of a ward: charter, leaflets and cards; or those that are for every ward
    #[command(after_help = help::PRINT)]
    Print(print::Print),
    /// Start a ward, a list of many, a leaflet or another page: writes the file to fill in
    #[command(subcommand)]
    New(new::New),
    /// Write something out for another program: a benchmark as a workbook to fill in, or pages as files that stand alone
    #[command(subcommand)]
    Export(export::Export),
    /// Take in what a trust has in a sheet: the wording of the standards, or a benchmark that was filled in
    #[command(subcommand)]
    Import(import::Import),
    /// Give a page or a ward another id: rewrites what refers to it, and its earlier address leads on
    #[command(after_help = help::RENAME)]
    Rename(rename::Rename),
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
    /// Look at this machine and the folder of your pack: say what will give trouble, such as a full disk or a name that Windows refuses
    #[command(after_help = help::DOCTOR)]
    Doctor(doctor::Doctor),
    /// Say what a problem's code means and what to write instead
    #[command(after_help = help::EXPLAIN)]
    Explain(explain::Explain),
    /// Say which keys a kind of file can have, in words or as a schema for your editor
    #[command(after_help = help::KEYS)]
    Keys(keys::Keys),
    /// Print what your shell needs to complete commands and flags
    #[command(after_help = help::COMPLETIONS)]
    Completions(shells::Completions),
    /// Write pages for man into a folder
    #[command(hide = true)]
    Man(shells::ManPages),
}

/// Runs what the command line asks for, and returns the exit code.
pub fn main() -> ExitCode {
    let code = match Arguments::try_parse() {
        Ok(arguments) => {
            stream::set_colours(arguments.color);
            run(arguments.command)
        }
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

/// Looks for mistakes and, where that is asked for, at links. Returns the exit code that says more.
fn run_check(check: &Check) -> u8 {
    let code = run::run(&check.shared, None, Printed { stats: false, quiet: check.quiet });
    #[cfg(feature = "links")]
    if let (Some(wanted), true) = (check.wanted_answers(), code < FAULT) {
        return code.max(links::check(&check.shared, wanted));
    }
    code
}

fn run(command: Command) -> u8 {
    match command {
        Command::Build(build) if build.watch => watch::build(&build.shared, &build.watching, &build.output),
        Command::Build(build) if build.watching.is_asked_for() => explain_use(
            &Arguments::command().error(ErrorKind::MissingRequiredArgument, "--poll, --verify and --why need --watch"),
        ),
        Command::Build(build) => {
            run::run(&build.shared, Some(&build.output), Printed { stats: build.stats, quiet: build.quiet })
        }
        #[cfg(feature = "serve")]
        Command::Serve(serve) => serve::serve(&serve),
        Command::Check(check) => run_check(&check),
        Command::Agree(asked) => agree::agree(&asked),
        Command::Code(asked) => agree::code(&asked),
        Command::Round(asked) => round::round(&asked),
        Command::Calls(asked) => calls::calls(&asked),
        Command::Called(asked) => calls::called(&asked),
        Command::Evidence(asked) => evidence::evidence(&asked),
        Command::Promises(asked) => promises::promises(&asked),
        Command::Print(asked) => print::print(&asked),
        Command::Init(asked) => init::init(&asked),
        Command::New(asked) => new::new(&asked),
        Command::Export(export::Export::Benchmark(asked)) => export::benchmark(&asked),
        Command::Export(export::Export::Flat(asked)) => export_flat::flat(&asked),
        Command::Export(export::Export::Page(asked)) => export_page::pages(&asked),
        Command::Import(import::Import::Standards(asked)) => import::standards(&asked),
        Command::Import(import::Import::Benchmark(asked)) => import::benchmark(&asked),
        Command::Rename(asked) => rename::rename(&asked),
        Command::Adopt(asked) => adopt::adopt(&asked),
        Command::DiffBase(asked) => adopt::diff_base(&asked),
        Command::Bundle(asked) => bundle::bundle(&asked),
        Command::Publish(asked) => publish::publish(&asked),
        Command::Changes(asked) => changes::changes(&asked),
        Command::Verify(asked) => verify::verify(&asked),
        Command::Doctor(asked) => doctor::doctor(&asked),
        Command::Explain(asked) => explain::explain(&asked),
        Command::Keys(asked) => keys::keys(&asked),
        Command::Completions(asked) => shells::completions(&asked, Arguments::command()),
        Command::Man(asked) => shells::man(&asked, Arguments::command()),
    }
}
