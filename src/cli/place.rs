//! Where a bundle is put, as a folder or a zip file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::bundle;
use crate::ledger::{MANIFEST, Manifest};
use crate::problem::fault::{Fault, bundles};
use crate::render::Rendered;
use crate::write::disk::RealDisk;
use crate::write::{self, Output, whole};

/// Where a bundle is put.
pub struct BundlePlace<'a> {
    pub folder: &'a Path,
    pub name: String,
    pub zip: bool,
}

impl BundlePlace<'_> {
    pub fn path(&self) -> PathBuf {
        self.folder.join(if self.zip { format!("{}.zip", self.name) } else { self.name.clone() })
    }

    /// Writes the files of a day, and the manifest of the folder that they are for: an update put over an old folder brings that of
    /// the whole, or else it would say that all other files there aren't ours.
    pub fn write(&self, files: &Rendered, manifest: &Manifest, day: Date) -> Result<(), Fault> {
        if self.zip {
            let bytes = bundle::zip(files, manifest, &self.name, day).map_err(|error| bundles::no_zip(&error))?;
            let put = whole::put(self.folder, &[(&format!("{}.zip", self.name), &bytes)], &RealDisk);
            return put.map_err(|error| error.of_files(self.folder));
        }
        let path = self.path();
        let own = paths(files);
        write::write(Output { files, paths: Some(&own), papers: None }, &path, &RealDisk)
            .map_err(|error| error.of_site(&path))?;
        if own == manifest.paths {
            return Ok(());
        }
        whole::put(&path, &[(MANIFEST, &manifest.bytes())], &RealDisk).map_err(|error| error.of_files(&path))
    }
}

/// Returns the paths of files.
pub fn paths(files: &Rendered) -> BTreeSet<String> {
    files.iter().map(|file| file.path.to_string()).collect()
}
