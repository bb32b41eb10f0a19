//! What charters are printed as, beside the handout.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use super::{Scribe, build, papers};
use crate::support::{Memory, problem_lines, small_pack, write};

#[test]
fn a_pack_says_what_its_charters_are_printed_as_and_the_handout_is_always_there() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    let mut memory = Memory::default();
    for (formats, expected) in [
        ("", &["easy-read", "handout", "large-print", "poster-a3", "poster-a4", "slides"][..]),
        ("charter_formats: [poster-a3, easy-read]\n", &["easy-read", "handout", "poster-a3"]),
        ("charter_formats: []\n", &["handout"]),
        ("charter_formats: slides\n", &["handout", "slides"]),
    ] {
        write(folder, "content/pack.yaml", format!("title: Test pack\nextends: built-in\n{formats}").as_bytes());
        let report = build(folder, &press, &mut memory);
        assert!(!report.refused, "{:?}", problem_lines(&report, folder));
        let names = papers(folder).into_keys();
        let kinds =
            names.filter_map(|path| Some(path.split_once("beach-charter-")?.1.trim_end_matches(".pdf").to_owned()));
        let kinds: BTreeSet<String> = kinds.collect();
        assert_eq!(kinds.iter().map(String::as_str).collect::<Vec<_>>(), expected, "{formats}");
        let page = fs::read_to_string(folder.join("output/wards/beach/charter/index.html")).unwrap();
        assert_eq!(page.contains("beach-charter-slides.pdf"), expected.contains(&"slides"), "{formats}");
    }
}
