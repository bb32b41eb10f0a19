//! What the words of a Word file look like: a plain typeface, large enough, and colours that can be told from the page.

use super::xml::XmlText;
use crate::direction::Direction;

pub(super) const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const FONT: &str = "Arial";
/// On white 12.8 to 1, and more than 10 to 1 on the grounds of boxes.
const HEADING: &str = "003087";
/// On white 6.2 to 1, and 5.4 to 1 on the grounds of boxes.
const LINK: &str = "005EB8";
const LINE: &str = "425563";

/// How large the words of a page are, in half points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordSizes {
    body: u32,
    /// The title, and headings from the largest.
    headings: [u32; 6],
}

/// The sizes of most pages.
pub(super) const USUAL: WordSizes = WordSizes { body: 24, headings: [48, 36, 30, 26, 24, 24] };
/// The sizes of a page in Easy Read: 16 points, and more.
pub(super) const EASY_READ: WordSizes = WordSizes { body: 32, headings: [60, 44, 38, 34, 32, 32] };

/// The names of headings, from the title down.
pub(super) const HEADINGS: [&str; 6] = ["Title", "Heading1", "Heading2", "Heading3", "Heading4", "Heading5"];

/// Returns the part of the file that says what words look like. `language` is that of the page, as Word calls it.
pub(super) fn styles(sizes: WordSizes, language: &str, direction: Direction) -> String {
    // Letters that join need more room. Heights are in 240ths of a letter's.
    let (line, begins) = match direction {
        Direction::LeftToRight => ("300", "w:left"),
        Direction::RightToLeft => ("360", "w:right"),
    };
    let mut xml = XmlText::file();
    xml.begin("w:styles", &[("xmlns:w", NAMESPACE)]);
    defaults(&mut xml, sizes, language, line);
    begin(&mut xml, "paragraph", "Normal", "Normal", true);
    xml.empty("w:qFormat", &[]);
    xml.end();
    for (at, id) in HEADINGS.iter().enumerate() {
        heading(&mut xml, id, at, sizes.headings[at]);
    }
    of_paragraphs(&mut xml, begins);
    of_words(&mut xml, sizes);
    of_tables(&mut xml);
    xml.finish()
}

fn defaults(xml: &mut XmlText, sizes: WordSizes, language: &str, line: &str) {
    xml.begin("w:docDefaults", &[]);
    xml.begin("w:rPrDefault", &[]);
    xml.begin("w:rPr", &[]);
    xml.empty("w:rFonts", &[("w:ascii", FONT), ("w:eastAsia", FONT), ("w:hAnsi", FONT), ("w:cs", FONT)]);
    size(xml, sizes.body);
    xml.empty("w:lang", &[("w:val", language), ("w:eastAsia", language), ("w:bidi", language)]);
    xml.end();
    xml.end();
    xml.begin("w:pPrDefault", &[]);
    xml.begin("w:pPr", &[]);
    xml.empty("w:spacing", &[("w:after", "160"), ("w:line", line), ("w:lineRule", "auto")]);
    xml.end();
    xml.end();
    xml.end();
}

fn size(xml: &mut XmlText, half_points: u32) {
    xml.value("w:sz", &half_points.to_string());
    xml.value("w:szCs", &half_points.to_string());
}

fn begin(xml: &mut XmlText, kind: &str, id: &str, name: &str, is_default: bool) {
    let all = [("w:type", kind), ("w:styleId", id), ("w:default", "1")];
    xml.begin("w:style", if is_default { &all } else { &all[..2] });
    xml.value("w:name", name);
}

fn heading(xml: &mut XmlText, id: &str, level: usize, half_points: u32) {
    let name = if level == 0 { "Title".to_owned() } else { format!("heading {level}") };
    begin(xml, "paragraph", id, &name, false);
    xml.value("w:basedOn", "Normal");
    xml.value("w:next", "Normal");
    xml.empty("w:qFormat", &[]);
    xml.begin("w:pPr", &[]);
    xml.empty("w:keepNext", &[]);
    xml.empty("w:keepLines", &[]);
    let before = if level == 0 { "0" } else { "320" };
    xml.empty("w:spacing", &[("w:before", before), ("w:after", "120"), ("w:line", "264"), ("w:lineRule", "auto")]);
    if level > 0 {
        xml.value("w:outlineLvl", &(level - 1).to_string());
    }
    xml.end();
    xml.begin("w:rPr", &[]);
    bold(xml);
    xml.value("w:color", HEADING);
    size(xml, half_points);
    xml.end();
    xml.end();
}

