//! A pack to start from: what is asked about it, and that its files are written.

mod files;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::question::{line, one_of, tidy};
use crate::keys;
use crate::model::nation::Nation;
use crate::pipeline::Request;
use crate::problem::fault::{Fault, packs};
use crate::read;
use crate::write::disk::RealDisk;
use crate::write::whole;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PackQuestion {
    Title,
    Publisher,
    Nation,
    Languages,
}

use PackQuestion as Q;

/// The answers, as pack.yaml will hold them.
pub type PackAnswers = BTreeMap<PackQuestion, String>;

/// What is asked of somebody: the flag that answers it, the question, what the answer is, an example, and what counts where nothing is
/// said.
type AskedRow = (PackQuestion, &'static str, &'static str, &'static str, &'static str, Option<&'static str>);

const TABLE: [AskedRow; 4] = [
    (
        Q::Title,
        "--title",
        "What is the site called?",
        "The name at the top of every page",
        "Sexual safety at Northgate",
        Some("Sexual safety on our wards"),
    ),
    (
        Q::Publisher,
        "--publisher",
        "Who publishes it?",
        "The name of your trust or organisation, which answers for the pack",
        "Northgate NHS trust",
        None,
    ),
    (
        Q::Nation,
        "--nation",
        "In which nation are your wards?",
        "Pages name the services that people there can call",
        "england",
        Some("england"),
    ),
    (
        Q::Languages,
        "--languages",
        "Which languages is the site in?",
        "Those that the pack inside wardpack is in, with commas between them; English is first",
        "en, cy",
        Some("en"),
    ),
];

/// The languages of the pack inside the program. Its first one is that of all files without a language in their name.
pub const LANGUAGES: [(&str, &str); 3] = [("en", "English"), ("cy", "Cymraeg (Welsh)"), ("ur", "اردو (Urdu)")];

impl PackQuestion {
    /// Returns all questions in the order of asking.
    pub fn all() -> impl Iterator<Item = PackQuestion> {
        TABLE.iter().map(|(question, ..)| *question)
    }

    fn row(self) -> &'static AskedRow {
        TABLE.iter().find(|(question, ..)| *question == self).unwrap_or(&TABLE[0])
    }

    pub fn words(self) -> &'static str {
        self.row().2
    }

    /// Says what the answer is, in a sentence without its full stop.
    pub fn help(self) -> &'static str {
        self.row().3
    }

    pub fn example(self) -> &'static str {
        self.row().4
    }

    /// Returns what counts where nothing is said.
    pub fn default(self) -> Option<&'static str> {
        self.row().5
    }

    /// Returns what an answer is of, as words to write and names; nothing where it can be anything.
    pub fn choices(self) -> Vec<(String, String)> {
        let owned = |(word, name): (&str, &str)| (word.to_owned(), name.to_owned());
        match self {
            Q::Nation => Nation::choices().map(owned).collect(),
            Q::Languages => LANGUAGES.map(owned).to_vec(),
            Q::Title | Q::Publisher => Vec::new(),
        }
    }

    /// Returns the answer as pack.yaml will hold it, or says why it can't be one.
    pub fn check(self, written: &str) -> Result<String, String> {
        let written = tidy(written)?;
        match self {
            Q::Title | Q::Publisher => line(&written),
            Q::Nation => one_of(&written, "a nation", &self.choices()).map(|(word, _)| word),
            Q::Languages => languages(&written, &self.choices()),
        }
    }
}

