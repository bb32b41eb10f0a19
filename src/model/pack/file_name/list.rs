//! Lists of wards and numbers of measures that aren't called as they must be to be read: saved in another form, copied, or in capitals.

use super::{Aside, KnownPack};
use crate::model::read::id::as_id;
use crate::problem::Problem;
use crate::problem::catalogue::{answers, lists, numbers};
use crate::read::{Sources, extension};

/// The two names of a list, the one that is read first where both are there.
const NAMES: [&str; 2] = ["wards.xlsx", "wards.csv"];
/// What programs save tables as.
const TABLES: [&str; 10] = ["xlsx", "xls", "xlsm", "xlsb", "xltx", "ods", "numbers", "csv", "tsv", "txt"];

/// Reports lists of wards under other names, and two of them side by side. One of the two is set aside, since each of its wards would be
/// there twice.
pub fn look(sources: &Sources, known: &KnownPack<'_>, aside: &mut Aside) {
    let own = |path: &str| known.content.get(path).filter(|id| !known.below.contains(id));
    let has_list = NAMES.iter().any(|name| own(name).is_some());
    for (path, id) in known.content.iter().filter(|(path, id)| is_meant(path) && !known.below.contains(id)) {
        // A name in other letters, beside the right one, is told as such: on most disks the two are one file.
        if !aside.files.contains(id) && own(&path.to_lowercase()).is_none_or(|other| other == id) {
            let shown = &sources.file(*id).shown;
            if has_list {
                aside.add(*id, path, None, lists::copy_of_list(shown));
                continue;
            }
            let ending = extension(path);
            let name = if ending == "csv" { NAMES[1] } else { NAMES[0] };
            aside.add(*id, path, Some(name), lists::named_otherwise(shown, name, &ending));
        }
    }
    if let (Some(xlsx), Some(csv)) = (own(NAMES[0]), own(NAMES[1])) {
        let shown = |id| sources.file(id).shown.as_str();
        aside.add(*csv, NAMES[1], None, lists::two_lists(shown(*csv), shown(*xlsx)));
    }
}

/// Looks whether a file holds the numbers of a measure or the answers to a survey under an ending that isn't read.
pub fn of_table(shown: &str, folder: &str, name: &str) -> Option<Problem> {
    let (stem, written) = name.rsplit_once('.')?;
    let ending = extension(name);
    let is_table = TABLES.contains(&ending.as_str());
    let better = format!("{}.csv", as_id(stem));
    let is_in_capitals = ending == "csv" && written != "csv";
    match folder {
        _ if !is_table => None,
        "measures" if is_in_capitals => Some(numbers::in_capitals(shown, &better)),
        "measures" => Some(numbers::named_otherwise(shown, &better)),
        "forms" if is_in_capitals => Some(answers::in_capitals(shown, &better)),
        "forms" => Some(answers::named_otherwise(shown, &better)),
        _ => None,
    }
}

/// Tells whether a file is probably a list of wards under a name that isn't read: a table in the content folder or that of wards, whose
/// name speaks of wards.
fn is_meant(path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, _) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_near = ["", "wards"].contains(&folder.to_lowercase().as_str());
    is_near
        && TABLES.contains(&extension(path).as_str())
        && stem.to_lowercase().contains("ward")
        && !NAMES.contains(&path)
}
