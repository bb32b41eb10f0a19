//! What the layers below have changed since a file was adopted.

use std::collections::BTreeSet;
use std::path::Path;

use similar::TextDiff;

use super::paths::{in_folder, inside, standing, stands};
use super::{Base, Fault, each, look, originals};
use crate::read::{FileText, is_text};

/// A file of the user's own that stands over one below, and what became of that one.
#[derive(Debug, PartialEq, Eq)]
pub struct StandingFile {
    pub path: String,
    /// The path as the author knows it.
    pub file: String,
    pub since: Since,
}

/// What happened below since a file was adopted.
#[derive(Debug, PartialEq, Eq)]
pub enum Since {
    Unchanged,
    /// The base says something else; how, unless it is a picture or the like.
    Changed(Option<String>),
    /// The base doesn't have the file any more.
    Gone,
    /// Nothing was remembered, so nobody can tell.
    Unrecorded,
    /// The user's own file says what the base says now. It may be needed all the same: beside this original of the user's own,
    /// the one below would be left out.
    Same(Option<String>),
}

impl Since {
    /// Tells whether there is something below that the user hasn't seen.
    pub fn is_change(&self) -> bool {
        matches!(self, Since::Changed(_) | Since::Gone)
    }
}

/// Returns what became below of the user's own files at these paths and in these folders; without any, of all that stand over
/// a file below.
pub fn since(content: &Path, asked: &[String]) -> Result<Vec<StandingFile>, Vec<Fault>> {
    let base = look(content)?;
    let all = || base.own.keys().filter(|path| stands(&base, path)).cloned();
    let named = each(asked, |written| named(&base, content, written))?;
    let paths: BTreeSet<String> =
        if asked.is_empty() { all().collect() } else { named.into_iter().flatten().collect() };
    Ok(paths.into_iter().map(|path| one(&base, path)).collect())
}

/// Returns the files of the user's own that a path names: itself, or those in the folder.
fn named(base: &Base, content: &Path, written: &str) -> Result<Vec<String>, Fault> {
    let path = inside(base, written)?;
    let within = in_folder(&base.own, &path).into_iter().filter(|path| stands(base, path));
    let within: Vec<String> = within.map(str::to_owned).collect();
    if within.is_empty() { standing(base, content, written).map(|path| vec![path]) } else { Ok(within) }
}

fn one(base: &Base, path: String) -> StandingFile {
    let own = &base.own[&path];
    let (below, then) = (base.below.get(&path), base.adopted.get(&path));
    let since = match (below, then) {
        (None, _) => Since::Gone,
        (Some(below), _) if is_same(&path, &below.bytes, &own.bytes) => {
            Since::Same(originals(&path).into_iter().find(|original| base.own.contains_key(original)))
        }
        (Some(_), None) => Since::Unrecorded,
        (Some(below), Some(then)) if is_same(&path, &below.bytes, then) => Since::Unchanged,
        (Some(below), Some(then)) => {
            Since::Changed(is_text(&path).then(|| difference(&below.shown, then, &below.bytes)))
        }
    };
    StandingFile { file: own.shown.clone(), path, since }
}

/// Tells whether two files say the same: line ends and the mark that Windows Notepad puts first are no words.
fn is_same(path: &str, one: &[u8], other: &[u8]) -> bool {
    one == other || is_text(path) && words(one) == words(other)
}

fn words(bytes: &[u8]) -> String {
    FileText::decode(bytes).shown().replace("\r\n", "\n")
}

/// Returns the lines that differ, with three lines round them, as `diff -u` shows them.
fn difference(shown: &str, then: &[u8], now: &[u8]) -> String {
    let (then, now) = (words(then), words(now));
    let difference = TextDiff::from_lines(&then, &now);
    let (then, now) = (format!("{shown} (when you adopted it)"), format!("{shown} (now)"));
    let text = difference.unified_diff().context_radius(3).header(&then, &now).to_string();
    // What a terminal would take for an order is no text to be read.
    text.chars()
        .map(|letter| if letter.is_control() && !"\n\t".contains(letter) { '\u{FFFD}' } else { letter })
        .collect()
}
