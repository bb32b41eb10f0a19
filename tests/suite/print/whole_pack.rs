//! The charter and the leaflets of a ward as one document.

use std::path::Path;
use std::sync::Arc;

use serde_json::Value;
use wardpack::pipeline::{self, Request};
use wardpack::plan::view::paper::{PaperChoice, PaperKind};

use super::{Scribe, build, papers, request};
use crate::support::{Memory, small_pack};

fn print(folder: &Path, kind: Option<PaperKind>) -> Arc<Scribe> {
    let press = Arc::new(Scribe::default());
    let papers = Some(PaperChoice { ward: Some("beach".to_owned()), kind, ..PaperChoice::default() });
    let request = Request { papers, wards: vec!["beach".to_owned()], output: None, ..request(folder, &press) };
    let (files, _) = pipeline::unwritten(&request, &pipeline::Silent).unwrap();
    assert!(files.is_some(), "nothing is refused");
    press
}

#[test]
fn a_whole_pack_has_the_charter_and_every_leaflet_of_the_ward() {
    let folder = small_pack();
    let alone = print(folder.path(), Some(PaperKind::WholePack)).of_kind("whole_pack");
    let press = print(folder.path(), None);
    let pack = &press.of_kind("whole_pack")[0];
    assert_eq!(&alone, std::slice::from_ref(pack), "alone or with the others it is the same");
    let handout = &press.of_kind("handout")[0];
    for part in ["explanation", "intent", "behaviours", "contacts", "always", "code", "version"] {
        assert_eq!(pack[part], handout[part], "{part}");
    }
    let of = |papers: &[Value], part: &str| papers.iter().map(|paper| paper[part].to_string()).collect::<Vec<_>>();
    let (mut inside, mut beside) = (pack["leaflets"].as_array().unwrap().clone(), press.of_kind("leaflet"));
    assert!(beside.len() > 2);
    for leaflets in [&mut inside, &mut beside] {
        leaflets.sort_by_key(|leaflet| leaflet["title"].to_string());
    }
    for part in ["title", "body", "version"] {
        assert_eq!(of(&inside, part), of(&beside, part), "{part}");
    }
}

#[test]
fn a_site_has_no_whole_pack() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    build(folder.path(), &press, &mut Memory::default());
    assert!(papers(folder.path()).keys().all(|path| !path.contains("whole-pack")));
}
