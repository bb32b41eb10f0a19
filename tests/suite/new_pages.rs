//! Pages that are started by a command: each is a page without a problem as it is written, and nothing is written over.

use std::fs;

use crate::support::{files, small_pack, wardpack};

#[test]
fn each_file_to_start_from_is_a_page_without_a_problem() {
    let pack = small_pack();
    let folder = pack.path();
    let says = |arguments: &[&str], words: &str| {
        let (said, code) = wardpack(folder, arguments);
        assert!(code == 0 && said.contains(words), "{arguments:?}: {said}");
    };
    assert_eq!(wardpack(folder, &["adopt", "resources.yaml"]).1, 0);
    for (arguments, file) in [
        (&["leaflet", "for-visitors"][..], "leaflets/for-visitors.md"),
        (&["page", "house-rules", "--title", "Rules: of the house # all"], "pages/house-rules.md"),
        (&["story", "tea-and-talk"], "stories/tea-and-talk.md"),
        (&["easy-read", "leaflet/for-visitors"], "leaflets/for-visitors.easy.yaml"),
        (&["standard", "3.1", "--domain", "staff"], "standards/3-staff/3.1.md"),
        (&["benchmark", "beach-2026"], "benchmarks/beach-2026.yaml"),
        (&["measure", "huddles"], "measures/huddles.yaml"),
        (&["resource", "our-policy", "--url", "https://example.org/policy", "--kind", "guidance"], "resources.yaml"),
    ] {
        says(&[&["new"], arguments].concat(), &format!("content/{file} is written\nNext:\n"));
    }
    // With the day of today: that is what the files say.
    let (said, code) = wardpack(folder, &["build"]);
    assert!(code == 0 && !said.contains("warning["), "{said}");
    let output = files(&folder.join("output"));
    let shows = |path: &str, words: &str| {
        let html = String::from_utf8_lossy(&output[path]);
        assert!(html.contains(words), "{path} lacks {words}");
    };
    shows("leaflets/for-visitors/index.html", "For visitors");
    shows("house-rules/index.html", "Rules: of the house # all");
    shows("leaflets/for-visitors/easy-read/index.html", "You have a right to feel safe here.");
    shows("standards/3.1/index.html", "Write the standard here");
    shows("benchmarks/beach-2026/index.html", "Beach 2026");
    shows("resources/our-policy/index.html", "https://example.org/policy");
    let list = fs::read_to_string(folder.join("content/resources.yaml")).unwrap();
    assert!(list.ends_with("    kind: guidance\n    url: https://example.org/policy\n"), "{list}");
}

#[test]
fn what_cannot_be_started_is_told_and_nothing_is_written() {
    let pack = small_pack();
    let folder = pack.path();
    assert_eq!(wardpack(folder, &["new", "leaflet", "own"]).1, 0);
    assert_eq!(wardpack(folder, &["new", "easy-read", "leaflet/own"]).1, 0);
    assert_eq!(wardpack(folder, &["adopt", "resources.yaml"]).1, 0);
    let before = files(folder);
    for (arguments, told) in [
        (&["leaflet", "own"][..], "there is a leaflet called “own” already"),
        (&["leaflet", "nul"], "can't be the name of a file"),
        (&["page", "wards"], "a part of the site has the address wards/ already"),
        (&["page", "search"], "a part of the site has the address search/ already"),
        (&["leaflet", "visiting"], "there is a leaflet called “visiting” already"),
        (&["page", "Über uns"], "write uber-uns"),
        (&["page", "../../outside"], "can't be an id"),
        (&["easy-read", "leaflet/own"], "content/leaflets/own.easy.yaml is there already"),
        (&["easy-read", "leaflet/visitng"], "did you mean leaflet/visiting?"),
        (&["easy-read", "ward/beach"], "has no page in Easy Read beside it"),
        (&["easy-read", "own"], "such as leaflet/visiting"),
        (&["standard", "3.1", "--domain", "staf"], "did you mean domain/staff?"),
        (&["easy-read", "nope"], "“nope” doesn't say what kind of item is meant, and which"),
        (&["resource", "x", "--url", "example"], "“example” is not a web address"),
        (&["resource", "x", "--url", "https://"], "“https://” is not a web address"),
        (&["resource", "x", "--url", "https://example.org", "--kind", "leafet"], "did you mean “leaflet”?"),
        (&["leaflet", "x", "--title", " "], "nothing is written after --title"),
        (&["leaflet", "x", "--title", "A {ward.nmae"], "{ward.nmae"),
    ] {
        let (said, code) = wardpack(folder, &[&["new"], arguments].concat());
        assert!(code == 2 && said.contains(told) && said.contains("help: "), "{arguments:?}: {said}");
    }
    assert_eq!(files(folder), before);
    fs::remove_file(folder.join("content/resources.yaml")).unwrap();
    let (said, code) = wardpack(folder, &["new", "resource", "x", "--url", "https://example.org"]);
    assert!(code == 2 && said.contains("wardpack adopt resources.yaml"), "{said}");
}
