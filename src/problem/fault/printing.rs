//! What can't be printed on paper.

use super::Fault;
use crate::problem::suggest;

/// Says that this program makes no files to print, and which one does.
pub fn no_press() -> Fault {
    Fault::new(
        "this wardpack was made without what lays sheets of paper out",
        "build it with “cargo build --release --features print”, which takes some minutes longer; or print the pages from a browser",
    )
}

/// Says that a ward has no papers, or none of the kind that was asked for; or that the pack has none that are for every ward.
pub fn none_of_the_kind(ward: Option<&str>, kind: Option<&str>) -> Fault {
    let what = kind.map_or_else(|| "nothing to print".to_owned(), |kind| format!("no {kind} to print"));
    let whose = ward.map_or_else(|| "the pack".to_owned(), |ward| format!("the ward {ward}"));
    Fault::new(
        format!("{whose} has {what}"),
        "a charter in Easy Read needs lines in Easy Read in the charter's template, a booklet or a tri-fold needs “leaflet_formats:” in pack.yaml, and “charter_formats:” there may leave some out; wardpack print WARD makes what there is of a ward, and wardpack print --general what is for every ward",
    )
}

/// Says that a word is no kind of paper, and what to write.
pub fn no_kind(word: &str, kinds: &str) -> Fault {
    Fault::new(format!("“{word}” is no kind of paper"), kinds)
}

/// Says that a month was asked for without the kind of paper that is of one.
pub fn no_month(kind: &str) -> Fault {
    Fault::new(
        "only a safety cross is of a month",
        format!(
            "name it too: wardpack print WARD {kind} --month 2026-12, or wardpack print --general {kind} --month 2026-12"
        ),
    )
}

/// Says that files of somebody else have the names of those to print.
pub fn not_ours(files: &[String]) -> Fault {
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    Fault::new(
        format!("these are there already, and wardpack did not make them: {}", suggest::list(&files)),
        "move them away, or name another folder with --output; nothing was printed",
    )
}
