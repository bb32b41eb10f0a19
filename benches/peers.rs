//! wardpack beside the floor and its peers, on equal pages: `cargo bench --bench peers`, or with other sizes and numbers of runs
//! `cargo bench --bench peers -- 1000,50000 7`.
//!
//! The floor is a program that reads the same files and writes as many bytes into the same files, with two threads, and does
//! nothing else. Hugo, mdBook and Eleventy take part where they are installed. Programs run in turn, and every figure is a ratio
//! of one call: how quick the machine is says nothing.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a benchmark times, prints and touches the disk"
)]

mod corpus;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A program, and how it builds the site that lies in a folder into `output` there.
struct Peer {
    name: &'static str,
    folder: PathBuf,
    command: fn(&Path) -> Command,
}

/// What one run took.
#[derive(Clone, Copy)]
struct Taken {
    wall: f64,
    /// Nothing where the system doesn't tell.
    processors: Option<f64>,
}

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let first = arguments.next();
    if first.as_deref() == Some("floor") {
        let folders: Vec<PathBuf> = arguments.map(PathBuf::from).collect();
        return floor(&folders[0]);
    }
    let sizes: Vec<usize> = first
        .as_deref()
        .unwrap_or("1000,10000")
        .split(',')
        .map(|size| size.parse().expect("a number of pages"))
        .collect();
    let runs = arguments.next().map_or(5, |runs| runs.parse().expect("a number of runs"));
    let mut of_sizes = Vec::new();
    for pages in sizes {
        let folder = tempfile::tempdir().unwrap();
        let peers = peers(folder.path(), pages);
        of_sizes.push((pages, measure(&peers, runs)));
        print(&of_sizes[of_sizes.len() - 1]);
    }
    for pair in of_sizes.windows(2) {
        print_growth(&pair[0], &pair[1]);
    }
}

type Measured = Vec<(&'static str, Taken)>;

/// Writes the pages for each program that is there. wardpack comes first, since the floor writes what it wrote.
fn peers(folder: &Path, pages: usize) -> Vec<Peer> {
    let place = |name: &str| folder.join(name);
    corpus::pack(&place("wardpack/content"), pages);
    assert!(quiet(corpus::build(&place("wardpack"))).status().unwrap().success(), "the pack builds");
    fs::create_dir(place("floor")).unwrap();
    fs::write(place("floor/files"), list_of_files(&place("wardpack"))).unwrap();
    let mut peers = vec![
        Peer { name: "wardpack", folder: place("wardpack"), command: corpus::build },
        Peer { name: "the floor", folder: place("floor"), command: floor_command },
    ];
    if is_there("hugo", "version") {
        write_hugo(&place("hugo"), pages);
        peers.push(Peer { name: "Hugo --minify", folder: place("hugo"), command: hugo });
    }
    if is_there("mdbook", "--version") {
        write_mdbook(&place("mdbook"), pages);
        peers.push(Peer { name: "mdBook", folder: place("mdbook"), command: mdbook });
    }
    if is_there("eleventy", "--version") {
        write_eleventy(&place("eleventy"), pages);
        peers.push(Peer { name: "Eleventy", folder: place("eleventy"), command: eleventy });
    }
    peers
}

fn is_there(program: &str, argument: &str) -> bool {
    quiet(Command::new(program)).arg(argument).status().is_ok_and(|status| status.success())
}

/// Returns a command whose output nobody sees.
fn quiet(mut command: Command) -> Command {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Runs all programs in turn, each into an empty folder, and returns the medians. The first round isn't counted.
fn measure(peers: &[Peer], runs: usize) -> Measured {
    let mut all: Vec<Vec<Taken>> = vec![Vec::new(); peers.len()];
    for round in 0..=runs {
        for (peer, taken) in peers.iter().zip(&mut all) {
            let _ = fs::remove_dir_all(peer.folder.join("output"));
            let (started, used) = (Instant::now(), used_by_children());
            let status = quiet((peer.command)(&peer.folder)).status().unwrap();
            let wall = started.elapsed().as_secs_f64();
            assert!(status.success(), "{} fails", peer.name);
            let processors = used_by_children().zip(used).map(|(now, before)| now.saturating_sub(before).as_secs_f64());
            if round > 0 {
                taken.push(Taken { wall, processors });
            }
        }
    }
    let middle = |taken: &Vec<Taken>| Taken {
        wall: corpus::median(taken.iter().map(|one| one.wall).collect()),
        processors: taken.iter().map(|one| one.processors).collect::<Option<_>>().map(corpus::median),
    };
    peers.iter().map(|peer| peer.name).zip(all.iter().map(middle)).collect()
}

fn print((pages, measured): &(usize, Measured)) {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let floor = measured[1].1;
    println!(
        "\n{pages} pages, {cores} cores\n{:<16}{:>9}{:>11}{:>9}{:>11}",
        "", "wall s", "× floor", "CPU s", "× floor"
    );
    for (name, taken) in measured {
        let processors = taken.processors.zip(floor.processors);
        let processors = processors.map(|(own, floor)| format!("{own:>9.3}{:>11.1}", own / floor)).unwrap_or_default();
        println!("{name:<16}{:>9.3}{:>11.1}{processors}", taken.wall, taken.wall / floor.wall);
    }
}

/// Prints how the time grows with the pages: 1 is in proportion, 2 with the square.
#[expect(clippy::cast_precision_loss, reason = "numbers of pages are small")]
fn print_growth((pages, fewer): &(usize, Measured), (more_pages, more): &(usize, Measured)) {
    println!("\nFrom {pages} to {more_pages} pages the time grows with their number to the power of");
    for ((name, before), (_, after)) in fewer.iter().zip(more) {
        let (before, after) = (before.processors.unwrap_or(before.wall), after.processors.unwrap_or(after.wall));
        println!("{name:<16}{:>9.2}", (after / before).ln() / (*more_pages as f64 / *pages as f64).ln());
    }
}

#[cfg(unix)]
fn used_by_children() -> Option<Duration> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).ok()?;
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    u64::try_from(micros).ok().map(Duration::from_micros)
}

