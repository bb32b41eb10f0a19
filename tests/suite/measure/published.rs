//! What a site gives away of starred numbers: nothing, in any file.

use std::fmt::Write;

use wardpack::model::audience::Audience;
use wardpack::pipeline::Request;

use crate::support::{Memory, WARD, build, files, problem_lines, request, run, small_pack, write};

const MEASURE: &str =
    "title: Reports\nsummary: Reports.\ndefinition: Reports.\nunit: reports\nimprovement: decrease\ntarget: 9\n";

/// Builds a site with these numbers, from January 2025 on, and returns its files.
fn site(rule: &str, more: &str, counts: &[u32]) -> Vec<(String, Vec<u8>)> {
    let folder = small_pack();
    let folder = folder.path();
    write(
        folder,
        "content/pack.yaml",
        format!("title: Test pack\nextends: built-in\nsmall_numbers: {rule}\n").as_bytes(),
    );
    write(folder, "content/measures/reports.yaml", format!("{MEASURE}{more}").as_bytes());
    let mut table = "month,count\n".to_owned();
    for (number, count) in counts.iter().enumerate() {
        writeln!(table, "{}-{:02},{count}", 2025 + number / 12, number % 12 + 1).unwrap();
    }
    write(folder, "content/measures/reports.csv", table.as_bytes());
    let report = build(folder).unwrap();
    assert!(!report.refused, "{:#?}", problem_lines(&report, folder));
    files(&folder.join("output")).into_iter().collect()
}

/// Two sites whose numbers differ, and that nobody can tell apart.
fn assert_same(rule: &str, more: &str, one: &[u32], other: &[u32]) {
    assert_ne!(one, other);
    let (one_site, other_site) = (site(rule, more, one), site(rule, more, other));
    let differ: Vec<&String> =
        one_site.iter().zip(&other_site).filter(|(one, other)| one != other).map(|((path, _), _)| path).collect();
    assert!(differ.is_empty(), "{rule}: {one:?} and {other:?} can be told apart by {differ:?}");
}

#[test]
fn no_file_tells_which_of_two_numbers_is_starred() {
    // The small one and the lowest beside it, with the same sum.
    let one = [12, 14, 2, 11, 13, 9, 15, 12, 10, 14, 11, 13, 12, 16];
    let other = [12, 14, 3, 11, 13, 8, 15, 12, 10, 14, 11, 13, 12, 16];
    assert_same("fft", "", &one, &other);
    assert_same("fft", "rules: anhoej\n", &one, &other);
    // Any other number that is starred may be anything small; sums are rounded.
    let one = [12, 14, 1, 31, 23, 19, 25, 12, 20, 34, 11, 13, 12, 17];
    let other = [12, 14, 0, 31, 23, 19, 25, 12, 20, 34, 11, 13, 12, 17];
    assert_same("mhsds-5", "", &one, &other);
    let other = [12, 14, 2, 31, 23, 19, 25, 12, 20, 34, 11, 13, 12, 17];
    assert_same("hes-8", "", &one, &other);
    // The total after the new month was published before it, too.
    let one = [12, 14, 12, 11, 13, 9, 15, 12, 10, 14, 11, 13, 12, 2];
    let other = [12, 14, 12, 11, 13, 9, 15, 12, 10, 14, 11, 13, 12, 4];
    assert_same("fft", "published_up_to: [2026-01-31]\n", &one, &other);
}

#[test]
fn a_site_for_patients_has_nothing_of_a_measure_for_staff() {
    let names = |more: &str, audience: Audience| {
        let folder = small_pack();
        let folder = folder.path();
        write(folder, "content/measures/reports.yaml", format!("{MEASURE}{more}").as_bytes());
        write(folder, "content/measures/reports.csv", b"month,count\n2026-01,12\n2026-02,14\n");
        run(&Request { audience: Some(audience), ..request(folder) }, &mut Memory::default()).unwrap();
        let all = files(&folder.join("output"));
        all.into_keys().filter(|path| path.starts_with("measures/")).collect::<Vec<_>>()
    };
    assert!(names("", Audience::Patients).is_empty());
    assert!(names("", Audience::Visitors).is_empty());
    assert!(names("", Audience::Staff).contains(&"measures/reports/reports.csv".to_owned()));
    assert!(
        names("audience: [staff, patients]\n", Audience::Patients).contains(&"measures/reports/index.html".to_owned())
    );
}

#[test]
fn a_site_for_one_ward_has_no_measure_of_another() {
    let folder = small_pack();
    let folder = folder.path();
    write(folder, "content/wards/cliff.yaml", WARD.replace("Beach", "Cliff").as_bytes());
    for ward in ["beach", "cliff"] {
        let measure = MEASURE.replace("Reports", &format!("Reports of {ward}"));
        write(folder, &format!("content/measures/{ward}.yaml"), format!("{measure}ward: {ward}\n").as_bytes());
        write(folder, &format!("content/measures/{ward}.csv"), b"month,count\n2026-01,12\n2026-02,14\n");
    }
    run(&Request { wards: vec!["beach".to_owned()], ..request(folder) }, &mut Memory::default()).unwrap();
    assert!(folder.join("output/measures/beach/index.html").exists());
    assert!(!folder.join("output/measures/cliff").exists());
}
