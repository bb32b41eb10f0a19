//! What on a machine or in a folder will give trouble, in words for people who don't program: rules over what was seen, which somebody
//! else has looked at.

mod output;
mod typefaces;

use crate::problem::{Problem, Severity};
use crate::span::Files;
pub use output::letters_on_windows;
use output::{interrupted, lengths, room, writing};
pub use typefaces::SeenTypeface;

/// What was seen of a pack's folder and of the machine.
pub struct SeenMachine<'a> {
    /// The content folder as the user knows it.
    pub content: String,
    /// How many files the user's own pack and theme have; nothing where there is no such folder.
    pub files: Option<usize>,
    /// The folder that was named is a content folder itself.
    pub is_one_itself: bool,
    /// What was wrong with files and folders themselves while they were read.
    pub problems: &'a [Problem],
    pub sources: &'a dyn Files,
    /// Whether the disk takes two names for one that differ only by capital letters; nothing where that couldn't be tried.
    pub ignores_case: Option<bool>,
    pub output: SeenOutput,
    /// What kind of place that isn't a disk of this computer the content is on, and the site.
    pub content_on: DiskKind,
    pub output_on: DiskKind,
    /// The typefaces of the theme that aren't the program's.
    pub typefaces: Vec<SeenTypeface>,
    /// The room that is left where the site is written, in bytes.
    pub room: Option<u64>,
}

/// What a folder is on, as far as that can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskKind {
    OfThisComputer,
    /// In words, such as "a network drive".
    Shared(&'static str),
    /// Its name doesn't say, and the system can't be asked.
    NotLookedAt,
}

/// What was seen of the folder that the site is written to.
pub struct SeenOutput {
    pub shown: String,
    /// How long its whole path is on this machine, in the letters that Windows counts.
    pub length: usize,
    /// This machine is one with Windows, whose programs can't open longer paths; of others it is a hint only.
    pub is_on_windows: bool,
    pub refusal: Option<Refusal>,
    /// Files of the site that can't be changed: another program has them open, or they may not be.
    pub locked: Vec<String>,
    /// A run had begun to move files into it, and didn't come to its end.
    pub is_interrupted: bool,
    /// The site that is there.
    pub site: Option<SeenSite>,
}

/// Why nothing can be written into a folder.
#[derive(Clone, Debug)]
pub enum Refusal {
    /// A file, or a link to nothing, has the place of a folder.
    NoFolder(String),
    /// The disk refuses, in the system's words.
    OfTheDisk { folder: String, why: String },
}

pub struct SeenSite {
    pub bytes: u64,
    pub paths: Vec<String>,
}

/// How a finding is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Fine,
    NotLookedAt,
    /// Good to know; a build goes on.
    Advice,
    Trouble,
}

impl State {
    /// Returns the word that people and programs read.
    pub fn word(self) -> &'static str {
        match self {
            State::Fine => "fine",
            State::NotLookedAt => "not looked at",
            State::Advice => "good to know",
            State::Trouble => "trouble",
        }
    }
}

/// One thing that was looked at, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// What it is about, in a word or two.
    pub about: &'static str,
    pub state: State,
    pub says: String,
    pub help: Option<String>,
}

impl Diagnosis {
    fn new(about: &'static str, state: State, says: impl Into<String>) -> Self {
        Diagnosis { about, state, says: says.into(), help: None }
    }

    fn help(self, help: impl Into<String>) -> Self {
        Diagnosis { help: Some(help.into()), ..self }
    }
}

/// Returns what came of each thing that was looked at, in the order in which people put it right.
pub fn diagnoses(seen: &SeenMachine<'_>) -> Vec<Diagnosis> {
    let mut found = files(seen);
    found.extend(typefaces::typefaces(&seen.typefaces));
    found.push(letters(seen.ignores_case));
    found.push(writing(&seen.output));
    found.extend(interrupted(&seen.output));
    found.push(lengths(&seen.output));
    found.push(disk(seen.content_on, seen.output_on));
    found.push(watching(seen.content_on));
    found.push(room(seen.room, seen.output.site.as_ref()));
    found
}

