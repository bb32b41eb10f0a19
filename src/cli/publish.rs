//! `wardpack publish`

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use super::publish_profile;
use super::run::print_fault;
use super::words::{number, plural};
use super::{FINE, Format, PROBLEMS, SharedFlags, flag_values};
use crate::model::published::PUBLISHED;
use crate::problem::fault::{Fault, publishing};
use crate::publish::{self, PublishedChanges, PublishedRelease};
use crate::read;
use crate::write::disk::RealDisk;
use crate::write::previous;

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own, as clap has them")]
pub struct Publish {
    /// The folder that people read the site from: on this computer, a share or a drive
    #[arg(value_name = "TARGET", required_unless_present = "profile", conflicts_with = "profile")]
    target: Option<PathBuf>,
    /// A profile of pack.yaml: build the site for its readers, in the folder output-NAME, and publish it where the profile says
    #[arg(long, value_name = "NAME", conflicts_with = "site")]
    profile: Option<String>,
    /// Publish without asking
    #[arg(long, conflicts_with = "dry_run")]
    write: bool,
    /// Only say what would change
    #[arg(long)]
    dry_run: bool,
    /// Bring the release before back; the one that is there now is kept in its place
    #[arg(long)]
    rollback: bool,
    /// The folder of the built site
    #[arg(long, value_name = "DIR", default_value = "output", conflicts_with = "rollback")]
    site: PathBuf,
    /// The folder that holds pack.yaml, into which nothing is published
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
    /// The day that counts as today in the site of a profile, such as 2026-11-23
    #[arg(long, value_name = "DATE", value_parser = flag_values::date, requires = "profile")]
    as_of: Option<Date>,
    /// Leave the files to print out of the site of a profile
    #[arg(long, requires = "profile")]
    no_print: bool,
}

impl Publish {
    /// Returns the flags of the build that comes before publishing a profile.
    fn of_build(&self) -> SharedFlags {
        SharedFlags {
            content: self.content.clone(),
            theme: None,
            ward: Vec::new(),
            audience: None,
            drafts: false,
            jobs: None,
            as_of: self.as_of,
            no_print: self.no_print,
            deny_warnings: false,
            deny_unfinished: false,
            format: Format::Text,
        }
    }
}

/// A release that is to be published, and where to.
struct WantedRelease {
    release: PublishedRelease,
    target: PathBuf,
    /// What a command that publishes there says after `wardpack publish`.
    words: String,
}

/// Shows what publishing changes, and does it where that is wanted. Returns the exit code.
pub fn publish(asked: &Publish) -> u8 {
    let done =
        wanted(asked).and_then(|wanted| wanted.map_or(Ok(PROBLEMS), |wanted| run(asked, &wanted).map(|()| FINE)));
    done.unwrap_or_else(|fault| print_fault(&fault, Format::Text))
}

/// Returns the release to publish; nothing where the site of a profile can't be built.
fn wanted(asked: &Publish) -> Result<Option<WantedRelease>, Fault> {
    let Publish { content, rollback, .. } = asked;
    let (site, target, words) = match (&asked.profile, &asked.target) {
        (Some(name), _) => {
            let Some((profile, places)) = publish_profile::profile(name, content)? else { return Ok(None) };
            // Before a long build, not after it, if the share isn't there.
            read::look_at_target(content, &places.site, &places.target)?;
            if !rollback && !publish_profile::build_site(&profile, &places, asked.of_build())? {
                outln!("Nothing was published: put right what stands above first.");
                return Ok(None);
            }
            (places.site, places.target, format!("--profile {name}"))
        }
        (None, target) => {
            let target = target.clone().unwrap_or_default();
            let words = quoted(&read::shown(&target));
            (asked.site.clone(), target, words)
        }
    };
    let release = if *rollback { publish::before(&target)? } else { publish::of_site(&site)? };
    read::look_at_target(content, &site, &target)?;
    Ok(Some(WantedRelease { release, target, words }))
}

