//! What a file is by its bytes, where it is no text of a pack whatever its name says.

/// How far into a file its first words are looked for.
const FIRST: usize = 200;
/// What files of one kind begin with.
const BEGINNINGS: [(&[u8], &str); 13] = [
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a document in Rich Text Format (RTF)"),
    (b"\xD0\xCF\x11\xE0", "a document of an old version of Word, Excel or PowerPoint"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"bplist", "a file of a program on a Mac"),
    (b"\x1F\x8B", "a packed file"),
    (b"7z\xBC\xAF", "a packed folder"),
    (b"Rar!", "a packed folder"),
    (b"MIME-Version:", "an email, or a web page that was saved with all its parts"),
    (b"<?xml", "a file in XML"),
];
/// What the parts of a packed document are called.
const PARTS: [(&[u8], &str); 6] = [
    (b"word/", "a document of Word"),
    (b"xl/", "a workbook of Excel"),
    (b"ppt/", "a presentation of PowerPoint"),
    (b"opendocument.text", "a document of LibreOffice"),
    (b"opendocument", "a document of LibreOffice"),
    (b"Index/", "a document of a program on a Mac"),
];

/// Returns what a file is called that isn't text; nothing where it may be.
pub fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.starts_with(b"PK\x03\x04") {
        let holds = |part: &[u8]| bytes.windows(part.len()).any(|found| found == part);
        return Some(PARTS.iter().find(|(part, _)| holds(part)).map_or("a packed folder", |(_, what)| *what));
    }
    let begins = bytes.trim_ascii_start();
    let first = String::from_utf8_lossy(&begins[..begins.len().min(FIRST)]).to_ascii_lowercase();
    let is_page = ["<!doctype html", "<html"].iter().any(|tag| first.starts_with(tag));
    let known = BEGINNINGS.iter().find(|(beginning, _)| begins.starts_with(beginning)).map(|(_, what)| *what);
    known.or_else(|| is_page.then_some("a web page"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_how_they_begin() {
        for (bytes, what) in [
            (&b"PK\x03\x04....word/document.xml"[..], Some("a document of Word")),
            (b"PK\x03\x04....", Some("a packed folder")),
            (b"{\\rtf1\\ansi title: x}", Some("a document in Rich Text Format (RTF)")),
            (b"\n<!DOCTYPE HTML><p>", Some("a web page")),
            (b"---\ntitle: x\n---\n", None),
            (b"{title: x}", None),
            (b"", None),
        ] {
            assert_eq!(kind_of(bytes), what, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
