//! Starting a pack: by flags and by questions, what is there already, and what commands say where there is no pack.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use wardpack::cli::init::ask;
use wardpack::new::pack::{LANGUAGES, PackAnswers, PackQuestion};

use crate::support::{files, has_no_problem, wardpack, write};

const PUBLISHER: [&str; 2] = ["--publisher", "Northgate NHS trust"];

#[test]
fn a_pack_by_flags_has_no_problem_and_can_be_published_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (said, code) = wardpack(folder, &["init", PUBLISHER[0], PUBLISHER[1]]);
    assert_eq!(code, 0, "{said}");
    assert!(said.starts_with("A pack is begun:\n  content/pack.yaml\n"), "{said}");
    assert!(said.contains("Next:\n  wardpack serve --open\n"), "{said}");
    let (schemas, paths): (Vec<String>, Vec<String>) =
        files(folder).into_keys().partition(|path| path.starts_with(".schemas/"));
    assert!(schemas.contains(&".schemas/wards.json".to_owned()) && said.contains("\n  .schemas\n"), "{said}");
    let expected =
        [".gitignore", "content/leaflets/sample-leaflet.md", "content/pack.yaml", "content/wards/sample-ward.yaml"];
    assert_eq!(paths, expected, "nothing else is left");
    let (said, code) = wardpack(folder, &["check"]);
    assert!(code == 0 && has_no_problem(&said), "{said}");
    assert_eq!(wardpack(folder, &["build"]).1, 0);
    let leaflet = folder.join("output/wards/sample-ward/leaflets/sample-leaflet/index.html");
    let leaflet = fs::read_to_string(leaflet).unwrap();
    assert!(!folder.join("output/sitemap.xml").exists(), "it has no address on the web");
    assert!(leaflet.contains("Sample ward") && !leaflet.contains("Notes like this one"), "{leaflet}");
}

#[test]
fn every_language_and_nation_and_odd_name_gives_a_pack_without_a_problem() {
    let tags = LANGUAGES.map(|(tag, _)| tag);
    let shipped = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("content/pack.yaml")).unwrap();
    assert!(shipped.contains(&format!("languages: [{}]", tags.join(", "))), "the pack inside is in others");
    let packs = [
        ("england", "en", "Beach: \"our\" pack #1"),
        ("Wales", "en cy", "~"),
        ("scotland", "en, ur, en", "true"),
        ("northern-ireland", "en,cy,ur", "St Mary's - [x] & 7"),
    ];
    for (nation, languages, name) in packs {
        let folder = tempfile::tempdir().unwrap();
        let arguments =
            ["init", "our pack", "--publisher", name, "--title", name, "--nation", nation, "--languages", languages];
        let (said, code) = wardpack(folder.path(), &arguments);
        assert!(code == 0 && said.contains("\n  cd \"our pack\"\n"), "{name}: {said}");
        let (said, code) = wardpack(&folder.path().join("our pack"), &["build"]);
        assert!(code == 0 && has_no_problem(&said), "{name}: {said}");
        let home = fs::read_to_string(folder.path().join("our pack/output/index.html")).unwrap();
        assert!(home.contains("<html"), "{home}");
    }
}

