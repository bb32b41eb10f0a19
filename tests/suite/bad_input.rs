//! Input that can't be kept in a folder of this repository: huge, looping, or of another system's making.

use std::fs;

use crate::support::{self, WARD, build, files, problem_lines, small_pack, write};

const PAGE: &str = "---\ntitle: Test page\nsummary: A page for a test.\n---\n";

/// Builds with one more file, and returns the problem lines. The output must stay as it was if the build is refused.
fn with(path: &str, bytes: &[u8]) -> Vec<String> {
    let folder = small_pack();
    build(folder.path()).unwrap();
    let before = files(&folder.path().join("output"));
    write(folder.path(), path, bytes);
    let report = build(folder.path()).unwrap();
    assert!(!report.refused || files(&folder.path().join("output")) == before, "{path} changed the output");
    problem_lines(&report, folder.path())
}

#[test]
fn a_file_of_five_megabytes_is_refused() {
    let lines = with("content/pages/test.md", &vec![b'x'; 5 << 20]);
    assert_eq!(
        lines,
        ["F004 error content/pages/test.md: content/pages/test.md is too large: 5.0 MB; at most 1.0 MB is read"]
    );
}

#[test]
fn a_photo_of_40_megabytes_is_one_message_for_pictures() {
    let folder = small_pack();
    let page = format!("{PAGE}![The garden](../images/Garden.JPG)\n\n[The garden](../images/Garden.JPG)\n");
    write(folder.path(), "content/pages/test.md", page.as_bytes());
    write(folder.path(), "content/images/Garden.JPG", &vec![0xFF; 40 << 20]);
    let report = build(folder.path()).unwrap();
    assert_eq!(
        problem_lines(&report, folder.path()),
        [
            "F004 error content/images/Garden.JPG: content/images/Garden.JPG is too large: 40.0 MB; at most 30.0 MB is read"
        ]
    );
    assert!(report.problems[0].help.as_ref().unwrap().starts_with("make it smaller: 1,600 pixels wide"));
}

#[test]
fn what_cannot_be_read_is_told_once_and_not_again_where_it_is_named() {
    let folder = small_pack();
    let page = format!("{PAGE}[[leaflet/long]], [it](../leaflets/long.md), [[ward/dune]]\n");
    write(folder.path(), "content/pages/test.md", page.as_bytes());
    write(folder.path(), "content/leaflets/long.md", &vec![b'x'; 2 << 20]);
    fs::create_dir_all(folder.path().join("content/wards/dune.yaml/inside")).unwrap();
    write(folder.path(), "content/wards/dune.yaml/inside/x.yaml", b"name: x\n");
    let lines = problem_lines(&build(folder.path()).unwrap(), folder.path());
    assert_eq!(
        lines,
        [
            "F004 error content/leaflets/long.md: content/leaflets/long.md is too large: 2.0 MB; at most 1.0 MB is read",
            "F007 error content/wards/dune.yaml: content/wards/dune.yaml is a folder, but it has the name of a file, so nothing in it is read",
        ]
    );
}

#[test]
fn a_pack_under_another_name_is_named() {
    for (name, help) in [
        ("pack.yml", "rename pack.yml to pack.yaml"),
        ("Pack.YAML", "rename Pack.YAML to pack.yaml"),
        ("pack.yaml.txt", "rename pack.yaml.txt to pack.yaml"),
        ("pack (1).yaml", "rename pack (1).yaml to pack.yaml"),
        ("inner/pack.yaml", "there is one in the folder inner: say --content "),
        ("readme.txt", "write a pack.yaml with two lines"),
    ] {
        let folder = small_pack();
        fs::remove_file(folder.path().join("content/pack.yaml")).unwrap();
        write(folder.path(), &format!("content/{name}"), b"title: Test pack\nextends: built-in\n");
        let report = build(folder.path()).unwrap();
        assert_eq!(problem_lines(&report, folder.path()), ["F012 error content: the content folder has no pack.yaml"]);
        let said = report.problems[0].help.as_deref().unwrap();
        assert!(said.starts_with(help), "{name}: {said}");
    }
}

