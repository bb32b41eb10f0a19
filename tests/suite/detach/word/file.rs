//! A Word file, read as its XML says.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use roxmltree::{Document, Node};
use zip::ZipArchive;

/// The parts of a Word file by their paths.
pub struct WordParts(BTreeMap<String, Vec<u8>>);

/// A paragraph as it is shown.
#[derive(Debug)]
pub struct ReadParagraph {
    pub style: String,
    pub words: String,
    /// The sign before it, after two spaces for each list around its own.
    pub item: Option<String>,
    pub is_boxed: bool,
    pub is_right_to_left: bool,
}

#[derive(Debug)]
pub struct ReadRun {
    pub words: String,
    pub language: String,
    pub is_right_to_left: bool,
}

impl WordParts {
    pub fn of(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for number in 0..archive.len() {
            let mut file = archive.by_index(number).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            parts.insert(file.name().unwrap().into_owned(), bytes);
        }
        WordParts(parts)
    }

    pub fn text(&self, path: &str) -> &str {
        str::from_utf8(&self.0[path]).unwrap()
    }

    /// Returns all words, with the names of tables.
    pub fn words(&self) -> String {
        let document = Document::parse(self.text("word/document.xml")).unwrap();
        let mut words = String::new();
        for node in document.descendants() {
            match node.tag_name().name() {
                "t" => words.push_str(node.text().unwrap_or_default()),
                "tblCaption" => words.push_str(value(node)),
                _ => {}
            }
        }
        words
    }

    pub fn paragraphs(&self) -> Vec<ReadParagraph> {
        let document = Document::parse(self.text("word/document.xml")).unwrap();
        let numbering = Document::parse(self.text("word/numbering.xml")).unwrap();
        let mut counted: BTreeMap<&str, u32> = BTreeMap::new();
        let mut read = Vec::new();
        for paragraph in document.descendants().filter(|node| node.has_tag_name((W, "p"))) {
            let has = |name: &str| paragraph.descendants().any(|node| node.has_tag_name((W, name)));
            let of = |name: &str| paragraph.descendants().find(|node| node.has_tag_name((W, name))).map(value);
            let item = of("numId").map(|list| {
                let level = of("ilvl").unwrap();
                let (start, sign) = sign(&numbering, list, level);
                let count = counted.entry(list).and_modify(|count| *count += 1).or_insert(start);
                let deep: usize = level.parse().unwrap();
                format!("{}{}", "  ".repeat(deep), sign.replace(&format!("%{}", deep + 1), &count.to_string()))
            });
            read.push(ReadParagraph {
                style: of("pStyle").unwrap_or_default().to_owned(),
                words: words_of(paragraph),
                item,
                is_boxed: has("pBdr") && has("shd"),
                is_right_to_left: has("bidi"),
            });
        }
        read
    }

    /// Returns the rows of tables, those that head one with a sign before.
    pub fn rows(&self) -> Vec<String> {
        let document = Document::parse(self.text("word/document.xml")).unwrap();
        let rows = document.descendants().filter(|node| node.has_tag_name((W, "tr")));
        let each = |row: Node<'_, '_>| {
            let cells: Vec<String> = row.children().filter(|node| node.has_tag_name((W, "tc"))).map(words_of).collect();
            let is_head = row.descendants().any(|node| node.has_tag_name((W, "tblHeader")));
            format!("{}{}", if is_head { "# " } else { "" }, cells.join(" | "))
        };
        rows.map(each).collect()
    }

    /// Returns the words of links, each with the address it leads to, or with the words of the paragraph.
    pub fn links(&self) -> Vec<(String, String)> {
        let document = Document::parse(self.text("word/document.xml")).unwrap();
        let relations = Document::parse(self.text("word/_rels/document.xml.rels")).unwrap();
        let mut links = Vec::new();
        for link in document.descendants().filter(|node| node.has_tag_name((W, "hyperlink"))) {
            let to = match link.attribute((W, "anchor")) {
                Some(name) => {
                    let is_it = |node: &Node<'_, '_>| node.attribute((W, "name")) == Some(name);
                    let part = document.descendants().find(is_it).unwrap().parent().unwrap();
                    format!("# {}", words_of(part))
                }
                None => {
                    let id = link.attribute((R, "id")).unwrap();
                    let is_it = |node: &Node<'_, '_>| node.attribute("Id") == Some(id);
                    relations.descendants().find(is_it).unwrap().attribute("Target").unwrap().to_owned()
                }
            };
            links.push((words_of(link).replace(['\u{202a}', '\u{202c}'], ""), to));
        }
        links
    }

    /// Returns the words for those who don't see pictures, or that these need none, and the kinds of their files.
    pub fn pictures(&self) -> Vec<String> {
        let document = Document::parse(self.text("word/document.xml")).unwrap();
        let relations = Document::parse(self.text("word/_rels/document.xml.rels")).unwrap();
        let mut pictures = Vec::new();
        for picture in document.descendants().filter(|node| node.has_tag_name((W, "drawing"))) {
            let of = |name: &'static str| picture.descendants().filter(move |node| node.tag_name().name() == name);
            let words = of("docPr").next().unwrap().attribute("descr").unwrap();
            let words =
                if of("decorative").any(|node| node.attribute("val") == Some("1")) { "decorative" } else { words };
            let kinds = of("svgBlip").chain(of("blip")).map(|node| {
                let id = node.attribute((R, "embed")).unwrap();
                let is_it = |node: &Node<'_, '_>| node.attribute("Id") == Some(id);
                let target = relations.descendants().find(is_it).unwrap().attribute("Target").unwrap().to_owned();
                assert!(self.0.contains_key(&format!("word/{target}")), "{target}");
                target.rsplit('.').next().unwrap().to_owned()
            });
            pictures.push(std::iter::once(words.to_owned()).chain(kinds).collect::<Vec<_>>().join(" "));
        }
        pictures
    }

