//! Email addresses in the text that can't be one, and so are no links. Examples: `a@nhsuk`, `pals@trust,nhs.uk`, `pals @nhs.uk`.

use super::Slips;
use super::printed::Printed;
use crate::problem::catalogue::nearly_links as problems_of;
use crate::span::floor_char_boundary;

/// What addresses here end in; a name of an account in other networks can have a dot, too.
const ENDINGS: [&str; 9] = [".uk", ".com", ".org", ".net", ".wales", ".cymru", ".scot", ".eu", ".ie"];

/// Words that stand before the name of an account: “find us @trust.nhs.uk”.
const BEFORE_ACCOUNTS: [&str; 16] = [
    "us",
    "on",
    "at",
    "is",
    "me",
    "and",
    "or",
    "the",
    "follow",
    "twitter",
    "instagram",
    "facebook",
    "account",
    "by",
    "to",
    "as",
];

pub(super) fn look(shown: &Printed<'_>, slips: &mut Slips<'_, '_>) {
    for at in &shown.at_signs {
        let start = floor_char_boundary(shown.text, at.saturating_sub(super::NEAR));
        let before = &shown.text[start..*at];
        let after = super::near(&shown.text[at + 1..]);
        let Some((written, better)) = meant(before, after) else { continue };
        let name = written.find('@').unwrap_or(0);
        let place = at - name..at - name + written.len();
        slips.tell(place, |span| problems_of::email(span, &written, better.as_deref()));
    }
}

/// Returns what is written round an @ and can't be an address, and the address that it may be.
fn meant(before: &str, after: &str) -> Option<(String, Option<String>)> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || "._%+-'’".contains(letter);
    let is_host = |letter: char| letter.is_ascii_alphanumeric() || ".-_,;@".contains(letter);
    let name = last(before, is_name);
    let host = after[..after.find(|letter| !is_host(letter)).unwrap_or(after.len())]
        .trim_end_matches(['.', ',', ';', '-', '_']);
    let is_after_space = name.is_empty() && before.ends_with(' ') && !before.ends_with("  ");
    let name_before = if is_after_space { last(&before[..before.len() - 1], is_name) } else { name };
    let is_before_space = host.is_empty() && after.starts_with(' ');
    let host_after = if is_before_space {
        after[1..].split(|letter| !is_host(letter)).next().unwrap_or_default().trim_end_matches(['.', ',', ';'])
    } else {
        host
    };
    if !name_before.starts_with(|letter: char| letter.is_ascii_alphanumeric()) || host_after.is_empty() {
        return None;
    }
    let better = better(host_after)?;
    if is_after_space || is_before_space {
        let is_account = BEFORE_ACCOUNTS.contains(&name_before.to_lowercase().as_str());
        if is_account || !ENDINGS.iter().any(|ending| better.ends_with(ending)) {
            return None;
        }
        let spaces = [if is_after_space { " " } else { "" }, if is_before_space { " " } else { "" }];
        let written = format!("{name_before}{}@{}{host_after}", spaces[0], spaces[1]);
        return Some((written, Some(format!("{name_before}@{better}"))));
    }
    (better != host)
        .then(|| (format!("{name}@{host}"), Some(format!("{name}@{better}")).filter(|_| better.contains('.'))))
}

/// Returns the last word of a text that is made of certain letters.
fn last(text: &str, is_part: impl Fn(char) -> bool) -> &str {
    &text[text.trim_end_matches(is_part).len()..]
}

/// Returns the name of a host as it is meant, or nothing where it may be something else.
fn better(host: &str) -> Option<String> {
    // Of two addresses with a comma between them, each is looked at by itself.
    if host.trim_start_matches('@').contains('@') {
        return None;
    }
    let joined = host.trim_start_matches('@').replace([',', ';'], ".");
    let parts: Vec<&str> = joined.split('.').filter(|part| !part.is_empty()).collect();
    let joined = parts.join(".");
    if parts.len() > 1 {
        let last = parts[parts.len() - 1];
        let is_host = last.len() > 1 && last.chars().all(|letter| letter.is_ascii_alphabetic());
        return is_host.then_some(joined);
    }
    let name = joined.strip_suffix("uk").filter(|name| name.len() > 2)?;
    Some(format!("{name}.uk"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_was_to_be_is_found() {
        for (before, after, written, better) in [
            ("Write to a", "nhsuk now", "a@nhsuk", "a@nhs.uk"),
            ("pals", "trust,nhs.uk.", "pals@trust,nhs.uk", "pals@trust.nhs.uk"),
            ("Ask pals ", "nhs.uk", "pals @nhs.uk", "pals@nhs.uk"),
            ("pals", " nhs.uk, or", "pals@ nhs.uk", "pals@nhs.uk"),
            ("pals", "nhs..uk", "pals@nhs..uk", "pals@nhs.uk"),
            ("pals", "@nhs.uk", "pals@@nhs.uk", "pals@nhs.uk"),
        ] {
            assert_eq!(meant(before, after), Some((written.to_owned(), Some(better.to_owned()))));
        }
        for (before, after) in [
            ("a", "b"),
            ("find us ", "trust.nhs.uk"),
            ("", "NHSuk"),
            ("We meet ", " 5"),
            ("a", "x.uk,b@x.uk"),
            ("pals", "nhs.uk"),
            ("a", "b.c"),
        ] {
            assert_eq!(meant(before, after), None, "{before}@{after}");
        }
    }
}
