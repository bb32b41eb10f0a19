//! The marks of copies: what systems, drives and people put into a name so that two files can lie side by side.

/// Words that say "copy" or "the one before", as Windows and Macs write them, and people.
const WORDS: [&str; 11] =
    ["copy", "copi", "kopie", "copie", "copia", "backup", "bak", "old", "orig", "original", "autosaved"];

/// Words that people put to the newer of two.
const VERSIONS: [&str; 6] = ["new", "final", "draft", "latest", "edited", "amended"];

/// What the names of computers hold: a shared drive puts the computer's name to the second of two versions.
const COMPUTERS: [&str; 7] = ["desktop-", "laptop-", "macbook", "imac", "surface", "-pc", "iphone"];

const SIGNS: [char; 6] = [' ', '-', '_', '.', '–', '—'];

/// A name without the mark of a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    pub stem: String,
    /// Nothing but a copy has such a mark. Otherwise it may be the second of a row, such as “ward 2”.
    pub is_sure: bool,
}

/// Returns the name that a copy has its name from; `stem` is a name without its ending.
pub fn original(stem: &str) -> Option<Original> {
    let (mut rest, mut is_sure) = (stem.trim(), false);
    loop {
        let sure = [bracket, conflict, copy_of, word, computer].iter().find_map(|rule| rule(rest));
        let shorter = sure.or_else(|| version(rest)).map(|shorter| shorter.trim_matches(SIGNS));
        match shorter {
            Some(shorter) if !shorter.is_empty() && shorter.len() < rest.len() => rest = shorter,
            _ => break,
        }
        is_sure |= sure.is_some();
    }
    (rest != stem.trim()).then(|| Original { stem: rest.to_owned(), is_sure })
}

/// Syncthing: `x.sync-conflict-20261101-101010-ABCDEFG`; ownCloud: `x_conflict-20261101-101010`.
fn conflict(stem: &str) -> Option<&str> {
    let lower = stem.to_ascii_lowercase();
    [".sync-conflict-", "_conflict-", "-conflict-", " conflict"]
        .iter()
        .find_map(|mark| Some(&stem[..lower.find(mark)?]))
}

/// Browsers and Google Drive: `x (1)`; Dropbox and Nextcloud: `x (Ann's conflicted copy 2026-11-01)`; GNOME: `x (copy)`.
fn bracket(stem: &str) -> Option<&str> {
    let inner = stem.strip_suffix([')', ']'])?;
    let open = inner.rfind(['(', '['])?;
    let inside = inner[open + 1..].to_lowercase();
    let is_number = (1..=3).contains(&inside.len()) && inside.chars().all(|letter| letter.is_ascii_digit());
    let mut words = inside.split(|letter: char| !letter.is_alphanumeric());
    let is_mark = is_number
        || inside.contains("conflict")
        || inside.contains("recovered")
        || words.any(|word| WORDS.contains(&word) || VERSIONS.contains(&word));
    is_mark.then(|| &inner[..open])
}

/// Windows XP, Google Drive and Macs: `Copy of x`, `Copy (2) of x`.
fn copy_of(stem: &str) -> Option<&str> {
    let lower = stem.to_ascii_lowercase();
    let plain = ["copy of ", "copy-of-", "copy_of_", "kopie von ", "copie de "];
    let length = plain.iter().find(|mark| lower.starts_with(**mark)).map(|mark| mark.len());
    let numbered = || Some(lower.strip_prefix("copy (").and_then(|_| lower.find(") of "))? + ") of ".len());
    Some(&stem[length.or_else(numbered)?..])
}

/// Windows: `x - Copy`; Macs: `x copy 2`; people: `x_old`, `x-backup`.
fn word(stem: &str) -> Option<&str> {
    let lower = stem.to_ascii_lowercase();
    let without_number = lower.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end_matches(SIGNS);
    let before = |whole: &str| {
        let length = WORDS.iter().find_map(|word| Some(whole.strip_suffix(word)?.len()))?;
        whole[..length].ends_with(SIGNS).then_some(length)
    };
    let length = before(&lower).or_else(|| before(without_number))?;
    Some(&stem[..length])
}

