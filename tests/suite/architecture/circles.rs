//! Circles: in each folder, no file or folder may know another that knows it, directly or through others. A folder knows what any file
//! in it knows. Between a folder and its own files nothing is asked.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::Tree;

/// What each child of a folder knows of the others, and where it says so first.
type Known = BTreeMap<String, BTreeMap<String, String>>;

/// Returns a circle of each group of files or folders that know each other in one.
pub fn circles(tree: &Tree) -> Vec<String> {
    let mut folders: BTreeMap<Vec<String>, Known> = BTreeMap::new();
    let names: BTreeSet<&[String]> = tree.modules.iter().map(|module| &*module.name).collect();
    for module in &tree.modules {
        for used in module.uses.iter().filter(|used| !used.is_test && used.path[0] == "crate") {
            let path = &used.path[1..];
            // The longest beginning of the path that is a file.
            let Some(length) = (1..=path.len()).rev().find(|length| names.contains(&path[..*length])) else { continue };
            let other = &path[..length];
            let common = module.name.iter().zip(other).take_while(|(own, other)| own == other).count();
            if let (Some(own), Some(other)) = (module.name.get(common), other.get(common)) {
                let known = folders.entry(module.name[..common].to_vec()).or_default();
                let place = format!("{}:{}", module.file, used.line);
                known.entry(own.clone()).or_default().entry(other.clone()).or_insert(place);
            }
        }
    }
    folders.iter().flat_map(|(folder, known)| in_folder(&folder.join("/"), known)).collect()
}

/// Returns the circles of one folder: from each child the shortest way back to itself, but each circle once.
fn in_folder(folder: &str, known: &Known) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for start in known.keys() {
        let Some(way) = way_back(start, known) else { continue };
        if seen.insert(way.iter().cloned().collect::<BTreeSet<String>>()) {
            let next = way.iter().cycle().skip(1);
            let steps = way.iter().zip(next).map(|(own, other)| format!("{own} ({}) → ", known[own][other]));
            let folder = if folder.is_empty() { "src" } else { folder };
            found.push(format!("{folder}: {}{start}", steps.collect::<String>()));
        }
    }
    found
}

/// Returns the shortest way from a child through others back to itself, without its end.
fn way_back(start: &str, known: &Known) -> Option<Vec<String>> {
    let mut ways = vec![vec![start.to_owned()]];
    let mut reached = BTreeSet::new();
    while !ways.is_empty() {
        let mut next = Vec::new();
        for way in ways {
            for other in known.get(way.last()?).into_iter().flat_map(BTreeMap::keys) {
                if other == start {
                    return Some(way);
                }
                if reached.insert(other.clone()) {
                    next.push([&way[..], std::slice::from_ref(other)].concat());
                }
            }
        }
        ways = next;
    }
    None
}