fn run(asked: &Publish, wanted: &WantedRelease) -> Result<(), Fault> {
    let (content, WantedRelease { release, target, words }) = (&asked.content, wanted);
    let shown = read::shown(target);
    let changes = publish::changes(release, target);
    let code = &release.code;
    if changes.is_empty() {
        outln!("{shown} is release {code} already: there is nothing to publish");
        return if asked.rollback { Ok(()) } else { list_addresses(release, asked) };
    }
    if !changes.in_the_way.is_empty() {
        return Err(publishing::in_the_way(&shown, &changes.in_the_way));
    }
    show(release, &changes, &shown);
    if !is_wanted(asked, &shown) {
        outln!("Nothing was written.");
        if !asked.dry_run && !io::stdin().is_terminal() {
            outln!("To publish it, add --write");
        }
        return Ok(());
    }
    let result = if asked.rollback {
        publish::roll_back(release, target, &RealDisk)
    } else {
        publish::publish(release, target, &RealDisk)
    };
    let old = result.map_err(|error| error.of_release(target))?;
    outln!("{shown} is release {code} now");
    if !asked.rollback {
        let addresses = publish::addresses(release, content);
        addresses.write(content, &RealDisk).map_err(|error| error.of_files(content))?;
        say_listed(addresses.new, content);
    }
    if let Some(old) = old {
        let kept = read::shown(&previous(target));
        outln!("Release {old} is kept in {kept}; wardpack publish {words} --rollback brings it back");
    }
    Ok(())
}

/// Says how many addresses are new in the pack's list.
fn say_listed(new: usize, content: &Path) {
    if new > 0 {
        let list = read::shown(&content.join(PUBLISHED));
        let addresses = if new == 1 { "address" } else { "addresses" };
        outln!("{list} has {} new {addresses}: keep it with the pack, so that none vanishes unseen", number(new));
    }
}

/// Brings back what the list of published addresses lacks, though the release is there already: the list may have been lost.
fn list_addresses(release: &PublishedRelease, asked: &Publish) -> Result<(), Fault> {
    let content = &asked.content;
    let addresses = publish::addresses(release, content);
    if addresses.new > 0 && !asked.write {
        let list = read::shown(&content.join(PUBLISHED));
        outln!("{list} lacks {} of its addresses; to list them, add --write", number(addresses.new));
        return Ok(());
    }
    addresses.write(content, &RealDisk).map_err(|error| error.of_files(content))?;
    say_listed(addresses.new, content);
    Ok(())
}

/// So many paths of a kind are named; the others are counted.
const MOST_SHOWN: usize = 10;

fn show(release: &PublishedRelease, changes: &PublishedChanges, shown: &str) {
    outln!("Release {}, {}, to {shown}:", release.code, plural(release.count(), "file"));
    let lists = [("new", &changes.new), ("changed", &changes.changed), ("removed", &changes.removed)];
    for (what, paths) in lists {
        paths.iter().take(MOST_SHOWN).for_each(|path| outln!("  {what}: {path}"));
        if paths.len() > MOST_SHOWN {
            outln!("  {what}: {} more", number(paths.len() - MOST_SHOWN));
        }
    }
    let counts = lists.map(|(what, paths)| format!("{} {what}", number(paths.len()))).join(", ");
    outln!("{counts}, {} unchanged; {} bytes to copy", number(changes.unchanged), number(changes.bytes));
    if changes.is_begun {
        outln!("An earlier run was interrupted; this one completes it");
    }
}

/// Tells whether to go on: by a flag or, on a terminal, in answer to a question. Anything but yes is no.
fn is_wanted(asked: &Publish, shown: &str) -> bool {
    let may_ask = !asked.dry_run && io::stdin().is_terminal() && io::stderr().is_terminal();
    if asked.write || !may_ask {
        return asked.write;
    }
    let mut line = String::new();
    let asking = write!(io::stderr(), "Publish to {shown}? [y/N] ").and_then(|()| io::stderr().flush());
    asking.and_then(|()| io::stdin().lock().read_line(&mut line)).is_ok()
        && ["y", "yes"].contains(&line.trim().to_lowercase().as_str())
}

fn quoted(path: &str) -> String {
    if path.contains(' ') { format!("\"{path}\"") } else { path.to_owned() }
}
