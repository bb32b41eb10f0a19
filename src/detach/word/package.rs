//! The parts of a Word file, put into one. The same parts give the same bytes on every day.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::styles::NAMESPACE;
use super::xml::XmlText;
use crate::direction::Direction;
use crate::pipeline::PageFacts;

const OF_DOCUMENTS: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// Returns parts as one file.
pub(super) fn packed(parts: Vec<(String, Vec<u8>)>) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in parts {
        writer.start_file(path, options)?;
        writer.write_all(&bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// Returns what kind of thing each part is.
pub(super) fn content_types() -> String {
    let mut xml = XmlText::file();
    xml.begin("Types", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")]);
    for (ending, kind) in [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("gif", "image/gif"),
        ("jpeg", "image/jpeg"),
        ("png", "image/png"),
        ("svg", "image/svg+xml"),
    ] {
        xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
    }
    for (part, kind) in [
        ("document", "document.main+xml"),
        ("styles", "styles+xml"),
        ("numbering", "numbering+xml"),
        ("settings", "settings+xml"),
        ("footer", "footer+xml"),
    ] {
        let (name, kind) = (format!("/word/{part}.xml"), format!("{OF_DOCUMENTS}{kind}"));
        xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
    }
    let facts = "application/vnd.openxmlformats-package.core-properties+xml";
    xml.empty("Override", &[("PartName", "/docProps/core.xml"), ("ContentType", facts)]);
    xml.finish()
}

/// Returns what is known of the file: its title, who publishes it and its language.
pub(super) fn facts(page: &PageFacts, language: &str) -> String {
    let mut xml = XmlText::file();
    let namespaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    xml.begin("cp:coreProperties", &namespaces);
    let mut each = |name: &'static str, words: &str| {
        xml.begin(name, &[]);
        xml.words(words);
        xml.end();
    };
    each("dc:title", &page.title);
    if let Some(publisher) = &page.publisher {
        each("dc:creator", publisher);
    }
    each("dc:language", language);
    xml.finish()
}

/// Returns how Word is to treat the file: as one of its present kind.
pub(super) fn settings(language: &str) -> String {
    let mut xml = XmlText::file();
    xml.begin("w:settings", &[("xmlns:w", NAMESPACE)]);
    xml.begin("w:compat", &[]);
    let kind = "http://schemas.microsoft.com/office/word";
    xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", kind), ("w:val", "15")]);
    xml.end();
    xml.empty("w:themeFontLang", &[("w:val", language), ("w:eastAsia", language), ("w:bidi", language)]);
    xml.finish()
}

/// Returns the foot of every page: the title with the version, and the number of the page, of how many.
pub(super) fn footer(page: &PageFacts, direction: Direction) -> String {
    let mut xml = XmlText::file();
    xml.begin("w:ftr", &[("xmlns:w", NAMESPACE)]);
    let title = std::iter::once(page.title.as_str()).chain(page.version.as_deref());
    footer_line(&mut xml, direction, &|xml| said(xml, &title.clone().collect::<Vec<_>>().join(" · "), direction));
    footer_line(&mut xml, direction, &|xml| {
        field(xml, " PAGE ");
        // From right to left, two numbers with a stroke between them can be read either way.
        if direction == Direction::LeftToRight {
            said(xml, " / ", direction);
            field(xml, " NUMPAGES ");
        }
    });
    xml.finish()
}

fn footer_line(xml: &mut XmlText, direction: Direction, inside: &dyn Fn(&mut XmlText)) {
    xml.begin("w:p", &[]);
    xml.begin("w:pPr", &[]);
    xml.value("w:pStyle", "Footer");
    if direction == Direction::RightToLeft {
        xml.empty("w:bidi", &[]);
    }
    xml.end();
    inside(xml);
    xml.end();
}

fn said(xml: &mut XmlText, words: &str, direction: Direction) {
    xml.begin("w:r", &[]);
    if direction == Direction::RightToLeft {
        xml.begin("w:rPr", &[]);
        xml.empty("w:rtl", &[]);
        xml.end();
    }
    xml.begin("w:t", &[("xml:space", "preserve")]);
    xml.words(words);
    xml.end();
    xml.end();
}

fn field(xml: &mut XmlText, instruction: &str) {
    xml.begin("w:fldSimple", &[("w:instr", instruction)]);
    xml.begin("w:r", &[]);
    xml.begin("w:t", &[]);
    xml.words("1");
    xml.end();
    xml.end();
    xml.end();
}
