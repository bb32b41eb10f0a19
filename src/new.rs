//! Starts packs, wards and pages: checks what is said of a new one and writes its files, or writes an empty list for many wards. Asking is
//! `cli`'s.
//!
//! - `file.rs`: The words of a new ward's file
//! - `list.rs`: An empty list of wards, as a workbook or as CSV
//! - `pack.rs`: A pack to start from: what is asked about it, and that its files are written
//! - `pages.rs`: Files to start from for one page each: a leaflet, a story, a benchmark and the like
//! - `question.rs`: What is asked about a new ward, and what an answer can be
//! - `resources.rs`: A resource that is started: an entry at the end of the pack's own list

mod file;
mod list;
pub mod pack;
pub mod pages;
pub mod question;
mod resources;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::keys;
use crate::model::kind::Kind;
use crate::model::settings::WardKind;
use crate::pipeline::{Report, Request, site};
use crate::problem::fault::{Fault, ward_lists, wards};
use crate::read::name::id_in_bank;
use crate::read::{self, Sources};
use crate::resolve::charter::Charter;
use crate::resolve::{Site, values};
use crate::span::Files;
use crate::write::disk::RealDisk;
use crate::write::whole;
use question::{WardAnswers, WardQuestion};

/// What a pack has already, as far as it matters to a new ward.
#[derive(Debug)]
pub struct KnownWards {
    /// The content folder.
    pub content: PathBuf,
    /// The kinds of ward that pack.yaml lists: ids and names.
    pub kinds: Vec<(String, String)>,
    /// The hospitals that pack.yaml lists: ids and names. Where it lists any, each ward is in one of them.
    pub hospitals: Vec<(String, String)>,
    /// The names of hospitals that give an independent contact to their wards, and whether the trust gives one to all.
    shared_support: (BTreeSet<String>, bool),
    /// The languages that have a charter.
    pub languages: Vec<String>,
    /// By the kind of ward, the ids of its leaflets.
    pub leaflets: BTreeMap<String, Vec<String>>,
    /// By the kind of ward, the ids of the behaviours of its charter, and whether a ward must keep each.
    pub behaviours: BTreeMap<String, Vec<(String, bool)>>,
    /// A picture of the picture bank that no line of a charter shows yet.
    pub picture: Option<String>,
    /// The ids that are taken, and by what.
    pub taken: BTreeMap<String, String>,
    pub today: Date,
}

impl KnownWards {
    /// Tells whether a ward has its independent contact from its hospital or its trust, since it says nothing of one itself.
    pub fn inherits_support(&self, answers: &WardAnswers) -> bool {
        let (hospitals, trust) = &self.shared_support;
        let has_own = answers.keys().any(|question| question.is_of_support());
        !has_own && (*trust || answers.get(&WardQuestion::Site).is_some_and(|site| hospitals.contains(site)))
    }
}

/// Returns what the pack has already; nothing, with the report, where pack.yaml can't be read. Mistakes elsewhere don't keep
/// anybody from starting a ward.
pub fn known(request: &Request) -> Result<(Option<KnownWards>, Report), Fault> {
    whole::sweep(&request.folders.content, &RealDisk);
    let (site, report) = site(request)?;
    let known = site.map(|site| gather(&site, &report.sources, request));
    Ok((known, report))
}

fn gather(site: &Site, sources: &Sources, request: &Request) -> KnownWards {
    let (pack, settings) = (&site.pack, &site.pack.settings);
    let first = settings.first_language();
    let has_charter = |tag: &&str| pack.template((*tag != first).then_some(*tag)).is_some();
    let languages = settings.languages.iter().map(|tag| tag.value.as_str()).filter(has_charter);
    let leaflets_of = |kind: &WardKind| {
        let leaflets = pack.articles.iter().filter(|page| page.kind == Kind::Leaflet && page.language.is_first());
        let own = leaflets.filter(|leaflet| leaflet.is_for(&kind.id.0)).map(|leaflet| leaflet.id.clone());
        (kind.id.0.value.clone(), own.collect())
    };
    let hospitals = || settings.hospitals.iter().map(|hospital| (hospital, values::plain(&hospital.name)));
    let with_support = hospitals().filter(|(hospital, _)| hospital.contacts.0.support.is_some()).map(|(_, name)| name);
    let trust = settings.contacts.as_ref().is_some_and(|contacts| contacts.0.support.is_some());
    let behaviours_of = |kind: &WardKind| {
        let template = pack.template_of(&kind.id.0, None);
        let lines = template.map(|template| template.behaviours.as_slice()).unwrap_or_default();
        (kind.id.0.value.clone(), lines.iter().map(|line| (line.id.0.value.clone(), line.required)).collect())
    };
    KnownWards {
        content: request.folders.content.clone(),
        kinds: settings.ward_kinds.iter().map(|kind| (kind.id.0.value.clone(), values::plain(&kind.name))).collect(),
        hospitals: hospitals().map(|(hospital, name)| (hospital.id.0.value.clone(), name)).collect(),
        shared_support: (with_support.collect(), trust),
        languages: languages.map(str::to_owned).collect(),
        leaflets: settings.ward_kinds.iter().map(leaflets_of).collect(),
        behaviours: settings.ward_kinds.iter().map(behaviours_of).collect(),
        picture: free_picture(site),
        taken: taken(site, sources),
        today: request.as_of,
    }
}

