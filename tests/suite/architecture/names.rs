//! Names of types: one word, one thing. A noun and its view have the same name, and a subcommand's flags are called as the subcommand.

use std::collections::BTreeMap;

use super::tree::Tree;

/// Returns the names that more than one type has, with the files that have them.
pub fn of_two_things(tree: &Tree) -> Vec<String> {
    let mut files: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for module in &tree.modules {
        for name in &module.types {
            files.entry(name.clone()).or_default().push(&module.file);
        }
    }
    let of_two = files.into_iter().filter(|(_, files)| things(files) > 1);
    of_two.map(|(name, files)| format!("{name}: {}", files.join(", "))).collect()
}

/// Returns how many things files of one name tell of: the views and the flags of one thing are not another.
fn things(files: &[&str]) -> usize {
    let of = |room: &str| files.iter().filter(|file| file.starts_with(room)).count();
    let (views, flags) = (of("plan/view/"), of("cli/"));
    let others = files.len() - views - flags;
    others.max(views).max(usize::from(flags > 0))
}
