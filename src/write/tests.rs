use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::disk::RealDisk;
use super::*;

#[cfg(unix)]
mod links;

#[path = "../../tests/suite/support/failing_disk.rs"]
mod failing_disk;

use failing_disk::FailingDisk;

fn site(files: &[(&str, &str)]) -> Vec<RenderedFile> {
    let file =
        |(path, text): &(&str, &str)| RenderedFile { path: (*path).into(), bytes: Arc::from(text.as_bytes()), key: 0 };
    files.iter().map(file).collect()
}

/// Writes a whole site.
fn write(site: &[RenderedFile], folder: &Path, disk: &dyn Disk) -> Result<Written, WriteError> {
    let paths = site.iter().map(|file| file.path.to_string()).collect();
    super::write(Output { files: site, paths: Some(&paths), papers: None }, folder, disk)
}

fn counts(written: &Written) -> (usize, usize) {
    (written.written.len(), written.removed.len())
}

fn read(output: &Path) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = walkdir::WalkDir::new(output)
        .into_iter()
        .flatten()
        .filter(|entry| entry.file_type().is_file() && entry.file_name() != MANIFEST)
        .map(|entry| {
            let path = entry.path().strip_prefix(output).unwrap().to_string_lossy().replace('\\', "/");
            (path, fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    files
}

const OLD: &[(&str, &str)] = &[
    ("a/index.html", "old a"),
    ("b/index.html", "same"),
    ("gone/deep/index.html", "gone"),
    ("index.html", "old home"),
];
const NEW: &[(&str, &str)] = &[
    ("a/index.html", "new a, longer"),
    ("b/index.html", "same"),
    ("index.html", "new home"),
    ("new/index.html", "new"),
];

#[test]
fn writes_what_differs_and_removes_what_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("site");
    assert_eq!(counts(&write(&site(OLD), &output, &RealDisk).unwrap()), (4, 0));
    fs::write(output.join("own.txt"), "the user's own").unwrap();
    let written = write(&site(NEW), &output, &RealDisk).unwrap();
    assert_eq!(counts(&written), (3, 1));
    let mut expected: Vec<_> = NEW.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    expected.push(("own.txt".into(), "the user's own".into()));
    expected.sort();
    assert_eq!(read(&output), expected);
    assert!(!output.join("gone").exists() && !work_folder(&output).exists());
    assert_eq!(counts(&write(&site(NEW), &output, &RealDisk).unwrap()), (0, 0));
}

#[test]
fn never_touches_what_it_did_not_make() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("site");
    fs::create_dir(&output).unwrap();
    fs::write(output.join("index.html"), "somebody else's").unwrap();
    fs::write(output.join("new"), "a file where a folder goes").unwrap();
    let Err(WriteError::InTheWay(paths)) = write(&site(NEW), &output, &RealDisk) else { panic!("must refuse") };
    assert_eq!(paths, [output.join("index.html"), output.join("new")]);
    assert_eq!(read(&output).len(), 2);
}

#[test]
fn a_full_disk_at_any_moment_leaves_whole_files_and_the_next_run_completes() {
    for old in [None, Some(OLD)] {
        for left in 0..60 {
            let folder = tempfile::tempdir().unwrap();
            let output = folder.path().join("site");
            if let Some(old) = old {
                write(&site(old), &output, &RealDisk).unwrap();
            }
            let result = write(&site(NEW), &output, &FailingDisk::after(left, io::ErrorKind::StorageFull));
            for (path, text) in read(&output) {
                let whole = OLD.iter().chain(NEW).any(|(known, bytes)| *known == path && *bytes == text);
                assert!(whole, "after {left} steps {path} holds “{text}”");
            }
            write(&site(NEW), &output, &RealDisk).unwrap_or_else(|error| panic!("after {left} steps: {error:?}"));
            let expected: Vec<_> = NEW.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
            assert_eq!(read(&output), expected, "after {left} steps");
            if left == 59 {
                assert!(result.is_ok(), "sixty steps are enough for this site");
            }
        }
    }
}

#[test]
fn a_second_run_on_one_folder_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("site");
    let lock = lock::Lock::take(&work_folder(&output), &RealDisk).unwrap();
    assert!(matches!(write(&site(NEW), &output, &RealDisk), Err(WriteError::Busy)));
    drop(lock);
    assert!(write(&site(NEW), &output, &RealDisk).is_ok());
}

/// A disk whose computer loses its power after so many things: nothing is put in order afterwards.
struct LostPower {
    left: AtomicUsize,
}

impl LostPower {
    fn spend(&self) {
        let spent = self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        spent.expect("the power is lost");
    }
}

impl Disk for LostPower {
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        fs::write(path, &bytes[..bytes.len() / 2])?;
        self.spend();
        RealDisk.write(path, bytes)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.spend();
        RealDisk.rename(from, to)
    }
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.spend();
        RealDisk.create_folder(path)
    }
    fn remove_file(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove_file(path)
    }
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove_folder(path)
    }
    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove_tree(path)
    }
}

#[test]
fn single_files_are_whole_whenever_the_run_is_killed_and_the_next_run_leaves_nothing_of_it() {
    let files: [(&str, &[u8]); 3] = [(".adopted/a.md", b"old words"), ("a.md", b"old words"), ("b/c.md", b"others")];
    let mut killed = 0;
    for left in 0..20 {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::create_dir(&content).unwrap();
        fs::write(content.join("a.md"), "earlier").unwrap();
        let disk = LostPower { left: AtomicUsize::new(left) };
        let run = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| whole::put(&content, &files, &disk)));
        killed += usize::from(run.is_err());
        for (path, bytes) in files {
            let found = fs::read(content.join(path)).unwrap_or_default();
            assert!([bytes, b"", b"earlier"].contains(&&found[..]), "after {left} steps {path} holds {found:?}");
        }
        whole::sweep(&content, &RealDisk);
        assert!(!content.join(".wardpack").exists(), "after {left} steps");
        whole::put(&content, &files, &RealDisk).unwrap();
        let found = read(&content);
        assert_eq!(found.len(), 3, "after {left} steps: {found:?}");
    }
    assert!((8..20).contains(&killed), "{killed} runs were killed");
}

#[test]
fn a_second_watching_run_is_told_who_has_the_folder_and_one_that_was_killed_is_in_nobodys_way() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("site");
    let first = Watcher::take(&output, "process 1").unwrap();
    first.say("http://localhost:1111/, process 1").unwrap();
    let Err(WriteError::Watched(who)) = Watcher::take(&output, "process 2") else { panic!("two watch one folder") };
    assert_eq!(who, "http://localhost:1111/, process 1");
    write(&site(OLD), &output, &RealDisk).unwrap();
    assert!(Watcher::take(&output, "process 2").is_err(), "a build takes nothing away from a run that watches");
    drop(first);
    assert!(!work_folder(&output).exists());
    // What a run that was killed leaves: its files, and no lock on them.
    fs::create_dir(work_folder(&output)).unwrap();
    fs::write(work_folder(&output).join("watch"), "").unwrap();
    fs::write(work_folder(&output).join("watched-by"), "process 1").unwrap();
    drop(Watcher::take(&output, "process 2").unwrap());
    fs::create_dir(work_folder(&output)).unwrap();
    fs::write(work_folder(&output).join("watch"), "").unwrap();
    write(&site(NEW), &output, &RealDisk).unwrap();
    assert!(!work_folder(&output).exists(), "the next build takes it away");
}
