//! What is wrong with the names of files: copies, names that are nearly right, and files that no page can be made of.
//!
//! A name is looked at together with the names beside it. What is wrong with one is told once, and the file is set aside; what
//! it would have been exists all the same, so that a reference to it isn't a second mistake.
//!
//! - `copy.rs`: The marks of copies: what systems, drives and people put into a name so that two files can lie side by side
//! - `document.rs`: Files that people have their words in, and no page can be made of: what each is called, by its ending
//! - `folder.rs`: Folders that a pack doesn't have, and those that they are nearly called
//! - `list.rs`: Lists of wards and numbers of measures that aren't called as they must be to be read: saved in another form, copied, or in capitals
//! - `looks.rs`: What was seen of the names of files, so that a name is looked at again only when something of it has changed
//! - `nearest.rs`: Names that are nearly right, and what they should be: the ending, the language, the mark of Easy Read

mod copy;
mod document;
mod folder;
mod list;
mod looks;
mod nearest;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::download;
use crate::model::kind::Kind;
use crate::model::place::{IMAGES, WARDS, is_folder, kinds_in, place, takes_markdown};
use crate::model::read::id::{as_id, is_id};
use crate::problem::catalogue::downloads::{self, KeptDocument};
use crate::problem::catalogue::{files, names, pictures};
use crate::problem::{Problem, Severity};
use crate::read::name::{is_in_files, is_in_images, of_picture};
use crate::read::{PICTURES, PICTURES_TO_SAVE_ANEW, SourceFile, Sources, extension, sheet};
use crate::span::FileId;
pub use looks::NameLooks;
use nearest::within;

/// What is known of a pack before its files are looked into.
pub struct KnownPack<'a> {
    content: &'a BTreeMap<String, FileId>,
    /// The languages of the pack, its first one first.
    languages: Vec<&'a str>,
    /// The files of the layers below.
    below: BTreeSet<FileId>,
}

impl KnownPack<'_> {
    fn has(&self, path: &str) -> bool {
        self.content.contains_key(path) || path == PACK
    }

    fn is_below(&self, path: &str) -> bool {
        self.content.get(path).is_some_and(|id| self.below.contains(id))
    }
}

const PACK: &str = "pack.yaml";

/// The files whose names are wrong.
#[derive(Default)]
pub struct Aside {
    pub problems: Vec<Problem>,
    pub files: BTreeSet<FileId>,
    /// The items that they would be.
    pub broken: BTreeSet<(Kind, String)>,
    /// Their paths, as texts may name them.
    pub told: BTreeSet<String>,
    /// The paths that they should have.
    meant: BTreeSet<String>,
}

impl Aside {
    fn add(&mut self, id: FileId, path: &str, meant: Option<&str>, problem: Problem) {
        if problem.severity == Severity::Error {
            self.told.insert(of_picture(path));
        }
        self.broken.extend(meant.and_then(item));
        self.files.insert(id);
        self.problems.push(problem);
    }
}

/// What is wrong with a name, and the path that is meant.
type FoundName = (Problem, Option<String>);

/// Looks at the name of every file. Reports copies, names and folders that are nearly right, documents that no page can be made
/// of, and files that a pack doesn't use.
pub fn look(sources: &Sources, languages: &[&str], looks: &mut NameLooks) -> Aside {
    let below = sources.content.values().filter(|id| sources.file(**id).inherited).copied().collect();
    let known = KnownPack { content: &sources.content, languages: languages.to_vec(), below };
    let mut aside = Aside::default();
    folder::look(sources, &known, &mut aside);
    list::look(sources, &known, &mut aside);
    let of_texts = looks.of_texts(sources, &known);
    for (path, id) in &sources.content {
        if aside.files.contains(id) {
            continue;
        }
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let file = sources.file(*id);
        let found = if is_in_images(path) {
            image(file, folder, name, sources).map(|problem| (problem, None))
        } else if is_in_files(path) && place(path).is_some() {
            None
        } else {
            of_texts.get(id).and_then(|found| (**found).clone())
        };
        match found {
            // A second copy of a picture can be shown.
            Some((problem, _)) if problem.severity == Severity::Warning && place(path).is_some() => {
                aside.problems.push(problem);
            }
            Some((problem, Some(meant))) => {
                let is_second = !known.has(&meant) && !aside.meant.insert(meant.clone());
                let second = is_second.then(|| names::misnamed_beside(&file.shown, &meant));
                aside.add(*id, path, Some(&meant), second.unwrap_or(problem));
            }
            Some((problem, None)) => aside.add(*id, path, None, problem),
            None => {}
        }
    }
    unread(sources, &mut aside);
    aside
}

