//! Holds the documents: links lead somewhere, recipes name the files that are to be touched, and folders of the source have maps.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::support;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the Markdown files that are documents: those at the top, and those in docs/, but for the example pack.
fn documents() -> Vec<PathBuf> {
    let top = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path());
    let below = walkdir::WalkDir::new(root().join("docs")).into_iter().map(|entry| entry.unwrap().into_path());
    let is_document = |path: &PathBuf| {
        path.extension().is_some_and(|ending| ending == "md")
            && !path.starts_with(root().join("docs/reference/example"))
    };
    top.chain(below).filter(is_document).collect()
}

/// Returns the anchors of a document's headings, as GitHub makes them, and where its links and pictures lead.
fn anchors_and_links(text: &str) -> (BTreeSet<String>, Vec<String>) {
    let (mut anchors, mut links, mut heading) = (BTreeSet::new(), Vec::new(), None);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let words = heading.take().unwrap().to_lowercase().replace(' ', "-");
                let anchor: String =
                    words.chars().filter(|letter| letter.is_alphanumeric() || "-_".contains(*letter)).collect();
                let again = (1..).map(|number| format!("{anchor}-{number}"));
                let free = std::iter::once(anchor.clone()).chain(again).find(|one| !anchors.contains(one));
                anchors.extend(free);
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&words);
                }
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => links.push(dest_url.to_string()),
            _ => {}
        }
    }
    (anchors, links)
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let mut broken = Vec::new();
    let mut seen = 0;
    for document in documents() {
        let text = fs::read_to_string(&document).unwrap();
        let (own, links) = anchors_and_links(&text);
        for link in links.iter().filter(|link| !link.contains("://")) {
            seen += 1;
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { document.clone() } else { document.parent().unwrap().join(path) };
            let anchors = match fs::read_to_string(&target) {
                _ if path.is_empty() => own.clone(),
                Ok(text) if !anchor.is_empty() => anchors_and_links(&text).0,
                _ => BTreeSet::new(),
            };
            if !target.exists() || !anchor.is_empty() && !anchors.contains(anchor) {
                broken.push(format!("{}: {link}", document.strip_prefix(root()).unwrap().display()));
            }
        }
    }
    assert!(seen > 50, "only {seen} links were looked at");
    assert!(broken.is_empty(), "these lead nowhere:\n{}", broken.join("\n"));
}

#[test]
fn every_document_can_be_reached_from_the_readme() {
    let mut reached = BTreeSet::new();
    let mut ahead = vec![root().join("README.md")];
    while let Some(document) = ahead.pop() {
        if !reached.insert(document.clone()) || document.extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        let (_, links) = anchors_and_links(&fs::read_to_string(&document).unwrap());
        let paths = links.iter().filter(|link| !link.contains("://")).map(|link| link.split('#').next().unwrap());
        let targets = paths.filter_map(|path| document.parent().unwrap().join(path).canonicalize().ok());
        ahead.extend(targets);
    }
    let lonely: Vec<PathBuf> =
        documents().into_iter().filter(|document| !reached.contains(&document.canonicalize().unwrap())).collect();
    assert!(lonely.is_empty(), "nothing leads to {lonely:?}");
}

/// Who starts a pack by hand copies these files as they stand.
#[test]
fn the_pack_to_start_from_by_hand_can_be_built() {
    let text = fs::read_to_string(root().join("docs/guide/own-pack.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for path in ["content/pack.yaml", "content/wards/beach.yaml"] {
        let (_, rest) = text.split_once(&format!("\n`{path}`:")).unwrap_or_else(|| panic!("no {path}"));
        let file = rest.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap();
        support::write(folder.path(), path, file.as_bytes());
    }
    let report = support::build(folder.path()).unwrap();
    let lines = support::problem_lines(&report, folder.path());
    assert!(!report.refused && lines.is_empty(), "{lines:#?}");
}

#[test]
fn the_list_of_pictures_has_each_drawing_of_easy_read() {
    let list = fs::read_to_string(root().join("docs/guide/pictures.md")).unwrap();
    let listed: BTreeSet<String> =
        list.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned())).collect();
    let drawings = fs::read_dir(root().join("content/images/easy-read")).unwrap();
    let drawn: BTreeSet<String> =
        drawings.map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(listed, drawn);
    assert!(drawn.len() >= 40);
}

#[test]
fn the_readme_is_short() {
    let length = fs::metadata(root().join("README.md")).unwrap().len();
    assert!(length <= 7_000, "README.md has {length} bytes: what it holds for one kind of reader goes into docs/");
}

/// Returns the paths that a recipe names, by its heading.
pub fn paths_of(recipe: &str) -> BTreeSet<String> {
    let recipes = fs::read_to_string(root().join("docs/developers/recipes.md")).unwrap();
    let section = recipes.split(&format!("\n## {recipe}\n")).nth(1).unwrap().split("\n## ").next().unwrap();
    let code = section.split('`').skip(1).step_by(2);
    code.filter(|words| words.contains('/') && !words.contains(' ')).map(str::to_owned).collect()
}