#[test]
fn accents_are_the_same_however_a_disk_keeps_them() {
    let (typed, of_a_mac) = ("caf\u{e9}", "cafe\u{301}");
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";
    let folder = small_pack();
    let page = format!("{PAGE}![The café](../images/{typed}.svg) ![Again](../images/{of_a_mac}.svg)\n");
    write(folder.path(), "content/pages/test.md", page.as_bytes());
    write(folder.path(), &format!("content/images/{of_a_mac}.svg"), svg);
    let mut memory = support::Memory::default();
    let report = support::build_with(folder.path(), &mut memory).unwrap();
    assert_eq!(problem_lines(&report, folder.path()), [""; 0]);
    assert!(folder.path().join(format!("output/images/{typed}.svg")).is_file());
    write(folder.path(), &format!("content/images/{typed}.svg"), svg);
    let lines = problem_lines(&build(folder.path()).unwrap(), folder.path());
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].starts_with("F010 error content/images/caf"), "{lines:?}");
}

#[test]
fn pictures_that_would_be_one_on_the_site_are_refused() {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";
    for (first, second) in [("garden.svg", "Garden.SVG"), ("my garden.svg", "my-garden.svg")] {
        let folder = small_pack();
        write(folder.path(), &format!("content/images/{first}"), svg);
        write(folder.path(), &format!("content/images/{second}"), svg);
        let lines = problem_lines(&build(folder.path()).unwrap(), folder.path());
        assert!(lines.iter().any(|line| line.starts_with("F010")), "{lines:?}");
    }
}

#[test]
fn names_that_windows_cannot_hold_are_refused() {
    let long = "garden-".repeat(24);
    for name in [
        "con.svg",
        "Aux.svg",
        "com1.svg",
        "COM¹.svg",
        "lpt9.x.svg",
        "a:b.svg",
        "a .svg ",
        "dot.svg.",
        &format!("{long}.svg"),
    ] {
        let lines = with(&format!("content/images/{name}"), b"<svg xmlns='http://www.w3.org/2000/svg'/>");
        assert!(lines.iter().any(|line| line.starts_with("F009 error")) || name == "a .svg ", "{name}: {lines:?}");
    }
    for name in ["computer.svg", "console.svg", "com.svg", "com10.svg"] {
        assert_eq!(with(&format!("content/images/{name}"), b"<svg xmlns='http://www.w3.org/2000/svg'/>"), [""; 0]);
    }
}

#[test]
fn a_base_whose_pack_has_another_name_is_named() {
    let folder = small_pack();
    write(folder.path(), "content/pack.yaml", b"title: Test pack\nextends: ../base\n");
    write(folder.path(), "base/Pack.yml", b"title: Base\nextends: built-in\n");
    let report = build(folder.path()).unwrap();
    let told = "F011 error content/pack.yaml: “extends: ../base” names a folder without a pack.yaml in it";
    assert_eq!(problem_lines(&report, folder.path()), [told]);
    assert_eq!(report.problems[0].help.as_deref(), Some("there, rename Pack.yml to pack.yaml"));
}

/// A pipe would be waited for without end.
#[cfg(unix)]
#[test]
fn pipes_and_sockets_are_told() {
    let folder = small_pack();
    let pipe = folder.path().join("content/leaflets/visiting.md");
    fs::create_dir_all(pipe.parent().unwrap()).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let socket = folder.path().join("content/wards/dune.yaml");
    let _kept = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let lines = problem_lines(&build(folder.path()).unwrap(), folder.path());
    let codes: Vec<&str> = lines.iter().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(codes, ["F007 error content/leaflets/visiting.md", "F007 error content/wards/dune.yaml"], "{lines:?}");
}

#[test]
fn ten_thousand_nested_lists_are_one_problem() {
    let lines = with("content/pages/test.md", format!("{PAGE}{}x\n", "- ".repeat(10_000)).as_bytes());
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].starts_with("M006 error content/pages/test.md:5:"), "{lines:?}");
}

#[test]
fn deep_brackets_bombs_and_endless_quotes_are_problems_and_quick() {
    for (text, code) in [
        (format!("about: {}", "[".repeat(100_000)), "Y006"),
        (format!("about: {}", "{a: ".repeat(50_000)), "Y006"),
        (format!("a: &a [x]\nb: &b [{}]\nc: &c [{}]\n", "*a,".repeat(9), "*b,".repeat(9)), "Y007"),
    ] {
        let lines = with("content/wards/dune.yaml", format!("{WARD}{text}").as_bytes());
        assert!(lines.iter().any(|line| line.starts_with(code)), "{code} is not in {lines:?}");
    }
    let lines = with("content/pack.yaml", "[".repeat(97_000).as_bytes());
    assert!(lines.iter().any(|line| line.starts_with("Y006 error content/pack.yaml:")), "{lines:?}");
    let lines = with("themes/ward/strings/en.yaml", "[".repeat(97_000).as_bytes());
    assert!(lines.iter().any(|line| line.contains("nested too deeply")), "{lines:?}");
    for text in
        ["> ".repeat(50_000), "*".repeat(100_000), "[".repeat(100_000), "[[leaflet/".repeat(20_000), "`".repeat(99_999)]
    {
        with("content/pages/test.md", format!("{PAGE}{text}x\n").as_bytes());
    }
}

