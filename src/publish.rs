//! A built site → a folder, share or drive where people read it, as a release: whole, with its sums, and with the release before kept
//! beside it.
//!
//! What a run that was interrupted leaves is never kept as the release before: that one stays until the new one is whole.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use twox_hash::XxHash3_128;

use crate::model::published;
use crate::plan::unfinished::LIST;
use crate::problem::fault::{Fault, publishing};
use crate::read::{self, shown};
use crate::render::{Rendered, RenderedFile};
use crate::write::disk::Disk;
use crate::write::{self, Output, WriteError, whole};

/// The file of a release that lists the SHA-256 sum of every other, as `sha256sum` writes and checks it.
pub const SUMS: &str = "SHA256SUMS";

/// A site as it is published.
#[derive(Debug)]
pub struct PublishedRelease {
    /// The files, their sums included.
    files: Rendered,
    /// A short code of all that the files hold.
    pub code: String,
}

impl PublishedRelease {
    fn new(mut files: Rendered) -> Self {
        files.retain(|file| &*file.path != SUMS);
        let sums: BTreeMap<&str, String> = files.iter().map(|file| (&*file.path, sum(&file.bytes))).collect();
        let line = |text: String, (path, sum): (&&str, &String)| text + sum + "  " + path + "\n";
        let text: String = sums.iter().fold(String::new(), line);
        let code = sum(text.as_bytes())[..8].to_owned();
        let (key, bytes) = (XxHash3_128::oneshot(text.as_bytes()), Arc::from(text.into_bytes()));
        files.push(RenderedFile { path: SUMS.into(), bytes, key });
        PublishedRelease { files, code }
    }

    /// Returns how many files there are, without the list of sums.
    pub fn count(&self) -> usize {
        self.files.len() - 1
    }
}

/// The pack's list of addresses that were published, with those of a release.
pub struct ListedAddresses {
    /// How many of the release the list lacks.
    pub new: usize,
    text: String,
}

/// Returns the pack's list of the addresses that were published, with those of a release added to it. What stands there stays, line by
/// line. A folder without a pack has none.
pub fn addresses(release: &PublishedRelease, content: &Path) -> ListedAddresses {
    if !read::is_there(&content.join("pack.yaml")) {
        return ListedAddresses { new: 0, text: String::new() };
    }
    let bytes = read::bytes(&content.join(published::PUBLISHED)).unwrap_or_default();
    let old = String::from_utf8_lossy(&bytes);
    let known: BTreeSet<&str> = old.lines().filter_map(published::address).collect();
    let pages = release.files.iter().map(|file| &*file.path).filter(|path| path.ends_with("index.html"));
    let new: BTreeSet<&str> = pages.filter(|path| !known.contains(path)).collect();
    ListedAddresses { new: new.len(), text: published::with(&old, &known, &new) }
}

impl ListedAddresses {
    /// Writes the list, where there is something new in it.
    pub fn write(&self, content: &Path, disk: &dyn Disk) -> Result<(), WriteError> {
        let ListedAddresses { new, text } = self;
        if *new == 0 { Ok(()) } else { whole::put(content, &[(published::PUBLISHED, text.as_bytes())], disk) }
    }
}

fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// Returns the built site of a folder as a release.
pub fn of_site(site: &Path) -> Result<PublishedRelease, Fault> {
    if !write::is_whole(site) {
        return Err(publishing::no_site(&shown(site)));
    }
    let files = files(site).map_err(|path| publishing::site_incomplete(&shown(site), &path))?;
    if let Some(list) = files.iter().find(|file| &*file.path == LIST) {
        let text = String::from_utf8_lossy(&list.bytes);
        return Err(publishing::has_drafts(&shown(site), &text.lines().collect::<Vec<_>>()));
    }
    Ok(PublishedRelease::new(files))
}

/// Returns the release that was published before the one of a folder.
pub fn before(target: &Path) -> Result<PublishedRelease, Fault> {
    let previous = write::previous(target);
    let whole = Some(&previous).filter(|previous| write::is_whole(previous)).and_then(|previous| files(previous).ok());
    whole.map(PublishedRelease::new).ok_or_else(|| publishing::nothing_to_bring_back(&shown(target), &shown(&previous)))
}

/// Returns the files that a folder's manifest lists, or the path of one that can't be read.
fn files(folder: &Path) -> Result<Rendered, String> {
    let file = |path: String| match read::bytes(&folder.join(&path)) {
        Some(bytes) => {
            Ok(RenderedFile { key: XxHash3_128::oneshot(&bytes), path: path.into(), bytes: Arc::from(bytes) })
        }
        None => Err(path),
    };
    write::paths(folder).into_iter().map(file).collect()
}

