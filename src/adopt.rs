//! Takes files of the layers below up for editing, and remembers what they said, so that later changes below can be told.
//!
//! All mistakes of all paths are found before anything is written, and a file that the user has is never written to.

mod paths;
mod since;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::problem::fault::{Fault, adopting};
use crate::read::{self, ADOPTED, Base, BaseFile, Folders, NewFilePlace, is_ward, originals, shown, spot};
use crate::write::disk::{Disk, RealDisk};
use crate::write::{WriteError, whole};
pub use since::{Since, StandingFile, since};

/// A file that was adopted.
#[derive(Debug, PartialEq, Eq)]
pub struct Adopted {
    /// The user's own file and the one below, as the author knows them.
    pub file: String,
    pub from: String,
    /// The path of the file that it says in another way, and came along with.
    pub with: Option<String>,
}

/// Copies files of the nearest layer below into the content folder. Translations and Easy Read come along where they would
/// otherwise be left out.
pub fn adopt(content: &Path, asked: &[String]) -> Result<Vec<Adopted>, Vec<Fault>> {
    whole::sweep(content, &RealDisk);
    let base = look(content)?;
    let wanted = each(asked, |written| adoptable(&base, content, written))?;
    let mut chosen: Vec<(&str, Option<&str>)> = Vec::new();
    for path in &wanted {
        if !chosen.iter().any(|(other, _)| other == path) {
            chosen.push((path, None));
        }
    }
    for path in &wanted {
        let with = companions(&base, content, path);
        let with: Vec<&str> = with.filter(|other| !chosen.iter().any(|(known, _)| known == other)).collect();
        chosen.extend(with.into_iter().map(|other| (other, Some(path.as_str()))));
    }
    // First what is remembered: without the file it does no harm, and the file without it couldn't be compared.
    let remembered: Vec<(String, &[u8])> =
        chosen.iter().map(|(path, _)| (kept(path), &*base.below[*path].bytes)).collect();
    let remembered = remembered.iter().map(|(path, bytes)| (path.as_str(), *bytes));
    let own = chosen.iter().map(|(path, _)| (*path, &*base.below[*path].bytes));
    put(content, &remembered.chain(own).collect::<Vec<_>>()).map_err(|fault| vec![fault])?;
    let adopted = |(path, with): (&str, Option<&str>)| Adopted {
        file: shown(&content.join(path)),
        from: base.below[path].shown.clone(),
        with: with.map(str::to_owned),
    };
    Ok(chosen.into_iter().map(adopted).collect())
}

/// Returns the paths of the files below that could be adopted, in the pack's languages, without those that the user has already.
pub fn free(content: &Path) -> Result<Vec<String>, Vec<Fault>> {
    let base = look(content)?;
    let is_listed = |path: &&String| language(path).is_none_or(|tag| base.languages.contains(&tag));
    let is_free = |path: &&String| own(&base, path).is_none() && spot(content, path) == NewFilePlace::Free;
    Ok(base.below.keys().filter(is_listed).filter(is_free).cloned().collect())
}

/// A file whose base is remembered as it is now: the user's own, and the one below, if it is still there.
#[derive(Debug, PartialEq, Eq)]
pub struct Remembered {
    pub file: String,
    pub from: Option<String>,
}

/// Remembers the base of files that the user has as it is now. Their own files stay as they are. A base that has gone is
/// forgotten.
pub fn remember(content: &Path, asked: &[String]) -> Result<Vec<Remembered>, Vec<Fault>> {
    whole::sweep(content, &RealDisk);
    let base = look(content)?;
    let paths: BTreeSet<String> =
        each(asked, |written| paths::standing(&base, content, written))?.into_iter().collect();
    let below = |path: &String| base.below.get(path);
    let now: Vec<(String, &[u8])> = paths.iter().filter_map(|path| Some((kept(path), &*below(path)?.bytes))).collect();
    let now: Vec<(&str, &[u8])> = now.iter().map(|(path, bytes)| (path.as_str(), *bytes)).collect();
    put(content, &now).map_err(|fault| vec![fault])?;
    let noted = |path: String| {
        if below(&path).is_none() {
            forget(content, &path)?;
        }
        Ok(Remembered { file: base.own[&path].shown.clone(), from: below(&path).map(|below| below.shown.clone()) })
    };
    paths.into_iter().map(noted).collect::<Result<_, Fault>>().map_err(|fault| vec![fault])
}