#[test]
fn many_mistakes_of_settings_are_made_as_quickly_as_few() {
    let many = |line: &dyn Fn(usize) -> String| (0..40_000).map(line).collect::<String>();
    for (text, code) in [
        (many(&|_| "about: x\n".to_owned()), "Y009"),
        (many(&|number| format!("setting{number}: x\n")), "Y101"),
        (format!("about: [{}]\n", many(&|_| "a word, ".to_owned())), "Y103"),
        (format!("languages: [{}]\n", many(&|_| "English, ".to_owned())), "Y107"),
        (many(&|number| format!("“name{number}”: “x”\n")), "Y014"),
    ] {
        let lines = with("content/wards/dune.yaml", format!("{WARD}{text}").as_bytes());
        assert!(lines.iter().any(|line| line.starts_with(code)), "{code} is not in the {} lines", lines.len());
    }
}

#[test]
fn names_that_differ_by_case_are_refused() {
    let folder = small_pack();
    write(folder.path(), "content/pages/test.md", PAGE.as_bytes());
    write(folder.path(), "content/pages/Test.md", PAGE.as_bytes());
    let lines = problem_lines(&build(folder.path()).unwrap(), folder.path());
    assert!(lines.iter().any(|line| line.starts_with("F010")), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("Y105 error content/pages/Test.md")), "{lines:?}");
}

#[cfg(unix)]
#[test]
fn links_that_leave_or_go_in_circles_are_refused() {
    use std::os::unix::fs::symlink;
    let folder = small_pack();
    let outside = tempfile::tempdir().unwrap();
    write(outside.path(), "secret.md", PAGE.as_bytes());
    let pages = folder.path().join("content/pages");
    fs::create_dir_all(&pages).unwrap();
    symlink(outside.path().join("secret.md"), pages.join("file.md")).unwrap();
    symlink(outside.path(), pages.join("folder")).unwrap();
    symlink(&pages, pages.join("loop")).unwrap();
    symlink(pages.join("nothing"), pages.join("broken.md")).unwrap();
    let lines = problem_lines(&build(folder.path()).unwrap(), folder.path());
    let codes: Vec<&str> = lines.iter().map(|line| &line[..4]).collect();
    assert_eq!(codes, ["F005", "F005", "F005", "F006"], "{lines:?}");
    assert!(lines.iter().all(|line| !line.contains("secret")));
}

#[test]
fn an_output_that_cannot_be_written_is_a_fault() {
    let folder = small_pack();
    write(folder.path(), "file", b"");
    let mut request = support::request(folder.path());
    request.output = Some(folder.path().join("file/output"));
    let fault = support::run(&request, &mut support::Memory::default()).unwrap_err();
    assert!(fault.message().contains("can't be written"), "{}", fault.message());
    request.output = Some(folder.path().join("content/output"));
    let fault = support::run(&request, &mut support::Memory::default()).unwrap_err();
    assert!(fault.message().contains("inside the content folder"), "{}", fault.message());
}

#[test]
fn files_of_somebody_else_are_named_and_kept() {
    let folder = small_pack();
    write(folder.path(), "output/index.html", b"mine");
    let fault = build(folder.path()).unwrap_err();
    assert!(fault.message().contains("output/index.html"), "{}", fault.message());
    assert_eq!(fs::read(folder.path().join("output/index.html")).unwrap(), b"mine");
}