/// `OneDrive`: `x-DESKTOP-ANN`; merge tools: `x_BACKUP_1234`.
fn computer(stem: &str) -> Option<&str> {
    let signs = stem.match_indices(['-', '_', ' ']);
    signs.map(|(at, _)| stem.split_at(at)).find(|(_, tail)| is_computer(&tail[1..])).map(|(rest, _)| rest)
}

fn is_computer(tail: &str) -> bool {
    let lower = tail.to_ascii_lowercase();
    let is_named = COMPUTERS.iter().any(|name| lower.contains(name));
    let is_shouted = !tail.contains(|letter: char| letter.is_lowercase());
    let is_long = tail.len() >= 8 || tail.contains('-') || tail.contains(|letter: char| letter.is_ascii_digit());
    tail.starts_with(|letter: char| letter.is_uppercase()) && (is_named || is_shouted && is_long)
}

/// iCloud: `x 2`; people: `x_v2`, `x final`, `x 2026-11-01`.
fn version(stem: &str) -> Option<&str> {
    let (rest, tail) = stem.rsplit_once([' ', '_'])?;
    let lower = tail.to_ascii_lowercase();
    let digits = lower.strip_prefix('v').unwrap_or(&lower);
    let is_number = digits.starts_with(|letter: char| letter.is_ascii_digit())
        && digits.chars().all(|letter| letter.is_ascii_digit() || letter == '-' || letter == '.');
    (is_number || VERSIONS.contains(&lower.as_str())).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_system_marks_its_copies() {
        for copy in [
            "keeping-safe - Copy",
            "keeping-safe - Copy (2)",
            "keeping-safe - Copy - Copy",
            "keeping-safe – Copy",
            "keeping-safe copy",
            "keeping-safe copy 2",
            "keeping-safe-copy",
            "Copy of keeping-safe",
            "Copy (3) of keeping-safe",
            "keeping-safe (1)",
            "keeping-safe(12)",
            "keeping-safe (copy)",
            "keeping-safe (another copy)",
            "keeping-safe (3rd copy)",
            "keeping-safe (Ann's conflicted copy 2026-11-01)",
            "keeping-safe (conflicted copy 2026-11-01 101010)",
            "keeping-safe (Case Conflict)",
            "keeping-safe [Recovered]",
            "keeping-safe.sync-conflict-20261101-101010-ABCDEFG",
            "keeping-safe_conflict-20261101-101010",
            "keeping-safe-DESKTOP-ANN",
            "keeping-safe-DESKTOP-7HQ2K1L",
            "keeping-safe-NHT12345",
            "keeping-safe-Anns-MacBook-Pro",
            "keeping-safe_BACKUP_1234",
            "keeping-safe_old",
            "keeping-safe.old",
            "keeping-safe - backup",
            "keeping-safe_bak",
        ] {
            let found = original(copy);
            assert_eq!(found, Some(Original { stem: "keeping-safe".to_owned(), is_sure: true }), "{copy}");
        }
        for version in ["ward 2", "ward_v2", "ward final", "ward 2026-11-01", "ward_20261101", "ward v2 final"] {
            let found = original(version);
            assert_eq!(found, Some(Original { stem: "ward".to_owned(), is_sure: false }), "{version}");
        }
    }

    #[test]
    fn ordinary_names_have_no_mark() {
        for name in [
            "keeping-safe",
            "copy",
            "old",
            "threshold",
            "photocopy",
            "older-people",
            "ward-2",
            "visiting-NHS",
            "Phones (for carers)",
            "3.1",
            "keeping safe",
            "café",
            "-",
            "",
        ] {
            assert_eq!(original(name), None, "{name}");
        }
    }
}