/// Reads the pack and the layers below it, or says why nobody can know what lies below.
fn look(content: &Path) -> Result<Base, Vec<Fault>> {
    let folders = Folders { content: content.to_owned(), themes: PathBuf::new(), theme: None };
    read::look(&folders, None).map_err(|fault| vec![fault])?;
    let base = read::base(content);
    let mut faults: Vec<Fault> = base.problems.iter().map(Fault::from).collect();
    faults.extend(base.broken.iter().map(|pack| adopting::unclear(pack)));
    if faults.is_empty() && base.layers.len() < 2 {
        faults.push(adopting::no_layers(&shown(&content.join("pack.yaml"))));
    }
    if faults.is_empty() { Ok(base) } else { Err(faults) }
}

/// Returns what is made of each path, or the mistakes of all of them.
fn each<T>(asked: &[String], made: impl Fn(&str) -> Result<T, Fault>) -> Result<Vec<T>, Vec<Fault>> {
    let (mut all, mut faults) = (Vec::new(), Vec::new());
    for written in asked {
        match made(written) {
            Ok(one) => all.push(one),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}

/// Returns the path of a file below that can be adopted.
fn adoptable(base: &Base, content: &Path, written: &str) -> Result<String, Fault> {
    let path = paths::inside(base, written)?;
    let file = shown(&content.join(&path));
    paths::whole_file(base, &path)?;
    if let Some(own) = own(base, &path) {
        return Err(adopting::yours_already(&own.shown, &path));
    }
    if !base.below.contains_key(&path) {
        return Err(paths::not_below(base, &path));
    }
    match spot(content, &path) {
        NewFilePlace::Free => remembers(content, &path).map(|()| path),
        NewFilePlace::Taken => Err(adopting::place_taken(&file)),
        NewFilePlace::Outside => Err(adopting::leads_out(&file)),
    }
}

/// Returns the user's own file of this name, whatever its case: on many disks the two are one.
fn own<'b>(base: &'b Base, path: &str) -> Option<&'b BaseFile> {
    let same = || base.own.iter().find(|(own, _)| own.to_lowercase() == path.to_lowercase()).map(|(_, file)| file);
    base.own.get(path).or_else(same)
}

/// Returns the files below that say a file in another way, in the pack's languages, and aren't the user's own already.
fn companions<'b>(base: &'b Base, content: &Path, path: &str) -> impl Iterator<Item = &'b str> {
    let says_it = move |other: &&String| originals(other).iter().any(|original| original == path);
    let is_listed = |other: &&String| language(other).is_none_or(|tag| base.languages.contains(&tag));
    let is_free = move |other: &&String| own(base, other).is_none() && spot(content, other) == NewFilePlace::Free;
    base.below.keys().filter(says_it).filter(is_listed).filter(is_free).map(String::as_str)
}

/// Returns the language in a file's name.
fn language(path: &str) -> Option<String> {
    crate::model::place::place(path)?.language.tag().map(str::to_owned)
}

/// Looks whether the base of a file can be remembered.
fn remembers(content: &Path, path: &str) -> Result<(), Fault> {
    match spot(content, &kept(path)) {
        NewFilePlace::Outside => Err(adopting::leads_out(&shown(&content.join(kept(path))))),
        NewFilePlace::Free | NewFilePlace::Taken => Ok(()),
    }
}

fn kept(path: &str) -> String {
    format!("{ADOPTED}/{path}")
}

fn forget(content: &Path, path: &str) -> Result<(), Fault> {
    let file = content.join(kept(path));
    let disk = |error| WriteError::Disk { path: file.clone(), error };
    RealDisk.remove_file(&file).map_err(|error| disk(error).of_files(content))
}

fn put(content: &Path, files: &[(&str, &[u8])]) -> Result<(), Fault> {
    if files.is_empty() {
        return Ok(());
    }
    whole::put(content, files, &RealDisk).map_err(|error| error.of_files(content))
}