#[test]
fn a_refused_build_with_every_kind_of_mistake_reports_them_all_at_once() {
    let folder = small_pack();
    write(
        folder.path(),
        "content/pages/one.md",
        b"---\ntitel: x\nsummary: y\n---\n[[leaflet/nope]] {ward.nope} [insert name]\n",
    );
    write(folder.path(), "content/wards/dune.yaml", b"name: [x]\nkind: nope\n");
    write(folder.path(), "content/resources.yaml", b"resources:\n\t- id: x\n");
    let lines = problem_lines(&build(folder.path()).unwrap(), folder.path());
    for code in ["Y101", "Y102", "Y103", "P003", "Y002"] {
        assert!(lines.iter().any(|line| line.starts_with(code)), "{code} is not in {lines:#?}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    /// Whatever the bytes: a problem at most, never a panic.
    #[test]
    fn odd_bytes_never_panic(text in "([a-z]{1,6}: ?)?(\\PC|[\\[\\]{}|>&*!%#\"'\\-:\n\t ]){0,80}", name in proptest::sample::select(vec![
        "content/wards/dune.yaml", "content/pages/test.md", "content/support.yaml", "content/pack.yaml", "content/charter/template.yaml",
    ])) {
        let folder = small_pack();
        let text = if name.ends_with(".md") { format!("---\ntitle: T\nsummary: S\n---\n{text}") } else { text };
        write(folder.path(), name, text.as_bytes());
        let _ = build(folder.path());
    }
}

#[test]
fn very_many_problems_of_one_kind_are_counted() {
    let folder = small_pack();
    let picture = |text: String, number| text + &format!("![A cup](../images/p{number}.png)\n\n");
    let pictures = (0..20_000).fold(String::new(), picture);
    write(folder.path(), "content/pages/test.md", format!("{PAGE}{pictures}").as_bytes());
    write(folder.path(), "content/pages/other.md", format!("{PAGE}[[leaflet/none]]\n").as_bytes());
    let report = build(folder.path()).unwrap();
    assert_eq!((report.counts.errors, report.counts.warnings), (20_001, 0));
    let lines = problem_lines(&report, folder.path());
    assert_eq!(lines.len(), 102);
    assert!(lines[0].starts_with("R001 error content/pages/other.md"), "{}", lines[0]);
    assert_eq!(lines[101], "R005 error content/pages/test.md: and 19900 more problems of this kind in this file");
}

#[test]
fn names_are_compared_for_no_more_links_than_anybody_mends_at_once() {
    let folder = small_pack();
    let links = "[[leaflet/visitin]]\n\n".repeat(99);
    for page in 0..6 {
        write(
            folder.path(),
            &format!("content/pages/test-{page}.md"),
            format!("{PAGE}Words {page}\n\n{links}").as_bytes(),
        );
    }
    let report = build(folder.path()).unwrap();
    assert_eq!(report.counts.errors, 6 * 99);
    let is_compared = |help: &&str| help.starts_with("did you mean");
    let helps = report.problems.iter().filter_map(|problem| problem.help.as_deref());
    assert_eq!(helps.filter(is_compared).count(), wardpack::resolve::links::COMPARED);
}

#[test]
fn what_is_printed_of_a_very_long_line_is_short() {
    let folder = small_pack();
    let long = "n".repeat(400_000);
    write(folder.path(), "content/pages/test.md", format!("{PAGE}{long} [[leaflet/none]] {long}\n").as_bytes());
    write(folder.path(), "content/wards/dune.yaml", format!("{WARD}{long}: yes\n").as_bytes());
    let report = build(folder.path()).unwrap();
    assert!(report.problems.len() >= 2, "{:?}", report.counts);
    for problem in &report.problems {
        let printed = wardpack::problem::text::render(problem, &report.sources, wardpack::problem::text::Medium::Plain);
        assert!(printed.len() < 5_000, "{} bytes", printed.len());
        let object = wardpack::problem::json::object(problem, &report.sources);
        assert!(object["source"].as_str().unwrap_or_default().len() < 3_000);
    }
    let at =
        wardpack::problem::text::render(&report.problems[0], &report.sources, wardpack::problem::text::Medium::Plain);
    assert!(at.contains("pages/test.md:5:400002"), "{at}");
}

#[test]
fn words_of_a_theme_that_cannot_be_read_are_one_problem_and_no_page_is_missed() {
    let folder = small_pack();
    let folder = folder.path();
    write(folder, "content/published.yaml", b"addresses:\n  - index.html\n  - wards/beach/index.html\n");
    assert!(problem_lines(&build(folder).unwrap(), folder).is_empty());
    write(folder, "themes/ward/strings/en.yaml", b"months: [January\n");
    let lines = problem_lines(&build(folder).unwrap(), folder);
    assert!(lines.len() == 1 && lines[0].starts_with("T002 error"), "{lines:#?}");
}

#[test]
fn words_of_a_theme_that_cannot_be_read_are_told_at_their_line() {
    let folder = small_pack();
    let folder = folder.path();
    for (words, at) in [
        ("date: \"Ŵ, ŷ\"\nmonths: [January\nmonth: x\n", "strings/en.yaml:3:"),
        ("date: x\nmonth: \"a \u{1b} b\"\n", "strings/en.yaml:2:11:"),
    ] {
        write(folder, "themes/ward/strings/en.yaml", words.as_bytes());
        let lines = problem_lines(&build(folder).unwrap(), folder);
        assert!(lines.len() == 1 && lines[0].contains(at), "{at}: {lines:#?}");
    }
}
