//! A disk that does so many things and then no more, as when it is full or the share drops: the write that fails leaves half its bytes
//! behind. The tests of writing itself, inside the crate, use it too.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Disk, RealDisk};

pub struct FailingDisk {
    left: AtomicUsize,
    error: io::ErrorKind,
}

impl FailingDisk {
    /// Returns a disk that does `left` things, and then fails with an error of this kind.
    pub fn after(left: usize, error: io::ErrorKind) -> Self {
        FailingDisk { left: AtomicUsize::new(left), error }
    }

    fn spend(&self) -> io::Result<()> {
        let spent = self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        spent.map(|_| ()).map_err(|_| io::Error::from(self.error))
    }
}

impl Disk for FailingDisk {
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.spend().inspect_err(|_| drop(fs::write(path, &bytes[..bytes.len() / 2])))?;
        RealDisk.write(path, bytes)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.spend()?;
        RealDisk.rename(from, to)
    }
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.spend()?;
        RealDisk.create_folder(path)
    }
    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.spend()?;
        RealDisk.remove_file(path)
    }
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.spend()?;
        RealDisk.remove_folder(path)
    }
    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        self.spend()?;
        RealDisk.remove_tree(path)
    }
}
