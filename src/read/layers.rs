//! Layers: the built-in pack and theme lie below the user's own, and a path in a higher layer wins.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::built_in::{CONTENT, CONTENT_NAME, NAME, THEME, THEME_NAME};
use super::disk::Trouble;
use super::file_cache::FileKey;
use super::head::PackHead;
use super::name::{id_in_bank, is_in_files, is_in_images, of_picture, without_case};
use super::{FileCache, Folders, FoundFiles, LoadedFile, SourceFile, Sources, disk};
use crate::problem::Problem;
use crate::problem::catalogue::{files, names};
use crate::span::FileId;

/// Reads the content folder, the layers below it, and the theme. Returns all that could be read; `problems` holds the rest.
/// Files that the cache has unchanged aren't read again.
pub fn read(folders: &Folders, file_cache: &mut FileCache) -> Sources {
    let mut reading = LayerReading { file_cache, folders: Vec::new(), trouble: Trouble::default() };
    let mut layers = reading.content_layers(&folders.content);
    let theme = theme_name(folders, &layers);
    for layer in &layers {
        reading.trouble.problems.extend(case_clashes(&layer.files));
    }
    let packs: Vec<Effective> = layers.iter_mut().enumerate().filter_map(pack_of).collect();
    let content = merge_content(layers);
    let theme = reading.theme(folders, &theme);
    let LayerReading { file_cache, folders, trouble } = reading;
    let Trouble { problems, unread } = trouble;
    let mut sources = Sources { folders, problems, unread, ..Sources::default() };
    let sizes = (packs.len(), content.len());
    let all: Vec<Effective> = packs.into_iter().chain(content).chain(theme).collect();
    let (ids, files) = file_cache.number(all.into_iter().map(|one| (one.key, one.file)).collect());
    sources.files = files;
    sources.packs = ids[..sizes.0].to_vec();
    let by_path = |ids: &[FileId]| -> BTreeMap<String, FileId> {
        ids.iter().map(|id| (sources.files[id.0 as usize].path.clone(), *id)).collect()
    };
    let (content, theme) = (by_path(&ids[sizes.0..sizes.0 + sizes.1]), by_path(&ids[sizes.0 + sizes.1..]));
    Sources { content, theme, ..sources }
}

/// The files of one layer.
pub(super) struct Layer {
    /// The folder as the author knows it.
    pub(super) shown: String,
    is_built_in: bool,
    pub(super) files: FoundFiles,
}

/// A file that takes part in the build.
pub(super) struct Effective {
    key: FileKey,
    pub(super) file: SourceFile,
}

/// Whose a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    User,
    /// A pack in another folder, which the user's stands on.
    PackBelow,
    Program,
}

impl Layer {
    /// Returns whose the files of a layer are that lies so deep.
    fn owner(&self, depth: usize) -> Owner {
        match depth {
            0 => Owner::User,
            _ if self.is_built_in => Owner::Program,
            _ => Owner::PackBelow,
        }
    }
}

impl Effective {
    fn new(path: String, (shown, loaded): (String, LoadedFile), owner: Owner) -> Self {
        let LoadedFile { bytes, text, fingerprint } = loaded;
        let key = match owner {
            Owner::Program => FileKey::BuiltIn(shown.clone()),
            Owner::User | Owner::PackBelow => FileKey::OnDisk(shown.clone()),
        };
        let inherited = owner != Owner::User;
        Effective { key, file: SourceFile { path, shown, inherited, bytes, text, fingerprint } }
    }
}

pub(super) struct LayerReading<'s> {
    pub(super) file_cache: &'s mut FileCache,
    pub(super) folders: Vec<PathBuf>,
    pub(super) trouble: Trouble,
}