/// Returns a picture of the picture bank that no line of a charter shows yet.
fn free_picture(site: &Site) -> Option<String> {
    let shown = site.charters.all().flat_map(Charter::easy_rows).filter_map(|(_, picture)| picture);
    let shown: BTreeSet<&str> = shown.map(|picture| picture.value.as_str()).collect();
    site.pack.images.keys().filter_map(|path| id_in_bank(path)).find(|id| !shown.contains(id)).map(str::to_owned)
}

/// Returns the ids that a new ward can't have, each with the file that has it. What a ward of that id agreed or hung up counts
/// too: it would become the new ward's.
fn taken(site: &Site, sources: &Sources) -> BTreeMap<String, String> {
    let broken = site.pack.broken.iter().filter(|(kind, _)| *kind == Kind::Ward);
    let broken = broken.map(|(_, id)| (id.to_lowercase(), "a list of wards".to_owned()));
    let wards = site.pack.wards.iter().map(|ward| (ward.id.to_lowercase(), sources.shown(ward.file).to_owned()));
    let id = |path: &str| {
        let name = path.strip_prefix("wards/")?.strip_suffix(".yaml")?;
        // Windows has one file for names that differ only by case.
        Some([".agreed", ".sheets"].iter().find_map(|mark| name.strip_suffix(mark)).unwrap_or(name).to_lowercase())
    };
    let files = sources.content.iter().filter_map(|(path, file)| Some((id(path)?, sources.shown(*file).to_owned())));
    let unread = sources.unread.iter().filter_map(|path| Some((id(path)?, format!("{path}, which can't be read"))));
    broken.chain(wards).chain(files).chain(unread).collect()
}

/// Writes the file of a new ward, and returns where it is.
pub fn ward(known: &KnownWards, answers: &WardAnswers) -> Result<PathBuf, Fault> {
    let id = answers.get(&WardQuestion::Id).cloned().unwrap_or_default();
    write_new(&known.content, &format!("wards/{id}.yaml"), file::text(answers, known).as_bytes())
}

/// Says what is still to fill in, where the ward's file can't say it yet.
pub fn left(answers: &WardAnswers, known: &KnownWards) -> Vec<&'static str> {
    if known.inherits_support(answers) {
        return Vec::new();
    }
    if [WardQuestion::SupportOrganisation, WardQuestion::SupportPhone]
        .iter()
        .any(|needed| !answers.contains_key(needed))
    {
        return vec![
            "The independent organisation that people can call, or its number, is not there yet. Until it is, `wardpack check` \
             says so, and the site can't be built.",
        ];
    }
    let unchecked = "Call the number, and write the day as checked_on. Until then `wardpack check` reminds you.";
    if answers.contains_key(&WardQuestion::CheckedOn) { Vec::new() } else { vec![unchecked] }
}

/// The lists that `wardpack new` can write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewList {
    Workbook,
    Csv,
}

impl NewList {
    const ALL: [NewList; 2] = [NewList::Workbook, NewList::Csv];

    fn name(self) -> &'static str {
        match self {
            NewList::Workbook => "wards.xlsx",
            NewList::Csv => "wards.csv",
        }
    }
}

/// Writes an empty list of wards, and returns where it is. Refuses where there is a list already, since a second one would only
/// split the wards.
pub fn list(known: &KnownWards, list: NewList) -> Result<PathBuf, Fault> {
    if let Some(other) =
        NewList::ALL.iter().map(|list| known.content.join(list.name())).find(|path| read::is_there(path))
    {
        return Err(ward_lists::there_already(&read::shown(&other)));
    }
    let not_made =
        |error: &dyn std::fmt::Display, other: NewList| ward_lists::not_made(list.name(), error, other.name());
    let bytes = match list {
        NewList::Csv => list::csv().map_err(|error| not_made(&error, NewList::Workbook))?,
        NewList::Workbook => list::workbook(known).map_err(|error| not_made(&error, NewList::Csv))?,
    };
    write_new(&known.content, list.name(), &bytes)
}

/// Writes a file of the content folder that isn't there yet, and returns where it is.
fn write_new(content: &Path, path: &str, bytes: &[u8]) -> Result<PathBuf, Fault> {
    let file = content.join(path);
    if read::is_there(&file) {
        return Err(wards::file_there_already(&read::shown(&file)));
    }
    let bytes = [editor_line(content, path).as_bytes(), bytes].concat();
    whole::put(content, &[(path, &bytes)], &RealDisk).map_err(|error| error.of_files(content))?;
    Ok(file)
}

/// Returns the line for editors with which a new file begins, where the pack has the schemas beside its content folder.
fn editor_line(content: &Path, path: &str) -> String {
    let has_schemas = read::is_there(&content.join("..").join(keys::FOLDER));
    keys::editor_line(path).filter(|_| has_schemas).unwrap_or_default()
}
