//! Folders that a pack doesn't have, and those that they are nearly called.

use std::collections::BTreeMap;

use super::{Aside, KnownPack, copy, is_images, nearest};
use crate::model::place::{IMAGES, folders, is_folder, place};
use crate::model::read::id::as_id;
use crate::problem::Problem;
use crate::problem::catalogue::names::{self, FolderName};
use crate::problem::suggest;
use crate::read::{Sources, shown};
use crate::span::FileId;

/// What people call the folder of pictures.
const PICTURES: [&str; 14] = [
    "image",
    "img",
    "imgs",
    "picture",
    "pictures",
    "pics",
    "pic",
    "photo",
    "photos",
    "photographs",
    "logo",
    "logos",
    "icons",
    "media",
];

/// Where people put what is to be downloaded.
const DOWNLOADS: [&str; 8] = ["files", "file", "downloads", "download", "documents", "docs", "pdf", "pdfs"];

/// Folders that people keep things in which aren't to be read.
const KEPT_APART: [&str; 12] = [
    "old",
    "archive",
    "archived",
    "draft",
    "drafts",
    "backup",
    "backups",
    "unused",
    "template",
    "templates",
    "originals",
    "notes",
];

pub fn is_of_downloads(folder: &str) -> bool {
    folder.split('/').any(|part| DOWNLOADS.contains(&part.to_lowercase().as_str()))
}

/// What a folder should be.
enum BetterFolder {
    /// Another folder's name.
    Folder(String),
    CopyOf(String),
    /// The language or Easy Read belongs into the names of the files.
    Names {
        folder: String,
        mark: String,
    },
}

/// Looks at the folders that a pack doesn't have. Reports each that is nearly one of a pack's, once, and sets its files aside.
pub fn look(sources: &Sources, known: &KnownPack<'_>, aside: &mut Aside) {
    let mut by_folder: BTreeMap<&str, Vec<(&String, FileId)>> = BTreeMap::new();
    for (path, id) in &sources.content {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if !is_folder(folder) {
            by_folder.entry(folder).or_default().push((path, *id));
        }
    }
    for (folder, files) in by_folder {
        let Some(better) = better(folder, known) else { continue };
        let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
        let meant = |path: &str| match &better {
            BetterFolder::Folder(right) | BetterFolder::CopyOf(right) => nearest::within(right, &name(path)),
            BetterFolder::Names { folder, mark } => nearest::within(folder, &marked(&name(path), mark)),
        };
        let is_read = |path: &str| place(&meant(path)).is_some();
        if !files.iter().any(|(path, _)| is_read(path)) {
            continue;
        }
        let first = sources.file(files[0].1);
        let shown = shown(std::path::Path::new(first.shown.strip_suffix(&name(&first.path)).unwrap_or(&first.shown)));
        let problem = problem(&better, &shown, &marked(&name(files[0].0), mark_of(&better)), files.len(), sources);
        for (path, id) in files {
            aside.files.insert(id);
            aside.told.insert(crate::read::name::of_picture(path));
            aside.broken.extend(super::item(&meant(path)));
        }
        aside.problems.push(problem);
    }
}

fn mark_of(better: &BetterFolder) -> &str {
    if let BetterFolder::Names { mark, .. } = better { mark } else { "" }
}

fn problem(better: &BetterFolder, shown: &str, example: &str, files: usize, sources: &Sources) -> Problem {
    let name_of = |folder: &str| {
        let is_taken = sources.content.keys().any(|path| path.starts_with(&format!("{folder}/")));
        if is_taken { FolderName::Taken } else { FolderName::Free }
    };
    match better {
        BetterFolder::Folder(right) if is_images(right) => names::folder_of_pictures(shown, files, name_of(right)),
        BetterFolder::Folder(right) => names::misnamed_folder(shown, right, files, name_of(right)),
        BetterFolder::CopyOf(right) => names::copy_of_folder(shown, right),
        BetterFolder::Names { folder, .. } => names::folder_in_names(shown, folder, example, files),
    }
}

/// Returns a file's name with the mark of its language or of Easy Read: `visiting.cy.md`.
fn marked(name: &str, mark: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) if !mark.is_empty() => {
            let ending = if mark == ".easy" { "yaml" } else { ending };
            format!("{stem}{mark}.{ending}")
        }
        _ => name.to_owned(),
    }
}

fn better(folder: &str, known: &KnownPack<'_>) -> Option<BetterFolder> {
    let parts: Vec<&str> = folder.split('/').collect();
    if is_of_downloads(folder) || parts.iter().any(|part| KEPT_APART.contains(&part.to_lowercase().as_str())) {
        return None;
    }
    if let Some(rest) = folder.strip_prefix("content/").filter(|rest| is_folder(rest)) {
        return Some(BetterFolder::Folder(rest.to_owned()));
    }
    if let Some((at, mark)) = parts.iter().enumerate().find_map(|(at, part)| Some((at, mark(part, known)?))) {
        let rest: Vec<&str> =
            parts.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, part)| *part).collect();
        let folder = rest.join("/");
        return is_folder(&folder).then_some(BetterFolder::Names { folder, mark });
    }
    if let Some(original) = copy::original(folder).filter(|original| is_folder(&original.stem.to_lowercase())) {
        return Some(BetterFolder::CopyOf(original.stem.to_lowercase()));
    }
    let in_lower_case = parts.iter().map(|part| as_id(part)).collect::<Vec<_>>().join("/");
    if is_folder(&in_lower_case) {
        return Some(BetterFolder::Folder(in_lower_case));
    }
    if PICTURES.contains(&in_lower_case.as_str()) {
        return Some(BetterFolder::Folder(IMAGES.to_owned()));
    }
    let up = parts.split_last().map(|(_, up)| up.join("/")).filter(|up| !up.is_empty() && is_folder(up));
    let near = || suggest::nearest(&in_lower_case, folders().filter(|name| !name.is_empty())).map(str::to_owned);
    up.or_else(near).map(BetterFolder::Folder)
}

/// Returns the mark in the names of files that a folder's name stands for.
fn mark(part: &str, known: &KnownPack<'_>) -> Option<String> {
    let lower = part.to_lowercase();
    let language = known.languages.iter().skip(1).find(|tag| tag.to_lowercase() == lower);
    let is_easy = ["easy", "easy-read", "easyread", "easy read", "easy_read"].contains(&lower.as_str());
    language.map(|tag| format!(".{tag}")).or_else(|| is_easy.then(|| ".easy".to_owned()))
}
