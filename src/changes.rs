//! Two built sites → what has changed between them, in words that a ward reads: whose page, which one, and the lines that went and came.
//!
//! Pages that only list others, and pages that say the same in another look, are counted and not told one by one.

mod compared_page;

use std::collections::{BTreeMap, BTreeSet};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::ledger::{MANIFEST, Manifest};
use compared_page::ComparedPage;

/// The files of a folder by their paths.
type SiteFiles = BTreeMap<String, Vec<u8>>;

/// What has happened to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageEvent {
    /// The numbers of the help panel, which every page of a ward has.
    Numbers,
    /// Other words of the help panel.
    Help,
    /// All pages of a ward have other addresses; the old ones lead on to them.
    WardMoved,
    /// It has another address; the old one leads on to it.
    Moved,
    New,
    Gone,
    Reworded,
    /// Only what the page says of itself: when it was written and reviewed.
    About,
}

impl PageEvent {
    /// Returns what is said of a page in lists.
    pub fn words(self) -> &'static str {
        match self {
            PageEvent::Numbers => "phone number changed",
            PageEvent::Help => "help panel changed",
            PageEvent::WardMoved => "pages moved to other addresses; the old ones lead on to them",
            PageEvent::Moved => "moved to another address; the old one leads on to it",
            PageEvent::New => "new",
            PageEvent::Gone => "gone",
            PageEvent::Reworded => "reworded",
            PageEvent::About => "dates or review changed",
        }
    }
}

/// One change, however many pages it is on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SiteChange {
    pub event: PageEvent,
    /// The page's title, with its language where that isn't the site's first; empty for the help panel.
    pub title: String,
    pub before: Vec<String>,
    pub after: Vec<String>,
    /// The wards that it is of; an empty name stands for pages of no ward.
    pub wards: BTreeSet<String>,
}

/// What has changed between two sites.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct SiteChanges {
    pub changes: Vec<SiteChange>,
    /// Pages of which only lists of other pages have changed.
    pub lists: usize,
    /// Pages that say the same and are drawn differently.
    pub looks: usize,
    /// Pictures, sheets and other files that changed, are new or are gone.
    pub others: Vec<String>,
}

impl SiteChanges {
    pub fn is_empty(&self) -> bool {
        *self == SiteChanges::default()
    }
}

/// Compares two sites. Returns nothing for a folder without a manifest: `Err` has which of the two it is.
pub fn changes(old: &SiteFiles, new: &SiteFiles) -> Result<SiteChanges, WhichSite> {
    let (old, new) = (ours(old).ok_or(WhichSite::Old)?, ours(new).ok_or(WhichSite::New)?);
    let first = new.get("index.html").map(|html| ComparedPage::read(html).language).unwrap_or_default();
    let mut found = SiteChanges::default();
    let (pages, others): (BTreeSet<&str>, BTreeSet<&str>) =
        old.keys().chain(new.keys()).partition(|path| path.ends_with("/index.html") || **path == "index.html");
    let differ = |path: &&str| old.get(path) != new.get(path);
    let read = |site: &BTreeMap<&str, &[u8]>, path: &str| site.get(path).map(|html| ComparedPage::read(html));
    let moved = moves(&pages, &old, &new);
    let is_told = |path: &&str| !moved.iter().any(|(_, to)| to == path && !old.contains_key(*path));
    let pair = |path: &str| match moved.get(path) {
        // What leads on from an old address is no page to read.
        Some(to) => (read(&old, path), read(&new, to), Some(moved_of(path, to))),
        None => (read(&old, path), read(&new, path), None),
    };
    let pairs: Vec<(Option<ComparedPage>, Option<ComparedPage>, Option<PageEvent>)> =
        pages.iter().copied().filter(differ).filter(is_told).map(pair).collect();
    // Lists say what their pages are called; that is told of the pages themselves.
    let both = || pairs.iter().flat_map(|(old, new, _)| [old, new]).flatten();
    let listed: BTreeSet<&str> = both().flat_map(|page| [page.title.as_str(), page.summary.as_str()]).collect();
    let mut merged: BTreeMap<(String, ToldChange), BTreeSet<String>> = BTreeMap::new();
    for (old, new, moved) in &pairs {
        let Some(page) = new.as_ref().or(old.as_ref()) else { continue };
        let language = if page.language == first { String::new() } else { format!(" ({})", page.language) };
        let title = format!("{}{language}", page.title);
        let mut told = match (old, new) {
            (Some(old), Some(new)) => of_page(old, new, &listed, &mut found),
            (None, _) => vec![(PageEvent::New, Vec::new(), Vec::new())],
            (_, None) => vec![(PageEvent::Gone, Vec::new(), Vec::new())],
        };
        told.extend(moved.map(|event| (event, Vec::new(), Vec::new())));
        for (event, before, after) in told {
            let of_panel = matches!(event, PageEvent::Numbers | PageEvent::Help | PageEvent::WardMoved);
            let title = if of_panel { String::new() } else { title.clone() };
            merged.entry((title, (event, before, after))).or_default().insert(page.ward.clone());
        }
    }
    let change = |((title, (event, before, after)), wards)| SiteChange { event, title, before, after, wards };
    found.changes = merged.into_iter().map(change).collect();
    found.changes.sort();
    let is_own = |path: &&str| is_for_readers(path);
    found.others = others.into_iter().filter(differ).filter(is_own).map(str::to_owned).collect();
    Ok(found)
}

