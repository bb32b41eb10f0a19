//! Holds the rules of the house, as the compiler reads the source: no circles among files, the order of the rooms, who may touch the
//! disk, the clock and the terminal, where faults are worded, that the compiler names a noun that is
//! forgotten, and the size of files.

mod circles;
mod names;
mod tree;
mod uses;
mod whole;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tree::{Module, Tree};
use whole::Walks;

use crate::documents::paths_of;

/// Returns the program's own source, read once for all tests.
fn source() -> &'static Tree {
    static SOURCE: LazyLock<Tree> = LazyLock::new(Tree::of_the_source);
    &SOURCE
}

/// The rooms that may touch the disk, the clock and the terminal.
const OUTER: [&str; 6] = ["read", "write", "watch", "ask", "serve", "cli"];

/// What touches the disk, the clock, the terminal or the environment: paths, and names of macros.
const WORLD: [&str; 14] = [
    "std::fs",
    "std::env",
    "std::process",
    "std::net",
    "std::io::stdin",
    "std::io::stdout",
    "std::io::stderr",
    "std::time::Instant::now",
    "std::time::SystemTime",
    "std::path::Path::canonicalize",
    "jiff::Zoned::now",
    "jiff::Timestamp::now",
    "std::thread::sleep",
    "walkdir",
];
const PRINTS: [&str; 5] = ["print", "println", "eprint", "eprintln", "dbg"];
/// Methods of paths that ask the disk. Their names are no others' here.
const ASKS_THE_DISK: [&str; 8] =
    ["canonicalize", "exists", "is_dir", "is_file", "is_symlink", "metadata", "read_dir", "symlink_metadata"];

/// Returns what uses a room that stands below its own in lib.rs.
fn down_the_line(tree: &Tree) -> Vec<String> {
    let order = tree.rooms();
    let place = |room: &str| order.iter().position(|known| known == room);
    let mut wrong = Vec::new();
    for module in &tree.modules {
        let Some(own) = place(module.room()) else { continue };
        for used in module.uses.iter().filter(|used| used.path[0] == "crate" && used.path.len() > 1) {
            if place(&used.path[1]).is_some_and(|other| other > own) {
                wrong.push(format!("{}:{}: {}", module.file, used.line, used.path.join("::")));
            }
        }
    }
    wrong
}

/// Returns what touches the world where it may not.
fn touches(tree: &Tree) -> Vec<String> {
    let inner = tree.modules.iter().filter(|module| !OUTER.contains(&module.room()) && !module.is_top());
    let mut wrong = Vec::new();
    for module in inner {
        let say = |line: usize, what: &str| format!("{}:{line}: {what}", module.file);
        for used in &module.uses {
            let path = used.path.join("::");
            let is_world = |known: &&&str| path == **known || path.starts_with(&format!("{known}::"));
            wrong.extend(WORLD.iter().find(is_world).map(|_| say(used.line, &path)));
        }
        let prints = module.macros.iter().filter(|(name, _)| PRINTS.contains(&name.as_str()));
        wrong.extend(prints.map(|(name, line)| say(*line, &format!("{name}!"))));
        let methods = module.methods.iter().filter(|(name, _)| ASKS_THE_DISK.contains(&name.as_str()));
        wrong.extend(methods.map(|(name, line)| say(*line, &format!(".{name}()"))));
    }
    wrong
}

/// Returns what of `render` reaches past the views of a plan.
fn reaches_past_the_view(tree: &Tree) -> Vec<String> {
    let render = tree.modules.iter().filter(|module| module.room() == "render");
    let past = |module: &Module| -> Vec<String> {
        let reaches = |path: &&uses::Use| {
            path.path[0] == "crate"
                && path.path.get(1).is_some_and(|room| ["resolve", "model", "check"].contains(&&**room))
        };
        let wrong = module.uses.iter().filter(reaches);
        wrong.map(|used| format!("{}:{}: {}", module.file, used.line, used.path.join("::"))).collect()
    };
    render.flat_map(past).collect()
}

