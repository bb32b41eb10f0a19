//! Paths as people write them, and what is wrong with them.

use std::path::Path;

use super::{BTreeMap, Base, BaseFile, Fault, is_ward, nearest, remembers};
use crate::problem::suggest::list;

/// More names than this are too many for one line of help.
const MANY: usize = 8;

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
        return Err(Fault { message: format!("{written} is not in the content folder"), help: example() });
    }
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    if parts.is_empty() {
        return Err(Fault { message: format!("“{written}” names no file"), help: example() });
    }
    Ok(parts.join("/"))
}

fn example() -> String {
    "write the path inside the content folder, such as leaflets/visiting.md".to_owned()
}

/// Refuses the files that never come from below as a whole.
pub fn whole_file(base: &Base, path: &str) -> Result<(), Fault> {
    let own = &base.layers[0];
    if path == "pack.yaml" {
        return Err(Fault {
            message: "pack.yaml is not adopted: it is merged key by key".into(),
            help: format!("write only the keys that differ into {own}/pack.yaml; the others come from below"),
        });
    }
    if is_ward(path) {
        return Err(Fault {
            message: format!("{path} is not adopted: wards are never taken from a layer below"),
            help: format!("a pack has the wards in its own {own}/wards; write a file for yours there"),
        });
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
        Some(own) => Fault {
            message: format!("{} is yours alone: no layer below has it", own.shown),
            help: "nothing that changes below concerns it".into(),
        },
        None if below => Fault {
            message: format!("you have no {path} of your own: the one below is used, with all its changes"),
            help: format!("to edit it, write `wardpack adopt {path}`"),
        },
        None => Fault {
            message: format!("you have no file {path}"),
            help: guess(&path, &stands).map_or_else(example, |near| format!("did you mean {near}?")),
        },
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
        let names = if within.len() > MANY { format!("{}, …", within[..MANY].join(", ")) } else { list(&within) };
        return Fault { message: format!("{path} is a folder"), help: format!("name its files: {names}") };
    }
    let all: Vec<&str> = base.below.keys().map(String::as_str).collect();
    Fault {
        message: format!("no layer below has a file {path}"),
        help: guess(path, &all).map_or_else(example, |near| format!("did you mean {near}?")),
    }
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

/// Says that a file would come to lie outside the content folder.
pub fn leads_out(file: &str) -> Fault {
    Fault {
        message: format!("a link on the way to {file} leads out of the content folder"),
        help: "put a folder in the place of the link".into(),
    }
}
