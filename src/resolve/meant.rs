//! What a link that leads to no file of the pack was meant to be: an outside address without its beginning, or the address that a page
//! has on the site instead of the file that it is made from.

use std::collections::BTreeMap;

use super::names::Names;
use super::target::{from_folder, target, way};
use crate::text::prose::LinkTarget;

/// Where a page can be that is named without its folder.
const FOLDERS: [&str; 12] = [
    "leaflets",
    "trauma-informed-care",
    "conversation-models",
    "improvement",
    "improvement/change-ideas",
    "improvement/theories-of-change",
    "improvement/measurement-plans",
    "stories",
    "benchmarks",
    "measures",
    "forms",
    "wards",
];

/// Returns what to write instead of `written`, a link in the content file `path`.
pub(super) fn meant(written: &str, path: &str, names: &Names) -> Option<String> {
    let bare = written.trim().trim_matches(['“', '”', '‘', '’', '"', '\'', '<', '>', ' ']);
    outside(bare).or_else(|| inside(bare, path, names)).filter(|meant| meant != written)
}

fn outside(written: &str) -> Option<String> {
    let lower = written.to_lowercase();
    let is_number =
        written.len() > 2 && written.chars().all(|letter| letter.is_ascii_digit() || " +()-".contains(letter));
    let host = lower.split(['/', '?']).next().unwrap_or_default();
    let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_file = matches!(
        ending,
        "md" | "yaml" | "yml" | "html" | "htm" | "pdf" | "docx" | "doc" | "txt" | "png" | "jpg" | "jpeg" | "svg"
    );
    let is_host =
        !is_file && (2..=12).contains(&ending.len()) && ending.chars().all(|letter| letter.is_ascii_alphabetic());
    match () {
        () if is_number => Some(format!("tel:{}", written.replace([' ', '(', ')', '-'], ""))),
        () if host.contains('@') && is_host => Some(format!("mailto:{written}")),
        () if lower.starts_with("http") && !written.contains(' ') => Some(written.to_owned()),
        () if is_host && !host.starts_with('.') => Some(format!("https://{written}")),
        () => None,
    }
}

/// Returns the file whose page has the address that is written: `/about/`, `../leaflets/keeping-safe.html`, `keeping-safe`.
fn inside(written: &str, path: &str, names: &Names) -> Option<String> {
    let page = written.trim_end_matches('/');
    let page = page
        .strip_suffix("/index.html")
        .or_else(|| page.strip_suffix(".html"))
        .or_else(|| page.strip_suffix(".htm"))
        .unwrap_or(page);
    let page = page.strip_suffix(".md").unwrap_or(page).to_lowercase().replace(['\\'], "/");
    let from_here = from_folder(path, &page).filter(|_| !page.starts_with('/'));
    let from_top = page.trim_start_matches(['.', '/']).to_owned();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let in_pages = format!("pages/{from_top}");
    let beside = format!("{folder}/{}", from_top.rsplit('/').next().unwrap_or_default());
    let name = beside.rsplit('/').next().unwrap_or_default().to_owned();
    let elsewhere = FOLDERS.iter().map(|folder| format!("{folder}/{name}"));
    let places =
        from_here.into_iter().chain([from_top, in_pages, beside]).chain(elsewhere.filter(|_| !name.is_empty()));
    let files = places.filter(|place| !place.is_empty()).flat_map(|place| {
        ["md", "yaml"].map(|ending| format!("{place}.{ending}")).into_iter().chain([format!("{place}/_index.md")])
    });
    let leads = |file: &String| {
        let link = LinkTarget::File { path: way(path, file), fragment: None };
        target(&link, path, names, &BTreeMap::new()).is_some()
    };
    files.into_iter().find(leads).map(|file| way(path, &file))
}
