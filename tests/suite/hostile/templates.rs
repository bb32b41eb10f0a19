//! Hostile templates. A template is its author's own, and does what it says; but each comes to an end, and what can't be drawn is refused
//! at a place in it.

use wardpack::problem::Place;
use wardpack::problem::text::{self, Medium};
use wardpack::span::Files;

use super::look_at_messages;
use crate::support::{build, write};

/// What can be read but not drawn, each in the place of another template of the theme.
const NOT_DRAWN: [(&str, &str); 10] = [
    ("a_to_z.html", "{% for a in range(end=9999999999) %}a{% endfor %}"),
    ("blank.html", "{{ 2 ** 99999 }}"),
    ("charter.html", "{% component again() %}{{<again />}}{% endcomponent again %}{{<again />}}"),
    ("charter_sheet.html", "{{ frame.title.a.b.c }}"),
    ("differences.html", "{{ frame.title[9999].a }}"),
    ("home.html", "{{ frame.title * 7 }}"),
    ("not_found.html", "{{ 1 % 0 }}"),
    ("sitemap.html", "{% for a in 7 %}{% endfor %}"),
    ("ward.html", "{{ 1 / 0 }}"),
    ("wards.html", "{{ 9223372036854775807 // 0 }}"),
];

/// What can't be read.
const NOT_READ: [&str; 16] = [
    "{% include 'blank.html' %}",
    "{% extends 'blank.html' %}",
    "{% extends 'nothing.html' %}",
    "{% include 'nothing.html' %}",
    "{% include '../../../../etc/hostname' %}",
    "{% extends frame.title %}",
    "{% if true %}",
    "{{ frame.title",
    "{{ 'frame",
    "{% raw %}",
    "{# ",
    "{{ frame.title | nothing }}",
    "{{ nothing() }}",
    "{{<nothing />}}",
    "{% block a %}{% endblock b %}",
    "{% macro a() %}",
];

/// What is drawn, and ends.
const DRAWN: [&str; 4] = [
    "{% for a in range(end=90000) %}{% endfor %}",
    "{% set a = 'a' %}{% for b in range(end=20) %}{% set_global a = a ~ a %}{% endfor %}{{ a }}",
    "{% raw %}{{ 1 / 0 }}{% endraw %}",
    "<script>alert('{{ frame.title | safe }}')</script><p onclick=\"{{ frame.title }}\">\u{202e}\u{7}</p>",
];

/// Returns a pack that stands on nothing, so that it is built in no time.
fn pack() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in [
        ("pack.yaml", "title: A pack\nward_kinds:\n  - {id: acute, name: Acute ward}\n"),
        ("wards/beach.yaml", crate::support::WARD),
        (
            "charter/template.yaml",
            "title: Being safe\nexplanation: Safe.\nintent: Safe.\nbehaviours:\n  - {id: kind, text: I am kind., required: true}\nsupport: Ask.\n",
        ),
    ] {
        write(folder.path(), &format!("content/{path}"), text.as_bytes());
    }
    folder
}

/// Builds the pack with some templates. Returns the files that errors are told of, if it is refused.
fn refused(templates: &[(&str, &str)]) -> Option<Vec<String>> {
    let folder = pack();
    for (name, text) in templates {
        write(folder.path(), &format!("themes/ward/templates/{name}"), text.as_bytes());
    }
    let report = build(folder.path()).unwrap();
    let messages: Vec<String> =
        report.problems.iter().map(|one| text::render(one, &report.sources, Medium::Plain)).collect();
    let mut wrong = Vec::new();
    look_at_messages(&messages, &mut wrong);
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(!report.refused || !folder.path().join("output").exists(), "{messages:#?}");
    let name = |place: &Place| match place {
        Place::At(span) => report.sources.shown(span.file).rsplit('/').next().unwrap_or_default().to_owned(),
        Place::Path(path) => path.clone(),
    };
    report.refused.then(|| report.problems.iter().map(|problem| name(&problem.place)).collect())
}

#[test]
fn what_cannot_be_drawn_is_refused_in_its_template() {
    let told = refused(&NOT_DRAWN).expect("it is refused");
    for (name, text) in NOT_DRAWN {
        assert!(told.contains(&name.to_owned()), "{text} in {name} isn't told: {told:?}");
    }
}

#[test]
fn what_cannot_be_read_is_refused_in_its_template() {
    let deep = "{% if true %}".repeat(5_000);
    let long = format!("{{{{ {} }}}}", "(".repeat(5_000));
    for text in NOT_READ.into_iter().chain([deep.as_str(), &long]) {
        assert_eq!(refused(&[("blank.html", text)]).unwrap_or_default(), ["blank.html"], "{text}");
    }
}

#[test]
fn what_can_be_drawn_comes_to_an_end() {
    let names = ["blank.html", "search.html", "not_found.html", "sitemap.html"];
    let templates: Vec<_> = names.into_iter().zip(DRAWN).collect();
    assert_eq!(refused(&templates), None);
}