/// What couldn't be read has been told; what it would be exists.
fn unread(sources: &Sources, aside: &mut Aside) {
    for path in &sources.unread {
        aside.told.insert(of_picture(path));
        aside.broken.extend(item(path));
        aside.broken.extend(kinds_in(path).into_iter().map(|kind| (kind, String::new())));
    }
}

/// Returns the item that a file is or lists.
fn item(path: &str) -> Option<(Kind, String)> {
    place(path)?.item()
}

/// Looks at a file that may be a page, a ward or settings. Returns what is wrong, and the path that is meant.
fn text(file: &SourceFile, folder: &str, name: &str, known: &KnownPack<'_>) -> Option<FoundName> {
    let (path, shown) = (file.path.as_str(), file.shown.as_str());
    if sheet::is_list(path) {
        return None;
    }
    let says = std::str::from_utf8(&file.bytes).unwrap_or_default();
    if let Some(original) = copied(folder, name, says, known) {
        let own = own_name(name);
        let problem = match own.as_deref() {
            _ if !known.has(&original) => names::copy_alone(shown, &original),
            own if known.is_below(&original) => names::copy_of_inherited(shown, &original, own),
            own => names::copy(shown, &original, own),
        };
        return Some((problem, Some(original)));
    }
    if let Some(better) = nearest::name(folder, name, says, known) {
        let right = within(folder, &better.name);
        // A file of a layer below is what this one is to take the place of.
        let problem = if known.has(&right) && !known.is_below(&right) {
            names::misnamed_beside(shown, &right)
        } else {
            names::misnamed(shown, better.slip, &better.name)
        };
        return Some((problem, Some(right)));
    }
    if place(path).is_some() {
        return None;
    }
    let problem = list::of_table(shown, folder, name)
        .or_else(|| document(shown, folder, name, known))
        .or_else(|| picture_outside(file, name))
        .or_else(|| easy_read_alone(shown, folder, name, says, known));
    let page = || page_of(folder, name);
    Some((problem.unwrap_or_else(|| names::unknown_place(shown, page().as_deref())), None))
}

/// Returns the path that a file is a copy of, if its name has the mark of a copy, whether or not the other is there.
fn copied(folder: &str, name: &str, says: &str, known: &KnownPack<'_>) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    let (stem, language) = match stem.rsplit_once('.') {
        Some((id, tag)) if known.languages.contains(&tag) => (id, format!(".{tag}")),
        _ => (stem, String::new()),
    };
    let original = copy::original(stem)?;
    // In the name of a ward, a number says which one.
    let is_one_of_many = !original.is_sure && folder == WARDS;
    let plain = format!("{}{language}.{ending}", original.stem);
    let read = nearest::name(folder, &plain, says, known).map_or(plain, |better| better.name);
    let in_lower_case = format!("{}{language}.{}", as_id(&original.stem), ending.to_ascii_lowercase());
    let [read, in_lower_case] = [read, in_lower_case].map(|name| within(folder, &name));
    let is_there = |path: &&String| known.has(path);
    let there = [&read, &in_lower_case].into_iter().find(is_there).filter(|_| !is_one_of_many).cloned();
    // An id may end with such a word; only the file beside it shows that it is a copy.
    let alone = || (original.is_sure && !is_id(stem)).then_some(in_lower_case).filter(|path| place(path).is_some());
    there.or_else(alone)
}

/// Returns the name that a file can have if it may be something of its own.
fn own_name(name: &str) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    let may_be = copy::original(stem).is_some_and(|original| !original.is_sure);
    may_be.then(|| format!("{}.{ending}", as_id(stem)))
}

/// Looks whether a file is a document, or only points at one.
fn document(shown: &str, folder: &str, name: &str, known: &KnownPack<'_>) -> Option<Problem> {
    let ending = extension(name);
    if let Some(what) = document::stand_in(&ending) {
        return Some(downloads::stand_in(shown, what));
    }
    let what = document::document(&ending)?;
    let page = page_of(folder, name);
    let has_page = page.as_ref().is_some_and(|page| known.has(&within(folder, page)));
    let is_meant = is_folder(folder) && !folder.is_empty() || folder::is_of_downloads(folder);
    let severity = if is_meant && !has_page { Severity::Error } else { Severity::Warning };
    Some(downloads::document(shown, what, page.as_deref(), kept(name), severity))
}

