//! Which files take part in drawing a template: itself, what it extends and includes, and the files of the components it calls.
//!
//! Names are looked for as words anywhere inside a template's tags. That may take in a file too many, which costs a page drawn
//! once too often; a file too few would leave a stale page.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::key;

/// The files that take part in drawing a template, each with the hash of its text.
pub type TemplateFiles = Vec<(String, u128)>;

/// Returns for each template the files that take part in drawing it; `files` are names and texts.
pub fn of(files: &[(&str, &str)]) -> BTreeMap<String, TemplateFiles> {
    let hashes: BTreeMap<&str, u128> = files.iter().map(|(name, text)| (*name, key::of(text))).collect();
    let uses: BTreeMap<&str, BTreeSet<&str>> = files.iter().map(|(name, text)| (*name, used(text, files))).collect();
    let files = |name| reached(name, &uses).into_iter().map(|name| (name.to_owned(), hashes[name])).collect();
    hashes.keys().map(|name| ((*name).to_owned(), files(*name))).collect()
}

/// Returns the files that a text names in its tags: by their own name in quotes, or by the name of a component in them.
fn used<'a>(text: &str, files: &[(&'a str, &'a str)]) -> BTreeSet<&'a str> {
    let is_named = |(name, other): &&(&str, &str)| {
        let quoted = [format!("\"{name}\""), format!("'{name}'"), format!("`{name}`")];
        quoted.iter().any(|name| text.contains(name)) || components(other).iter().any(|name| calls(text, name))
    };
    files.iter().filter(is_named).map(|(name, _)| *name).collect()
}

/// Returns the components that two files define: the name as it stands in the second file, and both files' names.
pub fn defined_twice<'a>(files: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str, &'a str)> {
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    let mut twice = Vec::new();
    for (file, text) in files {
        for name in components(text) {
            match first.get(name) {
                Some(other) => twice.push((name, *other, *file)),
                None => drop(first.insert(name, file)),
            }
        }
    }
    twice
}

/// Returns the names of the components that a text defines.
fn components(text: &str) -> Vec<&str> {
    let definitions =
        text.split("{%").skip(1).filter_map(|tag| tag.trim_start_matches('-').trim_start().strip_prefix("component"));
    definitions
        .map(str::trim_start)
        .map(|rest| &rest[..rest.find(|c: char| !is_word(c)).unwrap_or(rest.len())])
        .collect()
}

/// Tells whether a text calls a component: `<name …`.
fn calls(text: &str, name: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(&format!("<{name}")) {
        rest = &rest[at + 1 + name.len()..];
        if !rest.starts_with(is_word) {
            return true;
        }
    }
    false
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '.'
}

fn reached<'a>(name: &'a str, uses: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let mut taking_part = BTreeSet::from([name]);
    let mut open = vec![name];
    while let Some(name) = open.pop() {
        for used in uses.get(name).into_iter().flatten() {
            if taking_part.insert(used) {
                open.push(used);
            }
        }
    }
    taking_part
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [(&str, &str); 5] = [
        ("base.html", "{% include \"menu.html\" %}{% block content %}{% endblock %}"),
        ("menu.html", "menu"),
        ("parts.html", "{% component card(c) %}{{ <tag c={c} /> }}{% endcomponent %}"),
        ("tags.html", "{%- component tag(c) -%}x{% endcomponent %}"),
        ("page.html", "{% extends 'base.html' %}{{ <card c={1} /> }}"),
    ];

    #[test]
    fn a_change_reaches_the_templates_that_use_the_file_and_no_others() {
        let before = of(&FILES);
        let changed_by = |changed: &str| -> Vec<String> {
            let files = FILES.map(|(name, text)| (name, if name == changed { "changed" } else { text }));
            let after = of(&files);
            before.iter().filter(|(name, files)| after[*name] != **files).map(|(name, _)| name.clone()).collect()
        };
        assert_eq!(changed_by("menu.html"), ["base.html", "menu.html", "page.html"]);
        assert_eq!(changed_by("page.html"), ["page.html"]);
        assert_eq!(changed_by("tags.html"), ["page.html", "parts.html", "tags.html"]);
    }
}