impl LayerReading<'_> {
    /// Returns the files of each layer, the user's own first.
    pub(super) fn content_layers(&mut self, content: &Path) -> Vec<Layer> {
        let mut layers = Vec::new();
        let mut seen = Vec::new();
        let mut folder = content.to_owned();
        loop {
            let shown = shown(&folder);
            seen.push(fs::canonicalize(&folder).unwrap_or_else(|_| folder.clone()));
            let files = self.walk(&folder, &shown);
            let extends = head(&files).extends;
            let pack = format!("{shown}/pack.yaml");
            layers.push(Layer { shown, is_built_in: false, files });
            match extends.as_deref() {
                None => return layers,
                Some(NAME) => {
                    let (shown, files) = (CONTENT_NAME.to_owned(), CONTENT.clone());
                    layers.push(Layer { shown, is_built_in: true, files });
                    return layers;
                }
                Some(base) => {
                    let next = from_folder(&folder, base);
                    let real = fs::canonicalize(&next).unwrap_or_else(|_| next.clone());
                    if !next.join("pack.yaml").is_file() {
                        let problem = match disk::misnamed_pack(&next) {
                            Some(name) => files::base_misnamed(&pack, base, &name),
                            None => files::base_missing(&pack, base, nearest_base(&folder, base).as_deref()),
                        };
                        self.trouble.problems.push(problem);
                        // Watched all the same: the base may come back.
                        self.folders.push(next);
                        return layers;
                    }
                    if seen.contains(&real) {
                        self.trouble.problems.push(files::base_circle(&pack, base));
                        return layers;
                    }
                    folder = next;
                }
            }
        }
    }

    fn walk(&mut self, folder: &Path, shown: &str) -> FoundFiles {
        self.folders.push(folder.to_owned());
        disk::walk(folder, shown, self.file_cache, &mut self.trouble)
    }

    /// Returns the files of the theme: the user's own laid over the one inside the program.
    fn theme(&mut self, folders: &Folders, name: &str) -> Vec<Effective> {
        let folder = folders.themes.join(name);
        let mut own = FoundFiles::new();
        if folder.is_dir() {
            own = self.walk(&folder, &shown(&folder));
        } else {
            self.folders.push(folder.clone());
            if name != THEME_NAME {
                self.trouble.problems.push(files::theme_missing(&shown(&folder), name));
            }
        }
        let is_replaced = |path: &String| own.contains_key(path);
        let below = THEME.iter().filter(|(path, _)| !is_replaced(path));
        let mut effective: Vec<Effective> =
            below.map(|(path, file)| Effective::new(path.clone(), file.clone(), Owner::Program)).collect();
        effective.extend(own.into_iter().map(|(path, file)| Effective::new(path, file, Owner::User)));
        effective.sort_by(|a, b| a.file.path.cmp(&b.file.path));
        effective
    }
}

/// Returns the base that was probably meant: the built-in one, or the content folder inside the folder that was named.
fn nearest_base(folder: &Path, base: &str) -> Option<String> {
    let letters = |word: &str| word.to_lowercase().replace(['-', '_', ' ', '/'], "");
    if letters(base) == letters(NAME) {
        return Some(NAME.to_owned());
    }
    let inside =
        [format!("../{base}/content"), format!("{}/content", base.trim_end_matches('/')), format!("../{base}")];
    inside.into_iter().find(|way| folder.join(way).join("pack.yaml").is_file())
}

fn head(found: &FoundFiles) -> PackHead {
    let Some((_, loaded)) = found.get("pack.yaml") else { return PackHead::default() };
    PackHead::read(loaded.text.shown()).unwrap_or_default()
}

fn theme_name(folders: &Folders, layers: &[Layer]) -> String {
    let asked = folders.theme.clone();
    let written = || layers.iter().find_map(|layer| head(&layer.files).theme);
    asked.or_else(written).unwrap_or_else(|| THEME_NAME.to_owned())
}

/// Takes a layer's pack.yaml out of its files.
fn pack_of((depth, layer): (usize, &mut Layer)) -> Option<Effective> {
    let path = "pack.yaml".to_owned();
    let owner = layer.owner(depth);
    layer.files.remove(&path).map(|file| Effective::new(path, file, owner))
}

