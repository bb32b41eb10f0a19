//! `wardpack bundle --update`

use std::fs;
use std::path::Path;

use super::place::BundlePlace;
use super::words::plural;
use crate::bundle;
use crate::bundle::update::{self, Old, Update};
use crate::ledger::Manifest;
use crate::model::audience::Audience;
use crate::plan::bundle::Label;
use crate::problem::fault::{Fault, bundles};
use crate::read;
use crate::render::Rendered;

/// Reads an earlier bundle of a ward: a folder or a zip file.
pub fn old(path: &Path, ward: &str, audience: Option<Audience>) -> Result<Old, Fault> {
    let shown = read::shown(path);
    let unreadable = |error: std::io::Error| bundles::earlier_unreadable(&shown, &error);
    let files = if path.is_dir() {
        read::every_file(path).map_err(unreadable)?
    } else {
        let bytes = fs::read(path).map_err(unreadable)?;
        bundle::unzip(&bytes).ok_or_else(|| bundles::earlier_is_none(&shown))?
    };
    update::old(&files, &shown, ward, audience)
}

/// Writes the update from an earlier bundle to these files, and returns what to say of it. Where nothing changed, nothing is written.
pub fn make(old: Old, files: Rendered, label: &Label, mut place: BundlePlace<'_>) -> Result<String, Fault> {
    let Some(update) = update::update(old, files, label)? else {
        let Label { ward, version, .. } = label;
        return Ok(format!("{ward}: nothing has changed since version {version}, so there is nothing to update"));
    };
    place.name.push_str("-update");
    place.write(&update.files, &Manifest::of(update.paths.clone()), label.day)?;
    Ok(said(&update, label, &place))
}

fn said(update: &Update, label: &Label, place: &BundlePlace<'_>) -> String {
    let Update { files, deleted, mended, from: (version, made_on), .. } = update;
    // Without the note.
    let changed = plural(files.len() - 1, "changed or new file");
    let mended = match mended {
        0 => String::new(),
        count => format!(" ({} of the old bundle not as its list says)", plural(*count, "file")),
    };
    let dates = match *version == label.version && update.mended == 0 {
        true if update.has_other_files() => {
            "; the pages are the same, and what has changed are other files, such as papers"
        }
        true => "; the pages are the same, only what the copy says of itself is new",
        false => "",
    };
    format!(
        "{}: {}, {changed}{mended}, {} to delete; from version {version}, made on {made_on}, to version {}, made on {}{dates}",
        read::shown(&place.path()),
        label.ward,
        plural(deleted.len(), "file"),
        label.version,
        label.made_on
    )
}
