//! Bytes as one file of a pack: settings, a page, a list.

use std::io::{Cursor, Write};
use std::sync::Arc;

use wardpack::parse::{self, Document, Parsed, markdown};
use wardpack::problem::{Place, Problem};
use wardpack::read::{FileText, SourceFile, sheet};
use wardpack::span::{FileId, Span};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{are_there, says_the_same};

/// Reads bytes as a file of settings, which keeps its words.
pub fn yaml(bytes: &[u8]) {
    parsed("wards/beach.yaml", bytes);
    super::words::settings(bytes);
}

/// Reads bytes as a text with settings above it, and as a text alone, with its passages and placeholders. Further down in a file it is
/// the same text.
pub fn page(bytes: &[u8]) {
    parsed("leaflets/garden.md", bytes);
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (prose, problems) = prose(text, 0);
    for problem in &problems {
        are_there(problem, text);
    }
    let (again, _) = self::prose(text, 0);
    says_the_same(&prose, &again);
    let above = "---\ntitle: é\n---\n";
    let (_, moved) = self::prose(&format!("{above}{text}"), above.len());
    assert_eq!(places(&problems, above.len()), places(&moved, 0));
}

/// Reads the text that begins at `start` of a file as Markdown.
fn prose(file: &str, start: usize) -> (wardpack::text::prose::Prose, Vec<Problem>) {
    let mut problems = Vec::new();
    let prose = markdown::prose(&file[start..], Span::new(FileId(0), start, file.len()), file, &mut problems);
    (prose, problems)
}

/// Returns what is told and where, `moved` bytes further down.
fn places(problems: &[Problem], moved: usize) -> Vec<(&'static str, usize, usize)> {
    let place = |problem: &Problem| match problem.place {
        Place::At(span) => (problem.code.id, span.start as usize + moved, span.end as usize + moved),
        Place::Path(_) => (problem.code.id, 0, 0),
    };
    problems.iter().map(place).collect()
}

/// Reads bytes as a list: as each kind of CSV file, as a workbook, and as the sheet and the shared words inside one.
pub fn list(bytes: &[u8]) {
    for path in ["wards.csv", "measures/one.csv", "forms/one.csv", "wards.xlsx"] {
        rows(path, bytes);
    }
    rows("wards.xlsx", &workbook(bytes));
}

fn rows(path: &str, bytes: &[u8]) {
    let (file, parsed) = parsed(path, bytes);
    let Document::List(list) = parsed.document else { return };
    let widths: Vec<usize> = list.rows.iter().map(|row| row.cells.len()).collect();
    assert!(widths.windows(2).all(|two| two[0] == two[1]), "rows of one list have equally many cells: {widths:?}");
    for cell in list.rows.iter().flat_map(|row| &row.cells) {
        assert!(file.text.shown().get(cell.span.range()).is_some(), "no cell at {:?}", cell.span);
        if let Some(sheet) = file.text.sheet() {
            assert!(sheet.cell_at(cell.span.start as usize).contains("row "));
        }
    }
}

/// Returns a workbook of which the sheet is what stands before the first zero byte, and the shared words what stands after it.
fn workbook(bytes: &[u8]) -> Vec<u8> {
    let (sheet, words) = bytes.split_at(bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len()));
    let parts = [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", words.get(1..).unwrap_or_default()),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in parts {
        zip.start_file(name, stored).unwrap();
        zip.write_all(part).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Wards" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;

/// Parses bytes as the file that `path` says, twice.
fn parsed(path: &str, bytes: &[u8]) -> (SourceFile, Parsed) {
    let is_sheet = sheet::is_sheet(path);
    let text = if is_sheet { FileText::of_list(path, bytes) } else { FileText::decode(bytes) };
    let file = SourceFile {
        path: path.to_owned(),
        shown: format!("content/{path}"),
        inherited: false,
        bytes: Arc::from(bytes),
        text: Arc::new(text),
        fingerprint: 0,
    };
    let parsed = parse::parse_file(FileId(0), &file);
    parsed.problems.iter().for_each(|problem| are_there(problem, file.text.shown()));
    says_the_same(&parsed, &parse::parse_file(FileId(0), &file));
    (file, parsed)
}