/// Returns what words a fault of its own: faults are made in `problem/fault/` alone, each by its name.
fn words_a_fault(tree: &Tree) -> Vec<String> {
    let others = tree.modules.iter().filter(|module| !module.name.starts_with(&["problem".into(), "fault".into()]));
    let made = others.flat_map(|module| module.literals.iter().map(move |literal| (module, literal)));
    let faults = made.filter(|(_, (path, _))| path[0] == "crate" && path.last().is_some_and(|name| name == "Fault"));
    faults.map(|(module, (path, line))| format!("{}:{line}: {}", module.file, path.join("::"))).collect()
}

#[test]
fn no_file_knows_another_in_a_circle() {
    let circles = circles::circles(source());
    assert!(circles.is_empty(), "these know each other in a circle:\n{}", circles.join("\n"));
}

#[test]
fn a_module_uses_only_the_modules_above_it() {
    let tree = source();
    assert!(tree.rooms().len() > 10, "lib.rs lists the modules");
    let wrong = down_the_line(tree);
    assert!(wrong.is_empty(), "these look down the line:\n{}", wrong.join("\n"));
}

#[test]
fn only_the_outer_rooms_touch_the_disk_the_clock_or_the_terminal() {
    let wrong = touches(source());
    assert!(wrong.is_empty(), "these touch the world:\n{}", wrong.join("\n"));
}

#[test]
fn render_never_sees_a_site() {
    let wrong = reaches_past_the_view(source());
    assert!(wrong.is_empty(), "these reach past the view:\n{}", wrong.join("\n"));
}

/// The files that the recipe of a page kind names, and in which the compiler says so if the new noun is forgotten.
pub const NAMED_BY_THE_COMPILER: [&str; 10] = [
    "src/model/pack/drafts.rs",
    "src/model/pack/withdrawn_items.rs",
    "src/model/pack/item.rs",
    "src/model/kind.rs",
    "src/model/pack/mod.rs",
    "src/model/pack/retain.rs",
    "src/model/pack/typed.rs",
    "src/model/place.rs",
    "src/plan/view/pages.rs",
    "src/resolve/target.rs",
];

#[test]
fn a_noun_that_is_forgotten_does_not_compile() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let named = paths_of("Add a page kind");
    for path in NAMED_BY_THE_COMPILER {
        assert!(named.contains(path), "the recipe doesn't name {path}");
        let walks = Walks::of(&fs::read_to_string(root.join(path)).unwrap(), "Benchmark");
        assert!(walks.whole > 0, "{path}: nothing here names every noun");
        assert!(walks.holes.is_empty(), "{path}: these lines would pass a new noun over: {:?}", walks.holes);
    }
}

#[test]
fn a_walk_that_would_pass_a_noun_over_is_found() {
    let walks = |line: &str| Walks::of(&format!("fn f() {{\n{line}\n}}"), "Benchmark");
    for whole in [
        "match kind { Kind::Page | Kind::Benchmark => 1, Kind::Ward => 2 }",
        "match view { View::Benchmark(_) => 1, View::Ward(ward) => 2 }",
        "let Pack { benchmarks, wards: _ } = pack;",
    ] {
        assert_eq!(walks(whole), Walks { whole: 1, holes: Vec::new() }, "{whole}");
    }
    for hole in [
        "match kind { Kind::Benchmark => 1, _ => 2 }",
        "match kind { Kind::Benchmark => 1, other => 2 }",
        "match view { View::Page(_) | View::Benchmark(_) => 1, _ => 2 }",
        "let Pack { benchmarks, .. } = pack;",
        "if let Pack { benchmarks, .. } = pack {}",
    ] {
        assert_eq!(walks(hole), Walks { whole: 0, holes: vec![2] }, "{hole}");
    }
    assert_eq!(walks("match kind { Kind::Page => 1, _ => 2 }"), Walks::default());
}

#[test]
fn faults_are_worded_in_one_place() {
    let wrong = words_a_fault(source());
    assert!(wrong.is_empty(), "these word a fault of their own:\n{}", wrong.join("\n"));
}

#[test]
fn one_name_is_of_one_type() {
    let wrong = names::of_two_things(source());
    assert!(wrong.is_empty(), "these names are of two things:\n{}", wrong.join("\n"));
}

