//! From a save to the site on disk, as `wardpack build --watch` says it: `cargo bench --bench edit`, or with other sizes and
//! numbers of edits `cargo bench --bench edit -- 1000,50000 11`.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a benchmark prints and touches the disk")]

mod corpus;

use std::fs;
use std::io::{BufRead, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStdout, Stdio};

/// Makes an edit with a number, so that each differs from the one before.
type Edit = fn(&Path, usize);

/// What is edited, and how.
const EDITS: [(&str, Edit); 3] = [
    ("the body of a page", |folder, edit| {
        corpus::put(folder, "content/stories/story-7.md", &corpus::story_file(7, edit));
    }),
    ("the title of a page", |folder, edit| {
        let file = corpus::story_file(7, edit).replace("title: Story 7", &format!("title: Story 7 and {edit}"));
        corpus::put(folder, "content/stories/story-7.md", &file);
    }),
    ("pack.yaml", |folder, edit| {
        corpus::put(folder, "content/pack.yaml", &corpus::pack_file(&format!("Stories {edit}")));
    }),
];

/// A program that watches, and what it prints.
struct Watch {
    program: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let sizes = arguments.next().unwrap_or("1000,10000".to_owned());
    let edits = arguments.next().map_or(7, |edits| edits.parse().expect("a number of edits"));
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    for pages in sizes.split(',').map(|size| size.parse().expect("a number of pages")) {
        let folder = tempfile::tempdir().unwrap();
        corpus::pack(&folder.path().join("content"), pages);
        let mut watch = Watch::begin(folder.path());
        println!(
            "\n{pages} pages, {cores} cores, {edits} edits each\n{:<24}{:>11}{:>9}{:>9}",
            "", "median ms", "drawn", "written"
        );
        for (name, edit) in EDITS {
            let rounds: Vec<serde_json::Value> = (1..=edits)
                .map(|number| {
                    edit(folder.path(), number);
                    watch.round()
                })
                .collect();
            let figure = |key: &str| corpus::median(rounds.iter().filter_map(|round| round[key].as_f64()).collect());
            println!("{name:<24}{:>11.0}{:>9}{:>9}", figure("milliseconds"), figure("drawn"), figure("written"));
        }
    }
}

impl Watch {
    /// Starts the program, and waits for the first build.
    fn begin(folder: &Path) -> Self {
        let mut command = corpus::build(folder);
        command.args(["--watch", "--format", "json"]).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut program = command.spawn().unwrap();
        let lines = BufReader::new(program.stdout.take().unwrap()).lines();
        let mut watch = Watch { program, lines };
        watch.round();
        assert!(fs::exists(folder.join("output/index.html")).unwrap(), "the pack builds");
        watch
    }

    /// Returns what the next round prints.
    fn round(&mut self) -> serde_json::Value {
        loop {
            let line = self.lines.next().expect("the program goes on").unwrap();
            let printed: serde_json::Value = serde_json::from_str(&line).unwrap();
            if printed["note"].is_null() {
                return printed;
            }
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