/// Returns the files below a folder whose text or name has a word.
fn files_with(folder: &str, word: &str) -> BTreeSet<String> {
    let files = walkdir::WalkDir::new(root().join(folder)).into_iter().flatten();
    let named = files.filter(|entry| entry.file_type().is_file()).filter_map(|entry| {
        let path = entry.path().strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        // A line of a map tells of another file.
        let lines = fs::read_to_string(entry.path()).ok()?.to_lowercase();
        let text: String = lines.split_inclusive('\n').filter(|line| !line.starts_with("//! - `")).collect();
        let is_word = |at: usize| {
            let before = text[..at].chars().next_back();
            let after = text[at + word.len()..].chars().next();
            ![before, after].into_iter().flatten().any(|letter| letter.is_alphanumeric() || letter == '_')
                || text[at + word.len()..].starts_with('s')
        };
        let has = text.match_indices(word).any(|(at, _)| is_word(at));
        (has || path.contains(word)).then_some(path)
    });
    named.collect()
}

/// What a benchmark has that no other noun needs: its form, its workbook, and the commands for that.
const BEYOND_A_PAGE: [&str; 12] = [
    "src/exchange",
    "src/cli/export.rs",
    "src/cli/help",
    "src/cli/import.rs",
    "src/cli/mod.rs",
    "src/lib.rs",
    "src/problem/fault",
    "src/plan/pages/benchmark_form",
    "src/plan/view/benchmark_form",
    "src/plan/url.rs",
    "themes/ward/templates/benchmark_form",
    "themes/ward/js/benchmark",
];

#[test]
fn the_recipes_name_every_file_to_touch_and_no_other() {
    for recipe in ["Add a check", "Add a page kind", "Add a field of the charter", "Add a command"] {
        for path in paths_of(recipe) {
            assert!(root().join(&path).exists(), "{recipe}: there is no {path}");
        }
    }
    let of = |recipe: &str, folder: &str| -> BTreeSet<String> {
        paths_of(recipe).into_iter().filter(|path| path.starts_with(folder)).collect()
    };
    // What the examples of the recipes needed is what a new one needs.
    let is_needed = |path: &String| !BEYOND_A_PAGE.iter().any(|beyond| path.starts_with(beyond));
    let benchmark: BTreeSet<String> = files_with("src", "benchmark").into_iter().filter(&is_needed).collect();
    assert_eq!(of("Add a page kind", "src/"), benchmark, "the files of a page kind");
    let theme: BTreeSet<String> = files_with("themes/ward", "benchmark").into_iter().filter(is_needed).collect();
    assert_eq!(of("Add a page kind", "themes/"), theme, "the files of a page kind");
    assert_eq!(of("Add a field of the charter", "src/"), files_with("src", "intent"), "the files of a field");
    let check = files_with("src", "easy_read_rows").into_iter().chain(["src/problem/catalogue/easy_read.rs".into()]);
    let named: BTreeSet<String> = check.chain(["src/problem/catalogue/mod.rs".into()]).collect();
    assert_eq!(of("Add a check", "src/"), named, "the files of a check");
}

/// The folders of the source with more than four files say at the top of their module what each file is for.
#[test]
fn folders_of_the_source_have_maps() {
    let mut lacking = Vec::new();
    let folders = walkdir::WalkDir::new(root().join("src")).min_depth(1).into_iter().flatten();
    for folder in folders.filter(|entry| entry.file_type().is_dir()) {
        let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let files: Vec<String> = names.filter(|name| name.ends_with(".rs")).collect();
        let inside = folder.path().join("mod.rs");
        let module = if inside.exists() { inside } else { folder.path().with_extension("rs") };
        let text = fs::read_to_string(&module).unwrap();
        let map: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("//! - `")?.split('`').next()).collect();
        let shown = module.strip_prefix(root()).unwrap().display();
        if files.len() > 4 {
            let unnamed = files.iter().filter(|name| *name != "mod.rs" && !map.contains(&name.as_str()));
            lacking.extend(unnamed.map(|name| format!("{shown}: no line “//! - `{name}`: …”")));
        }
        let gone = map.iter().filter(|name| name.ends_with(".rs") && !files.iter().any(|file| file == *name));
        lacking.extend(gone.map(|name| format!("{shown}: {name} isn't there any more")));
    }
    assert!(lacking.is_empty(), "the maps of these folders aren't what is there:\n{}", lacking.join("\n"));
}

#[test]
fn sample_wards_name_no_organisation_that_is_real() {
    let content = root().join("content");
    let services = fs::read_to_string(content.join("support.yaml")).unwrap();
    let value =
        |line: &str, key: &str| line.trim().strip_prefix(key).map(|rest| rest.trim().trim_matches('"').to_owned());
    let of = |text: &str, key: &str| text.lines().filter_map(|line| value(line, key)).collect::<Vec<_>>();
    let real: Vec<String> = of(&services, "- name:").into_iter().chain(of(&services, "name:")).collect();
    let mut seen = 0;
    for entry in fs::read_dir(content.join("wards")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        // What is said in several languages stands below its key, the first language first.
        let below = text.lines().zip(text.lines().skip(1)).filter(|(line, _)| line.trim() == "organisation:");
        let below = below.filter_map(|(_, first)| value(first, "en:"));
        for name in of(&text, "organisation:").into_iter().filter(|name| !name.is_empty()).chain(below) {
            assert!(name.contains("Sample") && !real.contains(&name), "{}: {name}", path.display());
        }
        // The numbers that Ofcom keeps for examples.
        for number in of(&text, "phone:") {
            let is_sample = number.starts_with("01632 960") || number.starts_with("07700 900");
            assert!(is_sample, "{}: {number}", path.display());
            seen += 1;
        }
    }
    assert!(seen >= 4, "{seen} numbers");
}