#[test]
fn a_name_of_two_things_is_found() {
    let of = |files: &[(&str, &str)]| names::of_two_things(&house(files));
    let found =
        of(&[("read/disk.rs", "fn read() { struct Found; }"), ("plan/url.rs", "enum Found { One }\npub fn url() {}")]);
    assert_eq!(found, ["Found: plan/url.rs, read/disk.rs"]);
    // A noun, its view, and the flags of its subcommand are one thing; two views are two.
    let one = [
        ("read/disk.rs", "pub struct Ward;"),
        ("plan/view/ward.rs", "pub struct Ward;"),
        ("cli/ward.rs", "struct Ward;"),
    ];
    assert!(of(&one).is_empty());
    let two = [("plan/view/ward.rs", "pub struct Row;"), ("plan/view/measure.rs", "pub struct Row;")];
    assert_eq!(of(&two), ["Row: plan/view/measure.rs, plan/view/ward.rs"]);
}

#[test]
fn files_can_be_taken_in() {
    for module in &source().modules {
        assert!(module.lines <= 300, "{} has {} lines", module.file, module.lines);
    }
}

/// A file that main.rs doesn't name is never compiled, and no test of it is ever run.
#[test]
fn every_file_of_tests_is_in_the_suite() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let main = fs::read_to_string(tests.join("suite/main.rs")).unwrap();
    let names = |folder: &Path| -> BTreeSet<String> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let is_module =
            |path: &PathBuf| path.join("mod.rs").is_file() || path.extension().is_some_and(|end| end == "rs");
        entries.filter(is_module).map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect()
    };
    let is_unnamed = |name: &String| name != "main" && !main.contains(&format!("mod {name};"));
    let unnamed: Vec<String> = names(&tests.join("suite")).into_iter().filter(is_unnamed).collect();
    assert!(unnamed.is_empty(), "tests/suite/main.rs doesn't name {unnamed:?}");
    assert!(names(&tests).is_empty(), "a test outside the suite is never run: {:?}", names(&tests));
}