/// Returns what is wrong with the names of files, with links and with reading.
fn files(seen: &SeenMachine<'_>) -> Vec<Diagnosis> {
    const ABOUT: &str = "Files";
    let content = &seen.content;
    let Some(count) = seen.files else {
        let none = Diagnosis::new(ABOUT, State::Trouble, format!("there is no folder {content}"));
        let help = if seen.is_one_itself {
            "this is the content folder itself: name the folder that it is in, such as wardpack doctor .."
        } else {
            "name the folder that content/ is in, such as wardpack doctor D:/our-pack; or start a pack with wardpack init"
        };
        return vec![none.help(help)];
    };
    if seen.problems.is_empty() && count == 0 {
        let none = Diagnosis::new(ABOUT, State::Trouble, format!("there is no file in {content}"));
        return vec![none.help("put the files of your pack there, or start a pack with wardpack init")];
    }
    if seen.problems.is_empty() {
        let files = if count == 1 { "1 file".to_owned() } else { format!("{count} files") };
        let says = format!(
            "{files} of the pack: each can be read, and has a name that Windows, a Mac and SharePoint can hold"
        );
        return vec![Diagnosis::new(ABOUT, State::Fine, says)];
    }
    let finding = |problem: &Problem| {
        let state = if problem.severity == Severity::Error { State::Trouble } else { State::Advice };
        let path = problem.path(seen.sources);
        let says = if problem.message.contains(path) {
            problem.message.clone()
        } else {
            format!("{path}: {}", problem.message)
        };
        Diagnosis { help: problem.help.clone(), ..Diagnosis::new(ABOUT, state, says) }
    };
    seen.problems.iter().map(finding).collect()
}

fn letters(ignores_case: Option<bool>) -> Diagnosis {
    const ABOUT: &str = "Capital letters";
    match ignores_case {
        Some(true) => Diagnosis::new(ABOUT, State::Fine, "this disk takes Visiting.md and visiting.md for one file"),
        Some(false) => Diagnosis::new(
            ABOUT,
            State::Fine,
            "this disk takes Visiting.md and visiting.md for two files; Windows and a Mac take them for one, so wardpack refuses such a pair",
        ),
        None => Diagnosis::new(ABOUT, State::NotLookedAt, "there is no pack.yaml to try it with"),
    }
}

fn disk(content: DiskKind, output: DiskKind) -> Diagnosis {
    const ABOUT: &str = "Disk";
    let says = |what: &str, on: DiskKind| match on {
        DiskKind::OfThisComputer => format!("{what} is on a disk of this computer"),
        DiskKind::Shared(kind) => format!("{what} is on {kind}"),
        DiskKind::NotLookedAt => format!("no name says that {what} is on a share; this system isn't asked further"),
    };
    let state = match (content, output) {
        (DiskKind::NotLookedAt, DiskKind::NotLookedAt) => State::NotLookedAt,
        (_, DiskKind::Shared(_)) => State::Advice,
        _ => State::Fine,
    };
    let both = if content == output {
        says("the pack", content)
    } else {
        format!("{}; {}", says("the pack", content), says("the site", output))
    };
    let finding = Diagnosis::new(ABOUT, state, both);
    if state == State::Advice {
        finding.help("a build is slower there than on a disk of this computer: build here with --output, then wardpack publish to the share")
    } else {
        finding
    }
}

/// Returns whether changes are heard of at once.
fn watching(content: DiskKind) -> Diagnosis {
    const ABOUT: &str = "Watching";
    match content {
        DiskKind::OfThisComputer => {
            Diagnosis::new(ABOUT, State::Fine, "serve and build --watch hear of each change at once")
        }
        DiskKind::Shared(kind) => {
            let says = format!(
                "{kind} may not tell of changes that other computers make, so serve and build --watch look for them twice a second"
            );
            Diagnosis::new(ABOUT, State::Advice, says)
                .help("nothing to do; a pack on a disk of this computer is watched with less work")
        }
        DiskKind::NotLookedAt => {
            let says = "whether the disk tells of each change can't be known here";
            Diagnosis::new(ABOUT, State::NotLookedAt, says)
                .help("if serve doesn't show what others change, start it with --poll")
        }
    }
}

#[cfg(test)]
mod tests;