/// What publishing a release changes in a folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct PublishedChanges {
    pub new: Vec<String>,
    pub changed: Vec<String>,
    pub removed: Vec<String>,
    pub unchanged: usize,
    /// Files of others that stand where files of the release go.
    pub in_the_way: Vec<String>,
    /// How many bytes are to be copied.
    pub bytes: usize,
    /// A run before this one was interrupted, so that there is something to complete.
    pub is_begun: bool,
}

impl PublishedChanges {
    pub fn is_empty(&self) -> bool {
        let PublishedChanges { new, changed, removed, in_the_way, .. } = self;
        [new, changed, removed, in_the_way].iter().all(|paths| paths.is_empty()) && !self.is_begun
    }
}

/// Compares a release with what is in a folder.
pub fn changes(release: &PublishedRelease, target: &Path) -> PublishedChanges {
    let there = write::paths(target);
    let mut changes = PublishedChanges { is_begun: write::is_interrupted(target), ..PublishedChanges::default() };
    for file in release.files.iter().filter(|file| &*file.path != SUMS) {
        let list = match read::bytes(&target.join(&*file.path)) {
            Some(bytes) if *bytes == *file.bytes => {
                changes.unchanged += 1;
                continue;
            }
            // What an interrupted run has put there is in no manifest yet; writing knows it.
            Some(_) if !there.contains(&*file.path) && !changes.is_begun => {
                changes.in_the_way.push(shown(&target.join(&*file.path)));
                continue;
            }
            Some(_) => &mut changes.changed,
            None => &mut changes.new,
        };
        list.push(file.path.to_string());
        changes.bytes += file.bytes.len();
    }
    let wanted: BTreeSet<&str> = release.files.iter().map(|file| &*file.path).collect();
    changes.removed = there.into_iter().filter(|path| !wanted.contains(path.as_str())).collect();
    for paths in [&mut changes.new, &mut changes.changed, &mut changes.in_the_way] {
        paths.sort();
    }
    changes
}

/// Puts a release into a folder. The whole release that was there before is kept beside it first; returns its code.
pub fn publish(release: &PublishedRelease, target: &Path, disk: &dyn Disk) -> Result<Option<String>, WriteError> {
    let old = whole_release(target);
    if let Some(old) = &old {
        put(old, &write::previous(target), disk)?;
    }
    put(release, target, disk)?;
    Ok(old.map(|old| old.code))
}

/// Brings the release before back. The one that it takes the place of is kept in its stead, if it is whole; returns its code.
pub fn roll_back(before: &PublishedRelease, target: &Path, disk: &dyn Disk) -> Result<Option<String>, WriteError> {
    let now = whole_release(target);
    put(before, target, disk)?;
    if let Some(now) = &now {
        put(now, &write::previous(target), disk)?;
    }
    Ok(now.map(|now| now.code))
}

/// Returns the release of a folder; nothing where there is none, or where a run was interrupted, so that it is partly old and partly new.
fn whole_release(target: &Path) -> Option<PublishedRelease> {
    write::is_whole(target).then(|| files(target).ok()).flatten().map(PublishedRelease::new)
}

fn put(release: &PublishedRelease, folder: &Path, disk: &dyn Disk) -> Result<(), WriteError> {
    let paths = release.files.iter().map(|file| file.path.to_string()).collect();
    write::write(Output { files: &release.files, paths: Some(&paths), papers: None }, folder, disk).map(|_| ())
}

/// What a published copy says of itself, and what is wrong with it.
#[derive(Debug, PartialEq, Eq)]
pub struct VerifiedRelease {
    pub code: String,
    pub files: usize,
    pub changed: Vec<String>,
    pub missing: Vec<String>,
}

/// Looks at the files of a published copy. Returns nothing where it has no list of sums that can be read.
pub fn verify(files: &BTreeMap<String, Vec<u8>>) -> Option<VerifiedRelease> {
    let text = std::str::from_utf8(files.get(SUMS)?).ok()?;
    let sums: Option<Vec<(&str, &str)>> = text.lines().map(|line| line.split_once("  ")).collect();
    let sums = sums.filter(|sums| !sums.is_empty())?;
    let code = sum(text.as_bytes())[..8].to_owned();
    let mut verified = VerifiedRelease { code, files: sums.len(), changed: Vec::new(), missing: Vec::new() };
    for (wanted, path) in sums {
        match files.get(path) {
            None => verified.missing.push(path.to_owned()),
            Some(bytes) if sum(bytes) != wanted => verified.changed.push(path.to_owned()),
            Some(_) => {}
        }
    }
    Some(verified)
}
