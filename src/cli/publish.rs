//! `wardpack publish`

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::run::print_fault;
use super::words::{number, plural};
use super::{FINE, Format};
use crate::model::published::PUBLISHED;
use crate::problem::fault::{Fault, publishing};
use crate::publish::{self, PublishedChanges, PublishedRelease};
use crate::read;
use crate::write::disk::RealDisk;
use crate::write::previous;

#[derive(Debug, Args)]
pub struct Publish {
    /// The folder that people read the site from: on this computer, a share or a drive
    #[arg(value_name = "TARGET")]
    target: PathBuf,
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
}

/// Shows what publishing changes, and does it where that is wanted. Returns the exit code.
pub fn publish(asked: &Publish) -> u8 {
    run(asked).map_or_else(|fault| print_fault(&fault, Format::Text), |()| FINE)
}

fn run(asked: &Publish) -> Result<(), Fault> {
    let Publish { target, site, content, .. } = asked;
    let release = if asked.rollback { publish::before(target)? } else { publish::of_site(site)? };
    read::look_at_target(content, site, target)?;
    let shown = read::shown(target);
    let changes = publish::changes(&release, target);
    let code = &release.code;
    if changes.is_empty() {
        outln!("{shown} is release {code} already: there is nothing to publish");
        return if asked.rollback { Ok(()) } else { list_addresses(&release, asked) };
    }
    if !changes.in_the_way.is_empty() {
        return Err(publishing::in_the_way(&shown, &changes.in_the_way));
    }
    show(&release, &changes, &shown);
    if !is_wanted(asked, &shown) {
        outln!("Nothing was written.");
        if !asked.dry_run && !io::stdin().is_terminal() {
            outln!("To publish it, add --write");
        }
        return Ok(());
    }
    let result = if asked.rollback {
        publish::roll_back(&release, target, &RealDisk)
    } else {
        publish::publish(&release, target, &RealDisk)
    };
    let old = result.map_err(|error| error.of_release(target))?;
    outln!("{shown} is release {code} now");
    if !asked.rollback {
        let addresses = publish::addresses(&release, content);
        addresses.write(content, &RealDisk).map_err(|error| error.of_files(content))?;
        say_listed(addresses.new, content);
    }
    if let Some(old) = old {
        let kept = read::shown(&previous(target));
        outln!("Release {old} is kept in {kept}; wardpack publish {} --rollback brings it back", quoted(&shown));
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
