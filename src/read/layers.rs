//! Layers: the built-in pack and theme lie below the user's own, and a path in a higher layer wins.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use super::{Folders, Found, Sources, Text, disk};
use crate::problem::Problem;
use crate::problem::catalogue::files;
use crate::span::FileId;

static BUILT_IN_CONTENT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");
static BUILT_IN_THEME: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/ward");
/// The name of the theme inside the program.
pub const BUILT_IN_THEME_NAME: &str = "ward";
/// What `extends:` says to stand on the pack inside the program.
const BUILT_IN: &str = "built-in";

/// The two lines of pack.yaml that decide what is read at all. Mistakes in the file are the parse stage's to report.
#[derive(Default, Deserialize)]
struct Head {
    extends: Option<String>,
    theme: Option<String>,
}

/// Reads the content folder, the layers below it, and the theme. Returns all that could be read; `problems` holds the rest.
pub fn read(folders: &Folders) -> Sources {
    let mut sources = Sources::default();
    let mut problems = Vec::new();
    let mut layers = content_layers(folders, &mut problems);
    let theme = theme_name(folders, &layers);
    for found in &layers {
        problems.extend(case_clashes(found));
    }
    merge_content(&mut sources, &mut layers);
    merge_theme(&mut sources, folders, &theme, &mut problems);
    sources.problems = problems;
    sources
}

/// Returns the files of each layer, the user's own first.
fn content_layers(folders: &Folders, problems: &mut Vec<Problem>) -> Vec<Found> {
    let mut layers = Vec::new();
    let mut seen = Vec::new();
    let mut folder = folders.content.clone();
    loop {
        let shown = shown(&folder);
        seen.push(fs::canonicalize(&folder).unwrap_or_else(|_| folder.clone()));
        let found = disk::walk(&folder, &shown, problems);
        let extends = head(&found).extends;
        let pack = format!("{shown}/pack.yaml");
        layers.push(found);
        match extends.as_deref() {
            None => return layers,
            Some(BUILT_IN) => {
                layers.push(embedded(&BUILT_IN_CONTENT, "built-in/content"));
                return layers;
            }
            Some(base) => {
                let next = normal(&folder.join(base));
                let real = fs::canonicalize(&next).unwrap_or_else(|_| next.clone());
                if !next.join("pack.yaml").is_file() {
                    let nearest = nearest_base(&folder, base);
                    problems.push(files::base_missing(&pack, base, nearest.as_deref()));
                    return layers;
                }
                if seen.contains(&real) {
                    problems.push(files::base_circle(&pack, base));
                    return layers;
                }
                folder = next;
            }
        }
    }
}

/// Returns the base that was probably meant: the built-in one, or the content folder inside the folder that was named.
fn nearest_base(folder: &Path, base: &str) -> Option<String> {
    let letters = |word: &str| word.to_lowercase().replace(['-', '_', ' ', '/'], "");
    if letters(base) == letters(BUILT_IN) {
        return Some(BUILT_IN.to_owned());
    }
    let inside =
        [format!("../{base}/content"), format!("{}/content", base.trim_end_matches('/')), format!("../{base}")];
    inside.into_iter().find(|way| folder.join(way).join("pack.yaml").is_file())
}

fn head(found: &Found) -> Head {
    let Some((_, bytes)) = found.get("pack.yaml") else { return Head::default() };
    serde_yaml::from_str(Text::decode(bytes).shown()).unwrap_or_default()
}

fn theme_name(folders: &Folders, layers: &[Found]) -> String {
    let asked = folders.theme.clone();
    let written = || layers.iter().find_map(|found| head(found).theme);
    asked.or_else(written).unwrap_or_else(|| BUILT_IN_THEME_NAME.to_owned())
}

/// Adds the effective files. A ward belongs to the pack that names it, so wards of a lower layer are left out; so is a
/// translation whose original a higher layer has replaced, since it translates other words.
fn merge_content(sources: &mut Sources, layers: &mut [Found]) {
    let mut effective: BTreeMap<String, (String, Arc<[u8]>, bool)> = BTreeMap::new();
    let mut packs = Vec::new();
    for (depth, found) in layers.iter_mut().enumerate() {
        packs.extend(found.remove("pack.yaml"));
        let higher: BTreeSet<String> = effective.keys().cloned().collect();
        for (path, (shown, bytes)) in found.drain() {
            let translates_other_words = original(&path).is_some_and(|original| higher.contains(&original));
            if depth == 0 || !is_ward(&path) && !translates_other_words {
                effective.entry(path).or_insert((shown, bytes, depth > 0));
            }
        }
    }
    for (depth, (shown, bytes)) in packs.into_iter().enumerate() {
        let id = sources.add("pack.yaml".into(), shown, bytes, depth > 0);
        sources.packs.push(id);
    }
    for (path, (shown, bytes, inherited)) in effective {
        let id = sources.add(path.clone(), shown, bytes, inherited);
        sources.content.insert(path, id);
    }
}

fn is_ward(path: &str) -> bool {
    path.starts_with("wards/") && !path.ends_with(".md")
}

/// Returns the file that a translation is of: `leaflets/visiting.md` for `leaflets/visiting.cy.md`.
fn original(path: &str) -> Option<String> {
    let (rest, ending) = path.rsplit_once('.')?;
    let (stem, language) = rest.rsplit_once('.')?;
    let language = language.split('-').next().unwrap_or(language);
    let is_language = (2..=3).contains(&language.len()) && language.chars().all(|letter| letter.is_ascii_lowercase());
    is_language.then(|| format!("{stem}.{ending}"))
}

fn merge_theme(sources: &mut Sources, folders: &Folders, name: &str, problems: &mut Vec<Problem>) {
    let folder = folders.themes.join(name);
    let mut own = Found::new();
    if folder.is_dir() {
        own = disk::walk(&folder, &shown(&folder), problems);
    } else if name != BUILT_IN_THEME_NAME {
        problems.push(files::theme_missing(&shown(&folder), name));
    }
    let mut effective: BTreeMap<_, _> = embedded(&BUILT_IN_THEME, "built-in/themes/ward").into_iter().collect();
    let own_paths: BTreeSet<String> = own.keys().cloned().collect();
    effective.extend(own);
    let add = |(path, (shown, bytes)): (String, (String, Arc<[u8]>))| -> (String, FileId) {
        let inherited = !own_paths.contains(&path);
        let id = sources.add(path.clone(), shown, bytes, inherited);
        (path, id)
    };
    let theme = effective.into_iter().map(add).collect();
    sources.theme = theme;
}

fn embedded(folder: &Dir<'_>, shown: &str) -> Found {
    let mut found = Found::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        folders.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            found.insert(path.clone(), (format!("{shown}/{path}"), Arc::from(file.contents())));
        }
    }
    found
}

/// Reports files of one folder whose names differ only by case: a Linux disk holds both, a Windows share only one.
fn case_clashes(found: &Found) -> Vec<Problem> {
    let mut by_lower: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (path, (shown, _)) in found {
        by_lower.entry(path.to_lowercase()).or_default().push(shown);
    }
    by_lower
        .into_values()
        .filter(|paths| paths.len() > 1)
        .map(|mut paths| {
            paths.sort_unstable();
            files::names_differ_by_case(paths[0], paths[1])
        })
        .collect()
}

/// Returns a folder's path for messages, with forward slashes on every system.
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    let text = text.strip_prefix("./").unwrap_or(&text).trim_end_matches('/');
    if text.is_empty() { ".".to_owned() } else { text.to_owned() }
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