fn languages(written: &str, choices: &[(String, String)]) -> Result<String, String> {
    let words = written.split([',', ' ']).filter(|word| !word.is_empty());
    let mut tags: Vec<String> = Vec::new();
    for word in words {
        let (tag, _) = one_of(word, "a language of the pack inside wardpack", choices)?;
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    let (first, others): (Vec<&str>, Vec<&str>) = tags.iter().map(String::as_str).partition(|tag| *tag == "en");
    if first.is_empty() || tags[0] != "en" {
        let right = [vec!["en"], others].concat().join(", ");
        return Err(format!("the pack inside wardpack is in English first; write {right}"));
    }
    Ok(tags.join(", "))
}

/// Returns what is given and what counts where nothing is said, or a line for each answer that can't be right or is missing.
pub fn complete(given: &PackAnswers) -> Result<PackAnswers, Vec<String>> {
    let (mut answers, mut wrong) = (PackAnswers::new(), Vec::new());
    for question in PackQuestion::all() {
        let (_, flag, _, help, example, default) = question.row();
        match given.get(&question).map(|written| question.check(written)) {
            Some(Ok(answer)) => drop(answers.insert(question, answer)),
            Some(Err(reason)) => wrong.push(format!("{flag}: {reason}")),
            None => match default {
                Some(default) => drop(answers.insert(question, (*default).to_owned())),
                None => wrong.push(format!("{flag} is missing; write {flag} \"{example}\" ({help})")),
            },
        }
    }
    if wrong.is_empty() { Ok(answers) } else { Err(wrong) }
}

/// Checks what is given before the rest is asked. Returns a line for each answer that can't be right.
pub fn check(given: &PackAnswers) -> Result<PackAnswers, Vec<String>> {
    let is_wrong = |(question, written): (&PackQuestion, &String)| {
        question.check(written).err().map(|reason| format!("{}: {reason}", question.row().1))
    };
    let wrong: Vec<String> = given.iter().filter_map(is_wrong).collect();
    let right = given.iter().filter_map(|(question, written)| Some((*question, question.check(written).ok()?)));
    if wrong.is_empty() { Ok(right.collect()) } else { Err(wrong) }
}

/// A pack that was begun.
#[derive(Debug, PartialEq, Eq)]
pub struct BegunPack {
    /// The files that were written, and what each is for.
    pub files: Vec<(PathBuf, &'static str)>,
    /// A file of the user's own that was left as it is, though the pack would have one there.
    pub kept: Option<PathBuf>,
}

const PACK: &str = "content/pack.yaml";
const LEAFLET: &str = "content/leaflets/sample-leaflet.md";
const WARD: &str = "content/wards/sample-ward.yaml";
const IGNORE: &str = ".gitignore";

/// Writes the files of a new pack into a folder, whose content folder the request names. Nothing that is there is written over.
pub fn begin(folder: &Path, answers: &PackAnswers, request: &Request) -> Result<BegunPack, Fault> {
    if let Some(name) = read::misnamed_pack(&request.folders.content) {
        return Err(packs::there_already(&read::shown(&request.folders.content.join(name))));
    }
    if let Some(name) = read::misnamed_pack(folder) {
        return Err(packs::inside_content(&read::shown(&folder.join(name))));
    }
    let taken: Vec<String> = [PACK, LEAFLET, WARD]
        .iter()
        .map(|path| folder.join(path))
        .filter(|path| read::is_there(path))
        .map(|path| read::shown(&path))
        .collect();
    if !taken.is_empty() {
        return Err(packs::files_there_already(&taken));
    }
    let has_ignore = read::is_there(&folder.join(IGNORE));
    let line = |path: &str| keys::editor_line(path).unwrap_or_default();
    let (pack, leaflet) = (line("pack.yaml") + &files::pack(answers), files::leaflet(request.as_of));
    let schemas = if read::is_there(&folder.join(keys::FOLDER)) { Vec::new() } else { keys::files() };
    let schemas: Vec<_> = schemas.iter().map(|(name, text)| (format!("{}/{name}", keys::FOLDER), text)).collect();
    let mut begun: Vec<(&str, &[u8])> = schemas.iter().map(|(path, text)| (&**path, text.as_bytes())).collect();
    begun.extend([(LEAFLET, leaflet.as_bytes()), (PACK, pack.as_bytes())]);
    if !has_ignore {
        begun.insert(0, (IGNORE, files::IGNORED.as_bytes()));
    }
    whole::put(folder, &begun, &RealDisk).map_err(|error| error.of_files(folder))?;
    // What a ward's file can say depends on the pack that it is part of.
    if let (Some(known), _) = super::known(request)? {
        let ward = line("wards/sample-ward.yaml") + &files::ward(&known);
        whole::put(folder, &[(WARD, ward.as_bytes())], &RealDisk).map_err(|error| error.of_files(folder))?;
    }
    let mut written = vec![
        (folder.join(PACK), "what the site is called, who publishes it, and what it stands on"),
        (folder.join(WARD), "a ward that is made up, to be replaced by yours"),
        (folder.join(LEAFLET), "a leaflet to try things out with"),
    ];
    if !schemas.is_empty() {
        written.push((
            folder.join(keys::FOLDER),
            "what an editor needs to offer and explain keys, such as Visual Studio Code",
        ));
    }
    if !has_ignore {
        written.push((folder.join(IGNORE), "what Git leaves alone, if you use it"));
    }
    Ok(BegunPack { files: written, kept: has_ignore.then(|| folder.join(IGNORE)) })
}