/// A small house of two rooms, `read` above `plan`, with another text in the place of some of its files.
fn house(files: &[(&str, &str)]) -> Tree {
    let good = [
        ("lib.rs", "pub mod read;\npub mod plan;\npub mod render;"),
        ("read/mod.rs", "pub mod disk;\npub struct Sources;"),
        ("read/disk.rs", "pub fn read() { std::fs::read(\"a\"); }"),
        ("plan/mod.rs", "mod url;\nmod view;\nuse crate::read::Sources;"),
        ("plan/url.rs", "pub fn url() {}"),
        ("plan/view.rs", "use super::url::url;"),
        ("render.rs", "use crate::plan;"),
    ];
    let changed = good.iter().filter(|(path, _)| !files.iter().any(|(other, _)| other == path)).chain(files);
    Tree::of(changed.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
}

#[test]
fn a_house_in_order_has_nothing_wrong() {
    let house = house(&[]);
    assert!(circles::circles(&house).is_empty() && down_the_line(&house).is_empty());
    assert!(touches(&house).is_empty() && reaches_past_the_view(&house).is_empty());
    assert!(names::of_two_things(&house).is_empty());
    assert!(words_a_fault(&house).is_empty());
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    for url in [
        "use super::view::View;",
        "use super::{view::View};",
        "use crate::plan::view::*;",
        "use super::view as seen;",
        "pub use super::view::View;",
        "fn f(view: &super::view::View) {}",
        "fn f() { let _ = crate::plan::view::make(); }",
        "fn f() { use super::*; view::make(); }",
        "use crate::plan; fn f() { plan::view::make(); }",
        "fn f() { println!(\"{}\", super::view::name()); }",
        "impl super::view::View { fn f() {} }",
        "mod inner { use super::super::view::View; }",
    ] {
        let house = house(&[("plan/url.rs", url)]);
        assert_eq!(circles::circles(&house), ["plan: url (plan/url.rs:1) → view (plan/view.rs:1) → url"], "{url}");
    }
    // What only its tests use is no part of a file, and a folder's own file is no other.
    for url in
        ["#[cfg(test)] mod tests { use crate::plan::view::View; }", "use super::Plan;", "use crate::read::Sources;"]
    {
        assert!(circles::circles(&house(&[("plan/url.rs", url)])).is_empty(), "{url}");
    }
    let tests = [("plan/url.rs", "#[cfg(test)] mod tests;"), ("plan/url/tests.rs", "use crate::plan::view::View;")];
    assert!(circles::circles(&house(&tests)).is_empty());
    // Folders know each other through any of their files.
    let folders = house(&[
        ("plan/mod.rs", "mod url;\nmod view;"),
        ("plan/view.rs", "mod card; use super::url::url;"),
        ("plan/view/card.rs", "pub struct Card;"),
        ("plan/url.rs", "use super::view::card::Card;"),
    ]);
    assert_eq!(circles::circles(&folders), ["plan: url (plan/url.rs:1) → view (plan/view.rs:1) → url"]);
}

#[test]
fn a_look_down_the_line_is_found() {
    for (text, path) in [
        ("use crate::plan::url;", "crate::plan::url"),
        ("use crate::{plan, read};", "crate::plan"),
        ("use super::super::plan::url::url;", "crate::plan::url::url"),
        ("fn f() -> crate::plan::Plan { todo!() }", "crate::plan::Plan"),
        ("fn f() { matches!(1, crate::plan::ONE); }", "crate::plan::ONE"),
        ("#[cfg(test)] mod tests { use crate::plan::url; }", "crate::plan::url"),
    ] {
        assert_eq!(down_the_line(&house(&[("read/disk.rs", text)])), [format!("read/disk.rs:1: {path}")], "{text}");
    }
    assert!(down_the_line(&house(&[("read/disk.rs", "// crate::plan\nconst A: &str = \"crate::plan\";")])).is_empty());
}

#[test]
fn a_touch_of_the_world_is_found() {
    for (text, what) in [
        ("fn f() { std::fs::read(\"a\"); }", "std::fs::read"),
        ("use std::fs;", "std::fs"),
        ("use std::{fs as disk};", "std::fs"),
        ("use std as all; fn f() { all::fs::read(\"a\"); }", "std::fs::read"),
        ("use std::time::Instant; fn f() { Instant::now(); }", "std::time::Instant::now"),
        ("fn f() { std::env::var(\"A\"); }", "std::env::var"),
        ("fn f() { println!(\"a\"); }", "println!"),
        ("fn f(path: &std::path::Path) -> bool { path.exists() }", ".exists()"),
    ] {
        assert_eq!(touches(&house(&[("plan/url.rs", text)])), [format!("plan/url.rs:1: {what}")], "{text}");
        assert!(touches(&house(&[("read/disk.rs", text)])).is_empty(), "{text}");
    }
}

#[test]
fn a_reach_past_the_view_is_found() {
    let house = house(&[("render.rs", "fn f(site: &crate::resolve::Site) {}")]);
    assert_eq!(reaches_past_the_view(&house), ["render.rs:1: crate::resolve::Site"]);
}

#[test]
fn a_fault_worded_elsewhere_is_found() {
    let a_fault = "Fault { message: String::new(), help: String::new() }";
    for text in [
        format!("use crate::read::fault::Fault; fn f() -> Fault {{ {a_fault} }}"),
        format!("use crate::read::fault::Fault as Stop; fn f() -> Stop {{ {} }}", a_fault.replace("Fault", "Stop")),
        format!("fn f() {{ let _ = crate::read::fault::{a_fault}; }}"),
        format!("use crate::read::fault; fn f() {{ vec![1].iter().map(|_| fault::{a_fault}); }}"),
        format!(
            "use crate::read::fault::Fault; impl Fault {{ fn f() -> Self {{ {} }} }}",
            a_fault.replace("Fault", "Self")
        ),
        "use crate::read::fault::Fault; fn f(fault: Fault) -> Fault { Fault { help: String::new(), ..fault } }"
            .to_owned(),
    ] {
        assert_eq!(
            words_a_fault(&house(&[("plan/url.rs", &text)])),
            ["plan/url.rs:1: crate::read::fault::Fault"],
            "{text}"
        );
    }
    let own = format!("pub struct Fault; fn f() -> Fault {{ {a_fault} }}");
    assert!(words_a_fault(&house(&[("problem/fault.rs", &own)])).is_empty());
}
