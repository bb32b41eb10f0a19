//! Paths as people write them, and what is wrong with them.

use std::path::Path;

use super::{BTreeMap, Base, BaseFile, Fault, adopting, is_ward, remembers};
use crate::problem::suggest::nearest;

/// Returns the path inside the content folder. It may be written as messages show it, with the folder of any layer before it.
pub fn inside(base: &Base, written: &str) -> Result<String, Fault> {
    let path = written.replace('\\', "/");
    let path = path.trim_start_matches("./");
    let is_known = base.own.contains_key(path) || base.below.contains_key(path);
    let without = |layer: &String| path.strip_prefix(layer.as_str())?.strip_prefix('/');
    let path = if is_known {
        path
    } else {
        base.layers.iter().filter_map(without).min_by_key(|rest| rest.len()).unwrap_or(path)
    };
    let is_absolute = path.starts_with('/') || path.get(1..2) == Some(":");
    if is_absolute || path.split('/').any(|part| part == "..") {
        return Err(adopting::not_in_content(written));
    }
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    if parts.is_empty() {
        return Err(adopting::names_no_file(written));
    }
    Ok(parts.join("/"))
}

/// Refuses the files that never come from below as a whole.
pub fn whole_file(base: &Base, path: &str) -> Result<(), Fault> {
    let own = &base.layers[0];
    if path == "pack.yaml" {
        return Err(adopting::merged(own));
    }
    if is_ward(path) {
        return Err(adopting::is_a_ward(path, own));
    }
    Ok(())
}

/// Returns the path of a file of the user's own that stands over one below, or did when it was adopted.
pub fn standing(base: &Base, content: &Path, written: &str) -> Result<String, Fault> {
    let path = inside(base, written)?;
    whole_file(base, &path)?;
    if stands(base, &path) {
        return remembers(content, &path).map(|()| path);
    }
    let stands: Vec<&str> = base.own.keys().map(String::as_str).filter(|own| self::stands(base, own)).collect();
    let below = base.below.contains_key(&path);
    Err(match base.own.get(&path) {
        Some(own) => adopting::yours_alone(&own.shown),
        None if below => adopting::only_below(&path),
        None => adopting::no_file(&path, guess(&path, &stands).as_deref()),
    })
}

/// Tells whether a file of the user's own stands over one below, or did when it was adopted.
pub fn stands(base: &Base, path: &str) -> bool {
    let is_whole = path != "pack.yaml" && !is_ward(path);
    is_whole && base.own.contains_key(path) && (base.below.contains_key(path) || base.adopted.contains_key(path))
}

/// Says that there is no such file below, and which one was probably meant.
pub fn not_below(base: &Base, path: &str) -> Fault {
    let within = in_folder(&base.below, path);
    if !within.is_empty() {
        return adopting::is_a_folder(path, &within);
    }
    let all: Vec<&str> = base.below.keys().map(String::as_str).collect();
    adopting::not_below(path, guess(path, &all).as_deref())
}

/// Returns the paths in a folder.
pub fn in_folder<'b>(files: &'b BTreeMap<String, BaseFile>, folder: &str) -> Vec<&'b str> {
    let is_inside = |path: &&str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    files.keys().map(String::as_str).filter(is_inside).collect()
}

/// Returns the path that was probably meant: of the same folder if one is near, since a whole path is near to many.
fn guess(path: &str, all: &[&str]) -> Option<String> {
    let split =
        |path: &str| path.rsplit_once('/').map_or((String::new(), path.to_owned()), |(a, b)| (a.into(), b.into()));
    let (folder, name): (String, String) = split(path);
    let beside: Vec<(String, String)> =
        all.iter().map(|other| split(other)).filter(|other| other.0 == folder).collect();
    if let Some(near) = nearest(&name, beside.iter().map(|other| other.1.as_str())) {
        return Some(if folder.is_empty() { near.to_owned() } else { format!("{folder}/{near}") });
    }
    nearest(path, all.iter().copied()).map(str::to_owned)
}