#[cfg(not(unix))]
fn used_by_children() -> Option<Duration> {
    None
}

/// Returns what the floor reads and writes: the files of the pack, and those of its site with their lengths.
fn list_of_files(folder: &Path) -> String {
    let files = |below: &str| {
        let entries = walkdir::WalkDir::new(folder.join(below)).into_iter().flatten();
        entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect::<Vec<_>>()
    };
    let read = files("content").into_iter().map(|path| format!("{}\n", path.display()));
    let written = files("output").into_iter().map(|path| {
        let length = path.metadata().unwrap().len();
        format!("{length} {}\n", path.strip_prefix(folder).unwrap().display())
    });
    read.chain(written).collect()
}

fn floor_command(folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.arg("floor").arg(folder);
    command
}

/// Reads the files that the list has without a length, and writes those with one.
fn floor(folder: &Path) {
    let list = fs::read_to_string(folder.join("files")).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..2 {
            let lines = list.lines().skip(thread).step_by(2);
            scope.spawn(move || lines.for_each(|line| touch(folder, line)));
        }
    });
}

fn touch(folder: &Path, line: &str) {
    match line.split_once(' ').and_then(|(length, path)| Some((length.parse::<usize>().ok()?, path))) {
        None => assert!(!fs::read(line).unwrap().is_empty()),
        Some((length, path)) => {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, vec![b' '; length]).unwrap();
        }
    }
}

/// Writes the pages with the front matter that a program wants.
fn write_stories(folder: &Path, below: &str, pages: usize, page: impl Fn(&str, &str) -> String) {
    for number in 0..pages {
        let (title, body) = corpus::story(number, 0);
        corpus::put(folder, &format!("{below}/story-{number}.md"), &page(&title, &body));
    }
}

fn write_hugo(folder: &Path, pages: usize) {
    let page = "<!doctype html><html lang=en><head><meta charset=utf-8><title>{{ .Title }}</title></head><body><main><h1>{{ .Title }}</h1>{{ .Content }}";
    corpus::put(
        folder,
        "hugo.toml",
        "baseURL = \"https://example.org/\"\ntitle = \"Stories\"\ndisableKinds = [\"taxonomy\", \"term\", \"RSS\"]\n",
    );
    corpus::put(folder, "layouts/_default/single.html", &format!("{page}</main></body></html>"));
    let list = "<ul>{{ range .Pages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a>{{ end }}</ul>";
    corpus::put(folder, "layouts/_default/list.html", &format!("{page}{list}</main></body></html>"));
    write_stories(folder, "content/stories", pages, |title, body| format!("---\ntitle: {title}\n---\n{body}"));
}

fn hugo(folder: &Path) -> Command {
    let mut command = Command::new("hugo");
    command.args(["--minify", "--quiet", "--source"]).arg(folder).arg("--destination").arg(folder.join("output"));
    command
}

fn write_mdbook(folder: &Path, pages: usize) {
    corpus::put(folder, "book.toml", "[book]\ntitle = \"Stories\"\n");
    let line = |number| format!("- [Story {number}](story-{number}.md)\n");
    corpus::put(folder, "src/SUMMARY.md", &format!("# Summary\n\n{}", (0..pages).map(line).collect::<String>()));
    write_stories(folder, "src", pages, |title, body| format!("# {title}\n\n{body}"));
}

fn mdbook(folder: &Path) -> Command {
    let mut command = Command::new("mdbook");
    command.arg("build").arg(folder).arg("--dest-dir").arg(folder.join("output"));
    command
}

fn write_eleventy(folder: &Path, pages: usize) {
    let page = "<!doctype html><html lang=en><head><meta charset=utf-8><title>{{ title }}</title></head><body><main><h1>{{ title }}</h1>{{ content }}</main></body></html>";
    corpus::put(folder, "content/_includes/page.liquid", page);
    write_stories(folder, "content/stories", pages, |title, body| {
        format!("---\ntitle: {title}\nlayout: page.liquid\n---\n{body}")
    });
}

fn eleventy(folder: &Path) -> Command {
    let mut command = Command::new("eleventy");
    command.current_dir(folder).args(["--quiet", "--input=content", "--output=output"]);
    command
}
