//! Files that people have their words in, and no page can be made of: what each is called, by its ending.

/// Endings and what an author calls such a file.
const DOCUMENTS: [(&[&str], &str); 11] = [
    (&["docx", "doc", "docm", "dotx", "odt", "rtf", "wps"], "a document of Word or the like"),
    (&["pages"], "a document of Pages"),
    (&["pdf"], "a PDF"),
    (&["pptx", "ppt", "pptm", "ppsx", "odp", "key"], "a presentation"),
    (&["pub"], "a document of Publisher"),
    (&["xlsx", "xls", "xlsm", "ods", "numbers"], "a spreadsheet"),
    (&["html", "htm", "mht", "mhtml"], "a web page"),
    (&["mp4", "mov", "m4v", "avi", "wmv", "webm", "mkv"], "a video"),
    (&["mp3", "m4a", "wav", "ogg", "wma"], "a sound recording"),
    (&["msg", "eml"], "an email"),
    (&["zip", "7z", "rar"], "a packed folder"),
];

/// Endings of files that only point at another.
const STAND_INS: [(&[&str], &str); 3] = [
    (&["gdoc", "gsheet", "gslides", "gdraw"], "a link to a document in Google Drive"),
    (&["lnk", "url", "webloc", "desktop", "alias"], "a shortcut to a file"),
    (&["icloud"], "a note that the file is still in iCloud"),
];

/// Returns what a file is called that no page can be made of; nothing for other endings.
pub fn document(ending: &str) -> Option<&'static str> {
    called(&DOCUMENTS, ending)
}

/// Returns what a file is called that only points at another.
pub fn stand_in(ending: &str) -> Option<&'static str> {
    called(&STAND_INS, ending)
}

fn called(table: &[(&[&str], &'static str)], ending: &str) -> Option<&'static str> {
    table.iter().find(|(endings, _)| endings.contains(&ending)).map(|(_, name)| *name)
}
