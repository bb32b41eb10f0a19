//! Pages taken out of the site: each stands alone, loads nothing, and says what it said there.

mod flat;
mod selectors;
mod word;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use wardpack_html::Token;

use crate::support::{self, small_pack, wardpack, write};
use selectors::selectors;

/// A pack with a leaflet that links to pages, to parts and elsewhere, and has a picture.
fn pack() -> tempfile::TempDir {
    let pack = small_pack();
    let leaflet = "---\ntitle: Our leaflet\nsummary: A leaflet.\naudience: [patients]\n---\n\
                   ## A part\n\nSee [visiting](visiting.md), [a part](#a-part) and [the regulator](https://www.cqc.org.uk).\n\n\
                   ![A shield](../images/easy-read/safe.svg)\n";
    write(pack.path(), "content/leaflets/ours.md", leaflet.as_bytes());
    write(pack.path(), "content/pack.yaml", b"title: Test pack\nextends: built-in\nlanguages: [en, ur]\n");
    pack
}

fn export(folder: &Path, more: &[&str]) -> (String, i32) {
    wardpack(folder, &[&["export", "page", "--as-of", "2026-11-26"], more].concat())
}

fn exported(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join("exported").join(name)).unwrap()
}

/// Returns the values that attributes have on a page, with the names of their elements.
fn values(html: &str, names: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    wardpack_html::read(html.as_bytes(), &mut |token| {
        if let Token::Start(tag) = token {
            let values = names.iter().filter_map(|name| tag.attribute(name));
            found.extend(values.map(|value| (tag.name().to_owned(), value.to_owned())));
        }
    });
    found
}

/// Returns what refers to a part of the page that isn't there.
fn dead_references(html: &str) -> Vec<String> {
    let ids: BTreeSet<String> = values(html, &["id"]).into_iter().map(|(_, id)| id).collect();
    let mut dead = Vec::new();
    wardpack_html::read(html.as_bytes(), &mut |token| {
        if let Token::Start(tag) = token {
            tag.references(&mut |id| dead.extend((!ids.contains(id)).then(|| id.to_owned())));
        }
    });
    dead
}

#[test]
fn a_single_file_has_everything_inside() {
    let pack = pack();
    let (said, code) = export(pack.path(), &["leaflets/ours/", "ur/leaflets/keeping-safe", "--single-file"]);
    assert_eq!(code, 0, "{said}");
    for name in ["leaflets-ours.html", "ur-leaflets-keeping-safe.html"] {
        let html = exported(pack.path(), name);
        for (element, address) in values(&html, &["src", "srcset", "poster", "data", "xlink:href"]) {
            assert!(address.starts_with("data:"), "{element} loads {address}");
        }
        for (element, address) in values(&html, &["href"]) {
            let is_followed =
                element == "a" && ["#", "tel:", "mailto:", "https:"].iter().any(|way| address.starts_with(way));
            assert!(is_followed || element == "link" && address.starts_with("data:"), "{element}: {address}");
        }
        for gone in ["<script", "@import", "url(\"../", "data-exit", "scripting:", "Shift 3"] {
            assert!(!html.contains(gone), "{gone}");
        }
        assert!(html.contains("default-src 'none'; style-src 'sha256-"));
        assert!(
            html.find("charset") < html.find("<style>") && html.find("Content-Security-Policy") < html.find("<style>")
        );
        assert_eq!(dead_references(&html), [""; 0]);
        assert!(html.contains("id=page-help") && html.contains("tel:999"), "help is on every page");
    }
    let ours = exported(pack.path(), "leaflets-ours.html");
    assert!(ours.contains("<span>visiting</span>") && ours.contains("<a href=#a-part>a part</a>"), "{ours}");
    let exit = "&quot;Exit this page&quot; opens another website. It does not clear your history.";
    assert!(ours.contains(exit), "{ours}");
    let urdu = exported(pack.path(), "ur-leaflets-keeping-safe.html");
    assert!(urdu.contains("dir=\"rtl\" lang=\"ur\""));
    let last = said.lines().last().unwrap();
    assert!(last.starts_with("2 pages written, ") && last.contains("links to other pages are words now"), "{said}");
    let size = format!("{} bytes", ours.len() / 1000);
    assert!(said.contains(&format!("exported/leaflets-ours.html: {},", &size[..2])), "{said}");
    assert!(!pack.path().join("output").exists());
}

