//! Pages as Word files: what is to be read on a page is all there, and is to Word what it is on the page.

mod file;
mod words;

use std::fs;
use std::path::Path;

use super::{export, pack};
use crate::support::{self, small_pack, wardpack, write};
use file::WordParts;
use words::{letters, words_of};

/// A picture of one point.
const PNG: &[u8] =
    b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\
    \x00\x00\x3a\x7e\x9b\x55\x00\x00\x00\x0a\x49\x44\x41\x54\x78\x9c\x63\xf8\x0f\x00\x01\x01\x01\x00\xb1\x38\xf6\
    \x14\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

const LEAFLET: &str = "---\ntitle: \"Tea & <cake>\"\nsummary: A leaflet.\naudience: [patients]\n---\n\
    First words.\n\n## One\n\n- a\n- b\n  - deeper\n    1. deepest\n- c\n\n1. first\n2. second\n\nBetween.\n\n1. again\n2. and again\n\nAnd then:\n\n\
    7. later\n\n### Two\n\n| Day | What |\n|---|---|\n| Monday | **Tea** |\n| Friday | Cake |\n\n> Said by somebody.\n\n\
    See [visiting](visiting.md), [a part](#one), [the regulator](https://www.cqc.org.uk/a?b=c&d=é) and call 999.\\\nA new line with *stress* & signs.\n\n\
    [[lang/cy|Croeso]] and [[lang/ur|خوش آمدید]].\n\n![A shield](../images/easy-read/safe.svg)\n\n![A dot](../images/dot.png)\n";

fn word(page: &str) -> (tempfile::TempDir, WordParts, String) {
    let pack = pack();
    write(pack.path(), "content/leaflets/ours.md", LEAFLET.as_bytes());
    write(pack.path(), "content/images/dot.png", PNG);
    let (said, code) = export(pack.path(), &[page, "--word"]);
    assert_eq!(code, 0, "{said}");
    let name = page.replace('/', "-");
    let parts = WordParts::of(&fs::read(pack.path().join(format!("exported/{name}.docx"))).unwrap());
    (pack, parts, said)
}

#[test]
fn headings_lists_and_tables_are_what_they_are() {
    let (_pack, parts, _) = word("leaflets/ours");
    let paragraphs = parts.paragraphs();
    let of_style = |style: &str| -> Vec<&str> {
        paragraphs.iter().filter(|paragraph| paragraph.style == style).map(|paragraph| &*paragraph.words).collect()
    };
    assert_eq!(of_style("Title"), ["Tea & <cake>"]);
    assert_eq!(of_style("Heading1"), ["One", "If you need help", "About this page"]);
    assert_eq!(of_style("Heading2"), ["Two"]);
    assert_eq!(of_style("Quote"), ["Said by somebody."]);
    let items: Vec<(&str, String)> =
        paragraphs.iter().filter_map(|paragraph| Some((&*paragraph.words, paragraph.item.clone()?))).collect();
    let shown = items.iter().map(|(words, sign)| format!("{sign} {words}")).collect::<Vec<_>>();
    assert_eq!(
        shown,
        [
            "• a",
            "• b",
            "  – deeper",
            "    1. deepest",
            "• c",
            "1. first",
            "2. second",
            "1. again",
            "2. and again",
            "7. later"
        ]
    );
    assert_eq!(parts.rows(), ["# Day | What", "Monday | Tea", "Friday | Cake"]);
    let help = paragraphs.iter().filter(|paragraph| paragraph.is_boxed).map(|paragraph| &*paragraph.words);
    assert!(help.into_iter().any(|words| words == "Phone: 999"));
}

#[test]
fn links_lead_where_they_can() {
    let (pack, parts, said) = word("leaflets/ours");
    assert!(
        said.contains("links to other pages are words now") || said.contains("link to another page is words now"),
        "{said}"
    );
    let links = parts.links();
    for link in [("the regulator", "https://www.cqc.org.uk/a?b=c&d=%C3%A9"), ("999", "tel:999"), ("a part", "# One")] {
        assert!(links.iter().any(|(words, to)| (&**words, &**to) == link), "{link:?}: {links:?}");
    }
    assert!(links.iter().all(|(words, _)| words != "visiting"), "{links:?}");
    let settings = "title: Test pack\nextends: built-in\nweb_address: https://safety.example.org/\npublisher: {name: Test trust}\n";
    write(pack.path(), "content/pack.yaml", settings.as_bytes());
    let (said, code) = export(pack.path(), &["leaflets/ours", "--word", "--replace"]);
    assert!(code == 0 && !said.contains("words now"), "{said}");
    let parts = WordParts::of(&fs::read(pack.path().join("exported/leaflets-ours.docx")).unwrap());
    let visiting = ("visiting".to_owned(), "https://safety.example.org/leaflets/visiting/".to_owned());
    assert!(parts.links().contains(&visiting), "{:?}", parts.links());
    let facts = parts.text("docProps/core.xml");
    assert!(
        facts.contains("<dc:title>Tea &amp; &lt;cake&gt;</dc:title><dc:creator>Test trust</dc:creator>"),
        "{facts}"
    );
    assert!(parts.text("word/footer.xml").contains("Tea &amp; &lt;cake&gt; · "), "the foot says the version");
}

