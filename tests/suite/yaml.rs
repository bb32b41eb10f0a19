//! Settings as the YAML specification and its test suite have them: what a file says is kept word for word, or a problem says where it isn't.

use std::fs;
use std::sync::Arc;

use regex_lite::Regex;
use wardpack::parse::yaml::{Node, Value};
use wardpack::parse::{self, Document};
use wardpack::problem::{Place, Problem, Severity};
use wardpack::read::{FileText, SourceFile};
use wardpack::span::{FileId, line_column};

/// Returns the tree of a file as the name says it, with its problems.
fn read(path: &str, text: &str) -> (Option<Node>, Vec<Problem>) {
    let file = SourceFile {
        path: path.to_owned(),
        shown: path.to_owned(),
        inherited: false,
        bytes: Arc::from(text.as_bytes()),
        text: Arc::new(FileText::decode(text.as_bytes())),
        fingerprint: 0,
    };
    let parsed = parse::parse_file(FileId(0), &file);
    let tree = match parsed.document {
        Document::Yaml { tree, .. } => Some(tree),
        Document::List(_) | Document::Bytes | Document::Broken => None,
    };
    (tree, parsed.problems)
}

/// Returns a tree in one line, in the manner of JSON.
fn shown(node: &Node) -> String {
    match &node.value {
        Value::Nothing => "~".to_owned(),
        Value::Bool(word) => word.to_string(),
        Value::Number(number) => number.clone(),
        Value::Text(words) => format!("{words:?}"),
        Value::List(items) => format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let entry = |(key, value): &(parse::yaml::Key, Node)| format!("{}: {}", key.name, shown(value));
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
    }
}

/// Returns what comes of a file: its tree, or a minus, and the code and the line of each problem.
fn outcome(path: &str, text: &str, above: usize) -> String {
    let (tree, problems) = read(path, text);
    let told = problems.iter().map(|problem| match problem.place {
        Place::At(span) => {
            format!(" {}:{}", problem.code.id, line_column(text, span.start as usize).line - above)
        }
        Place::Path(_) => format!(" {}", problem.code.id),
    });
    tree.map_or("-".to_owned(), |tree| shown(&tree)) + &told.collect::<String>()
}

#[test]
fn settings_are_kept_word_for_word_or_told() {
    let written = include_str!("yaml/cases.txt");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for case in written.split("=== ").skip(1) {
        let (name, rest) = case.split_once('\n').unwrap();
        let (text, wanted) = rest.split_once("--> ").unwrap_or_else(|| panic!("{name} has no outcome"));
        // What can't be seen is written by its name.
        let text = text
            .replace("<tab>", "\t")
            .replace("<return>", "\r")
            .replace("<mark>", "\u{feff}")
            .replace("<hard>", "\u{a0}");
        seen += 1;
        let found = outcome("pages/x.yaml", &text, 0);
        if found != wanted.trim_end() {
            wrong.push(format!("{name}: {found}"));
        }
        // The same above a page is the same, unless the file ends in its midst.
        if !text.contains("---") && !text.contains("\u{feff}") {
            let page = outcome("pages/x.md", &format!("---\n{text}---\n"), 1);
            if page != found {
                wrong.push(format!("{name}, above a page: {page}, and alone: {found}"));
            }
        }
    }
    assert!(seen >= 40, "{seen} cases");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns the words of a tree, a line for each name and value.
fn plain(node: &Node) -> String {
    match &node.value {
        Value::List(items) => items.iter().map(plain).collect::<Vec<_>>().join("\n"),
        Value::Map(entries) => {
            let entry = |(key, value): &(parse::yaml::Key, Node)| format!("{}\n{}", key.name, plain(value));
            entries.iter().map(entry).collect::<Vec<_>>().join("\n")
        }
        Value::Text(words) => words.clone(),
        Value::Nothing | Value::Bool(_) | Value::Number(_) => shown(node),
    }
}

fn words(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// Returns a text without its comments, directives, escapes and the signs that begin a block, none of which are words.
fn without_signs(text: &str) -> String {
    let signs = Regex::new(r"(?m)^%.*$|[|>][-+]?\d[-+]?|\\x..|\\u....|\\.").unwrap();
    without_comments(&signs.replace_all(text, " "))
}

fn without_comments(text: &str) -> String {
    let code = |line: &str| {
        let is_note = |at: &usize| *at == 0 || line[..*at].ends_with([' ', '\t']);
        let end = line.match_indices('#').map(|(at, _)| at).find(is_note);
        line[..end.unwrap_or(line.len())].to_owned()
    };
    text.lines().map(code).collect::<Vec<_>>().join("\n")
}

/// Looks at each file of a folder, such as the cases of the YAML test suite; what is kept with fewer words and not refused is printed.
#[test]
#[ignore = "needs a folder of YAML files in WARDPACK_YAML"]
fn no_word_of_other_peoples_yaml_is_lost() {
    let folder = std::env::var("WARDPACK_YAML").unwrap();
    let (mut files, mut kept, mut refused, mut lost) = (0, 0, 0, Vec::new());
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let page = format!("---\n{text}\n---\nWords.\n");
        // A line of hyphens in it would end the settings of a page.
        let forms = if text.contains("---") { 1 } else { 2 };
        for (name, text) in [("pages/x.yaml", &text), ("pages/x.md", &page)].into_iter().take(forms) {
            files += 1;
            let (tree, problems) = read(name, text);
            let Some(tree) = tree.filter(|_| problems.iter().all(|one| one.severity != Severity::Error)) else {
                assert!(!problems.is_empty(), "{} is refused without a word", path.display());
                refused += 1;
                continue;
            };
            kept += 1;
            let said = plain(&tree) + "\nWords";
            let count = |text: &str, word: &str| words(text).iter().filter(|other| **other == word).count();
            // What looks like an escape is one in double quotes only.
            let (plain, raw) = (without_signs(text), without_comments(text));
            let is_gone = |word: &&str| count(&plain, word).min(count(&raw, word)) > count(&said, word);
            let gone: Vec<_> = words(&plain).into_iter().filter(is_gone).collect();
            if !gone.is_empty() {
                lost.push(format!("{} as {name}: {gone:?} of\n{text}\n{}", path.display(), shown(&tree)));
            }
        }
    }
    assert!(
        lost.is_empty(),
        "{}\n{files} files: {kept} kept, {refused} refused, {} to look at",
        lost.join("\n"),
        lost.len()
    );
    println!("{files} files: {kept} kept, {refused} refused");
}