#[test]
fn all_that_is_missing_or_wrong_is_told_at_once_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = [
        (&["init"][..], &["--publisher is missing; write --publisher \"Northgate NHS trust\""][..]),
        (
            &["init", "--nation", "englnd", "--languages", "cy", "--title", "{ward.name}"],
            &[
                "--publisher is missing",
                "--nation: ",
                "did you mean “england”?",
                "--languages: the pack inside wardpack is in English first; write en, cy",
                "--title: “{ward.name}” stands for a value of the pack",
            ],
        ),
        (&["init", "--languages", "en, pl", "--publisher", " "], &["“pl” is not", "--publisher: nothing is written"]),
    ];
    for (arguments, told) in wrong {
        let (said, code) = wardpack(folder.path(), arguments);
        assert!(code == 2 && told.iter().all(|words| said.contains(words)), "{said}");
    }
    assert!(files(folder.path()).is_empty(), "nothing was written");
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let init = |folder: &Path| wardpack(folder, &["init", PUBLISHER[0], PUBLISHER[1]]);
    for (there, told) in [
        ("content/pack.yaml", "there is a pack already: content/pack.yaml"),
        ("content/Pack.yml", "there is a pack already: content/Pack.yml"),
        ("pack.yaml", "this is a content folder already: it has pack.yaml"),
        ("content/wards/sample-ward.yaml", "would be written over: content/wards/sample-ward.yaml"),
        ("content/leaflets/sample-leaflet.md/words.txt", "would be written over: content/leaflets/sample-leaflet.md"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), there, b"the user's own");
        let before = files(folder.path());
        let (said, code) = init(folder.path());
        assert!(code == 2 && said.contains(told) && said.contains("nothing was changed"), "{there}: {said}");
        assert_eq!(files(folder.path()), before);
    }
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), ".gitignore", b"/mine\n");
    write(folder.path(), "notes.txt", b"mine");
    let (said, code) = init(folder.path());
    assert!(code == 0 && said.contains(".gitignore is there already and was left as it is"), "{said}");
    assert_eq!(files(folder.path())[".gitignore"], b"/mine\n");
    let (said, code) = init(folder.path());
    assert!(code == 2 && said.contains("there is a pack already"), "a second time: {said}");
}

/// Answers the questions with these lines. Returns the answers, and what was asked.
fn answered(lines: &[u8]) -> (Option<PackAnswers>, String) {
    let mut asked = Vec::new();
    let answers = ask(PackAnswers::new(), &mut Cursor::new(lines), &mut asked).unwrap();
    (answers, String::from_utf8(asked).unwrap())
}

#[test]
fn on_a_terminal_it_asks_until_each_answer_can_be_right() {
    let (answers, asked) = answered(b"\n\nNorthgate NHS trust\nFrance\nwales\ncy, en\nen, cy\n");
    let answers = answers.unwrap();
    let expected = [
        (PackQuestion::Title, "Sexual safety on our wards"),
        (PackQuestion::Publisher, "Northgate NHS trust"),
        (PackQuestion::Nation, "wales"),
        (PackQuestion::Languages, "en, cy"),
    ];
    assert_eq!(answers, PackAnswers::from(expected.map(|(question, answer)| (question, answer.to_owned()))));
    for words in
        ["Nothing is written before the last answer", "nothing is written there", "Press Enter for england", "Cymraeg"]
    {
        assert!(asked.contains(words), "“{words}” is not in\n{asked}");
    }
    assert!(answered(b"Ours\n").0.is_none(), "the answers ended too soon");
}

#[test]
fn every_command_that_needs_a_pack_says_how_to_start_one() {
    let empty = tempfile::tempdir().unwrap();
    let commands: [&[&str]; 16] = [
        &["build"],
        &["build", "--watch"],
        &["check"],
        &["agree", "beach", "--on", "2026-05-01", "--patients", "1", "--staff", "1"],
        &["code", "K7Q2M4X"],
        &["calls"],
        &["called", "samaritans", "--on", "2026-11-01", "--by", "Lead"],
        &["promises"],
        &["new", "ward"],
        &["new", "wards.csv"],
        &["export", "benchmark", "beach"],
        &["import", "standards", "sheet.csv"],
        &["adopt", "support.yaml"],
        &["diff-base"],
        &["bundle", "beach"],
        &["serve", "--port", "0"],
    ];
    write(empty.path(), "sheet.csv", b"Domain,Standard\n");
    for command in commands {
        let (said, code) = wardpack(empty.path(), command);
        assert!(code == 2 && said.contains("there is no content folder content"), "{command:?}: {said}");
        assert!(said.contains("to start a pack in this folder, write wardpack init"), "{command:?}: {said}");
    }
    let (said, _) = wardpack(empty.path(), &["check", "--content", "nowhere"]);
    assert!(!said.contains("init"), "another folder is meant: {said}");
    fs::create_dir(empty.path().join("content")).unwrap();
    let (said, code) = wardpack(empty.path(), &["check"]);
    assert!(code == 1 && said.contains("or run wardpack init, which writes one"), "{said}");
    write(empty.path(), "content/pack.yaml", b"title: Ours\n");
    let (said, code) = wardpack(&empty.path().join("content"), &["check"]);
    assert!(code == 2 && said.contains("add --content ."), "{said}");
}