#[test]
fn pictures_have_their_words_or_say_that_they_need_none() {
    let (_pack, parts, said) = word("leaflets/ours");
    assert_eq!(parts.pictures(), ["A shield svg png", "A dot png"]);
    assert!(!said.contains("left out"), "{said}");
    assert!(parts.text("word/media/picture2.svg").contains("<svg"));
    let (pack, ..) = word("leaflets/ours");
    let webp = [&b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0"[..]].concat();
    write(pack.path(), "content/images/sea.webp", &webp);
    let leaflet = b"---\ntitle: Our leaflet\nsummary: S.\n---\n![The sea](../images/sea.webp)\n";
    write(pack.path(), "content/leaflets/ours.md", leaflet);
    let (said, code) = export(pack.path(), &["leaflets/ours", "--word", "--replace"]);
    assert!(code == 0 && said.contains("1 picture is left out"), "{said}");
    let parts = WordParts::of(&fs::read(pack.path().join("exported/leaflets-ours.docx")).unwrap());
    assert!(parts.paragraphs().iter().any(|paragraph| paragraph.words == "The sea"));
}

#[test]
fn words_have_their_language_and_their_direction() {
    let (_pack, parts, _) = word("leaflets/ours");
    let said = |parts: &WordParts, words: &str| parts.runs().into_iter().find(|run| run.words == words).unwrap();
    assert!(parts.text("word/styles.xml").contains("<w:lang w:val=\"en-GB\""));
    assert_eq!((said(&parts, "Croeso").language, said(&parts, "Croeso").is_right_to_left), ("cy-GB".to_owned(), false));
    let urdu = said(&parts, "خوش آمدید");
    assert_eq!((urdu.language, urdu.is_right_to_left), ("ur-PK".to_owned(), true));
    assert!(parts.paragraphs().iter().all(|paragraph| !paragraph.is_right_to_left));
    let (_pack, parts, _) = word("ur/leaflets/keeping-safe");
    assert!(parts.text("word/styles.xml").contains("<w:lang w:val=\"ur-PK\""));
    let paragraphs = parts.paragraphs();
    let turned = paragraphs.iter().filter(|paragraph| paragraph.is_right_to_left).count();
    assert!(turned > 30 && turned + 10 > paragraphs.len(), "{turned} of {}", paragraphs.len());
    assert!(!said(&parts, "0808 500 2222").is_right_to_left);
    assert!(parts.text("docProps/core.xml").contains("<dc:language>ur-PK<"));
    let (_pack, parts, _) = word("ur/leaflets/keeping-safe/easy-read");
    assert!(parts.text("word/document.xml").contains("<w:bidiVisual/>"), "the picture stands on the right");
}

#[test]
fn easy_read_is_large_and_no_row_is_split() {
    let (_pack, parts, _) = word("leaflets/keeping-safe/easy-read");
    assert!(parts.text("word/styles.xml").contains("<w:sz w:val=\"32\"/>"));
    let document = parts.text("word/document.xml");
    let rows = document.matches("<w:tr>").count();
    assert!(rows > 20 && document.matches("<w:cantSplit/>").count() == rows && !document.contains("w:tblHeader"));
    let pictures = parts.pictures();
    assert!(pictures.len() == rows && pictures.iter().all(|picture| picture == "decorative svg png"), "{pictures:?}");
}

#[test]
fn the_same_page_is_the_same_file() {
    let (pack, ..) = word("leaflets/ours");
    let first = fs::read(pack.path().join("exported/leaflets-ours.docx")).unwrap();
    fs::remove_dir_all(pack.path().join("exported")).unwrap();
    assert_eq!(export(pack.path(), &["leaflets/ours", "--word", "--jobs", "1"]).1, 0);
    assert_eq!(fs::read(pack.path().join("exported/leaflets-ours.docx")).unwrap(), first);
}

/// Compares the words of every page of a site with those of its Word file.
fn compare(folder: &Path, least: usize) {
    let (said, code) = wardpack(folder, &["build", "--as-of", "2026-11-26", "--output", "site"]);
    assert_eq!(code, 0, "{said}");
    let site = folder.join("site");
    let mut pages: Vec<String> = Vec::new();
    for (address, bytes) in support::files(&site) {
        let html = String::from_utf8_lossy(&bytes);
        let is_page =
            address.ends_with("/index.html") && html.contains("<main") && !html.contains("http-equiv=refresh");
        if is_page && !address.ends_with("blank/index.html") {
            pages.push(address.trim_end_matches("/index.html").to_owned());
        }
    }
    assert!(pages.len() >= least, "{}", pages.len());
    let addresses: Vec<&str> = pages.iter().map(String::as_str).collect();
    let (said, code) = export(folder, &[&addresses[..], &["--word"]].concat());
    assert_eq!(code, 0, "{said}");
    for page in pages {
        let html = fs::read_to_string(site.join(&page).join("index.html")).unwrap();
        let file = fs::read(folder.join(format!("exported/{}.docx", page.replace('/', "-")))).unwrap();
        let parts = WordParts::of(&file);
        assert_eq!(letters(&parts.words()), letters(&words_of(&html)), "{page}");
        assert_eq!(parts.mistakes(), [""; 0], "{page}");
    }
}

#[test]
fn no_word_of_any_page_is_lost() {
    let pack = small_pack();
    let settings =
        "title: Test pack\nextends: built-in\nlanguages: [en, ur]\nweb_address: https://safety.example.org/\n";
    write(pack.path(), "content/pack.yaml", settings.as_bytes());
    compare(pack.path(), 150);
    let sink = tempfile::tempdir().unwrap();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/kitchen-sink/content");
    let copied = sink.path().join("content");
    for (name, bytes) in support::files(&content) {
        write(&copied, &name, &bytes);
    }
    let settings = fs::read_to_string(copied.join("pack.yaml")).unwrap();
    if !settings.contains("web_address") {
        write(&copied, "pack.yaml", format!("{settings}\nweb_address: https://safety.example.org/\n").as_bytes());
    }
    compare(sink.path(), 100);
}