/// Tells where a document can be kept besides the words of a page.
fn kept(name: &str) -> KeptDocument {
    if download::is_taken(name) { KeptDocument::AsDownload } else { KeptDocument::Elsewhere }
}

/// Returns the name of the page or ward that a file would be in its folder.
fn page_of(folder: &str, name: &str) -> Option<String> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let ending = if takes_markdown(folder) { "md" } else { "yaml" };
    let page = format!("{}.{ending}", as_id(stem));
    place(&within(folder, &page)).map(|_| page)
}

/// Looks whether a file is in Easy Read, though it isn't called after a page.
fn easy_read_alone(shown: &str, folder: &str, name: &str, says: &str, known: &KnownPack<'_>) -> Option<Problem> {
    let is_easy_read = says.lines().any(|line| line.trim_end() == "parts:") && says.contains("rows:");
    if !is_easy_read || !takes_markdown(folder) || extension(name) != "yaml" {
        return None;
    }
    let is_page = |path: &&str| path.starts_with(&format!("{folder}/")) && path.ends_with(".md") && !path.contains('_');
    let page = known.content.keys().map(String::as_str).find(is_page).unwrap_or("leaflets/visiting.md");
    let page = page.rsplit('/').next().unwrap_or(page);
    Some(names::easy_read_alone(shown, (page, &page.replace(".md", ".easy.yaml"))))
}

/// Looks whether a file is a picture that lies with the texts.
fn picture_outside(file: &SourceFile, name: &str) -> Option<Problem> {
    let is_picture = PICTURES.contains(&extension(name).as_str());
    is_picture.then(|| names::picture_outside(&file.shown, name))
}

/// Looks at the name of a picture, or of what lies with the pictures.
fn image(file: &SourceFile, folder: &str, name: &str, sources: &Sources) -> Option<Problem> {
    let (shown, ending) = (file.shown.as_str(), extension(name));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if PICTURES.contains(&ending.as_str()) {
        let original = copy::original(stem)?;
        let beside = format!("{}.", within(folder, &original.stem));
        let mut others = sources.content.range(beside.clone()..).take_while(|(path, _)| path.starts_with(&beside));
        let is_same = |id: &FileId| sources.file(*id).fingerprint == file.fingerprint;
        let same = others.find(|(_, id)| is_same(id)).map(|(path, _)| path);
        return same.map(|same| names::copy_of_picture(shown, same));
    }
    if PICTURES_TO_SAVE_ANEW.contains(&ending.as_str()) {
        return Some(pictures::other_format(shown, &ending, &crate::model::picture::to_save_as(stem, &ending)));
    }
    let what =
        document::document(&ending).map(|what| downloads::document(shown, what, None, kept(name), Severity::Error));
    let stand_in = || document::stand_in(&ending).map(|what| downloads::stand_in(shown, what));
    let misnamed = || {
        let kind = crate::model::picture::kind_of(&file.bytes)?;
        Some(names::misnamed(shown, names::NameSlip::Ending, &format!("{stem}.{kind}")))
    };
    what.or_else(stand_in).or_else(misnamed).or_else(|| Some(names::unknown_place(shown, None)))
}

/// Returns the problem that there is no pack.yaml, with the file that probably is it.
pub fn no_pack(sources: &Sources, shown: &str) -> Problem {
    let known = KnownPack { content: &sources.content, languages: Vec::new(), below: BTreeSet::new() };
    let is_it = |path: &&String| {
        let text = sources.content.get(*path).map_or("", |id| sources.file(*id).text.shown());
        let better = nearest::name("", path, text, &known).is_some_and(|better| better.name == PACK);
        !path.contains('/') && (better || copied("", path, text, &known).is_some_and(|original| original == PACK))
    };
    let lower = |path: &&String| path.matches('/').count() == 1 && path.ends_with("/pack.yaml");
    let near = sources.content.keys().find(is_it).or_else(|| sources.content.keys().find(lower));
    files::pack_missing(shown, near.map(String::as_str))
}

/// Tells whether a folder is the one of pictures.
fn is_images(folder: &str) -> bool {
    folder == IMAGES || is_in_images(folder)
}