    pub fn runs(&self) -> Vec<ReadRun> {
        let document = Document::parse(self.text("word/document.xml")).unwrap();
        let runs = document.descendants().filter(|node| node.has_tag_name((W, "r")));
        let each = |run: Node<'_, '_>| {
            let of = |name: &str| run.descendants().find(|node| node.has_tag_name((W, name)));
            ReadRun {
                words: words_of(run),
                language: of("lang").map(value).unwrap_or_default().to_owned(),
                is_right_to_left: of("rtl").is_some(),
            }
        };
        runs.map(each).collect()
    }

    /// Returns what Word would take the file for broken over.
    pub fn mistakes(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for (path, bytes) in self.0.iter().filter(|(path, _)| path.ends_with(".xml") || path.ends_with(".rels")) {
            let parsed = Document::parse(str::from_utf8(bytes).unwrap());
            wrong.extend(parsed.err().map(|error| format!("{path}: {error}")));
        }
        let document = Document::parse(self.text("word/document.xml")).unwrap();
        let known = |path: &str, attribute: (&str, &str)| -> BTreeSet<String> {
            let part = Document::parse(self.text(path)).unwrap();
            let of = |node: Node<'_, '_>| {
                node.attributes().find(|one| one.name() == attribute.1).map(|one| one.value().to_owned())
            };
            part.descendants().filter(|node| node.tag_name().name() == attribute.0).filter_map(of).collect()
        };
        let styles = known("word/styles.xml", ("style", "styleId"));
        let lists = known("word/numbering.xml", ("num", "numId"));
        let relations = known("word/_rels/document.xml.rels", ("Relationship", "Id"));
        let mut ids = BTreeSet::new();
        for node in document.descendants().filter(Node::is_element) {
            let name = node.tag_name().name();
            let is_right = match name {
                "pStyle" | "rStyle" | "tblStyle" => styles.contains(value(node)),
                "numId" => lists.contains(value(node)),
                "docPr" => ids.insert(node.attribute("id").unwrap().to_owned()),
                "bookmarkStart" => ids.insert(node.attribute((W, "name")).unwrap().to_owned()),
                // Cells and the document end with a paragraph, and tables don't touch.
                "tc" => node.last_element_child().is_some_and(|last| last.has_tag_name((W, "p"))),
                "tbl" => !node.next_sibling_element().is_some_and(|next| next.has_tag_name((W, "tbl"))),
                "sectPr" => node.prev_sibling_element().is_some_and(|last| last.has_tag_name((W, "p"))),
                "tr" => node.children().any(|cell| cell.has_tag_name((W, "tc"))),
                "pPr" => in_order(node, &OF_PARAGRAPHS),
                "rPr" => in_order(node, &OF_RUNS),
                "tblPr" => in_order(node, &OF_TABLES),
                _ => node
                    .attributes()
                    .filter(|one| one.namespace() == Some(R))
                    .all(|one| relations.contains(one.value())),
            };
            if !is_right {
                wrong.push(format!("{name}: {:?}", words_of(node)));
            }
        }
        wrong
    }
}

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// In which order the schema wants what paragraphs, runs and tables look like (ECMA-376, 17.3.1.26, 17.3.2.28 and 17.4.59).
const OF_PARAGRAPHS: [&str; 8] = ["pStyle", "keepNext", "numPr", "pBdr", "shd", "bidi", "spacing", "ind"];
const OF_RUNS: [&str; 8] = ["rStyle", "b", "bCs", "strike", "u", "vertAlign", "rtl", "lang"];
const OF_TABLES: [&str; 7] = ["tblStyle", "bidiVisual", "tblW", "tblInd", "tblLayout", "tblLook", "tblCaption"];

fn in_order(node: Node<'_, '_>, order: &[&str]) -> bool {
    let places = node.children().map(|child| order.iter().position(|name| *name == child.tag_name().name()));
    let places: Vec<Option<usize>> = places.collect();
    places.iter().all(Option::is_some) && places.is_sorted()
}

fn value<'a>(node: Node<'a, '_>) -> &'a str {
    node.attribute((W, "val")).unwrap_or_default()
}

fn words_of(node: Node<'_, '_>) -> String {
    node.descendants().filter(|inside| inside.has_tag_name((W, "t"))).filter_map(|inside| inside.text()).collect()
}

/// Returns where the items of a list begin to count, and the sign before them.
fn sign(numbering: &Document<'_>, list: &str, level: &str) -> (u32, String) {
    let find = |name: &str, attribute: &str, wanted: &str| {
        let is_it =
            |node: &Node<'_, '_>| node.has_tag_name((W, name)) && node.attribute((W, attribute)) == Some(wanted);
        numbering.descendants().find(is_it).unwrap()
    };
    let kind = value(find("num", "numId", list).first_element_child().unwrap());
    let levels = find("abstractNum", "abstractNumId", kind);
    let is_it = |node: &Node<'_, '_>| node.attribute((W, "ilvl")) == Some(level);
    let level = levels.children().find(is_it).unwrap();
    let of = |name: &str| value(level.children().find(|node| node.has_tag_name((W, name))).unwrap());
    (of("start").parse().unwrap(), of("lvlText").to_owned())
}
