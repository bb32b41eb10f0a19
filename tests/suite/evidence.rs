//! What a pack can show to whoever assesses how it is made: only what its files say, and what they don't say beside it.

use std::fs;
use std::path::Path;

use crate::support::{small_pack, wardpack, write};

/// Returns the words of a part: what the files show, and what is not shown.
fn part<'t>(text: &'t str, heading: &str) -> (&'t str, &'t str) {
    let from = text.find(&format!(". {heading}\n")).unwrap_or_else(|| panic!("no {heading}: {text}"));
    let part = &text[from..];
    let end = part[2..].find("\n## ").map_or(part.len(), |end| end + 2);
    part[..end].split_once("Not shown:").unwrap_or((&part[..end], ""))
}

fn evidence(folder: &Path) -> String {
    let (said, code) = wardpack(folder, &["evidence", "pif-tick", "--as-of", "2026-11-26"]);
    assert_eq!(code, 0, "{said}");
    said
}

#[test]
fn every_heading_is_there_and_no_mark_is_claimed() {
    let pack = small_pack();
    let text = evidence(pack.path());
    for (number, heading) in [
        "Systems",
        "Training",
        "Need",
        "Evidence",
        "Involving users",
        "Health inequalities",
        "Content and design",
        "Feedback",
        "Disseminating",
        "Impact",
    ]
    .into_iter()
    .enumerate()
    {
        assert!(text.contains(&format!("\n## {}. {heading}\n", number + 1)), "{text}");
        assert!(!part(&text, heading).1.is_empty(), "{heading}: something is always for people to say");
    }
    assert!(text.starts_with("# Test pack: what its files show\n") && text.contains("claims no mark"), "{text}");
}

#[test]
fn what_the_files_come_to_say_moves_from_what_is_not_shown_to_what_is() {
    let pack = small_pack();
    let folder = pack.path();
    let before = evidence(folder);
    assert!(part(&before, "Involving users").1.contains("Beach ward"), "{before}");
    assert!(part(&before, "Feedback").1.contains("How readers reach you"));
    assert!(part(&before, "Content and design").1.contains("accessibility statement"));
    let told = "title: Test pack\nextends: built-in\npublisher: {name: Test trust, email: pack@example.org}\nweb_address: https://www.example.org/\n\
                accessibility: {meets: partly, tested: {on: 2026-10-20, by: Digital team}}\n";
    write(folder, "content/pack.yaml", told.as_bytes());
    let ward = fs::read_to_string(folder.join("content/wards/beach.yaml")).unwrap();
    let ward = ward + "charter:\n  coproduced: {on: 2026-05-01, patients: 6, carers: 2, staff: 4}\n";
    write(folder, "content/wards/beach.yaml", ward.as_bytes());
    write(
        folder,
        "content/leaflets/ours.md",
        b"---\ntitle: Our own leaflet\nsummary: Words.\nreview_by: 2026-11-01\n---\nSome words.\n",
    );
    let after = evidence(folder);
    let users = part(&after, "Involving users");
    assert!(users.0.contains("6 patients, 2 carers and 4 staff") && !users.1.contains("Beach ward"), "{after}");
    assert!(part(&after, "Feedback").0.contains("by email"), "{after}");
    assert!(part(&after, "Content and design").0.contains("tested on 2026-10-20 by Digital team"), "{after}");
    assert!(part(&after, "Disseminating").0.contains("https://www.example.org/"), "{after}");
    let systems = part(&after, "Systems").1;
    assert!(
        systems.contains("No owner: Our own leaflet.") && systems.contains("overdue of: Our own leaflet."),
        "{after}"
    );
    assert!(part(&after, "Health inequalities").1.contains("Our own leaflet"), "{after}");
}

#[test]
fn a_file_with_other_words_is_replaced_only_if_asked() {
    let pack = small_pack();
    let folder = pack.path();
    let write_it = |more: &[&str]| {
        wardpack(folder, &[&["evidence", "pif", "--as-of", "2026-11-26", "--output", "evidence.md"], more].concat())
    };
    let (said, code) = write_it(&[]);
    assert!(code == 0 && said.starts_with("evidence.md is written; "), "{said}");
    assert_eq!(fs::read_to_string(folder.join("evidence.md")).unwrap(), evidence(folder));
    assert_eq!(write_it(&[]).1, 0, "it says the same");
    fs::write(folder.join("evidence.md"), "What we have added.").unwrap();
    let (said, code) = write_it(&[]);
    assert!(code == 2 && said.contains("evidence.md") && said.contains("--replace"), "{said}");
    assert_eq!(fs::read_to_string(folder.join("evidence.md")).unwrap(), "What we have added.");
    assert_eq!(write_it(&["--replace"]).1, 0);
    assert_eq!(fs::read_to_string(folder.join("evidence.md")).unwrap(), evidence(folder));
    fs::remove_file(folder.join("content/pack.yaml")).unwrap();
    assert_ne!(write_it(&[]).1, 0);
}
