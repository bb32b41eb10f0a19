//! The round of a ward: what hangs where, and what a change of words makes of it.

use std::fs;
use std::path::Path;

use crate::support::{build, note_lines, problem_lines, small_pack, wardpack, write};

const TEMPLATE: &str = include_str!("../../content/charter/template.yaml");

fn pack() -> tempfile::TempDir {
    let pack = small_pack();
    write(pack.path(), "content/charter/template.yaml", TEMPLATE.as_bytes());
    let leaflet = "---\ntitle: Kept\nsummary: S.\nreviewed: 2026-11-01\n---\nCall **{ward.support.phone}**.\n";
    write(pack.path(), "content/leaflets/kept.md", leaflet.as_bytes());
    pack
}

/// Returns the code at the foot of a page.
fn code(folder: &Path, path: &str) -> String {
    build(folder).unwrap();
    let page = fs::read_to_string(folder.join("output").join(path)).unwrap();
    let after = page.split("code ").nth(1).unwrap_or_else(|| panic!("{page}"));
    after[..7].to_owned()
}

fn record(folder: &Path) -> String {
    fs::read_to_string(folder.join("content/wards/beach.sheets.yaml")).unwrap_or_default()
}

#[test]
fn a_change_of_the_charter_says_what_to_take_down_and_put_up() {
    let pack = pack();
    let folder = pack.path();
    let (said, exit) = wardpack(folder, &["round", "beach"]);
    assert!(exit == 0 && said.contains("no sheet is written down yet"), "{said}");
    let charter = code(folder, "wards/beach/charter/index.html");
    let leaflet = code(folder, "wards/beach/leaflets/kept/index.html");
    let small = charter.to_lowercase();
    for arguments in [
        &["--up", "Day room", "--code", &*small, "--on", "2026-05-01"][..],
        &["--up", "Day room", "--code", &charter, "--easy-read", "--on", "2026-05-01"],
        &["--up", "Corridor, by the lift", "--code", &leaflet, "--on", "2026-05-01"],
    ] {
        let (said, exit) = wardpack(folder, &[&["round", "beach"][..], arguments].concat());
        assert!(exit == 0 && said.contains("written down in content/wards/beach.sheets.yaml"), "{said}");
    }
    let (said, exit) = wardpack(folder, &["round", "beach"]);
    assert!(
        exit == 0 && said.starts_with("Beach ward: 3 sheets\n") && said.contains("All of them are current."),
        "{said}"
    );
    assert!(said.contains(&format!("in English, {charter}, up since 2026-05-01")), "{said}");
    // A note of the author's own, in either way.
    let own =
        record(folder).replace("on: 2026-05-01", "on: 2026-05-01\n  note: behind glass") + "# Ask for the ladder.\n";
    write(folder, "content/wards/beach.sheets.yaml", own.as_bytes());

    write(folder, "content/charter/template.yaml", TEMPLATE.replace("respect to every", "respect to each").as_bytes());
    let now = code(folder, "wards/beach/charter/index.html");
    assert_ne!(now, charter);
    let (said, exit) = wardpack(folder, &["round", "beach"]);
    assert_eq!(exit, 1);
    assert_eq!(said.matches(&format!("Take down {charter}, and put up {now}\n")).count(), 2, "{said}");
    assert!(said.contains("Note: behind glass"), "{said}");
    let next = |said: &str| -> Vec<String> {
        let lines = said.lines().filter_map(|line| line.strip_prefix("  wardpack "));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(
        next(&said),
        [
            format!("round beach --up \"Day room\" --code {now}"),
            format!("round beach --up \"Day room\" --code {now} --easy-read"),
        ]
    );
    let notes = note_lines(&build(folder).unwrap(), folder);
    assert!(
        notes.iter().any(|note| note.ends_with("Beach ward: 2 sheets that hang there are not current")),
        "{notes:?}"
    );
    let (said, exit) = wardpack(folder, &["round", "beach", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!((exit, &json["to_do"], &json["sheets"][0]["put_up"]), (1, &2.into(), &now.clone().into()), "{said}");
    assert_eq!(
        (&json["sheets"][2]["to_do"], &json["sheets"][1]["sheet"]),
        (&"nothing".into(), &"charter/easy-read".into())
    );

    // Done as it says.
    for line in [
        &["--up", "day  ROOM", "--code", &now, "--on", "2026-11-26"][..],
        &["--up", "Day room", "--code", &now, "--easy-read", "--on", "2026-11-26"],
    ] {
        let (said, exit) = wardpack(folder, &[&["round", "beach"][..], line].concat());
        assert!(exit == 0 && said.contains(&format!("takes the place of {charter}")), "{said}");
    }
    assert_eq!(wardpack(folder, &["round", "beach"]).1, 0);
    let written = record(folder);
    assert!(written.contains("note: behind glass") && written.contains("# Ask for the ladder.\n"), "{written}");
    assert_eq!(written.matches("# Which sheet hangs where").count(), 1, "{written}");

    // A leaflet that goes is to be taken down.
    fs::remove_file(folder.join("content/leaflets/kept.md")).unwrap();
    let (said, exit) = wardpack(folder, &["round", "beach"]);
    assert!(exit == 1 && said.contains("the ward has no such sheet any more"), "{said}");
    let lines = problem_lines(&build(folder).unwrap(), folder);
    assert!(lines.len() == 1 && lines[0].starts_with("C025 warning content/wards/beach.sheets.yaml"), "{lines:?}");
    assert_eq!(next(&said), [format!("round beach --down \"Corridor, by the lift\" --code {leaflet}")]);
    let (said, exit) = wardpack(folder, &["round", "beach", "--down", "corridor, by the lift"]);
    assert!(exit == 0 && said.contains("is down"), "{said}");
    assert_eq!(wardpack(folder, &["round", "beach"]).1, 0);
}

#[test]
fn nothing_is_written_down_by_mistake() {
    let pack = pack();
    let folder = pack.path();
    write(folder, "content/wards/cliff.yaml", crate::support::WARD.replace("Beach", "Cliff").as_bytes());
    let charter = code(folder, "wards/beach/charter/index.html");
    let kept = code(folder, "wards/beach/leaflets/kept/index.html");
    let others = code(folder, "wards/cliff/charter/index.html");
    let up = |ward: &str, code: &str| wardpack(folder, &["round", ward, "--up", "Day room", "--code", code]);
    for ((said, exit), words) in [
        (up("beech", &charter), "did you mean beach?"),
        (up("beach", "ZZZZZZZ"), "no sheet of Beach ward has the code ZZZZZZZ now"),
        (up("beach", "ZZ"), "a code has 7 letters and digits"),
        (up("beach", &others), "is a sheet of Cliff ward"),
        (wardpack(folder, &["round", "beach", "--up", "Day room"]), "--code <CODE>"),
        (wardpack(folder, &["round", "beach", "--up", " ", "--code", &charter]), "the place has no words"),
        (wardpack(folder, &["round", "beach", "--up", "A", "--code", &kept, "--easy-read"]), "is not in Easy Read"),
        (wardpack(folder, &["round", "beach", "--up", "A", "--code", &kept, "--on", "2999-01-01"]), "hasn't come yet"),
        (wardpack(folder, &["round", "beach", "--down", "Day room"]), "nothing hangs in “Day room”"),
    ] {
        assert!(exit == 2 && said.contains(words), "{words}: {said}");
        assert_eq!(record(folder), "", "{words}");
    }
    assert_eq!(up("beach", &charter).1, 0);
    assert_eq!(up("beach", &kept).1, 0);
    let before = record(folder);
    for (arguments, words) in [
        (&["--down", "Day rom"][..], "did you mean “Day room”?"),
        (&["--down", "Day room"], "several sheets hang in “Day room”"),
        (&["--down", "Day room", "--code", "ZZZZZZZ"], "no sheet with this code hangs in “Day room”"),
    ] {
        let (said, exit) = wardpack(folder, &[&["round", "beach"][..], arguments].concat());
        assert!(exit == 2 && said.contains(words) && record(folder) == before, "{words}: {said}");
    }
    // Where the pack or the record has mistakes nobody can tell, and nothing is lost.
    let broken = before.replace("code: ", "cod: ");
    write(folder, "content/wards/beach.sheets.yaml", broken.as_bytes());
    for arguments in [&["round", "beach"][..], &["round", "beach", "--up", "Hall", "--code", &charter]] {
        let (said, exit) = wardpack(folder, arguments);
        assert!(exit == 2 && said.contains("Nothing was written") && record(folder) == broken, "{said}");
    }
}
