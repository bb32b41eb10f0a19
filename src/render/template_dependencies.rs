//! Which files take part in drawing a template: itself, what it extends and includes, and the files of the components it calls.
//!
//! Names are looked for as words anywhere inside a template's tags. That may take in a file too many, which costs a page drawn
//! once too often; a file too few would leave a stale page.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::key;

/// What stands round the name of a file in a tag.
const QUOTES: [char; 3] = ['"', '\'', '`'];

/// The files that take part in drawing a template, each with the hash of its text.
pub type TemplateFiles = Vec<(String, u128)>;

/// Returns for each template the files that take part in drawing it; `files` are names and texts.
pub fn of(files: &[(&str, &str)]) -> BTreeMap<String, TemplateFiles> {
    let hashes: BTreeMap<&str, u128> = files.iter().map(|(name, text)| (*name, key::of(text))).collect();
    let mut by_component: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, text) in files {
        for component in components(text) {
            by_component.entry(component).or_default().push(name);
        }
    }
    let uses = files.iter().map(|(name, text)| (*name, used(text, &hashes, &by_component)));
    let uses: BTreeMap<&str, BTreeSet<&str>> = uses.collect();
    let files = |name| reached(name, &uses).into_iter().map(|name| (name.to_owned(), hashes[name])).collect();
    hashes.keys().map(|name| ((*name).to_owned(), files(*name))).collect()
}

/// Returns the files that a text names in its tags: by their own name in quotes, or by the name of a component in them.
fn used<'a>(
    text: &str,
    files: &BTreeMap<&'a str, u128>,
    by_component: &BTreeMap<&str, Vec<&'a str>>,
) -> BTreeSet<&'a str> {
    let named = QUOTES.iter().flat_map(|quote| text.split(*quote)).filter_map(|quoted| files.get_key_value(quoted));
    let called = text.split('<').skip(1).filter_map(|tag| by_component.get(word(tag))).flatten();
    named.map(|(name, _)| *name).chain(called.copied()).collect()
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
    definitions.map(|rest| word(rest.trim_start())).collect()
}

/// Returns the word that a text begins with: the name of a component after `<`.
fn word(text: &str) -> &str {
    &text[..text.find(|letter: char| !is_word(letter)).unwrap_or(text.len())]
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
