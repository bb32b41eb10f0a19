//! Where a bundle is put, as a folder or a zip file.

use std::path::{Path, PathBuf};

use crate::bundle;
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

    pub fn write(&self, files: &Rendered) -> Result<(), Fault> {
        if self.zip { write_zip(files, &self.name, self.folder) } else { write_folder(files, &self.path()) }
    }
}

fn write_zip(files: &Rendered, name: &str, folder: &Path) -> Result<(), Fault> {
    let bytes = bundle::zip(files, name).map_err(|error| bundles::no_zip(&error))?;
    let put = whole::put(folder, &[(&format!("{name}.zip"), &bytes)], &RealDisk);
    put.map_err(|error| error.of_files(folder))
}

fn write_folder(files: &Rendered, path: &Path) -> Result<(), Fault> {
    let paths = files.iter().map(|file| file.path.to_string()).collect();
    let written = write::write(Output { files, paths: Some(&paths) }, path, &RealDisk);
    written.map(|_| ()).map_err(|error| error.of_site(path))
}
