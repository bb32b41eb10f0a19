//! A ward's own pack as a folder or a zip file, and whether a copy of one is whole.

pub mod update;

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::{Value, json};
use twox_hash::XxHash3_128;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::ledger::{MANIFEST, Manifest};
use crate::model::audience::Audience;
use crate::plan::bundle::Label;
use crate::render::{Rendered, RenderedFile};

/// The file that lists what belongs to a bundle.
pub const LIST: &str = "bundle.json";
/// Paths in a bundle may be this long: Windows takes 260 letters, and the folder it lies in needs some of them.
pub const LONGEST: usize = 180;

/// Adds the list of all files, each with its hash, to the files of a bundle. Returns the paths that are too long for Windows.
pub fn list(files: &mut Rendered, ward: &str, label: &Label) -> Vec<String> {
    let hashes: BTreeMap<&str, String> = files.iter().map(|file| (&*file.path, hash(&file.bytes))).collect();
    let list = json!({
        "made_by": "wardpack",
        "ward": ward,
        "audience": label.audience.map(Audience::name),
        "version": label.version,
        "made_on": label.made_on,
        "stale_after": label.stale_after,
        "files": hashes,
    });
    let too_long = hashes.keys().filter(|path| path.len() > LONGEST).map(|path| (*path).to_owned()).collect();
    let bytes: Arc<[u8]> = format!("{list:#}\n").into_bytes().into();
    let key = XxHash3_128::oneshot(&bytes);
    files.push(RenderedFile { path: LIST.into(), bytes, key });
    too_long
}

fn hash(bytes: &[u8]) -> String {
    format!("{:032x}", XxHash3_128::oneshot(bytes))
}

/// Returns the files as the bytes of a zip file, below a folder, with the manifest of that folder. The same files of the same day give
/// the same bytes: they are in the order of their names, and all have the day they were made.
pub fn zip(files: &Rendered, manifest: &Manifest, folder: &str, day: Date) -> zip::result::ZipResult<Vec<u8>> {
    let manifest = manifest.bytes();
    let mut sorted: Vec<(&str, &[u8])> = files.iter().map(|file| (&*file.path, &*file.bytes)).collect();
    sorted.push((MANIFEST, &manifest));
    sorted.sort_unstable();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip_day(day))
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in sorted {
        writer.start_file(format!("{folder}/{path}"), options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// Returns noon of a day, so that it is that day wherever the file is opened; for a day that zip can't say, the day it begins with.
fn zip_day(day: Date) -> DateTime {
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    let year = u16::try_from(day.year()).unwrap_or_default();
    DateTime::from_date_and_time(year, part(day.month()), part(day.day()), 12, 0, 0).unwrap_or_default()
}

/// Returns the files of a zip file, as seen from the folder in it that holds bundle.json. Returns nothing where it can't be read, or
/// has no such folder.
pub fn unzip(bytes: &[u8]) -> Option<BTreeMap<String, Vec<u8>>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut found = BTreeMap::new();
    for number in 0..archive.len() {
        let mut file = archive.by_index(number).ok()?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).ok()?;
        found.insert(file.name().ok()?.replace('\\', "/"), bytes);
    }
    let folders = found.keys().filter_map(|path| path.strip_suffix(LIST));
    let is_folder = |folder: &&str| folder.is_empty() || folder.ends_with('/');
    let folder = folders.filter(is_folder).min_by_key(|folder| folder.len())?.to_owned();
    let inside = |(path, bytes): (String, _)| Some((path.strip_prefix(&folder)?.to_owned(), bytes));
    Some(found.into_iter().filter_map(inside).filter(|(path, _)| !path.is_empty() && !path.ends_with('/')).collect())
}

/// What bundle.json says.
#[derive(Debug)]
pub struct BundleList {
    pub ward: String,
    /// Who it is for, where it isn't for everyone.
    pub audience: Option<Audience>,
    pub version: String,
    pub made_on: String,
    pub stale_after: String,
    /// The hash of each file.
    pub hashes: BTreeMap<String, String>,
}

impl BundleList {
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let list: Value = serde_json::from_slice(bytes).ok()?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let hashes = list["files"].as_object()?.iter().map(|(path, hash)| (path.clone(), text(hash))).collect();
        Some(BundleList {
            ward: text(&list["ward"]),
            audience: list["audience"].as_str().and_then(Audience::named),
            version: text(&list["version"]),
            made_on: text(&list["made_on"]),
            stale_after: text(&list["stale_after"]),
            hashes,
        })
    }
}

/// What a copy of a bundle says of itself, and what is wrong with it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verified {
    pub ward: String,
    pub audience: Option<Audience>,
    pub version: String,
    pub made_on: String,
    pub stale_after: String,
    pub files: usize,
    pub changed: Vec<String>,
    pub missing: Vec<String>,
    /// Files that don't belong to it.
    pub foreign: Vec<String>,
}

impl Verified {
    pub fn is_whole(&self) -> bool {
        self.changed.is_empty() && self.missing.is_empty() && self.foreign.is_empty()
    }
}

/// Looks at the files of a copy. Returns nothing where it has no list that can be read.
pub fn verify(files: &BTreeMap<String, Vec<u8>>) -> Option<Verified> {
    let BundleList { ward, audience, version, made_on, stale_after, hashes } = BundleList::read(files.get(LIST)?)?;
    let whole = Verified { files: hashes.len(), ..Verified::default() };
    let mut verified = Verified { ward, audience, version, made_on, stale_after, ..whole };
    for (path, wanted) in &hashes {
        match files.get(path) {
            None => verified.missing.push(path.clone()),
            Some(bytes) if hash(bytes) != *wanted => verified.changed.push(path.clone()),
            Some(_) => {}
        }
    }
    let is_ours = |path: &str| hashes.contains_key(path) || [LIST, MANIFEST, update::NOTE].contains(&path);
    let is_foreign = |path: &&String| !is_ours(path) && !is_left_by_computers(path);
    verified.foreign = files.keys().filter(is_foreign).cloned().collect();
    Some(verified)
}

/// Tells whether a file is one that Windows or macOS puts on every stick by itself.
fn is_left_by_computers(path: &str) -> bool {
    let hidden = ["System Volume Information", ".Trashes", ".Spotlight-V100", ".fseventsd", "$RECYCLE.BIN"];
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_known = ["thumbs.db", "desktop.ini", ".ds_store"].contains(&name.to_lowercase().as_str());
    is_known || name.starts_with("._") || hidden.iter().any(|folder| path.starts_with(folder))
}

/// Returns how many files of a copy are other than those of a bundle made now.
pub fn behind(copy: &BTreeMap<String, Vec<u8>>, now: &Rendered) -> usize {
    let differs = |file: &&RenderedFile| copy.get(&*file.path).is_none_or(|bytes| **bytes != *file.bytes);
    now.iter().filter(|file| file.path.starts_with(crate::plan::bundle::SITE)).filter(differs).count()
}

/// Returns the name of a ward's folder or zip file. One for some readers isn't to be taken for the one for everyone.
pub fn name(ward: &str, audience: Option<Audience>) -> String {
    let readers = audience.map(|audience| format!("-{}", audience.name())).unwrap_or_default();
    format!("{ward}-sexual-safety{readers}")
}
