//! Reads every finished page as a browser would: each link, anchor and asset is a file of the site, nothing is loaded from
//! elsewhere, and minifying changed no word.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use crate::support;

/// The repository's own pack, built into a throw-away folder.
fn site() -> (tempfile::TempDir, BTreeMap<String, Vec<u8>>) {
    let folder = tempfile::tempdir().unwrap();
    support::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), &folder.path().join("content"));
    let report = support::build(folder.path()).unwrap();
    assert!(report.problems.is_empty(), "{:?}", support::problem_lines(&report, folder.path()));
    let files = support::files(&folder.path().join("output"));
    (folder, files)
}

#[derive(Default)]
struct Page {
    ids: BTreeSet<String>,
    links: Vec<String>,
    /// Elements with something that must not be there.
    forbidden: Vec<String>,
    headings: Vec<String>,
    title: String,
}

fn read(html: &[u8]) -> (Page, Vec<String>) {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).from_utf8().one(html);
    let page = RefCell::new(Page::default());
    walk(&dom.document, &page);
    let errors = dom.errors.borrow().iter().map(ToString::to_string).collect();
    (page.into_inner(), errors)
}

fn walk(node: &Handle, page: &RefCell<Page>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let tag = name.local.to_string();
        let mut page = page.borrow_mut();
        for attribute in attrs.borrow().iter() {
            let (name, value) = (attribute.name.local.to_string(), attribute.value.to_string());
            match name.as_str() {
                "id" if !page.ids.insert(value.clone()) => page.forbidden.push(format!("a second id {value}")),
                "href" | "src" => page.links.push(value),
                "style" => page.forbidden.push(format!("style on {tag}")),
                name if name.starts_with("on") => page.forbidden.push(format!("{name} on {tag}")),
                _ => {}
            }
        }
        match tag.as_str() {
            // A script is a file of the site, which is checked as any other link is.
            "script" if !attrs.borrow().iter().any(|attribute| &*attribute.name.local == "src") => {
                page.forbidden.push("a script inside the page".to_owned());
            }
            "style" | "iframe" | "object" | "embed" => page.forbidden.push(tag),
            "h1" => page.headings.push(tag),
            "title" => page.title = text(node),
            _ => {}
        }
    }
    for child in node.children.borrow().iter() {
        walk(child, page);
    }
}

fn text(node: &Handle) -> String {
    if let NodeData::Text { contents } = &node.data {
        return contents.borrow().to_string();
    }
    node.children.borrow().iter().map(text).collect()
}

/// Returns the path that a relative link means, seen from a page.
fn path(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{from}: {link} climbs out of the site"),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_link_anchor_and_asset_is_a_file_of_the_site() {
    let (_folder, files) = site();
    let pages: BTreeMap<&str, Page> = files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| {
            let (page, errors) = read(bytes);
            assert!(errors.is_empty(), "{path}: {errors:?}");
            (path.as_str(), page)
        })
        .collect();
    let (mut links, mut anchors) = (0, 0);
    for (from, page) in &pages {
        assert!(page.forbidden.is_empty(), "{from}: {:?}", page.forbidden);
        assert_eq!(page.headings.len(), 1, "{from}: one main heading");
        for link in &page.links {
            if ["https://", "http://", "tel:", "sms:", "mailto:"].iter().any(|scheme| link.starts_with(scheme)) {
                continue;
            }
            assert!(!link.starts_with('/') && !link.is_empty(), "{from}: {link} is not relative");
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { (*from).to_owned() } else { path(from, file) };
            assert!(files.contains_key(&target), "{from}: {link} leads to no file");
            links += 1;
            if !anchor.is_empty() {
                assert!(pages[target.as_str()].ids.contains(anchor), "{from}: {link} leads to no place on the page");
                anchors += 1;
            }
        }
    }
    println!("{} pages, {links} links, {anchors} anchors", pages.len());
    assert!(links > 1000 && anchors > 100);
}

#[test]
fn titles_are_unique() {
    let (_folder, files) = site();
    let mut titles = BTreeMap::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let (page, _) = read(bytes);
        // The same ward in two languages may well have one title.
        let language = path.starts_with("cy/");
        if let Some(other) = titles.insert((language, page.title.clone()), path.clone()) {
            panic!("{path} and {other} share the title “{}”", page.title);
        }
    }
}

#[test]
fn every_resource_is_used_and_no_stylesheet_loads_anything() {
    let (_folder, files) = site();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".css")) {
        let css = String::from_utf8_lossy(bytes);
        assert!(!css.contains("url(") && !css.contains("@import"), "{path} loads something");
    }
    let all: BTreeSet<&String> =
        files.keys().filter(|path| path.starts_with("resources/") && path.as_str() != "resources/index.html").collect();
    let mut linked = BTreeSet::new();
    let outside = |path: &&String| {
        path.ends_with(".html")
            && !path.starts_with("resources/")
            && !path.starts_with("a-to-z/")
            && !path.starts_with("sitemap/")
    };
    for from in files.keys().filter(outside) {
        let (page, _) = read(&files[from]);
        let relative = |link: &&String| !link.contains(':') && !link.starts_with('#');
        linked.extend(page.links.iter().filter(relative).map(|link| path(from, link.split('#').next().unwrap())));
    }
    let unused: Vec<_> = all.into_iter().filter(|path| !linked.contains(*path)).collect();
    assert!(unused.is_empty(), "nothing leads to {unused:?}");
}
