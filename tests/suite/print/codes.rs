//! The short codes of cards and forms, which tell one sheet from another as those of charters and leaflets do.

use std::sync::Arc;

use serde_json::Value;

use super::{Scribe, build};
use crate::support::{Memory, WARD, problem_lines, small_pack, wardpack, write};

#[test]
fn the_code_on_a_card_or_form_says_which_it_is() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    let report = build(folder, &press, &mut Memory::default());
    assert!(!report.refused, "{:?}", problem_lines(&report, folder));
    let code = |kind: &str| press.of_kind(kind).last().unwrap()["code"].as_str().unwrap_or_default().to_owned();
    for (kind, named) in [
        ("numbers_card", "Beach ward, numbers-card “Beach ward” in English: current\n"),
        ("pocket_card", "pocket-card “"),
        ("cards", "cards “"),
        ("safety_cross", "safety-cross “"),
        ("form", "form “"),
    ] {
        let of_kind = press.of_kind(kind);
        let codes: Vec<&str> = of_kind.iter().filter_map(|paper| paper["code"].as_str()).collect();
        assert!(!codes.is_empty(), "{kind}");
        let (said, exit) = wardpack(folder, &["code", &codes[0].to_lowercase()]);
        assert!(exit == 0 && said.contains(named) && said.ends_with(": current\n"), "{kind} {codes:?}: {said}");
    }
    let every: Vec<Value> = std::mem::take(&mut *press.printed.lock().unwrap());
    let has_one =
        |paper: &Value| paper["code"].is_string() || paper["version"].as_str().is_some_and(|it| it.contains("code"));
    let without: Vec<&Value> = every.iter().filter(|paper| !has_one(paper)).map(|paper| &paper["kind"]).collect();
    assert!(without.is_empty() && every.len() > 20, "each sheet has one: {without:?}");
    press.printed.lock().unwrap().extend(every);
    let before = code("numbers_card");
    write(folder, "content/wards/beach.yaml", WARD.replace("960 001", "960 009").as_bytes());
    let (said, exit) = wardpack(folder, &["code", &before]);
    assert!(exit == 1 && said.starts_with("No charter, leaflet, card or form"), "another number: {said}");
    build(folder, &press, &mut Memory::default());
    assert_ne!(code("numbers_card"), before);
}
