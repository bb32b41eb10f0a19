//! A file to download: a PDF, a document of Word or Excel, captions of a film. What it is comes from its bytes; its name says what people
//! are told that it is, so the two have to agree.

use crate::problem::Problem;
use crate::problem::catalogue::downloads;
use crate::read::extension;

/// The endings that are taken, and what people call such a file.
const KINDS: [(&str, &str); 16] = [
    ("pdf", "PDF"),
    ("docx", "Word"),
    ("doc", "Word"),
    ("odt", "OpenDocument text"),
    ("xlsx", "Excel"),
    ("xls", "Excel"),
    ("ods", "OpenDocument spreadsheet"),
    ("csv", "CSV"),
    ("pptx", "PowerPoint"),
    ("ppt", "PowerPoint"),
    ("odp", "OpenDocument presentation"),
    ("vtt", "VTT"),
    ("srt", "SRT"),
    ("mp3", "MP3"),
    ("mp4", "MP4"),
    ("zip", "zip"),
];

/// Tells whether a file with this name can be downloaded from a site.
pub fn is_taken(path: &str) -> bool {
    kind(path).is_some()
}

/// Returns what people call the kind of a file, by the end of its name.
pub fn kind(path: &str) -> Option<&'static str> {
    let ending = extension(path);
    KINDS.iter().find(|(known, _)| *known == ending).map(|(_, name)| *name)
}

/// Returns a size as NHS style writes it: whole kB, or MB with two decimals.
pub fn size(bytes: usize) -> String {
    let kilobytes = bytes.div_ceil(1_000).max(1);
    if kilobytes < 1_000 {
        format!("{kilobytes}KB")
    } else {
        format!("{}.{:02}MB", kilobytes / 1_000, kilobytes % 1_000 / 10)
    }
}

/// Returns the problem of a file that isn't what its name says, or holds nothing.
pub fn mistake(path: &str, shown: &str, bytes: &[u8]) -> Option<Problem> {
    let ending = extension(path);
    if bytes.is_empty() {
        return Some(downloads::empty(shown));
    }
    let is_it = match ending.as_str() {
        "pdf" => bytes.starts_with(b"%PDF-"),
        "docx" => has_part(bytes, b"word/document"),
        "xlsx" => has_part(bytes, b"xl/workbook"),
        "pptx" => has_part(bytes, b"ppt/presentation"),
        "odt" => has_part(bytes, b"opendocument.text"),
        "ods" => has_part(bytes, b"opendocument.spreadsheet"),
        "odp" => has_part(bytes, b"opendocument.presentation"),
        "doc" | "xls" | "ppt" => bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        "vtt" => bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).starts_with(b"WEBVTT"),
        "mp3" => found(bytes).is_some_and(|(mime, _)| mime == "audio/mpeg"),
        "mp4" => found(bytes).is_some_and(|(mime, _)| mime == "video/mp4" || mime == "video/x-m4v"),
        "zip" => bytes.starts_with(b"PK"),
        _ => found(bytes).is_none() && !bytes.contains(&0),
    };
    (!is_it).then(|| downloads::something_else(shown, kind(path).unwrap_or_default(), called(bytes)))
}

/// The documents of Office are packed folders; which one they are, the names in them say.
fn has_part(bytes: &[u8], name: &[u8]) -> bool {
    bytes.starts_with(b"PK") && bytes.windows(name.len()).any(|part| part == name)
}

fn found(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    infer::get(bytes).map(|found| (found.mime_type(), found.extension()))
}

/// Returns what a file is called by its bytes.
fn called(bytes: &[u8]) -> Option<&'static str> {
    let office = [("word/document", "Word"), ("xl/workbook", "Excel"), ("ppt/presentation", "PowerPoint")];
    let office = office.iter().find(|(part, _)| has_part(bytes, part.as_bytes())).map(|(_, name)| *name);
    office.or_else(|| match found(bytes)? {
        (_, "html") => Some("a web page"),
        ("application/zip", _) => Some("zip"),
        (_, ending) => kind(&format!("x.{ending}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_written_in_the_style_of_the_nhs() {
        let all = [(1, "1KB"), (545_000, "545KB"), (999_001, "1.00MB"), (2_345_678, "2.34MB")];
        for (bytes, words) in all {
            assert_eq!(size(bytes), words);
        }
    }

    #[test]
    fn a_file_is_what_its_bytes_are() {
        let told = |path: &str, bytes: &[u8]| mistake(path, path, bytes).map(|problem| problem.message);
        assert_eq!(told("files/a.pdf", b"%PDF-1.7"), None);
        assert_eq!(told("files/a.vtt", b"\xEF\xBB\xBFWEBVTT\n"), None);
        assert_eq!(told("files/a.csv", "a,b\né,1\n".as_bytes()), None);
        assert_eq!(told("files/a.docx", b"PK\x03\x04..word/document.xml"), None);
        assert_eq!(told("files/a.pdf", b""), Some("files/a.pdf is empty".to_owned()));
        let word = told("files/a.pdf", b"PK\x03\x04..word/document.xml");
        assert_eq!(word, Some("files/a.pdf is no PDF, whatever its name says: it is Word".to_owned()));
        let page = told("files/a.docx", b"<!doctype html><p>404");
        assert_eq!(page, Some("files/a.docx is no Word file, whatever its name says: it is a web page".to_owned()));
        assert_eq!(told("files/a.csv", b"a\0b"), Some("files/a.csv is no CSV file, whatever its name says".to_owned()));
    }
}
