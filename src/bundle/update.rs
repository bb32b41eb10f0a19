//! An update of a ward's own pack: the files that changed since an earlier one, and a note on how to put them over it.

use std::collections::{BTreeMap, BTreeSet};

use twox_hash::XxHash3_128;

use super::{BundleList, LIST, hash};
use crate::direction::{self, Direction};
use crate::model::audience::Audience;
use crate::plan::bundle::Label;
use crate::problem::fault::{Fault, bundles};
use crate::render::{Rendered, RenderedFile};

/// The note that says what to do with an update. It stays in the folder that the update was put over.
pub const NOTE: &str = "UPDATE.txt";

/// An earlier bundle.
pub struct Old {
    list: BundleList,
    /// The files that are as the list says, and bundle.json, with their hashes.
    whole: BTreeMap<String, String>,
    shown: String,
}

/// Takes the files of an earlier bundle, which the user knows as `shown`, or says why there can be no update from it.
pub fn old(
    files: &BTreeMap<String, Vec<u8>>,
    shown: &str,
    ward: &str,
    audience: Option<Audience>,
) -> Result<Old, Fault> {
    let list = files.get(LIST).and_then(|bytes| BundleList::read(bytes));
    let list = list
        .filter(|list| list.hashes.keys().all(|path| is_inside(path)))
        .ok_or_else(|| bundles::earlier_is_none(shown))?;
    if list.ward != ward {
        return Err(bundles::of_another_ward(shown, &list.ward, ward));
    }
    if list.audience != audience {
        let (theirs, ours) = (list.audience.map(Audience::name), audience.map(Audience::name));
        return Err(bundles::for_other_readers(shown, theirs, ours));
    }
    if files.contains_key(NOTE) && list.hashes.keys().any(|path| !files.contains_key(path)) {
        return Err(bundles::is_an_update(shown));
    }
    let hashes = files.iter().map(|(path, bytes)| (path.clone(), hash(bytes)));
    let whole = hashes.filter(|(path, hash)| path == LIST || list.hashes.get(path) == Some(hash)).collect();
    Ok(Old { list, whole, shown: shown.to_owned() })
}

/// Tells whether a path stays in the folder it is seen from. The note asks people to delete such paths.
fn is_inside(path: &str) -> bool {
    let is_name =
        |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':', '\r', '\n']);
    path.split('/').all(is_name)
}

/// What makes the new bundle of an earlier one.
pub struct Update {
    /// The changed and new files and the note.
    pub files: Rendered,
    /// Paths of the earlier bundle that the new one doesn't have.
    pub deleted: Vec<String>,
    /// What the folder holds when the update has been put over it.
    pub paths: BTreeSet<String>,
    /// How many files of the earlier bundle weren't as its list says. As far as the new one has them, they are in the update.
    pub mended: usize,
    /// Version and day of the earlier bundle.
    pub from: (String, String),
}

impl Update {
    /// Tells whether there is more in it than pages and what the copy says of itself: such as papers that came, changed or went.
    pub fn has_other_files(&self) -> bool {
        let is_own = |path: &str| path.ends_with(".html") || path.ends_with(".txt") || path == LIST;
        self.files.iter().any(|file| !is_own(&file.path)) || self.deleted.iter().any(|path| !is_own(path))
    }
}

/// Returns the update from an earlier bundle to the files of a new one, its list included; nothing where they are the same.
pub fn update(old: Old, mut new: Rendered, label: &Label) -> Result<Option<Update>, Fault> {
    let mut paths: BTreeSet<String> = new.iter().map(|file| file.path.to_string()).collect();
    let deleted: Vec<String> = old.list.hashes.keys().filter(|path| !paths.contains(*path)).cloned().collect();
    if let Some((path, other)) = in_the_way(&deleted, &paths) {
        return Err(bundles::in_the_way(other, &old.shown, path));
    }
    new.retain(|file| old.whole.get(&*file.path) != Some(&hash(&file.bytes)));
    if new.is_empty() && deleted.is_empty() {
        return Ok(None);
    }
    let bytes = note(&old.list, label, &deleted);
    let key = XxHash3_128::oneshot(&bytes);
    new.push(RenderedFile { path: NOTE.into(), bytes: bytes.into(), key });
    paths.insert(NOTE.to_owned());
    // bundle.json is whole by itself, and isn't in its own list.
    let mended = (old.list.hashes.len() + 1).saturating_sub(old.whole.len());
    Ok(Some(Update { files: new, deleted, paths, mended, from: (old.list.version, old.list.made_on) }))
}

/// Returns a path to delete that a new file has, but for capital letters, or as its folder: who copies first and deletes then
/// would be left without the new file.
fn in_the_way<'a>(deleted: &'a [String], new: &'a BTreeSet<String>) -> Option<(&'a str, &'a str)> {
    let lower: BTreeMap<String, &str> = new.iter().map(|path| (path.to_lowercase(), path.as_str())).collect();
    let folders =
        |path: &str| -> Vec<String> { path.match_indices('/').map(|(at, _)| path[..at].to_owned()).collect() };
    let above: BTreeMap<String, &str> =
        lower.iter().flat_map(|(path, new)| folders(path).into_iter().map(|folder| (folder, *new))).collect();
    deleted.iter().find_map(|path| {
        let small = path.to_lowercase();
        let below = folders(&small).into_iter().find_map(|folder| lower.get(&folder).copied());
        let new = lower.get(&small).or_else(|| above.get(&small)).copied().or(below);
        Some((path.as_str(), new?))
    })
}

/// Returns the note, with the line ends that every editor of every system shows.
fn note(old: &BundleList, label: &Label, deleted: &[String]) -> Vec<u8> {
    let lines: Vec<String> = deleted.iter().map(|path| format!("  {path}")).collect();
    let delete = format!("\n{}\n{}\n", label.update_delete, lines.join("\n"));
    let delete = if deleted.is_empty() { String::new() } else { delete };
    let around = direction::of(&label.update, Direction::LeftToRight).unwrap_or_default();
    let text = [
        ("{ward}", &label.ward),
        ("{old_version}", &old.version),
        ("{old_made_on}", &old.made_on),
        ("{old_stale_after}", &old.stale_after),
        ("{version}", &label.version),
        ("{made_on}", &label.made_on),
        ("{stale_after}", &label.stale_after),
    ]
    .into_iter()
    .fold(label.update.clone(), |text, (name, value)| text.replace(name, &direction::value(value, around)));
    let text = text.replace("{delete}", &delete);
    text.replace('\n', "\r\n").into_bytes()
}
