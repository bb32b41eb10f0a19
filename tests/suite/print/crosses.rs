//! Safety crosses on paper: for any month, for one, and for a ward.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::Value;
use wardpack::pipeline::{self, Request};
use wardpack::plan::view::paper::{PaperChoice, PaperKind};

use super::{Scribe, request};
use crate::support::{WARD, small_pack, write};

const COUNTED: &str = "title: Counted on Beach\nsummary: Days.\ndefinition: What is counted.\nfrequency: day\nunit: incidents\nward: beach\n";

fn crosses(folder: &Path, ward: Option<&str>, month: Option<&str>) -> Vec<Value> {
    let press = Arc::new(Scribe::default());
    let month: Option<Date> = month.map(|month| format!("{month}-01").parse().unwrap());
    let papers = Some(PaperChoice { ward: ward.map(str::to_owned), kind: Some(PaperKind::SafetyCross), month });
    let wards = ward.into_iter().map(str::to_owned).collect();
    let request = Request { papers, wards, output: None, ..request(folder, &press) };
    let (files, _) = pipeline::unwritten(&request, &pipeline::Silent).unwrap();
    assert!(files.is_some(), "nothing is refused");
    press.of_kind("safety_cross")
}

fn pack() -> tempfile::TempDir {
    let folder = small_pack();
    write(folder.path(), "content/wards/hill.yaml", WARD.replace("Beach", "Hill").as_bytes());
    write(folder.path(), "content/measures/counted.yaml", COUNTED.as_bytes());
    write(
        folder.path(),
        "content/measures/counted.csv",
        b"day,count,note\n2026-10-01,0,\n2026-10-03,2,Not for a wall\n",
    );
    folder
}

fn titled<'a>(crosses: &'a [Value], title: &str) -> &'a Value {
    crosses.iter().find(|paper| paper["title"] == title).unwrap()
}

#[test]
fn a_cross_of_a_month_has_its_name_and_its_days() {
    let folder = pack();
    for (month, name, days) in
        [("2026-12", "December 2026", 31), ("2027-02", "February 2027", 28), ("2028-02", "February 2028", 29)]
    {
        let crosses = crosses(folder.path(), Some("hill"), Some(month));
        assert_eq!(crosses.len(), 1, "what is counted on another ward is not for this one: {crosses:?}");
        let cross = &crosses[0];
        assert_eq!((cross["month"]["name"].as_str(), &cross["is_filled"]), (Some(name), &Value::Bool(false)));
        assert_eq!(cross["month"]["days"].as_array().unwrap().len(), days);
        assert_eq!(
            (cross["ward"]["words"].as_str(), cross["name"].as_str()),
            (Some("Hill ward"), Some(&*format!("Safety cross, {name}")))
        );
    }
}

#[test]
fn a_month_that_was_counted_on_the_ward_is_filled_in() {
    let folder = pack();
    let of_beach = crosses(folder.path(), Some("beach"), Some("2026-10"));
    assert_eq!(of_beach.len(), 2);
    let counted = titled(&of_beach, "Counted on Beach");
    let days = counted["month"]["days"].as_array().unwrap();
    let marks: Vec<(&str, u64)> =
        days[..4].iter().map(|day| (day["mark"].as_str().unwrap(), day["count"].as_u64().unwrap())).collect();
    assert_eq!(marks, [("none", 0), ("blank", 0), ("some", 2), ("blank", 0)]);
    assert_eq!(counted["is_filled"], true);
    assert!(!counted.to_string().contains("Not for a wall"), "a note stays on its page");
    assert_eq!(titled(&of_beach, "Safety cross")["is_filled"], false, "nobody counted there");
    let later = crosses(folder.path(), Some("beach"), Some("2026-11"));
    assert_eq!(titled(&later, "Counted on Beach")["is_filled"], false, "nor in another month");
}

#[test]
fn what_the_trust_counted_is_not_a_wards() {
    let folder = pack();
    write(folder.path(), "content/measures/counted.yaml", COUNTED.replace("ward: beach\n", "").as_bytes());
    let filled = |ward: Option<&str>| {
        titled(&crosses(folder.path(), ward, Some("2026-10")), "Counted on Beach")["is_filled"].clone()
    };
    assert_eq!((filled(Some("beach")), filled(None)), (Value::Bool(false), Value::Bool(true)));
}

#[test]
fn without_a_month_it_is_empty_and_for_any() {
    let folder = pack();
    for ward in [Some("beach"), None] {
        let crosses = crosses(folder.path(), ward, None);
        assert_eq!(crosses.len(), 2, "{ward:?}");
        assert!(crosses.iter().all(|cross| cross["month"].is_null() && cross["is_filled"] == false), "{crosses:?}");
    }
}
