//! Charts and driver diagrams as landscape pages: they show what their pages show, and no number more.

use std::fs;
use std::sync::Arc;

use serde_json::Value;

use super::{Scribe, build, papers};
use crate::support::{Memory, problem_lines, small_pack, write};

pub(super) const RARE: &str =
    "title: Rare events\nsummary: Numbers.\ndefinition: What is counted.\nunit: reports\nrules: perla\n";

#[test]
fn a_chart_on_paper_has_the_numbers_of_its_page_and_no_other() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    write(folder, "content/measures/rare.yaml", RARE.as_bytes());
    write(folder, "content/measures/none.yaml", RARE.replace("Rare", "No").as_bytes());
    write(
        folder,
        "content/measures/rare.csv",
        b"month,count,note\n2025-10,1,\n2025-11,6,Not for a wall\n2025-12,0,\n2026-01,2,\n",
    );
    let report = build(folder, &press, &mut Memory::default());
    assert!(!report.refused, "{:?}", problem_lines(&report, folder));
    let charts = press.of_kind("chart");
    let chart = charts.iter().find(|paper| paper["title"] == "Rare events").unwrap();
    let cells: Vec<&str> =
        chart["rows"].as_array().unwrap().iter().map(|row| row["cell"]["kind"].as_str().unwrap()).collect();
    assert_eq!(cells, ["star", "number", "star", "star"], "small numbers have a star here too");
    assert_eq!(chart["chart"]["points"].as_array().unwrap().len(), 1, "and none has a place in the drawing");
    assert!(!chart.to_string().contains("Not for a wall"), "a note is for those who read the numbers");
    assert!(charts.iter().all(|paper| paper["title"] != "No events"), "without numbers there is nothing to draw");
    let html = fs::read_to_string(folder.join("output/measures/rare/index.html")).unwrap();
    assert!(html.contains("measures/rare/chart-rare.pdf"), "its page lists it");
    let said = chart["says"].as_array().unwrap();
    assert!(!said.is_empty() && said.iter().all(|says| html.contains(says.as_str().unwrap())), "{said:?}");
}

#[test]
fn a_driver_diagram_on_paper_is_the_drawing_and_the_list_of_its_page() {
    let (folder, press) = (small_pack(), Arc::new(Scribe::default()));
    let folder = folder.path();
    let report = build(folder, &press, &mut Memory::default());
    assert!(!report.refused, "{:?}", problem_lines(&report, folder));
    let diagrams = press.of_kind("driver_diagram");
    assert!(!diagrams.is_empty() && papers(folder).keys().any(|path| path.contains("/driver-diagram-")));
    for paper in &diagrams {
        let boxes = paper["diagrams"].as_array().unwrap().iter().flat_map(|one| one["boxes"].as_array().unwrap());
        let primary = boxes.filter(|one| one["kind"] == "primary").count();
        assert!(primary >= paper["drivers"].as_array().unwrap().len(), "each is drawn: {}", paper["title"]);
        let drivers: Vec<&Value> = paper["drivers"].as_array().unwrap().iter().collect();
        assert!(drivers.iter().all(|driver| !driver["words"].as_str().unwrap().is_empty()), "and each is said");
    }
}