/// Returns where the pages at some addresses are now that had a page of their own before, and lead on to another now.
fn moves<'a>(
    pages: &BTreeSet<&'a str>,
    old: &BTreeMap<&str, &[u8]>,
    new: &BTreeMap<&'a str, &[u8]>,
) -> BTreeMap<&'a str, &'a str> {
    let leads_to = |site: &BTreeMap<&str, &[u8]>, path: &str| ComparedPage::read(site.get(path)?).leads_to;
    let both = pages.iter().copied().filter(|path| old.contains_key(path) && old.get(path) != new.get(path));
    let moved = both.filter_map(|path| {
        let to = from_page(path, &leads_to(new, path)?);
        let (to, _) = new.get_key_value(to.as_str())?;
        leads_to(old, path).is_none().then_some((path, *to))
    });
    moved.collect()
}

/// Returns the path that a page's link leads to, from the site's root.
fn from_page(page: &str, href: &str) -> String {
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for part in href.split('/') {
        match part {
            ".." => drop(folders.pop()),
            part => folders.push(part),
        }
    }
    folders.join("/")
}

/// Returns what has happened to a page that moved. With a ward all its pages move, and that is told once.
fn moved_of(from: &str, to: &str) -> PageEvent {
    let of_ward = |path: &str| {
        let (_, rest) = path.split_once("wards/")?;
        rest.split_once('/').map(|(ward, rest)| (ward.to_owned(), rest.to_owned()))
    };
    let is_wards =
        matches!((of_ward(from), of_ward(to)), (Some((from, rest)), Some((to, same))) if from != to && rest == same);
    if is_wards { PageEvent::WardMoved } else { PageEvent::Moved }
}

/// Which of the two folders holds no site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhichSite {
    Old,
    New,
}

/// Returns the files that the manifest lists: others in the folder are none of the site's.
fn ours(files: &SiteFiles) -> Option<BTreeMap<&str, &[u8]>> {
    let manifest = Manifest::read(files.get(MANIFEST)?);
    let is_ours = |(path, _): &(&String, &Vec<u8>)| manifest.paths.contains(*path);
    Some(files.iter().filter(is_ours).map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect())
}

/// Tells whether somebody may want to know of a file: what search and styles are made of changes with every page.
fn is_for_readers(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    !["js", "css", "html", "xml", "txt", "json"].contains(&ending) && path != crate::publish::SUMS
}

/// What is told of a page: the event, and the lines before and after.
type ToldChange = (PageEvent, Vec<String>, Vec<String>);

fn of_page(
    old: &ComparedPage,
    new: &ComparedPage,
    listed: &BTreeSet<&str>,
    found: &mut SiteChanges,
) -> Vec<ToldChange> {
    let mut told = Vec::new();
    let mut lines = old.lines.clone();
    if old.numbers != new.numbers {
        let only = |these: &BTreeSet<String>, those: &BTreeSet<String>| these.difference(those).cloned().collect();
        let (before, after): (Vec<String>, Vec<String>) =
            (only(&old.numbers, &new.numbers), only(&new.numbers, &old.numbers));
        // A text that gives the number too says nothing else by that.
        if let ([old], [new]) = (before.as_slice(), after.as_slice()) {
            for line in &mut lines {
                *line = line.replace(old, new);
            }
        }
        told.push((PageEvent::Numbers, before, after));
    } else if old.help != new.help {
        let (before, after) = difference(&old.help, &new.help);
        told.push((PageEvent::Help, before, after));
    }
    let (before, after) = difference(&lines, &new.lines);
    let has_lines = !before.is_empty() || !after.is_empty();
    // A single letter is a heading of the A to Z.
    let is_own = |line: &String| !listed.contains(line.as_str()) && line.chars().count() > 1;
    let own = |lines: Vec<String>| lines.into_iter().filter(is_own).collect::<Vec<_>>();
    let is_renamed = old.title != new.title;
    let (before, after) = if is_renamed { (before, after) } else { (own(before), own(after)) };
    let is_reworded = !before.is_empty() || !after.is_empty();
    if is_reworded {
        told.push((PageEvent::Reworded, before, after));
    } else if old.about != new.about {
        let (before, after) = difference(&old.about, &new.about);
        told.push((PageEvent::About, before, after));
    }
    match (told.is_empty(), has_lines) {
        (true, true) => found.lists += 1,
        (true, false) => found.looks += 1,
        _ => {}
    }
    told
}

/// Returns the lines that went, and those that came.
fn difference(old: &[String], new: &[String]) -> (Vec<String>, Vec<String>) {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for step in capture_diff_slices(Algorithm::Myers, old, new) {
        if !matches!(step, DiffOp::Equal { .. }) {
            before.extend_from_slice(&old[step.old_range()]);
            after.extend_from_slice(&new[step.new_range()]);
        }
    }
    (before, after)
}