fn bold(xml: &mut XmlText) {
    xml.empty("w:b", &[]);
    xml.empty("w:bCs", &[]);
}

/// Writes the styles of paragraphs that aren't headings. `begins` is the side on which lines begin.
fn of_paragraphs(xml: &mut XmlText, begins: &'static str) {
    let mut each = |id: &str, name: &str, paragraph: &dyn Fn(&mut XmlText)| {
        begin(xml, "paragraph", id, name, false);
        xml.value("w:basedOn", "Normal");
        xml.begin("w:pPr", &[]);
        paragraph(xml);
        xml.end();
        xml.end();
    };
    each("ListParagraph", "List Paragraph", &|xml| xml.empty("w:spacing", &[("w:after", "100")]));
    each("Quote", "Quote", &|xml| border(xml, begins, "24"));
    each("Caption", "caption", &|xml| xml.empty("w:keepNext", &[]));
    each("Code", "Code", &|xml| border(xml, begins, "8"));
    each("Answer", "Answer", &|xml| {
        border(xml, "w:bottom", "8");
        xml.empty("w:spacing", &[("w:before", "240"), ("w:after", "0")]);
    });
    each("TableText", "Table Text", &|xml| xml.empty("w:spacing", &[("w:after", "60")]));
    each("Term", "Term", &|xml| {
        xml.empty("w:keepNext", &[]);
        xml.empty("w:spacing", &[("w:after", "40")]);
    });
    each("Footer", "footer", &|xml| xml.empty("w:spacing", &[("w:after", "0")]));
}

fn border(xml: &mut XmlText, side: &'static str, thick: &str) {
    xml.begin("w:pBdr", &[]);
    xml.empty(side, &[("w:val", "single"), ("w:sz", thick), ("w:space", "8"), ("w:color", LINE)]);
    if side == "w:bottom" {
        // Without it, lines to write on that follow each other are one paragraph to Word, with one line.
        xml.empty("w:between", &[("w:val", "single"), ("w:sz", thick), ("w:space", "8"), ("w:color", LINE)]);
    }
    xml.end();
}

/// Writes the styles of words.
fn of_words(xml: &mut XmlText, sizes: WordSizes) {
    begin(xml, "character", "DefaultParagraphFont", "Default Paragraph Font", true);
    xml.end();
    // What is stressed is bold on the site's pages too: slanted letters are hard to read.
    for (id, name) in [("Strong", "Strong"), ("Emphasis", "Emphasis")] {
        begin(xml, "character", id, name, false);
        xml.begin("w:rPr", &[]);
        bold(xml);
        xml.end();
        xml.end();
    }
    begin(xml, "character", "Hyperlink", "Hyperlink", false);
    xml.begin("w:rPr", &[]);
    xml.value("w:color", LINK);
    xml.value("w:u", "single");
    xml.end();
    xml.end();
    begin(xml, "character", "CodeWords", "Code Words", false);
    xml.begin("w:rPr", &[]);
    xml.empty("w:rFonts", &[("w:ascii", "Consolas"), ("w:hAnsi", "Consolas"), ("w:cs", FONT)]);
    size(xml, sizes.body);
    xml.end();
    xml.end();
}

/// Writes the styles of tables and lists.
fn of_tables(xml: &mut XmlText) {
    begin(xml, "table", "TableNormal", "Normal Table", true);
    xml.begin("w:tblPr", &[]);
    margins(xml);
    xml.end();
    xml.end();
    begin(xml, "table", "PageTable", "Page Table", false);
    xml.value("w:basedOn", "TableNormal");
    xml.begin("w:tblPr", &[]);
    xml.begin("w:tblBorders", &[]);
    for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
        xml.empty(side, &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", LINE)]);
    }
    xml.end();
    xml.end();
    xml.begin("w:tblStylePr", &[("w:type", "firstRow")]);
    xml.begin("w:tcPr", &[]);
    xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "E8EDEE")]);
    xml.end();
    xml.end();
    xml.end();
    begin(xml, "numbering", "NoList", "No List", true);
    xml.end();
}

fn margins(xml: &mut XmlText) {
    xml.begin("w:tblCellMar", &[]);
    for (side, width) in [("w:top", "60"), ("w:left", "108"), ("w:bottom", "60"), ("w:right", "108")] {
        xml.empty(side, &[("w:w", width), ("w:type", "dxa")]);
    }
    xml.end();
}
