//! What lies below the user's own files, and what lay there when one of them was taken up for editing.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::disk::Trouble;
use super::folders::real;
use super::head::PackHead;
use super::layers::{Layer, LayerReading, merge_content};
use super::{FileCache, disk, is_ward, shown};
use crate::problem::Problem;
use crate::problem::catalogue::files;

/// The folder in the content folder that remembers what the base of each adopted file said. It is hidden, so no part of the pack.
pub const ADOPTED: &str = ".adopted";
/// The one file that is merged key by key.
const PACK: &str = "pack.yaml";

/// A file of the pack or of a layer below it.
#[derive(Clone, Debug)]
pub struct BaseFile {
    /// The path as the author knows it.
    pub shown: String,
    pub bytes: Arc<[u8]>,
}

/// The user's own files, and those below as they would be without them.
#[derive(Debug, Default)]
pub struct Base {
    /// The content folders as the author knows them, the user's own first.
    pub layers: Vec<String>,
    /// The languages that the pack is in.
    pub languages: Vec<String>,
    pub own: BTreeMap<String, BaseFile>,
    /// For each path the file of the nearest layer; neither pack.yaml nor wards, since those are never a whole file from below.
    pub below: BTreeMap<String, BaseFile>,
    /// What the base of each adopted file said then.
    pub adopted: BTreeMap<String, Vec<u8>>,
    /// Each pack.yaml that is no YAML: what it extends can't be known.
    pub broken: Vec<String>,
    /// What couldn't be read, so that nobody can say what it holds.
    pub problems: Vec<Problem>,
}

/// Reads the content folder and the layers below it, and what was remembered of them.
pub fn base(content: &Path) -> Base {
    let mut file_cache = FileCache::default();
    let mut reading = LayerReading { file_cache: &mut file_cache, folders: Vec::new(), trouble: Trouble::default() };
    let mut layers = reading.content_layers(content);
    let mut base = Base { problems: reading.trouble.problems, ..Base::default() };
    if layers.first().is_none_or(|own| !own.files.contains_key(PACK)) {
        base.problems.push(files::pack_missing(&shown(content), None));
    }
    base.layers = layers.iter().map(|layer| layer.shown.clone()).collect();
    base.broken = layers.iter().filter_map(broken_pack).collect();
    // A pack that lists no languages is in the first of the pack below.
    let first = || layers.iter().find_map(languages).and_then(|all| all.into_iter().next());
    let own = layers.first().and_then(languages);
    base.languages = own.unwrap_or_else(|| vec![first().unwrap_or_else(|| "en".to_owned())]);
    let own = layers.remove(0);
    base.own =
        own.files.into_iter().map(|(path, (shown, file))| (path, BaseFile { shown, bytes: file.bytes })).collect();
    let below = merge_content(layers).into_iter().map(|one| one.file);
    let below = below.filter(|file| file.path != PACK && !is_ward(&file.path));
    base.below = below.map(|file| (file.path, BaseFile { shown: file.shown, bytes: file.bytes })).collect();
    let kept = content.join(ADOPTED);
    if kept.is_dir() {
        match disk::every_file(&kept) {
            Ok(files) => base.adopted = files,
            Err(error) => base.problems.push(files::cannot_read(&shown(&kept), &error)),
        }
    }
    base
}

fn broken_pack(layer: &Layer) -> Option<String> {
    let (shown, pack) = layer.files.get(PACK)?;
    PackHead::read(pack.text.shown()).is_none().then(|| shown.clone())
}

/// Returns the languages that a layer's pack.yaml lists.
fn languages(layer: &Layer) -> Option<Vec<String>> {
    let (_, pack) = layer.files.get(PACK)?;
    PackHead::read(pack.text.shown())?.languages
}

/// What is at the place of a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewFilePlace {
    Free,
    /// Something is there already, if only a link to nothing.
    Taken,
    /// A link on the way leads out of the folder.
    Outside,
}

/// Looks whether a new file can be put at a path of the folder.
pub fn spot(folder: &Path, path: &str) -> NewFilePlace {
    let file = folder.join(path);
    if !real(file.parent().unwrap_or(folder)).starts_with(real(folder)) {
        NewFilePlace::Outside
    } else if file.symlink_metadata().is_ok() {
        NewFilePlace::Taken
    } else {
        NewFilePlace::Free
    }
}