/// Returns the effective files. A ward belongs to the pack that names it, so wards of a lower layer are left out; so is a
/// translation or Easy Read whose original a higher layer has replaced, since it says other words. A picture of the picture bank
/// takes the place of one with its id, though it may be of another kind.
pub(super) fn merge_content(layers: Vec<Layer>) -> Vec<Effective> {
    let mut effective: BTreeMap<String, Effective> = BTreeMap::new();
    for (depth, layer) in layers.into_iter().enumerate() {
        let owner = layer.owner(depth);
        let higher: BTreeSet<String> = effective.keys().cloned().collect();
        let shown_otherwise: BTreeSet<&str> = higher.iter().filter_map(|path| id_in_bank(path)).collect();
        for (path, file) in layer.files {
            let translates_other_words = originals(&path).iter().any(|original| higher.contains(original));
            if depth == 0 || !is_ward(&path) && !translates_other_words {
                let new = || Effective::new(path.clone(), file, owner);
                // The case of a picture or a download is that of its author's disk, and says nothing.
                let name = if is_in_images(&path) || is_in_files(&path) { of_picture(&path) } else { path.clone() };
                if !id_in_bank(&name).is_some_and(|id| shown_otherwise.contains(id)) {
                    effective.entry(name).or_insert_with(new);
                }
            }
        }
    }
    effective.into_values().collect()
}

/// Tells whether a file says which wards there are, or is of one of them.
pub fn is_ward(path: &str) -> bool {
    path.starts_with("wards/") && !path.ends_with(".md") || super::sheet::is_list(path)
}

/// Returns the files whose words a file says in another way: `leaflets/visiting.md` for `leaflets/visiting.cy.md`, and for
/// `leaflets/visiting.easy.cy.yaml` that and `leaflets/visiting.easy.yaml`; `support.yaml` for `support.easy.yaml`.
pub fn originals(path: &str) -> Vec<String> {
    let Some((rest, ending)) = path.rsplit_once('.') else { return Vec::new() };
    let mut originals = Vec::new();
    let translated = rest.rsplit_once('.').filter(|(_, language)| is_language(language)).map(|(stem, _)| stem);
    originals.extend(translated.map(|stem| format!("{stem}.{ending}")));
    let easy_read = translated.unwrap_or(rest).strip_suffix(".easy");
    // The Easy Read of an index leads to what there is, and says none of its words.
    if let Some(stem) = easy_read.filter(|stem| !stem.ends_with("_index")) {
        originals.extend(["md", "yaml"].map(|ending| format!("{stem}.{ending}")));
    }
    originals
}

fn is_language(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or(tag);
    (2..=3).contains(&language.len()) && language.chars().all(|letter| letter.is_ascii_lowercase())
}

/// Reports files of one folder whose names are the same on some disks: a Linux disk holds both, a Windows share only one.
fn case_clashes(found: &FoundFiles) -> Vec<Problem> {
    let mut by_lower: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (path, (shown, _)) in found {
        let name = if is_in_images(path) || is_in_files(path) { of_picture(path) } else { without_case(path) };
        by_lower.entry(name).or_default().push(shown);
    }
    by_lower
        .into_values()
        .filter(|paths| paths.len() > 1)
        .map(|mut paths| {
            paths.sort_unstable();
            names::differ_by_case(paths[0], paths[1])
        })
        .collect()
}

/// Returns a folder's path for messages, with forward slashes on every system.
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    let text = text.strip_prefix("./").unwrap_or(&text).trim_end_matches('/');
    if text.is_empty() { ".".to_owned() } else { text.to_owned() }
}

/// Returns where a path leads that a file of a folder names: one that begins nowhere else begins at that folder.
pub fn from_folder(folder: &Path, path: &str) -> PathBuf {
    normal(&folder.join(path))
}

/// Returns the path with `folder/..` taken out, so that messages show the shortest way.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::ParentDir if normal.file_name().is_some() => drop(normal.pop()),
            part => normal.push(part),
        }
    }
    normal
}
