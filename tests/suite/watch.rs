//! Watching: however a file is saved, the site ends up as a build from nothing makes it.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use wardpack::watch::{self, News, Round, WatchOptions};

use crate::support::{Silent, WARD, build_from_nothing, files, request, small_pack, write};

/// More than any change should take on a machine that has other things to do.
const LIMIT: Duration = Duration::from_secs(60);

struct Watched {
    folder: tempfile::TempDir,
    news: Receiver<News>,
    over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Watched {
    fn new(folder: tempfile::TempDir, options: WatchOptions) -> Self {
        let (sender, news) = channel();
        let over = Arc::new(AtomicBool::new(false));
        let (asked, is_over) = (request(folder.path()), over.clone());
        let thread = std::thread::spawn(move || {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
            let _ = watch::watch(&|| asked.clone(), &options, &pool, &Silent, &mut |news| {
                let is_heard = sender.send(news).is_ok() && !is_over.load(Ordering::SeqCst);
                if is_heard { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            });
        });
        let watched = Watched { folder, news, over, thread: Some(thread) };
        watched.round();
        watched
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        write(self.folder.path(), path, text.as_bytes());
    }

    /// Returns the next round.
    fn round(&self) -> Round {
        loop {
            if let News::Round(round) = self.news.recv_timeout(LIMIT).expect("no round came") {
                return *round;
            }
        }
    }

    /// Waits until the site is what a build from nothing makes of the sources, which have just been saved for the last time.
    fn becomes_right(&self, what: &str) {
        let wanted = build_from_nothing(self.folder.path());
        let end = Instant::now() + LIMIT;
        while files(&self.path("output")) != wanted {
            assert!(Instant::now() < end, "{what}: the site isn't what a build from nothing makes");
            // A round may have come already; what counts is what is on disk.
            let _ = self.news.recv_timeout(Duration::from_millis(200));
        }
    }

    fn page(&self, path: &str) -> String {
        fs::read_to_string(self.path("output").join(path)).unwrap_or_default()
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        // Anything that is told ends the loop.
        let _ = fs::write(self.path("content/pack.yaml"), "title: The end\nextends: built-in\n");
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn leaflet(words: &str) -> String {
    format!("---\ntitle: A leaflet\nsummary: What it is about.\naudience: [patients]\n---\n\n{words}\n")
}

const LEAFLET: &str = "content/leaflets/test.md";

fn watched(options: WatchOptions) -> Watched {
    let folder = small_pack();
    write(folder.path(), LEAFLET, leaflet("The first words.").as_bytes());
    Watched::new(folder, options)
}

fn shell(folder: &Path, script: &str) {
    let status = Command::new("sh").args(["-euc", script]).current_dir(folder).status().unwrap();
    assert!(status.success(), "{script}");
}

#[test]
fn however_a_file_is_saved_the_page_follows() {
    let watched = watched(WatchOptions::default());
    let save = |way: &str, script: &str| {
        shell(watched.folder.path(), &format!("cd content/leaflets\n{script}"));
        watched.becomes_right(way);
        assert!(watched.page("leaflets/test/index.html").contains(way), "{way}");
    };
    save(
        "in place",
        "sed 's/The .* words/The in place words/' test.md > /tmp/$$ && cat /tmp/$$ > test.md && rm /tmp/$$",
    );
    save("renamed over", "sed 's/The .* words/The renamed over words/' test.md > .new && mv .new test.md");
    save("sed -i", "sed -i 's/The .* words/The sed -i words/' test.md");
    let as_vim = "touch 4913 && rm 4913 && mv test.md test.md~ && \
                  sed 's/The .* words/The backup moved away words/' test.md~ > test.md && rm test.md~";
    save("backup moved away", as_vim);
    save(
        "byte by byte",
        "sed 's/The .* words/The byte by byte words/' test.md > .new && head -c 70 .new > test.md && sleep 0.1 && tail -c +71 .new >> test.md && rm .new",
    );
    save(
        "emptied first",
        "sed 's/The .* words/The emptied first words/' test.md > .new && : > test.md && sleep 0.02 && cat .new > test.md && rm .new",
    );
}

#[test]
fn a_change_is_one_round_with_the_pages_it_needs() {
    let watched = watched(WatchOptions { verify: true, ..WatchOptions::default() });
    watched.write(LEAFLET, &leaflet("Other words."));
    let round = watched.round();
    assert_eq!(round.changed.len(), 1, "{:?}", round.changed);
    assert!(round.changed[0].ends_with("leaflets/test.md"));
    assert_eq!(round.differences.as_deref(), Some(&[][..]));
    let site = round.outcome.unwrap().site.unwrap();
    assert_eq!(
        (site.drawn.len(), site.written.written.len()),
        (2, 3),
        "the leaflet's page, the ward's of it, and what search finds"
    );
}

#[test]
fn many_files_folders_and_themes_at_once() {
    let watched = watched(WatchOptions::default());
    for number in 0..200 {
        watched.write(&format!("content/leaflets/new-{number:03}.md"), &leaflet("One of many."));
    }
    watched.becomes_right("200 files at once");
    fs::create_dir_all(watched.path("content/stories")).unwrap();
    watched.write("content/stories/deep/one.md", &leaflet("Deep down."));
    fs::remove_dir_all(watched.path("content/stories")).unwrap();
    fs::rename(watched.path("content/leaflets"), watched.path("content/guidance-away")).unwrap();
    fs::rename(watched.path("content/guidance-away"), watched.path("content/leaflets")).unwrap();
    watched.write(LEAFLET, &leaflet("After the move."));
    watched.becomes_right("a folder moved and moved back");
    watched.write("themes/ward/css/ward.css", "body { color: black }");
    watched.becomes_right("a theme that wasn't there before");
    fs::remove_dir_all(watched.path("themes")).unwrap();
    watched.becomes_right("a theme taken away");
    fs::rename(watched.path("content"), watched.path("away")).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    fs::rename(watched.path("away"), watched.path("content")).unwrap();
    watched.write(LEAFLET, &leaflet("After the content came back."));
    watched.becomes_right("the whole content away and back");
}

#[test]
fn a_switch_between_two_very_different_versions() {
    let folder = small_pack();
    write(folder.path(), LEAFLET, leaflet("The first words.").as_bytes());
    shell(
        folder.path(),
        "git init -q && git add content && git -c user.name=x -c user.email=x@localhost commit -qm one && git checkout -qb other",
    );
    for number in 0..300 {
        write(
            folder.path(),
            &format!("content/leaflets/new-{number:03}.md"),
            leaflet("On the other branch.").as_bytes(),
        );
        write(
            folder.path(),
            &format!("content/wards/ward-{number:03}.yaml"),
            WARD.replace("Beach", &format!("Ward {number}")).as_bytes(),
        );
    }
    write(folder.path(), "themes/ward/css/ward.css", b"body { color: black }");
    // Few leaflets a ward: this test is of the watching, not of the drawing.
    shell(
        folder.path(),
        "rm content/leaflets/new-0[1-9]* content/leaflets/new-[12]* content/wards/ward-[12]* content/leaflets/test.md",
    );
    shell(
        folder.path(),
        "git add -A content themes && git -c user.name=x -c user.email=x@localhost commit -qm two && git checkout -q -",
    );
    let watched = Watched::new(folder, WatchOptions::default());
    for branch in ["other", "-", "-"] {
        shell(watched.folder.path(), &format!("git checkout -q {branch}"));
        watched.becomes_right("git checkout");
    }
}

#[test]
fn a_mistake_changes_nothing_and_the_next_good_save_brings_the_page_back() {
    let watched = watched(WatchOptions::default());
    let before = files(&watched.path("output"));
    watched.write("content/wards/beach.yaml", &format!("{WARD}charter: [\n"));
    let round = watched.round();
    assert!(round.outcome.unwrap().refused);
    assert!(files(&watched.path("output")) == before);
    fs::remove_file(watched.path("content/pack.yaml")).unwrap();
    assert!(!watched.round().is_good());
    watched.write("content/pack.yaml", "title: Test pack\nextends: built-in\n");
    watched.write("content/wards/beach.yaml", &WARD.replace("Beach", "Shore"));
    watched.becomes_right("everything mended");
    assert!(watched.page("wards/beach/index.html").contains("Shore ward"));
}

#[test]
fn what_editors_leave_beside_a_file_is_nobodys_business() {
    let watched = watched(WatchOptions::default());
    for name in [".test.md.swp", "test.md~", "4913", ".#test.md", "~$test.md", "test.tmp", ".git/index"] {
        watched.write(&format!("content/leaflets/{name}"), "not for reading");
    }
    watched.write("output/mine.txt", "a file beside the site");
    watched.write(LEAFLET, &leaflet("Words that count."));
    let round = watched.round();
    assert_eq!(round.changed.len(), 1, "{:?}", round.changed);
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_a_link_is_watched_where_it_really_is() {
    let folder = small_pack();
    write(folder.path(), LEAFLET, leaflet("The first words.").as_bytes());
    fs::rename(folder.path().join("content"), folder.path().join("real")).unwrap();
    std::os::unix::fs::symlink("real", folder.path().join("content")).unwrap();
    let watched = Watched::new(folder, WatchOptions::default());
    watched.write("real/leaflets/test.md", &leaflet("Saved in the real folder."));
    let round = watched.round();
    assert!(round.is_good() && watched.page("leaflets/test/index.html").contains("Saved in the real folder."));
}

#[test]
fn polling_finds_a_change_that_keeps_size_and_time() {
    let watched = watched(WatchOptions { poll: true, ..WatchOptions::default() });
    let path = watched.path(LEAFLET);
    let old = fs::metadata(&path).unwrap().modified().unwrap();
    fs::write(&path, leaflet("The other words.")).unwrap();
    fs::File::options().write(true).open(&path).unwrap().set_modified(old).unwrap();
    watched.becomes_right("polling");
    assert!(watched.page("leaflets/test/index.html").contains("The other words."));
}