#[test]
fn with_an_address_on_the_web_links_lead_there() {
    let pack = pack();
    let settings = "title: Test pack\nextends: built-in\nweb_address: https://safety.example.org/wards/\n";
    write(pack.path(), "content/pack.yaml", settings.as_bytes());
    let (said, code) =
        export(pack.path(), &["https://safety.example.org/wards/leaflets/ours/#a-part", "--single-file"]);
    assert!(code == 0 && !said.contains("words now"), "{said}");
    let html = exported(pack.path(), "leaflets-ours.html");
    let links: BTreeSet<String> = values(&html, &["href"]).into_iter().map(|(_, address)| address).collect();
    for link in ["https://safety.example.org/wards/leaflets/visiting/", "https://safety.example.org/wards/", "#a-part"]
    {
        assert!(links.contains(link), "{link}: {links:?}");
    }
    assert!(links.iter().all(|link| !link.starts_with("..")), "{links:?}");
}

#[test]
fn every_unknown_address_is_told_with_the_one_that_was_meant() {
    let pack = pack();
    let (said, code) =
        export(pack.path(), &["leaflets/our", "wards/beech/charter/", "x/y", "leaflets/ours", "--single-file"]);
    assert_eq!(code, 2);
    for told in [
        "“leaflets/our” is no page of this site; did you mean leaflets/ours/?",
        "“wards/beech/charter/” is no page of this site; did you mean wards/beach/charter/?",
        "“x/y” is no page of this site\n",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
    assert!(!pack.path().join("exported").exists());
    wardpack(pack.path(), &["rename", "leaflet/ours", "theirs"]);
    let (said, _) = export(pack.path(), &["leaflets/ours", "--single-file"]);
    assert!(said.contains("“leaflets/ours” only leads on to leaflets/theirs/"), "{said}");
}

#[test]
fn a_file_of_somebody_else_stays_unless_it_is_to_be_replaced() {
    let pack = pack();
    let foreign = write(pack.path(), "exported/leaflets-ours.html", b"mine");
    let asked = ["leaflets/visiting", "leaflets/ours", "--single-file"];
    let (said, code) = export(pack.path(), &asked);
    assert!(code == 2 && said.contains("exported/leaflets-ours.html") && said.contains("--replace"), "{said}");
    assert_eq!(fs::read(&foreign).unwrap(), b"mine");
    assert_eq!(support::files(&pack.path().join("exported")).len(), 1, "all or none");
    assert_eq!(export(pack.path(), &[&asked[..], &["--replace"]].concat()).1, 0);
    assert_eq!(export(pack.path(), &asked).1, 0, "what says the same is in nobody's way");
    assert_eq!(support::files(&pack.path().join("exported")).len(), 2);
}

#[test]
fn what_a_build_refuses_or_leaves_out_is_not_exported() {
    let pack = pack();
    let draft = b"---\ntitle: Not yet\nsummary: S.\naudience: [patients]\ndraft: true\n---\nWords.\n";
    write(pack.path(), "content/leaflets/not-yet.md", draft);
    let for_staff = b"---\ntitle: For staff\nsummary: S.\naudience: [staff]\n---\nWords.\n";
    write(pack.path(), "content/leaflets/for-staff.md", for_staff);
    assert_eq!(export(pack.path(), &["leaflets/not-yet", "--single-file"]).1, 2);
    assert_eq!(export(pack.path(), &["leaflets/for-staff", "--single-file", "--audience", "patients"]).1, 2);
    write(
        pack.path(),
        "content/leaflets/ours.md",
        b"---\ntitle: Our leaflet\nsummary: S.\n---\nSee [x](nothing.md).\n",
    );
    let (said, code) = export(pack.path(), &["leaflets/visiting", "--single-file"]);
    assert!(
        code == 1
            && said.contains("nothing.md")
            && said.contains("Nothing was written: put right what stands above first."),
        "{said}"
    );
    assert!(!pack.path().join("exported").exists());
}

#[test]
fn a_theme_of_ones_own_loads_nothing_either() {
    let pack = pack();
    let sheet = "@import url('more.css') print;\n.a { background: url(../images/ward-icon.svg) }\n\
                 .b { background: url('https://example.org/a.png') } /* </style> */\n\
                 @media (scripting: enabled) and (min-width: 1em) { .c { color: red } }\n";
    write(pack.path(), "themes/ours/css/ward.css", sheet.as_bytes());
    write(pack.path(), "themes/ours/css/more.css", b".more { color: red }\n");
    let (said, code) = export(pack.path(), &["leaflets/ours", "--single-file", "--theme", "ours"]);
    assert_eq!(code, 0, "{said}");
    let html = exported(pack.path(), "leaflets-ours.html");
    assert!(html.contains("@media print {\n.more { color: red }"), "{html}");
    assert!(html.contains("url(\"data:image/svg+xml;base64,") && html.contains("url(\"data:,\")"));
    assert!(html.contains("@media (not (min-width:0)) and (min-width: 1em)") && !html.contains("example.org/a.png"));
    assert_eq!(html.matches("</style").count(), 1);
}

/// Returns the names that a page has, and those that it refers to.
fn names(html: &str) -> Vec<String> {
    let named =
        values(html, &["class", "id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"]);
    let mut names: Vec<String> =
        named.iter().flat_map(|(_, names)| names.split_whitespace().map(str::to_owned)).collect();
    let parts =
        values(html, &["href"]).into_iter().filter_map(|(_, address)| Some(address.strip_prefix('#')?.to_owned()));
    names.extend(parts);
    names
}

#[test]
fn a_fragment_has_names_of_its_own_and_its_styles_reach_nothing_else() {
    let pack = pack();
    let pages = [
        "leaflets/ours",
        "ur/leaflets/keeping-safe",
        "leaflets/keeping-safe/easy-read",
        "forms",
        "wards/beach/charter",
        "measures",
    ];
    let (said, code) = export(pack.path(), &[&pages[..], &["--fragment", "--class-prefix", "trust-"]].concat());
    assert!(code == 0 && said.contains("6 pages written"), "{said}");
    for page in pages {
        let name = page.replace('/', "-");
        let html = exported(pack.path(), &format!("{name}.html"));
        let names = names(&html);
        assert!(names.len() > 10 && names.iter().all(|name| name.starts_with("trust-")), "{name}: {names:?}");
        assert_eq!(dead_references(&html), [""; 0], "{name}");
        let dir = if page.starts_with("ur/") { "lang=\"ur\" dir=\"rtl\"" } else { "lang=\"en\" dir=\"ltr\"" };
        assert!(html.starts_with(&format!("<div class=\"trust-page\" {dir}>")) && html.ends_with("</div>\n"), "{html}");
        for gone in ["<html", "<head", "<body", "<main", "<script", "<style", "<link", "<meta", "<header"] {
            assert!(!html.contains(gone), "{name}: {gone}");
        }
        assert!(html.contains("<h1") && html.contains("id=\"trust-page-help\"") && html.contains("tel:"), "{name}");
        for (element, address) in values(&html, &["src", "srcset"]) {
            assert!(address.starts_with("data:"), "{element} loads {address}");
        }
        let css = exported(pack.path(), &format!("{name}.css"));
        let selectors = selectors(&css);
        let scope = ":is(.trust-page, .trust-page *, #trust-x#trust-x#trust-x)";
        for selector in &selectors {
            let first = selector.split(scope).next().unwrap_or_default();
            let mut deep = 0;
            let outside: String = first
                .chars()
                .filter(|letter| {
                    deep += i32::from(*letter == '(') - i32::from(*letter == ')');
                    deep == 0
                })
                .collect();
            assert!(selector.contains(scope) && !outside.contains([' ', '>', '+', '~']), "{selector}");
            let classes = selector.split('.').skip(1);
            assert!(classes.into_iter().all(|class| class.starts_with("trust-")), "{selector}");
        }
        assert!(selectors.len() > 300 && !css.contains("prefers-color-scheme"), "{}", selectors.len());
    }
}

#[test]
fn the_forms_and_the_prefix_are_told_apart() {
    let pack = pack();
    for wrong in [
        &["leaflets/ours"][..],
        &["--single-file"],
        &["leaflets/ours", "--single-file", "--fragment"],
        &["leaflets/ours", "--fragment", "--class-prefix", "1 a"],
        &["leaflets/ours", "--single-file", "--class-prefix", "trust-"],
        &["leaflets/ours", "--single-file", "--word"],
        &["leaflets/ours", "--fragment", "--word"],
        &["leaflets/ours", "--word", "--class-prefix", "trust-"],
    ] {
        let (said, code) = export(pack.path(), wrong);
        assert!(code == 2 && !pack.path().join("exported").exists(), "{wrong:?}: {said}");
    }
}
