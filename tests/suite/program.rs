//! The program as its users run it.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

use wardpack::pipeline::{self, Progress};

use crate::support::{Memory, WARD, copy, files, request, sequences, small_pack, write};

fn wardpack(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(assert_cmd::cargo::cargo_bin!("wardpack")).current_dir(folder).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn builds_says_what_it_did_and_does_nothing_twice() {
    let folder = small_pack();
    let first = wardpack(folder.path(), &["build", "--as-of", "2026-11-26"]);
    assert_eq!(first.status.code(), Some(0), "{}", text(&first.stderr));
    assert!(text(&first.stdout).starts_with("output/index.html: "), "{}", text(&first.stdout));
    let second = wardpack(folder.path(), &["build", "--as-of", "2026-11-26"]);
    assert!(text(&second.stdout).contains("; 0 written, "), "{}", text(&second.stdout));
    assert!(text(&second.stdout).contains("0 removed"), "{}", text(&second.stdout));
}

#[test]
fn exit_codes_tell_content_from_misuse() {
    let folder = small_pack();
    assert_eq!(wardpack(folder.path(), &["check"]).status.code(), Some(0));
    write(folder.path(), "content/wards/dune.yaml", WARD.replace("2026-11-01", "2020-01-01").as_bytes());
    assert_eq!(wardpack(folder.path(), &["check"]).status.code(), Some(0), "a warning doesn't refuse");
    assert_eq!(wardpack(folder.path(), &["check", "--deny-warnings"]).status.code(), Some(1));
    write(folder.path(), "content/wards/dune.yaml", b"name: Dune\n");
    assert_eq!(wardpack(folder.path(), &["build"]).status.code(), Some(1));
    assert!(!folder.path().join("output").exists(), "a refused build makes nothing");
    for misuse in
        [&["build", "--content", "nowhere"][..], &["build", "--ward", "nobody"], &["explain", "Z999"], &["biuld"]]
    {
        assert_eq!(wardpack(folder.path(), misuse).status.code(), Some(2), "{misuse:?}");
    }
}

#[test]
fn what_is_still_to_do_is_listed_and_refuses_only_where_asked() {
    let pack = small_pack();
    let folder = pack.path();
    let strict = ["build", "--deny-unfinished", "--as-of", "2026-11-26"];
    let refused = wardpack(folder, &strict);
    let said = text(&refused.stdout);
    assert_eq!(refused.status.code(), Some(1));
    assert!(!folder.join("output").exists(), "a refused build makes nothing");
    for words in
        ["Still to do: ", "1 charter is not agreed by patients and staff: Beach ward", "help: make each charter"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    let check = wardpack(folder, &["check", "--as-of", "2026-11-26"]);
    assert!(check.status.success() && text(&check.stdout).contains("Beach ward"), "a check lists it");
    let build = wardpack(folder, &["build", "--as-of", "2026-11-26"]);
    assert!(build.status.success() && text(&build.stdout).contains("; wardpack check lists it"), "a build counts it");

    // A finished pack: the example of the reference, without the standards, of which it has but one.
    let pack = tempfile::tempdir().unwrap();
    let folder = pack.path();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference/example"), folder);
    for part in ["standards", "benchmarks", "improvement"] {
        std::fs::remove_dir_all(folder.join("content").join(part)).unwrap();
    }
    for template in ["template", "template-young-people"].map(|name| format!("content/charter/{name}.yaml")) {
        let text = std::fs::read_to_string(folder.join(&template)).unwrap();
        write(folder, &template, text.replace("    standards: [\"3.1\"]\n", "").as_bytes());
    }
    let finished = wardpack(folder, &strict);
    assert!(finished.status.success(), "{}", text(&[finished.stdout, finished.stderr].concat()));
    assert!(!text(&finished.stdout).contains("Still to do"));
}

#[test]
fn a_ward_can_be_built_alone() {
    let folder = small_pack();
    write(folder.path(), "content/wards/dune.yaml", WARD.replace("Beach", "Dune").as_bytes());
    write(
        folder.path(),
        "content/pages/both.md",
        b"---\ntitle: Both\nsummary: Both.\n---\n[[ward/beach]] and [[ward/dune]]\n",
    );
    assert_eq!(wardpack(folder.path(), &["build", "--ward", "dune"]).status.code(), Some(0));
    let site = files(&folder.path().join("output"));
    assert!(site.contains_key("wards/dune/charter/index.html"));
    assert!(!site.keys().any(|path| path.starts_with("wards/beach")));
    assert!(!text(&site["both/index.html"]).contains("wards/beach"));
}

#[test]
fn json_holds_the_same_facts() {
    let folder = small_pack();
    write(folder.path(), "content/wards/beach.yaml", WARD.replace("kind", "knid").as_bytes());
    let output = wardpack(folder.path(), &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    let problems = report["problems"].as_array().unwrap();
    let unknown = problems.iter().find(|problem| problem["code"] == "Y101").unwrap();
    assert_eq!(unknown["file"], "content/wards/beach.yaml");
    assert_eq!((&unknown["line"], &unknown["column"]), (&serde_json::json!(3), &serde_json::json!(1)));
    assert_eq!(unknown["source"], "knid: acute");
    assert_eq!(unknown["help"], "did you mean “kind”?");
}

#[test]
fn the_text_shows_the_line_and_what_to_write() {
    let folder = small_pack();
    write(
        folder.path(),
        "content/pages/test.md",
        "---\ntitle: Test\nsummary: Ünïcode.\n---\n\nSee [[leaflet/vistiing]].\n".as_bytes(),
    );
    let shown = text(&wardpack(folder.path(), &["check"]).stderr);
    for part in [
        "error[R001]",
        "content/pages/test.md:6:5",
        "See [[leaflet/vistiing]].",
        "^^^^",
        "did you mean leaflet/visiting?",
    ] {
        assert!(shown.contains(part), "“{part}” is not in\n{shown}");
    }
    assert!(!shown.contains('\u{1b}'), "colours only on a terminal");
}

#[test]
fn every_code_is_explained() {
    let folder = tempfile::tempdir().unwrap();
    let list = text(&wardpack(folder.path(), &["explain"]).stdout);
    assert!(list.lines().count() > 50);
    for code in list.lines().map(|line| &line[..4]) {
        let explained = text(&wardpack(folder.path(), &["explain", &code.to_lowercase()]).stdout);
        assert!(explained.starts_with(code) && explained.contains("What to do: "), "{explained}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_on_any_number_of_threads() {
    let folder = small_pack();
    for (jobs, output) in [("1", "one"), ("7", "seven")] {
        let built = wardpack(folder.path(), &["build", "--jobs", jobs, "--output", output]);
        assert_eq!(built.status.code(), Some(0));
    }
    assert!(files(&folder.path().join("one")) == files(&folder.path().join("seven")));
}

/// Kills builds at random moments over an older site: what is there is whole, and one more run completes it.
#[cfg(unix)]
#[test]
fn killed_at_any_moment_every_file_is_whole_and_the_next_run_completes() {
    let folder = small_pack();
    for number in 0..60 {
        let ward = WARD.replace("Beach", &format!("Ward {number}"));
        write(folder.path(), &format!("content/wards/w{number}.yaml"), ward.as_bytes());
    }
    assert!(wardpack(folder.path(), &["build"]).status.success());
    let old = files(&folder.path().join("output"));
    write(folder.path(), "content/pack.yaml", b"title: Another title\nextends: built-in\n");
    assert!(wardpack(folder.path(), &["build", "--output", "clean"]).status.success());
    let new = files(&folder.path().join("clean"));
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..sequences(10) {
        write(folder.path(), "content/pack.yaml", b"title: Test pack\nextends: built-in\n");
        assert!(wardpack(folder.path(), &["build"]).status.success());
        write(folder.path(), "content/pack.yaml", b"title: Another title\nextends: built-in\n");
        let program = assert_cmd::cargo::cargo_bin!("wardpack");
        let mut child = Command::new(program)
            .arg("build")
            .current_dir(folder.path())
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        std::thread::sleep(std::time::Duration::from_micros(seed % 400_000));
        child.kill().unwrap();
        child.wait().unwrap();
        for (path, bytes) in files(&folder.path().join("output")) {
            assert!(old.get(&path) == Some(&bytes) || new.get(&path) == Some(&bytes), "{path} is not whole");
        }
        assert!(wardpack(folder.path(), &["build"]).status.success());
        assert!(files(&folder.path().join("output")) == new, "the next run gives the clean build");
    }
}

/// Commands of every kind, each with what it prints on.
const COMMANDS: [&[&str]; 16] = [
    &["check"],
    &["check", "--format", "json"],
    &["build"],
    &["explain"],
    &["explain", "F001"],
    &["--help"],
    &["--version"],
    &["build", "--help"],
    &["code", "K7Q2M4X"],
    &["adopt", "glossary.yaml"],
    &["diff-base"],
    &["agree", "beach", "--on", "2026-05-01", "--patients", "6", "--staff", "4"],
    &["new", "wards.csv"],
    &["bundle", "beach"],
    &["verify", "bundles/beach-sexual-safety"],
    &["build", "--watch"],
];

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_printed_is_the_machines_fault_and_is_said() {
    let folder = small_pack();
    for arguments in COMMANDS {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let program = assert_cmd::cargo::cargo_bin!("wardpack");
        let output = Command::new(program).current_dir(folder.path()).args(arguments).stdout(full).output().unwrap();
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains("error: what there is to say can't be printed: "), "{arguments:?}: {said}");
        assert!(!said.contains("panicked"), "{arguments:?}: {said}");
    }
    // Where standard error takes nothing either, the exit code alone can say so.
    write(folder.path(), "content/wards/dune.yaml", b"name: Dune\n");
    for arguments in [&["check"][..], &["biuld"], &["explain", "Z999"]] {
        let full = || std::fs::File::options().write(true).open("/dev/full").unwrap();
        let program = assert_cmd::cargo::cargo_bin!("wardpack");
        let mut command = Command::new(program);
        let status = command.current_dir(folder.path()).args(arguments).stdout(full()).stderr(full()).status().unwrap();
        assert_eq!(status.code(), Some(2), "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_that_nobody_reads_ends_quietly() {
    let folder = small_pack();
    let commands = COMMANDS.iter().copied().chain([&["serve", "--port", "0"][..]]);
    for arguments in commands {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let program = assert_cmd::cargo::cargo_bin!("wardpack");
        let output = Command::new(program).current_dir(folder.path()).args(arguments).stdout(writer).output().unwrap();
        let said = text(&output.stderr);
        assert_eq!(said, "", "{arguments:?}");
        assert!(matches!(output.status.code(), Some(0 | 1)), "{arguments:?}: {}", output.status);
    }
    // The exit code still tells what came of it.
    write(folder.path(), "content/wards/dune.yaml", b"name: Dune\n");
    let closed = || {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        writer
    };
    let program = assert_cmd::cargo::cargo_bin!("wardpack");
    let mut command = Command::new(program);
    let status = command.current_dir(folder.path()).arg("check").stdout(closed()).stderr(closed()).status().unwrap();
    assert_eq!(status.code(), Some(1));
}

/// Hears what the progress line would show.
#[derive(Default)]
struct Counted {
    pages: AtomicUsize,
    drawn: AtomicUsize,
}

impl Progress for Counted {
    fn stage(&self, _name: &'static str) {}
    fn count(&self, _number: usize, _what: &'static str) {}
    fn pages(&self, total: usize) {
        self.pages.fetch_add(total, Ordering::Relaxed);
    }
    fn drawn(&self) {
        self.drawn.fetch_add(1, Ordering::Relaxed);
    }
}

#[test]
fn stats_name_each_stage_with_what_it_went_through() {
    let folder = small_pack();
    let built = wardpack(folder.path(), &["build", "--stats", "--no-print", "--format", "json"]);
    let printed: serde_json::Value = serde_json::from_slice(&built.stdout).unwrap();
    let stats = &printed["stats"];
    let stages = stats["stages"].as_array().unwrap();
    let names: Vec<&str> = stages.iter().filter_map(|stage| stage["stage"].as_str()).collect();
    let line =
        ["reading", "parsing", "collecting", "resolving", "checking", "planning", "drawing", "auditing", "writing"];
    assert_eq!(names, line);
    assert_eq!(stages[8]["files"], printed["written"]);
    assert!(stages[8]["bytes"].as_u64() > Some(100_000), "{stats:#}");
    if cfg!(unix) {
        assert!(stats["cpu_seconds"].as_f64() > Some(0.0) && stats["most_memory_bytes"].as_u64() > Some(1_000_000));
    }
    let table = text(&wardpack(folder.path(), &["build", "--stats"]).stdout);
    assert!(table.contains("Stage") && table.lines().any(|line| line.starts_with("Writing")), "{table}");
}

#[test]
fn as_many_pages_are_drawn_as_were_announced() {
    let folder = small_pack();
    let mut memory = Memory::default();
    let mut round = || {
        let (request, counted) = (request(folder.path()), Counted::default());
        let sources = pipeline::read(&request, &mut memory).unwrap();
        let report = pipeline::run(&request, sources, &mut memory, &counted).unwrap();
        let drawn = report.site.unwrap().drawn.len();
        assert_eq!((counted.pages.into_inner(), counted.drawn.into_inner()), (drawn, drawn));
        drawn
    };
    assert!(round() > 100, "of a build from nothing all, and neither pictures nor stylesheets");
    write(folder.path(), "content/pages/own.md", b"---\ntitle: Own\nsummary: S.\n---\nText.\n");
    round();
    write(folder.path(), "content/pages/own.md", b"---\ntitle: Own\nsummary: S.\n---\nOther text.\n");
    assert_eq!(round(), 1, "after an edit those that it changes");
}

#[cfg(unix)]
#[test]
fn an_output_that_cannot_be_written_is_said_with_its_place() {
    let folder = small_pack();
    write(folder.path(), "a-file", b"somebody's");
    for output in ["a-file", "a-file/site", "a-file/deep/site"] {
        let built = wardpack(folder.path(), &["build", "--output", output]);
        let said = text(&built.stderr);
        assert!(
            built.status.code() == Some(2) && said.contains("a-file is a file or a broken link, not a folder\n"),
            "{said}"
        );
    }
    assert_eq!(std::fs::read(folder.path().join("a-file")).unwrap(), b"somebody's");
    std::fs::create_dir(folder.path().join("elsewhere")).unwrap();
    write(folder.path(), "elsewhere/visiting/index.html", b"somebody's");
    assert!(wardpack(folder.path(), &["build"]).status.success());
    std::fs::remove_dir_all(folder.path().join("output/leaflets")).unwrap();
    std::os::unix::fs::symlink("../elsewhere", folder.path().join("output/leaflets")).unwrap();
    let built = wardpack(folder.path(), &["build", "--as-of", "2027-11-30"]);
    let said = text(&built.stderr);
    assert!(built.status.code() == Some(2) && said.contains("in the way in output:\n  output/leaflets\n"), "{said}");
    assert_eq!(files(&folder.path().join("elsewhere")).len(), 1);
    // A page that was changed by hand is one of ours still, and put right.
    std::fs::remove_file(folder.path().join("output/leaflets")).unwrap();
    write(folder.path(), "output/index.html", b"by hand");
    assert!(wardpack(folder.path(), &["build"]).status.success());
    assert!(text(&files(&folder.path().join("output"))["index.html"]).contains("</html>"));
}

/// Starts a program that goes on, and returns it with the first line that holds the words.
fn started(folder: &Path, arguments: &[&str], words: &str) -> (std::process::Child, String) {
    use std::io::BufRead;
    let program = assert_cmd::cargo::cargo_bin!("wardpack");
    let mut command = Command::new(program);
    let mut child = command.current_dir(folder).args(arguments).stdout(std::process::Stdio::piped()).spawn().unwrap();
    let mut lines = std::io::BufReader::new(child.stdout.take().unwrap()).lines();
    let line = lines.by_ref().map_while(Result::ok).find(|line| line.contains(words)).unwrap_or_default();
    // Read on, so that it isn't stopped by what it prints.
    std::thread::spawn(move || lines.for_each(drop));
    (child, line)
}

#[test]
fn a_second_run_that_watches_one_output_says_who_has_it() {
    let pack = small_pack();
    let folder = pack.path();
    let (mut first, line) = started(folder, &["serve", "--port", "0"], "The site is at ");
    let address = line.rsplit(' ').next().unwrap().to_owned();
    for arguments in [&["serve", "--port", "0"][..], &["build", "--watch"]] {
        let second = wardpack(folder, arguments);
        let said = text(&second.stderr);
        assert_eq!(second.status.code(), Some(2), "{said}");
        let process = first.id();
        let who = format!("another wardpack keeps output up to date already ({address}, process {process})");
        assert!(said.contains(&who), "{said}");
    }
    assert!(wardpack(folder, &["build", "--output", "another"]).status.success());
    // Stopped without a word, it leaves nothing that would be in anybody's way.
    first.kill().unwrap();
    first.wait().unwrap();
    let (mut again, line) = started(folder, &["build", "--watch"], "Watching ");
    assert!(line.contains("content"), "{line}");
    again.kill().unwrap();
    again.wait().unwrap();
    assert!(wardpack(folder, &["build"]).status.success());
    assert!(!folder.join(".output.wardpack").exists());
}

/// Kills adoptions at random moments: each file is whole or not there, and the next run leaves nothing else.
#[cfg(unix)]
#[test]
fn adopt_killed_at_any_moment_leaves_whole_files_and_nothing_after_the_next_run() {
    let mut seed = 0x9E37_79B9_7F4A_7C15_u64;
    let paths = ["glossary.yaml", "support.yaml", "resources.yaml", "leaflets/visiting.md", "pages/about.md"];
    for _ in 0..12 {
        let pack = small_pack();
        let folder = pack.path();
        let program = assert_cmd::cargo::cargo_bin!("wardpack");
        let mut command = Command::new(program);
        command.arg("adopt").args(paths).current_dir(folder).stdout(std::process::Stdio::null());
        let mut child = command.stderr(std::process::Stdio::null()).spawn().unwrap();
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        std::thread::sleep(std::time::Duration::from_micros(seed % 60_000));
        child.kill().unwrap();
        child.wait().unwrap();
        let adopted = wardpack(folder, &["adopt", "glossary.yaml"]);
        assert!(matches!(adopted.status.code(), Some(0 | 2)));
        for (path, bytes) in files(&folder.join("content")) {
            let inside = path.trim_start_matches(".adopted/");
            if ["pack.yaml", "wards/beach.yaml"].contains(&inside) {
                continue;
            }
            // What is adopted comes with its Easy Read.
            let stem = |path: &str| path.split('.').next().map(str::to_owned);
            assert!(paths.iter().any(|asked| stem(asked) == stem(inside)), "{path} is left");
            let whole = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("content").join(inside)).unwrap();
            assert!(bytes == whole, "{path} is not whole");
        }
        assert!(!folder.join("content/.wardpack").exists());
    }
}

#[cfg(unix)]
#[test]
fn no_command_writes_through_a_link_that_leads_elsewhere() {
    let pack = small_pack();
    let folder = pack.path();
    let elsewhere = folder.join("elsewhere");
    write(folder, "elsewhere/theirs.txt", b"somebody's");
    let link = |to: &str, path: &str| std::os::unix::fs::symlink(to, folder.join(path)).unwrap();
    let refused = |arguments: &[&str], words: &str| {
        let output = wardpack(folder, arguments);
        let said = text(&output.stderr);
        assert!(output.status.code() == Some(2) && said.contains(words), "{arguments:?}: {said}");
        assert_eq!(files(&elsewhere).len(), 1, "{arguments:?}");
    };
    // A file of the content that is a link, wherever it leads.
    write(folder, "elsewhere/theirs.txt", b"on: 2026-01-01\npatients: 1\nstaff: 1\ncharters: {}\n");
    write(folder, "content/images/kept.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>");
    link("../images/kept.svg", "content/wards/beach.agreed.yaml");
    refused(
        &["agree", "beach", "--on", "2026-05-01", "--patients", "6", "--staff", "4"],
        "content/wards/beach.agreed.yaml",
    );
    std::fs::remove_file(folder.join("content/wards/beach.agreed.yaml")).unwrap();
    // A bundle: its zip file, and a folder in it.
    assert!(wardpack(folder, &["bundle", "beach"]).status.success());
    link("../elsewhere/theirs.txt", "bundles/beach-sexual-safety.zip");
    refused(&["bundle", "beach", "--zip"], "bundles/beach-sexual-safety.zip");
    std::fs::remove_dir_all(folder.join("bundles/beach-sexual-safety/site/css")).unwrap();
    link("../../../elsewhere", "bundles/beach-sexual-safety/site/css");
    refused(&["bundle", "beach"], "bundles/beach-sexual-safety/site/css");
    // The folder of wards.
    std::fs::remove_dir_all(folder.join("content/wards")).unwrap();
    link("../elsewhere", "content/wards");
    let ward =
        ["--name", "Dune", "--site", "Northgate Hospital", "--kind", "acute", "--support-later", "--no-questions"];
    refused(&[&["new", "ward", "dune"][..], &ward].concat(), "content/wards/dune.yaml");
}
