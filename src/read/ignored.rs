//! Files that nobody wrote: what systems and programs leave beside the author's own.

/// Endings that programs give to a file's older or unfinished self.
const ENDINGS: [&str; 11] =
    ["~", ".swp", ".swo", ".tmp", ".temp", ".bak", ".orig", ".rej", ".part", ".crdownload", ".download"];

/// Names that systems give, in lower case.
const NAMES: [&str; 8] = [
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "icon\r",
    "__macosx",
    "$recycle.bin",
    "system volume information",
    // What vim makes to see whether it can write.
    "4913",
];

/// What iCloud leaves in the place of a file that is on no disk here: it is hidden, but the author's.
pub const IN_THE_CLOUD: &str = ".icloud";

/// Tells whether a file is the system's or an editor's own: hidden files, backups, swap files, Office locks.
pub fn is_ignored_name(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let is_of_emacs = lower.len() > 2 && lower.starts_with('#') && lower.ends_with('#');
    lower.starts_with('.') && !lower.ends_with(IN_THE_CLOUD)
        || lower.starts_with("~$")
        || is_of_emacs
        || ENDINGS.iter().any(|ending| lower.ends_with(ending))
        || NAMES.contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn junk_is_known_whatever_its_case() {
        for name in [
            ".DS_Store",
            "THUMBS.DB",
            "Desktop.ini",
            "~$visiting.docx",
            ".~lock.visiting.odt#",
            "#visiting.md#",
            ".#visiting.md",
            "visiting.md~",
            "visiting.md.~1~",
            "visiting.md.BAK",
            "visiting.orig",
            "visiting.md.swo",
            "__MACOSX",
        ] {
            assert!(is_ignored_name(name), "{name}");
        }
        for name in ["visiting.md", "visiting~1.md", "backup.md", ".visiting.md.icloud", "#1.md"] {
            assert!(!is_ignored_name(name), "{name}");
        }
    }
}
