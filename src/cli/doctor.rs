//! `wardpack doctor`

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::{FINE, Format, PROBLEMS};
use crate::doctor::{self, Diagnosis, DiskKind, Refusal, SeenMachine, SeenOutput, SeenSite, SeenTypeface, State};
use crate::problem::json::{self, JsonLayout};
use crate::read::{self, FileCache, Folders, Sources};
use crate::watch::mounts;
use crate::write::{self, probe};

#[derive(Debug, Args)]
pub struct Doctor {
    /// The folder of your pack, in which content/ is
    #[arg(default_value = ".")]
    folder: PathBuf,
    /// The folder the site is written to; output/ in the folder of your pack, if left out
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// How to print what was found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Looks at the machine and the folder, prints what will give trouble, and returns the exit code.
pub fn doctor(asked: &Doctor) -> u8 {
    let content = asked.folder.join("content");
    let output = asked.output.clone().unwrap_or_else(|| asked.folder.join("output"));
    let folders = Folders { content: content.clone(), themes: asked.folder.join("themes"), theme: None };
    let is_there = content.is_dir();
    let sources = if is_there { read::read(&folders, &mut FileCache::default()) } else { Sources::default() };
    let own = sources.ids().filter(|id| !sources.file(*id).inherited).count();
    let found = doctor::diagnoses(&SeenMachine {
        content: read::shown(&content),
        files: is_there.then_some(own),
        is_one_itself: asked.folder.join("pack.yaml").is_file(),
        problems: &sources.problems,
        sources: &sources,
        ignores_case: read::ignores_case(&content.join("pack.yaml")),
        output: seen(&output),
        content_on: kind(&content),
        output_on: kind(&output),
        typefaces: typefaces(&sources),
        room: read::room(&output),
    });
    match asked.format {
        Format::Text => print_text(&found),
        Format::Json => print_json(&found),
    }
    if found.iter().any(|finding| finding.state == State::Trouble) { PROBLEMS } else { FINE }
}

/// Returns the typefaces of the theme that aren't the program's.
fn typefaces(sources: &Sources) -> Vec<SeenTypeface> {
    let own = sources.theme.values().map(|id| sources.file(*id)).filter(|file| !file.inherited);
    own.filter_map(|file| SeenTypeface::of(&file.shown, &file.bytes)).collect()
}

fn seen(output: &Path) -> SeenOutput {
    let paths = write::paths(output);
    let absolute = std::path::absolute(output).unwrap_or_else(|_| output.to_owned());
    let why = |(place, error): (PathBuf, std::io::Error)| {
        let folder = read::shown(&place);
        let why = error.to_string();
        let why = why.split(" (os error").next().unwrap_or(&why).to_lowercase();
        if place.is_dir() { Refusal::OfTheDisk { folder, why } } else { Refusal::NoFolder(folder) }
    };
    SeenOutput {
        shown: read::shown(output),
        length: doctor::letters_on_windows(&absolute.to_string_lossy()),
        is_on_windows: cfg!(windows),
        refusal: probe::refusal(output).map(why),
        locked: probe::locked(output),
        is_interrupted: write::is_interrupted(output),
        site: (!paths.is_empty()).then(|| SeenSite { bytes: probe::size(output), paths: paths.into_iter().collect() }),
    }
}

/// Returns what a folder is on, or would be.
fn kind(folder: &Path) -> DiskKind {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let there = absolute.ancestors().find(|part| part.exists()).unwrap_or(folder);
    match mounts::silent(there) {
        Some(kind) => DiskKind::Shared(kind),
        None if mounts::SYSTEM_SAYS => DiskKind::OfThisComputer,
        None => DiskKind::NotLookedAt,
    }
}

fn print_text(found: &[Diagnosis]) {
    for finding in found {
        outln!("{}: {}\n  {}", finding.about, finding.state.word(), shown(&finding.says));
        if let Some(help) = &finding.help {
            outln!("  help: {}", shown(help));
        }
    }
    let troubles = found.iter().filter(|finding| finding.state == State::Trouble).count();
    match troubles {
        0 => outln!("\nNothing here will keep a build from working"),
        1 => outln!("\n1 trouble"),
        _ => outln!("\n{troubles} troubles"),
    }
}

/// Returns words with a sign for each letter that a terminal obeys: the name of a file can hold any.
fn shown(words: &str) -> String {
    words.replace(char::is_control, "\u{fffd}")
}

fn print_json(found: &[Diagnosis]) {
    let object = |finding: &Diagnosis| json!({ "about": finding.about, "state": finding.state.word(), "says": finding.says, "help": finding.help });
    let findings: Vec<_> = found.iter().map(object).collect();
    outln!("{}", json::printed(&json!({ "findings": findings }), JsonLayout::Indented));
}
